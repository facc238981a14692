"""Questions about more than one move: "Which is quicker, TAM to FDE or MLOps to FDE?", "Can an FDE become a TAM or an
MLE?"."""

from __future__ import annotations

import itertools
import re

from agent.answering import patterns
from agent.answering.asking.way import Mention, joined, lean, moves_data

Ends = tuple[str, str]  # (origin, goal)
MOST = 3


def moves_told(text: str, mentions: list[Mention]) -> tuple[Ends, ...]:
    """The (origin, goal) of each move that `text` asks about; () where it is about one at most."""
    told = tuple(dict.fromkeys(_linked(text, mentions)))
    if len(told) < 2:
        told = _branching(text, mentions)
    return told[:MOST] if len(told) > 1 else ()


def _linked(text: str, mentions: list[Mention]) -> list[Ends]:
    """Each "A to B" and "from A … into B"."""
    found = []
    for (first, _, end), (second, start, _) in itertools.pairwise(mentions):
        between = text[end:start]
        if first != second and (patterns.BETWEEN.search(between) and not re.search(r"[.;?]|\bor\b", between)):
            found.append((first, second))
    return found


def _branching(text: str, mentions: list[Mention]) -> tuple[Ends, ...]:
    """Three roles of which one is the end (or the start) that the moves share."""
    roles = list(dict.fromkeys(role for role, _, _ in mentions))
    if len(roles) != 3 or not re.search(moves_data()["of_moves"], text, re.I):
        return ()
    leans = lean(text, mentions)
    for (one, _, end), (other, start, _) in itertools.pairwise(mentions):
        if joined().fullmatch(text[end:start]):  # "a TAM or an MLE": what stands before the first counts for both
            leans[other] = leans[other] or leans[one]
    last, first = min(roles, key=leans.__getitem__), max(roles, key=leans.__getitem__)
    goals, starts = [r for r in roles if leans[r] < 0], [r for r in roles if leans[r] > 0]
    if len(goals) == 1:
        return tuple((r, last) for r in roles if r != last)
    if len(starts) == 1:
        return tuple((first, r) for r in roles if r != first)
    return ()
