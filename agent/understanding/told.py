"""A message taken apart: what it asks us, what it tells, and what rules find in that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from agent.reading import Evidence
from agent.understanding.asking import announced, asks_back, inverted, question_in
from agent.understanding.clauses import Clause
from agent.understanding.lexicon import Lexicon
from agent.understanding.manner import evades, only_opens, weight
from agent.understanding.pieces import message_evidence, without
from agent.understanding.protected import stretch
from agent.understanding.quantities import Quantity, quantities
from agent.understanding.stance import joined
from agent.understanding.words import phrase

LEFT = 2  # words of meaning that a quote must have without a protected fact, or a reply beside a question, to tell
Fact = tuple[str, int, int]  # a protected one: its kind, where it starts and ends


@dataclass(frozen=True, slots=True)
class Told:
    """`asked` is what a message asks us; `rest` are the clauses that tell something, `numbers` what it counts,
    `evidence` what rules find in it, `mentioned` the topics whose terms it has."""

    asked: str
    rest: list[Clause]
    numbers: list[Quantity]
    evidence: list[Evidence]
    mentioned: frozenset[str]

    @property
    def little(self) -> bool:
        """Whether next to nothing is told."""
        return _meaning(self.rest) < LEFT


def told(lexicon: Lexicon, message: str, parts: list[Clause], pending: str | None, facts: Sequence[Fact]) -> Told:
    """`parts` are the clauses of `message`, `facts` those in it that are protected."""
    asked = question_in(message, parts)
    asked = "" if evades(phrase(asked)) else asked
    rest = [p for p in parts if not (_within(asked, message, p) or asks_back(p) or (asked and announced(p)))]
    if len(rest) > 1 and only_opens(joined(rest[0].words)):
        rest = rest[1:]
    rest = without(rest, facts)
    plain = [p for p in rest if not inverted(p)]  # "Is that even code?"
    rest, numbers = plain if _meaning(plain) >= LEFT else rest, quantities(message)
    evidence, mentioned = message_evidence(lexicon, message, rest, pending, numbers)
    return Told(asked, rest, numbers, evidence, mentioned)


def spared(message: str, evidence: Iterable[Evidence], facts: Sequence[Fact]) -> list[Evidence]:
    """The evidence with its quotes cut to what holds no protected fact; none where next to nothing is left."""
    kept = []
    for e in evidence:
        if any(start < e.end and e.start < end for _, start, end in facts):
            start, end = stretch(message, e.start, e.end)
            if weight(phrase(message[start:end]).split()) < LEFT:
                continue
            e = replace(e, quote=message[start:end], start=start, end=end)
        kept.append(e)
    return kept


def _meaning(parts: Iterable[Clause]) -> int:
    return weight(w.text for p in parts for w in p.words)


def _within(asked: str, message: str, part: Clause) -> bool:
    if not asked:
        return False
    start = message.find(asked)
    return start >= 0 and start <= part.start < start + len(asked)
