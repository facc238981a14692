"""Where the figures of a table come from: what its row says in a column of sources."""

from __future__ import annotations

from agent.answering.claims import Draft, paragraph
from agent.answering.context import Context, stated
from corpus.units import Unit


def sourced(context: Context) -> Draft | None:
    """The source that stands in the row of the best cell; None where the best statement is no cell of such a row."""
    best = context.ranked[0].unit if context.ranked else None
    source = source_of(context, best) if best is not None else None
    return Draft((paragraph(stated(context, source)),), "fact") if source is not None else None


def source_of(context: Context, cell: Unit) -> Unit | None:
    """The cell of the same row that names its source; None where there is none."""
    for unit in context.statements.units if cell.kind == "cell" else ():
        in_row = unit.passage.id == cell.passage.id and unit.quote == cell.quote
        if in_row and "source" in unit.column.lower():
            return unit
    return None
