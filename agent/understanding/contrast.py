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


@dataclass(frozen=True, slots=True)
class Contrast:
    """`weights` is (dimensions and words, options); `mean` the row that tells nothing; `places` where a word's
    column is, `rarity` how telling it is. `texts` are the vectors of the known texts, by option."""

    options: tuple[str, ...]
    weights: Vectors
    mean: Vectors
    places: Mapping[str, int]
    rarity: Mapping[str, float]
    texts: Mapping[str, Vectors]

    def nearest(self, vector: Vectors) -> dict[str, float]:
        """option -> how near the nearest known text comes, -1..1."""
        return {option: float((rows @ vector).max()) for option, rows in self.texts.items()}

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


def fit(owners: Sequence[str], texts: Sequence[str], vectors: Vectors, rarity: Mapping[str, float]) -> Contrast | None:
    """From one row a text and the option each belongs to; None where there are not two options to tell apart."""
    options = tuple(dict.fromkeys(owners))
    if sum(not option.startswith(ASIDE) for option in options) < 2:
        return None
    known = sorted({mark for text in texts for mark in marks(text) if mark in rarity})
    places = {mark: place for place, mark in enumerate(known)}
    rows = np.stack([_row(text, vector, places, rarity) for text, vector in zip(texts, vectors, strict=True)])
    count = {option: owners.count(option) for option in options}
    share = np.array([1.0 / count[o] for o in owners])
    share /= share.mean()
    mean = np.average(rows, axis=0, weights=share)
    rows = rows - mean
    meant = np.array([[float(o == p) for p in options] for o in owners]) - 1 / len(options)
    dual = np.linalg.solve(rows @ rows.T + _RIDGE * np.diag(1 / share), meant)
    by_option = {o: vectors[[i for i, owner in enumerate(owners) if owner == o]] for o in options}
    return Contrast(options, (rows.T @ dual).astype(np.float32), mean.astype(np.float32), places, rarity, by_option)


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
