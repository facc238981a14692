"""Rows of a comparison: of the articles' own tables, and one a measure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agent.answering.claims import Claim, Frame, Piece
from agent.answering.comparing.cells import cell, filled
from agent.answering.context import Context
from agent.answering.select import Scored
from corpus.facets import measures
from corpus.units import Unit

MOST_ROWS = 8

Row = tuple[Piece, ...]


def by_measure(context: Context, named: Iterable[str]) -> list[Row]:
    """One row a measure, each role's cell from wherever it is stated; no row where none is."""
    found: list[Row] = []
    for measure in list(named)[:MOST_ROWS]:
        pieces = [cell(context, role, measure) for role in context.question.roles]
        if any(isinstance(p, Claim) for p in pieces):
            found.append((Frame(measures()[measure].name.capitalize()), *pieces))
    return found


def paired(context: Context, named: Sequence[str]) -> list[tuple[float, dict[str, Unit]]]:
    """Rows of the articles' own tables that have two or more of the roles, best first."""
    asked = set(context.question.roles)
    groups: dict[tuple[str, int], dict[str, Scored]] = {}
    for scored in context.ranked:
        unit = scored.unit
        if unit.kind == "cell" and len(unit.roles) == 1 and unit.roles[0] in asked:
            groups.setdefault((unit.passage.id, unit.quote.start), {}).setdefault(unit.roles[0], scored)
    full = [cells for cells in groups.values() if len(cells) >= 2]
    if named:
        full = [c for c in full if all(set(named) & s.unit.measures for s in c.values())]
    scored_rows = [(max(s.score for s in cells.values()), {r: s.unit for r, s in cells.items()}) for cells in full]
    return sorted(scored_rows, key=lambda row: -row[0])


def row_of(context: Context, cells: dict[str, Unit]) -> Row:
    label = next(iter(cells.values())).row
    return (Frame(label), *(filled(context, r, cells.get(r)) for r in context.question.roles))
