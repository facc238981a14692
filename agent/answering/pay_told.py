"""Pay figures told: a sentence each, or a line for each article."""

from __future__ import annotations

from collections.abc import Sequence

from agent.answering.claims import Block, Claim, Frame, Piece, bullets, paragraph
from agent.answering.context import Context
from agent.answering.disputing.line import extras
from agent.answering.disputing.stated import Stated, stated_of
from agent.answering.pay import pay_figures, unit_of
from agent.answering.pay_words import phrase, short, told_apart
from corpus.figures import Figure
from corpus.quantities import Quantity
from corpus.units import Unit


def sentences(context: Context, figures: Sequence[Figure]) -> list[Claim]:
    return [Claim(phrase(context, f, unit), (unit,)) for f in figures if (unit := unit_of(context, f))]


def stated_all(context: Context, figures: Sequence[Figure]) -> list[Stated]:
    """The figures with all that tells them apart."""
    return [stated_of(context, u, q, f.role) for f in figures if (u := unit_of(context, f)) and (q := _quantity(f, u))]


def _quantity(figure: Figure, unit: Unit) -> Quantity | None:
    return next((q for q in unit.numbers if (q.low, q.high) == (figure.low, figure.high)), None)


def line(context: Context, figures: Sequence[Figure], *, levelled: bool = False) -> tuple[Piece, ...]:
    """One article's figures, its name first: "FDE Academy, May 2026: mid level (3–6 yr): $120K–$170K; [1] …".
    `levelled`: that a figure is of no level is said."""
    pieces: list[Piece] = [Frame(f"{told_apart(context, figures[0].article)}:")]
    for i, figure in enumerate(figures):
        unit = unit_of(context, figure)
        if unit is None:
            continue
        said = short(figure, unit) if figure.from_table else unit.text.rstrip(".")
        one = next(iter(stated_all(context, [figure])), None)
        units = (unit, one.beside) if one and one.beside and figure.from_table else (unit,)
        more = extras(one, said) if one and figure.from_table else ""
        none = ", no level named" if levelled and not figure.level else ""
        end = "." if i == len(figures) - 1 else ";"
        pieces.append(Claim(f"{said}{more}{none}{end}", units, says=phrase(context, figure, unit)))
    return tuple(pieces)


def silent(context: Context, role: str, articles: Sequence[str]) -> list[Block]:
    """That named sources give no figure within the bounds asked for, and what they give without a level."""
    rest = [f for f in pay_figures(context, role) if f.from_table and not f.level]
    rows = [line(context, own[:3]) for a in articles if (own := [f for f in rest if f.article == a])]
    who = " and ".join(dict.fromkeys(context.publisher(a) for a in articles))
    none = Frame(f"{who} gives no figure for just that{'; what it states:' if rows else '.'}")
    return [paragraph(none), bullets(*rows)] if rows else [paragraph(none)]
