"""Measures over many interviews, and their table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from tests.quality.interviews.case import Case, ideal
from tests.quality.interviews.checks import CHECKS

TARGETS = {
    "topic coverage": 0.92,
    "vague answers probed": 0.9,
    "recommendation accepted": 0.9,
    "facts captured": 0.9,
    "unasked topics settled rightly": 0.9,
    "reasons true to what was meant": 0.9,
}  # every other share: 1
MOST = {"turns against the ideal": 1.3, "ms a turn, median": 100.0}


@dataclass(frozen=True, slots=True)
class Score:
    """A share of `passed` in `total`, or with `total` 0 a plain figure of which less is better."""

    value: float
    passed: int = 0
    total: int = 0


def failures(case: Case) -> list[str]:
    return [f"{name}: {note}" for name, check in CHECKS.items() for good, note in check(case) if not good]


def turns(case: Case) -> float:
    """Replies given for each that a perfect interviewer would have needed."""
    return len(case.transcript.exchanges) / ideal(case)


def judge(cases: Sequence[Case]) -> dict[str, Score]:
    """Every measure over `cases`; a check that nothing came under is left out."""
    scores: dict[str, Score] = {}
    for name, check in CHECKS.items():
        results = [good for case in cases for good, _ in check(case)]
        if results:
            scores[name] = Score(sum(results) / len(results), sum(results), len(results))
    whole = [case for case in cases if not case.stopped()]
    if whole:
        replies, needed = (sum(f) for f in zip(*((len(c.transcript.exchanges), ideal(c)) for c in whole), strict=True))
        scores["turns against the ideal"] = Score(replies / needed)
        scores["turns against the ideal, worst"] = Score(max(map(turns, whole)))
    spent = sorted(line["ms"] for case in cases for _, line in case.transcript.pairs())
    scores["ms a turn, median"] = Score(median(spent))
    scores["ms a turn, 95th percentile"] = Score(spent[int(len(spent) * 0.95)])
    return scores


def table(scores: dict[str, Score], before: dict[str, float]) -> str:
    rows = ["| measure | value | of | target | baseline |", "|---|---|---|---|---|"]
    for name, score in scores.items():
        if score.total:
            target = TARGETS.get(name, 1.0)
            sign = "" if score.value >= target else " ✗"
            value, of, aim = f"{score.value:.1%}{sign}", f"{score.passed}/{score.total}", f"{target:.0%}"
            was = f"{before[name]:.1%}" if name in before else ""
        else:
            most = MOST.get(name)
            value, of, aim = (
                f"{score.value:.2f}{' ✗' if most and score.value > most else ''}",
                "",
                f"≤ {most:g}" if most else "",
            )
            was = f"{before[name]:.2f}" if name in before else ""
        rows.append(f"| {name} | {value} | {of} | {aim} | {was} |")
    return "\n".join(rows)
