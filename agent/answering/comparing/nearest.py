"""Which of several statements comes nearest to a role and a measure."""

from __future__ import annotations

import re

from agent.answering.comparing.fitting import labelled
from agent.answering.context import Context
from agent.answering.fact import NUMERIC
from corpus.facets import measure_name, measures, measures_said
from corpus.units import Unit

LEAST = 0.45  # cosine between a sentence and "ROLE: MEASURE" where no known question tells what it answers
FIRST = 25  # of the ranking for the question itself, among which a sentence of lesser cosine is taken
ASKED = 0.15  # share of a sentence's known questions that ask for the measure
COUNTED = frozenset({*NUMERIC, "coding"})
BY_THE_WAY = frozenset({"transition", "choose", "automation", "growth", "exits", "competition", "hiring-bar"})


def nearest(context: Context, role: str, measure: str, units: list[Unit]) -> Unit | None:
    if not units:
        return None
    vectors = context.embed([f"{context.roles.name(role)}: {measure_name(measure)}"], True)
    cosines = context.statements.cosines(None if vectors is None else vectors[0])
    places = {u.key: i for i, u in enumerate(context.statements.units)}
    shares = _asked(context, {places[u.key] for u in units}, measure)
    if max(shares.values(), default=0.0) < ASKED:
        shares = {}  # no known question asks for the measure: they tell nothing
    first = {s.unit.key: s.score for s in context.ranked[:FIRST]}
    least = min(first.values(), default=0.0)
    scored = []
    for i, unit in enumerate(units):
        place = places[unit.key]
        share, meaning = shares.get(place), float(cosines[place])
        if unit.kind == "cell" and measure in labelled(unit) | measures_said(unit.text):
            share = share or 0.0
        elif (share is None and vectors is not None and meaning < LEAST and unit.key not in first) or (
            share is not None and share < ASKED
        ):
            continue
        led = 0.2 * (first[unit.key] - least) if share is None and unit.key in first else 0.0
        scored.append((meaning + led + (share or 0.0) + _gain(unit, measure, context.statements.names), -i, unit))
    return max(scored, key=lambda s: s[:2])[2] if scored else None


def _asked(context: Context, places: set[int], measure: str) -> dict[int, float]:
    """For units that known questions are answered by: the share of those questions that ask for the measure."""
    of_unit: dict[int, list[bool]] = {}
    pattern = measures()[measure]
    for asked in context.statements.known.asked:
        for place in places.intersection(asked.units):
            hit = pattern.asks.search(asked.question) or pattern.says.search(asked.question)
            of_unit.setdefault(place, []).append(hit is not None)
    return {place: sum(hits) / len(hits) for place, hits in of_unit.items()}


def _gain(unit: Unit, measure: str, names: frozenset[str]) -> float:
    """For a number where numbers are the measure, for names where they are; against speaking of other matters."""
    levels = 0.15 if measure == "ladder" and len(unit.facets.level) > 1 else 0.0
    levels += 0.3 if measure == "ladder" and unit.text.count("→") > 1 else 0.0
    counted = levels + 0.4 if measure in COUNTED and unit.numbers else 0.0
    words = re.findall(r"[\w.+-]*\w", unit.text.lower()) if measure in ("employers", "tools") else []
    named = 0.3 if sum(w in names for w in words) > 1 else 0.0
    return counted + named - 0.1 * len(BY_THE_WAY & (unit.measures - {measure}))
