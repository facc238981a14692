"""Scores by kind from judged replies, their Markdown table, and the comparison with the baseline."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from tests.quality.questions.carry import Carriage
from tests.quality.questions.items import Item
from tests.quality.questions.score import Reply, words

Scores = dict[str, dict[str, float]]  # kind -> measure -> value; shares are percent
GATED = (
    "right",
    "recall",
    "precision",
    "abstention precision",
    "abstention recall",
    "true accepted",
    "false refused",
)
EXACT = ("false refused",)  # not one false claim more may be accepted


@dataclass(frozen=True, slots=True)
class Judged:
    item: Item
    reply: Reply
    faults: tuple[str, ...]
    carriage: Carriage


def tally(judged: Sequence[Judged]) -> Scores:
    """Scores of each kind, and of "all"."""
    kinds = dict.fromkeys(one.item.kind for one in judged)
    scores = {kind: _scores([one for one in judged if one.item.kind == kind]) for kind in kinds}
    return scores | {"all": _scores(judged) | _abstention(judged)}


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 100.0


def _scores(judged: Sequence[Judged]) -> dict[str, float]:
    carriages = [one.carriage for one in judged]
    return {
        "questions": len(judged),
        "right": _share(sum(not one.faults for one in judged), len(judged)),
        "recall": _share(sum(c.carried for c in carriages), sum(c.claims for c in carriages)),
        "precision": _share(sum(c.sound for c in carriages), sum(c.citations for c in carriages)),
        "words": statistics.median(words(str(one.reply["answer"])) for one in judged),
        "ms": round(statistics.median(float(one.reply.get("ms", 0)) for one in judged), 1),
    }


def _abstention(judged: Sequence[Judged]) -> dict[str, float]:
    decided = [one for one in judged if one.item.expect.abstain is not None]
    did = [one for one in decided if one.reply.get("abstained")]
    should = [one for one in decided if one.item.expect.abstain]
    both = sum(1 for one in did if one.item.expect.abstain)
    return {"abstention precision": _share(both, len(did)), "abstention recall": _share(both, len(should))}


def table(scores: Scores) -> str:
    """Markdown; citation recall and precision are percent of claims and of citations."""
    lines = [
        "| kind | questions | right % | citation recall % | precision % | median words | median ms |",
        "|---|---|---|---|---|---|---|",
    ]
    columns = ("questions", "right", "recall", "precision", "words", "ms")
    lines += [f"| {kind} | " + " | ".join(f"{row[name]:g}" for name in columns) + " |" for kind, row in scores.items()]
    every = scores["all"]
    lines += [
        "",
        f"Abstention: precision {every['abstention precision']:g}%, recall {every['abstention recall']:g}%.",
    ]
    return "\n".join(lines)


def fallen(scores: Scores, before: Scores) -> list[str]:
    """Every gated score that lies more than a point below the baseline, or at all where it is exact."""
    return [
        f"{kind}: {name} fell from {old[name]:g} to {scores[kind][name]:g}"
        for kind, old in before.items()
        if kind in scores
        for name in GATED
        if name in old and name in scores[kind] and scores[kind][name] < old[name] - (name not in EXACT)
    ]
