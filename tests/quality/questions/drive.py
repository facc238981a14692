"""Puts questions to the product through its JSON contract, as a script would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.quality.questions.items import Item
from tests.quality.questions.score import Reply

ROOT = Path(__file__).parents[3]
FIELDNOTE = (sys.executable, "-m", "ui")


class DriveError(Exception):
    """The product did not answer as its contract says; the message has its last words."""


def keyless(data: Path, **more: str) -> dict[str, str]:
    """An environment with `data` as the product's folder and no model, whatever the caller has set."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("FIELDNOTE_", "OPENAI_"))}
    return kept | {"FIELDNOTE_DATA": str(data), "FIELDNOTE_ENGINE": "keyless"} | more


def ask(items: Sequence[Item], environ: Mapping[str, str], timeout: float = 1800) -> dict[str, Reply]:
    """Replies by question id; DriveError when one is missing."""
    lines = [
        json.dumps({"id": item.id, "question": item.question, "turns": list(item.turns)}, ensure_ascii=False)
        for item in items
    ]
    out = _run(["ask", "--json"], "\n".join(lines) + "\n", environ, timeout)
    replies = {reply["id"]: reply for reply in map(json.loads, filter(None, map(str.strip, out.splitlines())))}
    if missing := [item.id for item in items if item.id not in replies]:
        raise DriveError(f"No answer to {len(missing)} questions, the first {missing[0]}.")
    return replies


def add(paths: Sequence[Path], environ: Mapping[str, str]) -> str:
    """`fieldnote add PATH…`; what it said."""
    return _run(["add", *map(str, paths)], "", environ, 600)


def _run(arguments: list[str], text: str, environ: Mapping[str, str], timeout: float) -> str:
    ended = subprocess.run(
        [*FIELDNOTE, *arguments],
        input=text,
        capture_output=True,
        encoding="utf-8",
        env=dict(environ),
        cwd=ROOT,
        timeout=timeout,
        check=False,
    )
    if ended.returncode:
        raise DriveError(f"fieldnote {arguments[0]} ended with {ended.returncode}: {ended.stderr.strip()[-2000:]}")
    return ended.stdout
