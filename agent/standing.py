"""What is said to "who would you hire?" and "which suits me?" in an interview: what its report says, since the articles
know nothing of the person, and two answers to one question may not differ."""

from __future__ import annotations

from agent.assess import assess
from agent.events import Answer, Ranked
from agent.parts import Parts
from agent.reporting.lines import shown
from agent.state import InterviewState
from agent.talk.said import told
from agent.talk.verdict import ENTRY


def standing(parts: Parts, state: InterviewState) -> Answer:
    """What the report says so far, or that it is to come."""
    if not state.done:
        return Answer(told("about")[ENTRY].says.strip(), kind="advice")
    first, *others = assess(parts.criteria, parts.guide, state, parts.cites.cite)
    if not first.reasons:
        return Answer("Nothing you said speaks for or against a choice yet, and the report says so.", kind="advice")
    return Answer(_first(first, others[0]), kind="advice")


def _first(first: Ranked, second: Ranked) -> str:
    points = f"{shown(first.score)} points"
    if first.score == second.score:
        return f"By your answers it is a tie of {first.name} and {second.name}, with {points} each; the report has why."
    against = [r for r in first.reasons if r.points < 0]
    counted = " What you said against it is counted there as well." if against else ""
    return (
        f"What your answers speak for most: {first.name}, with {points}; next comes {second.name}, with "
        f"{shown(second.score)}. The report gives the reason for each point, and changes with what you correct."
        f"{counted}"
    )
