"""Several moves in one answer, each by the statements that tell most of it."""

from __future__ import annotations

from collections.abc import Sequence

from agent.answering.claims import Draft, Frame, Piece, bullets
from agent.answering.context import Context, stated, with_article
from agent.answering.moving.described import directed
from agent.answering.moving.parts import Part, asked_parts, firmly, stated_parts, without_offers
from agent.answering.moving.ways import first
from corpus.units import Unit

EACH = 2  # statements of a part of one move
Ends = tuple[str, str]


def several(context: Context, moves: Sequence[Ends]) -> Draft | None:
    """A line or more for each move, and that it is not described where it is not; None where none is."""
    if not any(directed(context, *move) for move in moves):
        return None
    asked = [part for part in asked_parts(context.question.asked) if part in ("build", "carry")]
    rows: list[Piece] = []
    used: list[Unit] = []
    for move in moves:
        told = [u for u in _told(context, move, asked) if u not in used]
        used += told
        rows += [stated(context, u) for u in told] or [_undescribed(context, move)]
    return Draft((bullets(*rows),), "transition")


def _told(context: Context, move: Ends, asked: Sequence[Part]) -> list[Unit]:
    lead = first(context, *move)
    units = without_offers(directed(context, *move), context.question.asked)
    parts = stated_parts(sorted(units, key=lambda u: (-firmly(u), -context.score_of(u))))
    found = [u for part in asked for u in parts[part][:EACH]]
    return list(dict.fromkeys(([lead] if lead and not found else []) + found))


def _undescribed(context: Context, move: Ends) -> Frame:
    origin, goal = (with_article(context.called(role)) for role in move)
    return Frame(f"The articles describe no move from {origin} to {goal}.")
