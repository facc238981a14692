"""The interview's door: the only class that the page, the terminal and the JSON lines know."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from time import perf_counter

from agent.events import Report, Token, Turn
from agent.guide import Topic
from agent.log import Event, Log, LogError, new_id
from agent.parts import Parts
from agent.state import InterviewState, Message
from agent.turning import refusals
from agent.turning.drafting import COMMANDS
from agent.turning.say import bring_back
from agent.turning.turns import Course

LONGEST = 20_000  # characters of one message


class InterviewError(Exception):
    """The interview cannot be opened or changed; the message says why and what to do."""


class Interview:
    """Use `open` or `resume`. Safe to share between threads: of messages sent at once one is taken, the
    others are refused with a Turn that says so."""

    def __init__(self, parts: Parts, log: Log, id: str, events: list[Event]) -> None:
        self.id = id
        self._course = Course(parts, log, id, events)
        self._busy = threading.Lock()

    @classmethod
    def open(cls, parts: Parts, log: Log) -> Interview:
        """A new interview, its consent logged, its first question asked."""
        guide = parts.guide
        interview = cls(parts, log, new_id(), [])
        opened = Event(
            "opened",
            "system",
            payload={
                "interview": interview.id,
                "guide": guide.id,
                "guide_version": guide.version,
                "consent": True,
            },
        )
        interview._append([opened, *interview._course.first()])
        return interview

    @classmethod
    def resume(cls, parts: Mapping[str, Parts], log: Log, id: str) -> Interview:
        """The interview as it was left; InterviewError when there is none, or its guide is not here.
        `parts` are by guide id."""
        try:
            events = log.read(id)
        except LogError as error:
            raise InterviewError(str(error)) from error
        guide = events[0].payload.get("guide", "")
        if guide not in parts:
            raise InterviewError(f"This interview follows the guide {guide!r}, which is not installed here.")
        return cls(parts[guide], log, id, events)

    @property
    def state(self) -> InterviewState:
        return self._course.state

    def pending(self) -> Turn:
        """The message that waits for an answer, once more; a turn that was cut off is completed first."""
        with self._busy:
            return _last(self._course.complete(perf_counter()))

    def reply(self, text: str, *, answering: str | None = None) -> Turn:
        return _last(self.events(text, answering=answering))

    def events(self, text: str, *, answering: str | None = None) -> Iterator[Token | Turn]:
        """The next message in pieces, and last the Turn. `answering` is the id of the message being answered;
        an answer to one that is no longer pending is refused. The text is in the log before all else."""
        return self._take(Event("said", "person", text), answering)

    def command(self, name: str, argument: str = "", *, answering: str | None = None) -> Turn:
        """A button: the same as the words. `argument` is the topic for "change"; InterviewError when there is no such
        command or topic, or another is pending than the one to be left out. "report" changes nothing."""
        if name == "report":
            return self._reported(perf_counter())
        if name not in COMMANDS:
            raise InterviewError(f"There is no command {name!r}. Use {', '.join(COMMANDS)} or report.")
        if argument:
            self._topic(argument)
        kind = "skipped" if name in ("skip", "dont_know", "decline") else "said"
        waits = self.state.pending.topic if self.state.pending else None
        if argument and kind == "skipped" and argument != waits:
            raise InterviewError(f"The question that waits is on {waits or 'no topic'}, not on {argument}.")
        event = Event(kind, "person", COMMANDS[name][0], {"command": name, "target": argument})
        return _last(self._take(event, answering))

    def change(self, topic: str, text: str) -> Turn:
        """A new answer on an earlier topic, in words."""
        self._topic(topic)
        return _last(self._take(Event("said", "person", text, {"command": "change", "target": topic}), None))

    def edit(self, message_id: str, text: str) -> Turn:
        """Replaces the text of an earlier message of the person's; what hung on it is worked out anew."""
        message = self.state.message(message_id)
        if message is None or message.author != "person" or message.command or message.corrects:
            raise InterviewError("Only an earlier answer of yours can be changed; this message is not one.")
        return _last(self._take(Event("edited", "person", text, {"message": message_id}), None))

    def correct(self, topic: str, option: str, text: str = "") -> Turn:
        """What was understood on a topic, set right in the panel or the report."""
        options = {o.id: o.label for o in self._topic(topic).options}
        if option not in options:
            raise InterviewError(f"The topic {topic} has no answer {option!r}; it has {', '.join(options)}.")
        payload = {"topic": topic, "option": option}
        return _last(self._take(Event("corrected", "person", text.strip() or options[option], payload), None))

    def report(self) -> Report:
        """The report as things stand, at any time."""
        return replace(self._course.parts.report(self.state), approved=self.state.approved)

    def approve(self) -> Report:
        """The person stands by the report. Any later change takes this back."""
        self._append([Event("approved", "person")])
        return self.report()

    def history(self) -> tuple[Message, ...]:
        """The conversation as it reads now."""
        return self.state.messages

    def _append(self, events: list[Event]) -> None:
        try:
            self._course.append(events)
        except LogError as error:
            raise InterviewError(str(error)) from error

    def _topic(self, id: str) -> Topic:
        topics = {t.id: t for t in self._course.parts.guide.topics}
        if id not in topics:
            raise InterviewError(f"There is no topic {id!r} in this interview. It has {', '.join(topics)}.")
        return topics[id]

    def _take(self, event: Event, answering: str | None) -> Iterator[Token | Turn]:
        course, started, seen = self._course, perf_counter(), self.state.seq
        if not self._busy.acquire(blocking=False):
            yield course.refused(refusals.BUSY, started)
            return
        try:
            if course.state.seq != seen:
                yield course.refused(refusals.BUSY, started)
            elif len(event.text) > LONGEST:
                yield course.refused(refusals.LONG, started)
            elif course.state.unread is not None:
                yield self._interrupted(event, started)
            elif answering is not None and answering not in course.answerable():
                yield course.refused(refusals.STALE, started)
            else:
                yield from course.keep(event, started)
        except LogError as error:
            raise InterviewError(str(error)) from error
        finally:
            self._busy.release()

    def _interrupted(self, event: Event, started: float) -> Turn:
        """A reply is still owed to an earlier message: it is given; the same text again is not kept twice."""
        owed = self.state.unread
        turn = _last(self._course.complete(started))
        if owed is not None and owed.text == event.text:
            return turn
        return replace(turn, move="refused", notice=refusals.STALE)

    def _reported(self, started: float) -> Turn:
        text = "This is the report as it stands, made from what you said so far."
        shown = bring_back(self._course.parts, self.state, text, "report")
        return replace(self._course.again(started), message=shown.text, move="report", citations=())


def _last(pieces: Iterator[Token | Turn]) -> Turn:
    return [piece for piece in pieces if isinstance(piece, Turn)][-1]
