"""Which earlier words on a topic give way to new ones. Pure; part of the fold."""

from __future__ import annotations

from dataclasses import dataclass

from agent.folding.clashes import PASSING, PLAIN, opposed
from agent.folding.topic import TopicHeard
from agent.guide import Topic
from agent.reading import Reading
from agent.state import Heard, Message


@dataclass(frozen=True, slots=True)
class Way:
    """Whether the earlier words give way, and whether a contradiction on the topic is settled by it, on `option`
    (None where the new words leave several)."""

    replaced: bool = False
    settles: bool = False
    option: str | None = None


def gives_way(topic: Topic, old: list[Heard], new: list[Heard], question: Message | None, reading: Reading) -> Way:
    """What becomes of `old` by `new`, said in reply to `question` (None where nothing was asked)."""
    stance = {h.option for h in new if h.option and h.evidence.strength > 0}
    if question is not None and question.plan == "amend" and old and {h.option for h in new} == {None}:
        return Way(replaced=True)
    if not stance or not old:
        return Way()
    chosen = next(iter(stance)) if len(stance) == 1 else None
    if reading.intent == "change" and reading.target in ("", topic.id):
        return Way(True, True, chosen)
    if question is None:
        return Way()
    if question.plan in ("confirm", "amend"):
        return Way(True, True, chosen)
    if question.topic != topic.id:
        return Way()
    if question.plan == "contradiction":
        return Way(chosen is not None, True, chosen)
    other = any(opposed(topic, h.option, o) for h in old for o in stance)
    weak = all(abs(h.evidence.strength) < PASSING for h in old) and any(h.evidence.strength >= PASSING for h in new)
    return Way(question.revisit or (question.plan in ("probe", "again") and (other or weak)))


def outdone(topic: Topic, new: list[Heard]) -> list[Heard]:
    """What goes against something that is said later in the same message, and as plainly: who is asked once more and
    rambles comes to the point in the end."""
    return [
        h
        for h in new
        if any(
            opposed(topic, h.option, o.option)
            and o.evidence.start > h.evidence.start
            and o.evidence.strength >= h.evidence.strength > 0
            for o in new
        )
    ]


def in_passing(at: TopicHeard, new: list[Heard], message: Message) -> list[Heard]:
    """Earlier mentions of the topic that a direct answer to its question goes against."""
    if message.id not in at.direct:
        return []
    plain = [h for h in new if h.option and h.evidence.strength >= PLAIN]
    return [
        h
        for h in at.heard
        if h.message not in at.direct
        and any(h.option != p.option for p in plain)
        and not any(h.option == p.option for p in plain)
    ]
