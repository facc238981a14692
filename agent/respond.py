"""One read message -> what is said next. Digressions leave the pending question where it is and bring it back
once; everything else goes through the plan."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agent.acknowledge import lower
from agent.clarify import asks_about, asks_plainly, asks_why, clarified
from agent.digress import how_much_is_left, why
from agent.draft import Draft
from agent.events import Answer, Citation
from agent.guide import Probe
from agent.hearing import is_answer
from agent.lint import lint
from agent.parts import Parts
from agent.plan import Move, next_move
from agent.quote import clip
from agent.reading import Reading
from agent.state import InterviewState, Message
from agent.summary import summary, understood
from agent.understanding.control import control
from agent.understanding.words import phrase
from agent.wording import Worded, word

_BACK = ("Back to my question:", "To return to where we were:", "My question was:")
_AFTER = "The interview is finished and your report stands. You can still ask a question, or change an answer."
_WHICH = "Name the topic and the new answer, for example “change my answer on {topic}: …”."


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


def respond(parts: Parts, state: InterviewState, message: Message, draft: Draft) -> Say:
    """`state` has `message` read into it, with `draft.reading`. What was shown already comes first."""
    said = _respond(parts, state, message, draft)
    if draft.acknowledgement and not said.text.startswith(draft.acknowledgement):
        return replace(said, text=f"{draft.acknowledgement}\n\n{said.text}")
    return said


def _respond(parts: Parts, state: InterviewState, message: Message, draft: Draft) -> Say:
    reading = draft.reading
    if message.corrects:
        return _changed(parts, state, message.corrects[0])
    if message.edited:
        return _edited(parts, state, message)
    if state.done:
        return _after(parts, state, message, draft)
    if reading.intent == "finish":
        early = state.covered < len(state.topics)
        closed = word(parts.guide, replace(state, early=early), Move("close"))
        return Say("finished", closed.text, "close", early=early, reason="the person wants to stop")
    if reading.intent == "change":
        return _change(parts, state, reading)
    if reading.intent == "back":
        return _back(parts, state)
    pending = state.pending.topic if state.pending else None
    if not is_answer(reading, pending):
        return _digress(parts, state, message, draft)
    said = ask(parts, state, next_move(parts.guide, parts.criteria, state), draft)
    if reading.intent == "why":
        text, citations = _why(parts, replace(state, pending=state.message(message.replies_to)), message)
        return replace(said, text=f"{text}\n\n{said.question or said.text}", citations=citations)
    if beside := _beside(parts, state, reading.question):
        return replace(said, text=f"{beside}\n\n{said.question or said.text}")
    if reading.question and _says(answer := _answer(parts, state, message, draft), reading.question):
        asks = "" if "?" in answer.text else said.question or said.text
        text = f"{answer.text}\n\n{asks or _later(parts, said.topic)}"
        return replace(said, text=text, citations=answer.citations)
    return said


def _beside(parts: Parts, state: InterviewState, question: str) -> str:
    """What an answer's question about the interview itself gets; "" when it is about something else."""
    wanted = control(phrase(question), None) if question else None
    if wanted == "left":
        return how_much_is_left(parts.guide, state)
    return f"So far I understood this.\n\n{summary(parts.guide, state)}" if wanted == "summary" else ""


def _says(answer: Answer, question: str) -> bool:
    """Whether to give it: a rhetorical question within an answer is not told that the articles have none."""
    return not answer.abstained or bool(answer.citations) or asks_plainly(question)


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
    shown = {"again": "probe", "amend": "confirm"}.get(move.kind, move.kind)
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
    ending = _later(parts, pending.topic) if "?" in text else f"{lead} {pending.question}"
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


def _later(parts: Parts, topic: str | None) -> str:
    name = lower(parts.guide.topic(topic).name) if topic else "the last question"
    return f"We can go on with {name} when you like."


def _digress(parts: Parts, state: InterviewState, message: Message, draft: Draft) -> Say:
    intent = draft.reading.intent
    if intent == "why":
        text, citations = _why(parts, state, message)
        return bring_back(parts, state, text, "why", citations=citations, reason="asked about the question")
    if intent == "left":
        text = how_much_is_left(parts.guide, state)
        return bring_back(parts, state, text, "progress", reason="asked how much is left")
    if intent == "summary":
        text = f"So far I understood this.\n\n{summary(parts.guide, state)}"
        return bring_back(parts, state, text, "summary", reason="asked for a summary")
    if intent == "question":
        answer = _answer(parts, state, message, draft)
        pending = state.pending
        found = _says(answer, message.text)
        if not found and pending is not None and asks_why(message.text, pending.question):
            text, citations = why(parts, state)
            return bring_back(parts, state, text, "why", citations=citations, reason="asked about the question")
        return bring_back(
            parts, state, answer.text, "answer", citations=answer.citations, reason="answered the person's question"
        )
    return bring_back(parts, state, "No words reached me.", "refused", reason="an empty message")


def _why(parts: Parts, state: InterviewState, message: Message) -> tuple[str, tuple[Citation, ...]]:
    """What the question is after where that was asked, else why it comes."""
    pending = state.pending
    if pending is not None and pending.topic and asks_about(message.text, pending.question):
        return clarified(parts.guide.topic(pending.topic)), ()
    return why(parts, state)


def _answer(parts: Parts, state: InterviewState, message: Message, draft: Draft) -> Answer:
    """The answer in the light of the person's earlier questions. What they said of themselves is no context: a
    question about pay is not about the town they live in."""
    said = (m for m in state.messages if m.author == "person" and m.id != message.id and m.reading)
    turns = tuple(m.reading.question for m in said if m.reading and m.reading.question and not m.command)
    answerer = parts.floor if draft.called and parts.floor else parts.answerer
    return answerer.ask(draft.reading.question or message.text, turns)


def _change(parts: Parts, state: InterviewState, reading: Reading) -> Say:
    target = reading.target
    if target not in state.topics:
        if reading.evidence:
            return ask(parts, state, next_move(parts.guide, parts.criteria, state))
        known = next((t for t in parts.guide.topics if state.topics[t.id].heard), parts.guide.topics[0])
        text = _WHICH.format(topic=lower(known.name))
        return bring_back(parts, state, text, "refused", reason="a change without a topic")
    if any(e.topic == target for e in reading.evidence):
        return _changed(parts, state, target)
    return ask(parts, state, Move("topic", target, reason="the person wants to change it", revisit=True))


def _changed(parts: Parts, state: InterviewState, topic: str) -> Say:
    known = state.topics[topic]
    told = understood(parts.guide, known)
    name = lower(parts.guide.topic(topic).name)
    text = f"Changed. On {name} I now have that you {told}." if told else f"Changed, on {name}."
    return _go_on(parts, state, text, "the person changed an answer")


def _edited(parts: Parts, state: InterviewState, message: Message) -> Say:
    edit = state.edits[-1]
    spoken = {e.topic for e in message.reading.evidence} if message.reading else set()
    touched = [t.id for t in parts.guide.topics if t.id in spoken.union(edit.topics)]
    names = [f"{lower(parts.guide.topic(id).name)}" for id in touched]
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""
    quote = clip(message.text)
    text = f"Your earlier answer now reads “{quote}”." if quote else "Your earlier answer is changed."
    if listed:
        text += f" I have gone over {listed} again."
    return _go_on(parts, state, text, "the person edited an answer")


def _go_on(parts: Parts, state: InterviewState, text: str, reason: str) -> Say:
    """After a change: the pending question again, or the next one where the change has answered it."""
    if state.done:
        return Say("answered", f"{text} The report takes it into account.", "close", reason=reason)
    pending = state.pending
    if pending is None or pending.topic is None or not state.topics[pending.topic].done:
        return bring_back(parts, state, text, "changed", reason=reason)
    said = ask(parts, state, next_move(parts.guide, parts.criteria, state))
    return replace(said, text=f"{text} {said.question}" if said.question else f"{text} {said.text}")


def _back(parts: Parts, state: InterviewState) -> Say:
    """To the question before the pending one."""
    course = list(dict.fromkeys(m.topic for m in state.messages if m.plan and m.topic))
    now = state.pending.topic if state.pending else None
    at = course.index(now) if now in course else len(course)
    if at == 0:
        text = "This is the first question."
        return bring_back(parts, state, text, "refused", reason="nothing to go back to")
    return ask(parts, state, Move("topic", course[at - 1], reason="the person went back", revisit=True))


def _after(parts: Parts, state: InterviewState, message: Message, draft: Draft) -> Say:
    reading = draft.reading
    if reading.question or reading.intent == "question":
        answer = _answer(parts, state, message, draft)
        return Say("answered", answer.text, "answer", citations=answer.citations, reason="asked when done")
    if reading.intent in ("summary", "why", "left"):
        return Say("answered", summary(parts.guide, state), "summary", reason="asked after the end")
    if reading.evidence:
        return _changed(parts, state, reading.target or reading.evidence[0].topic)
    return Say("answered", _AFTER, "close", reason="the interview is over")
