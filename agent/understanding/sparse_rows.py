"""Texts as rows of their marks, of length 1, kept as the few places that are not 0: twenty of ten thousand columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from agent.understanding.marks import marks

Rows = NDArray[np.float32]

_known = lru_cache(maxsize=6_000)(marks)  # more than two topics have


@dataclass(frozen=True, eq=False)
class SparseRows:
    """`at[i]`, `column[i]`, `value[i]`: what is not 0, by row. `places`: a mark's column."""

    count: int
    at: NDArray[np.int64]
    column: NDArray[np.int64]
    value: Rows
    places: Mapping[str, int]

    @classmethod
    def of(
        cls, texts: Sequence[str], rarity: Mapping[str, float], places: Mapping[str, int] | None = None
    ) -> SparseRows:
        """`texts` as words.phrase spells them. A mark counts by its rarity; of those without one none does. With
        `places`, marks that have none shorten the rest of their row."""
        found_in = _known if places is None else marks  # what people are known to say is fitted for topic after topic
        held = [[mark for mark in found_in(text) if mark in rarity] for text in texts]
        if places is None:
            places = {mark: i for i, mark in enumerate(sorted({mark for found in held for mark in found}))}
        at, column, value = [], [], []
        for row, found in enumerate(held):
            length = sum(rarity[mark] ** 2 for mark in found) ** 0.5
            for mark in found:
                if mark in places:
                    at.append(row)
                    column.append(places[mark])
                    value.append(rarity[mark] / length)
        return cls(len(texts), np.array(at, np.int64), np.array(column, np.int64), np.array(value, np.float32), places)

    def dot(self, weights: Rows) -> Rows:
        """rows x options, of `weights` (columns x options)."""
        return _summed(self.value[:, None] * weights[self.column], self.at, self.count)

    def turned_dot(self, weights: Rows) -> Rows:
        """columns x options, of `weights` (rows x options)."""
        order = self._by_column
        return _summed(self.value[order, None] * weights[self.at[order]], self.column[order], len(self.places))

    @cached_property
    def _by_column(self) -> NDArray[np.int64]:
        return np.argsort(self.column, kind="stable")


def _summed(parts: Rows, place: NDArray[np.int64], count: int) -> Rows:
    """count x options: the sum of the parts of each place, which stand together."""
    made = np.zeros((count, parts.shape[1]), np.float32)
    if len(place):
        first = np.flatnonzero(np.r_[True, place[1:] != place[:-1]])
        made[place[first]] = np.add.reduceat(parts, first)
    return made
