"""The two ends of a move between roles, as a text names them."""

from __future__ import annotations

import itertools
import re

from agent.answering import patterns
from agent.answering.asking.way import way
from corpus.roles import Roles

_CHOICE = re.compile(r"\W*(?:so |and |ok |hi |well )*(?:(?:torn|stuck|choosing|deciding|a choice) )?between\b", re.I)


def ends(text: str, roles: Roles) -> tuple[str, str]:
    """(origin, goal) of the move that `text` speaks of, "" where an end is not named."""
    return ends_among(text, [(m.role, m.span.start, m.span.end) for m in roles.find(text)])


def ends_among(text: str, mentions: list[tuple[str, int, int]]) -> tuple[str, str]:
    """(origin, goal) of a move; one mention alone is the goal unless "from" or "I'm a" stands before it."""
    if not mentions or _CHOICE.match(text):
        return "", ""

    def role_in(start: int, end: int) -> str:
        return next((r for r, s, e in mentions if start <= s and e <= end), "")

    if pair := adjacent(text, mentions):
        return pair
    if match := patterns.FROM_TO.search(text):
        a, b = role_in(*match.span("a")), role_in(*match.span("b"))
        if a and b:
            return a, b
    told = way(text, mentions)
    if told and told.sure:
        return told.origin, told.goal
    if match := patterns.BECOME.search(text):
        a, b = role_in(*match.span("a")), role_in(*match.span("b"))
        if a and b and a != b:
            return a, b
    distinct = list(dict.fromkeys(r for r, _, _ in mentions))
    goal = next((r for r, s, _ in mentions if patterns.GOAL.search(text[:s])), "")
    if goal and len(distinct) == 2:
        return next(r for r in distinct if r != goal), goal
    if told:
        return told.origin, told.goal
    if len(distinct) >= 2:
        return distinct[0], distinct[1]
    _, start, _ = mentions[0]
    here = text[:start]
    if (
        patterns.I_AM.search(here)
        or re.search(r"\bfrom (being )?(an? |the )?$", here, re.I)
        or re.search(r"^\W*(can|could|do|does|how (can|could|do|does|hard)).{0,20}(an? )?$", here, re.I)
    ):
        return distinct[0], ""
    return "", distinct[0]


def adjacent(text: str, spans: list[tuple[str, int, int]]) -> tuple[str, str] | None:
    """("tam", "fde") of "TAM to FDE" or "TAM -> FDE"."""
    for (first, _, end), (second, start, _) in itertools.pairwise(spans):
        if first != second and patterns.BETWEEN.fullmatch(text[end:start]):
            return first, second
    return None
