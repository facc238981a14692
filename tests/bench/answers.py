"""How fast questions are answered: a batch of 200 in one process, and one claim checked.

python -m tests.bench.answers
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from agent.answer import Answerer
from agent.cite import Quote
from corpus.library import Library
from tests.quality.questions.items import read_items

CLAIM = "A mid-level TAM in the US gets total compensation of $120,000 to $170,000."
QUOTE = Quote("fdeacademy-fde-vs-tam", "Mid (3–6 yr) | $180K–$260K | $120K–$170K | ₹35–55 LPA | ₹20–35 LPA")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        answerer = Answerer(Library.open(Path(folder)))
        answerer.statements()
        ready = time.perf_counter() - began
        took = []
        for item in read_items("all")[:200]:
            began = time.perf_counter()
            answerer.ask(item.question, list(item.turns))
            took.append((time.perf_counter() - began) * 1000)
        checks = []
        for _ in range(200):
            began = time.perf_counter()
            answerer.checker().check(CLAIM, [QUOTE])
            checks.append((time.perf_counter() - began) * 1000)
    print("| what | figure |\n| --- | --- |")
    print(f"| index built and articles read | {ready:.1f} s |")
    print(f"| 200 questions in one process | {sum(took) / 1000:.1f} s |")
    print(
        f"| one question, median and 95th percentile | {statistics.median(took):.0f} ms, {sorted(took)[189]:.0f} ms |"
    )
    print(f"| one claim checked, median | {statistics.median(checks):.1f} ms |")


if __name__ == "__main__":
    main()
