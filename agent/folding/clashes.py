"""Answers on one topic that cannot both hold: which do not, and what has become of it. Pure; part of the fold."""

from __future__ import annotations

from dataclasses import replace

from agent.folding.topic import VOLUNTEERED, TopicHeard
from agent.guide import Topic
from agent.state import Contradiction, Heard

PLAIN = 0.6  # both sides of a contradiction are at least this plain …
PASSING = 0.9  # … or this, where the first was only said in passing


class Clashes:
    """The contradictions of one interview, at most one a topic."""

    def __init__(self) -> None:
        self.all: list[Contradiction] = []

    def note(self, at: TopicHeard, old: list[Heard], new: list[Heard]) -> None:
        """Keeps the first pair of `old` and `new` words that clash."""
        clash = next(((a, b) for a in old for b in new if _clash(at, a, b)), None)
        if clash and not at.mixed and not any(c.topic == at.topic.id for c in self.all):
            self.all.append(Contradiction(at.topic.id, *clash))

    def put(self, topic: str) -> None:
        """It was put to the person."""
        self.all = [replace(c, put=True) if c.topic == topic else c for c in self.all]

    def settle(self, topic: str, option: str | None) -> None:
        """The person chose `option`, or None where they chose several."""
        self.all = [replace(c, put=True, kept=option) if c.topic == topic else c for c in self.all]


def opposed(topic: Topic, a: str | None, b: str | None) -> bool:
    """Whether two options of the topic cannot hold together."""
    if a is None or b is None or a == b:
        return False
    return topic.apart(a, b) or {topic.option(a).pole, topic.option(b).pole} == {"some", "little"}


def _clash(at: TopicHeard, old: Heard, new: Heard) -> bool:
    a, b = old.evidence, new.evidence
    settled = old.message in at.direct or abs(a.strength) >= VOLUNTEERED
    least = PLAIN if settled else PASSING
    if min(abs(a.strength), abs(b.strength)) < least or "reported" in (a.manner, b.manner):
        return False
    if a.option == b.option:
        denied = a.strength * b.strength < 0 and (b.strength > 0 or new.message in at.direct)
        return a.option is not None and denied
    return a.strength > 0 and b.strength > 0 and opposed(at.topic, a.option, b.option)
