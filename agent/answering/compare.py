"""Comparison: a row a dimension, a column a role, a citation in every cell, and one sentence of what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.answering.beside import companions
from agent.answering.claims import NOT_STATED, Block, Claim, Draft, Frame, bullets, paragraph, table
from agent.answering.comparing.lead import comparing, lead
from agent.answering.comparing.rows import NO_ROW, focus, overview, rows, told_apart
from agent.answering.comparing.tables import Row, by_measure
from agent.answering.context import Context, stated
from agent.answering.direct import known
from agent.answering.pay import PAY, wanted
from agent.answering.pay_sides import pay_rows
from agent.answering.terms import content_terms
from corpus.facets import measure_name, measures
from corpus.units import Unit

_APART = re.compile(r"\b(?:not|n['’]t|never|only|specific|unique|exclusive\w*|apart|differ\w*)\b", re.I)


def comparison(context: Context) -> Draft:
    """Two or more roles on the dimensions asked for, or on an article's own ones where none is named."""
    if not known(context) and (both := shared(context)):
        return Draft((both,), "comparison")
    above = lead(context)
    beside = rows(context) if _tabular(context) or not above else []
    if beside and not (above and not _wants_table(beside)):
        above = comparing(context, above, _shown(beside)) if _full(beside) else _unshown(above, beside)
    else:
        beside = beside if not above else []
    beside, blocks = _once(beside), list[Block]()
    if above:
        blocks.append(paragraph(*(stated(context, u) for u in above)))
    if beside:
        blocks.append(table(_header(context), beside))
    if not blocks and (named := focus(context.question.measures)):
        return _unstated(context, named)
    special = content_terms(context.question, context.statements)
    if not blocks and special and (apart := told_apart(context)):
        blocks = [table(_header(context), apart)]
    if not blocks and not special and (beside := overview(context)):
        blocks.append(table(_header(context), beside))
    return Draft(tuple(blocks), "comparison")


def shared(context: Context) -> Block | None:
    """What the roles have in common, where that alone is asked: the list that an article heads so, else the
    statements of all of them that say it."""
    asked, measures = set(context.question.roles), set(context.question.measures)
    if _APART.search(context.question.asked):
        return None
    if "overlap" not in measures or "difference" in measures or measures - {"overlap", "skills", "tools", "duties"}:
        return None
    items = [u for u in context.statements.units if "overlap" in u.measures and u.lead and asked <= set(u.setting)]
    if len(items) > 1:
        return bullets(*(stated(context, u) for u in items if u.lead == items[0].lead))
    said = [s for s in context.ranked[:20] if "overlap" in s.unit.measures and asked <= set(s.unit.roles)]
    chosen = companions(said, 2) if said else []
    return paragraph(*(stated(context, u) for u in chosen)) if chosen else None


def side_by_side(context: Context) -> Draft:
    """One row for each measure asked for, in that order, from whichever article states it."""
    others = [m for m in context.question.measures if m not in PAY]
    paid = pay_rows(context, wanted(context))[0] if len(others) < len(context.question.measures) else []
    found = [*by_measure(context, others), *paid]
    named = {str(row[0].text) for row in found}
    empty: list[Row] = [
        (Frame(name), *(NOT_STATED for _ in context.question.roles))
        for m in others
        if (name := measures()[m].name.capitalize()) not in named
    ]
    return Draft((table(_header(context), [*found, *empty]),), "comparison")


def _header(context: Context) -> tuple[str, ...]:
    return ("", *(context.roles.short(r) for r in context.question.roles))


def _unstated(context: Context, named: Sequence[str]) -> Draft:
    what = " or ".join(measure_name(m) for m in named)
    who = " or ".join(context.called(r) for r in context.question.roles)
    return Draft((paragraph(Frame(f"The articles say nothing on {what} for {who}.")),), "abstention", True)


def _tabular(context: Context) -> bool:
    """Whether the question is after sides to set against each other, and not after one statement."""
    named = [m for m in context.question.measures if m not in NO_ROW]
    return (
        bool(named)
        or "difference" in context.question.measures
        or len(content_terms(context.question, context.statements)) <= 1
    )


def _wants_table(found: Sequence[Row]) -> bool:
    return any(sum(isinstance(p, Claim) for p in row) >= 2 for row in found)


def _full(found: Sequence[Row]) -> bool:
    """Whether every cell is stated."""
    return all(isinstance(p, Claim) for row in found for p in row[1:])


def _once(found: Sequence[Row]) -> list[Row]:
    """Of rows that tell the same statements under two labels the last, which is the table's own."""
    told = {_told(row): row for row in found}
    return [row for row in found if told[_told(row)] is row]


def _told(row: Row) -> tuple[tuple[tuple[str, int], ...], ...]:
    """The statements in each cell: two rows of a table may have the same words in them."""
    return tuple(tuple(u.key for u in p.units) if isinstance(p, Claim) else () for p in row[1:])


def _shown(found: Sequence[Row]) -> set[tuple[str, int]]:
    return {u.key for row in found for p in row if isinstance(p, Claim) for u in p.units}


def _unshown(units: Sequence[Unit], found: Sequence[Row]) -> list[Unit]:
    shown = _shown(found)
    return [u for u in units if u.key not in shown]
