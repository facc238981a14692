"""Whether a question is about sources or figures that differ, or are said to."""

from __future__ import annotations

import re

from agent.answering.context import Context
from agent.answering.disputing.quoted import quantities
from agent.answering.disputing.sources import named
from agent.answering.disputing.verdict import AGREE, DIFFER

_TEXTS = re.compile(
    r"\b(articles?|texts|sources?|guides?|publishers?|write-?ups?|blogs?|posts|statements|claims|pages?)\b", re.I
)
_CLAIMS = re.compile(
    r"\bwhich (?:(?:one|figure|number|article|source|guide|of (?:them|these|the two)) )?"
    r"(?:is|should i believe|do i (?:believe|trust)|to believe) ?(?:it|right|correct|true|accurate)?\b"
    r"(?! (?:for|role|one for))"
    r"|\bwho(?:['’]s| is) (?:right|correct)\b|\bcan['’]?t both\b|\belsewhere\b|\bhere\b.{1,40}\bthere\b"
    r"|\b(?:one|another|others?) (?:\w+ )?(?:says?|gives?|puts?|claims?|has|quotes?)\b"
    r"|\b(?:i|we)(?:['’]ve| have)? (?:seen|read|heard|found|find|come across|came across|saw)\b"
    r"|\b(?:someone|somebody|people|some|a friend|they) (?:say|says|said|claims?|told)\b",
    re.I,
)
_IS_THAT = re.compile(
    r"\bis (?:that|this|it) (?:for |about |of |the )|\bwhich (?:role|job|of them) (?:is|does|gets|has)\b", re.I
)
_TRUST = re.compile(r"\bshould (?:i|we) (?:believe|trust)\b|\bto (?:believe|trust)\b", re.I)
_ACROSS = re.compile(r"\b(?:different|various|both|all|each|two|other|across|between|do|does|most|every)\b", re.I)
_FIGURES = re.compile(
    r"\b(?:figures?|numbers?|ranges?|bands?|amounts?|estimates?|salar(?:y|ies)|pay|comp|rates?|percentages?"
    r"|shares?)\b",
    re.I,
)
_SEVERAL = re.compile(
    r"\b(?:more than one|several|various|two|three|multiple|different|conflicting|competing) (?:[\w-]+ ){0,3}"
    r"(?:figures?|numbers|ranges?|bands?|amounts?|estimates?|salaries|rates|values|shares)\b"
    r"|\ban? (?:\w+ )?(?:high|low|big|small)\w* (?:\w+ )?and an? (?:\w+ )?(?:high|low|big|small)\w*\b"
    r"|\b(?:one|another) .{0,40}\b(?:much|far|way|twice|half|lower|higher) .{0,20}\b(?:another|other|one)\b",
    re.I,
)
_ACCORD = re.compile(r"\b(?:disagreements?|agreement|contradictions?|conflicts?|consensus|undisputed|disputed)\b", re.I)
_BOTH_HEARD = re.compile(
    r"\b(?:i|we)(?:['’]ve| have| keep)? (?:hear\w*|read\w*|find\w*|found|seen?|seeing|told)"
    r" (?:both|either|opposite|contradict\w*)\b"
    r"|\b(?:confirm|corroborat|back)\w* (?:\w+ ){0,3}(?:else|elsewhere|others?)\b",
    re.I,
)
_AT_ODDS = re.compile(
    rf"(?:{_TEXTS.pattern}|\b(?:descriptions?|accounts|comparisons?|explanations?|answers|definitions)\b).{{0,40}}"
    r"\b(?:clash\w*|split|divided|contradict\w*|at odds|(?:two|several|very|quite)? ?different)\b"
    r"|\b(?:i|we)(?:['’]ve| have| keep)? (?:find|found|get|got|getting|see|seen|read|hear|heard)\b.{0,20}"
    r"\b(?:two|several|different|mixed|conflicting|opposite)\s(?:\w+\s)?(?:lists?|versions?|answers?|stories|accounts"
    r"|descriptions?|pictures?|explanations?|messages|views|definitions?|statements|claims)\b"
    r"|\b(?:some|one|half)\b[^.?!]{0,20}\b(?:says?|lists?|gives?|claims?|states?|has|puts?|describes?)\b[^.?!]{1,60}"
    r"[,;] ?(?:and |but |while )?(?:some|others?|another|the others?|half)\b"
    r"|\b(?:seen|read|heard|found|told)\b [^?.!]{1,60}\b(?:and|but) (?:also|elsewhere|then again)\b",
    re.I,
)
_IS_TRUE = re.compile(r"\b(?:true|right|correct|really|accurate|can that be)\b[^?.]*\?", re.I)
_EACH_SAYS = re.compile(
    rf"\b(?:every|each|all|both|any other|another)\b (?:of )?(?:the |your |these |those )?{_TEXTS.pattern}.{{0,12}}"
    r"\b(?:say|state|claim|put|give|hold|think|confirm|tell|report|mention)\w*"
    r"|\baccording to (?:each|every|both|all)\b",
    re.I,
)
_OF_TEXTS = re.compile(
    rf"{_TEXTS.pattern}.{{0,40}}(?:{AGREE.pattern}|{DIFFER.pattern})|(?:{AGREE.pattern}|{DIFFER.pattern}).{{0,40}}"
    rf"{_TEXTS.pattern}|\bdepends? on (?:the|which|what|who) (?:{_TEXTS.pattern}|you (?:ask|read))",
    re.I,
)
_SETS_AGAINST = re.compile(
    r"\b(or|vs\.?|versus|why|which|explain|another|also|difference|apart|right|true|other|here|against|while"
    r"|(?:sort|clear) (?:this|it|that|them) (?:out|up)|make sense of|reconcile)\b|[?–-]\s*$",
    re.I,
)


def is_dispute(context: Context) -> bool:
    """Whether it is asked if, how or why sources or figures differ; of two roles only where texts are spoken of."""
    question, text = context.question, context.question.asked
    several_roles = len(question.roles) > 1
    asks_why = several_roles and "reason" in question.measures
    if (
        not asks_why
        and _TEXTS.search(text)
        and (
            _OF_TEXTS.search(text)
            or _EACH_SAYS.search(text)
            or (not several_roles and _says(text))
            or _TRUST.search(text)
        )
    ):
        return True
    if len({context.publisher(a) for a in named(question, context.articles)}) > 1:
        return True
    if question.roles and _AT_ODDS.search(text):
        return True
    if not several_roles and (figures_differ(text) or _ACCORD.search(text)):
        return True
    if question.roles and (is_one_true(text) or _BOTH_HEARD.search(text)):
        return True
    several = [q for q in quantities(text) if q.unit not in ("week", "month")]
    if len(several) == 1 and len(question.roles) > 1 and _IS_THAT.search(text):
        return True
    if _CLAIMS.search(text) and (
        len(several) > 1 or (len(question.roles) < 2 and question.kind != "advice" and _about_claims(text))
    ):
        return True
    if question.kind in ("advice", "transition"):
        return False
    against = _SETS_AGAINST.search(text) or AGREE.search(text) or DIFFER.search(text)
    return len(several) > 1 and against is not None


def of_texts(text: str) -> bool:
    """Whether it is texts of which agreement, difference or trust is asked."""
    found = (
        _OF_TEXTS.search(text)
        or _AT_ODDS.search(text)
        or _EACH_SAYS.search(text)
        or (_TEXTS.search(text) and _TRUST.search(text))
    )
    return found is not None


def is_one_true(text: str) -> bool:
    """Whether it is asked if the one amount that is quoted holds."""
    amounts = [q for q in quantities(text) if q.unit in ("USD", "INR")]
    return len(amounts) == 1 and len(quantities(text)) == 1 and _IS_TRUE.search(text) is not None


def figures_differ(text: str) -> bool:
    """Whether it is figures that are said to differ, or to be more than one."""
    compared = DIFFER.search(text) or AGREE.search(text)
    return bool(_SEVERAL.search(text) or (_FIGURES.search(text) and compared))


def _says(text: str) -> bool:
    return bool(_ACROSS.search(text) and re.search(r"\b(say|says|put|give|according)\b", text, re.I))


def _about_claims(text: str) -> bool:
    return bool(quantities(text) or DIFFER.search(text) or AGREE.search(text) or re.search(r"\b(one|another)\b", text))
