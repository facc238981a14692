"""Where no wish is heard: the statement for one role that lies nearest to what is said, as the known questions tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from agent.answering.advising.wishes import Ground, Known, Wish
from agent.answering.context import Context
from agent.answering.expected import expect

LEAD = 0.03  # by how much the nearest statement for one role must lead those for the others
LEAST = 0.5  # expected likeness under which none is near
FOR = 1.5  # weight from which a statement speaks for a role


def nearest(
    context: Context, known: Known, parts: Sequence[str], among: Sequence[str], company: bool
) -> tuple[Wish, float, str] | None:
    """(a wish of just that statement, its expected likeness, the words it is near to); None where no role leads."""
    wordings = list(dict.fromkeys([*parts, context.question.bare]))
    vectors = context.embed_questions(wordings, False) if parts else None
    if vectors is None:
        return None
    best: dict[str, tuple[float, Ground, str]] = {}
    grounds = list(_grounds(known.wishes.values(), among, company))
    places = {unit.key: i for i, unit in enumerate(context.statements.units)}
    for words, vector in zip(wordings, np.asarray(vectors), strict=True):
        near = expect(context.statements, vector[None, :]).asked
        for ground in grounds:
            value = float(near[places[ground.unit.key]])
            if value > best.get(ground.of, (LEAST, None, ""))[0]:
                best[ground.of] = (value, ground, words)
    order = sorted(best.values(), key=lambda b: -b[0])
    if not order or (len(order) > 1 and order[0][0] - order[1][0] < LEAD):
        return None
    value, ground, words = order[0]
    return Wish(f"nearest {ground.unit.key}", (), (ground,), company), value, words


def _grounds(wishes: Iterable[Wish], among: Sequence[str], company: bool) -> Iterator[Ground]:
    """Statements that speak for one of the roles, and compare it with none that is not up for choice."""
    few = len(among) == 2
    for wish in wishes:
        top = max((g.weight for g in wish.grounds), default=0.0) if wish.company == company else 0.0
        for ground in wish.grounds:
            inside = not few or set(ground.unit.roles) <= set(among)
            if ground.of in among and ground.weight >= max(FOR, top) and inside:
                yield ground
