"""One cell of a comparison: what the articles state of one role on one measure, or "not stated"."""

from __future__ import annotations

from collections.abc import Sequence

from agent.answering import patterns
from agent.answering.claims import NOT_STATED, Claim, Piece
from agent.answering.comparing.alone import asked_alone
from agent.answering.comparing.fitting import beside_others, candidates, fits, labelled
from agent.answering.comparing.nearest import COUNTED, nearest
from agent.answering.context import Context, lower_first, stated
from agent.answering.pay_words import phrase
from corpus.facets import measures_said
from corpus.units import Unit

ITEMS = 5  # of a list that make one cell
ROWS = 7  # of a table that make one cell
LISTED = frozenset({"skills", "duties", "tools", "exits", "employers"})
TABLED = COUNTED | {"customers"}  # a cell of another article says it better than a sentence by the way
SAID = frozenset({"tools", "coding", "customers"})  # measures of many matters: the question's own words choose
RARE = frozenset({"stage"})  # told by the way: what answers the question put to the role alone
SPELT_OUT = frozenset({"success"})  # a sentence on it is spelt out by another
STRUCTURED, TOLD = frozenset({"variable"}), 0.7  # what the nearest known question's answer tells best, if it is so near
JOINED = LISTED | {"equity", "bonus"}


def cell(context: Context, role: str, measure: str) -> Piece:
    """What is stated on just this: by an article that compares the asked roles, else by any."""
    units = candidates(context, role, measure)
    asked = set(context.question.roles)
    both = [u for u in units if asked <= set(context.articles[u.passage.article].roles)]
    if measure in TABLED and not any(u.kind == "cell" for u in both) and any(u.kind == "cell" for u in units):
        both = []
    labels = measure == "customers" and any(u.kind == "cell" and measure in labelled(u) for u in units)
    if measure in SAID and not labels and (near := asked_alone(context, role, measure)):
        return (
            Claim(" ".join(stated(context, u).text for u in near), tuple(near))
            if len(near) > 1
            else filled(context, role, near[0])
        )
    for pool in (both, units) if both and len(both) < len(units) else (units,):
        if found := _stated(context, role, measure, pool):
            return found
    best = nearest(context, role, measure, list(beside_others(context, role, measure)))
    if best is None and measure in RARE and (near := asked_alone(context, role)):
        return Claim(" ".join(stated(context, u).text for u in near), tuple(near))
    return _worded(context, role, measure, best)


def _worded(context: Context, role: str, measure: str, best: Unit | None) -> Piece:
    """`best` as the cell of `role`, with what it comes down to."""
    if best is not None and measure in SPELT_OUT and (more := _spelt_out(context, role, measure, best)):
        return Claim(" ".join(stated(context, u).text for u in (best, more)), (best, more))
    return filled(context, role, best)


def _spelt_out(context: Context, role: str, measure: str, best: Unit) -> Unit | None:
    """The sentence of the same section that says of the same role alone what `best` comes down to."""
    if best.kind == "cell":
        return None
    return next(
        (
            u
            for u in context.statements.units
            if u.passage.section == best.passage.section
            and u.passage.article == best.passage.article
            and u.key != best.key
            and u.kind == "sentence"
            and measure in u.measures
            and set(u.roles) == {role} == set(best.roles)
        ),
        None,
    )


def _stated(context: Context, role: str, measure: str, units: list[Unit]) -> Piece | None:
    """The list headed by the measure, else what tables give, else the nearest sentence."""
    if measure in LISTED and (items := _items(context, role, measure, {u.passage.article for u in units})):
        return Claim("; ".join(u.text.rstrip(".") for u in items), tuple(items))
    tabled = [u for u in units if u.kind == "cell"]
    if tabled and measure in JOINED:
        best = nearest(context, role, measure, tabled)
        return joined(
            context, role, [u for u in tabled if best and u.passage.id == best.passage.id][:ROWS], labels=True
        )
    if tabled:
        return joined(context, role, _of_each_article(context, role, measure, tabled))
    first = next(iter(context.answers), None)
    near = first.units if first and first.cosine >= TOLD and measure in STRUCTURED else ()
    told = [context.statements.units[i] for i in near]
    best = next((u for u in told if u in units), None) or nearest(context, role, measure, units)
    return _worded(context, role, measure, best) if best else None


def joined(context: Context, role: str, units: Sequence[Unit], *, labels: bool = False) -> Piece:
    """Several table cells as one, each with its row's label where the cell alone would not say what it is of."""
    if len(units) < 2 and not labels:
        return filled(context, role, next(iter(units), None))
    tags = [u.row.split(" · ")[-1] for u in units]
    text = "; ".join(f"{tag}: {lower_first(u.text)}" if labels else u.text for tag, u in zip(tags, units, strict=True))
    says = f"{context.called(role)}: " + "; ".join(f"{u.row}: {u.text}" for u in units)
    return Claim(text, tuple(units), says=says) if units else NOT_STATED


def filled(context: Context, role: str, unit: Unit | None) -> Piece:
    """The unit as the cell of `role`; checked as a statement about that role."""
    if unit is None or (unit.about() and role not in unit.about()):
        return NOT_STATED
    if unit.kind != "cell":
        return Claim(unit.text, (unit,))
    amount = next((f for f in context.statements.figures if (f.passage, f.span) == (unit.passage.id, unit.span)), None)
    if amount is not None and amount.measure == "pay":
        return Claim(unit.text, (unit,), says=phrase(context, amount, unit))
    return Claim(unit.text, (unit,), says=f"{context.called(role)}: {unit.row}: {unit.text}")


def _of_each_article(context: Context, role: str, measure: str, tabled: list[Unit]) -> list[Unit]:
    """The best cell of each of the two articles that come nearest."""
    by_article: dict[str, list[Unit]] = {}
    for unit in tabled:
        by_article.setdefault(unit.passage.article, []).append(unit)
    best = [b for units in by_article.values() if (b := nearest(context, role, measure, units))]
    return sorted(best, key=lambda u: -len(u.numbers))[:2]


def _items(context: Context, role: str, measure: str, articles: set[str]) -> list[Unit]:
    """The first list that is headed by the role and the measure ("TAM skill profile"); [] where there is none."""
    items = [
        u
        for u in context.statements.units
        if u.kind == "item" and u.setting == (role,) and measure in measures_said(u.lead or u.passage.heading)
        if u.passage.article in articles
        and not patterns.CHOICE.search(u.lead or u.passage.heading)
        and fits(context, u)
        and not u.text.endswith(":")
    ]
    items = [u for u in items if (u.passage.id, u.lead) == (items[0].passage.id, items[0].lead)]
    own = [u for u in items if measure in u.measures] if measure == "exits" else []
    return (own or items)[:ITEMS] if len(items) > 1 else []
