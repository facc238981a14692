"""Which statements may fill a cell: about the role, on the measure, of the level, place and employers asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agent.answering import patterns
from agent.answering.context import Context
from corpus.facets import measures_said
from corpus.units import Unit

_COMPARES = re.compile(r"\b(than|whereas|while|against|compared|neither|both|but)\b", re.I)
_SHOULD = re.compile(r"\bshould (?:hire|choose)\b", re.I)
_MONEY = frozenset({"pay", "premium", "equity", "bonus", "variable"})


def candidates(context: Context, role: str, measure: str) -> list[Unit]:
    """Units about this role alone that speak of the measure, and not of a choice, a move or pay instead; where none
    does, those under a question that asks for it ("Which role has better work-life balance?")."""
    found = list(_about(context, role, measure))
    return found or list(_about(context, role, measure, asked=True))


def _about(context: Context, role: str, measure: str, *, asked: bool = False) -> Iterator[Unit]:
    roles = set(context.question.roles)
    for unit in context.statements.units:
        leads = unit.roles[:1] == (role,) and (
            unit.setting == (role,) or (measure in ("exits", "ladder") and not roles & set(unit.roles[1:]))
        )
        if unit.about() != (role,) and not leads:
            continue
        said = labelled(unit) | _headed(unit) if unit.kind == "cell" else unit.measures
        if asked:
            said = unit.under if unit.passage.heading.endswith("?") and unit.kind != "cell" else frozenset()
        if measure in said and _proper(context, unit, measure):
            yield unit


def beside_others(context: Context, role: str, measure: str) -> Iterator[Unit]:
    """Sentences that name this role beside another one asked about, or speak of the measure in a move."""
    asked = set(context.question.roles)
    for unit in context.statements.units:
        if role not in unit.roles or not set(unit.roles) <= asked:
            continue
        said = measures_said(unit.text) if unit.kind == "cell" else unit.measures
        alone = len(unit.roles) == 1 or _COMPARES.search(unit.text)
        if measure in said and alone and _proper(context, unit, measure, move=True):
            yield unit


def _proper(context: Context, unit: Unit, measure: str, *, move: bool = False) -> bool:
    if measure == "openings" and unit.numbers and all(q.unit == "%" for q in unit.numbers):
        return False  # how fast openings grow is no number of them
    apart = {"choose"} | (set() if move or measure in ("transition", "ladder", "exits") else {"transition"})
    apart |= set() if measure in _MONEY else {"pay"}
    if not move and "transition" in apart and "transition" in measures_said(unit.passage.heading):
        return False
    if (
        unit.text.endswith(":")
        or _SHOULD.search(unit.text)
        or apart & unit.measures
        or patterns.META.search(unit.text)
        or not fits(context, unit)
    ):
        return False
    publisher = context.articles[unit.passage.article].publisher
    if unit.kind != "cell" and ((publisher and publisher in unit.text) or patterns.OFFER.search(unit.text)):
        return False  # what a publisher says of its own products
    return not (unit.kind == "item" and patterns.CHOICE.search(unit.lead or unit.passage.heading))


def _headed(unit: Unit) -> frozenset[str]:
    """Skills, of the cells of a table that is headed by them and has a row a skill."""
    return measures_said(unit.passage.heading) & {"skills"}


def labelled(unit: Unit) -> frozenset[str]:
    """The measures that a cell's labels name: its row's, or its column's where the row names the role."""
    return measures_said(unit.column if " · " in unit.row or not unit.row else f"{unit.row} ; {unit.column}")


def fits(context: Context, unit: Unit) -> bool:
    """Whether the unit is of the level, place and employers asked about, or names none."""
    asked = context.question.facets
    return all(
        not (wanted := getattr(asked, name)) or not (has := getattr(unit.facets, name)) or bool(set(wanted) & set(has))
        for name in ("level", "region", "tier")
    )
