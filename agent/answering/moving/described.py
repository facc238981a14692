"""Which move between roles a statement is about, by its heading's or its own words."""

from __future__ import annotations

import re
from functools import lru_cache

from agent.answering.asking.ends import adjacent, ends
from agent.answering.asking.way import way
from agent.answering.context import Context
from corpus.roles import Roles
from corpus.units import Unit

Ends = tuple[str, str]  # (origin, goal)

_MOVES = re.compile(
    r"\b(?:mov(?:e|es|ed|ing) (?:from|to|into|between)|becom\w*|transition\w*|switch\w*|turn(?:ed|ing)|go(?:ing)? from"
    r"|go from|entering|step down|learn for|bring to|develop for|good .* without|reverse move)\b|-to-|\bfrom .* to\b",
    re.I,
)
_EXIT = re.compile(r"\b(?:lateral(?:ly)? (?:options?|moves?)|exits?|exit opportunit\w+)\b", re.I)
_BETWEEN = re.compile(r"\bmov\w+ between\b", re.I)
_HIRING = re.compile(r"\bhire[ds]?\b", re.I)


def directed(context: Context, origin: str, goal: str) -> list[Unit]:
    """The units about moving from `origin` to `goal`."""
    return [u for u in context.statements.units if (origin, goal) in ways_of(u, context.roles)]


def ways_of(unit: Unit, roles: Roles) -> frozenset[Ends]:
    """The moves that a unit tells of; empty for most. A statement under "From A to B" is about that move, one
    under another heading only where its own words name both ends."""
    if unit.kind == "cell" or unit.text.endswith(":") or _HIRING.search(unit.passage.heading):
        return frozenset()
    if "exits" in unit.measures and len(unit.roles) > 1 and _EXIT.search(unit.text):
        return frozenset((unit.roles[0], role) for role in unit.roles[1:])
    return _ways(unit.text, tuple(unit.passage.headings[-2:]), roles)


@lru_cache(maxsize=20_000)
def _ways(text: str, headings: tuple[str, ...], roles: Roles) -> frozenset[Ends]:
    told = [ends(h, roles) for h in headings if _MOVES.search(h)]
    if told and all(told[-1]):
        return frozenset({told[-1]})
    if not _MOVES.search(text):
        return frozenset(t for t in told if all(t))
    found = [(m.role, m.span.start, m.span.end) for m in roles.find(text)]
    both = tuple(dict.fromkeys(role for role, _, _ in found))
    if _BETWEEN.search(text) and len(both) == 2:
        return frozenset({both, both[::-1]})
    here = way(text, found)
    pair = adjacent(text, found) or ((here.origin, here.goal) if here and here.sure else None)
    return frozenset({pair} if pair else (t for t in told if all(t)))
