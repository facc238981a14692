"""Words of a message with their places in it, spelled one way, so that patterns can be plain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from agent.understanding.lists import spellings

_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ`][^\W_]+)*")
_IS = frozenset("it's that's he's she's what's let's there's here's who's how's where's".split())
_MARK = str.maketrans(dict.fromkeys("’‘ʼ`", "'"))

NUMBERS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12, "couple": 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """`text` is the word as patterns know it; message[start:end] is how it was typed."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def spelled(raw: str) -> str:
    """One spelling for a word: lower case, straight apostrophe, no missing apostrophe, no drawn-out letters."""
    text = raw.translate(_MARK).lower()
    text = re.sub(r"([a-z])\1{2,}", r"\1\1", text)
    if text.endswith("'s") and len(text) > 4 and text not in _IS:
        text = text[:-2] + "s"
    return spellings().get(text, text)


def words(message: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of message[start:end]; offsets are those of the whole message."""
    stop = len(message) if end is None else end
    found: list[Word] = []
    for m in _WORD.finditer(message, start, stop):
        text = spelled(m[0])
        if text == "one" and found and found[-1].text == "no":
            found[-1] = Word("nobody", found[-1].start, m.end())
        else:
            found.append(Word(text, m.start(), m.end()))
    return found


def phrase(text: str) -> str:
    """A pattern-ready form: words with single spaces."""
    return " ".join(w.text for w in words(text))
