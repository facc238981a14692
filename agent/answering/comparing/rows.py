"""Rows of a comparison: those in which an article itself sets the roles side by side, else one a measure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from agent.answering.beside import companions
from agent.answering.claims import Claim, Frame, Piece
from agent.answering.comparing.aspects import meant, named_at, ordered, parts
from agent.answering.comparing.cells import LISTED, cell, filled
from agent.answering.comparing.fitting import labelled
from agent.answering.context import Context, stated
from agent.answering.select import STRONG, WEAK, Scored, content_terms
from corpus.facets import measures
from corpus.units import Unit

GENERAL = ("difference", "overlap", "choose", "definition")
OVERVIEW = ("duties", "coding", "customers", "accounts", "success", "travel", "reporting", "ladder", "skills")
ALSO = ("coding", "success", "ladder", "exits", "tools", "customers")
NEAR_ROW = 0.25
FAR = 0.6  # how far below the best statement a role's own best may score to stand beside it
MOST_ROWS = 8
MET = 0.4  # share of words that question and row's label have in common where no measure is named

Row = tuple[Piece, ...]


def focus(asked: Sequence[str]) -> list[str]:
    """The measures a comparison is about: the specific ones where there are any, never the general."""
    named = [m for m in asked if m not in GENERAL and m != "reason"]
    named = [m for m in named if m != "premium"] or named
    return [m for m in named if m in STRONG or m in ALSO] or named


def rows(context: Context) -> list[Row]:
    """The rows for what is asked: its measures, its words, or an overview where it asks for nothing special."""
    named = focus(context.question.measures)
    if listed := _by_label(context, named):
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
    return [_row(context, cells) for cells in near] or by_measure(context, named)


def _by_label(context: Context, named: Sequence[str]) -> list[Row]:
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
        found.append((at, _row(context, tabled[label])))
        unit = next(iter(tabled[label].values()))
        met |= labelled(unit) | unit.measures
    if not found:
        return []
    others = [m for m in named if m not in met and m not in WEAK] if len(parts(context.question.asked)) > 1 else []
    for at, measure in ordered(context, others):
        found += [(at, row) for row in by_measure(context, [measure])]
    return [row for _, row in sorted(found, key=lambda f: f[0])][:MOST_ROWS]


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


def _place(cells: dict[str, Unit]) -> str:
    return next(iter(cells.values())).passage.id


def _row(context: Context, cells: dict[str, Unit]) -> Row:
    label = next(iter(cells.values())).row
    return (Frame(label), *(filled(context, r, cells.get(r)) for r in context.question.roles))


def _by_words(context: Context) -> list[Row]:
    """Rows whose label has the question's own words; [] where none has."""
    terms = content_terms(context.question, context.statements)
    scored = [(_in_row(context, terms, cells), cells) for _, cells in paired(context, ())]
    best = max((score for score, _ in scored), default=0.0)
    return [_row(context, cells) for score, cells in scored if score >= MET and score >= best - 0.1][:3]


def _in_row(context: Context, terms: dict[str, float], cells: dict[str, Unit]) -> float:
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
    """One row of what comes nearest to the question of each role alone; [] where it asks for nothing special, or
    where too little is near."""
    if not content_terms(context.question, context.statements):
        return []
    best = context.ranked[0].score if context.ranked else 0.0
    pieces: list[Piece] = []
    for role in context.question.roles:
        own = [s for s in context.ranked[:80] if s.unit.about() == (role,) and s.score > best - FAR]
        units = companions(own, 2, 0.15) if own else []
        text = " ".join(stated(context, u).text for u in units)
        pieces.append(Claim(text, tuple(units)) if units else Frame("not stated"))
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
    return [_row(context, cells) for cells in ordered[:MOST_ROWS]]
