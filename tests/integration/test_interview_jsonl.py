"""The contract of the JSON lines: one line for one line, after a first line that asks."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from agent.interview import Interview, InterviewError
from agent.log import Log
from tests.integration.killed import House
from ui.jsonl import run_interview

KEYS = {"interview", "message", "citations", "topic", "move", "progress", "done", "ms"}


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(f"sqlite:///{tmp_path / 'log.sqlite'}")


def run(house: House, *requests: Any, resume: str | None = None) -> tuple[int, list[dict[str, Any]]]:
    out = io.StringIO()
    lines = [r if isinstance(r, str) else json.dumps(r) for r in requests]
    code = run_interview(house, "small", lines, out, resume)
    house.log.close()
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_whole_interview(house: House) -> None:
    code, lines = run(
        house, {"text": "coding=much role=dev pay=fixed"}, {"command": "skip"}, {"text": "no"}, {"text": "confirm"}
    )
    assert code == 0
    assert len(lines) == 5
    assert all(set(line) >= KEYS for line in lines)
    assert [line["done"] for line in lines] == [False] * 4 + [True]
    assert [set(line["progress"]) for line in lines] == [{"covered", "total"}] * 5
    report = lines[-1]["report"]
    assert set(report) == {"markdown", "recommendation", "profile", "gaps"}
    assert set(report["recommendation"][0]) == {"id", "score", "reasons"}
    assert set(report["profile"][0]) == {"topic", "summary", "status", "evidence"}
    coding = next(t for t in report["profile"] if t["topic"] == "coding")
    assert coding["evidence"] == [{"message": lines[1]["said_id"], "quote": "coding=much"}]
    assert "report" not in lines[0]


@pytest.mark.parametrize("command", ["skip", "back", "why", "left", "summary", "dont_know", "decline", "restart"])
def test_commands_answer_with_a_line(house: House, command: str) -> None:
    code, lines = run(house, {"text": "coding=much"}, {"command": command})
    assert (code, len(lines), lines[-1]["done"]) == (0, 3, False)


def test_a_report_at_any_time_and_an_early_finish(house: House) -> None:
    _, lines = run(house, {"command": "report"}, {"command": "finish"}, {"text": "thanks"}, {"command": "report"})
    assert [("report" in line, line["done"]) for line in lines] == [
        (False, False),
        (True, False),
        (True, True),
        (True, True),
        (True, True),
    ]


def test_resuming_writes_the_pending_message_again(house: House) -> None:
    _, first = run(house, {"text": "coding=much"})
    _, second = run(house, {"text": "role=dev"}, resume=first[0]["interview"])
    same = ("interview", "message", "topic", "move", "progress", "citations", "message_id")
    assert [second[0][key] for key in same] == [first[-1][key] for key in same]
    assert second[1]["topic"] == "travel"


def test_changes_by_topic_and_by_message(house: House) -> None:
    _, lines = run(
        house,
        {"text": "coding=much"},
        {"command": "change", "topic": "coding", "text": "coding=little"},
        {"command": "change", "message": "m3", "text": "travel=none"},
        {"command": "change", "topic": "coding"},
    )
    assert "chose little" in lines[2]["message"]
    assert "travel" in lines[3]["message"]
    assert lines[4]["topic"] == "coding"


@pytest.mark.parametrize(
    "bad",
    [
        "not json",
        "[]",
        "{}",
        '{"text": 3}',
        '{"command": "dance"}',
        "[" * 100_000,
        '{"command": "change", "topic": "weather", "text": "x"}',
    ],
)
def test_a_bad_line_gets_an_error_and_the_interview_goes_on(house: House, bad: str) -> None:
    code, lines = run(house, bad, {"text": "coding=much"})
    assert code == 1
    assert set(lines[1]) == {"interview", "error"}
    assert lines[2]["topic"] == "role"


def test_odd_characters_come_through_the_pipe(house: House) -> None:
    code, lines = run(house, '{"text": "coding=much \\ud800 \\u0000 \\u2028"}')
    assert (code, len(lines)) == (0, 2)


def test_an_unknown_interview_is_an_error(house: House) -> None:
    with pytest.raises(InterviewError, match="no interview"):
        run(house, resume="nobody")


def test_each_line_is_written_before_the_next_is_read(house: House) -> None:
    out = io.StringIO()
    seen: list[int] = []

    def lines() -> Any:
        for text in ("coding=much", "role=dev"):
            seen.append(len(out.getvalue().splitlines()))
            yield json.dumps({"text": text})

    run_interview(house, "small", lines(), out)
    assert seen == [1, 2]
    assert isinstance(house.resume(json.loads(out.getvalue().splitlines()[0])["interview"]), Interview)
    assert isinstance(house.log, Log)


@pytest.mark.parametrize(("line", "says"), [
    ({"text": "x", "answering": ["m1"]}, '"answering" must be a string'),
    ({"text": "x", "answering": {}}, '"answering" must be a string'),
    ({"command": "change", "text": "coding=little"}, '"topic"'),
    ({"command": "change", "topic": "coding", "option": "none"}, "has no answer 'none'"),
    ("[" * 100_000, "not JSON"),
    ("NaN", '"text" or "command"'),
])  # fmt: skip
def test_what_cannot_be_taken_says_what_it_should_be_and_the_interview_goes_on(
    house: House, line: Any, says: str
) -> None:
    code, lines = run(house, line, {"text": "coding=much"})
    assert code == 1
    assert says in lines[1]["error"]
    assert lines[2]["topic"] == "role"


def test_null_is_as_good_as_nothing_and_a_byte_order_mark_too(house: House) -> None:
    _, lines = run(house, {"text": "coding=much", "command": None, "answering": None}, '\ufeff{"text": "role=dev"}')
    assert [line["topic"] for line in lines] == ["coding", "role", "travel"]


def test_an_answer_can_be_set_by_its_option(house: House) -> None:
    _, lines = run(house, {"text": "coding=much"}, {"command": "change", "topic": "coding", "option": "little"})
    assert "chose little" in lines[2]["message"]


@pytest.mark.parametrize("command", ["confirm", "reject", "change"])
def test_a_button_pressed_too_early_is_no_answer(house: House, command: str) -> None:
    _, lines = run(house, {"command": command}, {"command": "finish"})
    coding = next(t for t in lines[2]["report"]["profile"] if t["topic"] == "coding")
    assert (coding["status"], coding["evidence"]) == ("asked", [])
