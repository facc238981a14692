"""BM25 over passages: bm25s's eager sparse matrix, scored one query at a time with weights of our own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import bm25s

Scores = npt.NDArray[np.float32]


class Sparse:
    """Term -> the passages it stands in and what it adds to their scores. Immutable."""

    def __init__(self, matrix: bm25s.BM25, size: int) -> None:
        self._matrix = matrix
        self._size = size
        scores: dict[str, Any] = matrix.scores
        self._data, self._rows, self._starts = scores["data"], scores["indices"], scores["indptr"]
        self._terms: dict[str, int] = matrix.vocab_dict

    @classmethod
    def build(cls, documents: Iterable[list[str]]) -> Sparse:
        """`documents` are lists of terms, one a passage."""
        import bm25s

        vocabulary: dict[str, int] = {}
        ids = [[vocabulary.setdefault(term, len(vocabulary)) for term in terms] for terms in documents]
        if not vocabulary:  # bm25s cannot hold an empty index
            vocabulary[""] = 0
            ids = [[0] for _ in ids] or [[0]]
        matrix = bm25s.BM25()
        matrix.index((ids, vocabulary), show_progress=False)
        return cls(matrix, len(ids))

    @classmethod
    def load(cls, folder: Path, size: int) -> Sparse:
        import bm25s

        return cls(bm25s.BM25.load(folder, load_corpus=False, show_progress=False), size)

    def save(self, folder: Path) -> None:
        self._matrix.save(folder, show_progress=False)

    def scores(self, terms: Mapping[str, float]) -> Scores:
        """BM25 of every passage for weighted `terms`."""
        total = np.zeros(self._size, np.float32)
        for term, weight in terms.items():
            number = self._terms.get(term)
            if number is None or not term:
                continue
            start, end = self._starts[number], self._starts[number + 1]
            # A term has a passage once, so plain indexing adds correctly (and faster than numpy.add.at).
            total[self._rows[start:end]] += np.float32(weight) * self._data[start:end]
        return total
