"""Typed facts: every stated amount with its role, measure, basis, level, region, tier, years and place in the text.

A comparison is looked up here and not guessed. A figure keeps what the article says of it and no more: a
region, basis or level that is not stated is empty, and is not filled from anywhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.article import Span
from corpus.binding import bind
from corpus.facets import facet_spans
from corpus.quantities import Quantity
from corpus.units import Unit

CURRENCIES = ("USD", "INR", "EUR", "GBP")
_PARTS = ("equity", "bonus")


@dataclass(frozen=True, slots=True)
class Figure:
    """`low`..`high` in `unit` (`open`: "or more"), stated in `article`'s `passage`; `span` is the amount's unit
    (a sentence or cell), `quote` what is cited for it, `label` how the article itself names the level or row.
    `basis` is base, total, equity, bonus or "" (not stated); `years` the years it speaks of."""

    role: str
    measure: str
    basis: str
    level: tuple[str, ...]
    region: str
    tier: tuple[str, ...]
    statistic: tuple[str, ...]
    years: tuple[int, ...]
    low: float
    high: float
    unit: str
    open: bool
    text: str
    label: str
    article: str
    passage: str
    span: Span
    quote: Span
    from_table: bool


def figures_of(units: Iterable[Unit]) -> tuple[Figure, ...]:
    """The pay figures and the other stated amounts of `units` whose role is known."""
    return tuple(figure for unit in units for figure in _figures(unit))


def _figures(unit: Unit) -> Iterator[Figure]:
    for quantity, role in zip(unit.numbers, unit.owners, strict=True):
        if role is None:
            continue
        measure = _measure(unit, quantity)
        found = unit.facets
        basis = found.basis[0] if len(set(found.basis)) == 1 else _own_basis(unit, quantity)
        yield Figure(
            role,
            measure,
            basis if measure == "pay" else "",
            found.level,
            found.region[0] if len(found.region) == 1 else "",
            found.tier,
            found.statistic,
            unit.years,
            quantity.low,
            quantity.high,
            quantity.unit,
            quantity.open,
            quantity.text,
            unit.row,
            unit.passage.article,
            unit.passage.id,
            unit.span,
            unit.quote,
            unit.kind == "cell",
        )


def _own_basis(unit: Unit, quantity: Quantity) -> str:
    """The basis beside this very number, where a cell or sentence gives several ("$130K base; total comp $180K")."""
    named = facet_spans(unit.text, "basis")
    if len({value for value, _ in named}) < 2:
        return ""
    return bind(unit.text, named, [quantity.span])[0] or ""


def _measure(unit: Unit, quantity: Quantity) -> str:
    if quantity.unit in CURRENCIES:
        return "pay"
    if quantity.unit in ("month", "year") and "transition" in unit.measures:
        return "transition"
    others = [m for m in sorted(unit.measures) if m != "pay"]
    if quantity.unit in ("%", "x") and unit.measures & {
        "premium",
        "growth",
        "remote",
        "coding",
        "time",
        "variable",
        "education",
        "automation",
        "equity",
    }:
        order = ("remote", "growth", "equity", "education", "premium", "variable", "coding", "time", "automation")
        return next(m for m in order if m in unit.measures)
    return others[0] if others else next(iter(unit.measures), "")
