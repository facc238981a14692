"""Figures that a question quotes ("180-260 or 160-220?") and where the articles state them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agent.answering.context import Context
from agent.answering.disputing.equal import quantities, same
from agent.answering.disputing.sources import named
from agent.answering.disputing.stated import Stated, stated_of
from agent.answering.terms import content_terms
from corpus.quantities import Quantity
from corpus.units import Unit

__all__ = ["Lookup", "looked_up", "names_by", "of_each_role", "quantities", "says_one"]

_TURN = re.compile(r"[,;:?!](?=\s)|\b(?:and|but|while|whereas|yet|vs\.?|versus|against)\b", re.I)
_BEYOND = re.compile(
    r"\b(?:more than|over|above|beyond|north of|past|exceed\w*|upwards of|higher than) (?:even |about |around )?[$₹]?$",
    re.I,
)
_MONEY = ("USD", "INR")
_SMALL = 12  # a bare number up to this is found by chance nearly anywhere


@dataclass(frozen=True, slots=True)
class Lookup:
    """`found` are in the order quoted, each unit once; `absent` the quoted words that no article states; `spans`
    those that run over the levels of a table, whose lowest and highest amounts are among `found`."""

    found: tuple[Stated, ...]
    absent: tuple[str, ...]
    spans: tuple[str, ...] = ()


def of_each_role(context: Context) -> Lookup:
    """One quoted amount, looked up for each of the asked roles ("$210K: is that an FDE or an AI engineer?")."""
    quantity = quantities(context.question.asked)[0]
    found: list[Stated] = []
    for role in context.question.roles:
        hits = [h for h in _hits(context, quantity, (), own=True) if h[1].role == role and len(h[1].unit.roles) < 2]
        best = max(hits, key=lambda h: h[0])[1] if hits else None
        if best and not any(s.unit.key == best.unit.key for s in found):
            found.append(best)
    return Lookup(tuple(found) if len({s.role for s in found}) == len(found) else (), ())


def looked_up(context: Context) -> Lookup:
    """Each quoted amount where it is stated of an asked role; of another one only where it is nowhere else."""
    found: list[Stated] = []
    absent: list[str] = []
    for quantity in quantities(context.question.asked):
        hits, names = _best_first(quantity, _hits(context, quantity, found, own=True)), names_by(context, quantity)
        if not any(h[1].quantity and same(quantity, h[1].quantity) >= 1 and not _told(h[1], found) for h in hits):
            hits = [*_reaching(context, quantity, found), *hits]
        if not hits or (names and not says_one(hits[0][1].unit, names)):
            others = _best_first(quantity, _hits(context, quantity, found, own=False))
            hits = [h for h in others if not hits or says_one(h[1].unit, names)] or hits
        if not hits:
            absent.append(quantity.text)
        elif not any(s.unit.key == hits[0][1].unit.key and s.quantity == hits[0][1].quantity for s in found):
            found.append(hits[0][1])
    return Lookup(tuple(found), tuple(absent))


def _reaching(context: Context, quantity: Quantity, taken: Iterable[Stated]) -> list[tuple[float, Stated]]:
    """The band of an asked role that goes beyond an amount which is only said to be passed: "I saw more than 300"."""
    asked, used = context.question, {s.unit.key for s in taken}
    if not _BEYOND.search(asked.asked[: quantity.span.start]) or "pay" not in asked.measures:
        return []
    found: list[tuple[float, Stated]] = []
    for unit in context.statements.units:
        for stated, owner in zip(unit.numbers, unit.owners, strict=True):
            about = {owner} if owner else set(unit.about())
            wide = any(stated.low <= a < stated.high for a in (quantity.high, 1000 * quantity.high))
            if unit.key in used or not (wide and about & set(asked.roles)) or stated.unit not in _MONEY:
                continue
            score = _in_bounds(context, unit) + (0.6 if unit.kind == "cell" else 0.0)
            found.append((score, stated_of(context, unit, stated, owner or "")))
    return sorted(found, key=lambda h: -h[0])


def _told(one: Stated, found: Iterable[Stated]) -> bool:
    return any(s.unit.key == one.unit.key for s in found)


def _best_first(quantity: Quantity, hits: Iterable[tuple[float, Stated]]) -> list[tuple[float, Stated]]:
    """Where the amount itself, or one end of it, is stated, none that only lies about it."""
    found = sorted(hits, key=lambda h: -h[0])
    return [h for h in found if h[1].quantity and same(quantity, h[1].quantity) >= 1] or found


def _hits(
    context: Context, quantity: Quantity, taken: Iterable[Stated], *, own: bool
) -> Iterator[tuple[float, Stated]]:
    question = context.question
    roles, measures = set(question.roles), set(question.measures)
    sources = named(question, context.articles)
    used = {s.article for s in taken}
    terms, beside = content_terms(question, context.statements), names_by(context, quantity)
    for unit in context.statements.units:
        for stated, owner in zip(unit.numbers, unit.owners, strict=True):
            fit = same(quantity, stated)
            about = {owner} if owner else set(unit.about())
            if not fit or (not own and fit < 2) or (own and roles and not question.hinted and not roles & about):
                continue
            if unit.text.endswith(":") or not (quantity.unit or quantity.high > _SMALL or measures & unit.measures):
                continue
            score = fit + (0.6 if unit.kind == "cell" else 0.0) + (0.5 if measures & unit.measures else 0.0)
            score += _in_bounds(context, unit) + _labelled(context, unit, terms)
            score += 0.4 * says_one(unit, beside) - 0.05 * len(unit.numbers)
            score += 0.5 if unit.passage.article in sources else 0.0
            score += 0.9 if question.hinted and roles & about else 0.0
            score -= 0.3 if unit.passage.article in used else 0.0
            yield score, stated_of(context, unit, stated, owner or "", quantity)


def _in_bounds(context: Context, unit: Unit) -> float:
    """Against a unit of another level or place than was asked about, more than for the very amount over one end of
    a band: that it is of another one may still be the answer."""
    asked = context.question.facets
    return -sum(
        1.2
        for wanted, has in ((asked.level, unit.facets.level), (asked.region, unit.facets.region))
        if wanted and has and not set(wanted) & set(has)
    ) + sum(
        0.2
        for wanted, has in ((asked.basis, unit.facets.basis), (asked.tier, unit.facets.tier))
        if wanted and set(wanted) & set(has)
    )


def _labelled(context: Context, unit: Unit, terms: Iterable[str]) -> float:
    """For a row whose label has words of the question ("the range ends at …")."""
    return 0.15 * len(set(terms) & set(context.statements.tokenizer(unit.row))) if unit.row else 0.0


def names_by(context: Context, quantity: Quantity) -> set[str]:
    """Names of sources that stand beside the number in the question ("Glassdoor 156, Indeed 188")."""
    asked = context.question.asked
    clause = next((part for part in _TURN.split(asked) if quantity.text.lstrip("~") in part), asked)
    return {w.lower() for w in re.findall(r"[A-Z][\w.]+", clause)} & context.statements.names


def says_one(unit: Unit, names: Iterable[str]) -> bool:
    text = unit.text.lower()
    return any(name in text for name in names)
