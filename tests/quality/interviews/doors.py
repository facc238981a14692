"""Two ways into the product: the command as a child process, which is the truth, and the same lines in this
process, which is faster. Neither needs a key; both keep their data in a folder of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from agent.events import Report, Turn
from agent.fieldnote import Fieldnote
from agent.interview import Interview
from agent.settings import read_settings
from tests.quality.interviews.simulator import Line
from ui.jsonl import report_json


class DoorError(Exception):
    """The interview could not go on; the message quotes what the command said."""


class Child:
    """`fieldnote interview GUIDE --json`, one process an interview."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.process: subprocess.Popen[str] | None = None

    def open(self, guide: str) -> Line:
        keep = {k: v for k, v in os.environ.items() if not k.startswith(("FIELDNOTE_", "OPENAI_"))}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "ui", "interview", guide, "--json"],
            text=True,
            encoding="utf-8",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**keep, "FIELDNOTE_DATA": str(self.data), "FIELDNOTE_ENGINE": "keyless"},
        )
        return self._read()

    def send(self, text: str) -> Line:
        return self._write({"text": text})

    def edit(self, message: str, text: str) -> Line:
        return self._write({"command": "change", "message": message, "text": text})

    def _write(self, request: dict[str, str]) -> Line:
        assert self.process is not None
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(request, ensure_ascii=False) + "\n")
        self.process.stdin.flush()
        return self._read()

    def close(self) -> None:
        if self.process is None:
            return
        self.process.communicate()

    def _read(self) -> Line:
        assert self.process is not None
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        text = self.process.stdout.readline()
        if not text:
            raise DoorError(f"the command ended: {self.process.stderr.read().strip()[-500:]}")
        line: dict[str, Any] = json.loads(text)
        return line


class Here:
    """The same interview without a process of its own, as the same lines."""

    def __init__(self, product: Fieldnote) -> None:
        self.product = product
        self.interview: Interview | None = None

    def open(self, guide: str) -> Line:
        self.interview = self.product.interview(guide)
        return self._line(self.interview.pending())

    def send(self, text: str) -> Line:
        assert self.interview is not None
        return self._line(self.interview.reply(text))

    def edit(self, message: str, text: str) -> Line:
        assert self.interview is not None
        return self._line(self.interview.edit(message, text))

    def close(self) -> None:
        self.interview = None

    def _line(self, turn: Turn) -> Line:
        assert self.interview is not None
        return turn_line(turn, self.interview.report() if turn.done else None)


def turn_line(turn: Turn, report: Report | None) -> Line:
    """A Turn as a line of the contract."""
    line: Line = json.loads(json.dumps(asdict(turn)))
    if report is not None:
        line["report"] = report_json(report)
    return line


def house(data: Path) -> Fieldnote:
    """The product, keyless, with its data in `data`."""
    return Fieldnote.open(read_settings({"FIELDNOTE_DATA": str(data), "FIELDNOTE_ENGINE": "keyless"}))
