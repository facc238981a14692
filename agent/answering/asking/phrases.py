"""The phrases of a question that may describe a role: "the person who minds accounts", "the demo crew"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

MOST_BEFORE = 6  # words that a description may have before its noun
AFTER, AFTER_DEED = (5, 8, 12), (3, 6)  # words after it that are tried: where it ends is not known
SHORTEST = 5  # characters
_WORD = re.compile(r"[\w'’/+-]+")
_END = re.compile(r"[?.!;:,()]|\b(?:than|or|vs|versus)\b", re.I)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Text from `start` to `end`; phrases of one `group` are longer and shorter readings of the same one."""

    group: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    head: re.Pattern[str]
    no_head: re.Pattern[str]
    stop: re.Pattern[str]
    opens: re.Pattern[str]
    goes_on: re.Pattern[str]
    deed: re.Pattern[str]
    beside: re.Pattern[str]


def phrases(text: str) -> list[Phrase]:
    """All readings, in the order of their nouns."""
    words = _words()
    heads = [(*m.span(), True) for m in words.head.finditer(text) if not words.no_head.fullmatch(m[0])]
    heads += [(*m.span(), False) for m in words.deed.finditer(text)]
    found = []
    for group, (start, end, noun) in enumerate(sorted(heads)):
        begin = _begin(text, start) if noun else start
        found += [Phrase(group, begin, e) for e in _ends(text, end, noun) if e - begin >= SHORTEST]
    return found


def side_by_side(text: str) -> bool:
    """Whether more than one role may be described."""
    return _words().beside.search(text) is not None


@lru_cache(maxsize=1)
def told_by() -> Mapping[str, re.Pattern[str]]:
    """`speaks` right after a title and `says` further on, `kin` right before one: somebody who but tells or asks."""
    raw = _raw()
    kin, says = "|".join(raw["kin"]), "|".join(raw["says"])
    return {
        "speaks": re.compile(rf"s?\W{{1,2}}(?:(?:{kin}|who|once|just|always) )*(?:{says}|friend)\b", re.I),
        "says": re.compile(rf"[^.?!]{{0,40}}\b(?:{says})\b", re.I),
        "kin": re.compile(
            rf"\b(?:my|our|his|her|a) (?:\w+ )?(?:{kin})\b,? (?:is |was |who is |who['’]s |being )?(?:an? )?$", re.I
        ),
    }


def _begin(text: str, start: int) -> int:
    """Back from the noun over what belongs to it."""
    words, at = _words(), start
    for count, word in enumerate(reversed(list(_WORD.finditer(text, 0, start)))):
        if count >= MOST_BEFORE or _END.search(text[word.end() : at]) or words.stop.fullmatch(word[0]):
            break
        at = word.start()
        if words.opens.fullmatch(word[0]):
            break
    return at


def _ends(text: str, end: int, noun: bool) -> list[int]:
    rest = text[end:]
    ends = [end] if noun else []
    if not noun or _words().goes_on.match(rest):
        stop = _END.search(rest)
        words = list(re.finditer(r"\S+", rest[: stop.start()] if stop else rest))
        if words:
            ends += [end + words[min(k, len(words)) - 1].end() for k in (AFTER if noun else AFTER_DEED)]
    return list(dict.fromkeys(ends))


@lru_cache(maxsize=1)
def _raw() -> Any:
    return yaml.safe_load(resources.files("corpus").joinpath("phrases.yaml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _words() -> _Words:
    raw = _raw()

    def of(name: str) -> str:
        return "|".join(raw[name])

    return _Words(
        re.compile(rf"\b(?:{of('heads')})\b", re.I),
        re.compile(of("no_heads"), re.I),
        re.compile(of("before_stops"), re.I),
        re.compile(raw["opens"], re.I),
        re.compile(rf"(?:['’]s)?,?\s*(?:{of('goes_on')})\b", re.I),
        re.compile(rf"\b(?:{of('deeds')})\b", re.I),
        re.compile(rf"\b(?:{of('beside')})\b", re.I),
    )
