"""From what a person does today to what is recommended: how long, what carries over, what to build."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agent.criteria import Criteria, Recommendation, Transition
from agent.reporting.marks import Marks
from agent.reporting.pay import a
from agent.state import InterviewState


def way(
    criteria: Criteria, state: InterviewState, to: Recommendation, names: Mapping[str, str], marks: Marks
) -> dict[str, Any] | None:
    """{"to", "from", "text", "months", "carries_over", "build", "notes", "needs"}; None without transitions.

    Where the articles describe no such move `text` says so, and `needs` lists what the role asks for.
    """
    if criteria.present is None or not to.roles:
        return None
    start, goal = _present(criteria, state), to.roles[0]
    name = names.get(goal, goal)
    told: dict[str, Any] = {"to": name, "from": names.get(start, start), "text": "", "months": None,
                            "carries_over": [], "build": [], "notes": [], "needs": []}  # fmt: skip
    found = next((t for t in criteria.transitions if t.start == start and t.to == goal), None)
    if start == goal:
        told["text"] = f"As I understand it, this is what you do already: the work of {a(name)}."
    elif found is None:
        told["text"] = _unknown(criteria, state, told["from"], name)
        told["needs"] = marks.lines(to.needs)
    else:
        for part in ("carries_over", "build", "notes"):
            told[part] = marks.lines(getattr(found, part))
        told["months"] = marks.line(found.months) if found.months else None
        told["text"] = "" if told["months"] else "The articles describe this move, but give no time for it."
        if told["months"] and (hurry := _hurry(criteria, state, found)):
            told["notes"].append({"text": hurry, "markers": told["months"]["markers"], "ours": False})
    return told


def _unknown(criteria: Criteria, state: InterviewState, start: str, name: str) -> str:
    asks = "This is what they say the role asks for:"
    if start:
        return f"The articles do not describe the move from {start} to {name}. {asks}"
    topic = state.topics.get(criteria.present.topic) if criteria.present else None
    if topic is None or not topic.heard:
        return (
            "I don't know your present role, so I can't say what carries over from it. "
            f"The articles say that {a(name)} needs:"
        )
    return f"The articles do not describe the way from your present work to that of {a(name)}. {asks}"


def _present(criteria: Criteria, state: InterviewState) -> str:
    assert criteria.present is not None
    topic = state.topics.get(criteria.present.topic)
    heard = [h.option for h in topic.heard if h.evidence.strength > 0] if topic else []
    return next((criteria.present.roles[o] for o in reversed(heard) if o in criteria.present.roles), "")


def _hurry(criteria: Criteria, state: InterviewState, found: Transition) -> str:
    """A word when the person has less time than the articles give for the move."""
    topic = state.topics.get(criteria.deadline.topic) if criteria.deadline else None
    limit = criteria.deadline.months.get(topic.option or "") if criteria.deadline and topic else None
    if limit is None or found.least is None or limit >= found.least:
        return ""
    return f"You want to move within {limit:g} months, and {found.least:g} is the least the article gives."
