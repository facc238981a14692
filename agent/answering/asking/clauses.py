"""Where a clause that describes somebody ends: "the one who minds accounts, do they code?", "Does the one who minds
accounts ever travel?".

A comma, colon or dash ends it where what follows takes the person up again; a question that opens with its verb ("Does
…") where the rest of that verb comes; else the sentence's end does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LONGEST = 26  # words of a clause
_BREAK = re.compile(r"[?.!;:,()]|\s[-–—]+\s|\b(?:than|or|vs|versus)\b", re.I)
_THING = re.compile(r"code|programs?|work|changes?", re.I)  # what somebody may do, or have ("who ships code | earn")
_WORD = re.compile(r"[\w'’/+-]+")
_ASKS_ON = re.compile(  # "pitching AI | will machines take over?", "who train models | are machines taking over?"
    r"(?<=\w) (?:will|would|can|could|should|do|does|did|are|is) "
    r"(?:machines?|bots?|robots?|AI|I|we|you|they|it|my|our|the|others?)\b"
)
_GOES_ON = re.compile(  # "people who build models | are being replaced", "| often go off and found a company"
    r"(?<=\w) (?:(?:are|is|were|was) (?:being|getting|now|already) |(?:often|usually|typically|commonly|frequently"
    r"|eventually|tend to|end up) )\w",
    re.I,
)
LEAST = 20  # characters of a description before which nothing new is said of it


@dataclass(frozen=True, slots=True)
class Clauses:
    """Reads ends by the word lists of `raw` (corpus/phrases.yaml)."""

    taken_up: re.Pattern[str]
    goes_on: re.Pattern[str]
    opens: Mapping[str, re.Pattern[str]]
    verbs: Mapping[str, re.Pattern[str]]
    bound: re.Pattern[str]
    another: re.Pattern[str]

    def end(self, text: str, start: int, head: int) -> tuple[int, bool]:
        """(where the clause ends at the latest, whether it surely ends there) of one whose noun ends at `head` and
        which begins at `start`."""
        at, sure = self._break(text, head)
        if cuts := [cut.start() for cut in (_ASKS_ON.search(text, head, at), _goes_on(text, start, head, at)) if cut]:
            at, sure = min(cuts), True
        for kind, opening in self.opens.items():
            if opening.search(text[:start]):
                split = self._predicate(text, head, at, self.verbs[kind])
                return (split, True) if split else (at, sure and text[at : at + 1] not in ("", "?", "."))
        return at, sure

    def _break(self, text: str, head: int) -> tuple[int, bool]:
        if other := self.another.search(text, head):
            at, sure = self._stop(text[: other.start()].rstrip(), head)
            return (at, sure) if at < other.start() and sure and text[at : at + 1] else (at, False)
        return self._stop(text, head)

    def _stop(self, text: str, head: int) -> tuple[int, bool]:
        first = 0
        for found in _BREAK.finditer(text, head):
            rest, mark = text[found.end() :], found[0].strip()
            if mark in (",", ":", "-", "–", "—") and self.taken_up.match(rest):
                return found.start(), True
            if mark in (":", "-", "–", "—") and not first:
                return found.start(), True  # what is asked stands behind it
            if mark != ",":
                return (first, False) if first else (found.start(), mark in ("?", ".", "!", ";"))
            if not (first or self.goes_on.match(rest)):
                first = found.start()
        return (first, False) if first else (len(text), True)

    def _predicate(self, text: str, head: int, stop: int, verbs: re.Pattern[str]) -> int:
        """Where the rest of the verb begins that opened the question; 0 where it is not found."""
        before = ""
        words = list(_WORD.finditer(text, head, stop))[:LONGEST]
        for count, word in enumerate(words):
            thing = _THING.fullmatch(word[0]) and any(
                verbs.match(text, w.start(), stop) for w in words[count + 1 :][:1]
            )
            if count and not thing and not self.bound.fullmatch(before) and verbs.match(text, word.start(), stop):
                return len(text[: word.start()].rstrip())
            before = word[0]
        return 0


def _goes_on(text: str, start: int, head: int, stop: int) -> re.Match[str] | None:
    return _GOES_ON.search(text, max(head, start + 1 + LEAST), stop)


def clauses(raw: Any) -> Clauses:
    """From the lists under `clause` of corpus/phrases.yaml."""

    def of(words: list[str]) -> str:
        return "|".join(words)

    return Clauses(
        re.compile(rf"\s*(?:{of(raw['taken_up'])})\b", re.I),
        re.compile(rf"\s*(?:{of(raw['goes_on'])})\b", re.I),
        {kind: re.compile(rf"(?:{of(one['opens'])})\s*\Z", re.I) for kind, one in raw["inverted"].items()},
        {kind: re.compile(rf"(?:{of(one['verbs'])})\b", re.I) for kind, one in raw["inverted"].items()},
        re.compile(of(raw["bound"]), re.I),
        re.compile(rf"\s(?:{of(raw['another'])})\b", re.I),
    )
