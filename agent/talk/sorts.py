"""Which kind of talk a sentence is, if it is no answer: fitted once on all sayings of prompts/talk and on those answers
that come nearest to them, as a topic's options are (agent/understanding/contrast.py).

The nearest saying alone may be near by chance, and knows nothing of how the rest are worded.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable

import numpy as np

from agent.guide import Guide
from agent.talk.form import marked
from agent.talk.piece import Vectors
from agent.talk.said import rhetorical, sayings
from agent.understanding.contrast import Contrast, Told
from agent.understanding.kept import Fits
from agent.understanding.lists import entries, names
from agent.understanding.marks import rarity
from agent.understanding.topics import Embed
from agent.understanding.words import phrase

_ANSWER = "answer"
_NEAREST, _OTHERS = 1_500, 400  # answers that are learned from: those most like a saying, and some of the rest
_LOOKED_AT = 5_000  # answers among which these are sought
_OFTEN = 6.0  # how much more often a sentence is an answer than any one kind of talk


class Sorts:
    """Safe to share between threads, and between guides."""

    def __init__(self, guides: Iterable[Guide], embed: Embed, fits: Fits | None = None) -> None:
        self._guides = tuple(guides)
        self._embed = embed
        self._fits = fits or Fits()
        self._lock = threading.Lock()
        self._contrast: Contrast | None = None

    def likeliest(self, text: str, vector: Vectors) -> tuple[str, str, float]:
        """(kind, id) as in Saying of the kind of talk that comes nearest, and by how much it is ahead of an answer."""
        contrast = self._fitted()
        if contrast is None:
            return "", "", -1.0
        scores = dict(contrast.ranked(_spelled(text), vector))
        answer = scores.pop(_ANSWER)
        best = max(scores, key=lambda name: scores[name])
        kind, _, id = best.partition(" ")
        return kind, id, scores[best] - answer

    def prepare(self) -> None:
        """Fits now what the first reply would otherwise wait for, some 2 s."""
        self._fitted()

    def _fitted(self) -> Contrast | None:
        with self._lock:
            if self._contrast is None:
                self._contrast = self._fit()
            return self._contrast

    def _fit(self) -> Contrast | None:
        by_kind: dict[str, list[str]] = {}
        for saying in sayings():
            by_kind.setdefault(f"{saying.kind} {saying.id}".strip(), []).append(saying.text)
        texts = [text for said in by_kind.values() for text in said]
        asking = rhetorical()  # of answers the likest to talk
        every = list(dict.fromkeys(_answers(self._guides)))
        answers = list(dict.fromkeys((*asking, *every[:: 1 + len(every) // _LOOKED_AT])))
        rows, others = self._embed(texts, True), self._embed(answers, True)
        if rows is None or others is None:
            return None
        near = np.concatenate([(part @ rows.T).max(axis=1) for part in np.array_split(others, 1 + len(others) // 500)])
        near[: len(asking)] = 1
        order = np.argsort(-near, kind="stable")
        rest = order[_NEAREST :: max(1, (len(order) - _NEAREST) // _OTHERS)]
        chosen = np.concatenate([order[:_NEAREST], rest])
        told, first = [], 0
        for name, said in by_kind.items():
            told.append(Told(name, tuple(map(_spelled, said)), rows[first : first + len(said)]))
            first += len(said)
        told.append(Told(_ANSWER, tuple(_spelled(answers[i]) for i in chosen), others[chosen], _OFTEN))
        return self._fits.fit("talk", told, rarity(text for one in told for text in one.texts))


def _spelled(text: str) -> str:
    """The words, and whether a question mark follows them."""
    return phrase(text) + " ?" * marked(text)


def _answers(guides: Iterable[Guide]) -> Iterable[str]:
    """What people reply to the questions: for an option, beside the point, vaguely, or not at all."""
    for topic in (t for guide in guides for t in guide.topics):
        for option in topic.options:
            yield from (*option.examples, option.label, *option.said)
        yield from (*topic.beside, *topic.vague)
    for name in names("dodges"):
        yield from entries("dodges", name)
