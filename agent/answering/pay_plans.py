"""The plans for questions on pay: in words where a sentence tells it better, else by figures."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.answering import patterns
from agent.answering.claims import Block, Draft, bullets, paragraph
from agent.answering.comparing.aspects import beside_pay
from agent.answering.context import Context, stated
from agent.answering.direct import direct
from agent.answering.dispute import is_dispute
from agent.answering.gate import counts
from agent.answering.pay import PAY, implied
from agent.answering.pay_one import one_role
from agent.answering.pay_sides import several_roles
from agent.answering.pay_slices import in_parts
from agent.answering.pay_told import sentences
from agent.answering.question import Question

FEW = 3  # roles from which words that leave one of them out are no answer
_OF_SOURCES = re.compile(  # "the figures of every source": amounts, and not where they come from
    r"\b(?:every|each|all|both|any|your|per|by|from|different|several|two)(?: of)?(?: the| your| these)?"
    r" (?:\w+ )?sources?\b",
    re.I,
)
_SHARE = re.compile(
    r"percent|%|share of|what (?:share|slice|stake|fraction|portion)|how (?:fat|big|large|thick)"
    r" (?:an?|is (?:the|your|my|an?)) (?:slice|stake|share|piece)",
    re.I,
)


def pay_in_words(context: Context) -> Draft | None:
    """What a sentence says of pay where it answers better than figures."""
    if not of_pay(context.question) or not _said(context) or is_dispute(context):
        return None
    made = direct(context)
    return made if made and (len(context.question.roles) < FEW or set(context.question.roles) <= _about(made)) else None


def in_figures(context: Context) -> Draft | None:
    question = context.question
    if not of_pay(question) or not question.roles:
        return None
    if slices := in_parts(context):
        return Draft((bullets(*sentences(context, slices)),), "fact")
    if len(question.roles) >= 2:
        return _with_share(context, _with_rest(context, several_roles(context)))
    disputing = is_dispute(context)
    return one_role(context, question.roles[0], disputing) if disputing or not _asks_why(question) else None


def _with_rest(context: Context, draft: Draft | None) -> Draft | None:
    """`draft` with the figures of each asked role that has none beside the others'."""
    asked = context.question.roles
    told = _about(draft) if draft else set()
    if draft is None or len(asked) < FEW or set(asked) <= told:
        return draft
    rest: list[Block] = []
    for role in (r for r in asked if r not in told):
        alone = one_role(replace(context, question=replace(context.question, roles=(role,), kind="fact")), role)
        rest += alone.blocks if alone else ()
    return replace(draft, blocks=(*draft.blocks, *rest))


def _with_share(context: Context, draft: Draft | None) -> Draft | None:
    """`draft` behind the share of the company that is granted, where that was asked for beside amounts."""
    first = context.ranked[0].unit
    told = "equity" in first.measures and any(q.unit == "%" for q in first.numbers)
    if draft is None or not (told and "equity" in context.question.measures and _SHARE.search(context.question.asked)):
        return draft
    return replace(draft, blocks=(paragraph(stated(context, first)), *draft.blocks))


def of_pay(question: Question) -> bool:
    """Whether an amount of pay is asked for: no number of something else, no variable part, no share of equity."""
    if not (implied(question) or set(question.measures) & set(PAY)):
        return False
    if "variable" in question.measures or counts(question):
        return False
    if set(question.facets.basis) & {"base", "total"}:
        return True
    return not ("equity" in question.measures and _SHARE.search(question.text if question.follows else question.asked))


def _said(context: Context) -> bool:
    """Whether a sentence answers better than figures do: its wording asks for no amount, or it leads them clearly."""
    if context.question.facets.basis and len(context.question.roles) > 1 and beside_pay(context):
        return False  # a row of pay, and one of the other thing
    if patterns.NOT_AMOUNT.search(_OF_SOURCES.sub(" ", context.question.asked)):
        return True
    if "premium" in context.question.measures and len(context.question.roles) > 1:
        return False  # who earns more is told by the figures
    if (context.question.facets.basis or context.question.follows) and context.question.facets.level:
        return False  # an amount was asked for in so many words, or before
    first = context.ranked[0]
    cell = next((s.score for s in context.ranked if s.unit.kind == "cell" and "pay" in s.unit.measures), 0.0)
    told = {"variable", "reason"} & first.unit.measures or not first.unit.numbers
    return first.unit.kind != "cell" and bool(told) and first.score > cell + 0.3


def _asks_why(question: Question) -> bool:
    """Why pay is as it is; why the articles' figures differ is answered by the figures and their bases."""
    return "reason" in question.measures and not patterns.DISAGREE.search(question.asked)


def _about(draft: Draft) -> set[str]:
    """The roles that are spoken of."""
    return {role for claim in draft.claims() for unit in claim.units for role in unit.about()}
