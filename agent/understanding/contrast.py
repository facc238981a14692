"""What sets a topic's options apart, and answers from what is none: a kernel ridge regression from a reply's vector and
its words to the option it stands for, fitted in closed form on what people say for each.

The vector knows what a reply is about; whether it says "can't get enough" or "had enough" stands in its words. What
people say for one option has no one direction ("not a chance", "I have small children"), so that vectors count by
whom they are near to (a Gaussian of their angle), and words add up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from agent.understanding.sparse_rows import SparseRows

Vectors = NDArray[np.float32]
ASIDE = "~"  # begins the name of what is no option: a manner of not answering
_NARROW = 6.0  # of the Gaussian: fitted on replies of people who were none of its examples
_WORDS = 1.3**2  # weight of a text's words beside its vector
_SPREAD = 1.4  # what leads are widened by, so that 1 is that of a text of the guide
_EXACT, _TINY = 1e-6, 1e-20  # of the fit: the squared rest that is left, by what it was at first
_RIDGE = 1 + _WORDS  # weight of the penalty; each option counts alike, however many texts it has
FITTED_BY = (1, _NARROW, _WORDS, _SPREAD, _RIDGE)  # what is kept of a fit holds for these; the first counts the ways


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What people say for an option: `texts` as words.phrase spells them, and a row each. `weight`: how much more the
    option counts than others."""

    option: str
    texts: tuple[str, ...]
    vectors: Vectors
    weight: float = 1.0


@dataclass(frozen=True, eq=False)
class Contrast:
    """Fitted on `told`. `near` is (texts, options), `words` (marks, options): what being near a text and holding a
    word tell; `means` what is told so by a reply that is like any, by nearness and by words. `places` is where a
    mark's row is, `rarity` how telling it is."""

    options: tuple[str, ...]
    near: Vectors
    words: Vectors
    means: tuple[Vectors, Vectors]
    places: Mapping[str, int]
    rarity: Mapping[str, float]
    told: tuple[Told, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *np.cumsum([len(t.texts) for t in self.told])[:-1]]

    def _cosines(self, vector: Vectors) -> Vectors:
        return np.concatenate([t.vectors @ vector for t in self.told])

    def compared(self, text: str, vector: Vectors) -> tuple[dict[str, float], dict[str, float]]:
        """(what `ranked` tells; option -> how near the nearest known text comes, -1..1)."""
        cosines = self._cosines(vector)
        near: dict[str, float] = {}
        for told, most in zip(self.told, np.maximum.reduceat(cosines, self._starts), strict=True):
            near[told.option] = max(near.get(told.option, -1.0), float(most))
        return dict(self._ranked(text, cosines)), near

    def ranked(self, text: str, vector: Vectors | None) -> list[tuple[str, float]]:
        """(option, score) best first, for `text` as words.phrase spells it; scores of one text sum to about 0, and a
        lead of 1 is a text of the guide. Without `vector`, by the words alone."""
        fits = vector is not None and len(vector) == self.told[0].vectors.shape[1] > 0
        return self._ranked(text, self._cosines(vector) if vector is not None and fits else None)

    def _ranked(self, text: str, cosines: Vectors | None) -> list[tuple[str, float]]:
        row = SparseRows.of([text], self.rarity, self.places)
        scores = (row.dot(self.words) - self.means[1])[0]
        if cosines is not None:
            scores = scores + _gaussian(cosines) @ self.near - self.means[0]
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
    rows = SparseRows.of([text for t in told for text in t.texts], rarity)
    vectors = np.concatenate([t.vectors for t in told])
    like = _gaussian(vectors @ vectors.T) if vectors.shape[1] else np.zeros((len(owners),) * 2, np.float32)
    weights = {t.option: t.weight for t in told}
    share = np.array([weights[o] / owners.count(o) for o in options], np.float32)[[options.index(o) for o in owners]]
    share /= share.sum()

    def kernel(sides: Vectors) -> Vectors:  # of words it is never written out, which would take 100 MB
        return np.asarray(like @ sides + _WORDS * rows.dot(rows.turned_dot(sides)))

    mean = kernel(share[:, None])[
        :, 0
    ]  # replies are told apart by what they have more of than a reply that is like any
    ridge = _RIDGE / (len(owners) * share)

    def centred(sides: Vectors) -> Vectors:
        total = sides.sum(axis=0)
        apart = kernel(sides) - mean[:, None] * total - (mean @ sides - (share @ mean) * total)
        return np.asarray(apart + ridge[:, None] * sides)

    meant = np.array([[float(o == p) for p in options] for o in owners], np.float32)
    meant -= share @ meant
    dual = _solved(centred, meant)
    dual = _SPREAD * (dual - share[:, None] * dual.sum(axis=0))
    words = _WORDS * rows.turned_dot(dual)
    means = (share @ like) @ dual, (_WORDS * rows.dot(rows.turned_dot(share[:, None])))[:, 0] @ dual
    return Contrast(options, dual, words, means, rows.places, rarity, tuple(told))


def _solved(matrix: Callable[[Vectors], Vectors], sides: Vectors) -> Vectors:
    """x of `matrix`(x) = `sides` by conjugate gradients, all columns at once. `matrix` (symmetric, positive) is well
    conditioned by its penalty: some dozens of products, where elimination takes as many as there are rows."""
    found = np.zeros_like(sides)
    rest, way = sides.copy(), sides.copy()
    size = wanted = np.maximum((rest * rest).sum(axis=0), _TINY)
    for _ in range(len(sides)):
        if (size <= _EXACT * wanted).all():
            break
        across = matrix(way)
        step = size / np.maximum((way * across).sum(axis=0), _TINY)
        found += step * way
        rest -= step * across
        size, before = (rest * rest).sum(axis=0), size
        way = rest + size / np.maximum(before, _TINY) * way
    return found


def _gaussian(cosines: Vectors) -> Vectors:
    return np.asarray(np.exp(_NARROW * (cosines - 1)), np.float32)
