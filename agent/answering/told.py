"""What a statement says to the very question, added to an answer that was composed by another plan.

A plan (a table, the parts of a move, a verdict) can miss what was asked; the known questions then tell.
"""

from __future__ import annotations

from dataclasses import replace

from agent.answering.beside import adds
from agent.answering.claims import Draft, paragraph
from agent.answering.comparing.lead import apt
from agent.answering.context import Context, stated
from agent.answering.likely import likely
from agent.answering.question import ends
from corpus.units import Unit

ANSWERS, LONG = 2, 80  # likely answers, and their words, that must not be missing
MOST = 3  # statements added


def with_told(context: Context, draft: Draft) -> Draft:
    """`draft` with what the nearest known questions' answers say and it does not: first, or after a verdict."""
    if context.question.beside:
        return draft  # a line for each of several moves
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
    wanted = (context.question.origin, context.question.goal)
    compared = context.question.kind == "comparison" and bool(context.question.measures)
    found = []
    for units in likely(context, ANSWERS, LONG):
        if any(u.kind != "sentence" and not u.roles for u in units):
            continue  # an item or a cell that does not say whom it is about
        if all(wanted) and any(ends(u.text, context.roles) == wanted[::-1] for u in units):
            continue
        found += [u for u in units if u.kind != "cell" and (not compared or apt(context, u))]
    return found
