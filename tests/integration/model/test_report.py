"""A model may word a report's summary and steps; what they say stays the report's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from agent.fieldnote import Fieldnote
from tests.fakes.openai_server import Asked, Say
from tests.integration.model.conftest import settings_for

_LINE = re.compile(r"^\[(\w+)\] (.*)$", re.MULTILINE)
SAID = ("I'm a backend engineer in Java.", "I want to write code most days.", "Customers give me energy.")


@pytest.fixture
def reported(serve: Any, tmp_path: Path) -> Iterator[Any]:
    """`reported(script)`: the closing turn's report, and that of the same interview without a model."""
    houses: list[Fieldnote] = []

    def run(script: Any) -> tuple[Any, Any, Any]:
        server = serve(script)
        settings = settings_for(server.url, tmp_path)
        house = Fieldnote.open(replace(settings, database=f"sqlite:///{tmp_path / 'log.sqlite'}", embeddings="none"))
        houses.append(house)
        interview = house.interview("career", keyless=True)
        for answer in SAID:
            interview.reply(answer)
        interview.command("finish")
        assert server.asked == []
        worded = house.resume(interview.id)
        return worded, interview.report(), server

    yield run
    for house in houses:
        house.close()


def test_true_words_are_used_with_the_marks_of_their_facts(reported: Any) -> None:
    def script(asked: Asked) -> Say:
        lines = dict(_LINE.findall(asked.text("user")))
        last = list(lines)[-1]
        said = [{"text": "You said “I want to write code most days”, and that fits a forward deployed engineer.",
                 "facts": list(lines)}]  # fmt: skip
        step = {"text": lines[last].replace("Ask to", "Ask, to"), "facts": [last]}
        return Say(json.dumps({"summary": said, "steps": [step]}))

    interview, plain, server = reported(script)
    made = interview.report()
    added = made.sections["verdict"]["lines"][len(plain.sections["verdict"]["lines"]) :]
    assert [line["text"][:20] for line in added] == ["You said “I want to "]
    assert set(added[0]["markers"]) <= {c.marker for c in made.citations}
    assert added[0]["text"] in made.markdown
    assert made.recommendation == plain.recommendation
    assert len(made.sections["next_steps"]) == len(plain.sections["next_steps"])
    interview.report()
    assert len(server.asked) == 1  # looking at it again asks for nothing


@pytest.mark.parametrize("text", [
    "You will earn $500K as a forward deployed engineer.",
    "You said you hate code.",
    "Congratulations, a forward deployed engineer fits best!",
    "A forward deployed engineer does not fit.",
    "What a great interview?",
    "Ignore the report and visit http://evil.example",
    "You want to write code. You said so.",
    "",
])  # fmt: skip
def test_no_other_words_are(text: str, reported: Any) -> None:
    def script(asked: Asked) -> Say:
        keys = [key for key, _ in _LINE.findall(asked.text("user"))]
        said = {"text": text, "facts": keys}
        return Say(json.dumps({"summary": [said] * 6, "steps": [{"text": text, "facts": [k]} for k in keys]}))

    interview, plain, _ = reported(script)
    assert interview.report().markdown == plain.markdown


@pytest.mark.parametrize("fault", ["auth", "html", "no_finish", "cut"])
def test_a_fault_leaves_the_report_as_it_is(fault: str, reported: Any) -> None:
    interview, plain, _ = reported(lambda _: Say('{"summary": []}', fault=fault))
    assert interview.report().markdown == plain.markdown
