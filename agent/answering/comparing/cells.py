"""One cell of a comparison: what the articles state of one role on one measure, or "not stated"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.answering import patterns
from agent.answering.claims import Claim, Frame, Piece
from agent.answering.context import Context, lower_first
from agent.answering.fact import NUMERIC
from corpus.facets import measure_name, measures, measures_said
from corpus.units import Unit

ITEMS = 5  # of a list that make one cell
ROWS = 7  # of a table that make one cell
LEAST = 0.45  # cosine between a sentence and "ROLE: MEASURE" where no known question tells what it answers
ASKED = 0.15  # share of a sentence's known questions that ask for the measure
COUNTED = frozenset({*NUMERIC, "coding"})
LISTED = frozenset({"skills", "duties", "tools", "exits", "employers"})
JOINED = LISTED | {"equity", "bonus"}
BY_THE_WAY = frozenset({"transition", "choose", "automation", "growth", "exits", "competition", "hiring-bar"})
_COMPARES = re.compile(r"\b(than|whereas|while|against|compared|neither|both|but)\b", re.I)
_SHOULD = re.compile(r"\bshould (?:hire|choose)\b", re.I)
_MONEY = frozenset({"pay", "premium", "equity", "bonus", "variable"})


def cell(context: Context, role: str, measure: str) -> Piece:
    """What is stated on just this: by an article that compares the asked roles, else by any."""
    units = list(_candidates(context, role, measure))
    asked = set(context.question.roles)
    both = [u for u in units if asked <= set(context.articles[u.passage.article].roles)]
    for pool in (both, units) if both and len(both) < len(units) else (units,):
        if found := _stated(context, role, measure, pool):
            return found
    best = _nearest(context, role, measure, list(_also(context, role, measure)))
    return filled(context, role, best)


def _stated(context: Context, role: str, measure: str, units: list[Unit]) -> Piece | None:
    """The list headed by the measure, else what tables give, else the nearest sentence."""
    if measure in LISTED and (items := _items(context, role, measure, {u.passage.article for u in units})):
        return Claim("; ".join(u.text.rstrip(".") for u in items), tuple(items))
    tabled = [u for u in units if u.kind == "cell"]
    if tabled and measure in JOINED:
        best = _nearest(context, role, measure, tabled)
        return joined(
            context, role, [u for u in tabled if best and u.passage.id == best.passage.id][:ROWS], labels=True
        )
    if tabled:
        return joined(context, role, _of_each_article(context, role, measure, tabled))
    best = _nearest(context, role, measure, units)
    return filled(context, role, best) if best else None


def joined(context: Context, role: str, units: Sequence[Unit], *, labels: bool = False) -> Piece:
    """Several table cells as one, each with its row's label where the cell alone would not say what it is of."""
    if len(units) < 2 and not labels:
        return filled(context, role, next(iter(units), None))
    tags = [u.row.split(" · ")[-1] for u in units]
    text = "; ".join(f"{tag}: {lower_first(u.text)}" if labels else u.text for tag, u in zip(tags, units, strict=True))
    says = f"{context.called(role)}: " + "; ".join(f"{u.row}: {u.text}" for u in units)
    return Claim(text, tuple(units), says=says) if units else Frame("not stated")


def filled(context: Context, role: str, unit: Unit | None) -> Piece:
    """The unit as the cell of `role`; checked as a statement about that role."""
    if unit is None or (unit.about() and role not in unit.about()):
        return Frame("not stated")
    if unit.kind != "cell":
        return Claim(unit.text, (unit,))
    return Claim(unit.text, (unit,), says=f"{context.called(role)}: {unit.row}: {unit.text}")


def _candidates(context: Context, role: str, measure: str) -> Iterator[Unit]:
    """Units about this role alone that speak of the measure, and not of a choice, a move or pay instead."""
    asked = set(context.question.roles)
    for unit in context.statements.units:
        leads = unit.roles[:1] == (role,) and (
            unit.setting == (role,) or (measure in ("exits", "ladder") and not asked & set(unit.roles[1:]))
        )
        if unit.about() != (role,) and not leads:
            continue
        if measure in (labelled(unit) if unit.kind == "cell" else unit.measures) and _proper(context, unit, measure):
            yield unit


def _also(context: Context, role: str, measure: str) -> Iterator[Unit]:
    """Sentences that name this role beside another one asked about, or speak of the measure in a move."""
    asked = set(context.question.roles)
    for unit in context.statements.units:
        if role not in unit.roles or not set(unit.roles) <= asked:
            continue
        said = measures_said(unit.text) if unit.kind == "cell" else unit.measures
        alone = len(unit.roles) == 1 or _COMPARES.search(unit.text)
        if measure in said and alone and _proper(context, unit, measure, move=True):
            yield unit


def _proper(context: Context, unit: Unit, measure: str, *, move: bool = False) -> bool:
    if measure == "openings" and unit.numbers and all(q.unit == "%" for q in unit.numbers):
        return False  # how fast openings grow is no number of them
    apart = {"choose"} | (set() if move or measure in ("transition", "ladder", "exits") else {"transition"})
    apart |= set() if measure in _MONEY else {"pay"}
    if not move and "transition" in apart and "transition" in measures_said(unit.passage.heading):
        return False
    if (
        unit.text.endswith(":")
        or _SHOULD.search(unit.text)
        or apart & unit.measures
        or patterns.META.search(unit.text)
        or not _fits(context, unit)
    ):
        return False
    publisher = context.articles[unit.passage.article].publisher
    if publisher and publisher in unit.text and unit.kind != "cell":
        return False  # what a publisher says of its own products
    return not (unit.kind == "item" and patterns.CHOICE.search(unit.passage.heading))


def labelled(unit: Unit) -> frozenset[str]:
    """The measures that a cell's labels name: its row's, or its column's where the row names the role."""
    return measures_said(unit.column if " · " in unit.row or not unit.row else f"{unit.row} ; {unit.column}")


def _fits(context: Context, unit: Unit) -> bool:
    """Whether the unit is of the level, place and employers asked about, or names none."""
    asked = context.question.facets
    return all(
        not (wanted := getattr(asked, name)) or not (has := getattr(unit.facets, name)) or bool(set(wanted) & set(has))
        for name in ("level", "region", "tier")
    )


def _of_each_article(context: Context, role: str, measure: str, tabled: list[Unit]) -> list[Unit]:
    """The best cell of each of the two articles that come nearest."""
    by_article: dict[str, list[Unit]] = {}
    for unit in tabled:
        by_article.setdefault(unit.passage.article, []).append(unit)
    best = [b for units in by_article.values() if (b := _nearest(context, role, measure, units))]
    return sorted(best, key=lambda u: -len(u.numbers))[:2]


def _nearest(context: Context, role: str, measure: str, units: list[Unit]) -> Unit | None:
    if not units:
        return None
    vectors = context.embed([f"{context.roles.name(role)}: {measure_name(measure)}"], True)
    cosines = context.statements.cosines(None if vectors is None else vectors[0])
    places = {u.key: i for i, u in enumerate(context.statements.units)}
    shares = _asked(context, {places[u.key] for u in units}, measure)
    scored = []
    for i, unit in enumerate(units):
        place = places[unit.key]
        share, meaning = shares.get(place), float(cosines[place])
        if unit.kind == "cell" and measure in labelled(unit):
            share = share or 0.0
        elif (share is None and vectors is not None and meaning < LEAST) or (share is not None and share < ASKED):
            continue
        scored.append((meaning + (share or 0.0) + _gain(unit, measure, context.statements.names), -i, unit))
    return max(scored, key=lambda s: s[:2])[2] if scored else None


def _asked(context: Context, places: set[int], measure: str) -> dict[int, float]:
    """For units that known questions are answered by: the share of those questions that ask for the measure."""
    of_unit: dict[int, list[bool]] = {}
    pattern = measures()[measure]
    for asked in context.statements.asked:
        for place in places.intersection(asked.units):
            hit = pattern.asks.search(asked.question) or pattern.says.search(asked.question)
            of_unit.setdefault(place, []).append(hit is not None)
    return {place: sum(hits) / len(hits) for place, hits in of_unit.items()}


def _gain(unit: Unit, measure: str, names: frozenset[str]) -> float:
    """For a number where numbers are the measure, for names where they are; against speaking of other matters."""
    levels = 0.15 if measure == "ladder" and len(unit.facets.level) > 1 else 0.0
    counted = levels + 0.4 if measure in COUNTED and unit.numbers else 0.0
    words = re.findall(r"[\w.+-]*\w", unit.text.lower()) if measure in ("employers", "tools") else []
    named = 0.3 if sum(w in names for w in words) > 1 else 0.0
    return counted + named - 0.1 * len(BY_THE_WAY & (unit.measures - {measure}))


def _items(context: Context, role: str, measure: str, articles: set[str]) -> list[Unit]:
    """The first list that is headed by the role and the measure ("TAM skill profile"); [] where there is none."""
    items = [
        u
        for u in context.statements.units
        if u.kind == "item" and u.setting == (role,) and measure in measures_said(u.passage.heading)
        if u.passage.article in articles
        and not patterns.CHOICE.search(u.passage.heading)
        and _fits(context, u)
        and not u.text.endswith(":")
    ]
    items = [u for u in items if u.passage.id == items[0].passage.id]
    own = [u for u in items if measure in u.measures] if measure == "exits" else []
    return (own or items)[:ITEMS] if len(items) > 1 else []
