"""What the articles do not cover: found out before anything is composed, and said with what comes closest."""

from __future__ import annotations

from collections.abc import Callable

from agent.answering import patterns
from agent.answering.claims import Draft
from agent.answering.context import Context
from agent.answering.direct import foreseen, known
from agent.answering.gating.abstain import abstain, nothing
from agent.answering.gating.counted import counts, not_counted
from agent.answering.gating.covered import aside, far, not_measured, not_of_employer, off_topic
from agent.answering.gating.money import employers_apart, no_figure, no_lowest, no_rank, no_variable, other_period
from agent.answering.gating.moves import no_time, unknown_origin
from agent.answering.gating.names import names_asked, unknown_person, unknown_tool
from agent.answering.gating.places import unknown_place, unknown_title
from agent.answering.gating.shares import no_growth, no_percentage, no_share
from agent.answering.gating.unstated import unstated
from agent.answering.gating.years import other_year
from agent.answering.pay import PAY
from agent.answering.pay_one import asks_amount
from agent.answering.pay_slices import in_parts

__all__ = ["counts", "missing"]

Check = Callable[[Context], str]  # a sentence that names what is missing, "" where nothing is
_OF_PAY: tuple[Check, ...] = (employers_apart, no_rank, no_variable, no_figure, other_period)
_OF_ALL: tuple[Check, ...] = (
    unknown_person,
    unknown_tool,
    no_percentage,
    no_growth,
    not_counted,
    no_time,
    not_of_employer,
    not_measured,
)


def missing(context: Context) -> Draft | None:
    """An abstention that names what is missing and the nearest that is stated; None where an answer is possible."""
    question = context.question
    pay = (
        bool(set(question.measures) & set(PAY)) and not counts(question) and not patterns.OF_POOL.search(question.asked)
    )
    told = question.kind == "advice"  # a situation: what else it mentions is not what is asked about
    if question.others and (gone := unknown_origin(context) or ("" if told else unknown_title(context, pay))):
        return abstain(context, gone, pay=pay and bool(question.roles), nearest=bool(question.roles))
    if line := unknown_place(context, pay):
        return abstain(context, line, pay=pay)
    if not context.ranked or patterns.IDLE.search(question.asked) or patterns.ORDER.search(question.asked):
        return abstain(context, nothing(context), pay=False)
    if not told and (line := unstated(context)):
        return abstain(context, line, pay=False)
    if not told and (line := other_year(context)):
        return abstain(context, line, pay=False, nearest=True)
    amount = not question.told and (not told or asks_amount(question))
    if line := no_share(context):
        return abstain(context, line, pay=False, nearest=True)
    if line := no_lowest(context):
        return abstain(context, line, pay=False)
    dated = pay and question.roles and amount and question.years
    if dated and (line := no_figure(context)):
        return abstain(context, line, pay=True)
    if foreseen(context):
        return None
    if pay and question.roles and amount and not in_parts(context) and (line := _first(context, _OF_PAY)):
        return abstain(context, line, pay=True)
    person = patterns.LEADER.search(question.asked) or (patterns.PERSON.search(question.asked) and not question.roles)
    if person and names_asked(context):
        return abstain(context, "The articles name no people: not who leads, owns or founded a company.", pay=False)
    if not told and (line := _first(context, _OF_ALL)):
        return abstain(context, line, pay=False, nearest=True)
    moves = question.kind == "transition" and question.origin and question.goal  # in whatever words it is told
    if told and aside(context):
        return abstain(context, nothing(context), pay=False)
    if not (question.told or moves) and (far(context) or (off_topic(context) and not known(context))):
        return abstain(context, nothing(context), pay=False)
    return None


def _first(context: Context, checks: tuple[Check, ...]) -> str:
    return next((line for check in checks if (line := check(context))), "")
