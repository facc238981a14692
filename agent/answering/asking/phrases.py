"""The phrases of a question that may describe a role: "the person who minds accounts", "the demo crew"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from agent.answering.asking.clauses import LONGEST, Clauses, clauses

MOST_BEFORE = 6  # words that a description may have before its noun
AFTER, AFTER_DEED = (5, 8, 12, LONGEST), (3, 6, 10)  # words after it that are tried: where it ends is not always known
SHORTEST = 5  # characters
_WORD = re.compile(r"[\w'’/+-]+")
_OPPOSED = re.compile(r",?\s(?:instead of|rather than|unlike|as opposed to)\s", re.I)  # who is not meant follows
_END = re.compile(r"[?.!;:,()]|\b(?:than|or|vs|versus)\b", re.I)  # none of these stands before its noun


@dataclass(frozen=True, slots=True)
class Phrase:
    """Text from `start` to `end`; phrases of one `group` are longer and shorter readings of the same one, of which the
    one that is `whole` ends where the description does."""

    group: int
    start: int
    end: int
    whole: bool = False
    noun: bool = True  # it is built on a noun, not on a deed


@dataclass(frozen=True, slots=True)
class _Words:
    head: re.Pattern[str]
    no_head: re.Pattern[str]
    stop: re.Pattern[str]
    opens: re.Pattern[str]
    goes_on: re.Pattern[str]
    relative: re.Pattern[str]
    deed: re.Pattern[str]
    beside: re.Pattern[str]
    beside_deed: re.Pattern[str]
    clauses: Clauses


def phrases(text: str) -> list[Phrase]:
    """All readings, in the order of their nouns."""
    words = _words()
    heads = [(*m.span(), True) for m in words.head.finditer(text) if not words.no_head.fullmatch(m[0])]
    heads += [(*m.span(), False) for m in words.deed.finditer(text)]
    found = list[Phrase]()
    for group, (start, end, noun) in enumerate(sorted(heads)):
        begin = _begin(text, start) if noun else start
        if any(p.whole and p.noun and p.start <= begin and end <= p.end for p in found):
            continue  # within the description of another
        ends, whole = _ends(text, begin, end, noun)
        found += [Phrase(group, begin, e, e == whole, noun) for e in ends if e - begin >= SHORTEST]
    return found


def of_kin(text: str) -> Phrase | None:
    """What somebody does of whom a sentence of its own tells: "My cousin keeps customers happy after the sale. What
    would she earn?"; None where they but say or want something."""
    match = _of_kin().search(text)
    return Phrase(0, match.start("does"), match.end("does"), whole=True) if match else None


@lru_cache(maxsize=1)
def _of_kin() -> re.Pattern[str]:
    raw = _raw()
    whom, says = "|".join([*raw["kin"], *raw["somebody"]]), "|".join(raw["says"])
    return re.compile(
        rf"(?:^|[.!?]\s)\W*(?:(?:my|our|his|her|a|an)\s)?(?:\w+\s){{0,2}}(?:{whom})\b"
        r"(?:\s(?:i know|next door|of mine|of ours|(?:in|at|from|near)\s(?:my |our |the )?\w+))?,?\s"
        r"(?:[^,.?!]{0,20}\b(?:yrs?|years)\b[^,.?!]{0,25},\s)?"
        r"(?:(?:has|got|found|took) an? (?:new )?(?:job|role|position) (?:where|in which|that) (?:he |she |they )?)?"
        rf"(?!(?!keeps (?!\w+ing))(?:{says}|has|had|is|was|who)\b)(?P<does>\w+s\s[^.?!]{{20,}})(?=[.?!]\s)",
        re.I,
    )


def side_by_side(text: str) -> bool:
    """Whether more than one role may be described."""
    return _words().beside.search(text) is not None


@lru_cache(maxsize=1)
def told_by() -> Mapping[str, re.Pattern[str]]:
    """`speaks` right after a title and `says` further on, `kin` right before one: somebody who but tells or asks; `for`
    at the end: for whom it is asked ("… it's for a colleague who sells")."""
    raw = _raw()
    kin, says = "|".join(raw["kin"]), "|".join(raw["says"])
    return {
        "speaks": re.compile(rf"s?\W{{1,2}}(?:(?:{kin}|who|once|just|always) )*(?:{says}|friend)\b", re.I),
        "says": re.compile(rf"[^.?!]{{0,40}}\b(?:{says})\b", re.I),
        "kin": re.compile(
            rf"\b(?:my|our|his|her|a) (?:\w+ )?(?:{kin})\b,? (?:is |was |who is |who['’]s |being )?(?:an? )?$", re.I
        ),
        "for": re.compile(
            r"(?<=[.?!,;])\s+(?:it['’]?s|that['’]?s|this is|i['’]?m asking|asking)(?: just| only)? for "
            rf"(?:an?|my|our|his|her) (?:\w+ )?(?:{kin}|coll?egues?|colleagues|team)\b[^.?!]{{0,60}}[.!]*\s*$",
            re.I,
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


def _ends(text: str, begin: int, end: int, noun: bool) -> tuple[list[int], int]:
    """Where readings end of a phrase whose noun (or deed) ends at `end`, and which of them is whole (0: not known)."""
    ends = [end] if noun else []
    last, sure = end, False
    relative = noun and _words().relative.search(text[begin:end]) is not None
    if not noun or relative or _words().goes_on.match(text[end:]):
        last, sure = _words().clauses.end(text, begin, end)
        if not noun and (other := _words().beside_deed.search(text, end, last)):
            last, sure = other.start(), True  # "pitching AI and building models" are two
        if opposed := _OPPOSED.search(text, end, last):
            last, sure = opposed.start(), True
        words = list(re.finditer(r"\S+", text[end:last]))[:LONGEST]
        if words:
            ends += [end + words[min(k, len(words)) - 1].end() for k in (AFTER if noun else AFTER_DEED)]
    return list(dict.fromkeys(ends)), ends[-1] if ends and sure and ends[-1] == last else 0


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
        re.compile(rf"(?:{of('no_heads')})s?", re.I),
        re.compile(of("before_stops"), re.I),
        re.compile(raw["opens"], re.I),
        re.compile(rf"(?:['’]s)?,?\s*(?:{of('goes_on')})\b", re.I),
        re.compile(rf"\b(?:{of('relatives')})\Z", re.I),
        re.compile(rf"\b(?:{of('deeds')})\b", re.I),
        re.compile(rf"\b(?:{of('beside')})\b", re.I),
        re.compile(rf"\s(?:{of('beside_deed')})\b", re.I),
        clauses(raw["clause"]),
    )
