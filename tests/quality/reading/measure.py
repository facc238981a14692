"""Reads the tables of replies and measures how many are understood as meant.

    python -m tests.quality.reading.measure [--show] [--update-baseline]

Ends with 1 when a share is below baseline.json.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from agent.guide import Guide, load_guide
from agent.reading import Reading
from agent.understand import KeylessReader
from agent.understanding.lexicon import Embed
from corpus.library import Library
from tests.quality.reading.voices import TABLES, judge, voices

HERE = Path(__file__).parent
GUIDES = Path(__file__).parents[3] / "prompts" / "guides"
FEWER = ("not said", "wrongly left out")  # figures that are better when lower


@dataclass(frozen=True, slots=True)
class Case:
    guide: str
    pending: str
    reply: str
    expected: tuple[str, ...]


def cases(split: str) -> list[Case]:
    """The table `held` or `tuning`."""
    found = []
    for line in (HERE / f"{split}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            guide, pending, reply, expected = line.split("\t")
            found.append(Case(guide, pending, reply, tuple(expected.split("/"))))
    return found


def understood(case: Case, reading: Reading) -> bool:
    """Whether the reading is one of those that a good listener would come to."""
    stated = [e for e in reading.evidence if e.topic == case.pending and e.strength >= 0.3 and e.option]
    top = max((e.strength for e in stated), default=0.0)
    options = {e.option for e in stated if e.strength == top}
    if options & set(case.expected):
        return reading.intent in ("answer", "question")
    if reading.intent in case.expected:
        return True
    if "vague" in case.expected and reading.vague:
        return True
    if "none" in case.expected and not stated and reading.intent == "answer":
        return True
    return "dodge" in case.expected and (reading.dodged or reading.intent == "off_topic")


@cache
def _guide(id: str) -> Guide:
    return load_guide(GUIDES / f"{id}.yaml")


def measure(embed: Embed | None, split: str, show: bool = False) -> tuple[float, float]:
    """Share understood, and milliseconds a reply at the median."""
    reader = KeylessReader(embed)
    right, took = 0, []
    table = cases(split)
    for case in table:
        guide = _guide(case.guide)
        began = time.perf_counter()
        reading = reader.read(case.reply, guide, case.pending, frozenset())
        took.append((time.perf_counter() - began) * 1000)
        good = understood(case, reading)
        right += good
        if show and not good:
            seen = [(e.option, e.strength) for e in reading.evidence if e.topic == case.pending]
            manner = "vague" if reading.vague else "dodged" if reading.dodged else ""
            print(f"  [{case.pending}] {case.reply!r}: {'/'.join(case.expected)} <> {reading.intent} {manner} {seen}")
    return right / len(table), statistics.median(took)


def measure_voices(embed: Embed | None, table: str, show: bool = False) -> dict[str, float]:
    """Share understood, of volunteered facts heard, and of protected facts left out; the rest as counts."""
    reader = KeylessReader(embed)
    counts: Counter[str] = Counter()
    for voice in voices(table):
        guide = _guide(voice.guide)
        reading = reader.read(voice.reply, guide, voice.pending, frozenset())
        good = understood(Case(voice.guide, voice.pending, voice.reply, voice.expected), reading)
        found = judge(voice, reading)
        counts += found
        counts.update({"replies": 1, "understood": good})
        if show and not (good and found["heard"] == found["volunteered"] and not found["not said"]):
            seen = [(e.topic, e.option, e.strength) for e in reading.evidence]
            print(f"  {voice.kind} [{voice.pending}] {voice.reply[:120]!r}: {reading.intent} {seen}")
    return {
        "understood": counts["understood"] / counts["replies"],
        "volunteered, heard": counts["heard"] / counts["volunteered"],
        "protected, left out": counts["left out"] / counts["protected"] if counts["protected"] else 0.0,
        "heard but not said": counts["not said"],
        "wrongly left out": counts["taken for one"],
    }


def main(arguments: list[str]) -> int:
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder))
        for split in ("tuning", "held"):
            for name, embed in (("embeddings", library.embed), ("words", None)):
                share, ms = measure(embed, split, "--show" in arguments)
                figures[f"{split}, {name}"] = round(share, 4)
                print(f"{split:7} {name:11} {share:.3f} understood, {ms:.1f} ms a reply at the median")
        for table in TABLES:
            for name, figure in measure_voices(library.embed, table, "--show" in arguments).items():
                figures[f"{table}, {name}"] = round(figure, 4)
                print(f"{table} {name}: {figure:.3g}")
        library.close()
    path = HERE / "baseline.json"
    if "--update-baseline" in arguments:
        path.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
        return 0
    baseline = json.loads(path.read_text(encoding="utf-8"))
    worse = [k for k, v in figures.items() if (v - baseline[k] if k.endswith(FEWER) else baseline[k] - v) > 0.005]
    for k in worse:
        print(f"worse than the baseline: {k} {figures[k]:.3f}, was {baseline[k]:.3f}")
    return bool(worse)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
