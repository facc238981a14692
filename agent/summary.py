"""What has been understood so far: for the progress panel, the summary to confirm, and "summarise so far"."""

from __future__ import annotations

from math import ceil

from agent.acknowledge import lower
from agent.events import Progress, TopicView
from agent.guide import Guide, Option, Topic
from agent.quote import clip, verbatim
from agent.state import Heard, InterviewState, TopicState

NEAR = 0.8  # strength at which a second option is told beside the first
TOLD = 2


def views(guide: Guide, state: InterviewState) -> tuple[TopicView, ...]:
    """One line a topic, in the guide's order."""
    return tuple(
        TopicView(
            topic.id,
            topic.name,
            known.status,
            understood(guide, known),
            tuple(dict.fromkeys((h.message, h.quote) for h in _by_weight(known))),
        )
        for topic in guide.topics
        if (known := state.topics[topic.id])
    )


def _by_weight(known: TopicState) -> list[Heard]:
    """What was heard, the plainest words for the side that is told first."""
    return sorted(known.heard, key=lambda h: (h.option != known.option, -abs(h.evidence.strength)))


def progress(guide: Guide, state: InterviewState) -> Progress:
    covered, total = state.covered, len(guide.topics)
    if state.done:
        return Progress(covered, total, 0, views(guide, state))
    left = max(1, ceil(guide.minutes * (total - covered + 1) / (total + 1)))
    return Progress(covered, total, left, views(guide, state))


def understood(guide: Guide, known: TopicState) -> str:
    """Completes "You …"; "" when nothing was understood."""
    topic = guide.topic(known.id)
    options = {o.id: o for o in topic.options}
    if best := leading(topic, known):
        return " and ".join(options[option].summary for option in best)
    denied = [option for option, strength in known.weights().items() if strength < 0 and option in options]
    if denied:
        return f"ruled this out: “{options[denied[-1]].label.rstrip('.')}”"
    latest = [h.quote for h in reversed(known.heard)]
    values = [value for _, value, _ in known.values]
    quote = next((q for words in latest if (q := clip(words, holding=values) or verbatim(words))), "")
    return f"said “{quote}”" if quote else ""


def leading(topic: Topic, known: TopicState) -> list[str]:
    """The options that hold, the best supported first; a second one if it was said with it, as plainly, and the
    two can hold together."""
    options = {o.id: o for o in topic.options}
    weights = {option: s for option, s in known.weights().items() if s > 0 and option in options}
    first = known.option
    if not weights or first not in options:
        return []
    together = {h.message for h in known.heard if h.option == first}
    near = [
        h.option
        for h in known.heard
        if h.option in weights
        and h.option != first
        and h.message in together
        and h.evidence.strength >= max(NEAR, weights[first])
        and not _exclude(options[first], options[h.option])
    ]
    return list(dict.fromkeys([first, *near]))[:TOLD]


def _exclude(a: Option, b: Option) -> bool:
    """Whether one answer rules the other out: opposites, two degrees of one thing, two ranges of one number."""
    degrees = a.pole is not None and b.pole is not None
    ranges = {band.unit for band in a.bands} & {band.unit for band in b.bands}
    return a.opposite == b.id or b.opposite == a.id or degrees or bool(ranges)


def summary(guide: Guide, state: InterviewState) -> str:
    """A list for reading over; without a question mark, since a question follows it."""
    lines, without = [], []
    for topic in guide.topics:
        known = state.topics[topic.id]
        told = "" if known.status == "open" else understood(guide, known)
        if not told:
            if known.status in ("refused", "unknown", "vague"):
                without.append(lower(topic.name))
            continue
        quote = "" if told.startswith("said") else _words(known)
        lines.append(f"- **{topic.name}**: you {told}" + (f" (“{quote}”)" if quote else "") + ".")
    if without:
        lines.append(f"- **Left open**: {', '.join(without)}.")
    for clash in state.contradictions:
        if clash.kept is None and (a := clip(clash.earlier.quote)) and (b := clip(clash.later.quote)):
            lines.append(f"- **Two answers** on {lower(guide.topic(clash.topic).name)}: “{a}” and “{b}”.")
    return "\n".join(lines) or "- Nothing yet."


def _words(known: TopicState) -> str:
    """What they said, for the side that is told: the plainest of it."""
    return next((quote for h in _by_weight(known) if (quote := clip(h.quote))), "")
