"""The course of one interview: its events, their state, and the making of each turn.

A turn is two transactions: the text alone, and then its reading with the reply. After a crash in between, the
log holds a message without a reply; whoever opens the interview next replies to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter
from typing import Any

from agent import refusals
from agent.draft import Draft
from agent.events import Token, Turn
from agent.fold import fold
from agent.log import ConflictError, Event, Log, LogError
from agent.parts import Parts
from agent.plan import next_move
from agent.reading import Intent, Reading
from agent.record import citations_out, reading_out
from agent.respond import Say, ask, respond
from agent.state import InterviewState, Message
from agent.summary import progress
from agent.wording import opening

COMMANDS: dict[str, tuple[str, Intent]] = {
    "skip": ("Skip this question", "skip"),
    "dont_know": ("I don't know", "dont_know"),
    "decline": ("I'd rather not say", "decline"),
    "back": ("Go back", "back"),
    "finish": ("Finish now", "finish"),
    "why": ("Why do you ask?", "why"),
    "left": ("How much is left?", "left"),
    "summary": ("Summarise so far", "summary"),
    "restart": ("Start over", "restart"),
    "change": ("Change an answer", "change"),
    "confirm": ("Yes, that's right", "confirm"),
    "reject": ("Something is not right", "reject"),
}


class Course:
    """Not for several threads at once: `Interview` sees to that."""

    def __init__(self, parts: Parts, log: Log, id: str, events: list[Event]) -> None:
        self.id = id
        self.parts = parts
        self.state: InterviewState = fold(parts.guide, events)
        self._log = log
        self._events = events

    def append(self, events: list[Event]) -> None:
        self._events = [*self._events, *self._log.append(self.id, self.state.seq, events)]
        self.state = fold(self.parts.guide, self._events)

    def reload(self) -> None:
        self._events = self._log.read(self.id)
        self.state = fold(self.parts.guide, self._events)

    def keep(self, event: Event, started: float) -> Iterator[Token | Turn]:
        """Logs what a person typed or pressed, and replies."""
        try:
            self.append([event])
        except ConflictError:
            self.reload()
            yield self.refused(refusals.BUSY, started)
        except LogError as error:
            yield self.refused(refusals.UNKEPT.format(error=error), started)
        else:
            yield from self.complete(started)

    def complete(self, started: float) -> Iterator[Token | Turn]:
        """Reads the message that waits for a reply, and replies to it. Last comes the Turn."""
        message = self.state.unread
        if message is None:
            yield self.again(started)
            return
        draft = Draft(Reading("empty"))
        for piece in self._drafts(message):
            if isinstance(piece, Draft):
                draft = piece
            else:
                yield Token(piece)
        try:
            self.append(self._reply(message, draft))
        except ConflictError:  # someone else replied to the same message: theirs stands
            self.reload()
            yield self.again(started, said=message.id)
        except LogError as error:
            yield self.refused(refusals.UNKEPT.format(error=error), started)
        else:
            yield self.again(started, said=message.id, notice=draft.notice)

    def first(self) -> list[Event]:
        """The opening with the first question, over an empty state."""
        empty = fold(self.parts.guide, [])
        move = next_move(self.parts.guide, self.parts.criteria, empty)
        say, words = ask(self.parts, empty, move), opening(self.parts.guide, empty, move)
        return [self._event(replace(say, text=words.text, move="open"))]

    def answerable(self) -> set[str]:
        """The pending message and those after it: a digression's reply shows the question again."""
        ids = [m.id for m in self.state.messages if m.author == "interviewer"]
        pending = self.state.pending
        return set(ids[ids.index(pending.id):] if pending and pending.id in ids else ids)

    def again(self, started: float, said: str = "", notice: str = "") -> Turn:
        """The interviewer's last message as a Turn."""
        last = next(m for m in reversed(self.state.messages) if m.author == "interviewer")
        return Turn(
            self.id, last.text, last.topic, last.move, progress(self.parts.guide, self.state),
            self.state.done, last.citations, last.quick, last.id, said, notice, _ms(started),
        )

    def refused(self, why: str, started: float) -> Turn:
        pending = self.state.pending
        return Turn(
            self.id, why, pending.topic if pending else None, "refused",
            progress(self.parts.guide, self.state), self.state.done,
            quick=pending.quick if pending else (), message_id=pending.id if pending else "",
            notice=why, ms=_ms(started),
        )

    def _reply(self, message: Message, draft: Draft) -> list[Event]:
        read = Event("read", "system", payload={"of": message.id, "reading": reading_out(draft.reading)},
                     provenance=self._provenance(draft))
        if draft.reading.intent == "restart":
            return [read, Event("restarted", "system"), *self.first()]
        after = fold(self.parts.guide, [*self._events, replace(read, seq=self.state.seq + 1)])
        return [read, self._event(respond(self.parts, after, after.unread or message, draft), draft)]

    def _drafts(self, message: Message) -> Iterator[str | Draft]:
        """The engine's pieces and draft; a command or a correction needs no reading."""
        if message.corrects:
            yield Draft(Reading("answer"))
            return
        event = next(e for e in self._events if f"m{e.seq}" == message.id)
        command, target = event.payload.get("command", ""), event.payload.get("target", "")
        if command and message.text == COMMANDS[command][0]:
            yield Draft(Reading(COMMANDS[command][1], target=target))
            return
        about = self.state.message(message.replies_to)
        if target and about is not None:
            about = replace(about, topic=target)
        state = replace(self.state, pending=about)
        for piece in self.parts.engine.draft(message.text, self.parts.guide, state):
            if isinstance(piece, Draft) and target:
                piece = replace(piece, reading=replace(piece.reading, intent="change", target=target))
            yield self._about_its_target(message, piece) if isinstance(piece, Draft) else piece

    def _about_its_target(self, message: Message, draft: Draft) -> Draft:
        """A change that names its topic is read once more as an answer on that topic, if nothing was heard
        about it and no model call was spent."""
        reading, pending = draft.reading, self.state.message(message.replies_to)
        heard = {e.topic for e in reading.evidence}
        if reading.intent != "change" or reading.target in heard or draft.called or pending is None:
            return draft
        if reading.target not in self.state.topics:
            return draft
        state = replace(self.state, pending=replace(pending, topic=reading.target))
        for piece in self.parts.engine.draft(message.text, self.parts.guide, state):
            if isinstance(piece, Draft):
                about = tuple(e for e in piece.reading.evidence if e.topic == reading.target)
                return replace(draft, reading=replace(reading, evidence=about))
        return draft

    def _event(self, say: Say, draft: Draft | None = None) -> Event:
        payload = {
            "move": say.move, "topic": say.topic, "plan": say.plan, "probe": say.probe,
            "question": say.question, "revisit": say.revisit, "early": say.early, "quick": list(say.quick),
            "citations": citations_out(say.citations),
        }
        passages = [c.passage for c in say.citations]
        provenance = {**self._provenance(draft), "reason": say.reason, "passages": passages}
        return Event(say.kind, "interviewer", say.text, payload, provenance)

    def _provenance(self, draft: Draft | None) -> dict[str, Any]:
        model = draft.model if draft else ""
        return {
            "engine": "model" if model else "keyless",
            "model": model,
            "prompt": draft.prompt if draft else "",
            "guide": self.parts.guide.id,
            "guide_version": self.parts.guide.version,
            "criteria_version": self.parts.criteria.version,
        }


def _ms(started: float) -> float:
    return round((perf_counter() - started) * 1000, 2)
