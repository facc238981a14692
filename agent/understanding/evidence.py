"""Clauses -> evidence: which option of which topic a clause speaks for, and how plainly."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.reading import Evidence
from agent.understanding.clauses import Clause
from agent.understanding.cues import cued
from agent.understanding.foreseen import foreseen, volunteered_numbers
from agent.understanding.found import Found
from agent.understanding.lexicon import SURE, Lexicon
from agent.understanding.poles import liked
from agent.understanding.quantities import Quantity
from agent.understanding.stance import Stance, conceded, experience, former, joined, no_longer, past, stance

_NOT_ONLY = re.compile(r"\bnot (?:only|just|merely|simply)(?: \w+){0,2}$")
_OFTEN = re.compile(r"\b(?:every|each|daily|(?<!at )all|full|most|a lot)\b")


def clause_evidence(
    lexicon: Lexicon,
    clause: Clause,
    message: str,
    pending: str | None,
    numbers: Sequence[Quantity],
    first: bool,
    mentioned: frozenset[str],
    how: Stance | None = None,
) -> list[Evidence]:
    """Evidence in one clause. `first`: it is where a reply begins; `mentioned`: topics whose terms stand in
    its sentence; `how` overrides its own stance."""
    text = joined(clause.words)
    if conceded(text):
        return []
    found = cued(lexicon, clause, text, pending, mentioned)
    if pending is not None:
        spoken = [f for f in found if f.topic == pending]
        elsewhere = not first and pending not in mentioned and any(lexicon.topics[t].wish for t in mentioned)
        found += foreseen(lexicon, clause, text, pending, numbers, first, spoken, elsewhere)
    found += liked(lexicon, clause, text, pending, {f.topic for f in found}, mentioned, first)
    found += volunteered_numbers(lexicon, clause, text, pending, numbers)
    manner = how or stance(text)
    evidence = []
    for f in _choose(lexicon, found):
        e = _evidence(lexicon, f, clause, message, manner.strength, manner.manner, text, f.topic == pending)
        if e is not None and (e.strength >= 0 or f.topic == pending):  # what is not is no answer yet to come
            evidence.append(e)
    return evidence


def _choose(lexicon: Lexicon, found: list[Found]) -> list[Found]:
    """One option a clause where a topic's options exclude each other, else all that are about as clear."""
    chosen: list[Found] = []
    for topic in dict.fromkeys(f.topic for f in found):
        mine = sorted((f for f in found if f.topic == topic), key=lambda f: -f.weight)
        exclusive = any(o.pole or o.bands for o in lexicon.topics[topic].options) and not lexicon.topics[topic].open
        kept = [mine[0]]
        if not exclusive:
            for f in mine[1:]:
                apart = all(f.span[1] < k.span[0] or f.span[0] > k.span[1] for k in kept)
                if f.weight >= 0.6 * mine[0].weight and apart and f.option not in {k.option for k in kept}:
                    kept.append(f)
        chosen += kept
    return chosen


def _evidence(
    lexicon: Lexicon,
    f: Found,
    clause: Clause,
    message: str,
    strength: float,
    manner: str,
    text: str,
    asked: bool,
) -> Evidence | None:
    topic = lexicon.topics[f.topic]
    if topic.wish and (past(text) or (experience(text) and not asked)):
        return None
    if (not topic.open and no_longer(text)) or (not topic.wish and former(text)):
        return None
    if manner == "reported" and not topic.wish:
        strength, manner = 1.0, "stated"  # what others say of a fact is a fact about them
    if f.weight < SURE:
        strength = min(strength, 0.5)
    elif f.weight < 0.75:
        strength *= 0.8
    option: str = f.option
    if _NOT_ONLY.search(joined(clause.words[: f.span[0]])):
        strength *= 0.5
    if f.denied:
        often = lexicon.pole(f.topic, "some") if _OFTEN.search(text) else None
        other = often or topic.option(f.option).opposite
        if other is None:
            return _quote(f.topic, option, -strength, clause, message, "negated" if strength else manner)
        option, strength = other, strength * 0.9
        manner = "negated" if manner == "stated" else manner
    return _quote(f.topic, option, strength, clause, message, manner)


def _quote(topic: str, option: str | None, strength: float, clause: Clause, message: str, manner: str) -> Evidence:
    quote = message[clause.start : clause.end]
    return Evidence(topic, option, round(strength, 2), quote, clause.start, clause.end, manner)  # type: ignore[arg-type]


def free_text(topic: str, message: str, parts: Sequence[Clause]) -> Evidence:
    """The words themselves, for an open topic on which no option was recognised."""
    start, end = parts[0].start, parts[-1].end
    return Evidence(topic, None, 1.0, message[start:end], start, end)
