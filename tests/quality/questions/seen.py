"""Which questions does the product hold already, word for word or nearly? (corpus/asked is written by hand.)

A question that stands there measures memory; the runner says how many do, and the score without them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml
from rapidfuzz import fuzz, process, utils

from tests.quality.questions.items import Item

ASKED = Path(__file__).parents[3] / "corpus" / "asked"
NEAR = 85  # of 100, words in any order


def seen(items: Iterable[Item], folder: Path = ASKED) -> set[str]:
    """Ids of the items whose question has a near twin in `folder`; none when there is no such folder."""
    held = [
        question
        for path in sorted(folder.glob("*.yaml"))
        for entry in yaml.safe_load(path.read_text("utf-8"))
        for question in entry["asked"]
    ]
    return {
        item.id
        for item in items
        if process.extractOne(
            item.question,
            held,
            scorer=fuzz.token_sort_ratio,
            processor=utils.default_process,
            score_cutoff=NEAR,
        )
    }
