"""Facts about a person that a fair interview neither asks for nor uses, where the person volunteers them."""

from __future__ import annotations

import re
from functools import cache

from agent.understanding.lists import any_of, anywhere, names

_FLAT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
_SENTENCE = re.compile(r"[^.!?;\n]+")


def protected(message: str) -> tuple[tuple[str, int, int], ...]:
    """(kind, start, end) of each protected fact in the message, in order."""
    text = message.translate(_FLAT)
    found = {(kind, m.start(), m.end()) for kind, pattern in _kinds("protected") for m in pattern.finditer(text)}
    for sentence in _SENTENCE.finditer(text):
        if not anywhere("protected_words", "trade", re.IGNORECASE).search(sentence[0]):
            found |= {
                (kind, m.start(), m.end())
                for kind, pattern in _kinds("protected_words")
                for m in pattern.finditer(text, sentence.start(), sentence.end())
            }
    return tuple(sorted(found, key=lambda f: (f[1], f[2], f[0])))


def stretch(message: str, start: int, end: int) -> tuple[int, int]:
    """The longest part of message[start:end] without a protected fact, from word to word; (start, start) if none."""
    best, here = (start, start), start
    for _, first, last in [*protected(message), ("", end, end)]:
        if first >= here and min(first, end) - here > best[1] - best[0]:
            best = (here, min(first, end))
        here = max(here, min(last, end))
    inside = message[best[0] : best[1]]
    kept = inside.strip(" ,.;:!?\n\t")
    if not kept:
        return start, start
    first = best[0] + inside.index(kept)
    return first, first + len(kept)


@cache
def _kinds(file: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Entries of protected.yaml hold as they stand, those of protected_words.yaml as whole words."""
    edge = r"\b" if file == "protected_words" else ""
    kinds = [name for name in names(file) if name != "trade"]
    return tuple((kind, re.compile(f"{edge}{any_of(file, kind)}{edge}", re.IGNORECASE)) for kind in kinds)
