"""A question -> the wishes in it: by plain words, and by likeness to known wordings for all other words."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from agent.answering.advising import words
from agent.answering.advising.felt import felt, opposites
from agent.answering.advising.nearest import nearest
from agent.answering.advising.sources import NONE, guides
from agent.answering.advising.wishes import Known, Wish
from agent.answering.advising.words import denies
from agent.answering.context import Context
from agent.answering.question import Question
from agent.guide import Option
from agent.understand import KeylessReader
from corpus.minilm import Vectors

TEMPERATURE = 0.05  # how much the nearest wording counts above the rest
LIKELY = 0.12  # share of a wish among all that a clause may say, from which it is heard
ALIKE = 0.4  # cosine of the nearest wording under which nothing is
OTHERS = 0.25  # worth of a company's wish where a person asks, and the other way round
TURNED = 0.8  # what likeness is worth where one side denies and the other does not
ASKED = 0.75  # what a known question is worth beside a wording
CUED = 0.8  # what a word that mostly means a wish counts
FELT = 0.8  # what a plain like or dislike counts
REPORTED = 0.7  # "my colleagues say I …" counts, if less than one's own word
SURELY = 3.0  # times as like the other kind of asker's words must be, to outweigh plain words
RULED = 0.6  # the interview's rules, which know no questions

Likely = tuple[list[str], Vectors]


@dataclass(frozen=True, slots=True)
class Heard:
    """`strength` 0..1; `plain`: by words and not by likeness alone."""

    wish: Wish
    strength: float
    said: str
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Hearing:
    """What is said: the wishes, the plainest first, each once and of opposites the stronger; and whether a company
    says it, which hires, or a person, who chooses for themselves."""

    wishes: tuple[Heard, ...]
    company: bool


class Ear:
    """Hears a question once, though it is asked for twice."""

    def __init__(self) -> None:
        self._last: tuple[Known, Question, Hearing] | None = None
        self._lock = threading.Lock()

    def hear(self, context: Context, known: Known) -> Hearing:
        question = replace(context.question, kind="fact", origin="", goal="", told=False)
        with self._lock:
            last = self._last
        if last is None or last[0] is not known or last[1] != question:
            last = (known, question, _hear(context, known))
            with self._lock:
                self._last = last
        return last[2]


def verdict_asked(text: str, known: Callable[[], Known]) -> bool:
    """Whether by plain words it is asked if a thing is wise that a wish has its own verdict on: "one person for the
    model and for the customers, good idea?"."""
    if not words.WHETHER.search(text):
        return False
    settled = (w for w in known().wishes.values() if w.answer and w.company and w.cues and w.cues.search(text))
    return any(w.unless is None or not w.unless.search(text) for w in settled)


def nearest_for(context: Context, known: Known, among: Sequence[str], company: bool) -> list[Heard]:
    """Where no wish is heard: the nearest statement for one of the roles of `among`, if any leads."""
    near = nearest(context, known, situation(context.question.bare), among, company)
    return [Heard(near[0], min(1.0, near[1] + 0.15), near[2], False)] if near else []


def _hear(context: Context, known: Known) -> Hearing:
    question = context.question
    text = question.asked if question.hinted and not question.follows else question.text
    parts = situation(context.question.asked if context.question.hinted else context.question.bare)
    likely = likelihood(context, known, parts) if parts else None
    company = _company(text, known, likely)
    found = [*_by_rules(text, known, company), *_by_words(text, known, company)]
    found += _by_likeness(known, parts, likely, company) if likely else []
    best: dict[str, Heard] = {}
    for one in sorted(found, key=lambda h: -h.strength):
        if one.wish.unless is None or not one.wish.unless.search(text):
            best.setdefault(one.wish.key, one)
    against = opposites()
    kept: list[Heard] = []
    for one in sorted(best.values(), key=lambda h: (not h.plain, -h.strength)):
        if not any((one.wish.key, held.wish.key) in against for held in kept):
            kept.append(one)
    return Hearing(tuple(kept), company)


def of_company(text: str) -> bool:
    """Whether by its words somebody is to be hired; else a person chooses for themselves."""
    if words.OWN.search(text):
        return False
    return bool(words.COMPANY.search(text)) or bool(words.WE.search(text) and not words.I.search(text))


def _company(text: str, known: Known, likely: Likely | None) -> bool:
    """As its words have it, unless what is said is far more like what the other kind of asker says."""
    by_words = of_company(text)
    if likely is None:
        return by_words
    keys, shares = likely
    sums = {True: 0.0, False: 0.0}
    for i, key in enumerate(keys):
        if key != NONE:
            sums[known.wishes[key].company] += float(shares[:, i].sum())
    plain = words.OWN.search(text) or words.COMPANY.search(text)
    one_sided = bool(words.I.search(text)) != bool(words.WE.search(text))
    surely = 2 * SURELY if plain else SURELY if one_sided else 1.0
    return by_words if sums[by_words] * surely >= sums[not by_words] else not by_words


@cache
def _reader() -> KeylessReader:
    return KeylessReader()


def _by_rules(text: str, known: Known, company: bool) -> Iterator[Heard]:
    name = "hiring" if company else "career"
    guide = guides()[name][0]
    for e in _reader().read(text.replace("?", "."), guide, None, frozenset()).evidence:
        if not e.option or _halfway(guide.topic(e.topic).option(e.option)):
            continue
        key = f"{name} {e.topic} {e.option}"
        wish = known.wishes.get(known.options.get(key, key))
        strength = REPORTED if e.manner == "reported" else e.strength
        if wish is not None and strength > 0:
            yield Heard(wish, RULED * strength, e.quote)


def _halfway(option: Option) -> bool:
    """ "Some of it": no reason to choose between two roles."""
    return option.middle or option.pole == "some"


def _by_words(text: str, known: Known, company: bool) -> Iterator[Heard]:
    for wish in known.wishes.values():
        if wish.cues and (match := wish.cues.search(text)):
            yield Heard(wish, CUED * (1.0 if wish.company == company else OTHERS), match[0])
    if not company:
        for key, said in felt(text):
            if key in known.wishes:
                yield Heard(known.wishes[key], FELT, said)


def _by_likeness(known: Known, parts: Sequence[str], likely: Likely, company: bool) -> Iterator[Heard]:
    """What each clause most likely says, by all wordings of every wish; nothing where none is near."""
    keys, shares = likely
    worth = np.array([1.0 if k == NONE or known.wishes[k].company == company else OTHERS for k in keys])
    weighed = shares * worth
    weighed = weighed / np.maximum(weighed.sum(axis=1, keepdims=True), 1e-6)
    for part, row in zip(parts, weighed, strict=True):
        for i in np.flatnonzero(row >= LIKELY):
            if keys[i] != NONE:
                yield Heard(known.wishes[keys[i]], float(row[i]), part, False)


def likelihood(context: Context, known: Known, parts: Sequence[str]) -> Likely | None:
    """(wishes' keys, share of each by clause: parts x keys, rows of sum 1, or 0 where none is near); None without
    embeddings."""
    cosines = _cosines(context, known, parts)
    if cosines is None:
        return None
    keys = list(dict.fromkeys(known.owners))
    places = np.array([keys.index(owner) for owner in known.owners])
    spoken = np.zeros((len(parts), len(keys)), np.float32)
    np.add.at(spoken.T, places, np.exp(cosines.T / TEMPERATURE))
    spoken *= (cosines.max(axis=1) >= ALIKE)[:, None]
    return keys, np.asarray(spoken / np.maximum(spoken.sum(axis=1, keepdims=True), 1e-6), np.float32)


def _cosines(context: Context, known: Known, parts: Sequence[str]) -> Vectors | None:
    """parts x wordings, the mean of both ways of embedding."""
    theirs = context.embed(parts, False)
    if theirs is None or known.vectors is None:
        return None
    cosines: Vectors = np.asarray(theirs @ known.vectors.T, np.float32)
    if known.asking is not None and (asking := context.embed_questions(parts, False)) is not None:
        cosines = np.asarray((cosines + asking @ known.asking.T) / 2, np.float32)
        if known.asked is not None:
            cosines = np.concatenate([cosines, asking @ known.asked.T * ASKED], axis=1)
    turned = np.array([denies(p) for p in parts])[:, None] != np.array(known.denying)[None, :]
    return np.asarray(np.where(turned, cosines * TURNED, cosines), np.float32)


def situation(bare: str) -> list[str]:
    """The sentences and clauses that say something of the asker, without the words that ask and without the half of a
    preference that is turned down ("rather X than Y")."""
    bare = words.LUKEWARM.sub(r"\g<what> not my love", bare)
    whole = [s for s in words.SENTENCES.split(bare) if len({denies(c) for c in words.SPLIT.split(s) if c.strip()}) == 1]
    pieces = [*whole, *words.SPLIT.split(bare)]
    pieces = [words.REJECTED.sub("", p) if words.PREFERS.search(p) else p for p in pieces]
    told = [" ".join(words.STUB.sub(" ", p).replace(" ,", ",").split()).strip(" ,-'\"") for p in pieces]
    return list(dict.fromkeys(p for p in told if len(re.findall(r"[a-z]{2,}", p, re.I)) >= 2))
