"""Which answers a question is likely to have: those of the known questions that lie near it.

The vectors are those of the adapter (corpus/adapter.py), under which questions with one answer lie together. All
known questions with one answer speak for it, the nearest loudest.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.questions import Questions
from corpus.statements import Statements

TEMPERATURE = 0.07  # that of the training: how much the nearest counts above the rest
SHARED, HALF = 0.1, 0.3  # what shared words add to a question's nearness, and the likeness in words that adds none
FIRST = 200  # nearest questions whose words are looked at
SPREAD = 1.06  # how much further from 1 a cosine counts than the adapter has it: what is fitted here holds for these
FEW = 5  # answers of questions that set statements against each other
UNKNOWN = (0.46, 0.455)  # what a statement without known questions is expected to get, from its own likeness (fitted)


@dataclass(frozen=True, slots=True)
class Near:
    """An answer (units' indices), how near its questions are (the nearest's cosine), and the nearest."""

    units: tuple[int, ...]
    score: float
    cosine: float
    question: str


@dataclass(frozen=True, slots=True)
class Expected:
    """`answers`, best first; by unit, `asked` (how much its known questions speak for it) and `said` (how near the
    statement itself is). Both empty without vectors."""

    answers: tuple[Near, ...]
    asked: NDArray[np.float32]
    said: NDArray[np.float32]


def expect(
    statements: Statements,
    vectors: NDArray[np.float32] | None,
    terms: Mapping[str, float] | None = None,
    most: int = 12,
) -> Expected:
    """`vectors` (k x d): the question's wordings; the nearest of them counts. `terms`: its words with their rarity."""
    none = np.zeros(0, np.float32)
    if vectors is None or statements.answer_vectors is None:
        return Expected((), none, none)
    said = _spread((statements.answer_vectors @ vectors.T).max(axis=1))
    asked = UNKNOWN[0] * said + UNKNOWN[1]
    scores, near = _spoken(statements.known, statements, vectors, terms or {})
    if near is None:
        return Expected((), asked, said)
    seen = np.zeros(len(asked), bool)
    for units, score in zip(statements.known.answers, scores, strict=True):
        for unit in units:
            asked[unit] = max(asked[unit], score) if seen[unit] else score
            seen[unit] = True
    return Expected(_nearest(statements.known, near, scores, most), asked, said)


def set_against(
    statements: Statements, vectors: NDArray[np.float32] | None, terms: Mapping[str, float]
) -> tuple[Near, ...]:
    """The statements that known questions near this one set against each other, nearest first; arguments as above."""
    if vectors is None:
        return ()
    scores, near = _spoken(statements.apart, statements, vectors, terms)
    return () if near is None else _nearest(statements.apart, near, scores, FEW)


def _spoken(
    known: Questions,
    statements: Statements,
    vectors: NDArray[np.float32],
    terms: Mapping[str, float],
) -> tuple[NDArray[np.float64], NDArray[np.float32] | None]:
    """How much the known questions speak for each of their answers, and the likeness of each (None without any)."""
    if known.vectors is None:
        return np.zeros(0), None
    near = _spread((known.vectors @ vectors.T).max(axis=1))
    spoken = np.exp(_worded(known, statements, near, terms) / TEMPERATURE)
    return TEMPERATURE * np.log(np.bincount(known.answer_of, spoken, minlength=len(known.answers))), near


def _spread(cosines: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(1 - SPREAD * (1 - cosines), np.float32)


def _worded(
    known: Questions, statements: Statements, near: NDArray[np.float32], terms: Mapping[str, float]
) -> NDArray[np.float32]:
    """`near`, the nearest moved by the words they share with the question (cosine of their rarities)."""
    length = math.sqrt(sum(w * w for w in terms.values()))
    if not length:
        return near
    moved = near.copy()
    for row in np.argpartition(-near, min(FIRST, len(near) - 1))[:FIRST]:
        words = {t: statements.idf(t) for t in known.terms[row]}
        size = math.sqrt(sum(w * w for w in words.values())) or 1.0
        alike = sum(w * words[t] for t, w in terms.items() if t in words) / (length * size)
        moved[row] += SHARED * (alike - HALF)
    return moved


def _nearest(known: Questions, near: NDArray[np.float32], scores: NDArray[np.float64], most: int) -> tuple[Near, ...]:
    found = []
    for k in np.argsort(-scores)[:most]:
        rows = np.flatnonzero(known.answer_of == k)
        best = rows[near[rows].argmax()]
        found.append(Near(known.answers[k], float(scores[k]), float(near[best]), known.asked[best].question))
    return tuple(found)
