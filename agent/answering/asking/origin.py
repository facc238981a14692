"""A move whose start was told before: "I've been a TAM for years." "Could I become an FDE?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.answering import patterns
from agent.answering.asking.shape import Question
from corpus.roles import Roles

BACK = 3  # earlier messages that are looked through
_TURN = re.compile(r"\b(?:turn|go|become|be|get|move|switch|retrain)\w*\s(?:in(?:to)?\s|to\s|as\s)?(?:an?\s)?$", re.I)
_TOLD = re.compile(r"\b(?:i|i'?m|i'?ve|we|my|our)\b", re.I)


def from_where(now: Question, turns: Sequence[str], roles: Roles) -> Question | None:
    """`now` as the move from the one role that the person said they (or their people) have; None where it is no
    move to a named role, or none was said."""
    if len(now.roles) != 1 or (now.origin and now.goal):
        return None
    goal = now.roles[0]
    mention = next((m for m in roles.find(now.asked) if m.role == goal), None)
    turning = mention is not None and _TURN.search(now.asked[: mention.span.start]) is not None
    if not (turning or (now.origin != goal and now.kind == "transition" and patterns.MOVE.search(now.asked))):
        return None
    for turn in list(turns)[-BACK:][::-1]:
        said = [role for role in roles.ids(turn) if role != goal]
        if len(said) == 1 and _TOLD.search(turn) and not turn.rstrip().endswith("?"):
            way = f"{roles.short(said[0])} to {roles.short(goal)}"
            measures = tuple(dict.fromkeys((*now.measures, "transition")))
            return replace(
                now,
                text=f"{now.text} ({way})",
                roles=(said[0], goal),
                measures=measures,
                kind="transition",
                origin=said[0],
                goal=goal,
                follows=True,
            )
    return None
