"""Pay of several roles where no article sets them side by side: the nearest figures, basis by basis."""

from __future__ import annotations

from collections.abc import Sequence

from agent.answering.claims import NOT_STATED, Claim, Frame, Piece
from agent.answering.context import Context
from agent.answering.pay import Wanted, pay_figures, unit_of
from agent.answering.pay_words import BASES, phrase
from corpus.figures import Figure

Row = tuple[Piece, ...]


def loose_rows(context: Context, want: Wanted) -> list[Row]:
    """Where no article sets the roles side by side: the nearest figures, basis by basis."""
    rows: list[Row] = []
    shown: list[Figure] = []
    for basis in want.basis or ("base", "total", ""):
        told = {f.role for f in shown}
        if not basis and rows and told >= set(context.question.roles):
            break  # an amount without a basis tells nothing beside those that have one
        cells: list[Piece] = []
        for role in context.question.roles:
            found = [
                f
                for f in pay_figures(context, role)
                if want.fits(f)
                and f.basis == basis
                and f.region in (*(want.region or ("us",)), "")
                and _fresh(f, shown)
            ]
            found = [] if not basis and role in told else found
            found.sort(key=lambda f: bool(f.level) and not want.level)
            shown += found[:1]
            pieces = [
                p
                for f in found[:1]
                if (unit := unit_of(context, f))
                for p in [Claim(tagged(context, f, with_basis=False), (unit,), says=phrase(context, f, unit))]
            ]
            cells.append(pieces[0] if pieces else NOT_STATED)
        if any(isinstance(c, Claim) for c in cells):
            rows.append((Frame(BASES[basis].capitalize()), *cells))
    return rows


def _fresh(figure: Figure, shown: Sequence[Figure]) -> bool:
    """Whether the amount is not shown for the role already, on a basis that the article states elsewhere."""
    return not any((f.role, f.low, f.high) == (figure.role, figure.low, figure.high) for f in shown)


def tagged(context: Context, figure: Figure, *, with_basis: bool = True) -> str:
    tag = figure.label.split(" · ")[-1] if figure.from_table else ", ".join(figure.level)
    unnamed = "country not stated" if context.question.facets.region and not figure.region else ""
    basis = BASES[figure.basis] if figure.basis and with_basis else ""
    return f"{figure.text} ({'; '.join(x for x in (basis, tag, unnamed, context.publisher(figure.article)) if x)})"
