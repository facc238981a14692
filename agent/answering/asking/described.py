"""Roles that a question describes without naming them ("the one number big clients have after they signed").

Each phrase that may describe one is compared, by the embeddings for questions, with many descriptions of every role
and of people who are none of them (corpus/described.yaml): the nearest role, where it leads clearly, is meant. The
short forms of corpus/hints.yaml are read beside it, and alone where there are no embeddings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
import yaml

from agent.answering.asking.phrases import Phrase, phrases, side_by_side
from corpus.facets import hinted
from corpus.minilm import Vectors

Span = tuple[str, int, int]  # role, start, end
Embed = Callable[[Sequence[str], bool], Vectors | None]  # texts, whether they are static -> n x d

LEAST, LEAD = 0.45, 0.04  # likeness to a role, and by how much more than to the next
LEAST_BESIDE, LEAD_BESIDE = 0.5, 0.06  # the same for a second role
LEAST_ALONE, LEAD_ALONE = 0.6, 0.1  # and where nothing sets two roles side by side
NEAREST = 2  # descriptions of a role whose mean counts
MOST = 3  # roles read from one question
NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class _Found:
    lead: float
    like: float
    role: str
    phrase: Phrase


class Described:
    """Finds described roles; any number of threads may ask. `embed` gives the vectors for questions."""

    def __init__(self, embed: Embed) -> None:
        self._embed = embed
        self._known: Vectors | None = None

    def __call__(self, text: str) -> list[Span]:
        """(role, start, end) of the describing words, in order; [] where no role is described."""
        found, hints = self._liked(text), hinted(text)
        if found and not side_by_side(text):
            found, hints = [found[0], *(f for f in found[1:] if f.like >= LEAST_ALONE and f.lead >= LEAD_ALONE)], []
        spans: list[Span] = []
        for span in [*map(_span, found), *hints]:
            if len(spans) < MOST and not any(s[0] == span[0] or (s[1] < span[2] and span[1] < s[2]) for s in spans):
                spans.append(span)
        return sorted(spans, key=lambda s: s[1])

    def _liked(self, text: str) -> list[_Found]:
        """The roles that phrases are like, surest first, none overlapping another."""
        read = phrases(text)
        vectors = self._embed([text[p.start : p.end] for p in read], False) if read else None
        known = self._descriptions() if vectors is not None else None
        if vectors is None or known is None:
            return []
        like = vectors @ known.T
        roles = descriptions()
        of_role = np.stack([_nearest(like[:, at]) for at in _places().values()], axis=1)
        names = list(roles)
        found = []
        for phrase, row in zip(read, of_role, strict=True):
            first, second = np.argsort(-row)[:2]
            if names[first] != NOBODY and row[first] >= LEAST and row[first] - row[second] >= LEAD:
                found.append(_Found(float(row[first] - row[second]), float(row[first]), names[first], phrase))
        chosen: list[_Found] = []
        for one in sorted(found, key=lambda f: -f.lead):
            if chosen and (one.like < LEAST_BESIDE or one.lead < LEAD_BESIDE):
                continue
            if not any(_overlap(one.phrase, other.phrase) or one.role == other.role for other in chosen):
                alike = [f for f in found if f.role == one.role and f.phrase.group == one.phrase.group]
                chosen.append(min(alike, key=lambda f: f.phrase.end))  # what follows may be what is asked
        return chosen

    def _descriptions(self) -> Vectors | None:
        if self._known is None:
            self._known = self._embed([text for texts in descriptions().values() for text in texts], True)
        return self._known


@lru_cache(maxsize=1)
def descriptions() -> dict[str, tuple[str, ...]]:
    """Role id -> what it is called without its name; NOBODY -> others."""
    raw = yaml.safe_load(resources.files("corpus").joinpath("described.yaml").read_text(encoding="utf-8"))
    return {role: tuple(texts) for role, texts in raw.items()}


@lru_cache(maxsize=1)
def _places() -> dict[str, list[int]]:
    owners = [role for role, texts in descriptions().items() for _ in texts]
    return {role: [i for i, owner in enumerate(owners) if owner == role] for role in descriptions()}


def _nearest(like: Vectors) -> Vectors:
    """n x descriptions of one role -> n: the mean of the nearest."""
    return np.asarray(np.sort(like, axis=1)[:, -NEAREST:].mean(axis=1), np.float32)


def _overlap(one: Phrase, other: Phrase) -> bool:
    return one.group == other.group or (one.start < other.end and other.start < one.end)


def _span(found: _Found) -> Span:
    return found.role, found.phrase.start, found.phrase.end
