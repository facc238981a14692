"""`python -m tests.quality.reading.volunteered`: fits what counts as told on a topic that was not asked about
(agent/understanding/mentions.py), on the simulated people: what they volunteer, and all that they don't. Prints what it
finds of each split by weights that were fitted on the others.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from agent.guide import load_guide
from agent.understand import KeylessReader
from agent.understanding.mentions import Mention
from agent.understanding.volunteered import CERTAIN, LIKELY
from agent.understanding.weighing import log_odds
from corpus.library import Library
from tests.quality.interviews.respondent import VARIANTS, Respondent, load, stances
from tests.quality.reading.logistic import Rows, by_name, newton, scaled
from tests.quality.reading.weights import GUIDES, store

RARE = 5.0  # what is volunteered counts as much as so many sentences that are something else
CHANCE = 0.3  # … and what is right, though no one noted it down, as this much of one: it may be so by chance
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Case:
    """What one reply may tell on one topic; `meant` are the options that would be right."""

    split: str
    volunteered: bool
    meant: frozenset[str]
    found: tuple[Mention, ...]


def cases(people: Sequence[Respondent], reader: KeylessReader) -> Iterator[Case]:
    guides, known = {p.guide: load_guide(GUIDES / f"{p.guide}.yaml", heard=False) for p in people}, stances()
    for person in people:
        guide = guides[person.guide]
        for variant in range(len(VARIANTS)):
            to_come = [t.id for t in guide.topics if t.id in person.replies]
            while to_come:
                asked = to_come.pop(0)
                of: dict[str, list[Mention]] = {}
                for one in reader.mentions(person.replies[asked][variant], guide, asked):
                    of.setdefault(one.topic, []).append(one)
                for topic in (t for t in to_come if t in of):
                    if (fact := person.facts.get(topic)) and fact.stance:
                        meant = frozenset(known[person.guide][topic][fact.stance])
                        told = topic in person.volunteered.get(asked, ())
                        yield Case(person.split, told, meant, tuple(of[topic]))


def fit(told: Sequence[Case]) -> dict[str, float]:
    """Logistic regression, where of the sentences that tell what is volunteered the one that is likest counts."""
    names = sorted(told[0].found[0].grounds)
    each = [np.array([[one.grounds[n] for n in names] for one in case.found]) for case in told]
    each, mean, spread = scaled(each)
    weights = np.zeros(len(names) + 1)
    weights[[names.index("all but what was asked"), names.index("near")]] = 1
    for _ in range(ROUNDS):
        parts = [_counted(case, rows, weights) for case, rows in zip(told, each, strict=True)]
        rows, meant, counts = (np.concatenate(column) for column in zip(*parts, strict=True))
        weights = newton(rows, meant, counts, weights)
    return by_name(names, weights, mean, spread)


def _counted(case: Case, rows: Rows, weights: Rows) -> tuple[Rows, Rows, Rows]:
    """(the rows of a case that are learned from, 1 for what is told, how much each counts)."""
    right = np.array([one.option in case.meant for one in case.found])
    if not case.volunteered:
        return rows, np.zeros(len(rows)), np.where(right, CHANCE, 1.0)
    best = np.where(right, rows @ weights, -np.inf).argmax() if right.any() else -1
    kept = ~right
    kept[best] |= right.any()
    is_one = np.arange(len(rows)) == best
    return rows[kept], (is_one & right)[kept].astype(float), np.where(is_one & right, RARE, 1.0)[kept]


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder))
        told = list(cases(load(held=False), KeylessReader(library.embed)))
        library.close()
    counted = Counter[str]()
    for split in dict.fromkeys(c.split for c in told):
        known = fit([c for c in told if c.split != split])
        for case in (c for c in told if c.split == split):
            odds, best = max(((log_odds(one.grounds, known), one) for one in case.found), key=lambda pair: pair[0])
            said = "volunteered" if case.volunteered else "not noted as volunteered"
            counted[said] += 1
            for name, least in (("settled", CERTAIN), ("told", LIKELY)):
                if odds >= least:
                    counted[f"{said}, {name} {'right' if best.option in case.meant else 'wrong'}"] += 1
    print(*(f"{name}: {n}" for name, n in sorted(counted.items())), sep="\n", file=sys.stderr)
    store({"volunteered": fit(told)})
    return 0


if __name__ == "__main__":
    sys.exit(main())
