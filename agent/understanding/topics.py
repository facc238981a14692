"""Which of a guide's topics a sentence speaks of, by what people say on each; fitted as a topic's options are."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from agent.guide import Guide
from agent.understanding.contrast import Contrast, Told, Vectors
from agent.understanding.kept import Fits
from agent.understanding.lists import entries
from agent.understanding.marks import rarity
from agent.understanding.words import phrase

NONE = "none of them"
Embed = Callable[[Sequence[str], bool], "Vectors | None"]
_EACH, _BESIDE = 160, 25  # texts of a topic that are learned from, and of those beside it


class Topics:
    """Safe to share between threads; fitted when first needed."""

    def __init__(self, guide: Guide, embed: Embed | None, fits: Fits) -> None:
        self._guide = guide
        self._embed = embed
        self._fits = fits
        self._lock = threading.Lock()
        self._fitted: list[Contrast | None] = []

    def contrast(self) -> Contrast | None:
        """What sets the topics, and NONE, apart; None without embeddings."""
        with self._lock:
            if not self._fitted:
                self._fitted = [self._fit()]
            return self._fitted[0]

    def _fit(self) -> Contrast | None:
        if self._embed is None:
            return None
        texts = {t.id: _some([x for o in t.options for x in (*o.examples, *o.said)], _EACH) for t in self._guide.topics}
        beside = [x for t in self._guide.topics for x in _some(t.beside, _BESIDE)]
        texts = {topic: said for topic, said in texts.items() if said} | {NONE: [*beside, *entries("dodges", "dodges")]}
        rows = {topic: self._embed(said, True) for topic, said in texts.items()}
        told = [
            Told(topic, tuple(map(phrase, said)), vectors)
            for topic, said in texts.items()
            if (vectors := rows[topic]) is not None
        ]
        if len(told) < len(texts):
            return None
        return self._fits.fit(self._guide.id, told, rarity(text for one in told for text in one.texts))


def _some(texts: Sequence[str], most: int) -> list[str]:
    """At most so many, from all parts of them alike."""
    return list(texts[:: -(-len(texts) // most)]) if texts else []
