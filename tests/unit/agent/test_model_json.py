"""A model's JSON: anything may stand around it, nothing else may stand for it."""

from __future__ import annotations

import pytest

from agent.llm.faults import ModelFault
from agent.llm.merge import Reply
from agent.llm.tolerant_json import field_so_far, parse

GOOD = '{"ack": "You \\"ship\\".", "intent": "answer", "evidence": []}'


@pytest.mark.parametrize("text", [
    GOOD,
    f"```json\n{GOOD}\n```",
    f"<think>maybe {{no}}</think>\n{GOOD}",
    f"Here it is: {GOOD} Hope this helps {{}}",
    GOOD.replace("[]", "[],"),
])  # fmt: skip
def test_the_object_is_found(text: str) -> None:
    assert parse(text, Reply).ack == 'You "ship".'


@pytest.mark.parametrize(("text", "kind"), [
    ("", "not_json"), ("I am sorry.", "not_json"), ("[1, 2]", "not_json"), ('{"ack": "You', "not_json"),
    ("{" * 100_000, "not_json"), ("{'intent': 'answer'}", "not_json"), ("null", "not_json"),
    ("{}", "schema"), ('{"intent": ["answer"]}', "schema"),
    ('{"intent": "answer", "evidence": "x"}', "schema"),
])  # fmt: skip
def test_anything_else_is_a_fault_that_quotes_nothing(text: str, kind: str) -> None:
    with pytest.raises(ModelFault) as caught:
        parse(text, Reply)
    assert caught.value.kind == kind
    assert caught.value.__context__ is None


@pytest.mark.parametrize("text", [
    '{"intent": ' + "[" * 20_000, '{"a":' * 20_000, '{"intent": ' + "9" * 9_000 + "}",
    '{"intent": "answer", "evidence": NaN}', '{"intent": Infinity}',
])  # fmt: skip
def test_json_that_breaks_parsers_is_a_fault_like_any(text: str) -> None:
    with pytest.raises(ModelFault) as caught:
        parse(text, Reply)
    assert caught.value.kind in ("not_json", "schema")


def test_a_field_can_be_had_before_the_rest_has_come() -> None:
    ready = [n for n in range(len(GOOD)) if field_so_far(GOOD[:n], "ack") is not None]
    assert GOOD[: ready[0]].endswith('\\"ship\\"."')
    assert field_so_far(GOOD, "ack") == 'You "ship".'
    assert field_so_far('{"intent": "answer", "ack": "x"}', "ack") is None  # only where it comes first
