"""What sets a topic's options apart: a ridge regression from an answer's vector to the option it stands for,
fitted in closed form on the guide's examples, labels and short answers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
_RIDGE = 1.0  # weight of the penalty; each option counts alike, however many texts it has


@dataclass(frozen=True, slots=True)
class Contrast:
    """`weights` is (dimensions, options); `mean` the vector that tells nothing."""

    options: tuple[str, ...]
    weights: Vectors
    mean: Vectors

    def ranked(self, vector: Vectors) -> list[tuple[str, float]]:
        """(option, score) best first; scores of one vector sum to about 0, and a lead of 1 is a text of the guide."""
        scores = (vector - self.mean) @ self.weights
        return sorted(zip(self.options, (float(s) for s in scores), strict=True), key=lambda pair: -pair[1])


def fit(owners: list[str], vectors: Vectors) -> Contrast | None:
    """From one row a text and the option each belongs to; None where there are not two options to tell apart."""
    options = tuple(dict.fromkeys(owners))
    if len(options) < 2:
        return None
    share = np.array([1.0 / owners.count(o) for o in owners])
    share /= share.mean()
    mean = np.average(vectors, axis=0, weights=share)
    rows = vectors - mean
    meant = np.array([[float(o == p) for p in options] for o in owners]) - 1 / len(options)
    dual = np.linalg.solve(rows @ rows.T + _RIDGE * np.diag(1 / share), meant)
    return Contrast(options, (rows.T @ dual).astype(np.float32), mean.astype(np.float32))
