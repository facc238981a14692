"""Wishes heard -> how much speaks for each role, and with which statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from agent.answering.advising.heard import Heard
from agent.answering.advising.wishes import Ground
from corpus.units import Unit

ASIDE = 0.5  # worth of a comparison with a role that is not up for choice
AWAY = 0.5  # worth of a statement in an article about other roles
CELL = 0.7  # rank of a table cell as a reason, beside a sentence
ANSWERS = 0.6  # share of the heaviest ground from which a wish's own answer is the verdict
LEAST = 0.35  # share of the heaviest ground from which another one is worth saying
Counted = tuple[float, Ground, str]  # what a ground counts, and the wish for which it was counted


@dataclass(frozen=True, slots=True)
class Weighed:
    """`score` sums `pro` and `contra`, which are the grounds with what each counts, heaviest first; in `pro` one of
    each wish that was heard goes before a second one of any."""

    of: str
    score: float
    pro: tuple[Ground, ...]
    contra: tuple[Ground, ...]
    answer: str = ""


def weigh(heard: Iterable[Heard], among: Sequence[str], named: bool, at_home: Callable[[Unit], bool]) -> list[Weighed]:
    """The roles of `among`, best first. `named`: the choice is between just these; `at_home` tells whether a statement
    stands in an article about that choice."""
    counts: dict[str, dict[tuple[str, int], Counted]] = {role: {} for role in among}
    answers: dict[str, tuple[float, str]] = {}
    for one in heard:
        for ground in one.wish.grounds:
            if ground.of not in counts:
                continue
            value = ground.weight * one.strength * (1.0 if at_home(ground.unit) else AWAY)
            if named and set(ground.unit.roles) - set(among):
                value *= ASIDE
            held = counts[ground.of].get(ground.unit.key)
            if held is None or abs(value) > abs(held[0]):
                counts[ground.of][ground.unit.key] = (value, ground, one.wish.key)
            if one.wish.answer and value > answers.get(ground.of, (0.0, ""))[0]:
                answers[ground.of] = (value, one.wish.answer)
    return sorted((_sum(role, list(c.values()), answers) for role, c in counts.items()), key=lambda w: -w.score)


def _sum(role: str, counted: list[Counted], answers: dict[str, tuple[float, str]]) -> Weighed:
    counted.sort(key=lambda c: -abs(c[0]) * (CELL if c[1].unit.kind == "cell" else 1.0))
    score = sum(value for value, _, _ in counted)
    least = abs(counted[0][0]) * LEAST if counted else 0.0
    kept = [c for c in counted if abs(c[0]) >= least]
    top = max((v for v, _, _ in counted), default=0.0)
    best, answer = answers.get(role, (0.0, ""))
    return Weighed(
        role,
        score,
        tuple(_in_turn([(g, wish) for v, g, wish in kept if v > 0])),
        tuple(g for v, g, _ in kept if v < 0),
        answer if best >= top * ANSWERS else "",
    )


def _in_turn(grounds: Sequence[tuple[Ground, str]]) -> list[Ground]:
    """The grounds in their order, the first of each wish before the others."""
    firsts = {wish: ground for ground, wish in reversed(grounds)}
    return sorted((g for g, _ in grounds), key=lambda g: g not in firsts.values())
