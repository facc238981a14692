"""The claim check on near-miss claims (claims.yaml), beside three checks as other systems do them.

A false accept is a claim that its quotes do not carry and that passed; a false reject one that they carry and
that did not. `_ours` is the only place that knows the product's check.
"""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import yaml

from tests.quality.questions.carry import shipped_texts, stems
from tests.quality.questions.tally import Scores

CLAIMS = Path(__file__).with_name("claims.yaml")


@dataclass(frozen=True, slots=True)
class Case:
    """`quotes` are (whole article id, text); `stands` says whether they stand in the article."""

    id: str
    claim: str
    quotes: tuple[tuple[str, str], ...]
    holds: bool
    change: str
    stands: bool = True


Check = Callable[[Case], bool]


def read_cases(path: Path = CLAIMS) -> list[Case]:
    """Every claim of every group, numbered in its group."""
    ids = {name: name for name in shipped_texts()}
    cases = []
    for group in yaml.safe_load(path.read_text("utf-8")):
        quotes = tuple((next(a for a in ids if a.endswith(end)), text) for end, text in group["quotes"])
        said = [
            (holds, change, claim)
            for key, holds in (("holds", True), ("fails", False))
            for one in group.get(key, ())
            for change, claim in one.items()
        ]
        cases += [
            Case(f"{group['id']}-{number}", claim, quotes, holds, change, group.get("stands", True))
            for number, (holds, change, claim) in enumerate(said, 1)
        ]
    return cases


def measure(data: Path, show: bool = False) -> Scores:
    """Percent of true claims accepted and of false ones refused, and milliseconds a claim, for each check."""
    checks: dict[str, Check] = {
        "fieldnote": _ours(data),
        "difflib at 35% of a phrase": _difflib,
        "bounds of the citation number": _bounds,
        "word overlap of half": _overlap,
    }
    return {name: _measured(check, read_cases(), show and name == "fieldnote") for name, check in checks.items()}


def _measured(check: Check, cases: list[Case], show: bool) -> dict[str, float]:
    times, accepted = [], []
    for case in cases:
        begun = time.perf_counter()
        accepted.append(check(case))
        times.append((time.perf_counter() - begun) * 1000)
    wrong = [case for case, passed in zip(cases, accepted, strict=True) if passed != case.holds]
    if show:
        for case in wrong:
            print(f"{'rejected' if case.holds else 'accepted'} {case.id} ({case.change}): {case.claim}")
    missed, true = Counter(case.holds for case in wrong), sum(case.holds for case in cases)
    false = len(cases) - true
    return {
        "false accepts": missed[False],
        "false rejects": missed[True],
        "false refused": round(100 * (1 - missed[False] / false), 1),
        "true accepted": round(100 * (1 - missed[True] / true), 1),
        "ms": round(statistics.mean(times), 2),
        "ms p95": round(statistics.quantiles(times, n=20)[-1], 2),
    }


def table(scores: Scores) -> str:
    """Markdown: counts first, then shares of the true and of the false claims."""
    cases = read_cases()
    true = sum(case.holds for case in cases)
    lines = [
        f"{len(cases)} claims, {true} true and {len(cases) - true} false.\n",
        "| check | false accepts | false rejects | true accepted % | false refused % | mean ms | p95 ms |",
        "|---|---|---|---|---|---|---|",
    ]
    columns = ("false accepts", "false rejects", "true accepted", "false refused", "ms", "ms p95")
    return "\n".join(
        lines + [f"| {name} | " + " | ".join(f"{row[c]:g}" for c in columns) + " |" for name, row in scores.items()]
    )


def _ours(data: Path) -> Check:
    from agent.answer import Answerer
    from agent.cite import Quote
    from corpus.library import Library

    checker = Answerer(Library.open(data)).checker()
    return lambda case: checker.check(case.claim, [Quote(*quote) for quote in case.quotes]).holds


def _difflib(case: Case) -> bool:
    """A third of the quote is found in the article, and a third of the claim in the quote."""
    return all(_longest(text, shipped_texts()[article]) >= 0.35 for article, text in case.quotes) and (
        max(_longest(case.claim, text) for _, text in case.quotes) >= 0.35
    )


def _longest(phrase: str, text: str) -> float:
    """Characters of `phrase` in matching blocks, as a share of it."""
    blocks = SequenceMatcher(None, text.lower(), phrase.lower(), autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(1, len(phrase))


def _bounds(case: Case) -> bool:
    """The citation's number is one of the passages handed out."""
    return all(1 <= number <= len(case.quotes) for number in range(1, len(case.quotes) + 1))


def _overlap(case: Case) -> bool:
    """Half of the claim's content words stand in what is quoted."""
    want = stems(case.claim)
    have = set().union(*(stems(text) for _, text in case.quotes))
    return not want or len(want & have) * 2 >= len(want)
