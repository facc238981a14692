"""Whether rows of pay bear out a stated difference between two roles ("30–60% more"): each row, and what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from agent.answering.claims import Claim, Draft, Frame, Piece, bullets, paragraph
from agent.answering.context import Context
from agent.answering.disputing.equal import quantities
from agent.answering.pay import pay_figures, unit_of, wanted
from agent.answering.pay_gap import gaps
from agent.answering.pay_pairs import pairs
from agent.answering.pay_words import BASES, REGIONS, TIERS, phrase
from corpus.figures import CURRENCIES, Figure
from corpus.quantities import Quantity
from corpus.units import Unit

MOST = 6  # rows
_CHECK = re.compile(  # what is asked of a difference and the figures under it
    r"\b(?:fits?|holds?|square|consistent|in line|bears?|borne|check(?:s|ed|ing)?|verif\w+|match\w*|add(?:s|ed)? up"
    r"|agrees?|reconcile\w*|comput\w+|calculat\w+|divid\w+|work(?:s|ed)? (?:it )?out|compar\w+ (?:the|it|this)|wrong"
    r"|true|right|correct|come from|bigger|smaller|wider|narrower|larger|exceeds?|(?:more|less) than that|by my)\b",
    re.I,
)
_ROWS = re.compile(
    r"\b(?:tables?|rows?|bands?|ranges?|figures?|numbers|amounts?|ends?|medians?|india\w*|us|states|juniors?|mid|seniors?"
    r"|mid-?level|base|total|calculat\w+|divid\w+|comput\w+)\b|[$₹]",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Row:
    more: Figure
    less: Figure
    units: tuple[Unit, ...]
    ends: tuple[float, ...]  # by how many per cent the one is above the other: at the low end, at the high end


def borne_out(context: Context) -> Draft | None:
    """The stated difference and what the rows asked about make of it; None where no difference in per cent is stated
    between two roles, or nothing is asked about its figures."""
    question, text = context.question, context.question.asked
    if len(question.roles) != 2 or not (_CHECK.search(text) and _ROWS.search(text)):
        return None
    said = _said(context)
    if said is None:
        return None
    unit, share = said
    rows = list(_rows(context, unit))[:MOST]
    told = {end for row in rows for f in (row.more, row.less) for end in (f.low, f.high)}
    others = [q for q in quantities(question.asked) if q.unit in CURRENCIES]
    if not rows or any(q.low not in told for q in others):
        return None  # another amount is set against it
    lines = (_line(context, row, share) for row in rows)
    verdict = _verdict([_fit(row, share) for row in rows])
    return Draft((paragraph(Claim(unit.text, (unit,))), paragraph(Frame(verdict)), bullets(*lines)), "conflict")


def _said(context: Context) -> tuple[Unit, Quantity] | None:
    """The stated difference that is asked about: the one that is quoted, else the only one where a share is meant."""
    quoted = [q for q in quantities(context.question.asked) if q.unit in ("%", "")]
    bare = replace(wanted(context), level=(), region=(), tier=(), basis=(), years=(), experience=None)
    stated = [(u, q) for u in gaps(context, bare) for q in u.numbers if q.unit == "%"]
    for unit, share in stated:
        if any((q.low, q.high) == (share.low, share.high) for q in quoted):
            return unit, share
    return None


def _rows(context: Context, said: Unit) -> Iterator[_Row]:
    """Rows of the article that states the difference, within the bounds asked for; of every basis that is stated."""
    want = wanted(context)
    tier = want.tier or said.facets.tier
    want = replace(want, tier=tier, basis=want.basis if len(want.basis) > 1 else ())
    groups = [g for _, g in pairs(context, want)] if not tier else list(_of_tier(context, tier))
    for group in groups:
        if not all(f.article == said.passage.article for f in group.values()) or len(group) != 2:
            continue
        first, second = group.values()
        more, less = (first, second) if first.low >= second.low else (second, first)
        units = tuple(u for f in (more, less) if (u := unit_of(context, f)))
        if more.basis == less.basis and more.unit == less.unit and less.low and len(units) == 2:
            low, high = _above(more.low, less.low), _above(more.high, less.high)
            yield _Row(more, less, units, (low,) if more.low == more.high and less.low == less.high else (low, high))


def _of_tier(context: Context, tier: tuple[str, ...]) -> Iterator[Mapping[str, Figure]]:
    """Base and total of both roles at employers of one kind."""
    for one, basis in product(tier, ("total", "base")):
        group = {
            role: figure
            for role in context.question.roles
            for figure in pay_figures(context, role)
            if figure.from_table and one in figure.tier and figure.basis == basis
        }
        if len(group) == 2:
            yield group


def _above(more: float, less: float) -> float:
    return (more / less - 1) * 100


def _fit(row: _Row, share: Quantity) -> tuple[int, ...]:
    """For each end of the row -1 below the stated share, 0 within it (to half a per cent), 1 above."""
    return tuple(-1 if e < share.low - 0.5 else 1 if e > share.high + 0.5 else 0 for e in row.ends)


def _verdict(fits: list[tuple[int, ...]]) -> str:
    """What the rows make of the share, before the rows themselves."""
    ends, one = {end for fit in fits for end in fit}, len(fits) == 1
    rows = "This row" if one else "These rows"
    if ends == {0}:
        return f"{rows} bear{'s' * one} that out:"
    if 0 in ends:
        return f"Measured end by end, {rows.lower()} bear{'s' * one} it out only in part:"
    way = "more" if ends == {1} else "less" if ends == {-1} else "other differences"
    return f"Measured end by end, {rows.lower()} show{'s' * one} {way} than that:"


def _line(context: Context, row: _Row, share: Quantity) -> tuple[Piece, ...]:
    """ "Junior, India, above the stated share at both ends:", then the two amounts. The first is arithmetic of ours and
    no claim of an article's; the amounts are checked."""
    more, less = row.more, row.less
    place = REGIONS.get(more.region, more.region)
    tiers = " or ".join(TIERS[t] for t in more.tier)
    where = ", ".join(p for p in (" or ".join(more.level), place, tiers) if p) or BASES[more.basis]
    basis = f" in {BASES[more.basis]}" if more.basis and where != BASES[more.basis] else ""
    said = (
        f"{more.text}{basis} for the {context.called(more.role)},",
        f"{less.text} for the {context.called(less.role)}.",
    )
    claims = (
        Claim(text, (unit,), says=phrase(context, figure, unit))
        for text, figure, unit in zip(said, (more, less), row.units, strict=True)
    )
    return Frame(f"{where[:1].upper()}{where[1:]}, {_told(_fit(row, share), share)}:"), *claims


def _told(fit: tuple[int, ...], share: Quantity) -> str:
    words = {
        -1: "less than stated",
        0: "as stated" if share.low == share.high else "within what is stated",
        1: "more than stated",
    }
    if len(set(fit)) == 1:
        return words[fit[0]] + (" at both ends" if len(fit) > 1 else "")
    return f"{words[fit[0]]} at the low end and {words[fit[1]]} at the high end"
