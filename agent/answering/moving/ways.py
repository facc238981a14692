"""Which moves there are: both directions of one, those to a role or from it, and where none is described."""

from __future__ import annotations

import re
from functools import lru_cache

from agent.answering.asking.way import moves_data
from agent.answering.claims import Block, Draft, Frame, Piece, bullets, paragraph
from agent.answering.context import Context, stated, with_article
from agent.answering.moving.described import directed
from agent.answering.moving.parts import answers, stated_parts, whole_time, without_offers
from corpus.units import Unit

MOST_EXITS = 6
_INTO = re.compile(r"\b(?:into|becom\w+|be an?|end up as|lead\w* to)\b", re.I)
_COMPARED = re.compile(r"\b(?:easier|harder|quicker|faster|longer|shorter|slower|tougher|simpler)\b", re.I)


def both_ways(context: Context, origin: str, goal: str) -> list[Piece]:
    """How long each direction takes, or how it compares, where the two are weighed; [] otherwise."""
    asked = context.question.asked
    if "reason" in context.question.measures or (context.question.follows and not context.roles.find(asked)):
        return []  # "and the other way round?" asks for the way back alone
    if not (_each_way().search(asked) or (_COMPARED.search(asked) and _twice(context))):
        return []
    found = [first(context, *way) for way in ((origin, goal), (goal, origin))]
    return [stated(context, u) for u in dict.fromkeys(found) if u] if all(found) else []


@lru_cache(maxsize=1)
def _each_way() -> re.Pattern[str]:
    return re.compile(moves_data()["each_way"], re.I)


def _twice(context: Context) -> bool:
    """Whether both roles are named twice: "from FDE to TAM or from TAM to FDE"."""
    said = [m.role for m in context.roles.find(context.question.asked)]
    return all(said.count(role) > 1 for role in context.question.roles)


def first(context: Context, origin: str, goal: str) -> Unit | None:
    """The statement that tells most of a move in one sentence: its time, else that it can be made."""
    units = without_offers(directed(context, origin, goal), "")
    parts = stated_parts(sorted(units, key=lambda u: -context.score_of(u)))
    times = sorted(parts["time"], key=lambda u: not whole_time(u))
    return next(iter([*times, *(u for u in parts["can"] if answers(u)), *parts["can"]]), None)


def undescribed(context: Context, origin: str, goal: str) -> Draft:
    """No article describes the move asked about: that, the way back where one is described, and other ways there."""
    way = f"from {with_article(context.called(origin))} to {with_article(context.called(goal))}"
    blocks: list[Block] = [paragraph(Frame(f"The articles describe no move {way}."))]
    if back := first(context, goal, origin):
        blocks += [paragraph(Frame("They describe the other direction:"), stated(context, back))]
    if rows := _ways(context, goal, True):
        blocks += [paragraph(Frame("The moves there that they do describe:")), bullets(*rows)]
    return Draft(tuple(blocks), "abstention", True)


def towards(context: Context) -> Draft | None:
    """Only one end is named: every move the articles describe to it (or from it)."""
    origin, goal = context.question.origin, context.question.goal
    there = bool(goal) or not origin or _INTO.search(context.question.asked) is not None
    rows = _ways(context, goal or origin, there)
    if not rows:
        return None
    return Draft((bullets(*rows) if len(rows) > 1 else paragraph(*rows),), "transition")


def _ways(context: Context, role: str, there: bool) -> list[Piece]:
    """A statement for each described move to the role (or from it), its time where one is given."""
    others = [other for other in context.roles.all if other != role]
    found = [first(context, *((other, role) if there else (role, other))) for other in others]
    return [stated(context, unit) for unit in found if unit]
