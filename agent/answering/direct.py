"""Statements known to answer a question much like this one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from agent.answering import patterns
from agent.answering.beside import NEAR, adds
from agent.answering.claims import Block, Draft, Frame, bullets, paragraph
from agent.answering.context import Context, stated
from agent.answering.question import ends
from agent.answering.select import STRONG
from corpus.units import Unit

ALIKE = 0.6  # cosine, under the adapter, of the nearest question from which it is taken to ask the same
LIKELY = 0.5  # the same, of a question that names and describes no role: nothing else tells what it is about
CERTAIN = 0.9  # so near that the ranking of statements need not agree
SURE = 0.75  # so near that its answer stands alone
FIRST, FIRST_NEAR = 3, 10  # an answer has to be among so many of the ranking's first; the nearest question's
MOST = 3  # statements where it does not stand alone
MANY = 4  # statements from which an answer is a list


def known(context: Context, least: float = ALIKE) -> list[Unit]:
    """The statements that answer the nearest known question; [] when it is not near, or speaks of other roles,
    levels or places than were asked."""
    described = context.question.hinted or not context.question.roles
    if described and not context.question.others and least == ALIKE:
        least = LIKELY
    for place, near in enumerate(context.answers):
        first = {s.unit.key for s in context.ranked[: FIRST if place else FIRST_NEAR]}
        units = [context.statements.units[i] for i in near.units]
        if near.cosine < least or (near.cosine < CERTAIN and not any(u.key in first for u in units)):
            continue
        if fits(context, units) and same_way(context, near.question):
            return units
    return []


def same_way(context: Context, question: str) -> bool:
    """A move from TAM to FDE is not answered by what is known of the way back."""
    wanted = (context.question.origin, context.question.goal)
    return not all(wanted) or ends(question, context.roles) != wanted[::-1]


def fits(context: Context, units: list[Unit]) -> bool:
    asked = set(context.question.roles)
    about = {role for u in units for role in (*u.roles, *u.setting)}
    if asked and about and not asked <= about and not context.question.hinted:
        return False
    leads = {s.unit.key for s in context.ranked[:3]}
    if "reason" in context.question.measures and not any(
        {"reason", "premium"} & u.measures or u.key in leads for u in units
    ):
        return False
    strong = set(context.question.measures) & set(STRONG)
    said = {m for u in units for m in u.measures}
    if (strong and not strong & said) or (len(strong) == 2 and not strong <= said and not context.question.follows):
        return False
    if patterns.PERCENT.search(context.question.asked) and not any(q.unit == "%" for u in units for q in u.numbers):
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
    units = units + _elsewhere(context, units)
    units = units + _unsure(context, units)
    kind = "list" if len(units) >= MANY or context.question.kind == "list" else "fact"
    if any(u.kind == "item" and not u.roles for u in units):
        return Draft(tuple(_under_headings(context, units)), kind)
    claims = [stated(context, u) for u in units]
    return Draft((bullets(*claims) if len(claims) >= MANY else paragraph(*claims),), kind)


def _unsure(context: Context, units: list[Unit]) -> list[Unit]:
    """Where no known question is very near, what the ranking would rather say: one of the two answers."""
    keys = {u.key for u in units}
    sure = any(
        near.cosine >= SURE and keys >= {context.statements.units[i].key for i in near.units}
        for near in context.answers
    )
    if sure or len(units) >= MOST or any(u.kind == "item" and not u.roles for u in units):
        return []
    best, found = context.ranked[0].score, list[Unit]()
    here = {u.passage.id for u in units if u.kind == "sentence"}
    for scored in context.ranked[:6]:
        goes_on = scored.unit.passage.id in here  # what stands beside the answer in its own passage explains it
        if len(units) + len(found) >= MOST + goes_on or scored.score < best - NEAR * (2 if goes_on else 1):
            continue
        if scored.unit.key not in keys and adds(scored.unit, [*units, *found]):
            found.append(scored.unit)
    return found


def _elsewhere(context: Context, units: list[Unit]) -> list[Unit]:
    """What another article states to the same question, where figures are asked for: articles differ."""
    if not any(u.numbers for u in units) or len(units) > 2:
        return []
    used = {u.passage.article for u in units}
    found: list[Unit] = []
    measures = set().union(*(u.measures for u in units))
    best = max(near.score for near in context.answers)
    for near in context.answers:
        if near.cosine < ALIKE or near.score < best - 0.1 or found:
            continue
        others = [context.statements.units[i] for i in near.units]
        fresh = [u for u in others if u.passage.article not in used and u.numbers and u.measures & measures]
        if fresh and fits(context, others) and same_way(context, near.question):
            found = fresh[:2]
    return found


def _under_headings(context: Context, units: list[Unit]) -> Iterator[Block]:
    """Items that name no role ("You want a predictable schedule") under the heading that does ("Choose TAM if")."""
    for heading, group in groupby(units, key=lambda u: u.passage.heading):
        yield paragraph(Frame(f"{heading}:"))
        yield bullets(*(stated(context, u) for u in group))
