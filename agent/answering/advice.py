"""Advice: the articles' own "choose X if" and "hire X first if", turned to what the asker said.

Each clause of the question is set against each role's criteria and against what is said of the role
otherwise; a clause that rejects something ("I hate on-call") counts for a criterion that avoids it and
against a role that has it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agent.answering import patterns
from agent.answering.claims import Block, Draft, Frame, bullets, paragraph
from agent.answering.context import Context, stated, with_article
from corpus.minilm import Vectors
from corpus.units import Unit

CLOSE = 0.34  # cosine from which a criterion counts as met by a clause
REJECTED = 0.5  # what a clause's likeness to a criterion of the other polarity is worth


@dataclass(frozen=True, slots=True)
class Fit:
    """`met` are the criteria (or, lacking one, statements) that the clauses meet, best first."""

    key: str
    score: float
    met: tuple[Unit, ...]


def advice(context: Context) -> Draft | None:
    """None where the articles hold no criteria for what is asked."""
    criteria = _criteria(context)
    if not criteria or not _covers(context, criteria):
        return None
    clauses = about_self(context)
    if not clauses:
        return _both_sides(context, criteria)
    if len(clauses) > 1:
        clauses.append(". ".join(clauses))
    fits = _fits(context, criteria, clauses)
    best = fits[0]
    if not best.met and context.question.roles:
        return None
    if not best.met or (len(fits) > 1 and best.score - fits[1].score < 0.02):
        return _both_sides(context, criteria)
    blocks: list[Block] = [
        paragraph(Frame(f"By the articles' own criteria, what you describe points to {_who(context, best.key)}:")),
        bullets(*(stated(context, u) for u in best.met[:4])),
    ]
    second = next(
        (f for f in fits[1:] if f.met and (f.score > best.score * 0.8 or len(context.question.roles) > 1)), None
    )
    if second:
        blocks += [
            paragraph(Frame(f"{_title(context, second.key)} would suit you rather if this holds:")),
            bullets(*(stated(context, u) for u in second.met[:2])),
        ]
    used = [*best.met[:4], *(second.met[:2] if second else ())]
    return Draft((*blocks, *_interest(context, used)), "advice")


def _covers(context: Context, criteria: dict[str, list[Unit]]) -> bool:
    """Whether one article has criteria for every role between which is to be chosen."""
    asked = [r for r in context.question.roles if r in context.roles.all]
    if len(asked) < 2 or any(key not in context.roles.all for key in criteria):
        return True
    sources = [{u.passage.article for u in criteria.get(role, ())} for role in asked]
    return bool(set.intersection(*sources))


def _title(context: Context, key: str) -> str:
    who = _who(context, key)
    return who[:1].upper() + who[1:]


def _criteria(context: Context) -> dict[str, list[Unit]]:
    """Criteria items by role (hiring criteria by their heading), for the asked roles or for all."""
    hiring = bool(patterns.HIRING.search(context.question.text))
    out: dict[str, list[Unit]] = {}
    for unit in context.statements.units:
        heading = unit.passage.heading
        if (
            not patterns.CHOICE.match(heading)
            or ("hire" in heading.lower()) != hiring
            or unit.kind == "cell"
            or unit.text.endswith(":")
        ):
            continue
        key = unit.setting[0] if len(unit.setting) == 1 else heading.lower()
        if not context.question.roles or hiring or key in context.question.roles:
            out.setdefault(key, []).append(unit)
    return out


def _who(context: Context, key: str) -> str:
    return with_article(context.called(key)) if key in context.roles.all else f"“{key}”"


def about_self(context: Context) -> list[str]:
    """What the asker says of themselves or their company; empty where they only ask."""
    parts = [p.strip() for p in patterns.CLAUSE.split(context.question.text)]
    return [p for p in parts if len(p.split()) >= 2 and not patterns.ASK.match(p) and not _only_roles(context, p)]


def _only_roles(context: Context, text: str) -> bool:
    mentions = context.roles.find(text)
    named = sum(m.span.end - m.span.start for m in mentions)
    return named > len(text) * 0.6


def _fits(context: Context, criteria: dict[str, list[Unit]], clauses: list[str]) -> list[Fit]:
    """Each role's fit, best first: how far it meets each clause, against how far the roles do on average."""
    theirs = context.embed(clauses, False)
    if theirs is None:
        return sorted((_by_words(context, k, u, clauses) for k, u in criteria.items()), key=lambda f: -f.score)
    against = np.array([bool(patterns.AGAINST.search(c)) for c in clauses])
    tops, wides, met = [], [], []
    for key, units in criteria.items():
        top, wide, found = _matches(context, key, units, np.asarray(theirs), against)
        tops.append(top)
        wides.append(wide)
        met.append(found)
    own, told = np.array(tops), np.array(wides)
    gain = (own - own.mean(axis=0)) + np.where(against, -1.0, 1.0) * (told - told.mean(axis=0)) * 1.5
    expected = _expected(context, criteria, np.asarray(theirs))
    fits = [
        Fit(key, expected[key] + float(gain[i].sum() + 0.25 * own[i].sum()), met[i]) for i, key in enumerate(criteria)
    ]
    return sorted(fits, key=lambda f: -f.score)


def _expected(context: Context, criteria: dict[str, list[Unit]], clauses: Vectors) -> dict[str, float]:
    """How like the question, or a clause of it, is to known ones that a role's criteria answer; 0 to about 0.7."""
    own = {unit.key: key for key, units in criteria.items() for unit in units}
    found = dict.fromkeys(criteria, 0.0)
    known = context.statements.asked_vectors
    if known is None:
        return found
    alike = np.maximum(context.alike, np.asarray(known @ clauses.T).max(axis=1))
    for row in (-alike).argsort()[:40]:
        for i in context.statements.asked[row].units:
            if key := own.get(context.statements.units[i].key):
                found[key] = max(found[key], (float(alike[row]) - 0.5) * 1.5)
    return found


def _matches(
    context: Context, key: str, criteria: Sequence[Unit], clauses: Vectors, against: NDArray[np.bool_]
) -> tuple[list[float], list[float], tuple[Unit, ...]]:
    """For each clause the likeness to the nearest criterion and to the nearest statement; and what was met."""
    ours = context.embed([u.text for u in criteria], True)
    cosines = np.zeros((len(clauses), len(criteria))) if ours is None else np.asarray(clauses @ ours.T)
    refusing = np.array([bool(patterns.AGAINST.search(u.text)) for u in criteria])
    cosines = np.where(against[:, None] == refusing[None, :], cosines, cosines * REJECTED)
    other, said = _statements(context, key)
    likeness = np.asarray(clauses @ said.T) if said is not None else np.zeros((len(clauses), 1))
    found: dict[tuple[str, int], tuple[float, Unit]] = {}
    for i in range(len(clauses)):
        j, k = int(cosines[i].argmax()), int(likeness[i].argmax())
        if cosines[i, j] >= CLOSE:
            found[criteria[j].key] = (float(cosines[i, j]) + 0.3, criteria[j])
        if likeness[i, k] >= 0.45 and not against[i] and likeness[i, k] > cosines[i, j] + 0.08 and other:
            found[other[k].key] = (float(likeness[i, k]), other[k])
    order = tuple(u for _, u in sorted(found.values(), key=lambda m: -m[0]))
    return cosines.max(axis=1).tolist(), likeness.max(axis=1).tolist(), order


def _statements(context: Context, key: str) -> tuple[list[Unit], Vectors | None]:
    """What is said of one role alone, with its vectors."""
    vectors = context.statements.vectors
    rows = [
        i
        for i, u in enumerate(context.statements.units)
        if u.about() == (key,) and u.kind != "cell" and not u.text.endswith(":")
    ]
    return [context.statements.units[i] for i in rows], None if vectors is None or not rows else vectors[rows]


def _by_words(context: Context, key: str, criteria: Sequence[Unit], clauses: list[str]) -> Fit:
    """Without embeddings: shared stems."""
    asked = {t for c in clauses for t in context.statements.tokenizer(c)}
    shared = [
        (sum(context.statements.idf(t) for t in asked & set(context.statements.tokenizer(u.text))), u) for u in criteria
    ]
    met = sorted((s for s in shared if s[0] > 3), key=lambda s: -s[0])
    return Fit(key, sum(s for s, _ in met), tuple(u for _, u in met))


def _both_sides(context: Context, criteria: dict[str, list[Unit]]) -> Draft:
    """Nothing said about the asker: the criteria themselves, side after side."""
    blocks: list[Block] = []
    for key, units in list(criteria.items())[:4]:
        ordered = sorted(units, key=lambda u: -context.score_of(u))[: 3 if len(criteria) < 3 else 2]
        blocks += [paragraph(Frame(f"For {_who(context, key)}:")), bullets(*(stated(context, u) for u in ordered))]
    return Draft((*blocks, *_interest(context, [u for units in criteria.values() for u in units])), "advice")


def _interest(context: Context, units: Sequence[Unit]) -> list[Block]:
    articles = dict.fromkeys(u.passage.article for u in units)
    lines = [re.sub(r"\s*\([^)]*\)", "", context.articles[a].interest).split(";")[0].rstrip(".") for a in articles]
    return [paragraph(Frame(f"On the source: {line}.")) for line in dict.fromkeys(lines) if line][:2]
