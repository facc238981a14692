"""Whether advice is sought though no word for it is used: a situation is told and a choice is asked, or nothing is."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.answering import patterns
from agent.answering.advising import words
from agent.answering.advising.heard import wishes
from agent.answering.advising.hours import share_of_code
from agent.answering.advising.sources import asks
from agent.answering.advising.wishes import Known
from agent.answering.context import Context

ENOUGH = 0.5  # summed strength of the wishes heard, where a choice is asked
PLAIN = 0.8  # the same, where nothing is asked
LEAST = 0.2  # strength of a likeness that counts
SAME = 0.85  # likeness to a known question from which a question of one sentence is that one
_SENTENCES = re.compile(r"(?<=[.!?;])\s+")


def recognised(context: Context, known: Known) -> Context:
    """`context` with its question as one for advice where it seeks some, and as `told` where wishes are heard."""
    question = context.question
    if question.kind == "advice":
        told = _said(context, known) >= ENOUGH
    else:
        told = _seeks(context, known)
        if not told:
            return context
    return replace(context, question=replace(question, kind="advice", origin="", goal="", told=told))


def _said(context: Context, known: Known) -> float:
    return sum(one.strength for one in wishes(context, known) if one.plain or one.strength >= LEAST)


def _seeks(context: Context, known: Known) -> bool:
    question = context.question
    sentences = [s for s in _SENTENCES.split(question.text.strip()) if s.strip()]
    if question.follows or not sentences:
        return False
    if share_of_code(question.text) is not None and asks("title").search(question.text):
        return True
    if question.kind == "transition":
        return _bare_choice(context, sentences)
    told = patterns.FIRST_PERSON.search(question.asked) or words.WE.search(question.asked) or len(sentences) > 1
    asked = [s for s in sentences if s.rstrip().endswith("?")] or [""]
    if not told or asks("specific").search(asked[-1]):
        return False
    if len(sentences) == 1 and context.answers and context.answers[0].cosine >= SAME:
        return False
    choice = asks("chooses").search(question.asked)
    if not choice and asked[-1]:
        return False
    return _said(context, known) >= (ENOUGH if choice else PLAIN)


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
