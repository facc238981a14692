"""`python -m tests.quality.reading.weights`: fits the weights of agent/understanding/weighing.py on the replies of the
simulated people, and writes them. Prints what it gets right of each split by weights that were fitted on the others.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

import agent.understanding as understanding
from agent.guide import load_guide
from agent.understand import KeylessReader
from agent.understanding.contrast import ASIDE
from agent.understanding.weighing import Seen, grounds, shares
from corpus.library import Library
from tests.quality.interviews.respondent import Respondent, load, stances
from tests.quality.reading.measure import cases

GUIDES = Path(__file__).parents[3] / "prompts" / "guides"
FILE = Path(str(understanding.__file__)).parent / "weights.yaml"
HEAD = """# What speaks for an option, or for a way of not answering, and by how much: with embeddings, and by words.
# Fitted by `python -m tests.quality.reading.weights`; the names are those of agent/understanding/weighing.py.
# `against` is of agent/talk/opposed.py, and fitted by `python -m tests.quality.reading.opposed`.
# `volunteered` is of agent/understanding/mentions.py, and fitted by `python -m tests.quality.reading.volunteered`.
"""
SHORT = 4.0  # a short reply of the table counts as so many of theirs
RARE = 4.0  # a reply that is no answer counts as much as so many that are one
PENALTY = 2e-4  # of squared weights, beside the mean log likelihood
STEPS = 40
Rows = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reply:
    """`meant`: the candidates that a good listener would come to."""

    split: str
    meant: frozenset[str]
    seen: Seen
    counts: float = 1.0  # as so many replies

    @property
    def aside(self) -> bool:
        return all(c.startswith(ASIDE) for c in self.meant)


def replies(people: Sequence[Respondent], reader: KeylessReader) -> Iterator[Reply]:
    guides = {g: load_guide(GUIDES / f"{g}.yaml", heard=False) for g in {p.guide for p in people}}
    known = stances()
    for person in people:
        for topic, first in person.replies.items():
            fact, guide = person.facts.get(topic), guides[person.guide]
            options = frozenset(o.id for o in guide.topic(topic).options)
            meant = frozenset(known[person.guide][topic][fact.stance]) if fact and fact.stance else options
            manners = {"vague": person.vague, "dodges": person.dodged, "refusals": person.refused}
            aside = next((m for m, topics in {**manners, "unknown": person.unknown}.items() if topic in topics), "")
            clear = (*person.probes.get(topic, ()), *person.again.get(topic, ()))
            said = [(text, frozenset({ASIDE + aside}) if aside else meant) for text in first]
            for text, of in dict.fromkeys([*said, *((text, meant) for text in clear)]):
                seen = reader.seen(text, guide, topic) if fact or of != meant else None
                if seen is not None and of & set(seen.whole):
                    yield Reply(person.split, of, seen)


def short_ones(reader: KeylessReader) -> Iterator[Reply]:
    """The table of short replies, which simulated people give too seldom."""
    manners = {"vague": "vague", "decline": "refusals", "dont_know": "unknown"}
    guides = {g.stem: load_guide(g, heard=False) for g in GUIDES.glob("*.yaml")}
    for case in cases("tuning"):
        meant = frozenset(ASIDE + manners[e] if e in manners else e for e in case.expected)
        seen = reader.seen(case.reply, guides[case.guide], case.pending)
        if seen is not None and meant & set(seen.whole):
            yield Reply("short", meant, seen, SHORT)


def fit(told: Sequence[Reply]) -> dict[str, float]:
    """The weights of the most likely conditional logit, by Newton's method."""
    every = [{c: grounds(r.seen, c) for c in r.seen.whole} for r in told]
    names = sorted({name for of in every for found in of.values() for name in found})
    at = {name: i for i, name in enumerate(names)}
    size = max(map(len, every))
    features = np.zeros((len(told), size, len(names)))
    there, meant = np.full((len(told), size), -1e9), np.zeros((len(told), size))
    for i, (reply, of) in enumerate(zip(told, every, strict=True)):
        for k, (candidate, found) in enumerate(of.items()):
            there[i, k], meant[i, k] = 0.0, candidate in reply.meant
            for name, value in found.items():
                features[i, k, at[name]] = value
    counts = np.array([r.counts * (RARE if r.aside else 1.0) for r in told]) / len(told)
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        share = _softmax(features @ weights + there)
        wanted = share * meant
        wanted /= wanted.sum(axis=1, keepdims=True) + 1e-12
        slope = np.einsum("nk,nkd->d", (share - wanted) * counts[:, None], features) + PENALTY * weights
        mean = np.einsum("nk,nkd->nd", share, features)
        bend = np.einsum("nk,nkd,nke->de", share * counts[:, None], features, features, optimize=True)
        bend -= np.einsum("n,nd,ne->de", counts, mean, mean, optimize=True) - PENALTY * np.eye(len(names))
        step = np.linalg.solve(bend, slope)
        weights -= step * min(1.0, 3 / np.abs(step).max())
        if np.abs(step).max() < 1e-3:
            break
    return {name: round(float(w), 2) for name, w in zip(names, weights, strict=True)}


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder))
        people = load(held=False)
        readers = {"vectors": KeylessReader(library.embed), "words": KeylessReader()}
        told = {name: [*replies(people, reader), *short_ones(reader)] for name, reader in readers.items()}
        library.close()
    for name, all_of in told.items():
        right, total = Counter[str](), Counter[str]()
        for split in dict.fromkeys(r.split for r in all_of):
            weights = fit([r for r in all_of if r.split != split])
            for reply in (r for r in all_of if r.split == split):
                of = shares(reply.seen, weights)
                away = sum(share for c, share in of.items() if c.startswith(ASIDE)) >= 0.5
                best = max((c for c in of if c.startswith(ASIDE) == away), key=lambda c: of[c])
                kind = f"{split}, no answer" if reply.aside else split
                total[kind] += 1
                right[kind] += away == reply.aside if reply.aside else best in reply.meant
        print(
            name, {kind: f"{right[kind] / total[kind]:.1%} of {total[kind]}" for kind in sorted(total)}, file=sys.stderr
        )
    store({name: fit(all_of) for name, all_of in told.items()})
    return 0


def store(fitted: dict[str, dict[str, float]]) -> None:
    """Writes these tables into the file; the others stay."""
    tables = yaml.safe_load(FILE.read_text(encoding="utf-8")) | fitted
    FILE.write_text(HEAD + yaml.safe_dump(tables, sort_keys=True), encoding="utf-8")


def _softmax(sums: Rows) -> Rows:
    parts = np.exp(sums - sums.max(axis=1, keepdims=True))
    return np.asarray(parts / parts.sum(axis=1, keepdims=True))


if __name__ == "__main__":
    sys.exit(main())
