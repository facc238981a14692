"""Which of two roles a move starts from, by the words that stand around their names.

"I do AI presales and want to build production ML instead" says no "from … to": the one role is told of the person,
the other is wished for. Each name is read with what stands right before and after it (`corpus/moves.yaml`).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from agent.answering import patterns
from agent.answering.moving.parts import asked_parts

STRONG, WEAK = 2, 1
REACH = 70  # characters before and after a name that are read
APART = 2  # by how much the two must differ then
ENOUGH = 3  # strength of both ends together from which a text is about a move
_ASIDE = frozenset(
    {"travel", "accounts", "reporting", "remote", "balance", "automation", "cycle", "openings", "equity"}
)
_WHAT = re.compile(
    r"\b(?:what|how)\b(?! role| job| hire).{0,24}? (?:should|must|can|could|do|would|to|will)"
    r" (?!we hire|i choose|i pick)",
    re.I,
)
_ASKED_OF = re.compile(r"\b(?:does|do|must|should|will|can|would|could|is|are)\s(?:an?\s|the\s|most\s|all\s)?$", re.I)
_HAS_TO = re.compile(
    r"s?\s(?:(?:really|actually|also|ever|even|usually|still|normally|often|typically)\s)*"
    r"(?:(?:have|need|got|expected|supposed|required|allowed|meant|able)\s(?:to\s)?)?"
    r"(?:be able to\s|know how to\s|know\s)?",
    re.I,
)
Mention = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Way:
    """(origin, goal) of a move; `sure` where both ends are told well enough to make it one, `plain` where each of
    them tells it alone."""

    origin: str
    goal: str
    sure: bool
    plain: bool


def way(text: str, mentions: list[Mention]) -> Way | None:
    """The way between the two roles mentioned; None unless two are, or where nothing tells them apart."""
    if len({role for role, _, _ in mentions}) != 2 or _side_by_side(text, mentions):
        return None
    starts, goals = _ends(text, mentions)
    one, other = dict.fromkeys(role for role, _, _ in mentions)
    leans = {role: starts[role] - goals[role] for role in (one, other)}
    if leans[one] == leans[other]:
        return None
    origin, goal = (one, other) if leans[one] > leans[other] else (other, one)
    strength = starts[origin] + goals[goal] if min(starts[origin], goals[goal]) > 0 else 0
    sure = strength >= ENOUGH and leans[origin] - leans[goal] >= APART
    return Way(origin, goal, sure, sure and strength >= 2 * STRONG)


def lean(text: str, mentions: list[Mention]) -> dict[str, int]:
    """By role, how much more the words around it tell of a start (above 0) than of a goal (below)."""
    starts, goals = _ends(text, mentions)
    return {role: starts[role] - goals[role] for role in starts}


def _ends(text: str, mentions: list[Mention]) -> tuple[dict[str, int], dict[str, int]]:
    """How strongly each role is told as a start, and as a goal."""
    starts: dict[str, int] = {}
    goals: dict[str, int] = {}
    for role, start, end in mentions:
        before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
        starts[role] = max(starts.get(role, 0), _strength("from", before, after))
        goals[role] = max(goals.get(role, 0), _strength("to", before, after))
    return starts, goals


def with_other_end(text: str, mentions: list[Mention], described: list[Mention]) -> list[Mention]:
    """`mentions` of one role with the other end of the move that the text speaks of, where it is but described
    (`described`) or named by its field ("from ML into presales")."""
    have = {role for role, _, _ in mentions}
    for other in (*fields_in(text), *described):
        if (
            other[0] in have
            or _deed(text, mentions, other)
            or any(other[1] < end and start < other[2] for _, start, end in mentions)
        ):
            continue
        both = sorted([*mentions, other], key=lambda m: m[1])
        told = way(text, both)
        if told and told.sure:
            return both
    return mentions


def _deed(text: str, mentions: list[Mention], other: Mention) -> bool:
    """Whether `other` is what somebody of the named role is asked to do: "Does an FDE have to train models?"."""
    return any(_ASKED_OF.search(text[:start]) and _HAS_TO.fullmatch(text[end : other[1]]) for _, start, end in mentions)


def fields_moved(text: str) -> list[Mention]:
    """Both ends of a move that are named by their fields ("I do demos and would like to build models"); [] where
    these are not two, or no move is told of them."""
    found = sorted(fields_in(text), key=lambda m: m[1])
    told = way(text, found)
    return found if told and told.sure else []


def fields_in(text: str) -> list[Mention]:
    """The roles that `text` names by their fields alone ("ML", "presales"), which only a move or a follow-up does."""
    return [(role, *match.span()) for role, pattern in _fields() for match in pattern.finditer(text)]


def moving(text: str, mentions: list[Mention], measures: Iterable[str], kind: str) -> bool:
    """Whether `text`, of the kind it seems to be, asks about the move itself: its ends are plain, and neither another
    thing of the two roles is asked nor which of them to take."""
    told = way(text, mentions)
    if told is None or not told.sure or (not told.plain and _ASIDE & set(measures) and not asked_parts(text)):
        return False
    return kind != "advice" or (_WHAT.search(text) is not None and not patterns.CHOICE_OF.search(text))


def _side_by_side(text: str, mentions: list[Mention]) -> bool:
    """Whether the two are compared or named in one breath ("FDE and TAM"), so that neither leads to the other."""
    if re.search("|".join(moves_data()["apart"]), text, re.I):
        return True
    return any(a[0] != b[0] and joined().fullmatch(text[a[2] : b[1]]) for a, b in itertools.pairwise(mentions))


def _strength(end: str, before: str, after: str) -> int:
    """How strongly the words around a name tell that it is this end ("from" or "to") of a move."""
    for strength, level in ((STRONG, "strong"), (WEAK, "weak")):
        here, behind = _cues()[end, level]
        if here.search(before) or behind.match(after):
            return strength
    return 0


@lru_cache(maxsize=1)
def joined() -> re.Pattern[str]:
    """What stands between two roles named in one breath."""
    raw = moves_data()
    return re.compile(rf"s?\W*(?:{'|'.join(raw['joined'])})(?:\W+(?:{'|'.join(raw['between'])}))*\W*", re.I)


@lru_cache(maxsize=1)
def moves_data() -> Any:
    """`corpus/moves.yaml`, as read."""
    return yaml.safe_load(resources.files("corpus").joinpath("moves.yaml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _fields() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (role, re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])", re.I))
        for role, words in moves_data()["fields"].items()
    )


@lru_cache(maxsize=1)
def _cues() -> dict[tuple[str, str], tuple[re.Pattern[str], re.Pattern[str]]]:
    raw = moves_data()
    between = rf"(?:\W+(?:{'|'.join(raw['between'])}))*\W*\Z"
    aside = rf"(?: (?:on|in|at|of) (?:my|our|the) \w+)?(?: (?:{'|'.join(raw['adverbs'])}))*"
    return {
        (end, level): (
            re.compile(rf"(?<!\w)(?:{'|'.join(raw[end]['before'][level])}){between}", re.I),
            re.compile(rf"s?{aside}(?:{'|'.join(raw[end]['after'][level])})", re.I),
        )
        for end in ("from", "to")
        for level in ("strong", "weak")
    }
