"""The statements of one part of a move, chosen and put in order, none that has been told."""

from __future__ import annotations

import re
from collections.abc import Iterable

from agent.answering.beside import adds
from agent.answering.claims import Frame, Piece
from agent.answering.context import Context, stated
from agent.answering.moving.parts import Part, Stated, answers, firmly, whole_time
from corpus.units import Unit

CARRIED, SHARED, BUILT = 3, 4, 5  # statements of a part
BRIEF = 8  # words of a statement that is too short to have said what another says
_WHETHER = re.compile(r"\b(?:can|could|possible|feasible|doable|ever)\b", re.I)
_DOUBTED = re.compile(r"\b(?:doable|feasible|possible|(?:can|could) (?:it|that|this) be done)\b", re.I)
_SHARE = re.compile(r"\b(?:share|both|in common)\b", re.I)


def told_part(
    context: Context, part: Part, parts: Stated, told: list[Unit], asked_for: set[Unit], short: bool
) -> list[Piece]:
    """The pieces of `part`; `told` are the statements that stand already, which its own join. `asked_for` are those
    nearest to the very question, `short` where other parts are told too."""
    if part == "can":
        return _whether(context, parts, told, asked_for)
    if part == "time":
        chosen = fresh(sorted(parts["time"], key=lambda u: not whole_time(u)), told, 1)
        return [stated(context, u) for u in chosen] or [Frame("The articles give no time for this move.")]
    if part == "carry":
        carried = parts["carry"] if len(parts["carry"]) > 1 else [*parts["carry"], *_shared(context)]
        most = SHARED if not parts["carry"] else 2 if short else CARRIED
        return [stated(context, u) for u in fresh(carried, told, most)]
    built = _to_build(context, parts["build"] or needed(context), told, asked_for)
    return [stated(context, u) for u in built]


def fresh(units: Iterable[Unit], told: list[Unit], most: int = 6) -> list[Unit]:
    """Those that add something to what has been told, which they join."""
    chosen: list[Unit] = []
    for unit in units:
        said = [u for u in told if len(u.text.split()) > BRIEF]
        if len(chosen) < most and unit not in told and adds(unit, said):
            chosen.append(unit)
            told.append(unit)
    return chosen


def _whether(context: Context, parts: Stated, told: list[Unit], asked_for: set[Unit]) -> list[Piece]:
    said = [u for u in parts["can"] if answers(u)][:1]
    near = [u for u in (*parts["can"], *parts["other"]) if not answers(u)]
    nearest = [u for u in near if u in asked_for]
    doubted = _DOUBTED.search(context.question.asked) is not None
    chosen = fresh(
        [*said, *nearest, *near] if doubted else [*nearest, *said, *near],
        told,
        1 if parts["build"] and not nearest else 2,
    )
    plain = not any(re.match(r"(yes|no)\b", u.text, re.I) for u in chosen)
    affirmed = plain and _WHETHER.search(context.question.asked) and any(" can " in u.text for u in chosen)
    return [*([Frame("Yes.")] if affirmed else []), *(stated(context, u) for u in chosen)]


def _shared(context: Context) -> list[Unit]:
    """What both roles need, nearest first: it carries over, where the move itself says little of it."""
    ends = {context.question.origin, context.question.goal}
    return [
        s.unit
        for s in context.ranked[:20]
        if set(s.unit.roles) == ends
        and _SHARE.search(s.unit.text)
        and "skills" in f"{s.unit.measures} {s.unit.passage.heading}".lower()
    ]


def needed(context: Context) -> list[Unit]:
    """What the role at the end of the move needs: the nearest list of its skills, in an article on both roles."""
    goal, both = context.question.goal, {context.question.origin, context.question.goal}

    def tells(unit: Unit) -> bool:
        headings = unit.passage.headings
        return (
            unit.kind == "item"
            and set(unit.about()) == {goal}
            and any("skill" in heading.lower() for heading in headings)
            and both <= {role for heading in headings for role in context.roles.ids(heading)}
        )

    nearest = next((s.unit.passage.id for s in context.ranked if tells(s.unit)), "")
    return [u for u in context.statements.units if u.passage.id == nearest and tells(u)][:SHARED]


def _to_build(context: Context, units: list[Unit], told: list[Unit], asked_for: set[Unit]) -> list[Unit]:
    """The gap itself, then a list's items, whole where it is short; in the order of the article."""
    items = [u for u in units if u.kind == "item"]
    if len(items) > BUILT:
        items = [u for u in items if firmly(u) or u in asked_for][:BUILT]
    first = [u for u in units if u in asked_for or (u.kind != "item" and firmly(u))]
    rest = [u for u in units if u.kind != "item" and u not in first]
    sentences = fresh([*first, *([] if items else rest)], [*told, *items], max(1, BUILT - len(items)))
    chosen = [u for u in dict.fromkeys([*sentences, *items]) if u not in told]
    told += chosen
    order = {u.key: i for i, u in enumerate(context.statements.units)}
    return sorted(chosen, key=lambda u: order[u.key])
