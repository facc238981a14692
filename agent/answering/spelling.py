"""Slips of the keyboard in a question ("travl", "saleries") put right, towards words that the articles or we use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA

from corpus.facets import facets_of, known_words

_WORD = re.compile(r"(?<![\w.@/-])[a-z]{5,}(?![\w@/'’-])")


def respelt(text: str, vocabulary: Mapping[str, int], english: frozenset[str] = frozenset()) -> str:
    """`text` with unknown lower-case words replaced by the one known word they are a slip away from. Words of
    `english`, and their inflections, are no slips."""
    return _WORD.sub(lambda m: m[0] if _inflected(m[0], english) else _right(m[0], vocabulary), text)


def _inflected(word: str, english: frozenset[str]) -> bool:
    stems = {word, *(word.removesuffix(e) for e in ("s", "es", "d", "ed", "ing", "er", "ers", "ly", "y", "n"))}
    stems |= {f"{s}e" for s in stems} | {s[:-1] for s in stems if len(s) > 4 and s[-1:] == s[-2:-1]}
    return bool(stems & english)


def _right(word: str, vocabulary: Mapping[str, int]) -> str:
    known = known_words()
    if word in vocabulary or word in known or word.rstrip("s") in vocabulary or facets_of(word).region:
        return word
    most = 1 if len(word) < 8 else 2
    near = [
        (OSA.distance(word, w, score_cutoff=most), -vocabulary.get(w, 0), w)
        for w in _by_initial(frozenset(vocabulary) | known).get(word[0], ())
        if abs(len(w) - len(word)) <= most
    ]
    near = sorted(n for n in near if n[0] <= most)
    return near[0][2] if near else word


@lru_cache(maxsize=4)
def _by_initial(words: frozenset[str]) -> dict[str, tuple[str, ...]]:
    out: dict[str, list[str]] = {}
    for word in sorted(words):
        if len(word) >= 5:
            out.setdefault(word[0], []).append(word)
    return {initial: tuple(group) for initial, group in out.items()}
