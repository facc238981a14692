"""Logistic regression by Newton's method, each row of its own weight."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

STEPS = 25
Rows = NDArray[np.float64]


def newton(rows: Rows, is_one: Rows, counts: Rows, weights: Rows) -> Rows:
    """The likeliest weights of `rows` (n, k), beside a penalty of half their squares, from `weights` on; `is_one` and
    `counts` are (n,)."""
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ ((share - is_one) * counts) + weights
        bend = (rows * (share * (1 - share) * counts)[:, None]).T @ rows + np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights = weights - step * min(1.0, 1 / np.abs(step).max())
    return weights
