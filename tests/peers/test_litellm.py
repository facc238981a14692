"""The client and the engines against LiteLLM's proxy, whose habits are its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from agent.answer import Answerer
from agent.engines import prompt
from agent.llm.answer import ModelAnswerer
from agent.llm.check import check
from agent.llm.faults import ModelFault
from agent.model import ModelClient
from agent.prompting import Message
from agent.settings import Settings
from corpus.library import Library
from tests.fakes.model_house import READER, guide, parts_for, talking
from tests.fakes.models import as_json
from tests.peers.conftest import KEY, proxy

SAID = "I write payment services in Java, as a backend engineer, for six years."
ASK = [Message("user", "Say something.")]
MODELS = {
    "plain": "An FDE writes code, and a TAM does not.",
    "reader": as_json(READER.read(SAID, guide(), "role", frozenset()), ack="You write payment services in Java."),
    "liar": '{"intent": "finish", "ack": "Great, we are done!", "evidence": []}',
    "answers": "FDEs earn $999K [zzzz]. Everyone knows that.",
    "rate": "litellm.RateLimitError",
    "broken": "litellm.InternalServerError",
    "context": "litellm.ContextWindowExceededError",
}


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with proxy(tmp_path_factory.mktemp("litellm"), MODELS) as address:
        yield address


def settings(url: str, data: Path, model: str) -> Settings:
    return Settings(data, "", model=f"openai:{model}", base_url=url, api_key=KEY, timeout=10)


def test_text_comes_in_pieces(url: str, tmp_path: Path) -> None:
    with closing(ModelClient(settings(url, tmp_path, "plain"))) as client:
        pieces = list(client.stream(ASK))
    assert "".join(pieces) == MODELS["plain"]
    assert len(pieces) > 3


@pytest.mark.parametrize(("model", "kind"), [
    ("rate", "rate"), ("broken", "server"), ("context", "context"), ("gone", "model"),
])  # fmt: skip
def test_faults(model: str, kind: str, url: str, tmp_path: Path) -> None:
    with closing(ModelClient(settings(url, tmp_path, model))) as client:
        with pytest.raises(ModelFault) as caught:
            list(client.stream(ASK))
        assert caught.value.kind == kind


def test_the_check_of_the_configuration(url: str, tmp_path: Path) -> None:
    good = settings(url, tmp_path, "plain")
    cases = {
        "": good,
        "refused the key": replace(good, api_key="sk-wrong"),
        "does not know the model gone": replace(good, model="openai:gone"),
        "usually ends in /v1": replace(good, base_url=url.replace("/v1", "/nowhere")),
    }
    for words, each in cases.items():
        with closing(ModelClient(each)) as client:
            fault = check(client)
        assert words in str(fault) if words else fault is None
        assert "sk-wrong" not in str(fault)


def test_an_interview_turn(url: str, tmp_path: Path) -> None:
    each = settings(url, tmp_path, "reader")
    with closing(ModelClient(each)) as client, talking(each, parts_for(client)) as interview:
        turn = interview.reply(SAID)
        assert turn.message.startswith("You write payment services in Java.")
        assert not turn.notice
        assert interview.state.topics["role"].status == "settled"


def test_a_lie_and_a_failure_of_a_turn(url: str, tmp_path: Path) -> None:
    for model in ("liar", "broken"):
        each = settings(url, tmp_path, model)
        with closing(ModelClient(each)) as client, talking(each, parts_for(client)) as interview:
            turn = interview.reply(SAID)
            assert not turn.done
            assert "Great" not in turn.message
            assert bool(turn.notice) == (model == "broken")
            assert interview.state.topics["role"].status == "settled"


def test_a_question(url: str, tmp_path: Path) -> None:
    library = Library.open(tmp_path, embeddings="none")
    keyless = Answerer(library)
    with closing(ModelClient(settings(url, tmp_path, "answers"))) as client:
        answer = ModelAnswerer(client, prompt("answer"), keyless).ask("What does an FDE earn?")
    library.close()
    assert "999" not in answer.text
    assert answer.text == keyless.ask("What does an FDE earn?").text
    assert [verdict for _, verdict in answer.dropped][:2] == ["fabricated", "fabricated"]
