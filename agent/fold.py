"""The log of an interview, folded into its state. Pure: the same events and guide give the same state.

An edit takes the place of what it changes, so everything that hung on the old words is worked out anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from agent.events import Citation
from agent.folding.corrections import objects
from agent.folding.heard import hear, is_answer
from agent.guide import Guide
from agent.log import Event
from agent.record import citations_in, reading_in
from agent.state import Edit, InterviewState, Message

QUESTIONS = ("topic", "probe", "again", "contradiction", "anything", "confirm", "amend")


@dataclass(slots=True)
class _Course:
    """What the events say about the conversation itself, apart from what it says about the topics."""

    messages: list[Message] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    asked: list[Message] = field(default_factory=list)
    unread: str = ""
    done: bool = False
    early: bool = False
    approved: bool = False

    def at(self, id: str) -> int | None:
        return next((n for n, m in enumerate(self.messages) if m.id == id), None)


def fold(guide: Guide, events: Iterable[Event]) -> InterviewState:
    """The state after `events`, which are one interview's, in order."""
    course, state = _Course(), InterviewState()
    for event in events:
        state = replace(state, seq=event.seq)
        if event.kind == "opened":
            state = replace(state, id=event.payload.get("interview", ""), guide=event.payload.get("guide", ""))
        elif event.kind == "restarted":
            course = _Course()
        else:
            _step(course, event)
    return _state(guide, course, state)


def _step(course: _Course, event: Event) -> None:
    if event.kind == "approved":
        course.approved = True
    elif event.author == "person":
        _person(course, event)
    elif event.kind == "read":
        at = course.at(event.payload.get("of", ""))
        if at is not None:
            course.messages[at] = replace(course.messages[at], reading=reading_in(event.payload["reading"]))
    elif event.kind in ("asked", "answered", "finished"):
        message = _interviewer(event)
        course.messages.append(message)
        course.unread = ""
        if event.kind == "asked":
            course.asked.append(message)
            course.done = course.early = False  # who stopped early may go on
        if event.kind == "finished":
            course.done, course.early = True, event.payload.get("early", False)


def _person(course: _Course, event: Event) -> None:
    id, payload = f"m{event.seq}", event.payload
    course.approved = course.approved and event.kind == "said"
    if event.kind == "edited":
        id = payload["message"]
        at = course.at(id)
        if at is None:
            return
        old = course.messages[at]
        topics = {e.topic for e in old.reading.evidence} if old.reading else set()
        course.edits.append(Edit(id, old.text, event.text, tuple(sorted(topics))))
        course.messages[at] = replace(old, text=event.text, reading=None, edited=True)
    else:
        corrects = (payload["topic"], payload["option"]) if event.kind == "corrected" else None
        pending = course.asked[-1].id if course.asked else ""
        course.messages.append(
            Message(
                id,
                "person",
                event.text,
                replies_to=pending,
                corrects=corrects,
                command=payload.get("command", ""),
            )
        )
    course.unread = id


def _interviewer(event: Event) -> Message:
    payload = event.payload
    citations: tuple[Citation, ...] = citations_in(payload.get("citations", []))
    return Message(
        f"m{event.seq}",
        "interviewer",
        event.text,
        move=payload.get("move", ""),
        topic=payload.get("topic"),
        probe=payload.get("probe", ""),
        question=payload.get("question", ""),
        reason=event.provenance.get("reason", ""),
        revisit=payload.get("revisit", False),
        citations=citations,
        quick=tuple(payload.get("quick", ())),
        plan=payload.get("plan", ""),
    )


def _state(guide: Guide, course: _Course, state: InterviewState) -> InterviewState:
    messages = tuple(course.messages)
    known = hear(guide, messages)
    replies = [m for m in messages if m.author == "person" and m.reading and is_answer(m.reading)]
    kinds = {m.id: m.plan for m in course.asked}
    confirms = [m for m in replies if kinds.get(m.replies_to) in ("confirm", "amend")]
    last = confirms[-1].reading if confirms else None
    rejected = last is not None and objects(last, confirms[-1].text)
    return replace(
        state,
        messages=messages,
        topics=known.topics,
        contradictions=known.contradictions,
        values=known.values,
        left_out=known.left_out,
        pending=course.asked[-1] if course.asked else None,
        unread=next((m for m in messages if m.id == course.unread), None),
        asked=sum(m.plan in QUESTIONS for m in course.asked),
        edits=tuple(course.edits),
        digressions=sum(m.move in ("answer", "why") for m in messages),
        anything_asked="anything" in kinds.values(),
        confirm_asked=sum(k in ("confirm", "amend") for k in kinds.values()),
        rejected=rejected,
        done=course.done,
        early=course.early,
        approved=course.approved,
    )
