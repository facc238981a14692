"""What a row makes of a stated share, in words: arithmetic of ours, apart from the amounts, which are cited."""

from __future__ import annotations

from agent.answering.bearing_out.rows import Row
from agent.answering.claims import Claim, Frame, Piece
from agent.answering.context import Context
from agent.answering.pay_words import BASES, REGIONS, TIERS, amount, phrase
from corpus.quantities import Quantity


def fit(row: Row, share: Quantity) -> tuple[int, ...]:
    """For each end of the row -1 below the stated share, 0 within it (to half a per cent), 1 above."""
    return tuple(-1 if e < share.low - 0.5 else 1 if e > share.high + 0.5 else 0 for e in row.ends)


def verdict(fits: list[tuple[int, ...]]) -> str:
    """What the rows make of the share, before the rows themselves."""
    ends, one = {end for fit in fits for end in fit}, len(fits) == 1
    rows = "This row" if one else "These rows"
    if ends == {0}:
        return f"{rows} bear{'s' * one} that out:"
    if 0 in ends:
        return f"Measured end by end, {rows.lower()} bear{'s' * one} it out only in part:"
    way = "more" if ends == {1} else "less" if ends == {-1} else "other differences"
    return f"Measured end by end, {rows.lower()} show{'s' * one} {way} than that:"


def line(context: Context, row: Row, share: Quantity) -> tuple[Piece, ...]:
    """ "Junior, India, above the stated share at both ends:", then the two amounts. The first is arithmetic of ours and
    no claim of an article's; the amounts are checked."""
    more, less = row.more, row.less
    place = REGIONS.get(more.region, more.region)
    tiers = " or ".join(TIERS[t] for t in more.tier if t in less.tier)
    where = ", ".join(p for p in (" or ".join(more.level), place, tiers) if p) or BASES[more.basis]
    pays = (amount(figure, unit) for figure, unit in zip((more, less), row.units, strict=True))
    ends = zip(pays, (more, less), (",", "."), strict=True)
    said = (f"{pay} for the {context.called(figure.role)}{end}" for pay, figure, end in ends)
    claims = (
        Claim(text, (unit,), says=phrase(context, figure, unit))
        for text, figure, unit in zip(said, (more, less), row.units, strict=True)
    )
    return Frame(f"{where[:1].upper()}{where[1:]}, {_told(fit(row, share), share)}:"), *claims


def _told(fit: tuple[int, ...], share: Quantity) -> str:
    words = {
        -1: "less than stated",
        0: "as stated" if share.low == share.high else "within what is stated",
        1: "more than stated",
    }
    if len(set(fit)) == 1:
        return words[fit[0]] + (" at both ends" if len(fit) > 1 else "")
    return f"{words[fit[0]]} at the low end and {words[fit[1]]} at the high end"
