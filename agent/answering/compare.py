"""Comparison: a row a dimension, a column a role, a citation in every cell, and one sentence of what follows."""

from __future__ import annotations

from collections.abc import Sequence

from agent.answering.claims import Block, Claim, Draft, Frame, Piece, paragraph, table
from agent.answering.context import Context
from agent.answering.direct import known
from agent.answering.fact import NUMERIC, companions
from agent.answering.select import STRONG, Scored, content_terms
from corpus.facets import measures, measures_said
from corpus.units import Unit

GENERAL = ("difference", "overlap", "choose", "definition")
OVERVIEW = ("duties", "coding", "customers", "accounts", "success", "travel", "reporting", "ladder", "skills")
NEAR_ROW = 0.25
MOST_ROWS = 8


def comparison(context: Context) -> Draft:
    """Two or more roles on the dimensions asked for, or on an article's own ones where none is named."""
    blocks: list[Block] = []
    lead = [u for u in known(context) if u.kind != "cell"][:4] or _lead(context)
    if lead:
        blocks.append(paragraph(*(Claim(u.text, (u,)) for u in lead)))
    rows = _rows(context) if _tabular(context) or not lead else []
    if rows and (not lead or _wants_table(rows)):
        blocks.append(table(("", *(context.roles.short(r) for r in context.question.roles)), rows))
    return Draft(tuple(blocks), "comparison")


def _lead(context: Context) -> list[Unit]:
    asked = set(context.question.roles)
    named = set(focus(context.question.measures))
    both = [
        s
        for s in context.ranked
        if s.unit.kind != "cell"
        and asked <= set(s.unit.about())
        and (not named or named & s.unit.measures or s.meaning > 0.62)
    ]
    best = context.ranked[0].score
    most, near = (3, 0.35) if "reason" in context.question.measures or not _paired(context) else (2, 0.22)
    lead = companions(both, most, near) if both and both[0].score > best - 0.45 else []
    if set(context.question.measures) & set(NUMERIC):
        for role in context.question.roles:
            found = _numeric(context, role)
            if (
                found
                and found not in lead
                and not any({q.key for q in found.numbers} <= {q.key for q in u.numbers} for u in lead)
            ):
                lead.append(found)
    return lead[:4]


def _paired(context: Context) -> bool:
    """Whether an article's table sets the roles side by side on what is asked."""
    return bool(_table_rows(context, focus(context.question.measures)))


def _numeric(context: Context, role: str) -> Unit | None:
    """The best sentence with a number for `role` on an asked measure, where no table row gives one."""
    asked = set(context.question.measures) & set(NUMERIC)
    hits = [
        s
        for s in context.ranked[:60]
        if asked & s.unit.measures and role in s.unit.about() and role in (s.unit.owners or ())
    ]
    return None if not hits or hits[0].unit.kind == "cell" else hits[0].unit


def _tabular(context: Context) -> bool:
    """Whether the question is after sides to set against each other, and not after one statement."""
    named = [m for m in context.question.measures if m not in GENERAL and m != "reason"]
    return (
        bool(named)
        or "difference" in context.question.measures
        or len(content_terms(context.question, context.statements)) <= 1
    )


def _wants_table(rows: Sequence[tuple[Piece, ...]]) -> bool:
    return any(sum(isinstance(p, Claim) for p in row) >= 2 for row in rows)


def focus(asked: Sequence[str]) -> list[str]:
    """The measures a comparison is about: the specific ones where there are any, never the general."""
    named = [m for m in asked if m not in GENERAL and m != "reason"]
    return [
        m for m in named if m in STRONG or m in ("coding", "success", "ladder", "exits", "tools", "customers")
    ] or named


def _rows(context: Context) -> list[tuple[Piece, ...]]:
    asked = context.question.roles
    named = focus(context.question.measures)
    if not named:
        overview = _overview(_table_rows(context, ()))
        if overview:
            return [(Frame(_label(cells)), *(_cell(cells.get(r)) for r in asked)) for cells in overview]
        return _loose(context, list(OVERVIEW))
    if len(named) > 1 or len(asked) > 2:
        return _by_measure(context, named)
    grouped = _table_rows(context, named)
    best = max((score for score, _ in grouped), default=0.0)
    rows = [cells for score, cells in grouped if score >= best - NEAR_ROW][:3]
    if rows:
        return [(Frame(_label(cells)), *(_cell(cells.get(r)) for r in asked)) for cells in rows]
    return _loose(context, named)


def _by_measure(context: Context, named: Sequence[str]) -> list[tuple[Piece, ...]]:
    """One row a measure, each role's cell from wherever it is stated."""
    rows: list[tuple[Piece, ...]] = []
    for measure in list(named)[:MOST_ROWS]:
        best: dict[str, Unit] = {}
        for _, cells in _table_rows(context, [measure]):
            best = {**cells, **best}
        pieces = [
            _cell(best.get(role))
            if role in best
            else _gathered(context, role, measure) or _cell(_single(context, role, measure))
            for role in context.question.roles
        ]
        if any(isinstance(p, Claim) for p in pieces):
            rows.append((Frame(measures()[measure].name.capitalize()), *pieces))
    return rows


def _table_rows(context: Context, named: Sequence[str]) -> list[tuple[float, dict[str, Unit]]]:
    """Rows of the articles' own tables that have two or more of the roles, best first."""
    asked = set(context.question.roles)
    rows: dict[tuple[str, int], dict[str, Scored]] = {}
    for scored in context.ranked:
        unit = scored.unit
        if unit.kind == "cell" and len(unit.roles) == 1 and unit.roles[0] in asked:
            rows.setdefault((unit.passage.id, unit.quote.start), {}).setdefault(unit.roles[0], scored)
    full = [cells for cells in rows.values() if len(cells) >= 2]
    if named:
        full = [c for c in full if any(set(named) & s.unit.measures for s in c.values())]
    scored_rows = [(max(s.score for s in cells.values()), {r: s.unit for r, s in cells.items()}) for cells in full]
    return sorted(scored_rows, key=lambda row: -row[0])


def _overview(rows: list[tuple[float, dict[str, Unit]]]) -> list[dict[str, Unit]]:
    """The longest of the articles' side-by-side tables, in its own order."""
    tables: dict[str, list[dict[str, Unit]]] = {}
    for _, cells in rows:
        if len({u.row for u in cells.values()}) == 1:
            tables.setdefault(next(iter(cells.values())).passage.id, []).append(cells)
    if not tables:
        return []
    best = max(tables.values(), key=len)
    return sorted(best, key=lambda cells: next(iter(cells.values())).span.start)[:MOST_ROWS]


def _label(cells: dict[str, Unit]) -> str:
    return next(iter(cells.values())).row


def _cell(unit: Unit | None) -> Piece:
    return Claim(unit.text, (unit,)) if unit else Frame("not stated")


def _loose(context: Context, wanted: Sequence[str]) -> list[tuple[Piece, ...]]:
    """No article sets the roles side by side: the best unit for each role and dimension."""
    rows: list[tuple[Piece, ...]] = []
    for measure in wanted:
        cells: list[Piece] = []
        for role in context.question.roles:
            cells.append(_gathered(context, role, measure) or _cell(_single(context, role, measure)))
        if any(isinstance(c, Claim) for c in cells):
            rows.append((Frame(measures()[measure].name.capitalize()), *cells))
    return rows[:MOST_ROWS]


def _gathered(context: Context, role: str, measure: str) -> Piece | None:
    """The items of the list that is headed by the role and the measure ("TAM skill profile"), as one cell."""
    items = [
        u
        for u in context.statements.units
        if u.kind == "item" and u.setting == (role,) and measure in measures_said(u.passage.heading)
    ][:5]
    if len(items) < 2:
        return None
    first = items[0].passage.id
    items = [u for u in items if u.passage.id == first]
    return Claim("; ".join(u.text.rstrip(".") for u in items), tuple(items))


def side_by_side(context: Context) -> Draft:
    """One row for each measure asked for, in that order, from whichever article states it."""
    rows = _by_measure(context, context.question.measures)
    missing = [
        m for m in context.question.measures if measures()[m].name.capitalize() not in {str(r[0].text) for r in rows}
    ]
    empty = [
        (Frame(measures()[m].name.capitalize()), *(Frame("not stated") for _ in context.question.roles))
        for m in missing
    ]
    header = ("", *(context.roles.short(r) for r in context.question.roles))
    return Draft((table(header, [*rows, *empty]),), "comparison")


def _single(context: Context, role: str, measure: str) -> Unit | None:
    found = [s.unit for s in context.ranked if s.unit.about() == (role,) and measure in s.unit.measures]
    numeric = [u for u in found[:12] if measure in NUMERIC and role in u.owners]
    return next(iter(numeric or found), None)
