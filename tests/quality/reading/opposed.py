"""`python -m tests.quality.reading.opposed`: fits by what an answer goes against an earlier one (agent/talk/opposed.py)
on the simulated people: what they contradict, and all that they don't. Prints what it finds of each split by weights
that were fitted on the others.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from agent.guide import Guide, load_guide
from agent.talk.against import ODDS, opposites, states
from agent.talk.form import sentences
from agent.talk.heard import Talk
from agent.talk.opposed import Against
from agent.understand import KeylessReader
from agent.understanding.weighing import log_odds
from corpus.library import Library
from tests.quality.interviews.respondent import VARIANTS, Respondent, load
from tests.quality.reading.logistic import by_name, newton, scaled
from tests.quality.reading.weights import GUIDES, store

PLAIN = 0.6  # strength of an answer that stands
RARE = 20.0  # a contradiction counts as much as so many sentences that are none
ROUNDS = 6


@dataclass(frozen=True, slots=True)
class Case:
    """The sentences of one answer against one that stands; `meant`: one of them contradicts it."""

    split: str
    meant: bool
    found: tuple[Against, ...]


def cases(people: Sequence[Respondent], reader: KeylessReader, library: Library) -> Iterator[Case]:
    guides = {name: load_guide(GUIDES / f"{name}.yaml", heard=False) for name in {p.guide for p in people}}
    talks = {name: Talk(g, library.embed, sides=partial(reader.sides, g)) for name, g in guides.items()}
    for person in people:
        meant = {(c.topic, c.by) for c in person.contradictions}
        for variant in range(len(VARIANTS)):
            standing: dict[str, tuple[str, frozenset[str]]] = {}
            for topic in (t for t in guides[person.guide].topics if t.id in person.replies):
                said = person.replies[topic.id][variant]
                spans = [said[a:b] for a, b in sentences(said) if states(said[a:b])]
                by: dict[str, list[Against]] = {}
                for one in (a for of in talks[person.guide].opposed(spans, topic.id, standing) for a in of):
                    by.setdefault(one.topic, []).append(one)
                yield from (Case(person.split, (of, topic.id) in meant, tuple(f)) for of, f in by.items())
                if topic.id not in (*person.refused, *person.unknown):
                    standing |= _answered(reader, guides[person.guide], topic.id, said)


def _answered(reader: KeylessReader, guide: Guide, topic: str, said: str) -> dict[str, tuple[str, frozenset[str]]]:
    read = reader.read(said, guide, topic, frozenset()).evidence
    plain = [e for e in read if e.topic == topic and e.option and e.strength >= PLAIN]
    option = max(plain, key=lambda e: e.strength).option if plain else None
    return {topic: (option, opposites(guide.topic(topic), option))} if option else {}


def fit(told: Sequence[Case]) -> dict[str, float]:
    """Logistic regression, where of the sentences of a contradiction the one that is likest counts as it."""
    names = sorted(told[0].found[0].grounds)
    each = [np.array([[one.grounds[n] for n in names] for one in case.found]) for case in told]
    each, mean, spread = scaled(each)
    weights = np.zeros(len(names) + 1)
    weights[[names.index("beyond others"), names.index("turned round")]] = 1
    for _ in range(ROUNDS):
        chosen = [
            rows[[int((rows @ weights).argmax())]] if case.meant else rows
            for case, rows in zip(told, each, strict=True)
        ]
        rows = np.concatenate(chosen)
        is_one = np.concatenate([np.full(len(r), float(c.meant)) for c, r in zip(told, chosen, strict=True)])
        weights = newton(rows, is_one, np.where(is_one > 0, RARE, 1.0), weights)
    return by_name(names, weights, mean, spread)


def odds(case: Case, known: dict[str, float]) -> float:
    return max(log_odds(one.grounds, known) for one in case.found)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder))
        told = list(cases(load(held=False), KeylessReader(library.embed), library))
        library.close()
    counted = Counter[str]()
    for split in dict.fromkeys(c.split for c in told):
        known = fit([c for c in told if c.split != split])
        for case in (c for c in told if c.split == split):
            held = odds(case, known) >= ODDS
            counted["contradictions"] += case.meant
            counted["found"] += case.meant and held
            counted["others taken for one"] += held and not case.meant
    print(dict(counted), "of", len(told), file=sys.stderr)
    store({"against": fit(told)})
    return 0


if __name__ == "__main__":
    sys.exit(main())
