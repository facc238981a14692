"""What the articles do not cover: found out before anything is composed, and said with what comes closest."""

from __future__ import annotations

from agent.answering import patterns
from agent.answering.claims import Draft
from agent.answering.context import Context
from agent.answering.direct import known
from agent.answering.gating.abstain import abstain, nothing
from agent.answering.gating.counted import counts, no_percentage, not_counted
from agent.answering.gating.covered import not_measured, off_topic
from agent.answering.gating.money import no_figure
from agent.answering.gating.places import unknown_place, unknown_title
from agent.answering.pay import PAY

__all__ = ["counts", "missing"]


def missing(context: Context) -> Draft | None:
    """An abstention that names what is missing and the nearest that is stated; None where an answer is possible."""
    question = context.question
    pay = bool(set(question.measures) & set(PAY)) and not counts(question)
    if question.others and (gone := unknown_title(context, pay)):
        return abstain(context, gone, pay=pay and bool(question.roles))
    if line := unknown_place(context, pay):
        return abstain(context, line, pay=pay)
    if pay and question.roles and (line := no_figure(context)):
        return abstain(context, line, pay=True)
    if patterns.IDLE.search(question.asked) or patterns.ORDER.search(question.asked):
        return abstain(context, nothing(context), pay=False)
    if patterns.PERSON.search(question.asked) and not question.roles:
        return abstain(context, "The articles name no people: not who leads, owns or founded a company.", pay=False)
    if no_percentage(context):
        return abstain(context, "The articles give no such percentage.", pay=False, nearest=True)
    if not context.ranked or (line := not_counted(context)) or (line := not_measured(context)):
        return abstain(context, line if context.ranked else nothing(context), pay=False, nearest=bool(context.ranked))
    if off_topic(context) and not known(context):
        return abstain(context, nothing(context), pay=False)
    return None
