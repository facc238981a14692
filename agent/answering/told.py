"""What a statement says to the very question, added to an answer that was composed by another plan.

A plan (a table, the parts of a move, a verdict) can miss what was asked; the known questions then tell.
"""

from __future__ import annotations

from dataclasses import replace

from agent.answering import patterns
from agent.answering.beside import adds
from agent.answering.claims import Block, Claim, Draft, paragraph
from agent.answering.comparing.lead import apt
from agent.answering.context import Context, stated
from agent.answering.direct import known, laid_out
from agent.answering.likely import likely
from agent.answering.moving.parts import asked_parts
from agent.answering.negated import asks_denied
from agent.answering.question import ends
from corpus.quantities import find
from corpus.units import Unit

ANSWERS, LONG = 2, 80  # likely answers, and their words, that must not be missing
MOST = 3  # statements added
VERDICT = 100  # words of a verdict, beyond which no more than one statement is put beside it
FULL = 148  # words of advice beyond which its last statements make room for what is put before them
NEAR = 0.7  # cosine of a known question whose answer must not be missing


def with_told(context: Context, draft: Draft) -> Draft:
    """`draft` with what the nearest known questions' answers say and it does not: first, or after a verdict."""
    if draft.whole or context.question.beside or asks_denied(context.question):
        return draft  # a line for each of several moves; the nearest known question leaves out that it is denied
    timed = draft.kind == "transition" and "time" in asked_parts(context.question.asked)
    place = 1 if (draft.kind == "advice" and _says(draft.blocks[0])) or timed else 0
    if missed := _missed(context, draft):
        blocks = (*draft.blocks[:place], *laid_out(context, missed), *draft.blocks[place:])
        return replace(draft, blocks=_short(blocks, place + 1) if draft.kind == "advice" else blocks)
    if draft.kind not in ("advice", "transition", "comparison"):
        return draft
    asked = set(context.question.measures)
    if draft.kind == "comparison" and asked & {"pay", "premium"} and "reason" not in asked:
        return draft  # figures were asked for, and no reasons
    used = [unit for claim in draft.claims() for unit in claim.units]
    keys, found = {u.key for u in used}, list[Unit]()
    length, named = sum(len(claim.text.split()) for claim in draft.claims()), set(context.question.roles)
    if context.question.kind == "transition" and context.ranked[0].unit.key in keys:
        return draft
    for unit in _told(context):
        if unit.key in keys or not adds(unit, [*used, *found]) or len(found) == MOST:
            continue
        if draft.kind == "advice" and unit.about() and named and not named & set(unit.about()):
            continue
        length += len(unit.text.split())
        if draft.kind == "advice" and found and length > VERDICT:
            break
        found.append(unit)
    if not found:
        return draft
    said = paragraph(*(stated(context, u) for u in found))
    blocks = (*draft.blocks[:place], said, *draft.blocks[place:])
    return replace(draft, blocks=_short(blocks, place + 1) if draft.kind == "advice" else blocks)


def _short(blocks: tuple[Block, ...], first: int) -> tuple[Block, ...]:
    """`blocks` without the last statements of the paragraphs from `first` on, until few enough words are left; each
    paragraph keeps one."""
    out = list(blocks)
    while sum(_words(block) for block in out) > FULL:
        long = [i for i in range(first, len(out)) if out[i].kind == "paragraph" and len([*out[i].claims()]) > 1]
        if not long:
            break
        *kept, _ = out[long[-1]].rows[0]
        out[long[-1]] = paragraph(*kept)
    return tuple(out)


def _words(block: Block) -> int:
    return sum(len(piece.text.split()) for row in block.rows for piece in row)


def _says(block: Block) -> bool:
    """Whether it states something, and does not only head what follows."""
    return any(isinstance(piece, Claim) for row in block.rows for piece in row)


def _missed(context: Context, draft: Draft) -> list[Unit]:
    """What answers the nearest known question, where nothing of it is said, nor its figures elsewhere."""
    if draft.kind in ("fact", "conflict") and (context.question.yes_no or find(context.question.asked)):
        return []  # a verdict on what was asked, or on the figures in it, comes first
    used = [unit for claim in draft.claims() for unit in claim.units]
    keys, figures = {u.key for u in used}, {q.key for u in used for q in u.numbers}
    units = known(context, NEAR)
    numbers = {q.key for u in units for q in u.numbers}
    named = set(context.question.roles)
    amount = "pay" in context.question.measures and not patterns.NOT_AMOUNT.search(context.question.asked)
    if amount and figures and not numbers:
        return []  # what pay is for, or made of
    if draft.kind == "advice" and named and not any(set(u.about()) & named for u in units):
        return []
    if draft.kind in ("fact", "conflict") and len(named) == 1 and any(set(u.about()) - named for u in units):
        return []  # figures of one role were asked for
    if any(u.key in keys for u in units) or (numbers and numbers <= figures) or len(units) > MOST + 1:
        return []
    return units


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
