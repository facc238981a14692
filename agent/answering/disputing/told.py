"""Amounts that are set against each other, as a draft: the verdict, a line for each, and which to go by."""

from __future__ import annotations

from collections.abc import Sequence

from agent.answering.claims import Block, Draft, Frame, bullets, paragraph
from agent.answering.context import Context
from agent.answering.disputing.line import line
from agent.answering.disputing.quoted import Lookup
from agent.answering.disputing.single import BY_THE_WAY
from agent.answering.disputing.stated import Stated
from agent.answering.disputing.statements import in_lines
from agent.answering.disputing.verdict import closing, quoted_verdict
from agent.answering.pay import PAY
from agent.answering.pay_slices import sliced
from agent.answering.pay_told import stated_all

_OF_PAY = ("ladder", "exits")  # "one step up", "the ceiling"


def in_amounts(context: Context, lookup: Lookup) -> Draft:
    blocks: list[Block] = []
    if lookup.absent:
        blocks.append(paragraph(Frame(f"The articles do not state {' or '.join(lookup.absent)}.")))
    verdict = quoted_verdict(context, lookup.found) if len(lookup.found) > 1 else ""
    if lookup.spans:
        spans = " and ".join(lookup.spans)
        verdict = f"No one level has {spans}, which runs over a whole table; {verdict[:1].lower()}{verdict[1:]}"
    if verdict:
        blocks.append(paragraph(Frame(verdict)))
    levelled = any(s.level for s in lookup.found)
    blocks.append(bullets(*(line(context, s, levelled=levelled) for s in lookup.found)))
    if len(lookup.found) > 1 and (which := closing(context)):
        blocks.append(paragraph(Frame(which)))
    return Draft(tuple(blocks), "conflict")


def told_apart(context: Context, found: Sequence[Stated]) -> Draft:
    """As amounts where two are quoted or all are amounts, else as statements."""
    counted = sum(bool(s.quoted) for s in found) > 1 or all(s.quantity for s in found)
    return in_amounts(context, Lookup(tuple(found), ())) if counted else in_lines(context, found)


def in_slices(context: Context) -> Draft | None:
    """Pay in slices that are bounded unlike each other, each looked up for itself."""
    figures = sliced(context) if not set(context.question.measures) - {*PAY, *BY_THE_WAY, *_OF_PAY} else []
    return in_amounts(context, Lookup(tuple(stated_all(context, figures)), ())) if figures else None
