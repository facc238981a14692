"""Which earlier answer is meant by a value that it held: "I said ten weeks, make it six", "scrap the 48"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.state import InterviewState

_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|none|zero"
)
_DATES = (
    "january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn"
    "|winter|christmas|easter"
)
_WORD = re.compile(r"[^\W_](?:[\w.,]*\w)?")
_VALUE = re.compile(rf"(?:\d[\d.,]*[a-z]*|{_NUMBERS}|{_DATES})\Z")
_OLD = re.compile(  # what stands before a value that is no longer to hold
    r"(?:\bnot|n't|n’t|\bcannot be|instead of|rather than|in place of|\bthan|\bfrom|\bsaid|\btold (?:you|him|her|them)"
    r"|\bspoke of|\bgave (?:you|him|her|them)?|\bwrote|\bscrap|\bscratch|\bdrop|\bforget|\bno longer|\bwas|\bthe)"
    r"(?: (?:the|about|only|in|after|by|for|be|it|some|around))*\s*\Z",
    re.IGNORECASE,
)
_BARE, _WITH_NEXT, _DIGITS = 1, 2, 2  # for a value alone, for the word after it too, and for a number of several digits


def recalled(state: InterviewState, text: str, topics: Sequence[str]) -> dict[str, int]:
    """By topic of `topics` how well its answers fit the values that `text` takes back; those that fit at all."""
    old = [*_taken_back(text)]
    asked = {m.id: m.topic for m in state.messages if m.author == "interviewer"}
    found: dict[str, int] = {}
    for message in state.messages:
        told = message.author == "person" and message.reading is not None and message.text != text
        topic = asked.get(message.replies_to) if told else None
        if topic in topics:
            held = dict(_values(message.text))
            fit = max((_fit(value, after, held) for value, after in old), default=0)
            if fit:
                found[str(topic)] = max(fit, found.get(str(topic), 0))
    return found


def _taken_back(text: str) -> Iterator[tuple[str, str]]:
    """The values in `text` before which words say that they no longer hold, each with the word after it."""
    for match, after in _pairs(text):
        if _VALUE.match(match[0].lower()) and _OLD.search(text[: match.start()]):
            yield match[0].lower(), after


def _values(text: str) -> Iterator[tuple[str, str]]:
    for match, after in _pairs(text):
        if _VALUE.match(match[0].lower()):
            yield match[0].lower(), after


def _pairs(text: str) -> Iterator[tuple[re.Match[str], str]]:
    words = [*_WORD.finditer(text)]
    for i, match in enumerate(words):
        yield match, words[i + 1][0].lower() if i + 1 < len(words) else ""


def _fit(value: str, after: str, held: dict[str, str]) -> int:
    if value not in held:
        return 0
    return max(
        _WITH_NEXT if after and held[value] == after else _BARE, _DIGITS if len(value) > 1 and value[0].isdigit() else 0
    )
