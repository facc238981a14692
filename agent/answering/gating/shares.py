"""Percentages, shares of people and rates of growth that no article states of what is asked."""

from __future__ import annotations

import re

from agent.answering import patterns
from agent.answering.asking.kind import GENERAL
from agent.answering.asking.request import request
from agent.answering.context import Context
from agent.answering.direct import ALIKE, known
from agent.answering.select import Scored
from corpus.facets import measures as measures_known
from corpus.units import Unit

_BY_HOW_MUCH = re.compile(
    r"\b(by how (?:much|many percent)|by what percent\w*|how (fast|quickly|much (faster|growth))|growth rates?"
    r"|year[- ](?:over|on)[- ]year|yoy|annual growth"
    r"|in percent)\b",
    re.I,
)
_BY_PERCENT = re.compile(r"\bby (?:how many|what|which) percent\w*\s+(?:the |an? )?$", re.I)  # "… is an FDE paid more"
_NOT_HELD = re.compile(  # after a role: something of its holders, or its jobs
    r"['’]|s['’]|\s(?:\w+ )?(?:jobs?|roles?|positions?|postings?|openings?|ads?|pay|compensation|work|time|talent|pool)"
    r"\b"
)
_BROAD = GENERAL | {"time"}


def share_of_holders(context: Context, unit: Unit, role: str) -> bool:
    """Whether a percentage in the unit is one of the people who hold the role."""
    if not any(q.unit == "%" for q in unit.numbers):
        return False
    return any(
        m.role == role
        and re.search(r"\b(?:of|among) (?:the |all )?$", unit.text[: m.span.start], re.I)
        and not _NOT_HELD.match(unit.text[m.span.end :])
        for m in context.roles.find(unit.text)
    )


def no_percentage(context: Context) -> str:
    """A sentence when a percentage is asked of a role, and none is stated; "" otherwise."""
    question = context.question
    if not question.roles or not patterns.PERCENT.search(question.asked):
        return ""
    if (
        _share_asked_of(context)
        or known(context)
        or _near(context)
        or any(_percent(context, s) for s in context.ranked[:25])
    ):
        return ""
    return "The articles give no percentage for that."


def _near(context: Context) -> bool:
    """Whether a percentage answers one of the known questions that are nearest, where the role is but described."""
    units = [context.statements.units[i] for n in context.answers[:2] if n.cosine >= ALIKE for i in n.units]
    return context.question.hinted and any(q.unit == "%" for u in units for q in u.numbers)


def no_share(context: Context) -> str:
    """A sentence when a share of a role's holders is asked for, and none is stated; "" otherwise."""
    holders = _share_asked_of(context)
    if not holders or any(share_of_holders(context, s.unit, r) for s in context.ranked[:25] for r in holders):
        return ""
    return "The articles give no percentage for that."


def _share_asked_of(context: Context) -> tuple[str, ...]:
    """The role of whose holders a share is asked ("what share of TAMs can code?"); not one of their time or jobs."""
    asked = context.question.asked
    return tuple(
        m.role
        for m in context.roles.find(asked)
        if re.search(
            r"(?<!remote )(?<!market )"
            r"(?:\b(?:percent\w*|share|proportion|portion|fraction|many)(?: of)?|(?:%|\bpct) of) "
            r"(?:the |all )?$",
            asked[: m.span.start],
        )
        and not _NOT_HELD.match(asked[m.span.end :])
        and not _BY_PERCENT.search(asked[: m.span.start])
        and patterns.PERCENT.search(asked)
    )


def _percent(context: Context, scored: Scored) -> bool:
    """Whether the statement gives a percentage of an asked role on what is asked."""
    asked, unit = set(context.question.roles), scored.unit
    if not any(
        q.unit in ("%", "x") and (owner in asked or (owner is None and (not unit.about() or asked & set(unit.about()))))
        for q, owner in zip(unit.numbers, unit.owners, strict=True)
    ):
        return False
    measures = set(context.question.measures)
    specific = measures - _BROAD
    specific -= {measures_known()[m].parent for m in specific}
    if specific:
        return bool(specific & unit.measures)
    return scored.words > (0.3 if measures & unit.measures else 0.5)


def no_growth(context: Context) -> str:
    """A sentence when it is asked by how much a role grows, and no article gives a rate; "" otherwise."""
    question = context.question
    if "growth" not in question.measures or not question.roles or not _BY_HOW_MUCH.search(question.asked):
        return ""
    stated = {
        owner
        for unit in context.statements.units
        if "growth" in unit.measures
        for q, owner in zip(unit.numbers, unit.owners, strict=True)
        if q.unit in ("%", "x")
    }
    asked = set(context.roles.ids(request(question.asked))) or set(question.roles)
    if stated & asked:
        return ""
    return f"The articles give no rate of growth for the {context.called(min(asked))}."
