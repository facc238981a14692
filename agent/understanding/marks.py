"""What a text is made of, for comparing texts by their words: stems, pairs of stems, and how it begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from math import log

import Stemmer

_LEAST = 2  # texts that a mark has to stand in, to tell anything


def marks(text: str) -> frozenset[str]:
    """The marks of a text as words.phrase spells it."""
    stems: list[str] = _stemmer().stemWords(text.split())
    return frozenset(
        (*stems, *(f"{a} {b}" for a, b in pairwise(stems)), f"^ {' '.join(stems[:1])}", f"^ {' '.join(stems[:2])}")
    )


def rarity(texts: Iterable[str]) -> dict[str, float]:
    """How telling each mark is: the log of how many texts there are to one that holds it."""
    distinct = set(texts)
    seen = Counter(mark for text in distinct for mark in marks(text))
    return {mark: log(len(distinct) / count) for mark, count in seen.items() if _LEAST <= count < len(distinct)}


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")
