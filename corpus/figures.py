"""Typed facts: every stated amount with its role, measure, basis, level, region, tier, years and place in the text.

A comparison is looked up here and not guessed. A figure keeps what the article says of it and no more: a
region, basis or level that is not stated is empty, and is not filled from anywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Span
from corpus.binding import bind
from corpus.facets import facet_spans
from corpus.quantities import Quantity
from corpus.units import Unit

CURRENCIES = ("USD", "INR", "EUR", "GBP")
_OUTSIDE = re.compile(r"\b(?:outside(?: of)?|beyond|not at|except)\s(?:the\s)?\Z", re.I)


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
        yield Figure(
            role,
            measure,
            basis_of(unit, quantity) if measure == "pay" else "",
            found.level,
            found.region[0] if len(found.region) == 1 else "",
            _tier(unit, quantity),
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


def basis_of(unit: Unit, quantity: Quantity) -> str:
    """base, total, equity or bonus as stated of this very number; "" where the words leave it open.

    A number's own cell or sentence goes before its row and column ("Up to ~$230K base" in a row of totals), and a
    basis said of a median is not that of an average beside it ("US median base (the MLE figure is an average)").
    """
    named = facet_spans(unit.text, "basis")
    if unit.kind == "cell" and not named:
        values = tuple(dict.fromkeys(unit.facets.basis))
        label = f"{unit.row} ; {unit.column}"
        said = [v for v, _ in facet_spans(unit.text, "statistic")]
        apart = said and any(_of_another(label, span, said) for _, span in facet_spans(label, "basis"))
        return values[0] if len(values) == 1 and not apart else ""
    if len({value for value, _ in named}) > 1:
        return bind(unit.text, named, [quantity.span])[0] or ""
    if not named:
        return unit.facets.basis[0] if len(set(unit.facets.basis)) == 1 else ""
    statistics = facet_spans(unit.text, "statistic")
    own = bind(unit.text, statistics, [quantity.span])[0]
    apart = own is not None and all(_of_another(unit.text, span, [own]) for _, span in named)
    return "" if apart else named[0][0]


def _tier(unit: Unit, quantity: Quantity) -> tuple[str, ...]:
    """The employers that the number is stated of: "outside the top labs" names no lab."""
    spans = facet_spans(unit.text, "tier")
    inside = [("" if _OUTSIDE.search(unit.text[: span.start]) else value, span) for value, span in spans]
    return () if bind(unit.text, inside, [quantity.span])[0] == "" else unit.facets.tier


def _of_another(text: str, basis: Span, statistics: Sequence[str]) -> bool:
    """Whether the basis at `basis` is said of ("median base") or set against ("average or base") a statistic
    that is not, or is, the number's own."""
    for value, span in facet_spans(text, "statistic"):
        between = text[span.end : basis.start]
        if re.fullmatch(r"\s+(?:[A-Za-z-]+\s+)?", between) and value not in statistics:
            return True
        if re.fullmatch(r"\s*(/|or)\s*", between) and value in statistics:
            return True
    return False


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
