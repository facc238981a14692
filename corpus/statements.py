"""All units of a library, ready to be matched with a question: terms, their rarity, vectors.

Made per article and kept by content hash, so that an added document costs only itself.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.asked import Asked, load_asked
from corpus.figures import Figure, figures_of
from corpus.questions import Embed, Questions
from corpus.roles import Roles
from corpus.tokens import Tokenizer
from corpus.units import Unit, units_of

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Statements:
    """`terms[i]`, `vectors[i]` belong to `units[i]`; `around[i]` are the terms of its heading path and passage.
    `vectors` is n x d, L2-normalised, or None without embeddings. `rarity` is a term's idf over the units.
    `names` are words that stand with a capital and never without (Glassdoor, OpenAI), in lower case."""

    units: tuple[Unit, ...]
    figures: tuple[Figure, ...]
    terms: tuple[frozenset[str], ...]
    around: tuple[frozenset[str], ...]
    vectors: NDArray[np.float32] | None
    rarity: dict[str, float] = field(repr=False)
    names: frozenset[str] = field(repr=False)
    vocabulary: dict[str, int] = field(repr=False)  # lower-case words of the articles, with their counts
    tokenizer: Tokenizer = field(repr=False)
    known: Questions = field(default_factory=Questions, repr=False)  # each answered by statements
    apart: Questions = field(default_factory=Questions, repr=False)  # in which statements are set against each other
    answer_vectors: NDArray[np.float32] | None = field(default=None, repr=False)  # of `units`, by the adapter

    def cosines(self, vector: NDArray[np.float32] | None) -> NDArray[np.float32]:
        """Similarity of each unit to `vector` (d); zeros without embeddings."""
        if self.vectors is None or vector is None or not len(self.units):
            return np.zeros(len(self.units), dtype=np.float32)
        return np.asarray(self.vectors @ vector, dtype=np.float32)

    def idf(self, term: str) -> float:
        return self.rarity.get(term, math.log(1 + len(self.units)))


class Builder:
    """Keeps what it has made per article's content hash; `build` is cheap when nothing changed."""

    def __init__(self, embed: Embed, questions: Embed) -> None:
        self._embed = embed
        self._questions = questions
        self._tokenizer = Tokenizer()
        self._made: dict[tuple[str, str, tuple[str, ...]], tuple[tuple[Unit, ...], NDArray[np.float32] | None]] = {}

    def build(self, articles: Iterable[Article], roles: Roles, progress: Progress | None = None) -> Statements:
        """`progress` is told ("reading", done, total) as articles are read; a known one costs nothing."""
        listed = list(articles)
        parts = []
        for done, article in enumerate(listed, 1):
            parts.append(self._part(article, roles))
            if progress:
                progress("reading", done, len(listed) + 1)
        units = tuple(unit for made, _ in parts for unit in made)
        arrays = [vectors for _, vectors in parts if vectors is not None]
        terms = tuple(frozenset(self._tokenizer(u.search)) for u in units)
        passage_terms: dict[str, frozenset[str]] = {}
        for unit in units:
            if unit.passage.id not in passage_terms:
                text = " ".join((*unit.passage.headings, unit.passage.text))
                passage_terms[unit.passage.id] = frozenset(self._tokenizer(text))
        counts = Counter(t for bag in terms for t in bag)
        rarity = {t: math.log(1 + (len(units) - n + 0.5) / (n + 0.5)) for t, n in counts.items()}
        asked = load_asked(units, roles, frozenset(a.id for a in listed if a.shipped))
        if progress:
            progress("reading", len(listed) + 1, len(listed) + 1)
        return Statements(
            units,
            figures_of(units),
            terms,
            tuple(passage_terms[u.passage.id] for u in units),
            np.concatenate(arrays) if units and len(arrays) == sum(1 for u, _ in parts if u) else None,
            rarity,
            _names(units, roles),
            _vocabulary(units, asked),
            self._tokenizer,
            Questions.of(tuple(a for a in asked if not a.apart), self._tokenizer, self._questions),
            Questions.of(tuple(a for a in asked if a.apart), self._tokenizer, self._questions),
            self._questions([u.search for u in units], True) if units else None,
        )

    def _part(self, article: Article, roles: Roles) -> tuple[tuple[Unit, ...], NDArray[np.float32] | None]:
        key = (article.id, article.digest, tuple(roles.all))
        if key not in self._made:
            units = units_of(article, roles)
            self._made[key] = (units, self._embed([u.search for u in units], True) if units else None)
        return self._made[key]


def _names(units: Iterable[Unit], roles: Roles) -> frozenset[str]:
    capital, small = set(), set()
    for unit in units:
        for match in re.finditer(r"(?<![\w.])[A-Za-z0-9][\w.+-]*[\w+]", unit.text):
            word = match[0]
            if word[0].isupper() or any(c.isupper() for c in word[1:]):
                if unit.kind == "cell" or (
                    match.start() > 0 and unit.text[match.start() - 2 : match.start()] not in (". ", ": ")
                ):
                    capital.add(word.lower())
            else:
                small.add(word.lower())
    return frozenset(w for w in capital - small if not roles.ids(w) and len(w) > 2 and not w[0].isdigit())


def _vocabulary(units: Iterable[Unit], asked: Iterable[Asked]) -> dict[str, int]:
    """Words of the articles, and those that known questions use more than once (once may be a slip)."""
    said = Counter(w for unit in units for w in re.findall(r"[a-z]{4,}", unit.text.lower()))
    used = Counter(w for one in asked for w in re.findall(r"[a-z]{4,}", one.question.lower()))
    return dict(said + Counter({w: n for w, n in used.items() if n > 1}))
