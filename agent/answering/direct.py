"""Statements known to answer a question much like this one."""

from __future__ import annotations

from agent.answering.claims import Draft, bullets, paragraph
from agent.answering.context import Context, stated
from corpus.units import Unit

ALIKE = 0.74  # cosine between two questions from which they are taken to ask the same
MANY = 4  # statements from which an answer is a list


def known(context: Context, least: float = ALIKE) -> list[Unit]:
    """The statements that answer the nearest known question; [] when it is not near, or speaks of other roles,
    levels or places than were asked."""
    statements = context.statements
    likeness = statements.likeness(context.vector)
    if not len(likeness):
        return []
    for row in (-likeness).argsort()[:5]:
        if likeness[row] < least:
            return []
        units = [statements.units[i] for i in statements.asked[row].units]
        if _fits(context, units):
            return units
    return []


def _fits(context: Context, units: list[Unit]) -> bool:
    asked = set(context.question.roles)
    about = {role for u in units for role in u.about()}
    if asked and about and not asked <= about:
        return False
    for name in ("level", "region", "tier", "basis"):
        wanted = set(getattr(context.question.facets, name))
        stated_ = {v for u in units for v in getattr(u.facets, name)}
        if wanted and not wanted & stated_ and (stated_ or name in ("level", "region")):
            return False
    return True


def direct(context: Context, least: float = ALIKE) -> Draft | None:
    units = known(context, least)
    if not units:
        return None
    claims = [stated(context, u) for u in units]
    if len(claims) >= MANY:
        return Draft((bullets(*claims),), "list")
    return Draft((paragraph(*claims),), "list" if context.question.kind == "list" else "fact")
