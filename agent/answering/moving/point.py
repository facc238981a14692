"""Which statements of a move answer the very question, clause by clause where it asks more than one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from agent.answering.asking.way import moves_data
from agent.answering.context import Context
from agent.answering.direct import ALIKE, known
from agent.answering.expected import Expected, expect
from agent.answering.moving.parts import part_of
from agent.answering.moving.telling import fresh
from corpus.units import Unit

NEAR = 0.12  # how far below the best of the move's statements another still tells what was asked
BESIDE = 0.45  # the same of one that goes on where the best stops, in its passage
ASIDE = 0.3  # the same of one on none of the parts that are told anyway
AS_LIKE = 0.12  # how much further off than the nearest a known question may be and still speak
MOST = 4  # statements that answer the very question
EACH = 2  # statements of a point
SHORTEST = 4  # words of a clause that asks something by itself
_ASKS = (
    r"(?:how|what|which|who|whom|where|when|why|is|are|am|do|does|did|can|could|would|will|should|must|has|have|any)\b"
)
_BREAK = re.compile(rf"[.!?;:]+\s+|,?\s+(?:and|but|or)\s+(?={_ASKS})|,\s+(?={_ASKS})", re.I)


def point_of(context: Context, units: list[Unit]) -> tuple[list[Unit], bool]:
    """The known answers, the ranking's first of the move with what goes on from it in its passage, and the best for
    each clause; and whether any is a known answer."""
    sure = _known(context, units)
    nearest = [*_named(context, units), *sure[:MOST], *_first(context, units, bool(sure)), *_of_clauses(context, units)]
    return fresh(nearest, [], MOST), bool(sure)


def _named(context: Context, units: list[Unit]) -> list[Unit]:
    """What tells the points that the question names (its repute, its rhythm), two statements each."""
    found: list[Unit] = []
    for asks, says in _points():
        if asks.search(context.question.asked):
            found += [u for u in units if says.search(u.text)][:EACH]
    return found


@lru_cache(maxsize=1)
def _points() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    raw = moves_data()["points"]
    return tuple((re.compile(p["asks"], re.I), re.compile(p["says"], re.I)) for p in raw)


def _known(context: Context, units: list[Unit]) -> list[Unit]:
    """What answers the nearest known questions about this move; else about its two ends."""
    answers = _expected(context, context.question.asked).answers if context.question.follows else context.answers
    near = [(n.cosine, [context.statements.units[i] for i in n.units]) for n in answers[:6]]
    near = [(cosine, found) for cosine, found in near if cosine >= ALIKE and all(u in units for u in found)]
    if not near:
        return [u for u in known(context) if u in units or not u.numbers]
    best = max(cosine for cosine, _ in near)
    return [u for cosine, found in near if cosine >= best - AS_LIKE for u in found]


def _first(context: Context, units: list[Unit], sure: bool) -> list[Unit]:
    ranked = [s for s in context.ranked if s.unit in units]
    if not ranked:
        return []
    best = ranked[0]
    if sure:
        return [best.unit]
    chosen = [s.unit for s in ranked[:3] if s.score >= best.score - NEAR]
    chosen += [s.unit for s in ranked[1:4] if part_of(s.unit) == "other" and s.score >= best.score - ASIDE]
    if part_of(best.unit) == "other":
        place = best.unit.passage.id
        chosen += [s.unit for s in ranked[1:8] if s.unit.passage.id == place and s.score >= best.score - BESIDE]
    return chosen


def _of_clauses(context: Context, units: list[Unit]) -> list[Unit]:
    """For each clause that asks something, the statement of the move that its nearest known questions speak for."""
    asked = clauses(context.question.asked)
    if len(asked) < 2:
        return []
    found: list[Unit] = []
    places = [i for i, u in enumerate(context.statements.units) if u in units]
    for clause in asked:
        expected = _expected(context, clause)
        if len(expected.asked):
            found.append(context.statements.units[max(places, key=lambda i: float(expected.asked[i]))])
    return found


def _expected(context: Context, asked: str) -> Expected:
    """What is expected to answer `asked` by itself, said of this move."""
    way = f"{context.roles.short(context.question.origin)} to {context.roles.short(context.question.goal)}"
    return expect(context.statements, context.embed_questions([f"{way}: {asked}"], False))


def clauses(text: str) -> Sequence[str]:
    """The clauses of `text` that ask something: "What do I study, and will I have it harder?" has two."""
    parts = [part.strip(" ,?.!") for part in _BREAK.split(text)]
    return [p for p in parts if len(p.split()) >= SHORTEST and re.match(_ASKS, p, re.I)]
