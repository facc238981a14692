"""The sayings of prompts/talk, and what people answer to a guide's questions, as vectors."""

from __future__ import annotations

import threading

import numpy as np
from numpy.typing import NDArray

from agent.guide import Guide
from agent.talk.form import asks
from agent.talk.piece import Vectors
from agent.talk.said import Saying, rhetorical, sayings
from agent.understanding.lists import entries
from agent.understanding.topics import Embed

STEERS = frozenset({"restart", "back", "change", "skip", "finish"})
_FREE = STEERS | {"small"}  # asked for in any form


class Known:
    """Safe to share between threads; embedded when first needed."""

    def __init__(self, guide: Guide, embed: Embed) -> None:
        self._embed = embed
        self._lock = threading.Lock()
        self._rows: tuple[Vectors, Vectors] | None = None
        self.sayings: tuple[Saying, ...] = ()
        # By saying: whether it asks, whether it may be meant in any form, and whether something breaks in.
        self.asking = self.free = self.breaks = np.zeros(0, bool)
        self._told = _answers(guide)
        self._options: dict[tuple[str, str], tuple[int, int]] = {}  # the first of its answers, and one past the last
        for row, (topic, option, _) in enumerate(self._told):
            if topic and option:
                self._options[topic, option] = (self._options.get((topic, option), (row, 0))[0], row + 1)
        # By topic, which of them may answer its question: what people answer to it, and ways of not answering.
        self.answering: dict[str | None, NDArray[np.bool_]] = {
            topic: np.array([of in (None, topic) for of, _, _ in self._told])
            for topic in (None, *(t.id for t in guide.topics))
        }

    def rows(self) -> tuple[Vectors, Vectors] | None:
        """(the sayings, the answers), a row each; None without embeddings."""
        with self._lock:
            if self._rows is None:
                self.sayings = sayings()
                self.asking = np.array([asks(s.text) for s in self.sayings])
                self.free = np.array([s.kind in _FREE for s in self.sayings])
                self.breaks = np.array([s.id == "interruption" for s in self.sayings])
                answers = [text for _, _, text in self._told]
                rows = [self._embed([s.text for s in self.sayings], True), self._embed(answers, True)]
                self._rows = (rows[0], rows[1]) if rows[0] is not None and rows[1] is not None else None
            return self._rows

    def by_option(self, scores: Vectors) -> dict[tuple[str, str], tuple[float, str]]:
        """(topic, option) -> the best of its answers' `scores`, and that answer."""
        best = {option: first + int(scores[first:last].argmax()) for option, (first, last) in self._options.items()}
        return {option: (float(scores[row]), self._told[row][2]) for option, row in best.items()}


def _answers(guide: Guide) -> list[tuple[str | None, str | None, str]]:
    """(topic, option, what people answer to its question for it), what they say beside it, of no option, and how they
    say that they do not answer, of no topic either."""
    options = [(t.id, o.id, text) for t in guide.topics for o in t.options for text in (*o.examples, o.label, *o.said)]
    beside = [(t.id, None, text) for t in guide.topics for text in t.beside]
    nowhere = [(None, None, text) for name in ("refusals", "unknown") for text in entries("dodges", name)]
    return [*options, *beside, *nowhere, *((None, None, text) for text in rhetorical())]
