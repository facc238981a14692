"""How far one statement bears on a question: by its words, its role, its measure, and what it is bound to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agent.answering.question import Question
from corpus.facets import measures
from corpus.units import Unit

HEADED = 0.2  # for a statement under a heading of the asked role whose own words name another ("MLOps: …")
STRONG = (
    "premium",
    "equity",
    "bonus",
    "variable",
    "remote",
    "education",
    "balance",
    "automation",
    "security",
    "hiring-bar",
    "travel",
    "accounts",
    "reporting",
    "cycle",
    "origin",
    "openings",
    "growth",
    "competition",
)
WEAK = ("transition", "choose", "difference", "reason", "definition", "duties", "skills", "overlap")


def by_words(terms: dict[str, float], own: frozenset[str], around: frozenset[str]) -> float:
    """0..1: the share of the asked `terms` (by rarity) among a unit's `own`; words `around` it count for less."""
    total = sum(terms.values())
    if not total:
        return 0.0
    met = sum(w for t, w in terms.items() if t in own) + 0.35 * sum(
        w for t, w in terms.items() if t not in own and t in around
    )
    return met / total


def by_role(asked: Sequence[str], unit: Unit) -> float | None:
    """0..1 by how far the unit speaks of the asked roles; None when it speaks of others alone."""
    if not asked:
        return 0.5
    about = unit.about()
    if not about:
        return 0.2
    common = len(set(asked) & set(about))
    if not common:
        return HEADED if len(unit.setting) == 1 and unit.setting[0] in asked and unit.kind != "cell" else None
    extra = len(set(unit.roles) - set(asked)) * (1.6 if unit.numbers else 1.0)
    return common / len(asked) - 0.25 * extra - (0.1 if not unit.roles else 0.0)


def by_measure(asked: Iterable[str], unit: Unit) -> float:
    """0..1 by how far the unit speaks of what is asked for."""
    known = measures()
    asked = list(asked)
    if not asked:
        return 0.0
    best = 0.0
    for measure in asked:
        if measure in unit.measures:
            best = max(best, 1.0 if measure in STRONG or measure == "reason" else 0.4 if measure in WEAK else 0.7)
        elif known[measure].parent in unit.measures:
            best = max(best, 0.3)
    return best


def by_facet(question: Question, unit: Unit) -> float:
    """+1 for each of level, region, tier and basis that the unit shares with the question, -1 for each that differs."""
    value = 0.0
    for name in ("level", "region", "tier", "basis"):
        asked, has = getattr(question.facets, name), getattr(unit.facets, name)
        if asked and has:
            value += 1.0 if set(asked) & set(has) else -1.0
    return value
