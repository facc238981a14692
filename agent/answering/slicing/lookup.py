"""The figures that fit a slice: the best of each article, of those that say nothing besides what was asked."""

from __future__ import annotations

from collections.abc import Iterator

from agent.answering.context import Context
from agent.answering.disputing.equal import same
from agent.answering.pay import pay_figures
from agent.answering.pay_pick import beside, statistic
from agent.answering.slicing.bounds import Slice
from corpus.figures import Figure
from corpus.quantities import Quantity


def figures(context: Context, one: Slice, before: Figure | None) -> list[Figure]:
    """The best of each article; of all articles but for those that fit no worse than the best."""
    fits = [(rank, f) for f in pay_figures(context, one.role) if (rank := _rank(context, one, f, before)) is not None]
    least = min((rank for rank, _ in fits), default=0.0)
    if one.more and fits:  # the next beyond a limit, else the farthest
        far = one.more * (-1 if one.limit else 1)
        return [max((f for rank, f in fits if one.limit or rank == least), key=lambda f: (far * f.high, f.from_table))]
    if one.each:
        return [f for rank, f in fits if rank == least]
    best: dict[str, Figure] = {}
    for rank, figure in fits:
        if rank == least:
            best.setdefault(figure.article, figure)
    return list(best.values())


def _rank(context: Context, one: Slice, figure: Figure, before: Figure | None) -> float | None:
    """How much the figure says that was not asked for; None where it lies outside the bounds."""
    if not all(_within(context, one, figure)):
        return None
    if one.more:
        past = one.limit or (before.high if before else 0.0)
        if before and (before.unit != figure.unit or _elsewhere(context, one, figure, before)):
            return None
        if (figure.high - past) * one.more < 0 or (figure.high == past and not figure.open):
            return None
    levels = set(context.question.facets.level)
    of_other = bool(one.amounts and len(levels) == 1 and figure.level) and not levels & set(figure.level)
    of_level = bool(figure.level) and not (one.level or one.each)
    unasked = 2.0 * of_level + 1.5 * (bool(figure.tier) and not one.tier) + of_other
    return unasked + 3.0 * (figure.basis in ("equity", "bonus") and not one.basis) + 0.5 * (not figure.from_table)


def _elsewhere(context: Context, one: Slice, figure: Figure, before: Figure) -> bool:
    """Whether the figure is of another article than the one before, and what is more is to be looked for in the same:
    it has another amount at the level asked about, and no other place is spoken of."""
    if one.articles or one.limit or one.tier or before.article == figure.article:
        return False
    same = (f for f in pay_figures(context, one.role) if f.article == before.article and f.unit == before.unit)
    levels = set(one.level)
    return not levels or any(levels & set(f.level) and not levels & set(before.level) for f in same)


def _within(context: Context, one: Slice, figure: Figure) -> Iterator[bool]:
    yield not one.level or bool(set(one.level) & set(figure.level))
    yield not one.each or bool(figure.level)
    yield not one.tier or bool(set(one.tier) & set(figure.tier))
    dollars = figure.region == "" and one.region == ("us",) and figure.unit == "USD"
    yield not one.region or figure.region in one.region or dollars
    yield bool(one.region) or figure.region != "india"
    yield not one.basis or figure.basis in one.basis or (not figure.basis and bool(one.statistic or one.overall))
    yield not one.statistic or bool(set(one.statistic) & set(statistic(context, figure)))
    yield not one.names or beside(context, figure, one.names)
    yield not one.articles or figure.article in one.articles
    yield not one.overall or (not figure.level and not figure.tier)
    amount = Quantity(figure.low, figure.high, figure.unit, figure.open, figure.span, figure.text)
    yield not one.amounts or any(same(q, amount) >= 0.8 for q in one.amounts)
