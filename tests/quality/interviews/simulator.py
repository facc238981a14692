"""A respondent drives an interview through lines of JSON. Deterministic: what is said depends on the line's
topic and move and on what was said before, on nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from tests.quality.interviews.respondent import VARIANTS, Aside, Respondent, Words

LIMIT = 60  # replies
Line = dict[str, Any]
Kind = Literal["first", "probe", "again", "more", "aside", "then", "contradiction", "anything", "confirm", "stop"]
PUT_AGAIN = "Let me put it this way. "  # before an answer given anew after going back
ASKS = frozenset({"open", "topic", "probe", "again"})


class Door(Protocol):
    """One interview. `open` gives the first line; each later line is the reply to one message."""

    def open(self, guide: str) -> Line: ...
    def send(self, text: str) -> Line: ...
    def edit(self, message: str, text: str) -> Line: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Exchange:
    """The interviewer's line and what was said to it. `pending`: it brought back what an aside left open."""

    line: Line
    said: str
    kind: Kind
    topic: str | None
    aside: Aside | None = None
    pending: bool = False


@dataclass(frozen=True, slots=True)
class Transcript:
    respondent: Respondent
    variant: str
    exchanges: tuple[Exchange, ...]
    last: Line  # the closing line, with the report; or the one at which the limit was reached

    @property
    def report(self) -> dict[str, Any] | None:
        report: dict[str, Any] | None = self.last.get("report")
        return report

    def pairs(self) -> Iterator[tuple[Exchange, Line]]:
        """Each exchange with the line that answered it."""
        lines = [e.line for e in self.exchanges[1:]] + [self.last]
        yield from zip(self.exchanges, lines, strict=True)


@dataclass
class Person:
    """A respondent in conversation, who remembers what they have said."""

    respondent: Respondent
    variant: str = "a"
    said: Counter[str] = field(default_factory=Counter)  # replies a topic
    used: list[Aside] = field(default_factory=list)
    replies: int = 0
    stopped: bool = False
    waiting: str | None = None  # the topic an aside has left open
    back: bool = False  # the person went back, and answers an earlier question anew

    def answer(self, line: Line) -> Exchange:
        back, self.waiting = self.waiting, None
        text, kind, aside = self._say(line, back)
        self.replies += 1
        return Exchange(line, text, kind, line.get("topic"), aside, back is not None and back == line.get("topic"))

    def _say(self, line: Line, back: str | None) -> tuple[str, Kind, Aside | None]:
        who, n, topic, move = self.respondent, VARIANTS.index(self.variant), line.get("topic"), line["move"]
        if who.stop and not self.stopped and self.replies >= who.stop.after:
            self.stopped = True
            return who.stop.say[n], "stop", None
        if move in ("confirm", "amend"):
            return who.confirm[n], "confirm", None
        if move == "anything":
            return who.anything[n], "anything", None
        if topic is None or topic not in who.replies:
            return self._more(), "more", None
        if move == "contradiction":
            for put in who.contradictions:
                if put.topic == topic:
                    return put.say[n], "contradiction", None
            return f"What I said first: {who.replies[topic][n]}", "contradiction", None
        if self.back:
            self.back = False
            return PUT_AGAIN + who.replies[topic][n], "then", None
        if back != topic and (aside := self._aside(topic)):
            if not aside.tail:
                self.waiting, self.back = topic, aside.kind == "back"
                return aside.say[n], "aside", aside
            self.said[topic] += 1
            return f"{who.replies[topic][n]} {aside.say[n]}", "first", aside
        if changed := next((a for a in self.used if a.topic == topic), None):
            return (changed.then or changed.say)[n], "then", None
        text, kind = self._about(topic, n)
        self.said[topic] += 1
        return text, kind, None

    def _about(self, topic: str, n: int) -> tuple[str, Kind]:
        """The next thing to say on the topic: the first reply, what is kept for being asked again or probed,
        then the same in other words, and in the end that there is no more."""
        who = self.respondent
        kept: list[tuple[Words, Kind]] = [(who.replies[topic], "first")]
        kept += [(who.again[topic], "again")] if topic in who.again else []
        kept += [(who.probes[topic], "probe")] if topic in who.probes else []
        said = self.said[topic]
        if said < len(kept):
            words, kind = kept[said]
            return words[n], kind
        rewordings = said - len(kept) + 1
        if topic in (*who.refused, *who.unknown) or rewordings < len(VARIANTS):
            return kept[-1][0][(n + rewordings) % len(VARIANTS)], "again"
        return self._more(), "more"

    def _aside(self, topic: str) -> Aside | None:
        found = next((a for a in self.respondent.asides if a.at == topic and a not in self.used), None)
        if found is not None:
            self.used.append(found)
        return found

    def _more(self) -> str:
        return self.respondent.more[self.replies % len(self.respondent.more)]


def converse(respondent: Respondent, variant: str, door: Door) -> Transcript:
    """A whole interview, at most LIMIT replies long."""
    person, exchanges = Person(respondent, variant), list[Exchange]()
    line = door.open(respondent.guide)
    ids: dict[str, str] = {}  # the message in which each topic was first spoken about
    while not line["done"] and len(exchanges) < LIMIT:
        exchange = person.answer(line)
        exchanges.append(exchange)
        aside = exchange.aside
        if aside is not None and aside.kind == "edit" and aside.topic in ids:
            line = door.edit(ids[aside.topic], exchange.said)
            continue
        line = door.send(exchange.said)
        if exchange.topic and exchange.kind == "first":
            ids.setdefault(exchange.topic, line.get("said_id", ""))
    return Transcript(respondent, variant, tuple(exchanges), line)
