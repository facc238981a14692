"""The words by which a follow-up is known to set roles side by side, or to ask for the same elsewhere (follow.yaml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml

_ROLE = re.compile(r"(?<![\w\\])R(?!\w)|(?<=\\b)R(?!\w)")  # R in a pattern, not part of a word


@dataclass(frozen=True, slots=True)
class FollowWords:
    """Patterns; in all before `easier` R stands for the role that a message names."""

    compared: tuple[re.Pattern[str], ...]
    outdone: tuple[re.Pattern[str], ...]
    after_difference: re.Pattern[str]
    already: re.Pattern[str]
    came_from: re.Pattern[str]
    easier: re.Pattern[str]
    alike: re.Pattern[str]
    pay: re.Pattern[str]
    share: re.Pattern[str]
    only_where: re.Pattern[str]
    matter: re.Pattern[str]
    apart: re.Pattern[str]
    rung_up: re.Pattern[str]
    rung_down: re.Pattern[str]
    only_compares: frozenset[str]


@lru_cache(maxsize=1)
def follow_words() -> FollowWords:
    raw = yaml.safe_load(resources.files("agent.answering.asking").joinpath("follow.yaml").read_text("utf-8"))

    def of(pattern: str) -> re.Pattern[str]:
        return re.compile(_ROLE.sub("(?-i:Rs?)", pattern), re.I)

    return FollowWords(
        tuple(map(of, raw["compared"])),
        tuple(map(of, raw["outdone"])),
        of(raw["after_difference"]),
        of(raw["already"]),
        of(raw["came_from"]),
        re.compile(raw["easier"], re.I),
        re.compile(raw["alike"], re.I),
        re.compile(raw["pay"], re.I),
        re.compile(raw["share"], re.I),
        re.compile(raw["only_where"], re.I),
        re.compile(raw["matter"], re.I),
        re.compile(raw["apart"], re.I),
        re.compile(raw["rung_up"], re.I),
        re.compile(raw["rung_down"], re.I),
        frozenset(raw["only_compares"]),
    )


def with_role(text: str, short: str) -> str:
    """`text` with R for the role that it calls `short`."""
    return re.sub(rf"(?<!\w){re.escape(short)}(?=s?(?!\w))", "R", text)
