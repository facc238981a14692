"""One amount as an article states it, with all that tells it apart from another: basis, level, employer, year, form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.answering.context import Context, lower_first
from corpus.facets import facet_spans
from corpus.figures import CURRENCIES, Figure
from corpus.quantities import Quantity
from corpus.units import Unit

_MIDDLE = re.compile(r"\b(middle half|percentile)\b", re.I)
_YEARS = re.compile(r"\d+\s?[–-]\s?\d+ (?:yrs?|years?)|\d+ to \d+ years|\d+\+ (?:yrs?|years?)")
_PROJECTED = re.compile(r"\b(?:estimat\w+|project(?:s|ed|ion)|forecast\w*|through 20\d\d|by 20\d\d)\b", re.I)


@dataclass(frozen=True, slots=True)
class Stated:
    """`quantity` is None for words without a number; `figure` None for what is no pay. `employers` are the
    article's own words for the employers that it is stated of ("frontier labs"), "" where it names none; `beside`
    the statement that has these words, where the unit itself has not. `data` is the row's own source of data."""

    unit: Unit
    quantity: Quantity | None
    figure: Figure | None
    role: str
    employers: str = ""
    beside: Unit | None = None
    data: str = ""
    quoted: Quantity | None = None  # as the question has it: the amount itself, or one end of it

    @property
    def amount(self) -> str:
        """The quoted amount in the article's spelling ("$285K" of "$150K to $285K"); "" where none was quoted."""
        if self.quantity is None or self.quoted is None:
            return ""
        ends = re.split(r"\s?[–-]\s?|\sto\s", self.quantity.text)
        about = self.quoted.text.startswith("~")
        if len(ends) != 2 or about or self.quoted.low != self.quoted.high:
            return self.quantity.text
        low = self.quoted.low * 1.0
        of_low = any(low * f == self.quantity.low for f in (1, 1_000, 100_000))
        end = ends[0] if of_low else ends[1]
        sign = re.match(r"[~$₹]*", self.quantity.text)
        return end if end[0] in "~$₹" or sign is None else f"{sign[0]}{end}"

    @property
    def article(self) -> str:
        return self.unit.passage.article

    @property
    def level(self) -> tuple[str, ...]:
        return self.figure.level if self.figure else self.unit.facets.level

    @property
    def basis(self) -> str:
        return self.figure.basis if self.figure else ""

    @property
    def projected(self) -> bool:
        return _PROJECTED.search(self.unit.text) is not None

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


def stated_of(
    context: Context, unit: Unit, quantity: Quantity | None, role: str = "", quoted: Quantity | None = None
) -> Stated:
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
    employers, beside = _employers(context, unit, figure)
    return Stated(unit, quantity, figure, about, employers, beside, _data(context, unit), quoted)


def _employers(context: Context, unit: Unit, figure: Figure | None) -> tuple[str, Unit | None]:
    """("frontier labs", the sentence that says so) of a row that only says "top-tier", where another statement of
    the article gives the very amount to the role at such employers, or the section's lead speaks of them."""
    tiers = figure.tier if figure else unit.facets.tier
    if not tiers:
        return "", None
    own = next((w for t in (unit.text, unit.row, unit.column) if (w := _tier_words(t, tiers))), "")
    if own and (figure is None or "lab" in own.lower() or "lab" not in tiers):
        return own, None
    keys = {q.key for q in unit.numbers}
    for other in context.statements.units:
        if other.passage.article != unit.passage.article or other.kind == "cell":
            continue
        words = _tier_words(other.text, tiers)
        same = keys & {q.key for q in other.numbers} and set(unit.about()) & set(other.about())
        leads = not own and other.passage.section == unit.passage.section and not other.roles[2:]
        if words and "lab" in words.lower() and (same or leads):
            return words, other
    return own, None


def _tier_words(text: str, tiers: tuple[str, ...]) -> str:
    """How `text` calls the employers: "frontier AI labs", "top-tier"."""
    spans = [(tier, span) for tier, span in facet_spans(text, "tier") if tier in tiers]
    named = [s for s in spans if "lab" in text[s[1].start : s[1].end].lower()]  # before "top-tier", which names no one
    for _, span in named or spans:
        after = re.match(r"(?: AI)? (?:labs?|employers|companies|enterprises|startups)\b", text[span.end :])
        return lower_first(text[span.start : span.end + (after.end() if after else 0)])
    return ""


def _data(context: Context, unit: Unit) -> str:
    """What the row's column of sources says ("Levels.fyi (2023)"); "" where there is none."""
    if unit.kind != "cell" or "source" in unit.column.lower():
        return ""
    for other in context.statements.units:
        if other.passage.id == unit.passage.id and other.quote == unit.quote and "source" in other.column.lower():
            return other.text
    return ""
