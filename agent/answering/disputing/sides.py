"""The sides that a question sets against each other ("near zero" and "a few calls a quarter") and, for each, the
statement that says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from agent.answering import patterns
from agent.answering.asking.texts import without_articles
from agent.answering.bearing import STRONG
from agent.answering.comparing.fitting import fits
from agent.answering.context import Context
from agent.answering.disputing.equal import quantities, same
from agent.answering.disputing.signals import degree, shows, turns, without
from agent.answering.fact import NUMERIC
from agent.answering.terms import content_terms
from corpus.facets import facets_of, measures_asked
from corpus.quantities import find
from corpus.units import Unit

MOST = 4  # sides of one question
MET, ALIKE = 0.34, 0.52  # share of a side's words, or cosine, from which a statement is taken to say it
COUNTED = 0.4  # cosine of a number on the very measure that the side speaks of
LIGHT, WEIGHT = 1.5, 4.0  # summed rarity of the words that they share: nothing common is taken for what is said
NUMBER, ROW, MOVES, LEVEL, DEGREE = 0.8, 0.1, 0.25, 0.4, 0.4
_SENTENCE = re.compile(r"[.?!:;](?=\s|$)|\s[–—-]\s")
_QUOTES = re.compile(r"[“”\"‘]|(?<!\w)'|'(?!\w)")
_ELSE = frozenset({"transition", "choose", "exits", "automation"})


@dataclass(frozen=True, slots=True)
class Side:
    """`said` as it is said, `text` without the words of saying; `terms` its content words with their rarity; the
    `roles` it is of."""

    said: str
    text: str
    terms: dict[str, float]
    roles: tuple[str, ...]


def sides(context: Context) -> list[Side]:
    """What is said to be stated, side by side, in the question's order; one or none where no sides are told."""
    out: list[Side] = []
    for part in _parts(_QUOTES.sub(" ", without_articles(context.question.asked))):
        own = tuple(r for r in context.roles.ids(part) if r in context.question.roles)
        if side := _side(context, part, own or context.question.roles):
            out.append(side)
    if len(out) < 2 and len(context.question.roles) > 1:
        whole = _side(context, context.question.asked, context.question.roles)
        out = [Side(whole.said, whole.text, whole.terms, (role,)) for role in context.question.roles] if whole else []
    return out[:MOST]


def _parts(text: str) -> list[str]:
    """The sentences on either side of each word that sets one thing against another."""
    parts = turns(text)
    if len(parts) < 2:
        return []
    found: list[str] = []
    for place, part in enumerate(parts):
        sentences = [s for s in _SENTENCE.split(part) if re.search(r"\w", s)]
        found += sentences if place == 0 and len(sentences) < 2 else sentences[-1:] if place == 0 else sentences[:1]
        if 0 < place < len(parts) - 1 and len(sentences) > 1:
            found.append(sentences[-1])
    return found


def _side(context: Context, part: str, roles: tuple[str, ...]) -> Side | None:
    bare = part
    for mention in reversed(context.roles.find(part)):
        bare = f"{bare[: mention.span.start]} {bare[mention.span.end :]}"
    text = _unnamed(context, without(bare, "texts", "places", "doubt", "clash", "empty"))
    terms = _terms(context, text)
    if not terms and degree(part) is not None:
        terms = content_terms(context.question, context.statements)  # "practically none": of what is asked about
    return (
        Side(part, text, terms, roles)
        if terms and (len(text) > 2 or quantities(text) or degree(part) is not None)
        else None
    )


def _unnamed(context: Context, said: str) -> str:
    """Without the names of publishers."""
    words = {w for a in context.articles.values() for w in (a.publisher or "").split()}
    return " ".join(w for w in said.split() if w.strip("'’s") not in words)


def _terms(context: Context, said: str) -> dict[str, float]:
    """Content words by rarity, plurals of short forms ("LLMs") as their singular."""
    return {_one(t): context.statements.idf(_one(t)) for t in context.statements.tokenizer(said) if len(t) > 1}


def _one(term: str) -> str:
    return term[:-1] if term.endswith("s") and len(term) < 6 else term


def of_sides(context: Context) -> list[Unit]:
    """For each side the statement that says it best, each once; [] where fewer than two are said."""
    told = sides(context)
    if len(told) < 2:
        return []
    names = [" and ".join(context.roles.short(r) for r in side.roles) for side in told]
    wordings = [f"{name}: {side.text}" for name, side in zip(names, told, strict=True)]
    vectors = context.embed([*wordings, *(side.said for side in told)], False)
    found: list[Unit] = []
    for place, side in enumerate(told):
        cosines = context.statements.cosines(None if vectors is None else vectors[place])
        if vectors is not None:
            cosines = np.maximum(cosines, context.statements.cosines(vectors[len(told) + place]))
        best = _best(context, side, cosines, found)
        if best is not None and not any(_alike(best, u) for u in found):
            found.append(best)
    return [*found, *_of_all(context, found)] if len(found) > 1 else []


def _of_all(context: Context, found: Sequence[Unit]) -> list[Unit]:
    """Where it is asked who is really ahead: the statement that sets the roles against each other."""
    asked = set(context.question.roles)
    if len(asked) < 2 or not shows(context.question.asked, "ruling"):
        return []
    measures = set(context.question.measures)
    both = (s.unit for s in context.ranked[:20] if s.unit.kind != "cell" and asked <= set(s.unit.roles))
    best = next((u for u in both if measures & u.measures and not patterns.META.search(u.text)), None)
    return [best] if best and not any(_alike(best, u) for u in found) else []


def _alike(unit: Unit, other: Unit) -> bool:
    """Whether it is the same statement, or the same amounts in other words."""
    numbers = {q.key for q in unit.numbers}
    return unit.key == other.key or bool(numbers and numbers == {q.key for q in other.numbers})


def _best(context: Context, side: Side, cosines: np.ndarray, taken: Sequence[Unit]) -> Unit | None:
    amounts, total = [q for q in find(side.text) if not q.year], sum(side.terms.values())
    own_measures = set(measures_asked(side.said)) - {"difference", "overlap", "choose", "premium"}
    measures = set(context.question.measures) | own_measures
    strong = {m for m in context.question.measures if m in STRONG}
    of_degree = degree(side.said)
    rarest = max(side.terms, key=lambda t: side.terms[t])
    used, level = {u.passage.article for u in taken}, facets_of(side.text).level
    whole = content_terms(context.question, context.statements)
    best: tuple[float, Unit] | None = None
    for i, unit in enumerate(context.statements.units):
        if not _may(context, unit, side):
            continue
        own = {_one(t) for t in context.statements.terms[i]}
        weight = sum(w for t, w in side.terms.items() if t in own)
        met = weight / total if rarest in own else 0.5 * weight / total
        number = any(same(a, q) >= 1 for a in amounts for q in (*unit.numbers, *find(unit.row)))
        cosine = float(cosines[i])
        of_measure = bool(own_measures & unit.measures)
        counts = of_measure and bool(unit.numbers) and bool(own_measures & set(NUMERIC))
        weighs = weight >= (LIGHT if of_measure else WEIGHT) and (met >= MET or cosine >= ALIKE)
        if strong and not own_measures and unit.kind == "cell" and not strong & unit.measures:
            continue  # "a high share of them" in a question on degrees is no share of remote work
        if own_measures & set(NUMERIC) and not (number or of_measure):
            continue  # "more job ads" is said of openings, whatever else has a word of it
        alike = of_degree is not None and bool(measures & unit.measures) and degree(unit.text) == of_degree
        if not (number or weighs or alike or (counts and cosine >= COUNTED)):
            continue
        if amounts and not number:
            met *= 0.5
        score = met + cosine + (NUMBER if number else 0.0) + (ROW if unit.kind == "cell" else 0.0)
        score += (0.35 if measures & unit.measures else 0.0) + (0.15 if of_measure else 0.0) + (0.45 if counts else 0.0)
        score += DEGREE if alike else 0.0
        score += LEVEL if set(level) & set(unit.facets.level) else 0.0
        score += 0.2 * sum(w for t, w in whole.items() if t in own) / max(sum(whole.values()), 1.0)
        score -= MOVES * len((_ELSE - measures) & unit.measures) + (0.15 if unit.passage.article in used else 0.0)
        if best is None or score > best[0]:
            best = (score, unit)
    return best[1] if best else None


def _may(context: Context, unit: Unit, side: Side) -> bool:
    """Whether the unit speaks of the side's roles, and neither of the text itself nor of its publisher."""
    about = set(unit.about())
    if side.roles and not (about & set(side.roles)) and about:
        return False
    if side.roles and not about:
        return False
    if (
        not fits(context, unit)
        or len(about - set(side.roles)) > 1
        or unit.text.endswith(":")
        or patterns.META.search(unit.text)
    ):
        return False
    publisher = context.publisher(unit.passage.article)
    return unit.kind == "cell" or publisher not in unit.text
