"""An interview over lines of JSON: one object read, one written.

The first line written is the first question, or with `resume` the message that waits for an answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from time import perf_counter
from typing import Any, Protocol, TextIO

from agent.events import Report, Turn
from agent.interview import Interview, InterviewError

STRINGS = ("text", "command", "topic", "message", "option", "answering")


class House(Protocol):
    """What is needed of `agent.fieldnote.Fieldnote`."""

    def interview(self, guide_id: str) -> Interview: ...
    def resume(self, interview_id: str) -> Interview: ...


class LineError(Exception):
    """A line that cannot be taken; the message says what it should be."""


def run_interview(house: House, guide_id: str, lines_in: Iterable[str], out: TextIO, resume: str | None = None) -> int:
    """The exit code: 0, or 1 when a line could not be taken (each such line gets {"error": …} and the
    interview goes on). InterviewError when the interview cannot be opened."""
    interview = house.resume(resume) if resume else house.interview(guide_id)
    failed = False
    _write(out, _line(interview, interview.pending()))
    for text in lines_in:
        if not text.strip():
            continue
        started = perf_counter()
        try:
            request = _parse(text)
            turn = _turn(interview, request)
            line = _line(interview, turn, request.get("command") == "report")
            line["ms"] = round((perf_counter() - started) * 1000, 2)
        except (LineError, InterviewError) as error:
            failed, line = True, {"interview": interview.id, "error": str(error)}
        _write(out, line)
    return int(failed)


def _parse(text: str) -> dict[str, Any]:
    try:
        request = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        raise LineError('This line is not JSON. Write an object a line, for example {"text": "…"}.') from None
    if isinstance(request, dict):
        request = {key: value for key, value in request.items() if value is not None}  # null: not given
    if not isinstance(request, dict) or not ("text" in request or "command" in request):
        raise LineError('A line needs "text" or "command", for example {"text": "…"} or {"command": "skip"}.')
    if wrong := [key for key in STRINGS if not isinstance(request.get(key, ""), str)]:
        raise LineError(f'"{wrong[0]}" must be a string; it is {type(request[wrong[0]]).__name__} here.')
    return request


def _turn(interview: Interview, request: dict[str, Any]) -> Turn:
    command, text, topic = request.get("command"), request.get("text", ""), request.get("topic", "")
    if command is None:
        return interview.reply(text, answering=request.get("answering"))
    if command == "change" and (option := request.get("option")):
        return interview.correct(topic, option, text)
    if command == "change" and text:
        if message := request.get("message"):
            return interview.edit(message, text)
        if not topic:
            raise LineError('A change needs "topic", or the id of an earlier answer in "message".')
        return interview.change(topic, text)
    return interview.command(command, topic)


def _line(interview: Interview, turn: Turn, report: bool = False) -> dict[str, Any]:
    line: dict[str, Any] = {
        "interview": turn.interview,
        "message": turn.message,
        "citations": [asdict(c) for c in turn.citations],
        "topic": turn.topic,
        "move": turn.move,
        "progress": {"covered": turn.progress.covered, "total": turn.progress.total},
        "done": turn.done,
        "ms": turn.ms,
        "message_id": turn.message_id,
        "said_id": turn.said_id,
        "quick": list(turn.quick),
    }
    if turn.notice:
        line["notice"] = turn.notice
    if turn.done or report:
        line["report"] = report_json(interview.report())
    return line


def report_json(report: Report) -> dict[str, Any]:
    """A report in the contract's shape. `evidence` names the person's message and quotes it exactly."""
    return {
        "markdown": report.markdown,
        "recommendation": [
            {"id": r.id, "score": r.score, "reasons": [asdict(reason) for reason in r.reasons]}
            for r in report.recommendation
        ],
        "profile": [
            {
                "topic": t.id,
                "summary": t.understood,
                "status": t.status,
                "evidence": [{"message": message, "quote": quote} for message, quote in t.evidence],
            }
            for t in report.profile
        ],
        "gaps": list(report.gaps),
    }


def _write(out: TextIO, line: dict[str, Any]) -> None:
    out.write(json.dumps(line) + "\n")  # ASCII: a lone surrogate in what was typed must not break the pipe
    out.flush()
