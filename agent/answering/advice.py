"""Advice: the articles' own "choose X if" and "hire X first if", turned to what the asker said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from agent.answering.claims import Block, Draft, Frame, bullets, paragraph
from agent.answering.context import Context, stated, with_article
from corpus.units import Unit

_CHOICE = re.compile(r"^(choose|hire)\b", re.I)
_HIRING = re.compile(r"\b(hire|hiring|req|headcount|recruit\w*|our (team|company|startup|product|model|demos?|deployments?|deals?)|we (need|have|are|sell|build|should)|first hire)\b", re.I)
_CLAUSE = re.compile(r"[,.;!?]|\b(?:but|and|while|yet|though|because|since|so)\b", re.I)
_AGAINST = re.compile(r"\b(hate|dislike|don't|do not|not|never|no|without|avoid|rather not|can't stand|less|minimi[sz]e|tired of|sick of|fewer|than|hardly|isn't|aren't|won't)\b", re.I)
CLOSE = 0.34  # cosine from which a criterion counts as met by a clause


@dataclass(frozen=True, slots=True)
class Fit:
    role: str
    score: float
    met: tuple[Unit, ...]


def advice(context: Context) -> Draft | None:
    """None where the articles hold no criteria for what is asked."""
    criteria = _criteria(context)
    if not criteria:
        return None
    clauses = _clauses(context.question.text)
    fits = sorted((_fit(context, role, units, clauses) for role, units in criteria.items()), key=lambda f: -f.score)
    met = [f for f in fits if f.met]
    if not met:
        return _both_sides(context, criteria)
    best = met[0]
    blocks: list[Block] = [
        paragraph(Frame(f"By the articles' own criteria, what you describe points to {_who(context, best.role)}:")),
        bullets(*(stated(context, u) for u in best.met[:3])),
    ]
    if len(met) > 1 and met[1].score > best.score * 0.75:
        blocks += [paragraph(Frame(f"What would point to {_who(context, met[1].role)} instead:")),
                   bullets(*(stated(context, u) for u in met[1].met[:2]))]
    blocks += _interest(context, [u for f in met[:2] for u in f.met])
    return Draft(tuple(blocks), "advice")


def _criteria(context: Context) -> dict[str, list[Unit]]:
    """Criteria items by role (hiring criteria by their heading), for the asked roles or for all."""
    hiring = bool(_HIRING.search(context.question.text))
    out: dict[str, list[Unit]] = {}
    for unit in context.statements.units:
        heading = unit.passage.heading
        if not _CHOICE.match(heading) or heading.lower().startswith("hire") != hiring or unit.kind == "cell":
            continue
        key = unit.setting[0] if len(unit.setting) == 1 else heading.lower()
        if not context.question.roles or hiring or key in context.question.roles:
            out.setdefault(key, []).append(unit)
    return out


def _who(context: Context, key: str) -> str:
    return with_article(context.roles.short(key)) if key in context.roles.all else f"“{key}”"


def _clauses(text: str) -> list[str]:
    parts = [p.strip() for p in _CLAUSE.split(text)]
    return [p for p in parts if len(p.split()) >= 2 and not re.match(r"(which|what|who|should|is|do)\b", p, re.I)] or [text]


def _fit(context: Context, role: str, units: Sequence[Unit], clauses: list[str]) -> Fit:
    """How far the clauses meet the role's criteria: the sum over clauses of the best criterion each meets."""
    theirs, ours = context.embed(clauses, False), context.embed([u.text for u in units], True)
    if theirs is None or ours is None:
        return Fit(role, 0.0, ())
    cosines = np.asarray(theirs @ ours.T)
    for i, clause in enumerate(clauses):
        for j, unit in enumerate(units):
            if bool(_AGAINST.search(clause)) != bool(_AGAINST.search(unit.text)):
                cosines[i, j] *= 0.55
    best = [(float(row.max()), int(row.argmax())) for row in cosines]
    good = [(s, j) for s, j in best if s >= CLOSE]
    order = list(dict.fromkeys(j for _, j in sorted(good, reverse=True)))
    return Fit(role, sum(s for s, _ in good), tuple(units[j] for j in order))


def _both_sides(context: Context, criteria: dict[str, list[Unit]]) -> Draft:
    """Nothing said about the asker: the criteria themselves, side after side."""
    blocks: list[Block] = []
    for key, units in list(criteria.items())[:3]:
        ordered = sorted(units, key=lambda u: -context.score_of(u))[:3]
        blocks += [paragraph(Frame(f"For {_who(context, key)}:")), bullets(*(stated(context, u) for u in ordered))]
    return Draft((*blocks, *_interest(context, [u for units in criteria.values() for u in units])), "advice")


def _interest(context: Context, units: Sequence[Unit]) -> list[Block]:
    articles = dict.fromkeys(u.passage.article for u in units)
    lines = [f"{context.publisher(a)}: {context.articles[a].interest}" for a in articles if context.articles[a].interest]
    return [paragraph(Frame(f"On the source: {line}")) for line in lines[:2]]
