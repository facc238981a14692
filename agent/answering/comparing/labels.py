"""Rows that a question names by the labels of the articles' tables."""

from __future__ import annotations

from collections.abc import Sequence

from agent.answering.bearing import WEAK
from agent.answering.claims import Claim
from agent.answering.comparing.aspects import meant, named_at, ordered, parts
from agent.answering.comparing.cells import LISTED, filled
from agent.answering.comparing.fitting import fits, labelled
from agent.answering.comparing.tables import MOST_ROWS, Row, by_measure, paired, row_of
from agent.answering.context import Context
from agent.answering.terms import content_terms
from corpus.units import Unit


def by_label(context: Context, named: Sequence[str]) -> list[Row]:
    """The rows that the question names by their labels, and one for each other measure it asks for, in its order;
    [] where it names none."""
    found: list[tuple[int, Row]] = []
    met: set[str] = set()
    pay = "pay" in context.question.measures
    tabled: dict[str, dict[str, Unit]] = {}
    for _, cells in paired(context, ()):
        unit = next(iter(cells.values()))
        if pay or "pay" not in unit.measures:
            tabled.setdefault(unit.row, cells)
    places = {label: at for label in tabled if (at := named_at(context, label)) is not None}
    for at, label in meant(context, list(tabled)):
        places.setdefault(label, at)
    for label, at in places.items():
        unit = next(iter(tabled[label].values()))
        wider = _wider(context, tabled[label]) if len(tabled[label]) < len(context.question.roles) else None
        if wider is None or str(wider[0]) not in {str(row[0]) for _, row in found}:
            found.append((at, wider or _filled(context, label, tabled[label])))
        met |= labelled(unit) | unit.measures
    if not found:
        return []
    others = [m for m in named if m not in met and m not in WEAK] if len(parts(context.question.asked)) > 1 else []
    for at, measure in ordered(context, others):
        found += [(at, row) for row in by_measure(context, [measure])]
    return [row for _, row in sorted(found, key=lambda f: f[0])][:MOST_ROWS]


def _wider(context: Context, cells: dict[str, Unit]) -> Row | None:
    """The row of the measure that a label names, where other articles state it of more roles than its table has."""
    of = sorted(m for m in labelled(next(iter(cells.values()))) if m not in {*WEAK, *LISTED, "pay", "coding"})
    found = max(by_measure(context, of), key=_stated_in, default=None)
    return found if found and _stated_in(found) > len(cells) else None


def _stated_in(row: Row) -> int:
    return sum(isinstance(p, Claim) for p in row[1:])


def _filled(context: Context, label: str, cells: dict[str, Unit]) -> Row:
    """The labelled row; for a role that its table leaves out what has the label's own word ("Kubernetes") of it."""
    row = list(row_of(context, cells))
    asked = content_terms(context.question, context.statements)
    own = {t for t in context.statements.tokenizer(label) if t in asked}
    for place, role in enumerate(context.question.roles, 1):
        if role in cells or not own:
            continue
        said = [s.unit for s in context.ranked if s.unit.about() == (role,) and fits(context, s.unit)]
        terms = context.statements.tokenizer
        best = next((u for u in said if own & set(terms(u.text)) and not {"choose", "transition"} & u.measures), None)
        if best is not None:
            row[place] = filled(context, role, best)
    return tuple(row)
