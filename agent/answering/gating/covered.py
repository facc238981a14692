"""Things that the articles do not speak of: a measure, or the whole matter."""

from __future__ import annotations

from agent.answering import patterns
from agent.answering.context import Context, with_article
from agent.answering.select import WEAK, content_terms
from corpus.facets import measure_name, measures

WEAK_MEANING, WEAK_WORDS = 0.40, 0.34
SPECIFIC = frozenset(
    {
        "travel",
        "accounts",
        "reporting",
        "remote",
        "education",
        "balance",
        "automation",
        "security",
        "hiring-bar",
        "equity",
        "bonus",
        "benefits",
        "visa",
        "diversity",
        "working-hours",
        "certificates",
        "layoffs",
        "team-size",
        "openings",
        "growth",
        "cycle",
        "origin",
    }
)
ABSENT = frozenset({"benefits", "visa", "diversity", "working-hours", "certificates", "layoffs", "team-size", "price"})


def not_measured(context: Context) -> str:
    """A specific thing is asked of a role of which the articles say nothing."""
    question = context.question
    asked = [m for m in question.measures if m in SPECIFIC]
    if not asked or (question.follows and len(asked) > 1):
        return ""
    absent = [m for m in asked if m in ABSENT and not any(m in s.unit.measures for s in context.ranked)]
    others = set(question.measures) - set(WEAK)
    if not absent and any(others & s.unit.measures for s in context.ranked[:40]):
        return ""
    if absent:
        return f"The articles say nothing on {measure_name(absent[0])}."
    if context.ranked[0].meaning > 0.62:
        return ""
    who = f" for {with_article(context.called(question.roles[0]))}" if question.roles else ""
    return f"The articles say nothing on {measure_name(asked[0])}{who}."


def off_topic(context: Context) -> bool:
    best = max(context.ranked[:5], key=lambda s: s.meaning)
    words = max(s.words for s in context.ranked[:5])
    terms = content_terms(context.question, context.statements)
    total = sum(terms.values())
    strange = sum(w for t, w in terms.items() if t not in context.statements.rarity) / total if total else 0.0
    asked = [m for m in context.question.measures if m in measures()]
    if (
        context.question.kind == "advice"
        and not context.question.roles
        and not (patterns.FIRST_PERSON.search(context.question.text) or patterns.SOMEONE.search(context.question.text))
        and best.meaning < 0.45
    ):
        return True
    if best.meaning < 0.3 and context.statements.vectors is not None:  # without embeddings the words decide
        return True
    if context.question.roles and asked and strange < 0.6:
        return False
    if context.question.roles and any((set(asked) - set(WEAK)) & s.unit.measures for s in context.ranked[:10]):
        return False
    if strange > 0.6 and best.meaning < 0.5:
        return True
    return best.meaning < WEAK_MEANING and words < WEAK_WORDS
