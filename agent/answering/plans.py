"""The plans by which an answer is composed, tried in order; the first that makes one is taken.

What the articles are said to differ on comes first, then a move, advice, pay, a comparison; and what the known
questions and the ranking speak for answers the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from agent.answering import patterns
from agent.answering.advice import advice
from agent.answering.claims import Draft
from agent.answering.context import Context
from agent.answering.direct import ALIKE, CERTAIN, direct, known, laid_out
from agent.answering.dispute import disputed, is_dispute, resembling
from agent.answering.fact import fact, listing
from agent.answering.fits import fits
from agent.answering.levels import years_of_level
from agent.answering.move import towards, transition
from agent.answering.negated import negated
from agent.answering.pay_one import asks_amount
from agent.answering.pay_plans import in_figures, of_pay, pay_in_words
from agent.answering.plan_compared import compared
from agent.answering.sourced import sourced

Plan = Callable[[Context], Draft | None]
SURE = 0.7  # cosine of a known question that is answered rather than by what the articles say of a move
_ASKS_WHY = re.compile(r"\b(?:why|how come|how can (?:that|this|it) be|reasons?)\b", re.I)
_TO_LEARN = re.compile(  # "should I spend my evenings learning to …?": no role is chosen
    r"\b(?:should|must|do|need|worth|shall)\b[^?.]{0,40}\b(?:learn|study|practi[sc]e|master|brush up)(?:ing)?\b", re.I
)
_WITH_SOURCE = re.compile(  # "both numbers with where they are from"
    r"\b(?:numbers?|figures?|percentages?|ranges?|bands?|values)\b[^.?!]{0,15}(?:\bwith\b|\band\b|\bplus\b|,)", re.I
)
FEW = 3  # nearest known questions among which one is answered by a share
_RUNGS = frozenset({"ladder", "exits"})


def compose(context: Context) -> Draft | None:
    """The draft of the first plan that makes one with something in it."""
    made = (draft for plan in PLANS if (draft := plan(context)))
    return next((draft for draft in made if draft.blocks), None)


def _dispute(context: Context) -> Draft | None:
    return disputed(context) if is_dispute(context) else resembling(context)


def _move(context: Context) -> Draft | None:
    if context.question.kind != "transition":
        return None
    return transition(context) or direct(context) or towards(context)


def _advice(context: Context) -> Draft | None:
    question = context.question
    if question.kind != "advice" or is_dispute(context) or (asks_amount(question) and not question.told):
        return None
    first = question.told or patterns.FIRST_PERSON.search(question.text)
    if len(question.roles) > 1 and of_pay(question) and not first:
        return None  # what each of several roles is paid, and no advice
    rungs = set(question.measures) and set(question.measures) <= _RUNGS  # where a role leads to, and no choice
    if len(question.roles) == 1 and rungs and (told := direct(context, SURE)):
        return told
    if len(question.roles) == 1 and _TO_LEARN.search(question.asked) and (told := direct(context, SURE)):
        return told
    return advice(context) or direct(context) or fact(context)


def _why(context: Context) -> Draft | None:
    """Why something just told of several roles is so: the reason that is known, and no table of it."""
    question = context.question
    if "reason" not in question.measures or not question.follows or len(question.roles) < 2 or of_pay(question):
        return None
    for place, near in enumerate(context.answers):
        told = [context.statements.units[i] for i in near.units]
        same = not place and _ASKS_WHY.search(near.question)
        units = told if same else [u for u in told if "reason" in u.measures]
        if units and near.cosine >= ALIKE:
            return Draft(laid_out(context, units), "fact")
    return None


def _source(context: Context) -> Draft | None:
    """Where a table's figures come from, by its own column of sources."""
    question = context.question
    if question.kind not in ("fact", "list", "comparison") or not patterns.WHERE_FROM.search(question.asked):
        return None
    if len(question.roles) > 1 and _WITH_SOURCE.search(question.asked):
        return None  # each figure is told with who gives it
    if known(context):
        return direct(context) if of_pay(question) else None  # the source, and no amount
    return sourced(context)


def _denied(context: Context) -> Draft | None:
    """What is denied of a role that is only described."""
    return negated(context) if context.question.hinted else None


def _described(context: Context) -> Draft | None:
    """What is known to answer a question of roles that are only described: they may be others than was read."""
    question = context.question
    if not question.hinted or question.kind == "advice":
        return None
    least = SURE if question.origin and question.goal else ALIKE
    return direct(context) if known(context, least) else None


def _share(context: Context) -> Draft | None:
    """A share of the people, whatever they are paid."""
    asked = context.question.asked
    if not (patterns.PERCENT.search(asked) and patterns.OF_POOL.search(asked)):
        return None
    for near in context.answers[:FEW]:
        units = [context.statements.units[i] for i in near.units]
        if near.cosine >= ALIKE and any(q.unit == "%" for u in units for q in u.numbers) and fits(context, units):
            return Draft(laid_out(context, units), "fact")
    return None


def _known(context: Context) -> Draft | None:
    """What is known to answer almost these words, whatever else they make one think of."""
    question = context.question
    if question.kind not in ("fact", "list") or question.follows or of_pay(question):
        return None  # an amount of pay is told by the figures of all articles
    return direct(context) if known(context, CERTAIN) else None


def _ranked(context: Context) -> Draft | None:
    """The best of the ranking, where no known question is near."""
    question = context.question
    why = "reason" in question.measures and (len(question.roles) < 2 or of_pay(question))
    return listing(context) if question.kind == "list" or why else fact(context)


PLANS: tuple[Plan, ...] = (
    years_of_level,
    _denied,
    _described,
    _dispute,
    _why,
    _source,
    _move,
    _advice,
    _known,
    _share,
    negated,
    pay_in_words,
    in_figures,
    compared,
    direct,
    _ranked,
)
