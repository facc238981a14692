"""The course of one interview: its events, their state, and the making of each turn.

A turn is two transactions: the text alone, and then its reading with the reply. After a crash in between, the
log holds a message without a reply; whoever opens the interview next replies to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter
from typing import Any

from agent.draft import Draft
from agent.events import Token, Turn
from agent.fold import fold
from agent.log import ConflictError, Event, Log, LogError
from agent.parts import Parts
from agent.plan import next_move
from agent.reading import Reading
from agent.record import citations_out, reading_out
from agent.state import InterviewState, Message
from agent.summary import progress
from agent.turning import refusals
from agent.turning.drafting import drafts
from agent.turning.respond import respond
from agent.turning.say import Say, ask
from agent.wording import opening

_SENTENCES = re.compile(r"\S.*?(?:[.?!](?=\s|$)|\n|$)\s*|\s+")  # with the space after each, so that they join again


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
        event = next(e for e in self._events if f"m{e.seq}" == message.id)
        shown = ""
        for piece in drafts(self.parts, self.state, event, message):
            if isinstance(piece, Draft):
                draft = piece
            else:
                shown += piece
                yield Token(piece)
        try:
            self.append(self._reply(message, draft))
        except ConflictError:  # someone else replied to the same message: theirs stands
            self.reload()
            yield self.again(started, said=message.id)
        except LogError as error:
            yield self.refused(refusals.UNKEPT.format(error=error), started)
        else:
            turn = self.again(started, said=message.id, notice=draft.notice)
            yield from _rest(turn.message, shown)
            yield turn

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
        return set(ids[ids.index(pending.id) :] if pending and pending.id in ids else ids)

    def again(self, started: float, said: str = "", notice: str = "") -> Turn:
        """The interviewer's last message as a Turn."""
        last = next(m for m in reversed(self.state.messages) if m.author == "interviewer")
        return Turn(
            self.id,
            last.text,
            last.topic,
            last.move,
            progress(self.parts.guide, self.state),
            self.state.done,
            last.citations,
            last.quick,
            last.id,
            said,
            notice,
            _ms(started),
        )

    def refused(self, why: str, started: float) -> Turn:
        pending = self.state.pending
        return Turn(
            self.id,
            why,
            pending.topic if pending else None,
            "refused",
            progress(self.parts.guide, self.state),
            self.state.done,
            quick=pending.quick if pending else (),
            message_id=pending.id if pending else "",
            notice=why,
            ms=_ms(started),
        )

    def _reply(self, message: Message, draft: Draft) -> list[Event]:
        read = Event(
            "read",
            "system",
            payload={"of": message.id, "reading": reading_out(draft.reading)},
            provenance=self._provenance(draft),
        )
        if draft.reading.intent == "restart":
            return [read, Event("restarted", "system"), *self.first()]
        after = fold(self.parts.guide, [*self._events, replace(read, seq=self.state.seq + 1)])
        return [read, self._event(respond(self.parts, after, after.unread or message, draft), draft)]

    def _event(self, say: Say, draft: Draft | None = None) -> Event:
        payload = {
            "move": say.move,
            "topic": say.topic,
            "plan": say.plan,
            "probe": say.probe,
            "question": say.question,
            "revisit": say.revisit,
            "early": say.early,
            "quick": list(say.quick),
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


def _rest(message: str, shown: str) -> Iterator[Token]:
    """What of a message was not shown yet, sentence by sentence. It is in the log by now, linted and whole."""
    if message.startswith(shown):
        yield from (Token(piece) for piece in _SENTENCES.findall(message[len(shown) :]))


def _ms(started: float) -> float:
    return round((perf_counter() - started) * 1000, 2)
