"""The facts told beside an opinion (place, pay, years …), and the topic that each belongs to. Part of the fold."""

from __future__ import annotations

from agent.folding.topic import TopicHeard
from agent.reading import Reading
from agent.state import Message

OF_TODAY = frozenset({"role", "years", "level"})  # slots that a wish or a plan does not fill


def fill(
    values: dict[str, tuple[str, str]],
    topics: dict[str, TopicHeard],
    message: Message,
    reading: Reading,
    at: TopicHeard | None,
) -> None:
    """Put each value of `reading` into `values` (slot -> value and message id) and on the topic that asks for it:
    the one that was asked about, else one that the message speaks of, else the first that has the slot."""
    dreams = at is not None and (at.topic.wish or at.topic.ahead)
    spoken = {e.topic for e in reading.evidence}
    for slot, value in reading.values:
        if dreams and slot in OF_TODAY and at is not None and slot not in at.topic.slots:
            continue  # "principal engineer one day" is no level
        values[slot] = (value, message.id)
        if at is not None and slot in at.topic.slots:
            at.values.append((slot, value, message.id))
            continue
        holders = [t for t in topics.values() if slot in t.topic.slots]
        for holder in [t for t in holders if t.topic.id in spoken] or holders[:1]:
            holder.values.append((slot, value, message.id))
