"""Which units answer a question: a score from meaning, words, roles and measures; hard bounds on what was named.

The weights were set on the development half of the question sets (tests/quality/questions).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from agent.answering import patterns
from agent.answering.bearing import by_facet, by_measure, by_role, by_words
from agent.answering.expected import Expected
from agent.answering.question import Question
from agent.answering.terms import content_terms, named_entities
from corpus.statements import Statements
from corpus.units import Unit

# Fitted on known questions that the adapter had not seen (softmax over all statements), then scaled.
ASKED, SAID, MEANING, WORDS, MEASURE, ROLE, PASSAGE, FACET, NAME, YES_NO = (
    2.0,
    1.4,
    0.05,
    0.4,
    0.15,
    0.35,
    0.05,
    0.15,
    0.2,
    0.08,
)
NUMBER, ENUMERATION, PERCENT = 0.1, 0.3, 0.4
MEASURE_ALONE = 0.45  # of MEASURE, for a statement that no known question speaks for
FOLLOWS = 0.2
SMALL = 20_000  # units up to which all are scored
_COUNTED = re.compile(
    r"\bhow (many|much|long|often|big|large)\b|\b(percent\w*|share|proportion|fraction|number|count)\b", re.I
)
IN_PERCENT = re.compile(r"\bpercent\w*|%|\b(?:what|which) (?:share|slice|stake|fraction|proportion|portion)\b", re.I)


@dataclass(frozen=True, slots=True)
class Scored:
    """`score` orders units; `meaning` is the cosine, `words` the share (by rarity) of the question's terms met."""

    unit: Unit
    score: float
    meaning: float
    words: float


def rank(
    question: Question,
    statements: Statements,
    vector: NDArray[np.float32] | None,
    passages: dict[str, float],
    expected: Expected,
) -> list[Scored]:
    """Units that may answer, best first. `passages` are search scores (0..1) by passage id; a unit of a passage
    that was not found counts as 0 there. `expected` is what the known questions near this one speak for."""
    terms = content_terms(question, statements)
    wanted = named_entities(question, statements)
    naming = bool(set(question.measures) & {"employers", "tools"})
    sourced = patterns.SOURCE.search(question.asked)
    counted = _COUNTED.search(question.asked)
    percent = IN_PERCENT.search(question.asked)
    cosines = statements.cosines(vector)
    scored = []
    asked, said = (expected.asked, expected.said) if len(expected.said) else (0.5 * cosines, cosines)
    likely = {unit for near in expected.answers for unit in near.units}
    for i in _candidates(statements, passages, likely):
        unit = statements.units[i]
        role = by_role(question.roles, unit)
        if role is None and not question.hinted:
            continue
        role = role or 0.0
        if unit.text.endswith(":") and not (naming and _names(unit, statements) > 2):
            continue  # a lead-in states nothing by itself, but for one that names examples
        words = by_words(terms, statements.terms[i], statements.around[i])
        score = (
            ASKED * float(asked[i])
            + SAID * float(said[i])
            + MEANING * float(cosines[i])
            + WORDS * words
            + (MEASURE if i in statements.known.units else MEASURE_ALONE) * by_measure(question.measures, unit)
            + ROLE * role
            + PASSAGE * passages.get(unit.passage.id, 0.0)
            + FACET * by_facet(question, unit)
            + NAME * sum(e in unit.whole.lower() for e in wanted)
            + (NUMBER if counted and unit.numbers else 0.0)
            + (PERCENT if percent and any(q.unit == "%" for q in unit.numbers) else 0.0)
        )
        if naming and _names(unit, statements) >= 2:
            score += ENUMERATION
        if not question.yes_no and re.match(r"(Yes|No)\b", unit.text):
            score -= YES_NO
        if unit.kind == "cell" and "source" in unit.column.lower() and not sourced:
            score -= 0.5
        if patterns.META.search(unit.text) or patterns.POINTER.search(unit.text):
            score -= 0.25
        scored.append(Scored(unit, score, float(cosines[i]), words))
    return sorted(_in_context(scored), key=lambda s: -s.score)


def _candidates(statements: Statements, passages: dict[str, float], likely: Collection[int]) -> Iterable[int]:
    """All units of a small library; of a large one those of the passages found."""
    if len(statements.units) <= SMALL:
        return range(len(statements.units))
    return [i for i, u in enumerate(statements.units) if u.passage.id in passages or i in likely]


def _in_context(scored: list[Scored]) -> list[Scored]:
    """Sentences gain a little from the one before them: an explanation follows what it explains."""
    out = []
    for i, one in enumerate(scored):
        before = scored[i - 1] if i else None
        if before and before.unit.passage.id == one.unit.passage.id and one.unit.kind != "cell":
            one = replace(one, score=one.score + FOLLOWS * max(0.0, before.score - one.score))
        out.append(one)
    return out


def _names(unit: Unit, statements: Statements) -> int:
    """How many proper names it gives."""
    return sum(n in statements.names for n in re.findall(r"[\w.+-]*\w", unit.text.lower()))
