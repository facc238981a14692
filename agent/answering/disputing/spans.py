"""A range that no cell states, but the levels of one table: "$80K to $240K" is a TAM's pay from junior to senior."""

from __future__ import annotations

from agent.answering.context import Context
from agent.answering.disputing.equal import quantities, same
from agent.answering.disputing.quoted import Lookup
from agent.answering.disputing.stated import Stated, stated_of
from agent.answering.pay import pay_figures, unit_of
from corpus.figures import Figure
from corpus.quantities import Quantity


def with_spans(context: Context, lookup: Lookup) -> Lookup:
    """`lookup` with the quoted ranges that only a column as a whole has."""
    found, spans = list(lookup.found), list[str]()
    for quantity in quantities(context.question.asked):
        if quantity.text in lookup.absent and (ends := spanned(context, quantity)):
            spans.append(quantity.text)
            found += [one for one in ends if all(s.unit.key != one.unit.key for s in found)]
    return Lookup(tuple(found), tuple(a for a in lookup.absent if a not in spans), tuple(spans))


def spanned(context: Context, quantity: Quantity) -> tuple[Stated, ...]:
    """The rows with the lowest and the highest amount of a column of a table for a role asked about, where `quantity`
    runs from the one to the other; () where none does."""
    if quantity.low == quantity.high:
        return ()
    for role in context.question.roles or tuple(context.roles.all):
        columns: dict[tuple[str, str, str, str], list[Figure]] = {}
        for figure in pay_figures(context, role):
            if figure.from_table and figure.level:
                columns.setdefault((figure.passage, figure.basis, figure.region, figure.unit), []).append(figure)
        for figures in columns.values():
            low, high = min(figures, key=lambda f: f.low), max(figures, key=lambda f: f.high)
            if low is not high and _whole(quantity, low, high):
                return tuple(s for f in (low, high) if (s := _stated(context, f)))
    return ()


def _whole(quantity: Quantity, low: Figure, high: Figure) -> bool:
    span = Quantity(low.low, high.high, low.unit, high.open, quantity.span, quantity.text)
    return same(quantity, span) == 2.0


def _stated(context: Context, figure: Figure) -> Stated | None:
    unit = unit_of(context, figure)
    if unit is None:
        return None
    own = next((q for q in unit.numbers if (q.low, q.high) == (figure.low, figure.high)), None)
    return stated_of(context, unit, own, figure.role)
