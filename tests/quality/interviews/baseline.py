"""The committed figures that later runs are held against."""

from __future__ import annotations

import json
from pathlib import Path

from tests.quality.interviews.tally import MOST, Score

PATH = Path(__file__).with_name("baseline.json")
SLACK = 0.005  # of a share, and of the turns; time is held against its target alone


def read(path: Path = PATH) -> dict[str, dict[str, float]]:
    """ "split/variant" -> measure -> value; empty before the first."""
    figures: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return figures


def update(key: str, scores: dict[str, Score], path: Path = PATH) -> None:
    kept = {name: round(score.value, 4) for name, score in scores.items() if not name.startswith("ms ")}
    path.write_text(json.dumps({**read(path), key: kept}, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def fallen(scores: dict[str, Score], before: dict[str, float]) -> list[str]:
    """What is worse than the baseline, a line each."""
    lines = []
    for name, value in before.items():
        score = scores.get(name)
        if score is None:
            lines.append(f"{name} was not measured; the baseline has {value:g}")
        elif score.total and score.value < value - SLACK:
            lines.append(f"{name} fell from {value:.1%} to {score.value:.1%}")
        elif not score.total and score.value > value + SLACK:
            lines.append(f"{name} rose from {value:.2f} to {score.value:.2f}")
    spent = scores.get("ms a turn, median")
    if before and spent and spent.value > MOST["ms a turn, median"]:
        lines.append(f"a turn took {spent.value:.0f} ms at the median, at most {MOST['ms a turn, median']:.0f}")
    return lines
