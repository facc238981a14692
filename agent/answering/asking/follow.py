"""A follow-up joined to what it follows: what it leaves out is taken from the question before."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.answering import patterns
from agent.answering.asking.shape import Question
from corpus.roles import Roles

_OF_MOVES = frozenset({"transition", "skills", "choose", "competition", "reason", "time", "education", "hiring-bar"})


def follows(now: Question) -> bool:
    if patterns.FOLLOW.search(now.asked):
        return True
    if now.roles and not now.measures and len(now.asked.split()) <= 4:
        return True
    if now.roles and now.measures and not patterns.OTHER.search(now.asked):
        return False
    if patterns.ANAPHOR.search(now.asked) and not (now.roles and now.measures):
        return True
    return not now.roles and len(now.asked.split()) <= 9


def joined(now: Question, before: Question, seen: list[str], known: Roles) -> Question:
    roles = _roles(now, before, seen)
    own = tuple(m for m in now.measures if m != "choose" or now.kind == "advice")
    asks_new = bool(own) and own != ("reason",)
    measures = own if asks_new else tuple(dict.fromkeys((*own, *before.measures)))
    changed_topic = asks_new and not set(own) & set(before.measures)
    kind = now.kind
    if (now.kind == "fact" and len(roles) >= 2) or (now.kind == "comparison" and len(roles) >= 2):
        kind = "comparison"
    elif before.kind == "transition" and not now.roles and set(own) <= _OF_MOVES:
        kind = "transition"
    elif not asks_new and now.kind in ("fact", "comparison"):
        kind = before.kind if before.kind != "comparison" or len(roles) >= 2 else "fact"
    facets = now.facets.or_else(before.facets)
    if changed_topic:
        facets = replace(facets, basis=now.facets.basis, statistic=now.facets.statistic)
    if now.facets.tier:
        facets = replace(facets, level=now.facets.level or before.facets.level)
    origin, goal = now.origin, now.goal
    if kind == "transition":
        origin, goal = _same_ends(now, before)
    earlier = _about(before.text, before.roles, roles, known)
    return replace(
        now,
        text=f"{earlier} {now.text}",
        bare=f"{before.bare} {now.bare}",
        roles=roles,
        others=now.others or (before.others if not now.roles else ()),
        measures=measures,
        facets=facets,
        kind=kind,
        origin=origin,
        goal=goal,
        follows=True,
        experience=now.experience or before.experience,
        years=now.years or before.years,
    )


def _about(text: str, before: tuple[str, ...], now: tuple[str, ...], known: Roles) -> str:
    """The earlier question with its one role changed for the one asked about now."""
    if len(before) != 1 or len(now) != 1 or before == now:
        return text
    return re.sub(rf"(?<!\w){re.escape(known.short(before[0]))}(?=s?(?!\w))", known.short(now[0]), text)


def _roles(now: Question, before: Question, seen: list[str]) -> tuple[str, ...]:
    if now.roles:
        if (
            patterns.WITH.search(now.asked)
            and len(now.roles) == 1
            and before.roles
            and now.roles[0] not in before.roles
        ):
            return (*before.roles[:1], *now.roles)
        return now.roles
    if now.others:
        return ()
    if patterns.OTHER.search(now.asked):
        rest = [r for r in seen if r not in before.roles] or list(before.roles[1:2])
        return tuple(rest[-1:]) if rest else before.roles
    if patterns.FORMER.search(now.asked) and seen:
        return (seen[0],)
    if patterns.BOTH.search(now.asked) and len(before.roles) < 2 <= len(seen):
        return tuple(seen[-2:])
    return before.roles


def _same_ends(now: Question, before: Question) -> tuple[str, str]:
    if now.origin and now.goal:
        return now.origin, now.goal
    if re.search(r"\b(reverse|other way|way (a)?round|opposite|back)\b", now.asked, re.I):
        return before.goal, before.origin
    if now.roles and len(now.roles) == 1:
        if re.search(r"\bto\b|\binto\b|\bbecom", now.asked, re.I):
            return before.origin, now.roles[0]
        return now.roles[0], before.goal if before.goal != now.roles[0] else before.origin
    return before.origin, before.goal
