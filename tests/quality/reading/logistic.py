"""Logistic regression by Newton's method, each row of its own weight."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

STEPS = 25
Rows = NDArray[np.float64]


def scaled(each: Sequence[Rows]) -> tuple[list[Rows], Rows, Rows]:
    """(the rows of each case about their mean, in spreads, with a last column of ones; mean; spread)."""
    every = np.concatenate(each)
    mean, spread = every.mean(axis=0), every.std(axis=0) + 1e-6
    return [np.c_[(rows - mean) / spread, np.ones(len(rows))] for rows in each], mean, spread


def by_name(names: Sequence[str], weights: Rows, mean: Rows, spread: Rows) -> dict[str, float]:
    """The weights of unscaled rows, with their "bias"."""
    found = dict(zip(names, (float(w) for w in weights[:-1] / spread), strict=True))
    bias = float(weights[-1] - (weights[:-1] * mean / spread).sum())
    return {name: round(value, 3) for name, value in {**found, "bias": bias}.items()}


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
