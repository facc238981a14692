"""One amount as an article states it, with all that tells it apart from another: basis, level, employer, year, form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.answering.context import Context
from corpus.facets import facet_spans
from corpus.figures import CURRENCIES, Figure
from corpus.quantities import Quantity
from corpus.units import Unit

_MIDDLE = re.compile(r"\b(middle half|percentile)\b", re.I)
_YEARS = re.compile(r"\d+\s?[–-]\s?\d+ (?:yrs?|years?)|\d+ to \d+ years|\d+\+ (?:yrs?|years?)")


@dataclass(frozen=True, slots=True)
class Stated:
    """`quantity` is None for words without a number; `figure` None for what is no pay."""

    unit: Unit
    quantity: Quantity | None
    figure: Figure | None
    role: str

    @property
    def article(self) -> str:
        return self.unit.passage.article

    @property
    def experience(self) -> str:
        """The years by which the article cuts the level, "" where it gives none."""
        match = _YEARS.search(f"{self.unit.row} {self.unit.text if not self.unit.row else ''}")
        return match[0] if match else ""

    @property
    def statistic(self) -> str:
        """average or median, where said of this one."""
        if self.ranged and _MIDDLE.search(self.unit.text):
            return "middle-half band"
        own = [v for v, _ in facet_spans(self.unit.text, "statistic")]
        beside = [v for v, _ in facet_spans(f"{self.unit.column} {self.unit.row}", "statistic")]
        found = dict.fromkeys(own or beside)
        return next(iter(found)) if len(found) == 1 and "typical" not in self.unit.row.lower() else ""

    @property
    def ranged(self) -> bool:
        return self.quantity is not None and self.quantity.low != self.quantity.high


def stated_of(context: Context, unit: Unit, quantity: Quantity | None, role: str = "") -> Stated:
    """`quantity` of `unit`, with its pay figure where it is one."""
    figure = None
    if quantity is not None and quantity.unit in CURRENCIES:
        figure = next(
            (
                f
                for f in context.statements.figures
                if (f.passage, f.span, f.low, f.high) == (unit.passage.id, unit.span, quantity.low, quantity.high)
            ),
            None,
        )
    asked = [r for r in unit.about() if r in context.question.roles] or list(unit.about())
    about = figure.role if figure else role or (asked[0] if len(asked) == 1 else "")
    return Stated(unit, quantity, figure, about)
