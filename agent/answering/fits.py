"""Whether statements may answer what is asked: the roles, level, place and measure named, the way of a move."""

from __future__ import annotations

from collections.abc import Sequence

from agent.answering import patterns
from agent.answering.bearing import STRONG
from agent.answering.context import Context
from agent.answering.question import ends
from corpus.units import Unit


def same_way(context: Context, question: str) -> bool:
    """A move from TAM to FDE is not answered by what is known of the way back."""
    wanted = (context.question.origin, context.question.goal)
    return not all(wanted) or ends(question, context.roles) != wanted[::-1]


def fits(context: Context, units: list[Unit]) -> bool:
    asked = set(context.question.roles)
    about = {role for u in units for role in (*u.roles, *u.setting)}
    if (asked and about and not asked <= about and not context.question.hinted) or other(context, units):
        return False
    leads = {s.unit.key for s in context.ranked[:3]}
    if "reason" in context.question.measures and not any(
        {"reason", "premium"} & u.measures or u.key in leads for u in units
    ):
        return False
    strong = set(context.question.measures) & set(STRONG)
    said = {m for u in units for m in u.measures}
    loose = context.question.follows or context.question.hinted
    if (strong and not strong & said) or (len(strong) == 2 and not strong <= said and not loose):
        return False
    if patterns.PERCENT.search(context.question.asked) and not any(q.unit == "%" for u in units for q in u.numbers):
        return False
    return all(
        not getattr(context.question.facets, name) or any(getattr(u.facets, name) for u in units)
        for name in ("level", "region")
    )


def other(context: Context, units: Sequence[Unit]) -> bool:
    """Whether they speak of another role, level, place, tier or basis than was named."""
    about = {role for u in units for role in (*u.roles, *u.setting)}
    if context.question.roles and about and not context.question.hinted and not about & set(context.question.roles):
        return True
    return elsewhere(context, units, ("level", "region", "tier", "basis"))


def elsewhere(context: Context, units: Sequence[Unit], names: Sequence[str]) -> bool:
    """Whether they speak of another value of a facet (of `names`) than was named."""
    for name in names:
        wanted = set(getattr(context.question.facets, name))
        stated_ = {v for u in units for v in getattr(u.facets, name)}
        if wanted and stated_ and not wanted & stated_:
            return True
    return False
