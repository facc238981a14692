"""What a role does not do, need or own, and which roles do not: answered with what is denied of them."""

from __future__ import annotations

import re
from functools import partial

from agent.answering import patterns
from agent.answering.asking.kind import GENERAL
from agent.answering.claims import Draft
from agent.answering.context import Context
from agent.answering.direct import laid_out
from agent.answering.question import Question
from corpus.units import Unit

MOST = 4  # statements of one role
MEANT = 0.35  # cosine of a statement that has to do with what is asked
CODE = frozenset({"tools", "coding"})  # what software one writes, and with what
_BROAD = {"choose", "reason", "duties", "skills"}  # what is denied is seldom listed as one of these
_ASIDE = {"hiring-bar", "premium", "transition"}  # statements that say something else by the way
_NOT = r"(?: not\b|n['’]?t\b)"
_VERB = r"(?:do|does|is|are|need|needs|should|must|has|have|can|will|would)"
_ASKED = re.compile(
    r"(?:^\W*|[.,:;!?]\s|\b(?:and|so|but|hey|ok|also|then|tell me)\s)(?:(?:at|in|of|for|to|from|with)\s)?"
    r"(?:what|which|who|whom)\b(?! (?:not|if)\b)(?:(?!\b(?:that|who)\b)[^?.!,]){0,40}?"
    rf"(?:\b{_VERB}{_NOT}|\bcan(?:no|['’])t\b|\bnever\b|\bnot (?:part|have|need|do|to)\b)",
    re.I,
)
_AND_WHAT = re.compile(  # "what may it leave out, and what must never fail?"
    rf"\bwhat (?:can|may|could|must|should|do|does)\b(?! ?n)[^?]*\band what\b"
    rf"|\b{_VERB}{_NOT}[^?]*\band what (?:can|may|does|do|must)\b(?! (?:not|never))",
    re.I,
)
_OTHERWISE = re.compile(
    r"\b(?:not (?:only|just|merely)|whether or not|if not|why not|do(?:es)?n['’]t (?:i|you|they) (?:have|think)"
    r"|not (?:clear|sure))\b",
    re.I,
)
_DENIES = re.compile(
    rf"(?<!who )(?<!that )\b{_VERB}{_NOT}(?! (?:only|just|merely)\b)"
    r"|\b(?:rarely|never|seldom|hardly|cannot|rare|minimal)\b"
    r"|\bno (?:hands-on|production|direct|need)|\bclose to zero\b",
    re.I,
)


def asks_denied(question: Question) -> bool:
    """Whether it is asked what is not so of a role, or of which role something is not so."""
    if question.kind not in ("fact", "list") or _OTHERWISE.search(question.asked):
        return False
    if patterns.PERCENT.search(question.asked) or patterns.HOW_MANY.search(question.asked):
        return False
    if _AND_WHAT.search(question.asked):
        return False
    return _ASKED.search(question.asked) is not None and bool(question.roles or _specific(question))


def _subject(context: Context, unit: Unit) -> str:
    """The role of which a statement denies something: the last that it names before, or the one it is about."""
    denial = _DENIES.search(unit.text)
    if denial is None:
        return ""
    before = [m.role for m in context.roles.find(unit.text) if m.span.end <= denial.start()]
    about = unit.about()
    if (len(about) > 1 and "rare" in denial[0]) or denial[0].lower() == "seldom":
        return ""  # rarer than of the other, and not denied
    return before[-1] if before else about[0] if len(about) == 1 else ""


def _specific(question: Question) -> set[str]:
    return set(question.measures) - GENERAL - _BROAD


def negated(context: Context) -> Draft | None:
    """What is denied of the roles asked about, or of each of all roles on what is asked; None where nothing is."""
    question = context.question
    if not asks_denied(question):
        return None
    measures = _specific(question)
    if measures & CODE:
        measures |= CODE
    told = _denied(context, measures, MEANT)
    return Draft(laid_out(context, told[:MOST]), "list" if len(told) > 1 else "fact") if told else None


def _denied(context: Context, measures: set[str], meant: float) -> list[Unit]:
    """The statements, best first, that deny of the roles what has to do with the question."""
    question = context.question
    told: list[Unit] = []
    for scored in context.ranked:
        unit, role = scored.unit, _subject(context, scored.unit)
        if not role or scored.meaning < meant or (measures and not measures & unit.measures):
            continue
        if _ASIDE & (unit.measures - set(question.measures)):
            continue
        if role in question.roles or (not question.roles and role not in map(partial(_subject, context), told)):
            told.append(unit)
    return told
