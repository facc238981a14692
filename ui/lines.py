"""Questions as lines of JSON: {"id", "question", "turns"?} in, an answer a line out."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, Protocol, TextIO

from agent.events import Answer


class BadLineError(ValueError):
    """A line that is no question; `id` is its own, where it has one."""

    def __init__(self, message: str, id: object = None) -> None:
        super().__init__(message)
        self.id = id if isinstance(id, (str, int, float)) else None


class Asks(Protocol):
    def ask(self, question: str, turns: list[str]) -> Answer: ...


def answer_lines(house: Asks, lines: Iterable[str], out: TextIO) -> int:
    """Answers each line and flushes; a line that is no question gets {"id", "error"}. Returns how many failed."""
    failed = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            item = _item(line)
        except BadLineError as error:
            failed += 1
            _write(out, {"id": error.id, "line": number, "error": str(error)})
            continue
        _write(out, _answered(house, item))
    return failed


def _item(line: str) -> dict[str, Any]:
    example = 'write for example {"id": "1", "question": "What does a TAM do?"}'
    try:
        item = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadLineError(f"This line is not JSON ({error.msg} at character {error.pos}); {example}") from None
    except RecursionError:
        raise BadLineError(f"This line is nested too deeply; {example}") from None
    except ValueError:  # a number of thousands of digits
        raise BadLineError(f"This line holds a number that is too long; {example}") from None
    if not isinstance(item, dict) or not isinstance(item.get("question"), str):
        raise BadLineError(f'This line has no "question" text; {example}', _id_of(item))
    turns = item.get("turns") or []
    if not isinstance(turns, list) or not all(isinstance(t, str) for t in turns):
        raise BadLineError('"turns" must be a list of texts: the earlier user messages, oldest first', _id_of(item))
    return {**item, "turns": turns}


def _id_of(item: object) -> object:
    return item.get("id") if isinstance(item, dict) else None


def _answered(house: Asks, item: dict[str, Any]) -> dict[str, Any]:
    began = time.perf_counter()
    answer = house.ask(item["question"], item["turns"])
    return {
        "id": item.get("id"),
        "answer": answer.text,
        "abstained": answer.abstained,
        "citations": [asdict(c) for c in answer.citations],
        "engine": answer.engine,
        "kind": answer.kind,
        "dropped": [{"claim": claim, "verdict": verdict} for claim, verdict in answer.dropped],
        **({"notice": answer.notice} if answer.notice else {}),
        "ms": round((time.perf_counter() - began) * 1000, 1),
    }


def _write(out: TextIO, value: dict[str, Any]) -> None:
    out.write(json.dumps(value, ensure_ascii=False) + "\n")
    out.flush()
