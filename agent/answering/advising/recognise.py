"""Whether advice is sought though no word for it is used: a situation is told and a choice is asked, or nothing is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from agent.answering import patterns
from agent.answering.advising import words
from agent.answering.advising.heard import Hearing
from agent.answering.advising.hours import share_of_code
from agent.answering.advising.sources import asks
from agent.answering.asking.kind import contrasts, of_each, plain, who_does
from agent.answering.asking.request import request
from agent.answering.asking.shape import Kind
from agent.answering.context import Context
from agent.answering.pay_one import asks_amount
from corpus.facets import measures_asked

ENOUGH = 0.3  # summed strength of the wishes heard, where a choice is asked
PLAIN = 0.8  # the same, where nothing is asked
SHORT = 3  # words of a question after a situation that can but ask what to make of it ("Too early?")
TOLD = 5  # words of a sentence that tells something
LEAST = 0.15  # strength of a likeness that counts
NEAR = 0.75  # likeness to a known question from which a curt one is that one
SAME = 0.85  # likeness to a known question from which a question of one sentence is that one
_EXPLAIN = re.compile(
    r"\b(?:explain|why|how (?:so|come)|which (?:two|three|four)|what|meaning|numbers|figures)\b", re.I
)
_IN_FIGURES = re.compile(  # "numbers pls"
    r"[.?!,] (?:(?:just|only|with|in|exact|give me|and|the) )*(?:numbers|figures|percentages|stats)"
    r"(?: (?:please|pls|plz|only))*\W*$",
    re.I,
)
FIGURES = frozenset({"pay", "growth", "openings", "remote", "travel", "accounts"})  # measures told in numbers
NEIGHBOURS, ALIKE = 3, 0.6  # known questions that are looked at, and the likeness from which one counts
_NEEDS = re.compile(r"\b(?:i|we|and|client|boss)\b[^.?!]{0,20}\bneeds? (?:an?|the|both|all|some)\b", re.I)  # a table
_SENTENCES = re.compile(r"(?<=[.!?;])\s+")
_RATIO = re.compile(
    r"\bhow many\b[^?]*\b(?:per|for (?:each|every|one)|to (?:each|every|one)|should (?:i|we) have)\b", re.I
)


def recognised(context: Context, hear: Callable[[], Hearing]) -> Context:
    """`context` with its question as one for advice where it seeks some, and as `told` where wishes are heard."""
    question = context.question
    if _of_title(context):
        told = True
    elif (kind := _amounts(context)) is not None:
        return context if kind == question.kind else replace(context, question=replace(question, kind=kind))
    elif _of_source(question.bare) or _of_status(question.asked):
        return replace(context, question=replace(question, kind="fact")) if question.kind == "advice" else context
    elif question.kind == "advice" and _of_fact(question.asked):
        return replace(context, question=replace(question, kind="fact"))
    elif question.kind == "advice":
        told = not asks_amount(question) and _strength(hear()) >= ENOUGH
    elif _states(context) or not (told := _seeks(context, hear)):
        return context
    return replace(context, question=replace(question, kind="advice", origin="", goal="", told=told))


def _states(context: Context) -> bool:
    """Whether one sentence asks for what is stated of a role, or the same of several, though it tells who asks."""
    question = context.question
    if question.kind == "comparison" and of_each(question.asked, question.roles, question.measures):
        return True
    if question.roles and not question.hinted and _of_fact(question.asked):
        return True
    if who_does(question.asked) or (question.kind == "comparison" and contrasts(question.asked)):
        return True
    one = len(_SENTENCES.split(question.asked.strip())) == 1 or _IN_FIGURES.search(question.asked)
    return bool(one) and plain(question.asked, question.bare)


def _amounts(context: Context) -> Kind | None:
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


def _of_fact(asked: str) -> bool:
    """Whether the last question, or the last sentence where none is marked as one, asks for a figure or a stated thing,
    and for no choice."""
    if _RATIO.search(asked) or asks("expects").search(asked):
        return True
    sentences = _SENTENCES.split(asked.strip())
    last = [s for s in sentences if s.rstrip().endswith("?")][-1:] or sentences[-1:]
    return bool(last) and asks("counted").search(last[0]) is not None and not asks("chooses").search(last[0])


def _of_source(bare: str) -> bool:
    return patterns.WHERE_FROM.search(bare) is not None and len(bare.split()) < SHORT + 1


def _of_status(asked: str) -> bool:
    """Whether it is asked what others think of a role, and not which to choose."""
    return bool(patterns.STATUS.search(asked)) and not (
        patterns.ADVICE.search(asked) or patterns.CHOICE_OF.search(asked)
    )


def _of_title(context: Context) -> bool:
    text = context.question.text
    return asks("title").search(text) is not None and share_of_code(text) is not None


def _strength(hearing: Hearing) -> float:
    return sum(one.strength for one in hearing.wishes if one.plain or one.strength >= LEAST)


def _seeks(context: Context, hear: Callable[[], Hearing]) -> bool:
    question = context.question
    sentences = [s for s in _SENTENCES.split(question.text.strip()) if s.strip()]
    if question.follows or not sentences:
        return False
    asked = [s for s in sentences if s.rstrip().endswith("?")] or [""]
    said = asks("idle").sub(" ", question.asked)
    own = words.I.search(said) or words.WE.search(said) or words.COMPANY.search(said)
    known = context.answers[0].cosine if context.answers else 0.0
    short = len(asked) == 1 and 0 < len(asked[-1].split()) <= SHORT and not _EXPLAIN.search(asked[-1])
    curt = own and len(sentences) > 1 and short and known < NEAR
    choice = curt or asks("chooses").search(said)
    if question.kind == "transition":
        verdicts = choice and not question.origin and any(h.wish.answer and h.plain for h in hear().wishes)
        return bool(verdicts) or _bare_choice(context, sentences)
    others = any(not s.endswith("?") and len(s.split()) >= TOLD for s in sentences[:-1])
    if not (own or (others and not question.roles)) or asks("specific").search(asked[-1]):
        return False
    if (len(sentences) == 1 and known >= SAME) or (not choice and (asked[-1] or not own)):
        return False
    return _strength(hear()) >= (ENOUGH if choice else PLAIN)


def _bare_choice(context: Context, sentences: list[str]) -> bool:
    """ "I want to work from home. AI engineer or ML engineer?": no move from the one to the other."""
    *before, last = sentences
    return (
        bool(before)
        and len(context.roles.ids(last)) > 1
        and len(last.split()) < 12
        and not context.roles.ids(" ".join(before))
        and patterns.CHOICE_OF.search(last) is not None
    )
