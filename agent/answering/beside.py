"""Which statements may stand beside the best one: nearly as good, and saying something that it does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agent.answering.select import Scored
from corpus.units import Unit

NEAR = 0.22  # how far below the best a companion may score


def companions(ranked: Sequence[Scored], most: int, near: float = NEAR) -> list[Unit]:
    """The best unit and those near to it that add something."""
    best = ranked[0]
    chosen = [best.unit]
    for scored in ranked[1:14]:
        if len(chosen) == most or scored.score < best.score - near:
            break
        if adds(scored.unit, chosen):
            chosen.append(scored.unit)
    return chosen


def adds(unit: Unit, chosen: Iterable[Unit]) -> bool:
    words = _words(unit.text)
    for other in chosen:
        theirs = _words(other.text)
        shared = len(words & theirs) / max(1, min(len(words), len(theirs)))
        same_numbers = {q.key for q in unit.numbers} <= {q.key for q in other.numbers}
        if (shared > 0.72 and same_numbers) or (unit.numbers and same_numbers and shared > 0.45):
            return False
    return True


def _words(text: str) -> frozenset[str]:
    return frozenset(w for w in text.lower().replace(",", " ").replace(".", " ").split() if len(w) > 3)
