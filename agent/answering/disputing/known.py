"""Statements that people are known to set against each other (corpus/asked/across.yaml), and so does the question."""

from __future__ import annotations

from collections.abc import Sequence

from agent.answering.context import Context
from agent.answering.disputing.equal import quantities, same
from agent.answering.disputing.stated import Stated, stated_of
from agent.answering.fits import other
from corpus.quantities import Quantity
from corpus.units import Unit

ALIKE, PLAIN = 0.6, 0.7  # cosine, under the adapter, of a known one: of a dispute by its words, of any question
BEHIND = 0.04  # by how much less than the nearest plain question it may count


def set_apart(context: Context, disputing: bool) -> list[Stated]:
    """Those of the nearest known question that states every amount quoted here, these first and in the order quoted;
    [] where none is near."""
    question = context.question
    if question.follows or (question.kind in ("advice", "transition") and not disputing):
        return []
    quoted = quantities(question.asked)
    plain = max((known.score for known in context.answers), default=0.0)
    for near in context.apart if disputing else context.apart[:1]:
        units = [context.statements.units[i] for i in near.units]
        both = disputing and (len(quoted) > 1 or (len(quoted) == 1 and near.cosine >= PLAIN))  # an answer has but one
        alike = near.cosine >= (ALIKE if disputing else PLAIN) and (both or near.score >= plain - BEHIND)
        if alike and not _of_others(context, units) and _has_all(quoted, units):
            found = [_stated(context, unit, quoted) for unit in units]
            return sorted(found, key=lambda s: quoted.index(s.quoted) if s.quoted else len(quoted))
    return []


def _of_others(context: Context, units: Sequence[Unit]) -> bool:
    """Whether a role, level or place that was named is none of theirs."""
    about = {role for unit in units for role in unit.about()}
    named = set() if context.question.hinted else set(context.question.roles)
    return bool(named - about) or other(context, list(units)) or any(_elsewhere(context, unit) for unit in units)


def _elsewhere(context: Context, unit: Unit) -> bool:
    """Whether it is of another level or place than those named."""
    asked, stated = context.question.facets, unit.facets
    pairs = ((asked.level, stated.level), (asked.region, stated.region))
    return any(named and of and not set(named) & set(of) for named, of in pairs)


def _has_all(quoted: Sequence[Quantity], units: Sequence[Unit]) -> bool:
    return all(any(same(q, n) for u in units for n in u.numbers) for q in quoted)


def _stated(context: Context, unit: Unit, quoted: Sequence[Quantity]) -> Stated:
    """The unit with the amount that the question quotes of it, or its first."""
    for quantity in quoted:
        for number in unit.numbers:
            if same(quantity, number):
                return stated_of(context, unit, number, quoted=quantity)
    return stated_of(context, unit, next(iter(unit.numbers), None))
