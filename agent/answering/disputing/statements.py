"""The best statements of each article on what is asked, and whether they agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agent.answering import patterns
from agent.answering.beside import adds
from agent.answering.claims import Claim, Draft, Frame, Piece, bullets, paragraph
from agent.answering.comparing.fitting import labelled
from agent.answering.comparing.rows import focus
from agent.answering.context import Context, stated
from agent.answering.disputing.sources import named
from agent.answering.disputing.stated import Stated, stated_of
from agent.answering.disputing.verdict import yes_no
from agent.answering.disputing.why import reasons
from agent.answering.fact import NUMERIC
from agent.answering.pay_words import phrase, short, told_apart
from agent.answering.question import ends
from agent.answering.select import Scored
from corpus.units import Unit

NEAR = 0.55  # how far below the best statement another article's sentence may score; a cell has its row's label
BESIDE = 0.7  # how far below an article's best its second statement may score; half of it without a number
ALIKE = 0.55  # cosine, under the adapter, of a known question whose answer is expected
KNOWN = 0.3  # what an expected statement gains on others of its article
FIRST = 6  # of the ranking, among which a second statement without numbers must be
_OTHERS = re.compile(r"\bother (?:articles|texts|sources|guides|publishers|ones)\b", re.I)
_BESIDE = frozenset(
    {"transition", "choose", "exits", "automation"}
)  # matters in which a measure is spoken of by the way


def line(context: Context, found: Stated) -> tuple[Piece, ...]:
    """One stated amount or sentence, its source and date first."""
    unit, figure = found.unit, found.figure
    source = Frame(f"{told_apart(context, found.article)}:")
    if figure is None or not figure.from_table:
        plain = stated(context, unit)
        if unit.kind == "cell" and len(unit.roles) == 1:
            return source, Claim(
                f"{context.called(unit.roles[0])}, {unit.row.lower()}: {unit.text.rstrip('.')}.",
                (unit,),
                plain.statement,
            )
        return source, plain
    role = context.called(figure.role)
    return source, Claim(f"{role}, {short(figure, unit)}.", (unit,), says=phrase(context, figure, unit))


def statements(context: Context) -> Draft | None:
    """The best statement of each article on what is asked, and whether they contradict one another."""
    best = _best(context)
    if not best:
        return None
    found = [stated_of(context, s.unit, next(iter(s.unit.numbers), None)) for s in best[:6]]
    if len({s.article for s in found}) == 1:
        what = "figure" if all(s.quantity for s in found) else "statement"
        more = f". It gives more than one {what}:" if len(found) > 1 else ", so there is nothing to set against it."
        lead = f"Only {context.publisher(found[0].article)} states this{more}"
    else:
        lead = _agreement(context, found)
    return Draft((paragraph(Frame(lead)), bullets(*(line(context, s) for s in found))), "conflict")


def _agreement(context: Context, found: Sequence[Stated]) -> str:
    counted = [s for s in found if s.quantity and "reason" not in context.question.measures]
    keys = {s.quantity.key for s in counted if s.quantity}
    apart = len({s.article for s in counted}) > 1 or len(keys) > 1
    if apart and len({s.quantity.unit for s in counted if s.quantity}) == 1:
        if len(keys) == 1:
            return "They agree."
        why = "; ".join(["each counts in its own way, as its words show", *reasons(context, counted)])
        return f"{yes_no(context) or 'They give different figures'}: {why}."
    if shared := _shared_names(context, found):
        return f"They agree: all name {' and '.join(shared)}."
    if counted:
        return "They do not contradict each other, though not all of them give a figure."
    return "They do not contradict each other; each puts it in its own way."


def _shared_names(context: Context, found: Sequence[Stated]) -> list[str]:
    """Proper names that all of the statements have."""
    sets = [
        {w for w in re.findall(r"[A-Z][\w.]*\w", s.unit.text) if w.lower() in context.statements.names} for s in found
    ]
    return sorted(set.intersection(*sets)) if sets else []


def _best(context: Context) -> list[Scored]:
    """For each article what it states best on the asked measures and roles, with a number where numbers are the
    measure; a second statement where that says something else, as near."""
    question = context.question
    asked = {"premium"} if "premium" in question.measures else set(focus(question.measures))
    asked = {"reason"} if {"reason", "premium"} <= set(question.measures) else asked
    asked = {"transition"} if "transition" in question.measures and question.origin and question.goal else asked
    counted = bool(asked & set(NUMERIC)) or "coding" in asked
    first = {s.unit.key for s in context.ranked[:FIRST]}
    best: dict[str, list[tuple[float, Scored]]] = {}
    expected = {k for k, numbers in _expected(context).items() if "reason" not in asked and (numbers or not counted)}
    for scored in _admitted(context, asked, expected):
        unit = scored.unit
        score = scored.score + (0.5 if counted and _counts(unit, question.roles) else 0.0)
        score += KNOWN if unit.key in expected else 0.0
        score += (0.8 if unit.kind == "cell" and asked & labelled(unit) else 0.0) - (
            0.4 if (_BESIDE - asked) & unit.measures else 0.0
        )
        best.setdefault(unit.passage.article, []).append((score, scored))
    leads = sorted((max(found, key=lambda f: f[0]) for found in best.values()), key=lambda f: -f[0])
    top = max((s.score for _, s in leads), default=0.0)
    near = [
        s
        for _, s in leads
        if s.score >= top - NEAR or s.unit.key in expected or (s.unit.kind == "cell" and asked & labelled(s.unit))
    ]
    out: list[Scored] = []
    for lead in near:
        out.append(lead)
        others = sorted(best[lead.unit.passage.article], key=lambda f: -f[0])
        for _, other in others[:8]:
            told = _counts(other.unit, question.roles) if counted else other.unit.key in first | expected
            reach = BESIDE if other.unit.numbers else 0.5 * BESIDE
            if told and other.score >= lead.score - reach and adds(other.unit, [s.unit for s in out]):
                out.append(other)
                if not counted or sum(s.unit.passage.article == other.unit.passage.article for s in out) > 2:
                    break
    return out


def _expected(context: Context) -> dict[tuple[str, int], bool]:
    """The statements that answer the nearest known questions, and whether each has a number."""
    best = max((near.score for near in context.answers), default=0.0)
    found = [near for near in context.answers if near.cosine >= ALIKE and near.score >= best - 0.12]
    units = (context.statements.units[i] for near in found for i in near.units)
    return {unit.key: bool(unit.numbers) for unit in units}


def _admitted(context: Context, asked: set[str], expected: set[tuple[str, int]]) -> Iterator[Scored]:
    """Ranked units of the named sources on the asked measures, or expected; none that speaks of the text itself."""
    question = context.question
    sources = () if _OTHERS.search(question.asked) else named(question, context.articles)
    for scored in context.ranked[:200]:
        unit = scored.unit
        if (asked and not asked & unit.measures and unit.key not in expected) or (
            sources and unit.passage.article not in sources
        ):
            continue
        if unit.kind == "cell" and not unit.roles and question.roles:
            continue  # where a row's figures come from
        publisher = context.publisher(unit.passage.article)
        own = publisher in unit.text and unit.kind != "cell"
        if own or _other_way(context, unit) or unit.text.endswith(":") or patterns.META.search(unit.text):
            continue
        yield scored


def _other_way(context: Context, unit: Unit) -> bool:
    wanted = (context.question.origin, context.question.goal)
    return all(wanted) and ends(unit.text, context.roles) == wanted[::-1]


def _counts(unit: Unit, roles: Sequence[str]) -> bool:
    return any(not roles or owner in roles or owner is None for owner in unit.owners)
