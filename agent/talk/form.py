"""The shape of a sentence: does it ask, and how plainly."""

from __future__ import annotations

import re
from functools import cache

from agent.talk.said import forms
from agent.understanding.words import phrase

_SENTENCE = re.compile(r"[^.!?？;\n…]+[.!?？;…]*")
_OH = "(?:(?:oh|eh|ah|um|uh|ok|okay) )?"
_AGAIN = re.compile(
    r"\b(?:restart|reset|re-?do|begin\w*|scratch|over|again|anew|afresh|fresh|wipe|clear|scrap|blank"
    r"|from the (?:start|top))\b",
    re.I,
)
_OPENING = re.compile(
    r"(?:(?:and|oh|ok|okay|so|right|well|but)[,.]? )*"
    r"(?:(?:sorry|excuse me|pardon(?: me)?|forgive me|(?:hang|hold) on|(?:one|just a) (?:sec|second|moment)|please|hey"
    r"|if i may)[,.]? |(?:wait|listen|pause|a (?:sec|second|moment)|before (?:i|we|you|that|this)(?: \w+){0,3})[,.] )+",
    re.I,
)
FEW = 30  # words of a message that may be talk as a whole


def sentences(text: str) -> list[tuple[int, int]]:
    """The offsets of each sentence that has a word."""
    found = []
    for match in _SENTENCE.finditer(text):
        piece = match[0]
        if phrase(piece):
            start = match.start() + len(piece) - len(piece.lstrip())
            found.append((start, match.start() + len(piece.rstrip())))
    return found


def opened(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """`span` of a sentence without the words that only get a hearing ("Hang on, …", "Before I go on, …")."""
    start, end = span
    match = _OPENING.match(text, start, end)
    return (match.end(), end) if match and phrase(text[match.end() : end]).count(" ") else span


def marked(text: str) -> bool:
    """Whether it ends on a question mark."""
    return text.rstrip(" \"'”’)").endswith(("?", "？"))


def ends(text: str) -> bool:
    """Whether words that begin as a question end on a full stop: most often they tell ("What I built.")."""
    return text.rstrip().endswith(".") and not _tells().match(phrase(text))


def asks(text: str) -> bool:
    """Whether it is a question or a request to be told something, marked as one or not."""
    return marked(text) or bool(_asks().match(phrase(text)))


def announces(text: str) -> bool:
    """Whether a question is announced, so that it wants an answer whatever it is about."""
    return bool(_anywhere("announces").search(phrase(text))) or promises(text)


def promises(text: str) -> bool:
    """Whether an answer is promised, once ours is given ("Then I answer.")."""
    return bool(_anywhere("promises").search(phrase(text)))


def breaks_off(text: str) -> bool:
    """Whether something breaks in, as the first or the last words of a message say."""
    return bool(_breaks().search(phrase(text)))


def pauses(text: str) -> bool:
    """Whether it begins by asking for time."""
    return bool(_pauses().match(phrase(text)))


def begins_again(text: str) -> bool:
    """Whether it has a word of beginning anew, without which nobody starts over."""
    return bool(_AGAIN.search(text))


def told_already(text: str) -> bool:
    """Whether they say that they have told it already."""
    return bool(_anywhere("told").search(phrase(text)))


def asks_to_change(text: str) -> bool:
    """Whether it sounds as if an earlier answer is to be another; what it is about has to bear that out."""
    return bool(_anywhere("changes").search(phrase(text)))


def of_us(text: str) -> bool:
    """Whether it holds a word that speaks of the interview."""
    return bool(_anywhere("ours").search(phrase(text)))


@cache
def _pauses() -> re.Pattern[str]:
    return re.compile(rf"^{_OH}{forms('pauses')}\b")


@cache
def _asks() -> re.Pattern[str]:
    return re.compile(rf"^(?:{forms('before')} )*(?:{forms('tells')}|{forms('asks')})\b")


@cache
def _tells() -> re.Pattern[str]:
    return re.compile(rf"^(?:{forms('before')} )*{forms('tells')}\b")


@cache
def _breaks() -> re.Pattern[str]:
    return re.compile(rf"^{_OH}{forms('breaks')}\b|\b{forms('breaks')}$")


@cache
def _anywhere(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{forms(name)}\b")
