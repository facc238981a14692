"""What sets a topic's options apart, and answers from what is none: a ridge regression from a reply's vector and its
words to the option it stands for, fitted in closed form on what people say for each.

The vector knows what a reply is about; whether it says "can't get enough" or "had enough" stands in its words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agent.understanding.marks import marks

Vectors = NDArray[np.float32]
ASIDE = "~"  # begins the name of what is no option: a manner of not answering
_WORDS = 1.3  # weight of a text's words beside its vector
_RIDGE = 1 + _WORDS**2  # weight of the penalty; each option counts alike, however many texts it has


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What people say for an option: `texts` as words.phrase spells them, and a row each."""

    option: str
    texts: tuple[str, ...]
    vectors: Vectors


@dataclass(frozen=True, slots=True, eq=False)
class Contrast:
    """`weights` is (dimensions and words, options); `mean` the row that tells nothing; `places` where a word's
    column is, `rarity` how telling it is. `told` is what it was fitted on."""

    options: tuple[str, ...]
    weights: Vectors
    mean: Vectors
    places: Mapping[str, int]
    rarity: Mapping[str, float]
    told: tuple[Told, ...]

    def nearest(self, vector: Vectors) -> dict[str, float]:
        """option -> how near the nearest known text comes, -1..1."""
        near: dict[str, float] = {}
        for told in self.told:
            near[told.option] = max(near.get(told.option, -1.0), float((told.vectors @ vector).max()))
        return near

    def ranked(self, text: str, vector: Vectors | None) -> list[tuple[str, float]]:
        """(option, score) best first, for `text` as words.phrase spells it; scores of one text sum to about 0, and a
        lead of 1 is a text of the guide. Without `vector`, by the words alone."""
        width = len(self.mean) - len(self.places)
        if vector is None or len(vector) != width:
            vector = np.zeros(width, np.float32)
        scores = (_row(text, vector, self.places, self.rarity) - self.mean) @ self.weights
        return sorted(zip(self.options, (float(s) for s in scores), strict=True), key=lambda pair: -pair[1])

    def side(self, text: str, vector: Vectors | None) -> str:
        """The option that is nearest, whatever else the text is like."""
        return next(option for option, _ in self.ranked(text, vector) if not option.startswith(ASIDE))


def fit(told: Sequence[Told], rarity: Mapping[str, float]) -> Contrast | None:
    """None where there are not two options to tell apart. An option may be told in several parts."""
    owners = [t.option for t in told for _ in t.texts]
    options = tuple(dict.fromkeys(owners))
    if sum(not option.startswith(ASIDE) for option in options) < 2:
        return None
    known = sorted({mark for t in told for text in t.texts for mark in marks(text) if mark in rarity})
    places = {mark: place for place, mark in enumerate(known)}
    rows = np.stack([_row(x, v, places, rarity) for t in told for x, v in zip(t.texts, t.vectors, strict=True)])
    count = {option: owners.count(option) for option in options}
    share = np.array([1.0 / count[o] for o in owners], np.float32)
    share /= share.sum()
    mean = share @ rows  # in 32 bits: in 64 the products below would cost twice as much
    rows -= mean
    meant = np.array([[float(o == p) for p in options] for o in owners]) - 1 / len(options)
    penalty = _RIDGE / (len(owners) * share.astype(float))
    dual = np.linalg.solve(rows @ rows.T + np.diag(penalty), meant)
    return Contrast(options, rows.T @ dual.astype(np.float32), mean, places, rarity, tuple(told))


def _row(text: str, vector: Vectors, places: Mapping[str, int], rarity: Mapping[str, float]) -> Vectors:
    """The vector, and beside it the text's words by their rarity, of length _WORDS where all are known here."""
    row = np.zeros(len(vector) + len(places), np.float32)
    row[: len(vector)] = vector
    found = [mark for mark in marks(text) if mark in rarity]
    length = sum(rarity[mark] ** 2 for mark in found) ** 0.5
    for mark in found:
        if mark in places:
            row[len(vector) + places[mark]] = _WORDS * rarity[mark] / length
    return row
