"""Which of a role's pay figures tell what was asked: those beside a name, the plainest, the highest elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.answering.context import Context
from agent.answering.pay import Wanted, pay_figures, unit_of
from corpus.facets import facet_spans, facets_of
from corpus.figures import Figure


def highest_elsewhere(context: Context, role: str, want: Wanted, article: str) -> list[Figure]:
    """The highest amount of each other article's tables that names no employers, on the basis asked for."""
    best: dict[str, Figure] = {}
    for figure in pay_figures(context, role):
        if figure.article == article or not figure.from_table or figure.tier or not replace(want, tier=()).fits(figure):
            continue
        if figure.basis not in ("equity", "bonus") and figure.high > getattr(best.get(figure.article), "high", 0.0):
            best[figure.article] = figure
    return list(best.values())


def kinds_of(context: Context, names: Sequence[str]) -> tuple[str, ...]:
    """The kinds of employer of which an article gives one of `names` as an example ("AI labs such as OpenAI")."""
    found: dict[str, None] = {}
    for unit in context.statements.units:
        text = unit.text.lower()
        for tier, span in facet_spans(text, "tier"):
            after = re.split(r"\bat\b|;", text[span.end :])[0]
            if re.match(r"\W*(?:such as|like|including)\b", after) and any(name in after for name in names):
                found[tier] = None
    return tuple(found)


def of_kind(context: Context, role: str, want: Wanted, names: Sequence[str], article: str) -> list[Figure]:
    """What the articles other than `article` give for employers of the kind of those named."""
    tiers = kinds_of(context, names)
    alike = replace(want, tier=tiers)
    return [
        f
        for f in pay_figures(context, role)
        if tiers and f.article != article and f.from_table and alike.fits(f) and f.basis not in ("equity", "bonus")
    ]


def statistic(context: Context, figure: Figure) -> tuple[str, ...]:
    """The statistic of the figure's own words, else that of its row and column."""
    unit = unit_of(context, figure)
    return (facets_of(unit.text).statistic if unit else ()) or figure.statistic


def beside(context: Context, figure: Figure, names: Sequence[str]) -> bool:
    """Whether one of `names` is named by the figure's own words or row, or where its article gives it once more."""
    unit = unit_of(context, figure)
    text = unit.quote.of(context.articles[figure.article].text).lower() if unit else ""
    return any(name in text for name in names) or any(
        any(name in other.text.lower() for name in names)
        and any((n.low, n.high) == (figure.low, figure.high) for n in other.numbers)
        for other in context.statements.units
        if other.passage.article == figure.article and "pay" in other.measures and other.about() == (figure.role,)
    )


def plainest(context: Context, figures: list[Figure], want: Wanted) -> list[Figure]:
    """Table figures before sentences, sentences only for what no table gives; at most five an article."""
    best = {s.unit.key: s.score for s in context.ranked}
    out: list[Figure] = []
    for article in dict.fromkeys(f.article for f in figures):
        mine = [f for f in figures if f.article == article]
        tables = [f for f in mine if f.from_table]
        if not want.region and any(f.region == "us" for f in tables):
            tables = [f for f in tables if f.region != "india"]
        rest = sorted(
            (
                f
                for f in mine
                if not f.from_table
                and not (tables and f.region == "india" and not want.region)
                and not _covered(f, tables)
            ),
            key=lambda f: -best.get((f.article, f.span.start), 0.0),
        )
        out.extend([*tables, *rest[: 2 if not tables else 1]][: 3 if want.level else 6])
    return out


def _covered(figure: Figure, tables: Sequence[Figure]) -> bool:
    """Whether a table of the same article already spans the figure on the same basis and in the same money."""
    alike = [f for f in tables if f.basis == figure.basis and f.unit == figure.unit]
    return bool(alike) and min(f.low for f in alike) <= figure.low and figure.high <= max(f.high for f in alike)
