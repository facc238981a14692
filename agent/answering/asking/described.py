"""Roles that a question describes without naming them ("the one number big clients have after they signed").

Each phrase that may describe one is compared, by the embeddings for questions, with many descriptions of every role
and of people who are none of them (corpus/described.yaml): the nearest role, where it leads clearly, is meant. The
short forms of corpus/hints.yaml are read beside it, and alone where there are no embeddings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources

import numpy as np
import yaml

from agent.answering.asking.phrases import Phrase, of_kin, phrases, side_by_side
from corpus.facets import hinted
from corpus.minilm import Vectors

Span = tuple[str, int, int]  # role, start, end
Embed = Callable[[Sequence[str], bool], Vectors | None]  # texts, whether they are static -> n x d

LEAST, LEAD = 0.45, 0.08  # likeness to a role, and by how much more it speaks for it than for the next
LEAST_TOLD, LEAD_TOLD, TOLD = 0.42, 0.04, 5  # the same of a clause of so many words: it tells more than a name
FITTED, RIDGE = 0.4, 1.0  # what a linear fit to all descriptions counts beside the nearest, and how it is damped
HINT = 0.03  # what a short form (corpus/hints.yaml) inside a phrase adds to its role's likeness
LEAST_BESIDE, LEAD_BESIDE = 0.5, 0.12  # the same for a second role
LEAST_ALONE, LEAD_ALONE = 0.6, 0.2  # and where nothing sets two roles side by side
NEAREST = 3  # descriptions of a role whose mean counts
MOST = 3  # roles read from one question
NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class _Found:
    lead: float
    like: float
    role: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class _Known:
    """The descriptions' vectors (n x d), and the weights (d + 1 x roles) by which a vector speaks for each role."""

    vectors: Vectors
    weights: Vectors


class Described:
    """Finds described roles; any number of threads may ask. `embed` gives the vectors for questions."""

    def __init__(self, embed: Embed) -> None:
        self._embed = embed
        self._known: _Known | None = None

    def __call__(self, text: str) -> list[Span]:
        """(role, start, end) of the describing words, in order; [] where no role is described."""
        hints, read = hinted(text), phrases(text)
        found, others = self._liked(text, hints, read)
        hints = [_widened(h, read) for h in hints if not any(p.start <= h[1] and h[2] <= p.end for p in others)]
        if found and not side_by_side(text):
            found, hints = [found[0], *(f for f in found[1:] if f.like >= LEAST_ALONE and f.lead >= LEAD_ALONE)], []
        spans: list[Span] = []
        for span in [*map(_span, found), *hints]:
            if len(spans) < MOST and not any(s[0] == span[0] or (s[1] < span[2] and span[1] < s[2]) for s in spans):
                spans.append(span)
        return sorted(spans, key=lambda s: s[1]) or self._of_kin(text)

    def _of_kin(self, text: str) -> list[Span]:
        """The role of somebody of whom a whole sentence tells, where nothing else describes one."""
        phrase = of_kin(text)
        found, _ = self._liked(text, [], [phrase] if phrase else [])
        return [_span(f) for f in found if f.lead >= LEAD]

    def _liked(self, text: str, hints: Sequence[Span], read: Sequence[Phrase]) -> tuple[list[_Found], list[Phrase]]:
        """The roles that phrases are like, surest first, none overlapping another; and whole clauses that are like
        another role than their hint."""
        vectors = self._embed([text[p.start : p.end] for p in read], False) if read else None
        known = self._descriptions() if vectors is not None else None
        if vectors is None or known is None:
            return [], []
        like = vectors @ known.vectors.T
        nearest = np.stack([_nearest(like[:, at]) for at in _places().values()], axis=1)
        fitted = np.c_[vectors, np.ones(len(vectors))] @ known.weights
        names = list(descriptions())
        found, others = [], []
        for phrase, near, row in zip(read, nearest, nearest + FITTED * fitted, strict=True):
            inside = {role for role, start, end in hints if phrase.start <= start and end <= phrase.end}
            row = row + np.array([HINT if name in inside else 0.0 for name in names], np.float32)
            first, second = np.argsort(-row)[:2]
            one = _Found(float(row[first] - row[second]), float(near[first]), names[first], phrase)
            if one.role != NOBODY and _enough(one, text):
                found.append(one)
            if phrase.whole and inside and one.role not in inside:
                others.append(phrase)
        told = {p.group for p in read if _told(p, text)}  # of these the whole clause decides, and no part of it
        return _chosen([f for f in found if f.phrase.whole or f.phrase.group not in told], read), others

    def _descriptions(self) -> _Known | None:
        if self._known is None:
            vectors = self._embed([text for texts in descriptions().values() for text in texts], True)
            self._known = None if vectors is None else _Known(vectors, _fit(vectors))
        return self._known


def _enough(one: _Found, text: str) -> bool:
    """Whether it is like its role, and more so than like any other."""
    least, lead = (LEAST_TOLD, LEAD_TOLD) if _told(one.phrase, text) else (LEAST, LEAD)
    if " " not in text[one.phrase.start : one.phrase.end].strip():
        least, lead = LEAST_ALONE, LEAD_ALONE  # "Docker" is a tool of several
    return one.like >= least and one.lead >= lead


def _told(phrase: Phrase, text: str) -> bool:
    return phrase.whole and phrase.noun and len(text[phrase.start : phrase.end].split()) >= TOLD


def _chosen(found: Sequence[_Found], read: Sequence[Phrase]) -> list[_Found]:
    chosen: list[_Found] = []
    for one in sorted(found, key=lambda f: -f.lead):
        if chosen and (one.like < LEAST_BESIDE or one.lead < LEAD_BESIDE):
            continue
        if not any(_overlap(one.phrase, other.phrase) or one.role == other.role for other in chosen):
            chosen.append(replace(one, phrase=_extent(one, found, read)))
    return chosen


@lru_cache(maxsize=1)
def descriptions() -> dict[str, tuple[str, ...]]:
    """Role id -> what it is called without its name; NOBODY -> others."""
    raw = yaml.safe_load(resources.files("corpus").joinpath("described.yaml").read_text(encoding="utf-8"))
    return {role: tuple(texts) for role, texts in raw.items()}


@lru_cache(maxsize=1)
def _places() -> dict[str, list[int]]:
    owners = [role for role, texts in descriptions().items() for _ in texts]
    return {role: [i for i, owner in enumerate(owners) if owner == role] for role in descriptions()}


def _extent(one: _Found, found: Sequence[_Found], read: Sequence[Phrase]) -> Phrase:
    """The whole clause, where its end is known; else the shortest reading, as what follows may be what is asked."""
    whole = [p for p in read if p.whole and p.group == one.phrase.group]
    alike = [f.phrase for f in found if f.role == one.role and f.phrase.group == one.phrase.group]
    return whole[0] if whole else min(alike, key=lambda p: p.end)


def _fit(vectors: Vectors) -> Vectors:
    """Ridge regression on the role that each description is of, every role counting alike."""
    inputs = np.c_[vectors, np.ones(len(vectors))]
    of_role = np.zeros((len(vectors), len(_places())))
    for column, at in enumerate(_places().values()):
        of_role[at, column] = 1.0
    counts = of_role @ of_role.sum(axis=0)
    weighted = inputs.T * (counts.mean() / counts)
    return np.asarray(
        np.linalg.solve(weighted @ inputs + RIDGE * np.eye(inputs.shape[1]), weighted @ of_role), np.float32
    )


def _nearest(like: Vectors) -> Vectors:
    """n x descriptions of one role -> n: the mean of the nearest."""
    return np.asarray(np.sort(like, axis=1)[:, -NEAREST:].mean(axis=1), np.float32)


def _widened(hint: Span, read: Sequence[Phrase]) -> Span:
    """A short form with the clause that it stands in."""
    role, start, end = hint
    around = next((p for p in read if p.whole and p.noun and p.start <= start and end <= p.end), None)
    return (role, around.start, around.end) if around else hint


def _overlap(one: Phrase, other: Phrase) -> bool:
    return one.group == other.group or (one.start < other.end and other.start < one.end)


def _span(found: _Found) -> Span:
    return found.role, found.phrase.start, found.phrase.end
