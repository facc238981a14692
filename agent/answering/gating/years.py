"""Another year than the one that the answer is of: a count of 2024 is none of 2025."""

from __future__ import annotations

from agent.answering.context import Context
from agent.answering.direct import known
from corpus.facets import measure_name
from corpus.quantities import find
from corpus.units import Unit

_OF_A_YEAR = frozenset({"openings", "growth"})  # measures whose figures are of one year
_AMONG = 12  # statements among which one may be of the year


def other_year(context: Context) -> str:
    """A sentence when a figure of a year is asked for, and those stated are of other years; "" otherwise."""
    question = context.question
    asked, measures = set(question.years), set(question.measures) & _OF_A_YEAR
    if not asked or not measures:
        return ""
    told = [u for u in known(context) if u.numbers and measures & u.measures]
    near = [s.unit for s in context.ranked[:_AMONG] if measures & s.unit.measures and _of_asked(context, s.unit)]
    if not told or not all(_years(u) for u in told) or any(asked & _years(u) for u in (*told, *near)):
        return ""
    return f"The articles give no figure of {measure_name(min(measures))} for {' or '.join(map(str, sorted(asked)))}."


def _of_asked(context: Context, unit: Unit) -> bool:
    return not context.question.roles or bool(set(context.question.roles) & set(unit.about()))


def _years(unit: Unit) -> set[int]:
    """Of its own words: `unit.years` are those of the whole passage."""
    return {int(q.low) for q in find(unit.whole) if q.year}
