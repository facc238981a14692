"""A transition: whether, how long, what carries over, what to build, as far as asked, for the direction asked."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.answering import patterns
from agent.answering.claims import Block, Draft, Frame, Piece, bullets, paragraph
from agent.answering.compare import comparison
from agent.answering.context import Context, stated
from agent.answering.moving.described import directed
from agent.answering.moving.parts import Part, Stated, asked_parts, part_of, stated_parts, without_offers
from agent.answering.moving.point import MOST, point_of
from agent.answering.moving.several import several
from agent.answering.moving.telling import fresh, told_part
from agent.answering.moving.ways import both_ways, towards, undescribed
from agent.answering.pay_sides import several_roles
from corpus.units import Unit

__all__ = ["directed", "towards", "transition"]

_LEADS: dict[Part, str] = {"carry": "What carries over:", "build": "What to build:"}
_PAID = re.compile(
    r"\b(?:salar\w+|pay(?!s? off\b)\w*|paid|earn\w*|money|comp|compensation|wages?|raise|richer|income|package"
    r"|financial\w*)\b"
    r"|\bpays? off\b.{0,20}\b(?:salary|money|financial\w*)",
    re.I,
)
_ELSEWHERE = frozenset({"travel", "accounts", "reporting", "remote", "balance", "automation", "cycle", "openings"})


def transition(context: Context) -> Draft | None:
    """None where only one end of the move is known."""
    origin, goal = context.question.origin, context.question.goal
    if not (origin and goal):
        return None
    if context.question.beside and (told := several(context, ((origin, goal), *context.question.beside))):
        return told
    asked = asked_parts(context.question.asked)
    if not asked and _ELSEWHERE & set(context.question.measures):
        return comparison(context)
    paid = _paid(context)
    units = without_offers(directed(context, origin, goal), context.question.asked)
    if not units:
        if paid or not patterns.MOVE.search(context.question.text):
            return paid or comparison(context)
        return undescribed(context, origin, goal)
    if both := both_ways(context, origin, goal):
        return Draft((paragraph(*both),), "transition")
    if paid:
        asked = [part for part in asked if part in ("time", "build")]
        return Draft((*paid.blocks, *_composed(context, asked, units, ([], False))), "transition") if asked else paid
    blocks = _composed(context, asked, units, point_of(context, units))
    draft = Draft(tuple(blocks), "transition")
    timed = any(q.unit in ("week", "month", "year") for claim in draft.claims() for u in claim.units for q in u.numbers)
    untold = asked == ["time"] and not timed  # all that was asked for
    return replace(draft, abstained=untold) if blocks else None


def _paid(context: Context) -> Draft | None:
    """What the two ends pay, where that is asked for; None otherwise."""
    if not _PAID.search(context.question.asked):
        return None
    measures = tuple(m for m in context.question.measures if m != "reason")  # "since it pays less, why move?"
    return several_roles(replace(context, question=replace(context.question, measures=measures)))


def _composed(context: Context, asked: list[Part], units: list[Unit], nearest: tuple[list[Unit], bool]) -> list[Block]:
    point, sure = nearest
    ranked = sorted(units, key=lambda u: -context.score_of(u))
    parts = stated_parts(dict.fromkeys([*(u for u in point if u in units), *ranked]))
    wanted = _wanted(asked, point, parts, sure)
    if wanted == ["time"] and "reason" in context.question.measures:
        wanted = ["time", "can", "build"]  # why it takes so long is what there is to learn
    told: list[Unit] = []
    aside = [u for u in point if part_of(u) not in wanted or u not in units]
    if asked == ["carry"] and parts["carry"]:
        aside = [u for u in aside if part_of(u) != "build"]  # what is there already is no gap
    aside_said: list[Piece] = [stated(context, u) for u in fresh(aside, told, MOST)]
    head = list(aside_said)
    lists: list[Block] = []
    for part in wanted:
        if part == "time" and not parts["time"] and part not in asked:
            continue
        pieces = told_part(context, part, parts, told, set(point), len(wanted) != 1 or asked == ["can"])
        if part in ("can", "time"):
            head += pieces
            if part == "time" and part in asked:
                head = [*head[len(aside_said) :], *aside_said]  # how long it takes goes before what else is near
        elif pieces:
            alone = [part] == wanted and not head
            lists += [bullets(*pieces)] if alone else [paragraph(Frame(_LEADS[part])), bullets(*pieces)]
    return [paragraph(*head), *lists] if head else lists


def _wanted(asked: list[Part], point: list[Unit], parts: Stated, sure: bool) -> list[Part]:
    """The parts to be told: those asked for, and what goes with them."""
    told = {part_of(u) for u in point}
    if sure and told == {"other"} and asked in ([], ["can"]):
        return []  # one point of the move is asked about (its rhythm, its repute), and known
    if not asked:
        if not sure:
            return ["can", "time", "carry", "build"]
        asked = [part for part in ("can", "time", "carry", "build") if part in told]
        if "can" in asked and len(asked) > 1:
            asked = list(dict.fromkeys([*asked, "build"]))
    if asked == ["can"]:
        return ["can", "time", "build"] if parts["time"] else ["can", "build"]
    if asked == ["time"] and not parts["time"]:
        return ["time", "can"]
    return asked
