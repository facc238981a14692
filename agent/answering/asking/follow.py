"""A follow-up joined to what it follows: what it leaves out is taken from the question before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.answering import patterns
from agent.answering.asking.compared import another_way, beyond_shared, compared, compares, known_too, knows_that
from agent.answering.asking.follow_own import OF_OTHER, facets_of, fresh, kind_of, own_measures, says_what
from agent.answering.asking.follow_roles import (
    CHANGES,
    MINE,
    meant,
    of_object,
    role_told,
    same_ends,
    without_origin,
)
from agent.answering.asking.follow_text import joined_text
from agent.answering.asking.follow_words import follow_words
from agent.answering.asking.rung import next_rung
from agent.answering.asking.shape import Question
from agent.answering.asking.standing import content, without_opening
from corpus.facets import measure_name
from corpus.roles import Roles

_OF_ALL = re.compile(  # the roles of the library, where but one was spoken of
    r"\b(?:all|any|which|each|every one|most|none|some) of (?:these|those|the|your) (?:\w+ )?"
    r"(?:jobs?|roles?|positions?)\b"
    r"|\b(?:these|all the|all) (?:six |five |\w+ )?(?:roles|jobs|positions)\b",
    re.I,
)


_ANY_BETTER = re.compile(  # "is it any better for MLEs?"
    r"\W*(?:(?:and|so|but|ok) )*(?:is|are|was|does|do) (?:it|that|this|they|things|the \w+) (?:look |get )?"
    r"(?:any |much )?(?:better|worse|different|similar|easier|harder|the same|like that)\b",
    re.I,
)
_MISSING = re.compile(
    r"\bi(?:['’]d| would| will|['’]m| am| do| be)?\b[^.?!]{0,12}\b(?:missing|miss|lack(?:ing)?"
    r"|(?:have|need) to (?:learn|build|pick up)|bring(?:ing)?(?: along)?|already have)\b"
    r"|\bmy (?:\w+ )?(?:skill )?gaps?\b"
    r"|\b(?:that|the|this|such an?) (?:move|switch|change|transition|step|jump)\b",
    re.I,
)


def follows(now: Question, known: Roles) -> bool:
    """Whether a message leans on the one before it."""
    if _of_its_own(now):
        return False
    if CHANGES.search(now.asked):
        return True  # "Does that change your answer?"
    if patterns.WHERE_FROM.search(now.asked) and not now.measures:
        return True  # "who published the figure for FDEs?"
    weighed = now.kind == "transition" and len(now.roles) == 1 and follow_words().easier.search(now.asked)
    if weighed or compares(now, known) or OF_OTHER.search(now.asked):
        return True
    if of_object(now) or (not now.roles and MINE.search(now.asked)):
        return True  # "do i have to build it myself?", "what do seniors in my job earn?"
    if knows_that(now) or (now.roles and set(now.measures) <= {"choose", "overlap"} and _ANY_BETTER.match(now.asked)):
        return True
    if patterns.FOLLOW.search(now.asked) or patterns.SAME_THERE.search(now.asked):
        return True
    if now.roles and not now.measures and (len(now.asked.split()) <= 4 or not content(now)):
        return True
    if now.roles and now.measures:
        leaning = patterns.WITH.search(now.asked) and patterns.ANAPHOR.search(now.asked) and len(now.roles) == 1
        alike = re.search(r"\bsame\b", now.asked, re.I) and set(now.measures) <= {"overlap"}
        compared = leaning and set(now.measures) <= {"difference"}
        return patterns.OTHER.search(now.asked) is not None or bool(alike or compared)
    return patterns.ANAPHOR.search(now.asked) is not None or (not now.roles and len(now.asked.split()) <= 9)


def wishes(now: Question) -> bool:
    """Whether a message asks nothing, and describes a job only by what somebody likes."""
    return now.kind == "advice" and now.hinted and "?" not in now.asked


def told_beside(now: Question, before: Question) -> Question:
    """`before` with the wish of `now`, which tells of the roles between which was to be chosen."""
    text, bare = f"{before.text} {now.asked}", f"{before.bare} {now.asked}"
    return replace(now, text=text, bare=bare, roles=before.roles, hinted=False, follows=True)


def _of_its_own(now: Question) -> bool:
    """Whether it asks what something is that it names itself ("thanks. And what's AISE Pulse?")."""
    said = without_opening(now.asked)
    asks = re.match(r"\W*(what|who)(['’]?s| is| are)\b", said, re.I) is not None
    return asks and not now.roles and not patterns.ANAPHOR.search(said) and re.search(r"\s[A-Z]\w+", said) is not None


def _gap(now: Question, before: Question, history: Sequence[tuple[str, ...]], known: Roles) -> Question | None:
    """ "What would I be missing?", "How long is that move?" after "I've done MLOps." and "FDE ads look tempting."."""
    told = [roles for roles in history if roles]
    if now.roles or (before.origin and before.goal) or len(told) < 2 or not _MISSING.search(now.asked):
        return None
    if len(told[-1]) != 1 or len(told[-2]) != 1 or told[-1] == told[-2]:
        return None
    origin, goal = told[-2][0], told[-1][0]
    text = f"moving from {known.short(origin)} to {known.short(goal)}, {now.text}"
    return now.leaning(text=text, roles=(origin, goal), kind="transition", origin=origin, goal=goal)


def _staying(now: Question, before: Question, history: Sequence[tuple[str, ...]], known: Roles) -> Question | None:
    """ "And if I just stay in my role?" after "I'm an MLOps engineer." and "What could I get as an FDE?": the same of
    the role that was told first."""
    roles = meant(now, before, history)
    if now.roles or not MINE.search(now.asked) or len(roles) != 1:
        return None
    measures = tuple(m for m in (now.measures or before.measures) if m not in ("transition", "choose")) or ("pay",)
    text = f"{known.short(roles[0])}: {now.text} ({measure_name(measures[0])})"
    facets, experience = now.facets.or_else(before.facets), now.experience or before.experience
    return now.leaning(text=text, roles=roles, measures=measures, facets=facets, kind="fact", experience=experience)


def joined(now: Question, before: Question, history: Sequence[tuple[str, ...]], known: Roles) -> Question:
    """`now` with its gaps filled from `before`; `history` are the roles of each earlier message."""
    if _OF_ALL.search(now.asked) and not now.roles and len(before.roles) < 2:
        return now
    if rung := next_rung(now, before):
        return rung
    if gap := _gap(now, before, history, known):
        return gap
    if stay := _staying(now, before, history, known):
        return stay
    if knowing := known_too(now, before, known):
        return knowing
    if apart := beyond_shared(now, before, known):
        return apart
    if {"security"} <= set(now.measures) and "automation" in before.measures:  # "are those safer?"
        now = replace(now, measures=tuple("automation" if m == "security" else m for m in now.measures))
    told = role_told(now, before, known)
    now = without_origin(told, before, known)
    if other := another_way(now, before, known) or compared(now, before, known):
        return other
    roles = meant(now, before, history)
    own = own_measures(now, before)
    asks_new = bool(own) and (own[0] != "reason" or says_what(now))
    measures = own if asks_new else tuple(dict.fromkeys((*own, *before.measures)))
    if not own and fresh(now):
        asks_new, measures = True, ()
    kind = kind_of(now, before, roles, own, asks_new)
    origin, goal = same_ends(now, before) if kind == "transition" else (now.origin, now.goal)
    text, bare = joined_text(now, before, roles, kind, asks_new, own[:1] == ("reason",), known)
    return replace(
        now,
        text=text,
        bare=bare,
        roles=roles,
        others=now.others or (before.others if not told.roles and roles == before.roles else ()),
        measures=measures,
        facets=facets_of(now, before, asks_new and not set(own) & set(before.measures)),
        kind=kind,
        origin=origin,
        goal=goal,
        follows=True,
        experience=now.experience or (None if now.facets.level else before.experience),
        years=now.years or (() if asks_new and set(own).isdisjoint(before.measures) else before.years),
        titled=now.titled or before.titled,
    )
