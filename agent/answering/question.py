"""What a question asks for: roles, measures, level, region, tier, basis, kind; follow-ups resolved.

`understand("and at senior level?", ["What does a TAM earn in India?"], roles)` is the question about a senior
TAM's pay in India. Nothing here looks at the articles; it only reads the words.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from agent.answering import patterns
from corpus.facets import Facets, facets_of, hinted, measures_asked, titles
from corpus.quantities import find
from corpus.roles import Roles
from corpus.spoken import written

Kind = Literal["fact", "comparison", "advice", "transition", "list"]


_OF_MOVES = frozenset({"transition", "skills", "choose", "competition", "reason", "time", "education", "hiring-bar"})


@dataclass(frozen=True, slots=True)
class Question:
    """`text` stands alone (a follow-up is joined to what it follows); `asked` is what was typed. `others` are role
    names outside the known roles; `origin`/`goal` the two ends of a transition, "" where not named."""

    text: str
    asked: str
    bare: str  # the text without its role names
    roles: tuple[str, ...]
    others: tuple[str, ...]
    measures: tuple[str, ...]
    facets: Facets
    kind: Kind
    origin: str = ""
    goal: str = ""
    experience: float | None = None  # years
    years: tuple[int, ...] = ()
    yes_no: bool = False
    hinted: bool = False  # its roles are described, not named: a guide and no bound
    follows: bool = False


def understand(text: str, turns: Sequence[str], roles: Roles, publishers: frozenset[str] = frozenset()) -> Question:
    """The question in `text`, with what is left out taken from `turns` (earlier user messages, oldest first).
    Role names inside `publishers` ("FDE Academy") are no roles."""
    now = _alone(text, roles, publishers)
    if not turns or not _follows(now):
        return now
    before = understand(turns[-1], turns[:-1], roles, publishers)
    seen = list(dict.fromkeys(r for t in turns for r in roles.ids(t)))
    joined = _joined(now, before, seen, roles)
    if not joined.facets.region and re.search(r"\bhere\b|\bmy (city|country|area)\b", text, re.I):
        places = [f.region for t in turns if (f := facets_of(t)).region]
        joined = replace(joined, facets=replace(joined.facets, region=places[-1] if places else ()))
    return joined


def _alone(text: str, roles: Roles, publishers: frozenset[str] = frozenset()) -> Question:
    blank = text
    for name in publishers:
        blank = re.sub(re.escape(name), "_" * len(name), blank, flags=re.I)
    mentions = roles.find(blank)
    ids = tuple(dict.fromkeys(m.role for m in mentions))
    others = _others(text, [(m.span.start, m.span.end) for m in mentions])
    spans = [(m.role, m.span.start, m.span.end) for m in mentions]
    described = not ids and not others
    if described:
        spans = hinted(text)
        ids = tuple(dict.fromkeys(role for role, _, _ in spans))
    if len(ids) == 1 and patterns.MOVE.search(text):
        more = [s for s in hinted(text) if s[0] != ids[0] and not any(s[1] < e and b < s[2] for _, b, e in spans)]
        spans = sorted([*spans, *more[:1]], key=lambda s: s[1])
        ids = tuple(dict.fromkeys(role for role, _, _ in spans))
    origin, goal = _ends(text, spans)
    measures = measures_asked(text)
    facets = _meant(text)
    if "pay" not in measures and set(facets.basis) & {"base", "total"}:
        measures = (*measures, "pay")
    linked = bool(patterns.FROM_TO.search(text)) or _adjacent(text, spans) is not None
    kind = _kind(text, ids, measures, bool(origin and goal), linked)
    numbers = find(text)
    experience = (
        None
        if not {"pay", "premium"} & set(measures)
        else next(
            (
                q.low
                for q in numbers
                if q.unit == "year" and not re.search(r"(within|in|next|over the) $", text[: q.span.start])
            ),
            None,
        )
    )
    return Question(
        written(text, spans, roles),
        text,
        written(text, spans, None),
        ids,
        others,
        measures,
        facets,
        kind,
        origin if kind == "transition" else "",
        goal if kind == "transition" else "",
        experience,
        tuple(int(q.low) for q in numbers if q.year),
        bool(patterns.YES_NO.search(text)),
        described and bool(ids),
    )


def _kind(text: str, roles: tuple[str, ...], measures: tuple[str, ...], ends: bool, linked: bool) -> Kind:
    if ends and len(roles) == 2 and linked and not set(measures) & {"pay", "premium", "difference"}:
        return "transition"
    choice = len(roles) >= 2 and patterns.CHOICE_OF.search(text) is not None
    if (
        patterns.MOVE.search(text)
        and roles
        and not patterns.ADVICE.search(text)
        and not (choice and not patterns.FROM_TO.search(text))
    ):
        return "transition"
    if ends and patterns.I_AM_A.search(text) and patterns.FEASIBLE.search(text) and len(roles) == 2 and not choice:
        return "transition"
    if choice and (re.search(r"\b(i'?m|i|i'd|i've|my)\b", text, re.I) or (not measures and len(text.split()) > 9)):
        return "advice"
    if patterns.ADVICE.search(text) or (
        patterns.PREFERENCE.search(text) and ("choose" in measures or choice or not text.rstrip().endswith("?"))
    ):
        return "advice"
    if len(roles) >= 2:
        return "comparison"
    return "list" if patterns.LIST.search(text) else "fact"


def _ends(text: str, mentions: list[tuple[str, int, int]]) -> tuple[str, str]:
    """(origin, goal) of a move; one mention alone is the goal unless "from" or "I'm a" stands before it."""
    if not mentions:
        return "", ""

    def role_in(start: int, end: int) -> str:
        return next((r for r, s, e in mentions if start <= s and e <= end), "")

    if pair := _adjacent(text, mentions):
        return pair
    if match := patterns.FROM_TO.search(text):
        a, b = role_in(*match.span("a")), role_in(*match.span("b"))
        if a and b:
            return a, b
    if match := patterns.BECOME.search(text):
        a, b = role_in(*match.span("a")), role_in(*match.span("b"))
        if a and b and a != b:
            return a, b
    distinct = list(dict.fromkeys(r for r, _, _ in mentions))
    goal = next((r for r, s, _ in mentions if patterns.GOAL.search(text[:s])), "")
    if goal and len(distinct) == 2:
        return next(r for r in distinct if r != goal), goal
    if len(distinct) >= 2:
        return distinct[0], distinct[1]
    _, start, _ = mentions[0]
    here = text[:start]
    if (
        patterns.I_AM.search(here)
        or re.search(r"\bfrom (being )?(an? |the )?$", here, re.I)
        or re.search(r"^\W*(can|could|do|does|how (can|could|do|does|hard)).{0,20}(an? )?$", here, re.I)
    ):
        return distinct[0], ""
    return "", distinct[0]


def _adjacent(text: str, spans: list[tuple[str, int, int]]) -> tuple[str, str] | None:
    """("tam", "fde") of "TAM to FDE" or "TAM -> FDE"."""
    for (first, _, end), (second, start, _) in itertools.pairwise(spans):
        if first != second and patterns.BETWEEN.fullmatch(text[end:start]):
            return first, second
    return None


def _meant(text: str) -> Facets:
    """The facets of a question, without an employer tier that it excludes ("not at a top lab")."""
    found = facets_of(text)
    return replace(found, tier=()) if patterns.NOT_THERE.search(text) else found


def _others(text: str, taken: list[tuple[int, int]]) -> tuple[str, ...]:
    """Job titles outside the known roles, as typed, in the singular."""
    found = [m[0].lower() for m in titles().finditer(text) if not any(s < m.end() and m.start() < e for s, e in taken)]
    return tuple(dict.fromkeys(re.sub(r"s$", "", name) for name in found))


def _follows(now: Question) -> bool:
    if patterns.FOLLOW.search(now.asked):
        return True
    if now.roles and not now.measures and len(now.asked.split()) <= 4:
        return True
    if now.roles and now.measures and not patterns.OTHER.search(now.asked):
        return False
    if patterns.ANAPHOR.search(now.asked) and not (now.roles and now.measures):
        return True
    return not now.roles and len(now.asked.split()) <= 9


def _joined(now: Question, before: Question, seen: list[str], known: Roles) -> Question:
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


def ends(text: str, roles: Roles) -> tuple[str, str]:
    """(origin, goal) of the move that `text` speaks of, "" where an end is not named."""
    return _ends(text, [(m.role, m.span.start, m.span.end) for m in roles.find(text)])
