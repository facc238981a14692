"""What someone likes or dislikes, in plain words: "flights are not for me" turns down travel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from agent.answering.advising.sources import Axis, asks, axes
from agent.understanding.clauses import clauses
from agent.understanding.comparison import better, worse
from agent.understanding.stance import feeling, felt_nearby, joined

_FLIPPED = {"much": "little", "little": "much"}


def felt(text: str) -> Iterator[tuple[str, str]]:
    """(id of a wish, the clause that says it), in the order of the text."""
    for clause in clauses(text):
        said = joined(clause.words)
        for axis, pattern in _compiled():
            if (match := pattern.search(said)) and (key := _pole(axis, said, match)):
                yield key, text[clause.start : clause.end]


def opposites() -> frozenset[tuple[str, str]]:
    """Pairs of wishes of which only one can be meant, both ways round."""
    pairs = {(axis.much, axis.little) for axis in axes() if axis.much and axis.little}
    return frozenset(pairs | {(b, a) for a, b in pairs})


def _pole(axis: Axis, said: str, match: re.Match[str]) -> str:
    before, after = said[: match.start()].strip(), said[match.end() :].strip()
    found = feeling(said, before, after)
    pole = found.pole
    if asks("keeps").search(said):
        return axis.much
    if not better(before, after) and asks("dislikes").search(said):
        return axis.little
    if worse(said, before):
        pole = _FLIPPED.get(pole, "little")
    elif better(before, after):
        pole = "much"
    elif not found.wish or not felt_nearby(before, after):
        return ""
    return {"much": axis.much, "little": axis.little}.get(pole, "")


@cache
def _compiled() -> tuple[tuple[Axis, re.Pattern[str]], ...]:
    return tuple((axis, re.compile(rf"(?<![\w'])(?:{'|'.join(axis.words)})(?![\w'])")) for axis in axes())
