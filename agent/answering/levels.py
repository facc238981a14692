"""How many years of experience make a level: as the articles' own tables of pay label it."""

from __future__ import annotations

import re

from agent.answering.claims import Claim, Draft, Frame, Piece, bullets, paragraph
from agent.answering.context import Context, lower_first
from agent.answering.pay import experience_of, pay_figures, unit_of
from agent.answering.pay_words import told_apart
from corpus.figures import Figure

_YEARS = re.compile(
    r"\b(?:how many|what|which|number of|amount of) (?:\w+ ){0,2}?years\b|\byears of experience\b|\bin years\b"
    r"|\bhow (?:much|many years of) (?:work |working |job )?experience\b|\bhow experienced\b",
    re.I,
)
_MAKES = re.compile(
    r"\b(?:counts?|counted|makes?|means?|considered|calls?|called|qualif\w+|regarded|seen as|label\w*|defin\w+|cut)\b"
    r"|\bdraws?\b|\b(?:does|do|must|should|would) (?:an? |the |most )?[\w\s-]{3,40}\b(?:have|need|bring)\b"
    r"|\b(?:at|from|with) how many\b|\bstands? for\b|\bexperience (?:is|are|for)\b",
    re.I,
)
_TO_COME = re.compile(
    r"\b(?:until|till|before|(?:after|within|in) (?:\w+ ){0,2}how many"
    r"|to (?:become|get|reach|make|be promoted)|promot\w*|it takes?|take to)\b",
    re.I,
)
_PAID = re.compile(
    r"\b(?:earn\w*|paid|pays?(?! (?:tables?|rows?|bands?|grids?))|get paid|salary for|worth|make with)\b", re.I
)


def years_of_level(context: Context) -> Draft | None:
    """Each article's years for the level asked about, of the roles asked about or of all; None where none is asked."""
    question = context.question
    asked = question.asked
    if (
        not question.facets.level
        or question.experience is not None
        or not (_YEARS.search(asked) and _MAKES.search(asked))
    ):
        return None
    if _TO_COME.search(asked) or _PAID.search(asked) or question.kind == "advice" or question.origin:
        return None
    rows: dict[tuple[str, str], Figure] = {}
    for role in question.roles or tuple(dict.fromkeys(f.role for f in context.statements.figures if f.role)):
        for figure in pay_figures(context, role):
            years = experience_of(figure)
            if years and set(question.facets.level) & set(figure.level):
                rows.setdefault((figure.article, years.text), figure)
    lines = [line for figure in rows.values() if (line := _line(context, figure))]
    if not lines:
        return None
    apart = len({years for _, years in rows}) > 1
    lead = [paragraph(Frame("The articles draw this level differently:"))] if apart else []
    return Draft((*lead, bullets(*lines)), "conflict" if apart else "fact")


def _line(context: Context, figure: Figure) -> tuple[Piece, ...] | None:
    unit = unit_of(context, figure)
    if unit is None:
        return None
    label = lower_first(figure.label.split(" · ")[-1])
    return Frame(f"{told_apart(context, figure.article)}:"), Claim(f"{label}.", (unit,))
