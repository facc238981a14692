"""Which of the known sayings a sentence means, told by meaning: the nearest of the same form, if it is near enough
and nearer than anything that people answer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agent.guide import Guide
from agent.talk.form import FEW, asks, breaks_off, ends, marked, sentences
from agent.talk.said import TURNED, Saying, sayings
from agent.understanding.lists import entries

Vectors = NDArray[np.float32]
Embed = Callable[[Sequence[str], bool], "Vectors | None"]

# How near to a saying a sentence has to be, and how much nearer than to any answer: a question with its mark, one
# without, and a statement, which is an answer far more often.
_MARKED, _UNMARKED, _PLAIN = (0.42, -0.1), (0.55, 0.0), (0.58, 0.12)
_BREAK = (0.25, -0.12)  # … and an interruption that is announced as one
_FREE = frozenset({"skip", "back", "finish", "restart", "change", "small"})  # asked for in any form
_PIECES = 4  # sentences looked at


@dataclass(frozen=True, slots=True)
class Aside:
    """text[start:end] means the saying `like`; `score` is how near it is, 0..1, and `lead` how much nearer than
    anything that people answer."""

    kind: str
    id: str
    start: int
    end: int
    score: float
    lead: float = 0.0
    like: str = ""


class Talk:
    """Safe to share between threads. Without embeddings nothing is heard."""

    def __init__(self, guide: Guide, embed: Embed) -> None:
        self._guide = guide
        self._embed = embed
        self._lock = threading.Lock()
        self._known: tuple[Vectors, Vectors] | None = None
        self._said: tuple[Saying, ...] = ()
        self._forms: tuple[bool, ...] = ()

    def heard(self, text: str) -> list[Aside]:
        """What of `text` is said beside the answer, in its order."""
        spans = sentences(text)
        if len(spans) > _PIECES:
            spans = [spans[0], *spans[1 - _PIECES :]]
        if len(spans) > 1 and len(text.split()) <= FEW:
            spans = [*spans, (spans[0][0], spans[-1][1])]
        vectors = self._embed([text[a:b][:400] for a, b in spans], False) if spans else None
        known = self._vectors() if vectors is not None else None
        if vectors is None or known is None:
            return []
        whole = len(spans) == 1 or spans[-1] == (spans[0][0], spans[-2][1])
        found = [
            aside
            for (a, b), vector in zip(spans, vectors, strict=True)
            if (aside := self._nearest(text, a, b, vector, known, whole))
        ]
        parts = {(a.kind, a.id) for a in found if (a.start, a.end) != (spans[-1])}
        whole_too = len(spans) > 1 and whole
        kept = [a for a in found if not (whole_too and (a.start, a.end) == spans[-1] and (a.kind, a.id) in parts)]
        return sorted(kept, key=lambda aside: aside.start)

    def likeness(self, text: str, others: Sequence[str]) -> list[float] | None:
        """How near `text` is to each of `others`, -1..1; None without embeddings."""
        rows = self._embed([text[:400], *others], False)
        return None if rows is None else [float(s) for s in rows[1:] @ rows[0]]

    def _nearest(
        self, text: str, start: int, end: int, vector: Vectors, known: tuple[Vectors, Vectors], whole: bool
    ) -> Aside | None:
        said = text[start:end]
        form = asks(said)
        scores = known[0] @ vector
        answer = float((known[1] @ vector).max())
        fits = [s if self._said[i].kind in _FREE or self._forms[i] == form else -1.0 for i, s in enumerate(scores)]
        best = int(np.argmax(fits))
        saying, score = self._said[best], float(fits[best])
        near, lead = _MARKED if marked(said) else _UNMARKED if form and not ends(said) else _PLAIN
        if score >= near and score - answer >= lead:
            return Aside(saying.kind, saying.id, start, end, score, score - answer, saying.text)
        if whole and breaks_off(text) and not marked(text):
            near, lead = _BREAK
            rows = [float(s) for s, of in zip(scores, self._said, strict=True) if of.id == "interruption"]
            if max(rows) >= near and max(rows) - answer >= lead:
                return Aside("small", "interruption", start, end, max(rows), max(rows) - answer)
        return None

    def _vectors(self) -> tuple[Vectors, Vectors] | None:
        """(the sayings, what people answer), embedded when first needed."""
        with self._lock:
            if self._known is None:
                self._said = sayings()
                self._forms = tuple(asks(s.text) for s in self._said)
                rows = [self._embed([s.text for s in self._said], True), self._embed(_answers(self._guide), True)]
                self._known = (rows[0], rows[1]) if rows[0] is not None and rows[1] is not None else None
            return self._known


def _answers(guide: Guide) -> list[str]:
    """What people answer to the guide's questions, and how they say that they do not."""
    options = [text for t in guide.topics for o in t.options for text in (*o.examples, o.label, *o.said)]
    beside = [text for t in guide.topics for text in t.beside]
    return [*options, *beside, *entries("dodges", "refusals"), *entries("dodges", "unknown")]


__all__ = ["TURNED", "Aside", "Talk"]
