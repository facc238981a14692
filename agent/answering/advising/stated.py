"""Whether a question that tells of the asker asks for no advice, but for what is stated: figures of named roles, the
source of one, what others think of a role."""

from __future__ import annotations

import re

from agent.answering import patterns
from agent.answering.advising.sources import asks
from agent.answering.asking.kind import contrasts, needs_degree, of_each, pays_more, plain, who_does
from agent.answering.asking.request import request
from agent.answering.asking.shape import Kind, Question
from agent.answering.context import Context
from agent.answering.direct import ALIKE
from corpus.facets import measures_asked

SHORT = 3  # words of a question after a situation that can but ask what to make of it ("Too early?")
_IN_FIGURES = re.compile(  # "numbers pls"
    r"[.?!,] (?:(?:just|only|with|in|exact|give me|and|the) )*(?:numbers|figures|percentages|stats)"
    r"(?: (?:please|pls|plz|only|if (?:you have|there are)(?: (?:them|any|some))?))*\W*$",
    re.I,
)
FIGURES = frozenset({"pay", "growth", "openings", "remote", "travel", "accounts"})  # measures told in numbers
NEIGHBOURS = 3  # known questions that are looked at
_NEEDS = re.compile(r"\b(?:i|we|and|client|boss)\b[^.?!]{0,20}\bneeds? (?:an?|the|both|all|some)\b", re.I)  # a table
_SENTENCES = re.compile(r"(?<=[.!?;])\s+")
_WHICH = re.compile(r"\W*(?:so |and |but )?which (?:is|of|one|would|should|will)\b", re.I)
_RATIO = re.compile(
    r"\bhow many\b[^?]*\b(?:per|for (?:each|every|one)|to (?:each|every|one)|should (?:i|we) have)\b", re.I
)


def states(context: Context) -> bool:
    """Whether what is stated of one role is asked, or the same of several in one sentence, though it is told who
    asks."""
    question = context.question
    if question.kind == "comparison" and of_each(question.asked, question.roles, question.measures):
        return True
    if question.roles and not question.hinted and of_fact(question.asked):
        return True
    if who_does(question.asked) or pays_more(question.asked) or needs_degree(question.asked):
        return True
    if question.kind == "comparison" and contrasts(question.asked):
        return True
    of_one = len(question.roles) == 1 and not _WHICH.match(request(question.asked, with_pointed=False))
    brief = len(_SENTENCES.split(question.asked.strip())) == 1 or _IN_FIGURES.search(question.asked) is not None
    return (of_one or brief) and plain(question.asked, question.bare)


def of_stranger(question: Question) -> bool:
    """Whether the pay of a role is asked that is none of those known ("solutions architect total comp, I want to
    compare")."""
    alone = bool(question.others) and not question.roles
    return alone and "pay" in question.measures and not patterns.ADVICE.search(question.asked)


def amounts(context: Context) -> Kind | None:
    """What a question is whose words name what is stated of named roles, the nearest known questions being answered by
    that alone: "I am a recruiter and need a table of mid-level pay: TAM, ML engineer." None where it may be more."""
    question = context.question
    near = [n for n in context.answers[:NEIGHBOURS] if n.cosine >= ALIKE]
    if question.hinted or not question.roles or question.follows or question.kind == "transition" or len(near) < 2:
        return None
    asked = question.asked
    if patterns.ADVICE.search(asked) or patterns.WHOM.search(asked) or asks("chooses").search(_NEEDS.sub(" ", asked)):
        return None
    specific, last = {*question.measures} & FIGURES, request(asked)
    if patterns.CHOICE_OF.search(last) and not FIGURES & {*measures_asked(last)}:
        return None  # "I need a predictable paycheck. AI SE or ML engineer?"
    told = [{m for unit in n.units for m in context.statements.units[unit].measures} for n in near]
    if not all(measures & specific and "choose" not in measures for measures in told):
        return None
    return "comparison" if len(question.roles) > 1 else "fact"


def of_fact(asked: str) -> bool:
    """Whether the last question, or the last sentence where none is marked as one, asks for a figure or a stated thing,
    and for no choice."""
    if _RATIO.search(asked) or asks("expects").search(asked):
        return True
    sentences = _SENTENCES.split(asked.strip())
    last = {*[s for s in sentences if s.rstrip().endswith("?")][-1:], *sentences[-1:]}
    return any(asks("counted").search(s) and not asks("chooses").search(s) for s in last)


def of_source(bare: str) -> bool:
    return patterns.WHERE_FROM.search(bare) is not None and len(bare.split()) < SHORT + 1


def of_status(asked: str) -> bool:
    """Whether it is asked what others think of a role, and not which to choose."""
    return bool(patterns.STATUS.search(asked)) and not (
        patterns.ADVICE.search(asked) or patterns.CHOICE_OF.search(asked)
    )
