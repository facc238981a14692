"""For each article the statements that tell best what is asked, a second one where it says something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.answering import patterns
from agent.answering.beside import adds
from agent.answering.comparing.fitting import labelled
from agent.answering.comparing.rows import focus
from agent.answering.context import Context
from agent.answering.disputing.signals import shows
from agent.answering.disputing.sources import named
from agent.answering.fact import NUMERIC
from agent.answering.question import ends
from agent.answering.select import Scored
from corpus.units import Unit

NEAR = 0.55  # how far below the best statement another article's sentence may score; a cell has its row's label
BESIDE = 0.7  # how far below an article's best its second statement may score; half of it without a number
ALIKE = 0.55  # cosine, under the adapter, of a known question whose answer is expected
KNOWN = 0.3  # what an expected statement gains on others of its article
OTHERS = 0.25  # what a sentence loses for each role that was not asked about
FIRST = 6  # of the ranking, among which a second statement without numbers must be
_LANGUAGES = re.compile(r"\blanguages?\b(?! models?)", re.I)  # told in rows on coding as well
_OTHERS = re.compile(r"\bother (?:articles|texts|sources|guides|publishers|ones)\b", re.I)
_BESIDE = frozenset(
    {"transition", "choose", "exits", "automation"}
)  # matters in which a measure is spoken of by the way


def best_of_each(context: Context) -> list[Scored]:
    """With a number where numbers are the measure; best article first."""
    asked, asked_text = _asked(context), context.question.asked
    counted = bool(asked & set(NUMERIC)) or "coding" in asked
    first = {s.unit.key for s in context.ranked[:FIRST]}
    best: dict[str, list[tuple[float, Scored]]] = {}
    expected = {k for k, numbers in _expected(context).items() if "reason" not in asked and (numbers or not counted)}
    for scored in _admitted(context, asked, expected):
        score = _score(context, scored, asked, expected, counted)
        best.setdefault(scored.unit.passage.article, []).append((score, scored))
    leads = sorted((max(found, key=lambda f: f[0]) for found in best.values()), key=lambda f: -f[0])
    top = max((s.score for _, s in leads), default=0.0)
    near = [
        s
        for _, s in leads
        if s.score >= top - NEAR or s.unit.key in expected or (s.unit.kind == "cell" and asked & labelled(s.unit))
    ]
    out: list[Scored] = []
    for lead in near:
        out.append(lead)
        others = sorted(best[lead.unit.passage.article], key=lambda f: -f[0])
        for _, other in others[:8]:
            told = _counts(other.unit, context.question.roles) if counted else other.unit.key in first | expected
            reach = BESIDE * (1 if other.unit.numbers else 0.5) * (2 if counted and shows(asked_text, "several") else 1)
            if told and other.score >= lead.score - reach and adds(other.unit, [s.unit for s in out]):
                out.append(other)
                if not counted or sum(s.unit.passage.article == other.unit.passage.article for s in out) > 2:
                    break
    return out


def _asked(context: Context) -> set[str]:
    question = context.question
    if {"reason", "premium"} <= set(question.measures):
        return {"reason"}
    if "premium" in question.measures:
        return {"premium"}
    if "transition" in question.measures and question.origin and question.goal:
        return {"transition"}
    asked = set(focus(question.measures))
    return asked | {"coding"} if "tools" in asked and _LANGUAGES.search(question.asked) else asked


def _score(context: Context, scored: Scored, asked: set[str], expected: set[tuple[str, int]], counted: bool) -> float:
    unit = scored.unit
    score = scored.score + (0.5 if counted and _counts(unit, context.question.roles) else 0.0)
    score += KNOWN if unit.key in expected else 0.0
    return (
        score
        - (OTHERS * len(set(unit.roles) - set(context.question.roles)) if unit.kind != "cell" else 0.0)
        + (0.8 if unit.kind == "cell" and asked & labelled(unit) else 0.0)
        - (0.4 if (_BESIDE - asked) & unit.measures else 0.0)
    )


def _expected(context: Context) -> dict[tuple[str, int], bool]:
    """The statements that answer the nearest known questions, and whether each has a number."""
    best = max((near.score for near in context.answers), default=0.0)
    found = [near for near in context.answers if near.cosine >= ALIKE and near.score >= best - 0.12]
    units = (context.statements.units[i] for near in found for i in near.units)
    return {unit.key: bool(unit.numbers) for unit in units}


def _admitted(context: Context, asked: set[str], expected: set[tuple[str, int]]) -> Iterator[Scored]:
    """Ranked units of the named sources on the asked measures, or expected; none that speaks of the text itself."""
    question = context.question
    sources = () if _OTHERS.search(question.asked) else named(question, context.articles)
    for scored in context.ranked[:200]:
        unit = scored.unit
        if (asked and not asked & unit.measures and unit.key not in expected) or (
            sources and unit.passage.article not in sources
        ):
            continue
        if unit.kind == "cell" and not unit.roles and question.roles:
            continue  # where a row's figures come from
        own = context.publisher(unit.passage.article) in unit.text and unit.kind != "cell"
        if own or _other_way(context, unit) or unit.text.endswith(":") or patterns.META.search(unit.text):
            continue
        yield scored


def _other_way(context: Context, unit: Unit) -> bool:
    wanted = (context.question.origin, context.question.goal)
    return all(wanted) and ends(unit.text, context.roles) == wanted[::-1]


def _counts(unit: Unit, roles: Sequence[str]) -> bool:
    return any(not roles or owner in roles or owner is None for owner in unit.owners)
