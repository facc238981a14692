"""Where the figures of a table come from: what its row says in a column of sources."""

from __future__ import annotations

from agent.answering.claims import Draft, paragraph
from agent.answering.context import Context, stated


def sourced(context: Context) -> Draft | None:
    """The source that stands in the row of the best cell; None where the best statement is no cell of such a row."""
    best = context.ranked[0].unit if context.ranked else None
    if best is None or best.kind != "cell":
        return None
    for unit in context.statements.units:
        in_row = unit.passage.id == best.passage.id and unit.quote == best.quote
        if in_row and "source" in unit.column.lower():
            return Draft((paragraph(stated(context, unit)),), "fact")
    return None
