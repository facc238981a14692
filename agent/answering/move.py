"""A transition: whether, how long, what carries over, what to build, as far as asked, for the direction asked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from agent.answering.beside import adds
from agent.answering.claims import Block, Draft, Frame, Piece, bullets, paragraph
from agent.answering.context import Context, stated, with_article
from agent.answering.direct import known
from agent.answering.moving.parts import Part, Stated, asked_parts, firmly, stated_parts, without_offers
from agent.answering.question import ends
from corpus.units import Unit

CARRIED, SHARED, BUILT = 3, 4, 5  # statements of a part
_LEADS: dict[Part, str] = {"carry": "What carries over:", "build": "What to build:"}
_MOVES = re.compile(
    r"\b(?:mov(?:e|es|ed|ing) (?:from|to|into|between)|becom\w*|transition\w*|switch\w*|turn(?:ed|ing)|go(?:ing)? from"
    r"|go from|entering|step down|learn for|bring to|develop for|good .* without|reverse move)\b|-to-|\bfrom .* to\b",
    re.I,
)
_POINTED = re.compile(r"\W*(?:why|who|what|which|is|are|would|will|do|does|how many|how much|how does)\b", re.I)
_INTO = re.compile(r"\b(?:into|becom\w+|be an?|end up as|lead\w* to)\b", re.I)
_WHETHER = re.compile(r"\b(?:can|could|possible|feasible|ever)\b", re.I)
_EACH_WAY = re.compile(
    r"<-+>|<=>|↔|\b(?:which|what|either|each) (?:way|direction)\b|\bboth (?:ways|directions)\b", re.I
)
_SHARE = re.compile(r"\b(?:share|both|in common)\b", re.I)
_HIRING = re.compile(r"\bhire[ds]?\b", re.I)


def directed(context: Context, origin: str, goal: str) -> list[Unit]:
    """The units of passages about moving from `origin` to `goal`, by their headings' and words' direction."""
    out = []
    for unit in context.statements.units:
        if unit.kind == "cell" or unit.text.endswith(":") or _HIRING.search(unit.passage.heading):
            continue
        headings = [ends(h, context.roles) for h in unit.passage.headings[-2:] if _MOVES.search(h)]
        if (
            (origin, goal) in headings[-1:]
            or (not headings and _MOVES.search(unit.text) and ends(unit.text, context.roles) == (origin, goal))
            or (headings and headings[-1] != (goal, origin) and (origin, goal) in headings)
        ):
            out.append(unit)
    return out


def transition(context: Context) -> Draft | None:
    """None where the articles do not describe the move."""
    origin, goal = context.question.origin, context.question.goal
    if not (origin and goal):
        return None
    units = directed(context, origin, goal)
    if not units:
        return _other_ways(context, origin, goal)
    if both := _both_ways(context, origin, goal):
        return Draft((paragraph(*both),), "transition")
    asked = asked_parts(context.question.asked)
    units = without_offers(units, context.question.asked)
    sure = [u for u in known(context) if u in units]
    ranked = sorted(units, key=lambda u: -context.score_of(u))
    parts = stated_parts([*sure, *(u for u in ranked if u not in sure)])
    if point := _point(context, asked, sure, ranked, parts):
        return Draft((paragraph(*(stated(context, u) for u in point)),), "transition")
    told: list[Unit] = []
    head: list[Piece] = []
    lists: list[Block] = []
    for part in _order(asked, parts):
        pieces = _told(context, part, parts, told, set(sure), len(asked) != 1 or asked == ["can"])
        if part in ("can", "time"):
            head += pieces
        elif pieces:
            alone = [part] == asked
            lists += [bullets(*pieces)] if alone else [paragraph(Frame(_LEADS[part])), bullets(*pieces)]
    return Draft((paragraph(*head), *lists) if head else tuple(lists), "transition") if head or lists else None


def _both_ways(context: Context, origin: str, goal: str) -> list[Piece]:
    """How long each direction takes, or how it compares, where the two are weighed; [] otherwise."""
    if not _EACH_WAY.search(context.question.asked):
        return []
    pieces: list[Piece] = []
    for start, end in ((origin, goal), (goal, origin)):
        parts = stated_parts(directed(context, start, end))
        times = sorted(parts["time"], key=lambda u: not _whole_time(u))
        found = times or [u for u in parts["can"] if _answers(u)]
        pieces += [stated(context, u) for u in found[:1]]
    return pieces if len(pieces) > 1 else []


def _order(asked: list[Part], parts: Stated) -> list[Part]:
    """The parts to be told: those asked for, and what goes with them."""
    if not asked:
        return ["can", "time", "carry", "build"]
    if asked == ["can"]:
        return ["can", "time", "build"] if parts["time"] else ["can", "build"]
    if asked == ["time"] and not parts["time"]:
        return ["time", "can"]
    return asked


def _point(context: Context, asked: list[Part], sure: list[Unit], ranked: list[Unit], parts: Stated) -> list[Unit]:
    """The statements for a question about one point of a move (its rhythm, its repute); [] where parts are asked."""
    wanted = [u for part in asked if part != "can" for u in parts[part]]
    whole = any(_answers(u) for u in sure[:1]) or ("time" in asked and bool(parts["time"]))
    sentences = context.question.yes_no and not any(u.kind == "item" for u in sure)
    if sure and not whole and (sentences or not wanted):
        return _fresh(sure, [])[:4]
    if not asked and _POINTED.match(context.question.asked):
        return _fresh([*sure, *ranked], [])[:2]
    return []


def _told(context: Context, part: Part, parts: Stated, told: list[Unit], sure: set[Unit], short: bool) -> list[Piece]:
    """The statements of one part, none that has been told."""
    if part == "can":
        answers = [u for u in parts["can"] if _answers(u)][:1]
        near = [u for u in (*parts["can"], *parts["other"]) if not _answers(u)]
        asked_for = [u for u in near if u in sure]
        chosen = _fresh([*asked_for, *answers, *near], told, 1 if parts["build"] and not asked_for else 2)
        plain = not any(re.match(r"(yes|no)\b", u.text, re.I) for u in chosen)
        affirmed = plain and _WHETHER.search(context.question.asked) and any(" can " in u.text for u in chosen)
        return [*([Frame("Yes.")] if affirmed else []), *(stated(context, u) for u in chosen)]
    if part == "time":
        chosen = _fresh(sorted(parts["time"], key=lambda u: not _whole_time(u)), told, 1)
        return [stated(context, u) for u in chosen] or [Frame("The articles give no time for this move.")]
    if part == "carry":
        carried = parts["carry"] if len(parts["carry"]) > 1 else [*parts["carry"], *_shared(context)]
        return [
            stated(context, u) for u in _fresh(carried, told, SHARED if not parts["carry"] else 2 if short else CARRIED)
        ]
    return [stated(context, u) for u in _to_build(context, parts["build"], told, sure)]


def _shared(context: Context) -> list[Unit]:
    """What both roles need, nearest first: it carries over, where the move itself says little of it."""
    ends_ = {context.question.origin, context.question.goal}
    return [
        s.unit
        for s in context.ranked[:20]
        if set(s.unit.roles) == ends_
        and _SHARE.search(s.unit.text)
        and "skills" in f"{s.unit.measures} {s.unit.passage.heading}".lower()
    ]


def _to_build(context: Context, units: list[Unit], told: list[Unit], sure: set[Unit]) -> list[Unit]:
    """The gap itself, then a list's items, whole where it is short; in the order of the article."""
    items = [u for u in units if u.kind == "item"]
    if len(items) > BUILT:
        items = [u for u in items if firmly(u) or u in sure][:BUILT]
    first = [u for u in units if u in sure or (u.kind != "item" and firmly(u))]
    rest = [u for u in units if u.kind != "item" and u not in first]
    sentences = _fresh([*first, *([] if items else rest)], [*told, *items], max(1, BUILT - len(items)))
    chosen = [u for u in dict.fromkeys([*sentences, *items]) if u not in told]
    told += chosen
    order = {u.key: i for i, u in enumerate(context.statements.units)}
    return sorted(chosen, key=lambda u: order[u.key])


def _answers(unit: Unit) -> bool:
    return bool(re.search(r"^(?:yes|no)\b|\bcan (?:become|be made|transition)\b|\boften easier\b", unit.text, re.I))


def _whole_time(unit: Unit) -> bool:
    """Whether it says how long the move takes, and not what its months include."""
    return bool(re.search(r"\b(timeline|takes|typically|means)\b", unit.text, re.I))


def _fresh(units: Iterable[Unit], told: list[Unit], most: int = 6) -> list[Unit]:
    """Those that add something to what has been told, which they join."""
    chosen: list[Unit] = []
    for unit in units:
        if len(chosen) < most and unit not in told and adds(unit, told):
            chosen.append(unit)
            told.append(unit)
    return chosen


def _other_ways(context: Context, origin: str, goal: str) -> Draft:
    """No article describes the move that is asked about: that, and the ways to its goal which they do describe."""
    way = f"from {with_article(context.called(origin))} to {with_article(context.called(goal))}"
    blocks: list[Block] = [paragraph(Frame(f"The articles describe no move {way}."))]
    if rows := _ways(context, goal, True):
        blocks += [paragraph(Frame("The moves there that they do describe:")), bullets(*rows)]
    return Draft(tuple(blocks), "abstention", True)


def towards(context: Context) -> Draft | None:
    """Only one end is named: every move the articles describe to it (or from it)."""
    origin, goal = context.question.origin, context.question.goal
    there = bool(goal) or not origin or _INTO.search(context.question.asked) is not None
    rows = _ways(context, goal or origin, there)
    if not rows:
        return None
    return Draft((bullets(*rows) if len(rows) > 1 else paragraph(*rows),), "transition")


def _ways(context: Context, role: str, there: bool) -> list[Piece]:
    """A statement for each described move to the role (or from it), its time where one is given."""
    rows: list[Piece] = []
    for other in context.roles.all:
        units = directed(context, *((other, role) if there else (role, other))) if other != role else []
        parts = stated_parts(sorted(units, key=lambda u: -context.score_of(u)))
        times = sorted(parts["time"], key=lambda u: not _whole_time(u))
        if found := (times or [u for u in parts["can"] if _answers(u)]):
            rows.append(stated(context, found[0]))
    return rows
