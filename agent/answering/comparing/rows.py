"""Rows of a comparison: those in which an article itself sets the roles side by side, else one a measure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.answering.bearing import STRONG
from agent.answering.claims import NOT_STATED, Claim, Frame, Piece
from agent.answering.comparing.alone import asked_alone
from agent.answering.comparing.cells import LISTED
from agent.answering.comparing.labels import by_label
from agent.answering.comparing.tables import MOST_ROWS, Row, by_measure, paired, row_of
from agent.answering.context import Context, stated
from agent.answering.terms import content_terms
from corpus.units import Unit

_WHITHER = re.compile(
    r"\bwhere\b.{2,70}\b(?:leads?|ends?|ends? up|go|goes|take\w*|heads?)\b|\blong[- ](?:term|run)\b"
    r"|\bcareers? .{0,40}\bleads?\b",
    re.I,
)
_IN_DEMAND = re.compile(  # as it stands, and not how it grew
    r"\bin (?:\w+ )?demand\b|\b(?:greater|higher|more|bigger|stronger|most|highest|greatest) demand\b"
    r"|\bsought[- ]after\b|\bdemand\b.{0,40}\b(?:greater|higher|bigger|stronger)\b",
    re.I,
)
NO_ROW = frozenset({"difference", "overlap", "choose", "definition", "reason"})  # of a table
OVERVIEW = ("duties", "coding", "customers", "accounts", "success", "travel", "reporting", "ladder", "skills")
ALSO = ("coding", "success", "ladder", "exits", "tools", "customers")
NEAR_ROW = 0.25
MET = 0.4  # share of words that question and row's label have in common where no measure is named


def focus(asked: Sequence[str]) -> list[str]:
    """The measures a comparison is about: the specific ones where there are any, never the general."""
    named = [m for m in asked if m not in NO_ROW]
    named = [m for m in named if m != "premium"] or named
    return [m for m in named if m in STRONG or m in ALSO] or named


def rows(context: Context) -> list[Row]:
    """The rows for what is asked: its measures, its words, or an overview where it asks for nothing special."""
    named = focus(context.question.measures)
    if "ladder" in named and "exits" not in named and _WHITHER.search(context.question.asked):
        named = [*named, "exits"]  # where a career leads is told by its ladder and by its ways out
    if named == ["growth"] and _IN_DEMAND.search(context.question.asked):
        named = [*named, "openings"]
    if listed := by_label(context, named):
        return listed
    if not named:
        return _by_words(context) if content_terms(context.question, context.statements) else _overview(context)
    if len(named) > 1 or len(context.question.roles) > 2:
        return by_measure(context, named)
    grouped = paired(context, named)
    best = max((score for score, _ in grouped), default=0.0)
    near = [cells for score, cells in grouped if score >= best - NEAR_ROW][:3]
    if near and set(named) <= LISTED and not content_terms(context.question, context.statements):
        near = [cells for _, cells in grouped if _place(cells) == _place(near[0])][:MOST_ROWS]
    return [row_of(context, cells) for cells in near] or by_measure(context, named)


def _place(cells: dict[str, Unit]) -> str:
    return next(iter(cells.values())).passage.id


def _by_words(context: Context) -> list[Row]:
    """Rows whose label has the question's own words; [] where none has."""
    terms = content_terms(context.question, context.statements)
    scored = [(_inrow_of(context, terms, cells), cells) for _, cells in paired(context, ())]
    best = max((score for score, _ in scored), default=0.0)
    return [row_of(context, cells) for score, cells in scored if score >= MET and score >= best - 0.1][:3]


def _inrow_of(context: Context, terms: dict[str, float], cells: dict[str, Unit]) -> float:
    """How far the row's label is met; 1 where one of its cells has all of the question's words."""
    tokens = context.statements.tokenizer
    if any(set(terms) <= set(tokens(u.text)) for u in cells.values()):
        return 1.0
    return _met(context, terms, next(iter(cells.values())).row)


def _met(context: Context, terms: dict[str, float], label: str) -> float:
    """The share, by rarity, of the question's words that a label has, or of the label's that the question has."""
    statements = context.statements
    own = {t: statements.idf(t) for t in statements.tokenizer(label)}
    shared = sum(w for t, w in own.items() if t in terms)
    return max((shared / total for total in (sum(terms.values()), sum(own.values())) if total), default=0.0)


def told_apart(context: Context) -> list[Row]:
    """One row of what is said of each role when it is asked about alone; [] where too little is near."""
    pieces: list[Piece] = []
    for role in context.question.roles:
        units = asked_alone(context, role)
        text = " ".join(stated(context, u).text for u in units)
        pieces.append(Claim(text, tuple(units)) if units else NOT_STATED)
    return [(Frame("In the articles"), *pieces)] if sum(isinstance(p, Claim) for p in pieces) > 1 else []


def overview(context: Context) -> list[Row]:
    """One row a measure of general interest, where every role's side is stated; the most of them."""
    found = by_measure(context, OVERVIEW)
    return [row for row in found if all(isinstance(p, Claim) for p in row[1:])] or found


def _overview(context: Context) -> list[Row]:
    """The longest of the articles' side-by-side tables, in its own order; one row a measure where there is none."""
    tables: dict[str, list[dict[str, Unit]]] = {}
    for _, cells in paired(context, ()):
        if len({u.row for u in cells.values()}) == 1 and len(cells) == len(context.question.roles):
            tables.setdefault(next(iter(cells.values())).passage.id, []).append(cells)
    if not tables:
        return overview(context)
    best = max(tables.values(), key=len)
    ordered = sorted(best, key=lambda cells: next(iter(cells.values())).span.start)
    return [row_of(context, cells) for cells in ordered[:MOST_ROWS]]
