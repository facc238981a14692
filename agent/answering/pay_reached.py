"""Pay against an amount: "Can a TAM make over $200K?", and what basis a quoted amount has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.answering.claims import Claim, Draft, Frame, paragraph
from agent.answering.context import Context
from agent.answering.disputing.quoted import looked_up, quantities
from agent.answering.pay_told import sentences
from agent.answering.pay_words import BASES, phrase
from agent.answering.question import Question
from corpus.figures import CURRENCIES, Figure
from corpus.quantities import find

_COMPARED = re.compile(
    r"\b(?:(?P<up>more than|over|above|beyond|at least|exceed\w*|clear(?:s|ed)?|reach\w*|top(?:s|ped)?|hit|past"
    r"|north of|as much as)|less than|under|below|south of)\b",
    re.I,
)


def of_basis(context: Context) -> Draft | None:
    """The answer to "is the $188K for MLEs base pay?": what basis the article gives for the amount."""
    question = context.question
    asked = [b for b in question.facets.basis if b in ("base", "total")]
    if not question.yes_no or not asked or len(quantities(question.asked)) != 1 or threshold(question):
        return None
    found = looked_up(context).found
    figure = found[0].figure if found else None
    if figure is None:
        return None
    if not figure.basis:
        answer = "The article does not say whether it is base or total."
    elif len(asked) > 1:
        answer = f"It is {BASES[figure.basis]}."
    else:
        answer = f"{'Yes' if figure.basis == asked[0] else 'No'}, it is {BASES[figure.basis]}."
    said = Frame(answer)
    return Draft((paragraph(said, Claim(phrase(context, figure, found[0].unit), (found[0].unit,))),), "fact")


def threshold(question: Question) -> tuple[float, bool, str] | None:
    """(amount, whether more than it is asked, currency) of "Can a TAM make over $200K?"; None for other questions."""
    match = _COMPARED.search(question.asked)
    amounts = [q for q in find(question.asked) if q.unit in CURRENCIES and q.low == q.high]
    return (
        (amounts[0].low, bool(match["up"]), amounts[0].unit)
        if match and question.yes_no and len(amounts) == 1
        else None
    )


def reached(context: Context, figures: Sequence[Figure], amount: tuple[float, bool, str]) -> Draft:
    """Yes with the figures that reach the amount; no with the nearest that is stated."""
    limit, above, _ = amount
    mine = [f for f in figures if f.from_table] or list(figures)
    fits = [f for f in mine if ((f.high > limit or (f.open and f.high >= limit)) if above else f.low < limit)]
    if fits:
        low = min(fits, key=lambda f: f.high) if above else max(fits, key=lambda f: f.low)
        chosen = list(dict.fromkeys([low, max(fits, key=lambda f: f.high)])) if above else [low]
        return Draft((paragraph(Frame("Yes, by what the articles give."), *sentences(context, chosen)),), "fact")
    nearest = max(mine, key=lambda f: f.high) if above else min(mine, key=lambda f: f.low)
    extreme = "the highest" if above else "the lowest"
    said = Frame(f"Not by what the articles give; {extreme} that they state is this.")
    return Draft((paragraph(said, *sentences(context, [nearest])),), "fact")


def stands(context: Context, figures: Sequence[Figure]) -> bool:
    """Whether it is asked if an amount is so, and it is the one figure that fits the question."""
    asked = quantities(context.question.asked)
    one = len(asked) == 1 and len(figures) == 1 and context.question.yes_no
    return one and (asked[0].low, asked[0].high) == (figures[0].low, figures[0].high)
