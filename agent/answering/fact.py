"""A fact gets a sentence or two; a list gets its items."""

from __future__ import annotations

from agent.answering.beside import NEAR, companions
from agent.answering.claims import Draft, bullets, paragraph
from agent.answering.context import Context, stated
from agent.answering.select import Scored
from agent.answering.terms import content_terms
from corpus.facets import measures_said
from corpus.units import Unit

MOST = 3
NUMERIC = ("time", "accounts", "travel", "growth", "openings", "remote", "education", "variable")
PLURAL = ("skills", "tools", "duties", "ladder", "exits", "employers", "choose", "reason", "overlap")


def fact(context: Context) -> Draft:
    """The best units as sentences; the whole list where the best is one item of a list that was asked for."""
    best = context.ranked[0]
    counted = set(context.question.measures) & set(NUMERIC)
    if not counted and (items := headed(context)) and any(s.unit in items for s in context.ranked[:6]):
        return Draft((bullets(*(stated(context, u) for u in items[:8])),), "list")
    if best.unit.kind == "item" and _wants_list(context) and _whole(context, best):
        return _list(context, best)
    chosen = companions(context.ranked, MOST)
    return Draft((paragraph(*(stated(context, u) for u in chosen)),), "fact")


def headed(context: Context) -> list[Unit]:
    """The list that is headed by just the one role and measure asked for ("TAM skill profile"); [] without."""
    question = context.question
    if len(question.roles) != 1 or len(content_terms(question, context.statements)) > 2:
        return []
    for measure in question.measures:
        if measure not in PLURAL:
            continue
        items = [
            u
            for u in context.statements.units
            if u.kind == "item"
            and u.setting == question.roles
            and measure in measures_said(u.lead or u.passage.heading)
            and not u.text.endswith(":")
        ]
        first = [u for u in items if (u.passage.id, u.lead) == (items[0].passage.id, items[0].lead)]
        if len(first) > 2:
            return first
    return []


def _wants_list(context: Context) -> bool:
    return context.question.kind == "list" or bool(set(context.question.measures) & set(PLURAL))


def _list(context: Context, best: Scored) -> Draft:
    items = siblings(context, best.unit)
    return Draft((bullets(*(stated(context, u) for u in items)),), "list")


def _whole(context: Context, best: Scored) -> bool:
    """Whether the question is met by the list, and not by one item that stands out of it."""
    scores = [context.score_of(u) for u in siblings(context, best.unit)]
    others = sorted(scores, reverse=True)[1:]
    return bool(others) and best.score - others[0] < 0.3 and len(others) >= 2


def siblings(context: Context, unit: Unit, most: int = 10) -> list[Unit]:
    """The items of the list in which `unit` stands, in their order."""
    place = (unit.passage.id, unit.lead)
    return [u for u in context.statements.units if u.kind == "item" and (u.passage.id, u.lead) == place][:most]


def listing(context: Context) -> Draft:
    """Items of the best list; or the best units, a cell's enumeration among them."""
    best = context.ranked[0]
    if best.unit.kind == "item" and _whole(context, best):
        return _list(context, best)
    chosen = companions(context.ranked, 4, NEAR)
    if len(chosen) > 2:
        return Draft((bullets(*(stated(context, u) for u in chosen)),), "list")
    return Draft((paragraph(*(stated(context, u) for u in chosen)),), "list")
