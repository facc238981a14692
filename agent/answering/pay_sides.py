"""Pay of two or more roles: the stated difference, then figures that can be set side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.answering.claims import Block, Claim, Draft, Frame, Piece, paragraph, table
from agent.answering.comparing.aspects import beside_pay
from agent.answering.comparing.rows import by_measure
from agent.answering.context import Context, lower_first
from agent.answering.disputing.sources import named
from agent.answering.pay import PAY, Wanted, experience_of, pay_figures, unit_of, wanted
from agent.answering.pay_gap import gaps, order
from agent.answering.pay_words import BASES, REGIONS, amount, phrase
from agent.answering.select import STRONG
from corpus.figures import Figure

UNLIKE = "These figures come from different articles or bases, so they are not strictly comparable."
Row = tuple[Piece, ...]
Key = tuple[str, str, str, str, str, str]
_PERCENT = re.compile(r"\bpercent\w*|%", re.I)


def several_roles(context: Context) -> Draft | None:
    """Two or more roles: the stated difference, then a table of comparable figures."""
    asked = context.question.roles
    want = wanted(context)
    if "reason" in context.question.measures or _other_than_pay(context):
        return None
    rows, comparable = pay_rows(context, want)
    blocks: list[Block] = []
    stated = gaps(context, want)
    above: list[Piece] = [Claim(u.text, (u,)) for u in stated]
    bounded = bool(want.level or want.region or want.tier)
    if (
        not bounded
        and _PERCENT.search(context.question.asked)
        and any(q.unit == "%" for u in stated for q in u.numbers)
    ):
        return Draft((paragraph(*above),), "comparison")
    if (
        rows
        and (said := order(context, [group for _, group in _pairs(context, want)]))
        and (not above or context.question.yes_no)
    ):
        above = [*([Frame(f"{said[0]}.")] if said[0] else []), *([said[1]] if said[0] or not above else []), *above]
    if above:
        blocks.append(paragraph(*above))
    if rows:
        others = by_measure(context, beside_pay(context))
        heads = ("" if others else "Pay", *(context.roles.short(r) for r in asked))
        blocks.append(table(heads, [*(_titled(row) for row in rows), *others] if others else rows))
    if note := _note(context, want) if comparable else UNLIKE if rows else "":
        blocks.append(paragraph(Frame(note)))
    return Draft(tuple(blocks), "comparison") if blocks else None


def _other_than_pay(context: Context) -> bool:
    """Whether "more … than" is asked of something else ("more travel than a TAM")."""
    named = set(context.question.measures)
    return not named & (set(PAY) - {"premium"}) and bool(named & (set(STRONG) - {*PAY, "variable"}))


def _titled(row: Row) -> Row:
    """A row of pay among rows of other matters."""
    return (Frame(f"Pay: {lower_first(row[0].text)}"), *row[1:])


def pay_rows(context: Context, want: Wanted) -> tuple[list[Row], bool]:
    """The rows, and whether each sets the roles side by side as one article does."""
    if rows := [_paired_row(context, want, key, group) for key, group in _pairs(context, want)]:
        return rows, True
    return _loose_rows(context, want), False


def _note(context: Context, want: Wanted) -> str:
    """That the two sides of a row are on different bases, where they are."""
    for _, group in _pairs(context, want):
        bases = list(dict.fromkeys(BASES[f.basis] for f in group.values() if f.basis))
        if len(bases) > 1:
            return f"The columns are on different bases ({' and '.join(bases)}), so the gap is not like for like."
    return ""


def _pairs(context: Context, want: Wanted) -> list[tuple[Key, dict[str, Figure]]]:
    """Figures of two or more asked roles that one article gives for the same level, employer, place and money."""
    asked = context.question.roles
    sources = named(context.question, context.articles)
    groups: dict[Key, dict[str, Figure]] = {}
    apart: dict[Key, dict[str, Figure]] = {}  # base and total each for itself
    for role in asked:
        for figure in pay_figures(context, role):
            if not figure.from_table or not want.fits(figure) or (sources and figure.article not in sources):
                continue
            part = figure.basis if figure.basis in ("equity", "bonus") else ""
            if part and not want.basis:
                continue
            place = (figure.article, figure.passage, figure.label.split(" · ")[-1], figure.region, figure.unit)
            groups.setdefault((*place, part), {}).setdefault(role, figure)
            apart.setdefault((*place, figure.basis), {}).setdefault(role, figure)
    both = {"base", "total"} <= set(want.basis)
    whole = {k: g for k, g in apart.items() if both and k[-1] in ("base", "total") and len(g) == len(asked)}
    split = {k[:-1] for k in whole}
    groups = {**whole, **{k: g for k, g in groups.items() if k[-1] or k[:-1] not in split}}
    full = [(k, g) for k, g in groups.items() if len(g) >= min(2, len(asked))]
    if want.experience is not None:
        full = [(k, g) for k, g in full if any(experience_of(f) for f in g.values())] or full
    if not want.region and any(k[3] == "us" for k, _ in full):
        full = [(k, g) for k, g in full if k[3] != "india"]
    return full[: 12 if split else 6]


def _paired_row(context: Context, want: Wanted, key: Key, group: dict[str, Figure]) -> Row:
    tag, region = key[2], key[3]
    where = f", {REGIONS.get(region, region)}" if region else ""
    label = Frame(f"{tag}{where} ({context.publisher(next(iter(group.values())).article)})")
    asked = context.question.roles
    return (label, *(_cell(context, group.get(r)) if r in group else _other(context, r, want) for r in asked))


def _other(context: Context, role: str, want: Wanted) -> Piece:
    """A role that the row's article leaves out: what another article gives at the level asked for, with its source."""
    found = [
        f for f in pay_figures(context, role) if want.fits(f) and f.from_table and f.basis not in ("equity", "bonus")
    ]
    unit = unit_of(context, found[0]) if found and want.level else None
    return (
        Claim(_tagged(context, found[0]), (unit,), says=phrase(context, found[0], unit))
        if unit
        else Frame("not stated")
    )


def _cell(context: Context, figure: Figure | None) -> Piece:
    if figure is None or (unit := unit_of(context, figure)) is None:
        return Frame("not stated")
    return Claim(amount(figure, unit), (unit,), says=phrase(context, figure, unit))


def _loose_rows(context: Context, want: Wanted) -> list[Row]:
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
                for p in [Claim(_tagged(context, f), (unit,), says=phrase(context, f, unit))]
            ]
            cells.append(pieces[0] if pieces else Frame("not stated"))
        if any(isinstance(c, Claim) for c in cells):
            rows.append((Frame(BASES[basis].capitalize()), *cells))
    return rows


def _fresh(figure: Figure, shown: Sequence[Figure]) -> bool:
    """Whether the amount is not shown for the role already, on a basis that the article states elsewhere."""
    return not any((f.role, f.low, f.high) == (figure.role, figure.low, figure.high) for f in shown)


def _tagged(context: Context, figure: Figure) -> str:
    tag = figure.label.split(" · ")[-1] if figure.from_table else ", ".join(figure.level)
    unnamed = "country not stated" if context.question.facets.region and not figure.region else ""
    return f"{figure.text} ({'; '.join(x for x in (tag, unnamed, context.publisher(figure.article)) if x)})"
