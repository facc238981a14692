"""A piece of a message, and what it may be said for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Aside:
    """text[start:end] means the saying `like`, or what all sayings of its kind mean where that is ""; `score` is how
    near it is, 0..1, and `lead` how much nearer than anything that people answer."""

    kind: str
    id: str
    start: int
    end: int
    score: float
    lead: float = 0.0
    like: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """text[start:end] as a `vector`, in a reply to the question on `topic`; `whole`: the message may be one piece."""

    text: str
    start: int
    end: int
    vector: Vectors
    topic: str | None
    whole: bool

    @property
    def said(self) -> str:
        return self.text[self.start : self.end]

    def aside(self, kind: str, id: str, score: float, lead: float, like: str = "") -> Aside:
        return Aside(kind, id, self.start, self.end, score, lead, like)
