"""An interview played again from its log: what was said, what was heard in it, and why each question came.

Every decision is made anew from the state before it. The replay ends in the same state as the interview, or
says where it parts from it (another version of the guide or of the program).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.criteria import Criteria
from agent.fold import fold
from agent.guide import Guide
from agent.log import Event
from agent.plan import next_move
from agent.record import reading_in
from agent.state import InterviewState


@dataclass(frozen=True, slots=True)
class Replay:
    """`lines` are for people; `parted` tells each decision that would now be another, empty when none."""

    lines: tuple[str, ...]
    state: InterviewState
    parted: tuple[str, ...]


def replay(guide: Guide, criteria: Criteria, events: Sequence[Event]) -> Replay:
    """`events` are one interview's, in order."""
    lines: list[str] = []
    parted: list[str] = []
    state = fold(guide, [])
    for n, event in enumerate(events):
        lines += _told(event)
        if event.payload.get("plan") and (difference := _decided(guide, criteria, state, event)):
            parted.append(difference)
            lines.append(f"      ! {difference}")
        state = fold(guide, events[: n + 1])
    return Replay((*lines, *_ending(state)), state, tuple(parted))


def _decided(guide: Guide, criteria: Criteria, state: InterviewState, event: Event) -> str:
    """How the logged question differs from what would be asked now; "" when it does not. What the person
    steered to is not the plan's."""
    if event.payload.get("revisit"):
        return ""
    move = next_move(guide, criteria, state)
    then = (event.payload["plan"], event.payload["topic"])
    if then == (move.kind, move.topic):
        return ""
    return f"m{event.seq}: {_named(*then)} then, {_named(move.kind, move.topic)} now: {move.reason}"


def _named(kind: str, topic: str | None) -> str:
    return f"{kind} {topic}" if topic else kind


def _told(event: Event) -> Iterator[str]:
    if event.kind == "read":
        reading = reading_in(event.payload["reading"])
        flags = [name for name in ("vague", "dodged") if getattr(reading, name)]
        yield f"      read as {', '.join([reading.intent, *flags])} ({event.provenance.get('engine', '')})"
        for e in reading.evidence:
            what = e.option or "own words"
            yield f"      heard {e.topic}: {what}, {e.strength:+.1f}, {e.manner}: “{e.quote}”"
        for kind in reading.left_out:
            yield f"      left out: {kind}"
    elif event.text or event.kind in ("opened", "restarted", "approved"):
        where = " ".join(str(event.payload[key]) for key in ("move", "topic") if event.payload.get(key))
        yield f"m{event.seq} {event.at} {event.author} {event.kind}{f' [{where}]' if where else ''}"
        yield from (f"    {line}" for line in event.text.splitlines())
        if reason := event.provenance.get("reason"):
            yield f"      because {reason}"


def _ending(state: InterviewState) -> Iterator[str]:
    yield "State at the end:"
    for topic in state.topics.values():
        yield f"    {topic.id}: {topic.status}{f', {topic.option}' if topic.option else ''}"
    yield f"    {state.asked} questions, {state.covered} of {len(state.topics)} topics covered"
