"""Another year than the one that the answer is of: a count of 2024 is none of 2025."""

from __future__ import annotations

import re

from agent.answering.asking.bounded import without_had
from agent.answering.asking.request import request
from agent.answering.context import Context
from agent.answering.direct import known
from corpus.facets import measure_name
from corpus.quantities import find
from corpus.units import Unit

_OF_A_YEAR = frozenset({"openings", "growth"})  # measures whose figures are of one year
_WHICH_YEAR = re.compile(r"\b(?:in|by|from) (?:what|which) year (?:will|would|might|is|are)\b|\bwhat year will\b", re.I)
_SPAN = re.compile(r"\b20\d\d\s?(?:[-–]|to|and|until|till|through|vs\.?|versus)\s?20\d\d\b", re.I)
_AMONG = 12  # statements among which one may be of the year


def other_year(context: Context) -> str:
    """A sentence when a figure of a year is asked for, and those stated are of other years; "" otherwise."""
    question = context.question
    if "pay" not in question.measures and (line := _to_come(context)):
        return line
    asked, measures = _years(without_had(question.asked)) or set(question.years), set(question.measures) & _OF_A_YEAR
    if not asked or not measures:
        return ""
    told = [u for u in known(context) if u.numbers and measures & u.measures]
    among = [s.unit for s in context.ranked[:_AMONG] if s.unit.numbers]
    near = [u for u in among if measures & u.measures and _of_asked(context, u)]
    told = [u for u in told if _years(u.whole)]
    span = _SPAN.search(question.asked) is not None  # of "2025 to 2026" no figure for 2024 to 2025 is one
    if not told or any((asked <= _years(u.whole)) if span else asked & _years(u.whole) for u in (*told, *near)):
        return ""
    return f"The articles give no figure of {measure_name(min(measures))} for {' or '.join(map(str, sorted(asked)))}."


def _to_come(context: Context) -> str:
    """A sentence when it is asked what a year will bring, or which year will, that no statement reaches to."""
    asked = request(context.question.asked)
    latest = max(_years(asked), default=0)
    if latest and not any(year >= latest for unit in context.statements.units for year in _years(unit.whole)):
        return "The articles say nothing about that year; they do not look so far ahead."
    if _WHICH_YEAR.search(asked) and not any(_years(u.whole) for u in known(context)):
        return "The articles give no year for that."
    return ""


def _of_asked(context: Context, unit: Unit) -> bool:
    return not context.question.roles or bool(set(context.question.roles) & set(unit.about()))


def _years(text: str) -> set[int]:
    """The calendar years in `text`, and both ends of a span of them. A statement's are those of its own words:
    `unit.years` are of the whole passage."""
    return {year for q in find(text) for year in q.years}
