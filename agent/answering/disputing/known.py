"""Statements that people are known to set against each other (corpus/asked/across.yaml), and that the question does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.answering.asking.kind import GENERAL
from agent.answering.context import Context
from agent.answering.disputing.equal import in_words, nearly, quantities, same
from agent.answering.disputing.quoted import names_by, says_one
from agent.answering.disputing.signals import without
from agent.answering.disputing.sources import named
from agent.answering.disputing.stated import Stated, stated_of
from agent.answering.expected import Near
from agent.answering.fits import elsewhere, other
from agent.answering.negated import asks_denied
from agent.answering.pay import PAY
from corpus.quantities import Quantity, find
from corpus.units import Unit

ALIKE, PLAIN = 0.6, 0.7  # cosine, under the adapter, of a known one: of a dispute by its words, of any question
SURE = 0.8  # the same, of advice
FEW = 2  # words beside those of pay and of texts, with which a question asks for nothing else
BEHIND = 0.04  # by how much less than the nearest plain question that of a dispute may count
DEMAND = frozenset({"growth", "openings"})  # either tells who is wanted
AHEAD = 0.05  # … and by how much more it has to, where something else would tell all of it


def set_apart(context: Context) -> list[Stated]:
    """In a dispute: those of the nearest known question that states every amount quoted here, these first and in the
    order quoted; [] where none is near."""
    quoted = quantities(context.question.asked)
    if not quoted and (context.question.follows or _of_pay_alone(context)):
        return []
    about: list[Stated] = []  # those of the nearest that states them as about so much
    for near in context.apart:
        both = len(quoted) > 1 or (len(quoted) == 1 and near.cosine >= PLAIN)  # a plain question's answer has but one
        paid = set(context.question.measures) & set(PAY) and not quoted  # all figures of pay are told without it
        first = both or near.score >= (_plain(context) + AHEAD if paid else _plain(context, near) - BEHIND)
        if near.cosine >= ALIKE and first and (found := _found(context, near)):
            if all(_has(q, [s.unit for s in found]) for q in quoted):
                return found
            about = about or found
    return about


def set_apart_plainly(context: Context) -> list[Stated]:
    """The same for a question that has no word of a dispute, where no other known one is as near."""
    question = context.question
    near = next(iter(context.apart), None)
    if near is None or question.follows or (question.origin and question.goal):
        return []
    ahead = AHEAD if near.cosine >= SURE else 2 * AHEAD
    if question.kind == "advice" and near.score < _plain(context) + ahead:
        return []  # what is told of themselves decides
    if question.titled or named(question, context.articles) or asks_denied(question):
        return []  # what one article states was asked for, or what is not so
    told = len(question.roles) > 1 or bool(set(question.measures) & set(PAY))  # by a table, or by all figures of pay
    plain = _plain(context) + AHEAD if told else _plain(context, None if quantities(question.asked) else near)
    if near.cosine < PLAIN or near.score < plain:
        return []
    asked = set(question.measures) - {*GENERAL, *PAY}
    if asked & DEMAND:
        asked |= DEMAND
    found = _found(context, near)
    close = [s for s in found if asked & s.unit.measures]
    about = {role for s in close for role in s.unit.about()}
    kept = close if len(close) > 1 and (len(question.roles) < 2 or {*question.roles} <= about) else found
    return kept if len(kept) > 1 else []


def _of_pay_alone(context: Context) -> bool:
    """Whether it is only asked how the sources differ on pay: all of their figures tell that."""
    question = context.question
    left = without(question.bare, "texts", "places", "doubt", "clash", "empty", "amounts")
    return bool(set(question.measures) & set(PAY)) and len(re.findall(r"\w{4,}", left)) <= FEW


def _plain(context: Context, beside: Near | None = None) -> float:
    """How much the nearest known question counts in which nothing is set against anything, and whose answer is not
    for the most part told by that of `beside` as well."""
    told = set(beside.units) if beside else set[int]()
    others = (known for known in context.answers if 2 * len(told & {*known.units}) <= len(known.units))
    return max((known.score for known in others), default=0.0)


def _found(context: Context, near: Near) -> list[Stated]:
    units, quoted = [context.statements.units[i] for i in near.units], quantities(context.question.asked)
    if _of_others(context, units) or not _has_all(context, quoted, units) or _of_other_source(context, units, quoted):
        return []
    if (asked := set(context.question.roles)) and not quoted:
        units = [u for u in units if not u.about() or asked & set(u.about())]
    if len(units) < 2:
        return []
    found = [_stated(context, unit, quoted) for unit in units]
    wanted = context.question.facets.basis
    if wanted and (of := {s.basis for s in found if s.basis}) and not of & set(wanted):
        return []  # base pay was asked for, and these are bonuses
    return sorted(found, key=lambda s: quoted.index(s.quoted) if s.quoted else len(quoted))


def _of_others(context: Context, units: Sequence[Unit]) -> bool:
    """Whether a role, level or place that was named is none of theirs."""
    about = {role for unit in units for role in unit.about()}
    named = set() if context.question.hinted else set(context.question.roles)
    apart = any(elsewhere(context, [unit], ("level", "region")) for unit in units)  # each, and not all together
    return bool(named - about) or other(context, units) or apart


def _has_all(context: Context, quoted: Sequence[Quantity], units: Sequence[Unit]) -> bool:
    """Whether they state each amount; as about so much, where nothing that is said of the role states just that."""
    asked = set(context.question.roles)
    of_role = [u for u in context.statements.units if asked & set(u.about())]
    units = [u for u in units if not (asked and u.about()) or asked & set(u.about())]  # and of no other role
    return all(
        _has(q, units)
        or (any(nearly(q, n) for u in units for n in u.numbers) and (in_words(q) or not _holds(q, of_role)))
        for q in quoted
    )


def _holds(quantity: Quantity, units: Sequence[Unit]) -> bool:
    """Whether one states the amount, or a range that it lies in."""
    return any(same(quantity, n) > 0 for u in units for n in u.numbers)


def _has(quantity: Quantity, units: Sequence[Unit]) -> bool:
    """Whether one states the amount, or stands in a row that is headed by it ("Junior (0–2 yr)")."""
    return any(same(quantity, n) >= 1 for u in units for n in (*u.numbers, *find(u.row)))


def _of_other_source(context: Context, units: Sequence[Unit], quoted: Sequence[Quantity]) -> bool:
    """Whether an amount is quoted with its source ("McKinsey says 10%"), and stated with it by none of these units but
    by another."""
    for quantity in quoted:
        names = names_by(context, quantity)
        if not names or any(says_one(u, names) for u in units):
            continue
        if any(says_one(u, names) and _has(quantity, [u]) for u in context.statements.units):
            return True
    return False


def _stated(context: Context, unit: Unit, quoted: Sequence[Quantity]) -> Stated:
    """The unit with the amount that the question quotes of it, or its first."""
    for quantity in quoted:
        for number in unit.numbers:
            if same(quantity, number) >= 1:
                return stated_of(context, unit, number, quoted=quantity)
    return stated_of(context, unit, next(iter(unit.numbers), None))
