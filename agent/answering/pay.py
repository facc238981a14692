"""Pay: figures looked up by role, level, region, tier and basis; each with its source, date and basis.

A figure is never moved from one basis, level, country or year to another, and unlike figures are not averaged.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from agent.answering.context import Context
from agent.answering.disputing.asked import figures_differ
from agent.answering.question import Question
from corpus.figures import CURRENCIES, Figure
from corpus.quantities import Quantity, find
from corpus.units import Unit

_EXCLUDED = re.compile(
    r"\b(not counting|without|excluding|apart from|before|minus|no)\b.{0,40}\b(bonus|equity|stock)", re.I
)
_BREAKDOWN = re.compile(
    r"\b(break(?:s|ing)? (?:(?:it|that|this|them) )?down|breakdown|components?"
    r"|(?:made|put) (?:up |together )?(?:out )?of|consists? of)\b",
    re.I,
)
_SAID_SO = re.compile(r"\b(averages?|mean|medians?)\b", re.I)
_GETS = re.compile(  # "what would a senior TAM get?"
    r"\b(?:what|how much)\b.{0,60}\b(?:get|make|cost|earn|bring home|take home)\b"
    r"(?! (?:into|to|the|an?|from|from|decisions?|done|hired|more of)\b)",
    re.I,
)
_HOW_LONG = re.compile(r"\bhow (?:long|soon|quickly|fast|many (?:months|years))\b", re.I)  # of a move, and no pay
PAY = ("pay", "premium", "equity", "bonus")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The bounds that a question puts on a pay figure."""

    level: tuple[str, ...]
    region: tuple[str, ...]
    tier: tuple[str, ...]
    basis: tuple[str, ...]
    years: tuple[int, ...] = ()
    statistic: tuple[str, ...] = ()  # a preference, no bound
    experience: float | None = None  # years

    def fits(self, figure: Figure) -> bool:
        band = experience_of(figure) if self.experience is not None else None
        return (
            (_holds(band, self.experience) if band else not self.level or bool(set(self.level) & set(figure.level)))
            and (
                not self.region
                or figure.region in self.region
                or (figure.region == "" and self.region == ("us",) and figure.unit == "USD")
            )
            and (not self.tier or bool(set(self.tier) & set(figure.tier)) or self._base_beside(figure))
            and (not self.basis or figure.basis in self.basis or self._base_beside(figure))
            and (not self.years or bool(set(self.years) & set(figure.years)))
        )

    def _base_beside(self, figure: Figure) -> bool:
        """Whether the figure is the base pay asked for beside the total at employers of a kind, or in its row."""
        if not self.tier or figure.tier or not {"base", "total"} <= set(self.basis):
            return False
        return figure.basis == "base" or (not figure.basis and "base" in figure.label.lower())


def implied(question: Question) -> bool:
    """Whether pay is meant though it is not named: roles set against each other at a level in a country, or in what
    they get at a level, or figures of one role that are said to differ, are only told of pay."""
    found, named = question.facets, set(question.measures) - {"difference", "ladder", "overlap"}
    level = bool(found.level) or question.experience is not None
    if len(question.roles) == 1 and question.facets.statistic and _SAID_SO.search(question.asked) and not named:
        return True  # "what average does Indeed report for an MLE?"
    if (
        len(question.roles) == 1
        and found.level
        and found.tier
        and not named - {"definition"}
        and figures_differ(question.asked)
    ):
        return True  # "one number for principals at frontier labs, and the FAQ another"
    if len(question.roles) == 1:
        return not named - {"reason", "choose", "definition"} and figures_differ(question.asked)
    bare = not (named - {"choose", "transition"} or _HOW_LONG.search(question.asked))
    return len(question.roles) > 1 and level and bare and (bool(found.region) or bool(_GETS.search(question.asked)))


def wanted(context: Context) -> Wanted:
    found = context.question.facets
    parts: tuple[str, ...] = tuple(m for m in ("equity", "bonus") if m in context.question.measures)
    if _EXCLUDED.search(context.question.asked):
        parts = ()
    basis = parts or tuple(b for b in found.basis if b in ("base", "total"))
    if parts and set(found.basis) & {"base", "total"}:
        basis = (*(b for b in found.basis if b in ("base", "total")), *parts)
    if _BREAKDOWN.search(context.question.asked):
        basis = ("total", "base", "equity", "bonus")
    level = found.level or _level_of(context)
    statistic = tuple(v for v in found.statistic if _SAID_SO.search(context.question.asked))
    return Wanted(
        level, found.region, found.tier, basis, context.question.years, statistic, context.question.experience
    )


def experience_of(figure: Figure) -> Quantity | None:
    """The years of experience by which a row is labelled ("Senior (5–8 yrs)")."""
    return next((q for q in find(figure.label) if q.unit == "year"), None)


def _holds(band: Quantity, years: float | None) -> bool:
    """Whether `years` lie in the band; a band to 2 years holds all that is short of 3."""
    return (
        years is not None
        and band.low <= years
        and (band.open or years <= band.high or band.high < years < band.high + 1)
    )


def _level_of(context: Context) -> tuple[str, ...]:
    years = context.question.experience
    if years is None:
        return ()
    return ("junior",) if years < 2.5 else ("mid",) if years < 5 else ("senior",)


def without_level(want: Wanted) -> Wanted:
    """The same bounds but for level and years of experience."""
    return replace(want, level=(), experience=None)


def pay_figures(context: Context, role: str) -> list[Figure]:
    """All pay figures of `role`, one per article and value, table cells before sentences, in article order."""
    seen: dict[tuple[object, ...], Figure] = {}
    for figure in context.statements.figures:
        if figure.role != role or figure.measure != "pay" or figure.unit not in CURRENCIES:
            continue
        unit = unit_of(context, figure)
        if unit is None or (not figure.from_table and figure.unit == "USD" and figure.low < 60_000):
            continue  # "$50K more" is a difference, not pay
        key = (figure.article, figure.low, figure.high, figure.unit, figure.basis, figure.tier, figure.region)
        if not figure.from_table and any(
            k[:4] == key[:4] and f.from_table and figure.basis in ("", f.basis) for k, f in seen.items()
        ):
            continue
        if key not in seen or (figure.from_table and not seen[key].from_table):
            seen[key] = figure
    return list(seen.values())


def unit_of(context: Context, figure: Figure) -> Unit | None:
    return next((u for u in context.statements.units if u.passage.id == figure.passage and u.span == figure.span), None)
