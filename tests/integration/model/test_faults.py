"""Every way in which a server fails, played on a real socket: the right fault, in time, without a secret."""

from __future__ import annotations

import socket
import time
import traceback
from typing import Any

import pytest

from agent.llm.faults import ModelFault
from agent.model import LONGEST, ModelClient
from agent.prompting import Message
from tests.fakes.odd_wire import HABITS, ODD_FAULTS
from tests.fakes.openai_server import Say, in_order
from tests.fakes.wire import FAULTS
from tests.integration.model.conftest import KEY

TEXT = "Four words and then some more of them, to be cut in the middle."
ASK = [Message("system", "You are scripted."), Message("user", "Say something.")]

# fault -> kind, requests sent (2: retried once), seconds it may take with a timeout of 2
EXPECTED = {
    "auth": ("auth", 1, 1), "auth_400": ("auth", 1, 1), "forbidden": ("forbidden", 1, 1),
    "model": ("model", 1, 1), "model_400": ("model", 1, 1), "refused": ("refused", 1, 1),
    "quota": ("quota", 1, 1), "rate": ("rate", 2, 2), "rate_long": ("rate", 1, 1),
    "server": ("server", 2, 1.5), "unavailable": ("server", 2, 1.5), "error_in_stream": ("server", 2, 1.5),
    "context": ("context", 1, 1), "context_in_stream": ("context", 1, 1),
    "html": ("protocol", 1, 1), "nothing": ("protocol", 1, 1), "bad_json": ("protocol", 1, 1),
    "empty_choices": ("protocol", 1, 1), "null_choices": ("protocol", 1, 1), "redirect": ("protocol", 1, 1),
    "tool_call": ("tool_call", 1, 1), "content_filter": ("filtered", 1, 1),
    "filtered_midway": ("filtered", 1, 1), "length": ("length", 1, 1), "no_finish": ("truncated", 1, 1),
    "cut": ("cut", 1, 1), "reset": ("cut", 2, 1.5),
    "stall": ("timeout", 1, 1.8), "silent": ("timeout", 1, 1.8), "drip": ("timeout", 1, 2.8),
    "endless": ("endless", 1, 25),  # 24,000 characters are read: work for a busy machine, and no waiting
}  # fmt: skip


# the same for what servers do more rarely
EXPECTED |= {
    "rate_day": ("rate", 1, 1), "rate_date": ("rate", 1, 1), "rate_nonsense": ("rate", 2, 1.5),
    "unauthorised": ("auth", 1, 1), "no_access": ("forbidden", 1, 1), "no_such_path": ("protocol", 1, 1),
    "request_timeout": ("timeout", 1, 1), "conflict": ("refused", 1, 1), "teapot": ("refused", 1, 1),
    "bad_gateway": ("server", 2, 1.5), "gateway_timeout": ("server", 2, 1.5),
    "tool_call_beside_text": ("tool_call", 1, 1), "error_as_text": ("server", 2, 1.5),
    "garbled_tool_call": ("protocol", 1, 1),
    "tool_calls_of_text": ("protocol", 1, 1), "finish_is_a_number": ("filtered", 1, 1),
    "head_drips": ("timeout", 1, 2.8), "continues_for_ever": ("timeout", 1, 2.8),
    "body_drips": ("timeout", 1, 2.8), "length_drips": ("timeout", 1, 2.8),
    "error_body_drips": ("timeout", 1, 2.8), "head_without_end": ("cut", 2, 2), "not_http": ("cut", 2, 1.5),
    **dict.fromkeys(("delta_null", "refusal", "only_reasoning", "only_role", "only_usage"), ("empty", 1, 1)),
    **dict.fromkeys((
        "redirect_permanent", "redirect_found", "no_content", "stream_of_nothing", "done_at_once",
        "only_comments", "gzip_bomb", "not_utf8", "huge_number", "deep_json", "deep_objects", "a_number",
        "a_null", "a_list", "choices_of_text", "delta_text",
    ), ("protocol", 1, 1)),
}  # fmt: skip


def test_every_fault_of_the_server_is_expected_here() -> None:
    assert set(EXPECTED) == {*FAULTS, *ODD_FAULTS}


@pytest.mark.parametrize("name", HABITS)
def test_a_habit_loses_nothing(name: str, talk: Any) -> None:
    server, client = talk(lambda _: Say(TEXT, fault=name))
    assert "".join(client.stream(ASK)) == TEXT
    assert len(server.asked) == 1
    assert client.fault is None


@pytest.mark.parametrize("name", EXPECTED)
def test_fault(name: str, talk: Any) -> None:
    kind, calls, seconds = EXPECTED[name]
    server, client = talk(lambda _: Say(TEXT, fault=name), timeout=30 if name == "endless" else 2)
    client.open()  # the import of the provider's package is not the server's time
    started = time.monotonic()
    with pytest.raises(ModelFault) as caught:
        for _ in client.stream(ASK):
            pass
    assert time.monotonic() - started < seconds
    assert caught.value.kind == kind
    assert len(server.asked) == calls
    shown = str(caught.value) + "".join(traceback.format_exception(caught.value))
    assert "sk-secret" not in shown
    assert KEY not in shown
    assert client.fault is caught.value


@pytest.mark.parametrize("name", ["rate", "server", "unavailable", "reset"])
def test_one_retry_mends_a_passing_fault(name: str, talk: Any) -> None:
    server, client = talk(in_order([Say(fault=name)], then=TEXT))
    assert "".join(client.stream(ASK)) == TEXT
    assert len(server.asked) == 2
    assert client.fault is None


def test_text_that_came_is_passed_on_before_the_fault(talk: Any) -> None:
    _, client = talk(lambda _: Say(TEXT, fault="cut", after=4))
    got = _until_it_fails(client)
    assert got
    assert TEXT.startswith(got)


def test_nobody_there(ask: Any) -> None:
    with socket.socket() as reserved:  # bound, not listening: connecting to it is refused
        reserved.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{reserved.getsockname()[1]}/v1"
        client = ask(url)
        with pytest.raises(ModelFault) as caught:
            next(client.stream(ASK))
    assert caught.value.kind == "address"
    assert url in str(caught.value)


def test_after_two_slow_failures_the_server_is_left_alone(talk: Any) -> None:
    server, client = talk(lambda _: Say(TEXT, fault="silent"), timeout=0.4)
    kinds = []
    for _ in range(3):
        with pytest.raises(ModelFault) as caught:
            next(client.stream(ASK))
        kinds.append(caught.value.kind)
    assert kinds == ["timeout", "timeout", "resting"]
    assert len(server.asked) == 2


def test_an_endless_reply_is_stopped_on_the_server_too(talk: Any) -> None:
    server, client = talk(lambda _: Say(TEXT, fault="endless"))
    got = _until_it_fails(client)
    assert len(got) <= LONGEST
    _until(lambda: server.left == [0])


def test_closing_hangs_up(talk: Any) -> None:
    server, client = talk(lambda _: Say(TEXT * 50, rate=50))
    pieces = client.stream(ASK)
    next(pieces)
    pieces.close()
    _until(lambda: server.left == [0])
    assert client.fault is None


def _until_it_fails(client: ModelClient) -> str:
    got = ""
    try:
        for piece in client.stream(ASK):
            got += piece
    except ModelFault:
        return got
    pytest.fail("the stream ended as if nothing were wrong")


def _until(holds: Any, seconds: float = 2.0) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)
