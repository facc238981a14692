"""Rows that set two roles side by side, and by how much the one lies above the other at either end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from agent.answering.context import Context
from agent.answering.pay import pay_figures, unit_of, wanted
from agent.answering.pay_pairs import pairs
from corpus.figures import Figure
from corpus.units import Unit


@dataclass(frozen=True, slots=True)
class Row:
    more: Figure
    less: Figure
    units: tuple[Unit, ...]
    ends: tuple[float, ...]  # by how many per cent the one is above the other: at the low end, at the high end


def rows_of(context: Context, said: Unit) -> Iterator[Row]:
    """Rows of the article that states the difference, within the bounds asked for; of every basis that is stated."""
    ahead = next((m.role for m in context.roles.find(said.text) if m.role in context.question.roles), "")
    want = wanted(context)
    tier = want.tier or said.facets.tier
    want = replace(want, tier=tier, basis=want.basis if len(want.basis) > 1 else ())
    groups = [g for _, g in pairs(context, want)] if not tier else list(_of_tier(context, tier))
    for group in groups:
        if not all(f.article == said.passage.article for f in group.values()) or len(group) != 2:
            continue
        more, less = sorted(group.values(), key=lambda f: f.role != ahead)
        units = tuple(u for f in (more, less) if (u := unit_of(context, f)))
        if more.basis == less.basis and more.unit == less.unit and less.low and len(units) == 2:
            low, high = _above(more.low, less.low), _above(more.high, less.high)
            yield Row(more, less, units, (low,) if more.low == more.high and less.low == less.high else (low, high))


def _of_tier(context: Context, tier: tuple[str, ...]) -> Iterator[Mapping[str, Figure]]:
    """Base and total of both roles at employers of one kind."""
    for one, basis in product(tier, ("total", "base")):
        group = {
            role: figure
            for role in context.question.roles
            for figure in pay_figures(context, role)
            if figure.from_table and one in figure.tier and figure.basis == basis
        }
        if len(group) == 2:
            yield group


def _above(more: float, less: float) -> float:
    return (more / less - 1) * 100
