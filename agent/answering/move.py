"""A transition: how long, what carries over, what to build, for the direction that was asked."""

from __future__ import annotations

import re

from agent.answering import patterns
from agent.answering.claims import Block, Draft, Frame, bullets, paragraph
from agent.answering.context import Context, stated
from agent.answering.direct import known
from agent.answering.question import ends
from corpus.units import Unit


def directed(context: Context, origin: str, goal: str) -> list[Unit]:
    """The units of passages about moving from `origin` to `goal`, by their headings' and words' direction."""
    out = []
    for unit in context.statements.units:
        if unit.kind == "cell" or unit.text.endswith(":"):
            continue
        headings = [ends(h, context.roles) for h in unit.passage.headings[-2:] if _moves(h)]
        if (
            (origin, goal) in headings[-1:]
            or (not headings and _moves(unit.text) and ends(unit.text, context.roles) == (origin, goal))
            or (headings and headings[-1] != (goal, origin) and (origin, goal) in headings)
        ):
            out.append(unit)
    return out


def _moves(text: str) -> bool:
    return bool(re.search(r"\b(from|become|becoming|moving|move|transition|switch\w*|to)\b", text, re.I)) and bool(
        re.search(
            r"\bmov|becom|transition|switch|-to-|from .* to|go from|learn for|bring to|develop for|"
            r"good .* without|step down",
            text,
            re.I,
        )
    )


def transition(context: Context) -> Draft | None:
    """None where the articles do not describe the move."""
    origin, goal = context.question.origin, context.question.goal
    if not (origin and goal):
        return None
    units = directed(context, origin, goal)
    if not units:
        return None
    ranked = sorted(units, key=lambda u: -context.score_of(u))
    sure = known(context)
    times = [u for u in units if any(q.unit == "month" for q in u.numbers)]
    lead = list({u.key: u for u in _distinct([*sure, *times[:1]])}.values()) or ranked[:1]
    yes = next((u for u in ranked if re.match(r"(yes|no)\b", u.text, re.I)), None)
    head = list(([yes] if yes and yes not in lead and context.question.yes_no else []) + lead)
    blocks: list[Block] = [paragraph(*(stated(context, u) for u in head))]
    if not times and not sure:
        blocks[0] = paragraph(*(stated(context, u) for u in head), Frame("The articles give no time for this move."))
    rest = [u for u in ranked if u not in head and not re.match(r"(yes|no)\b", u.text, re.I)]
    carry = [u for u in rest if patterns.CARRY.search(u.text) and not patterns.NEGATIVE.search(u.text)]
    build = sorted(
        (u for u in rest if u not in carry and (patterns.BUILD.search(u.text) or u.kind == "item")),
        key=lambda u: (u.kind != "item", -context.score_of(u)),
    )
    carry, build = _distinct(carry)[:2], _distinct(build)[: 6 if not sure else 3]
    shown = {u.key for u in (*head, *carry, *build)}
    close = {s.unit.key: s.meaning + s.words for s in context.ranked}
    asked = [
        u
        for u in sorted(units, key=lambda u: -close.get(u.key, 0.0))[:4]
        if u.key not in shown and not re.match(r"(yes|no)\b", u.text, re.I)
    ]
    if asked:
        blocks[0] = paragraph(*blocks[0].rows[0], *(stated(context, u) for u in _distinct(asked)[:2]))
    if carry:
        blocks += [paragraph(Frame("What carries over:")), bullets(*(stated(context, u) for u in carry))]
    if build:
        blocks += [
            paragraph(Frame("What to build:")),
            bullets(*(stated(context, u) for u in sorted(build, key=lambda u: u.key))),
        ]
    return Draft(tuple(blocks), "transition")


def _distinct(units: list[Unit]) -> list[Unit]:
    out: list[Unit] = []
    for unit in units:
        words = set(re.findall(r"\w{4,}", unit.text.lower()))
        if not any(
            (o.passage.id != unit.passage.id or o.kind != "item")
            and len(words & (seen := set(re.findall(r"\w{4,}", o.text.lower())))) / max(1, min(len(words), len(seen)))
            > 0.7
            for o in out
        ):
            out.append(unit)
    return out


def towards(context: Context) -> Draft | None:
    """Only one end is named: every move the articles describe to it (or from it)."""
    origin, goal = context.question.origin, context.question.goal
    role = goal or origin
    pairs = []
    for other in context.roles.all:
        pair = (other, role) if goal or not origin else (role, other)
        if other != role and (units := directed(context, *pair)):
            pairs.append((pair, units))
    if not pairs:
        return None
    rows = []
    for _, units in pairs:
        times = [u for u in units if any(q.unit == "month" for q in u.numbers)]
        lead = (times or sorted(units, key=lambda u: -context.score_of(u)))[0]
        rows.append((stated(context, lead),))
    return Draft((bullets(*rows),), "transition") if len(rows) > 1 else Draft((paragraph(*rows[0]),), "transition")
