"""Numbers of things, and percentages, that no article states."""

from __future__ import annotations

import re

from agent.answering import patterns
from agent.answering.context import Context
from agent.answering.question import Question
from agent.answering.select import named_entities
from corpus.units import Unit

_SAME = {
    "customers": "customer|account|client",
    "accounts": "customer|account|client",
    "clients": "customer|account|client",
    "jobs": "job|posting|role|opening",
    "postings": "job|posting",
    "openings": "job|posting|opening",
    "roles": "job|posting|role|opening",
    "positions": "job|posting|opening",
    "vacancies": "job|posting|opening",
    "days": "day",
    "months": "month",
    "years": "year|yr",
    "weeks": "week|month",
    "hours": "hour",
}


def counts(question: Question) -> bool:
    """Whether a number of things other than money is asked for."""
    match = patterns.HOW_MANY.search(question.asked)
    return match is not None and match["noun"].lower() not in (
        "percent",
        "percentage",
        "lakhs",
        "dollars",
        "k",
        "bucks",
        "more",
    )


def not_counted(context: Context) -> str:
    """ "How many NOUN" needs a number beside that noun in something said of the role."""
    match = patterns.HOW_MANY.search(context.question.asked)
    if not match or match["noun"].lower() in ("more", "of", "times", "other"):
        return ""
    noun = match["noun"].lower()
    if noun in ("percent", "percentage", "lakhs", "dollars", "k", "bucks", "people"):
        return ""
    after = context.question.asked[match.start("noun") :]
    role = tuple(m.role for m in context.roles.find(after) if m.span.start <= 8)[:1]
    pattern = re.compile(rf"\b(?:{_SAME.get(noun, re.escape(re.sub(r'(?<=[a-z]{3})s$', '', noun)))})", re.I)
    names = named_entities(context.question, context.statements)
    for scored in context.ranked[:30]:
        unit = scored.unit
        where = f"{unit.text} {unit.row} {unit.column} {' '.join(q.unit for q in unit.numbers)}"
        named = all(n in f"{where} {context.publisher(unit.passage.article)}".lower() for n in names)
        if unit.numbers and named and (pattern.search(where) if not role else _of_holders(unit, role)):
            return ""
    return f"The articles give no number of {noun} for that."


def _of_holders(unit: Unit, role: tuple[str, ...]) -> bool:
    """Whether a number of the unit counts holders of the role ("1,200 FDEs")."""
    return any(q.unit == "%" for q in unit.numbers) or any(
        q.unit == ""
        and role[0] in unit.roles
        and re.match(r"\s?\+?\s?[\w-]{0,12}\s?[A-Z]", unit.text[q.span.end : q.span.end + 16])
        for q in unit.numbers
    )


def no_percentage(context: Context) -> bool:
    """Whether a percentage is asked of a role, and none is stated."""
    question = context.question
    return bool(patterns.PERCENT.search(question.asked) and question.roles and not _percent(context))


def _percent(context: Context) -> bool:
    """Whether a percentage is stated of an asked role on an asked measure."""
    asked, measures_ = set(context.question.roles), set(context.question.measures)
    return any(
        q.unit in ("%", "x") and (owner in asked or owner is None) and (measures_ & s.unit.measures or s.meaning > 0.55)
        for s in context.ranked[:25]
        for q, owner in zip(s.unit.numbers, s.unit.owners, strict=True)
    )
