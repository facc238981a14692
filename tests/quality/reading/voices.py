"""Tables of replies that also say what is volunteered on other topics, and whether a protected fact is told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from agent.reading import Evidence, Reading

HERE = Path(__file__).parent
STATED = 0.3
TABLES = ("voices1", "voices2", "voices3", "voices4")


@dataclass(frozen=True, slots=True)
class Voice:
    """`also` maps a topic to the options that a good listener may hear (empty: any); `must` are those that have
    to be heard. `told`: yes, no or either."""

    kind: str
    guide: str
    pending: str
    reply: str
    expected: tuple[str, ...]
    also: dict[str, frozenset[str]]
    must: frozenset[str]
    told: str


def voices(table: str) -> list[Voice]:
    found = []
    for line in (HERE / f"{table}.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, guide, pending, reply, expected, also, told = line.split("\t")
        pairs = [piece.partition("=") for piece in also.split()]
        heard = {topic.lstrip("~"): frozenset(options.split("/")) - {""} for topic, _, options in pairs}
        must = frozenset(topic for topic, _, _ in pairs if not topic.startswith("~"))
        found.append(Voice(kind, guide, pending, reply, tuple(expected.split("/")), heard, must, told))
    return found


def judge(voice: Voice, reading: Reading) -> Counter[str]:
    """Counts: facts volunteered and heard, heard but not said, protected facts told and left out, and others
    taken for one."""
    counts: Counter[str] = Counter()
    stated = [e for e in reading.evidence if e.strength >= STATED and e.option]
    for topic in voice.must:
        counts["volunteered"] += 1
        counts["heard"] += any(_fits(voice, e) for e in stated if e.topic == topic)
    counts["not said"] = sum(e.topic != voice.pending and not _fits(voice, e) for e in stated)
    counts["protected"] = voice.told == "yes"
    counts["left out"] = voice.told == "yes" and bool(reading.left_out)
    counts["taken for one"] = voice.told == "no" and bool(reading.left_out)
    return counts


def _fits(voice: Voice, e: Evidence) -> bool:
    allowed = voice.also.get(e.topic)
    return allowed is not None and (not allowed or e.option in allowed)
