"""Lines of JSON: what is no question gets its own id back, and a sentence on what to do."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from agent.answer import Answerer
from ui.lines import answer_lines


@pytest.mark.parametrize(
    ("line", "id", "says"),
    [
        ('{"id": "b", "question": "x", "turns": 5}', "b", '"turns" must be a list'),
        ('{"id": 7}', 7, 'has no "question" text'),
        ('{"id": [1], "question": 2}', None, 'has no "question" text'),
        ('{"id": ' + "9" * 5000 + ', "question": "x"}', None, "a number that is too long"),
        ("not json", None, "is not JSON"),
    ],
)
def test_a_line_that_is_no_question_is_named_by_its_id(answerer: Answerer, line: str, id: Any, says: str) -> None:
    out = io.StringIO()
    assert answer_lines(answerer, [line], out) == 1
    told = json.loads(out.getvalue())
    assert told["id"] == id
    assert says in told["error"]
