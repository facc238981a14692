"""The articles' criteria themselves, side after side, where nothing is said that decides between them."""

from __future__ import annotations

from collections.abc import Sequence

from agent.answering import patterns
from agent.answering.advising.verdict import who
from agent.answering.claims import Block, Frame, bullets, paragraph
from agent.answering.context import Context, stated
from corpus.units import Unit


def sides(context: Context, named: Sequence[str]) -> tuple[list[Block], list[Unit]]:
    """(blocks, the statements in them); both empty where the articles hold no criteria for the choice."""
    found = _criteria(context, named, hiring=True) if patterns.HIRING.search(context.question.text) else {}
    if not found or not set(named) <= set(found):  # whom to hire is told of two roles alone
        found = _criteria(context, named, hiring=False)
    if not found or not _covered(found, named):
        return [], []
    blocks: list[Block] = []
    for key, units in list(found.items())[:4]:
        ordered = sorted(units, key=lambda u: -context.score_of(u))[: 3 if len(found) < 3 else 2]
        name = who(context, key) if key in context.roles.all else f"“{key}”"
        blocks += [paragraph(Frame(f"For {name}:")), bullets(*(stated(context, u) for u in ordered))]
    return blocks, [u for units in found.values() for u in units]


def _criteria(context: Context, named: Sequence[str], *, hiring: bool) -> dict[str, list[Unit]]:
    """By role (or heading) the statements under "Choose … if", or with `hiring` under "Hire … first if"."""
    found: dict[str, list[Unit]] = {}
    for unit in context.statements.units:
        heading = unit.passage.heading
        if not patterns.CHOICE.match(heading) or unit.kind == "cell" or unit.text.endswith(":"):
            continue
        key = unit.setting[0] if len(unit.setting) == 1 else heading.lower()
        if ("hire" in heading.lower()) == hiring and (hiring or not named or key in named):
            found.setdefault(key, []).append(unit)
    return found


def _covered(found: dict[str, list[Unit]], named: Sequence[str]) -> bool:
    """Whether one article has criteria for every role between which is to be chosen."""
    if len(named) < 2 or any(key not in named for key in found):
        return True
    return bool(set.intersection(*({u.passage.article for u in found.get(role, ())} for role in named)))
