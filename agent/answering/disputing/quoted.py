"""Figures that a question quotes ("180-260 or 160-220?") and where the articles state them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agent.answering.context import Context
from agent.answering.disputing.sources import named
from agent.answering.disputing.stated import Stated, stated_of
from corpus.figures import CURRENCIES
from corpus.quantities import Quantity, find
from corpus.units import Unit

_DURATION = ("day", "week", "month", "year", "hour")
_APART = re.compile(  # "the gap between A and B" sets two amounts against each other and is no range
    r"(gap|difference|discrepanc\w+|conflict|mismatch|contradiction) between (\S+) and ", re.I
)
_SMALL = 12  # a bare number up to this is found by chance nearly anywhere
_BARE_K, _BARE_LAKH = 1_000, 100_000


@dataclass(frozen=True, slots=True)
class Lookup:
    """`found` are in the order quoted, each unit once; `absent` the quoted words that no article states."""

    found: tuple[Stated, ...]
    absent: tuple[str, ...]


def quantities(asked: str) -> list[Quantity]:
    """The amounts that a question quotes, without calendar years and years of experience."""
    parts = _APART.sub(r"\1: \2; ", asked)
    return [q for q in find(parts) if not q.year and q.unit not in ("year", "day", "hour")]


def of_each_role(context: Context) -> Lookup:
    """One quoted amount, looked up for each of the asked roles ("$210K: is that an FDE or an AI engineer?")."""
    quantity = quantities(context.question.asked)[0]
    found: list[Stated] = []
    for role in context.question.roles:
        hits = [h for h in _hits(context, quantity, (), own=True) if h[1].role == role]
        found += [max(hits, key=lambda h: h[0])[1]] if hits else []
    return Lookup(tuple(found), ())


def looked_up(context: Context) -> Lookup:
    """Each quoted amount where it is stated of an asked role; of another one only where it is nowhere else."""
    found: list[Stated] = []
    absent: list[str] = []
    for quantity in quantities(context.question.asked):
        hits = sorted(_hits(context, quantity, found, own=True), key=lambda h: -h[0])
        if not hits:
            hits = sorted(_hits(context, quantity, found, own=False), key=lambda h: -h[0])
        if not hits:
            absent.append(quantity.text)
        elif not any(s.unit.key == hits[0][1].unit.key and s.quantity == hits[0][1].quantity for s in found):
            found.append(hits[0][1])
    return Lookup(tuple(found), tuple(absent))


def _hits(
    context: Context, quantity: Quantity, taken: Iterable[Stated], *, own: bool
) -> Iterator[tuple[float, Stated]]:
    question = context.question
    roles, measures = set(question.roles), set(question.measures)
    sources = named(question, context.articles)
    used = {s.article for s in taken}
    for unit in context.statements.units:
        for stated, owner in zip(unit.numbers, unit.owners, strict=True):
            fit = _same(quantity, stated)
            about = {owner} if owner else set(unit.about())
            if not fit or (not own and fit < 2) or (own and roles and not question.hinted and not roles & about):
                continue
            if unit.text.endswith(":") or not (quantity.unit or quantity.high > _SMALL or measures & unit.measures):
                continue
            score = fit + (0.6 if unit.kind == "cell" else 0.0) + (0.5 if measures & unit.measures else 0.0)
            score += _in_bounds(context, unit)
            score += _named_beside(context, unit) - 0.05 * len(unit.numbers)
            score += 0.5 if unit.passage.article in sources else 0.0
            score -= 0.3 if unit.passage.article in used else 0.0
            yield score, stated_of(context, unit, stated, owner or "")


def _in_bounds(context: Context, unit: Unit) -> float:
    """Against a unit of another level or place than was asked about, more than for the very amount over one end of
    a band: that it is of another one may still be the answer."""
    asked = context.question.facets
    return -sum(
        1.2
        for wanted, has in ((asked.level, unit.facets.level), (asked.region, unit.facets.region))
        if wanted and has and not set(wanted) & set(has)
    )


def _named_beside(context: Context, unit: Unit) -> float:
    """For a source beside the number in the question ("Glassdoor 156") that the unit names as well."""
    names = {w.lower() for w in re.findall(r"[A-Z][\w.]+", context.question.asked)} & context.statements.names
    return 0.4 if any(n in unit.text.lower() for n in names) else 0.0


def _same(quoted: Quantity, stated: Quantity) -> float:
    """2 for the same amount, 1 for one end of a stated range, 0 otherwise. A bare number may be in thousands of
    dollars, lakhs, percent or a count."""
    for factor in _factors(quoted, stated):
        low, high = quoted.low * factor, quoted.high * factor
        if (low, high) == (stated.low, stated.high):
            return 2.0
        if low == high and low in (stated.low, stated.high):
            return 1.0
    return 0.0


def _factors(quoted: Quantity, stated: Quantity) -> tuple[int, ...]:
    if quoted.unit == stated.unit:
        return (1,)
    if quoted.unit == "INR" or stated.unit not in ("USD", "INR", "%", "x", *_DURATION) or quoted.unit:
        return ()
    if stated.unit in CURRENCIES:
        return (_BARE_K, 1) if stated.unit == "USD" else (_BARE_LAKH,)
    return (1,)
