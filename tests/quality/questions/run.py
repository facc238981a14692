"""Asks the product every question and scores the answers by kind.

    python -m tests.quality.questions.run [--split dev|test|all|exams] [--kind KIND …] [--show] [--update-baseline]
    python -m tests.quality.questions.run --raw [FOLDER]     originals in an empty library, not the digests
    python -m tests.quality.questions.run --claims           the claim check on near-miss claims

Ends with 1 when a score lies more than a point below baseline.json, or a false claim more is accepted.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from tests.quality.questions import claims
from tests.quality.questions.carry import judge, shipped_texts
from tests.quality.questions.drive import ROOT, DriveError, add, ask, keyless
from tests.quality.questions.items import KINDS, read_items
from tests.quality.questions.score import faults
from tests.quality.questions.seen import seen
from tests.quality.questions.tally import Judged, Scores, fallen, table, tally

BASELINE = Path(__file__).with_name("baseline.json")


def measure(split: str, kinds: list[str], data: Path, raw: Path | None) -> list[Judged]:
    """Every question of `split` and `kinds`, asked and judged; `raw` is a folder of originals."""
    items = [item for item in read_items(split) if item.kind in kinds and (item.raw or not raw)]
    environ = keyless(data, **({"FIELDNOTE_SHIPPED": "0"} if raw else {}))
    texts = shipped_texts()
    if raw:
        originals = sorted(raw.glob("*.txt"))
        print(add(originals, environ).strip())
        texts = {}  # offsets count the cleaned text, which is not a file
    replies = ask(items, environ)
    return [
        Judged(item, reply, tuple(faults(item, reply)), judge(reply, texts))
        for item in items
        for reply in [replies[item.id]]
    ]


def show(judged: list[Judged], everything: bool) -> None:
    """Prints each answer that is wrong or not carried (or all), with what is wrong with it."""
    for one in judged:
        said = [*one.faults, *one.carriage.faults]
        if said or everything:
            turns = "".join(f"   (before: {turn})\n" for turn in one.item.turns)
            print(f"\n### {one.item.id} [{one.item.split}]\n{turns}Q: {one.item.question}")
            print(f"A: {one.reply['answer']}")
            print("".join(f"  - {fault}\n" for fault in said), end="")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Scores the answers of fieldnote.")
    parser.add_argument("--split", choices=("dev", "test", "all", "exams"), default="all")
    parser.add_argument("--kind", nargs="+", choices=tuple(KINDS), help="these kinds only")
    parser.add_argument("--raw", nargs="?", const="../shared/sources", help="folder of original .txt files")
    parser.add_argument("--claims", action="store_true", help="measure the claim check instead of the answers")
    parser.add_argument("--show", nargs="?", const="failed", choices=("failed", "all"), type=str.lower)
    parser.add_argument("--update-baseline", action="store_true")
    parser.add_argument("--data", type=Path, help="the product's data folder; a fresh one if not given")
    chosen = parser.parse_args(arguments)
    if chosen.claims:
        with tempfile.TemporaryDirectory(prefix="fieldnote-claims-") as fresh:
            scores = claims.measure(chosen.data or Path(fresh), show=bool(chosen.show))
        print(claims.table(scores))
        return _compare("claims", scores, chosen.update_baseline)
    name = "raw" if chosen.raw else chosen.split
    kinds = chosen.kind or (["fact", "comparison"] if chosen.raw else list(KINDS))
    raw = (ROOT / chosen.raw).resolve() if chosen.raw else None
    with tempfile.TemporaryDirectory(prefix="fieldnote-questions-") as fresh:
        try:
            judged = measure(chosen.split, kinds, chosen.data or Path(fresh), raw)
        except DriveError as problem:
            print(problem)
            return 2
    scores = tally(judged)
    if chosen.show:
        show(judged, chosen.show == "all")
    print(table(scores))
    print(_seen(judged))
    if chosen.kind:
        scores.pop("all")  # of some kinds only: not comparable
    return _compare(name, scores, chosen.update_baseline)


def _seen(judged: list[Judged]) -> str:
    held = seen(one.item for one in judged)
    new = [one for one in judged if one.item.id not in held]
    right = 100 * sum(not one.faults for one in new) / max(1, len(new))
    return f"Nearly word for word in corpus/asked: {len(held)} questions; without them {right:.1f}% are right."


def _compare(name: str, scores: Scores, update: bool) -> int:
    before = json.loads(BASELINE.read_text("utf-8")) if BASELINE.exists() else {}
    if update:
        kept = {kind: {k: v for k, v in row.items() if not k.startswith("ms")} for kind, row in scores.items()}
        before[name] = before.get(name, {}) | kept
        BASELINE.write_text(json.dumps(before, indent=1, sort_keys=True) + "\n", "utf-8")
        return 0
    worse = fallen(scores, before.get(name, {}))
    print("".join(f"\n{line}" for line in worse) or "\nNo score is more than a point below the baseline.")
    return 1 if worse else 0


if __name__ == "__main__":
    raise SystemExit(main())
