"""Texts as rows of their marks, of length 1, kept as the few places that are not 0: twenty of ten thousand columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agent.understanding.marks import marks

Rows = NDArray[np.float32]
_COMMON = 12  # texts that hold a mark, from which its column is multiplied out


@dataclass(frozen=True, slots=True, eq=False)
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
        held = [[mark for mark in marks(text) if mark in rarity] for text in texts]
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
        made = np.zeros((self.count, weights.shape[1]), np.float32)
        np.add.at(made, self.at, self.value[:, None] * weights[self.column])
        return made

    def turned_dot(self, weights: Rows) -> Rows:
        """columns x options, of `weights` (rows x options)."""
        made = np.zeros((len(self.places), weights.shape[1]), np.float32)
        np.add.at(made, self.column, self.value[:, None] * weights[self.at])
        return made

    def products(self) -> Rows:
        """rows x rows: how much each two have in common."""
        counts = np.bincount(self.column, minlength=len(self.places))
        order = np.argsort(self.column, kind="stable")
        at, value, ends = self.at[order], self.value[order], np.cumsum(counts)
        common = np.flatnonzero(counts >= _COMMON)
        dense = np.zeros((self.count, len(common)), np.float32)
        for j, mark in enumerate(common):
            here = slice(ends[mark] - counts[mark], ends[mark])
            dense[at[here], j] = value[here]
        made = dense @ dense.T
        for size in range(1, _COMMON):
            rare = np.flatnonzero(counts == size)
            held = (ends[rare] - size)[:, None] + np.arange(size)
            rows, values = at[held], value[held]
            np.add.at(made, (rows[:, :, None], rows[:, None, :]), values[:, :, None] * values[:, None, :])
        return made
