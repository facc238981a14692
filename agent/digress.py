"""The answers to "why do you ask?" and "how much is left?"."""

from __future__ import annotations

from dataclasses import replace

from agent.events import Citation
from agent.guide import Guide
from agent.parts import Parts
from agent.state import InterviewState
from agent.summary import progress


def why(parts: Parts, state: InterviewState) -> tuple[str, tuple[Citation, ...]]:
    """The topic's aim, and the weightiest criterion that hangs on it with the passage that states it."""
    pending = state.pending
    if pending is None or pending.topic is None:
        if pending is not None and pending.plan in ("confirm", "amend"):
            return "I ask so that the report rests on what you meant.", ()
        return "I ask so that nothing that matters to you is missing.", ()
    topic = parts.guide.topic(pending.topic)
    text = f"I ask because {topic.aim.strip().rstrip('.')}."
    if pending.plan == "probe" and pending.reason:
        text += f" I asked further because {pending.reason}."
    mine = sorted((c for c in parts.criteria.criteria if c.topic == topic.id), key=lambda c: -abs(c.weight))
    for criterion in mine:
        if citation := parts.cites.cite(criterion.passage, criterion.quote):
            statement = criterion.statement.strip().rstrip(".")
            return f"{text} For example: {statement} [1].", (replace(citation, marker=1),)
    return text, ()


def how_much_is_left(guide: Guide, state: InterviewState) -> str:
    now = progress(guide, state)
    left = now.total - now.covered
    if not left:
        return "All topics are through; only the summary is left."
    topics = "One topic is" if left == 1 else f"{left} of {now.total} topics are"
    minutes = "a minute" if now.minutes_left == 1 else f"{now.minutes_left} minutes"
    return f"{topics} left, about {minutes}."
