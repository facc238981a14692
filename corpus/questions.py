"""Known questions with their vectors, and the distinct answers that they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from corpus.asked import Asked
from corpus.tokens import Tokenizer

Embed = Callable[[Sequence[str], bool], "NDArray[np.float32] | None"]


@dataclass(frozen=True, slots=True)
class Questions:
    """`terms`, `vectors` (n x d, by the adapter; None without embeddings) and `answer_of` belong to `asked`, row by
    row; `answer_of` are places in `answers`, each of which is a tuple of units' indices."""

    asked: tuple[Asked, ...] = ()
    terms: tuple[frozenset[str], ...] = field(default=(), repr=False)
    answers: tuple[tuple[int, ...], ...] = ()
    answer_of: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64), repr=False)
    vectors: NDArray[np.float32] | None = field(default=None, repr=False)
    units: frozenset[int] = field(default=frozenset(), repr=False)  # those in any of the answers
    familiar: frozenset[str] = field(default=frozenset(), repr=False)  # terms of more than one question

    @classmethod
    def of(cls, asked: tuple[Asked, ...], tokenizer: Tokenizer, embed: Embed) -> Questions:
        places = {answer: k for k, answer in enumerate(dict.fromkeys(a.units for a in asked))}
        terms = tuple(frozenset(tokenizer(a.bare)) for a in asked)
        counts = Counter(term for bag in terms for term in bag)
        return cls(
            asked,
            terms,
            tuple(places),
            np.array([places[a.units] for a in asked], np.int64),
            embed([a.canonical for a in asked], True) if asked else None,
            frozenset(unit for answer in places for unit in answer),
            frozenset(term for term, count in counts.items() if count > 1),
        )
