"""What the interviewer says, before it is logged: a move in words, or a reply after which the question comes back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agent.acknowledge import lower
from agent.draft import Draft
from agent.events import Citation
from agent.guide import Probe
from agent.lint import lint
from agent.parts import Parts
from agent.plan import Move
from agent.state import InterviewState
from agent.wording import Worded, said_before, word

_BACK = ("Back to my question:", "To return to where we were:", "My question was:")


@dataclass(frozen=True, slots=True)
class Say:
    """A message of the interviewer before it is logged. `kind` is its event; `plan` is set where its question
    is a new one; `move` is what `Turn.move` shows."""

    kind: str
    text: str
    move: str
    topic: str | None = None
    plan: str = ""
    probe: str = ""
    question: str = ""
    revisit: bool = False
    early: bool = False
    citations: tuple[Citation, ...] = ()
    quick: tuple[str, ...] = ()
    reason: str = ""


def ask(parts: Parts, state: InterviewState, move: Move, draft: Draft | None = None) -> Say:
    """A move in words; with a model's acknowledgement and probe where they are there and pass."""
    if draft and draft.probe and move.kind == "probe" and move.style and not lint(draft.probe):
        move = replace(move, probe=Probe(kind=move.style, text=draft.probe))
    worded = word(parts.guide, state, move)
    if draft and draft.acknowledgement:
        end = worded.question or worded.text
        text = worded.text if move.kind == "confirm" else end
        worded = Worded(f"{draft.acknowledgement} {text}", worded.question, worded.quick)
    if move.kind == "close":
        return Say("finished", worded.text, "close", reason=move.reason)
    follows = move.kind == "topic" and bool(said_before(state, move))
    shown = "probe" if follows else {"again": "probe", "amend": "confirm"}.get(move.kind, move.kind)
    return Say(
        "asked",
        worded.text,
        shown,
        move.topic,
        move.kind,
        move.style or "",
        worded.question,
        move.revisit,
        quick=worded.quick,
        reason=move.reason,
    )


def bring_back(
    parts: Parts, state: InterviewState, text: str, move: str, *, reason: str = "", citations: tuple[Citation, ...] = ()
) -> Say:
    """`text`, and then the pending question again. A text that itself holds a question mark is followed by
    a statement, so that one question is asked and not two."""
    pending = state.pending
    if pending is None or state.done:
        return Say("answered", text, move, citations=citations, reason=reason)
    lead = _BACK[state.digressions % len(_BACK)]
    ending = later(parts, pending.topic) if "?" in text else f"{lead} {pending.question}"
    return Say(
        "answered",
        f"{text}\n\n{ending}",
        move,
        pending.topic,
        question=pending.question,
        citations=citations,
        quick=pending.quick,
        reason=reason,
    )


def later(parts: Parts, topic: str | None) -> str:
    """A statement in the place of a question, where one is asked already."""
    name = lower(parts.guide.topic(topic).name) if topic else "the last question"
    return f"We can go on with {name} when you like."
