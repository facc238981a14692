"""Pay of one role: a sentence or two, yes or no where an amount is asked about, a line for each of several articles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.answering.claims import Block, Claim, Draft, Frame, Piece, bullets, paragraph
from agent.answering.context import Context, with_article
from agent.answering.disputing.quoted import looked_up, quantities
from agent.answering.disputing.sources import named
from agent.answering.disputing.stated import stated_of
from agent.answering.disputing.verdict import pay_verdict
from agent.answering.pay import experience_of, pay_figures, unit_of, wanted
from agent.answering.pay_pick import beside, highest_elsewhere, of_kind, plainest, statistic
from agent.answering.pay_words import BASES, phrase, short, told_apart
from agent.answering.question import Question
from agent.answering.select import named_entities
from corpus.figures import CURRENCIES, Figure
from corpus.quantities import Quantity, find
from corpus.units import Unit

_COMPARED = re.compile(
    r"\b(?:(?P<up>more than|over|above|beyond|at least|exceed\w*|clear(?:s|ed)?|reach\w*|top(?:s|ped)?|hit|past"
    r"|north of|as much as)|less than|under|below|south of)\b",
    re.I,
)
_PERCENTILE = re.compile(r"\b(percentiles?|quartiles?|middle half|interquartile)\b", re.I)
_OTHERS = re.compile(r"\b(?:others?|rest|else|elsewhere)\b", re.I)
_EXPECTED = re.compile(
    r"\b(?:should|could|can) (?:i|we) (?:earn|make|expect|ask for|be (?:paid|earning|making|getting)|get paid)\b",
    re.I,
)


def one_role(context: Context, role: str, disputing: bool = False) -> Draft | None:
    """What the articles give for one role: a sentence or two, or a line per article where several speak of it."""
    if told := of_basis(context):
        return told
    want = wanted(context)
    figures = [
        f for f in pay_figures(context, role) if want.fits(f) and (want.basis or f.basis not in ("equity", "bonus"))
    ]
    sources = named(context.question, context.articles)
    figures = [f for f in figures if f.article in sources] or figures
    names = named_entities(context.question, context.statements)
    if not (disputing and _OTHERS.search(context.question.asked)):
        figures = [f for f in figures if beside(context, f, names)] or figures
    if _PERCENTILE.search(context.question.asked):
        figures = [f for f in figures if (u := unit_of(context, f)) and _PERCENTILE.search(u.text)] or figures
    figures = [f for f in figures if set(want.statistic) & set(statistic(context, f))] or figures
    if want.experience is not None:
        figures = [f for f in figures if experience_of(f)] or figures
    if not figures:
        return None
    if (amount := threshold(context.question)) is not None:
        return _reached(context, [f for f in figures if f.unit == amount[2]] or figures, amount)
    figures = plainest(context, figures, want)
    articles = list(dict.fromkeys(f.article for f in figures))
    others = highest_elsewhere(context, role, want, articles[0]) if disputing and want.tier else []
    if len(articles) == 1 and others:
        top = "The other articles give nothing for such employers; the highest that each states for the role:"
        rows = [line(context, [f]) for f in others]
        return Draft((paragraph(*_sentences(context, figures)), paragraph(Frame(top)), bullets(*rows)), "conflict")
    if len(articles) == 1 and names and (others := of_kind(context, role, want, names, articles[0])):
        rows = [line(context, [f for f in others if f.article == a]) for a in dict.fromkeys(f.article for f in others)]
        alike = "For such employers, without naming them, other articles give:"
        return Draft((paragraph(*_sentences(context, figures)), paragraph(Frame(alike)), bullets(*rows)), "conflict")
    if len(articles) == 1 and (silent := [a for a in sources if a not in articles]):
        rest = [f for f in pay_figures(context, role) if f.article in silent and f.from_table and not f.level]
        who = " and ".join(dict.fromkeys(context.publisher(a) for a in silent))
        rows = [
            line(context, [f for f in rest if f.article == a][:3]) for a in silent if any(f.article == a for f in rest)
        ]
        none = Frame(f"{who} gives no figure for just that{'; what it states:' if rows else '.'}")
        return Draft((paragraph(*_sentences(context, figures)), paragraph(none), bullets(*rows)), "conflict")
    if len(articles) == 1:
        alone = f"Only {context.publisher(articles[0])} gives figures for this, so no other article differs."
        first = [paragraph(Frame(alone))] if disputing and not named(context.question, context.articles) else []
        said = _sentences(context, figures)
        if _stands(context, figures):
            return Draft((paragraph(Frame("Yes."), *said[:1]),), "fact")
        return Draft((*first, bullets(*said) if len(said) > 3 else paragraph(*said)), "fact")
    rows = [line(context, [f for f in figures if f.article == a]) for a in articles]
    found = [stated_of(context, u, q) for f in figures if (u := unit_of(context, f)) and (q := _quantity(f, u))]
    intro = Frame(pay_verdict(context, found, with_article(context.called(role))))
    return Draft((paragraph(intro), bullets(*rows)), "conflict")


def _silent(context: Context, role: str, articles: Sequence[str]) -> list[Block]:
    """That named sources give no figure within the bounds asked for, and what they give without a level."""
    rest = [f for f in pay_figures(context, role) if f.from_table and not f.level]
    rows = [line(context, own[:3]) for a in articles if (own := [f for f in rest if f.article == a])]
    who = " and ".join(dict.fromkeys(context.publisher(a) for a in articles))
    none = Frame(f"{who} gives no figure for just that{'; what it states:' if rows else '.'}")
    return [paragraph(none), bullets(*rows)] if rows else [paragraph(none)]


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


def _stands(context: Context, figures: Sequence[Figure]) -> bool:
    """Whether it is asked if an amount is so, and it is the one figure that fits the question."""
    asked = quantities(context.question.asked)
    one = len(asked) == 1 and len(figures) == 1 and context.question.yes_no
    return one and (asked[0].low, asked[0].high) == (figures[0].low, figures[0].high)


def _quantity(figure: Figure, unit: Unit) -> Quantity | None:
    return next((q for q in unit.numbers if (q.low, q.high) == (figure.low, figure.high)), None)


def asks_amount(question: Question) -> bool:
    """Whether pay is asked for in the words of advice ("what should I earn?")."""
    return len(question.roles) == 1 and "pay" in question.measures and _EXPECTED.search(question.asked) is not None


def threshold(question: Question) -> tuple[float, bool, str] | None:
    """(amount, whether more than it is asked, currency) of "Can a TAM make over $200K?"; None for other questions."""
    match = _COMPARED.search(question.asked)
    amounts = [q for q in find(question.asked) if q.unit in CURRENCIES and q.low == q.high]
    return (
        (amounts[0].low, bool(match["up"]), amounts[0].unit)
        if match and question.yes_no and len(amounts) == 1
        else None
    )


def _reached(context: Context, figures: Sequence[Figure], amount: tuple[float, bool, str]) -> Draft:
    """Yes with the figures that reach the amount; no with the nearest that is stated."""
    limit, above, _ = amount
    mine = [f for f in figures if f.from_table] or list(figures)
    fits = [f for f in mine if ((f.high > limit or (f.open and f.high >= limit)) if above else f.low < limit)]
    if fits:
        low = min(fits, key=lambda f: f.high) if above else max(fits, key=lambda f: f.low)
        chosen = list(dict.fromkeys([low, max(fits, key=lambda f: f.high)])) if above else [low]
        return Draft((paragraph(Frame("Yes, by what the articles give."), *_sentences(context, chosen)),), "fact")
    nearest = max(mine, key=lambda f: f.high) if above else min(mine, key=lambda f: f.low)
    extreme = "the highest" if above else "the lowest"
    said = Frame(f"Not by what the articles give; {extreme} that they state is this.")
    return Draft((paragraph(said, *_sentences(context, [nearest])),), "fact")


def _sentences(context: Context, figures: Sequence[Figure]) -> list[Claim]:
    return [Claim(phrase(context, f, unit), (unit,)) for f in figures if (unit := unit_of(context, f))]


def line(context: Context, figures: Sequence[Figure]) -> tuple[Piece, ...]:
    """One article's figures, its name first: "FDE Academy, May 2026: mid level (3–6 yr): $120K–$170K; [1] …"."""
    pieces: list[Piece] = [Frame(f"{told_apart(context, figures[0].article)}:")]
    for i, figure in enumerate(figures):
        unit = unit_of(context, figure)
        if unit is None:
            continue
        said = short(figure, unit) if figure.from_table else unit.text.rstrip(".")
        end = "." if i == len(figures) - 1 else ";"
        pieces.append(Claim(said + end, (unit,), says=phrase(context, figure, unit)))
    return tuple(pieces)
