"""Pay of two or more roles: the stated difference, then figures that can be set side by side."""

from __future__ import annotations

from collections.abc import Sequence

from agent.answering.claims import Block, Claim, Draft, Frame, Piece, paragraph, table
from agent.answering.context import Context
from agent.answering.pay import Wanted, pay_figures, unit_of, wanted
from agent.answering.pay_words import BASES, REGIONS, phrase, says
from corpus.figures import Figure
from corpus.units import Unit


def several_roles(context: Context) -> Draft | None:
    """Two or more roles: the stated difference, then a table of comparable figures."""
    asked = context.question.roles
    want = wanted(context)
    why = "reason" in context.question.measures
    gaps = [
        s.unit
        for s in context.ranked
        if s.unit.kind != "cell"
        and "premium" in s.unit.measures
        and len(set(asked) & set(s.unit.roles)) >= 2
        and _level_fits(s.unit, want)
    ]
    gaps = [u for u in gaps if bool(u.numbers) != why][:2] or gaps[:1]
    if why:
        return None
    blocks: list[Block] = []
    if gaps:
        blocks.append(paragraph(*(Claim(u.text, (u,)) for u in _distinct(gaps))))
    rows = _paired_rows(context, want)
    note: list[Piece] = []
    if not rows:
        rows = _loose_rows(context, want)
        note = (
            [Frame("These figures come from different articles or bases, so they are not strictly comparable.")]
            if rows
            else []
        )
    if rows:
        header = ("Pay", *(context.roles.short(r) for r in asked))
        blocks.append(table(header, rows))
    if note:
        blocks.append(paragraph(*note))
    if not blocks:
        return None
    return Draft(tuple(blocks), "comparison")


def _level_fits(unit: Unit, want: Wanted) -> bool:
    ok_level = not want.level or not unit.facets.level or bool(set(want.level) & set(unit.facets.level))
    ok_region = not want.region or not unit.facets.region or bool(set(want.region) & set(unit.facets.region))
    return ok_level and ok_region


def _distinct(units: Sequence[Unit]) -> list[Unit]:
    out: list[Unit] = []
    for unit in units:
        numbers = {q.key for q in unit.numbers}
        if not any(numbers and numbers == {q.key for q in other.numbers} for other in out):
            out.append(unit)
    return out


def _paired_rows(context: Context, want: Wanted) -> list[tuple[Piece, ...]]:
    """Rows in which one article gives two or more of the asked roles on the same basis, level, tier and country."""
    asked = context.question.roles
    groups: dict[tuple[object, ...], dict[str, Figure]] = {}
    for role in asked:
        for figure in pay_figures(context, role):
            if (
                not figure.from_table
                or not want.fits(figure)
                or (figure.basis in ("equity", "bonus") and not want.basis)
            ):
                continue
            key = (
                figure.article,
                figure.passage,
                figure.label.split(" · ")[-1],
                figure.region,
                figure.unit,
                figure.basis if figure.basis in ("equity", "bonus") else "",
            )
            groups.setdefault(key, {}).setdefault(role, figure)
    full = [(k, g) for k, g in groups.items() if len(g) >= min(2, len(asked))]
    rows: list[tuple[Piece, ...]] = []
    if not want.region and any(k[3] == "us" for k, _ in full):
        full = [(k, g) for k, g in full if k[3] != "india"]
    for (_article, _passage, tag, region, _unit, _basis), group in full[:6]:
        where = f", {REGIONS.get(str(region), str(region))}" if region else ""
        label = Frame(f"{tag}{where} ({context.publisher(next(iter(group.values())).article)})")
        rows.append((label, *(_cell(context, group.get(r)) if r in group else _other(context, r, want) for r in asked)))
    return rows


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
    basis = BASES[figure.basis].replace(" (basis not stated)", ", basis not stated")
    text = unit.text if says(unit.text, basis) else f"{unit.text} {basis}"
    return Claim(text, (unit,), says=phrase(context, figure, unit))


def _loose_rows(context: Context, want: Wanted) -> list[tuple[Piece, ...]]:
    """Where no article sets the roles side by side: the nearest figures, basis by basis."""
    rows: list[tuple[Piece, ...]] = []
    for basis in want.basis or ("base", "total", ""):
        cells: list[Piece] = []
        for role in context.question.roles:
            found = [
                f for f in pay_figures(context, role) if want.fits(f) and f.basis == basis and f.region in ("us", "")
            ]
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


def _tagged(context: Context, figure: Figure) -> str:
    tag = figure.label.split(" · ")[-1] if figure.from_table else ", ".join(figure.level)
    return f"{figure.text} ({'; '.join(x for x in (tag, context.publisher(figure.article)) if x)})"
