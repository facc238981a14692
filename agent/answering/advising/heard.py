"""A question -> the wishes in it: by the interview's rules for plain words, and by likeness for all other words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from agent.answering.advising import words
from agent.answering.advising.nearest import nearest
from agent.answering.advising.sources import guides
from agent.answering.advising.wishes import Known, Wish
from agent.answering.advising.words import denies
from agent.answering.context import Context
from agent.guide import Option
from agent.understand import KeylessReader

ALIKE = 0.5  # cosine from which a clause says a wish
SURE = 0.58  # the same where plain words have said something already
BESIDE = 0.05  # how far below the best another wish of the same clause may lie
CLEAR = 1.5  # weight below which a likeness says too little
TURNED = 0.8  # what likeness is worth where one side denies and the other does not
CUED = 0.8  # what a word that mostly means a wish counts
REPORTED = 0.7  # "my colleagues say I …" counts, if less than one's own word


@dataclass(frozen=True, slots=True)
class Heard:
    """`strength` 0..1."""

    wish: Wish
    strength: float
    said: str


def heard(context: Context, known: Known, among: Sequence[str]) -> list[Heard]:
    """The wishes in what is asked that bear on the roles of `among`, the plainest first; each once."""
    text = context.question.text
    company = of_company(text)
    plain = [*_by_rules(text, known, company), *_by_cues(text, known, company)]
    found = [*plain, *_by_likeness(context, known, company, among, bool(plain))]
    best: dict[str, Heard] = {}
    for one in found:
        if one.wish.key not in best or one.strength > best[one.wish.key].strength:
            best[one.wish.key] = one
    order = sorted(best.values(), key=lambda h: (h not in plain, -h.strength))
    taken: set[str] = set()
    kept = []
    for one in order:  # of the options of one topic the plainest: its opposite is much like it
        topic = one.wish.key.rpartition(" ")[0] if one.wish.option else one.wish.key
        if topic not in taken or one in plain:
            kept.append(one)
        taken.add(topic)
    return kept


def of_company(text: str) -> bool:
    """Whether somebody is to be hired; else a person chooses for themselves."""
    if words.OWN.search(text):
        return False
    return bool(words.COMPANY.search(text)) or bool(words.WE.search(text) and not words.I.search(text))


@cache
def _reader() -> KeylessReader:
    return KeylessReader()


def _by_rules(text: str, known: Known, company: bool) -> list[Heard]:
    name = "hiring" if company else "career"
    guide = guides()[name][0]
    reading = _reader().read(text.replace("?", "."), guide, None, frozenset())
    found = []
    for e in reading.evidence:
        if not e.option or _halfway(guide.topic(e.topic).option(e.option)):
            continue
        wish = known.wishes.get(f"{name} {e.topic} {e.option}")
        strength = REPORTED if e.manner == "reported" else e.strength
        if wish is not None and strength > 0:
            found.append(Heard(wish, strength, e.quote))
    return found


def _halfway(option: Option) -> bool:
    """ "Some of it": no reason to choose between two roles."""
    return option.middle or option.pole == "some"


def _by_cues(text: str, known: Known, company: bool) -> list[Heard]:
    spoken = [w for w in known.wishes.values() if w.company == company and w.cues]
    return [Heard(w, CUED, m[0]) for w in spoken if w.cues and (m := w.cues.search(text))]


def _by_likeness(context: Context, known: Known, company: bool, among: Sequence[str], settled: bool) -> list[Heard]:
    """Wishes that a clause is like; where no clause is much like one, the likest if it leads those for other roles."""
    parts = situation(context.question.asked if context.question.hinted else context.question.bare)
    theirs = context.embed(parts, False) if parts else None
    if theirs is None or known.vectors is None:
        return []
    fitting = np.array([_speaks(known.wishes[k], context.question.text, company, among) for k in known.owners])
    denying = np.array(known.denying)
    cosines = np.asarray(theirs @ known.vectors.T)
    if known.asked is not None and (asking := context.embed_questions(parts, False)) is not None:
        cosines = np.concatenate([cosines, asking @ known.asked.T], axis=1)
    turned = np.array([denies(p) for p in parts])[:, None] != denying[None, :]
    cosines = np.where(turned, cosines * TURNED, cosines) * fitting
    found = []
    for part, row in zip(parts, cosines, strict=True):
        least = max(SURE if settled else ALIKE, float(row.max()) - BESIDE)
        found += [Heard(known.wishes[known.owners[i]], _plain(row[i]), part) for i in np.flatnonzero(row >= least)]
    if found or settled:
        return found
    one = nearest(context, known, parts, among, company)
    return [Heard(one[0], _plain(one[1]), one[2])] if one else []


def _plain(cosine: float) -> float:
    return min(1.0, float(cosine) + 0.15)


def _speaks(wish: Wish, text: str, company: bool, among: Sequence[str]) -> bool:
    """Whether a wish of this kind of asker speaks clearly for or against one of these roles."""
    if wish.needs is not None and not wish.needs.search(text):
        return False
    return wish.company == company and any(g.of in among and abs(g.weight) >= CLEAR for g in wish.grounds)


def situation(bare: str) -> list[str]:
    """The sentences and clauses that say something of the asker, without the words that ask and without the half of a
    preference that is turned down ("rather X than Y")."""
    whole = [s for s in words.SENTENCES.split(bare) if len({denies(c) for c in words.SPLIT.split(s) if c.strip()}) == 1]
    pieces = [*whole, *words.SPLIT.split(bare)]
    pieces = [words.REJECTED.sub("", p) if words.PREFERS.search(p) else p for p in pieces]
    told = [" ".join(words.STUB.sub(" ", p).replace(" ,", ",").split()).strip(" ,-'\"") for p in pieces]
    return list(dict.fromkeys(p for p in told if len(re.findall(r"[a-z]{2,}", p, re.I)) >= 2))
