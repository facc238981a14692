"""The answers to "why do you ask?", "how much is left?" and to what is asked about the interview itself."""

from __future__ import annotations

from dataclasses import replace

from agent.criteria import Criterion
from agent.draft import Draft
from agent.events import Citation
from agent.guide import Guide
from agent.parts import Parts
from agent.standing import standing
from agent.state import InterviewState
from agent.summary import progress
from agent.talk.said import told
from agent.talk.verdict import ENTRY

NOT_OURS = "That I cannot tell you."
# Entries of about.yaml: one that a criterion illustrates, and one with the names of what can come out
_METHOD, _POSSIBLE = "method", "possible"


def why(parts: Parts, state: InterviewState) -> tuple[str, tuple[Citation, ...]]:
    """The topic's aim, and the weightiest criterion that hangs on it with the passage that states it."""
    pending = state.pending
    if pending is None or pending.topic is None:
        if pending is not None and pending.plan in ("confirm", "amend"):
            return "I ask so that the report rests on what you meant.", ()
        return "I ask so that nothing that matters to you is missing.", ()
    topic = parts.guide.topic(pending.topic)
    text = f"I ask because {topic.aim.strip().rstrip('.')}."
    if pending.plan == "probe" and pending.reason:
        text += f" I asked further because {pending.reason}."
    example, citations = _example(parts, [c for c in parts.criteria.criteria if c.topic == topic.id])
    return f"{text}{example}", citations


def about_itself(parts: Parts, state: InterviewState, draft: Draft) -> tuple[str, tuple[Citation, ...]]:
    """What prompts/talk/about.yaml says to it."""
    aside = draft.aside
    if aside is None or aside.kind != "about":
        return "", ()
    if aside.id == ENTRY:
        return standing(parts, state).text, ()
    entry = told("about")[aside.id]
    text = (parts.has_model and entry.with_model) or entry.says
    if aside.id == _POSSIBLE:
        return text.format(outcomes=", ".join(r.name for r in parts.criteria.recommendations)), ()
    if aside.id != _METHOD:
        return text.strip(), ()
    topic = state.pending.topic if state.pending else None
    criteria = parts.criteria.criteria
    example, citations = _example(parts, [c for c in criteria if c.topic == topic] or list(criteria))
    return f"{text.strip()}{example}", citations


def spoken(draft: Draft) -> str:
    """A word on what was said in the place of an answer, before the question is put again."""
    if draft.unanswered:
        return NOT_OURS
    aside = draft.aside
    return told("small")[aside.id].says if aside is not None and aside.kind == "small" else ""


def _example(parts: Parts, criteria: list[Criterion]) -> tuple[str, tuple[Citation, ...]]:
    """The weightiest of `criteria` whose passage stands, as a sentence with its citation."""
    for criterion in sorted(criteria, key=lambda c: -abs(c.weight)):
        if citation := parts.cites.cite(criterion.passage, criterion.quote):
            statement = criterion.statement.strip().rstrip(".")
            return f" For example: {statement} [1].", (replace(citation, marker=1),)
    return "", ()


def how_much_is_left(guide: Guide, state: InterviewState) -> str:
    now = progress(guide, state)
    left = now.total - now.covered
    if not left:
        return f"All {now.total} topics are through; only the summary is left."
    topics = "One topic is" if left == 1 else f"{left} of {now.total} topics are"
    minutes = "a minute" if now.minutes_left == 1 else f"{now.minutes_left} minutes"
    return f"{topics} left, about {minutes}."
