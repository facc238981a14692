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
from agent.answering.advising.stated import SHORT, amounts, of_fact, of_source, of_status, of_stranger, states
from agent.answering.context import Context
from agent.answering.pay_one import asks_amount

ENOUGH = 0.3  # summed strength of the wishes heard, where a choice is asked
PLAIN = 0.8  # the same, where nothing is asked
TOLD = 5  # words of a sentence that tells something
LEAST = 0.15  # strength of a likeness that counts
NEAR = 0.75  # likeness to a known question from which a curt one is that one
SAME = 0.85  # likeness to a known question from which a question of one sentence is that one
_EXPLAIN = re.compile(
    r"\b(?:explain|why|how (?:so|come)|which (?:two|three|four)|what|meaning|numbers|figures)\b", re.I
)
_ASKS = re.compile(  # "… some stat about it. what was the number"
    r"^\W*(?:(?:so|and|but) )?(?:what|which|who|where|when|why|how)(?:['’]s"
    r"| (?:is|are|was|were|do|does|did|would|can|could|many|much|long))\b",
    re.I,
)
_SENTENCES = re.compile(r"(?<=[.!?;])\s+")


def recognised(context: Context, hear: Callable[[], Hearing]) -> Context:
    """`context` with its question as one for advice where it seeks some, and as `told` where wishes are heard."""
    question = context.question
    if _of_title(context):
        told = True
    elif (kind := amounts(context)) is not None:
        return context if kind == question.kind else replace(context, question=replace(question, kind=kind))
    elif of_source(question.bare) or of_status(question.asked):
        return replace(context, question=replace(question, kind="fact")) if question.kind == "advice" else context
    elif question.kind == "advice" and (of_fact(question.asked) or of_stranger(question)):
        return replace(context, question=replace(question, kind="fact"))
    elif question.kind == "advice":
        told = not asks_amount(question) and _strength(hear()) >= ENOUGH
    elif states(context) or not (told := _seeks(context, hear)):
        return context
    return replace(context, question=replace(question, kind="advice", origin="", goal="", told=told))


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
    asked = [s for s in sentences if s.rstrip().endswith("?") or _ASKS.match(s)] or [""]
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
