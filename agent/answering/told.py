"""What a statement says to the very question, added to an answer that was composed by another plan.

A plan (a table, the parts of a move, a verdict) can miss what was asked; the known questions then tell.
"""

from __future__ import annotations

from dataclasses import replace

from agent.answering.beside import adds
from agent.answering.claims import Draft, paragraph
from agent.answering.comparing.lead import apt
from agent.answering.context import Context, stated
from agent.answering.direct import fits, same_way
from agent.answering.question import ends
from corpus.units import Unit

LIKE = 0.6  # cosine, under the adapter, of a known question whose answer must not be missing
LIKE_MOVE = 0.7  # the same for a move, whose parts are told by plan
FIRST = 2  # it must be among so many of the ranking's first
MOST = 2  # statements added


def with_told(context: Context, draft: Draft) -> Draft:
    """`draft` with what the nearest known questions' answers say and it does not: first, or after a verdict."""
    asked = set(context.question.measures)
    if draft.kind == "comparison" and asked & {"pay", "premium"} and "reason" not in asked:
        return draft  # figures were asked for, and no reasons
    used = [unit for claim in draft.claims() for unit in claim.units]
    keys, found = {u.key for u in used}, list[Unit]()
    if context.question.kind == "transition" and context.ranked[0].unit.key in keys:
        return draft
    for unit in _told(context):
        if unit.key not in keys and adds(unit, [*used, *found]) and len(found) < MOST:
            found.append(unit)
    if not found:
        return draft
    place = 1 if draft.kind == "advice" else 0
    said = paragraph(*(stated(context, u) for u in found))
    return replace(draft, blocks=(*draft.blocks[:place], said, *draft.blocks[place:]))


def _told(context: Context) -> list[Unit]:
    first = {s.unit.key for s in context.ranked[:FIRST]}
    wanted = (context.question.origin, context.question.goal)
    least = LIKE_MOVE if context.question.kind == "transition" else LIKE
    found = []
    for near in context.answers:
        units = [context.statements.units[i] for i in near.units]
        if near.cosine < least or not any(u.key in first for u in units):
            continue
        if any(u.kind != "sentence" and not u.roles for u in units):
            continue  # an item or a cell that does not say whom it is about
        if all(wanted) and any(ends(u.text, context.roles) == wanted[::-1] for u in units):
            continue
        if fits(context, units) and same_way(context, near.question):
            compared = context.question.kind == "comparison"
            found += [u for u in units if u.kind != "cell" and (not compared or apt(context, u))][:MOST]
    return found
