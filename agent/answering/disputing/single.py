"""Disputes about one role's one amount, or about the years that make one of its levels."""

from __future__ import annotations

import re

from agent.answering.claims import Draft, Frame, bullets, paragraph
from agent.answering.context import Context, with_article
from agent.answering.disputing.line import line
from agent.answering.disputing.quoted import looked_up, quantities
from agent.answering.disputing.stated import Stated
from agent.answering.disputing.verdict import quoted_verdict
from agent.answering.pay import PAY, experience_of, pay_figures
from agent.answering.pay_one import threshold
from agent.answering.pay_told import stated_all
from corpus.quantities import find

BY_THE_WAY = (
    "employers",
    "reason",
    "difference",
    "overlap",
    "definition",
    "choose",
    "origin",
    "transition",
    "variable",
)


def of_level(context: Context) -> Draft | None:
    """Where it is disputed how many years make a level: each article's row of the level, with its years."""
    question = context.question
    years = [q for q in find(question.asked) if q.unit == "year"]
    bare = not set(question.measures) - {*BY_THE_WAY, "ladder"} and re.search(r"\bat \w+\b", question.asked)
    if len(question.roles) != 1 or not question.facets.level or not (years or bare):
        return None
    if set(question.measures) & set(PAY) or len(quantities(question.asked)) > 1:
        return None
    found: dict[str, Stated] = {}
    for figure in pay_figures(context, question.roles[0]):
        if set(question.facets.level) & set(figure.level) and experience_of(figure):
            found.setdefault(figure.article, stated_all(context, [figure])[0])
    if len(found) < 2:
        return None
    lead = quoted_verdict(context, list(found.values()))
    return Draft((paragraph(Frame(lead)), bullets(*(line(context, s) for s in found.values()))), "conflict")


def one_amount(context: Context) -> Draft | None:
    """Whether the one amount that is quoted is stated of the role asked about, or of another; None for "over $200K"
    and for an amount that no article states."""
    question, found = context.question, looked_up(context).found
    if threshold(question) or not found or found[0].quantity is None:
        return None
    quoted, amount, role = quantities(question.asked)[0], found[0].quantity, found[0].role
    if role and role not in question.roles:
        asked = " or ".join(with_article(context.called(r)) for r in question.roles)
        said = f"No article states {amount.text} for {asked}; it is stated of {with_article(context.called(role))}."
    else:
        said = "Yes, it is stated." if quoted.key == amount.key else "It is one end of a stated band."
    return Draft((paragraph(Frame(said)), bullets(line(context, found[0]))), "conflict")
