"""Garbage in valid form: llama.cpp's server with random weights, held to our JSON schema by its grammar.

    make peers

Named so that the usual run does not collect it: what it needs is compiled first.
"""

from __future__ import annotations

import json
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from agent.answer import Answerer
from agent.engines import prompt
from agent.lint import lint
from agent.model import ModelClient
from agent.model_answer import ModelAnswerer
from agent.model_check import check
from agent.prompting import Message
from agent.settings import Settings
from corpus.library import Library
from tests.fakes.model_house import guide, parts_for, talking
from tests.peers.llama_build import MODEL, SERVER, build

KEY = "sk-peer-9b1e"
SAID = "I write payment services in Java, as a backend engineer, for six years."
TEXT = {"type": "string", "maxLength": 60}


def schema() -> str:
    """The reply of prompts/reading.md, with topics and options that exist: as plausible as garbage can be."""
    topics = [topic.id for topic in guide().topics]
    options = sorted({option.id for topic in guide().topics for option in topic.options})
    item = {
        "type": "object", "required": ["topic", "option", "strength", "words"], "additionalProperties": False,
        "properties": {"topic": {"enum": topics}, "option": {"enum": options}, "strength": {"enum": [0.5, 1.0]},
                       "words": {"enum": ["Java", "backend engineer", "six years", "I love travel"]}},
    }  # fmt: skip
    properties = {
        "ack": TEXT, "intent": {"enum": ["answer", "finish", "restart", "question", "skip"]},
        "evidence": {"type": "array", "items": item, "maxItems": 3}, "vague": {"type": "boolean"},
        "question": TEXT, "probe": TEXT,
    }  # fmt: skip
    whole = {"type": "object", "required": list(properties), "additionalProperties": False,
             "properties": properties}  # fmt: skip
    return json.dumps(whole)


@pytest.fixture(scope="module", params=["schema", "free"])
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """(address, "schema" or "free"): held to the schema, or left to say anything."""
    build()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    held = ["--json-schema", schema()] if request.param == "schema" else []
    log = (tmp_path_factory.mktemp("llama") / "log").open("w")
    process = subprocess.Popen(
        [str(SERVER), "-m", str(MODEL), "--host", "127.0.0.1", "--port", str(port), "--api-key", KEY,
         "-c", "8192", "-n", "600", "-np", "1", *held],
        stdout=log, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        _wait(f"http://127.0.0.1:{port}/health", process)
        yield f"http://127.0.0.1:{port}/v1", request.param
    finally:
        process.terminate()
        process.wait(10)
        log.close()


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError), urllib.request.urlopen(url, timeout=2):
            return
        time.sleep(0.2)
    pytest.fail("llama-server did not start")


def settings(url: str, data: Path) -> Settings:
    return Settings(data, "", model="openai:random", base_url=url, api_key=KEY, timeout=60)


def test_the_configuration(served: tuple[str, str], tmp_path: Path) -> None:
    url, _ = served
    with closing(ModelClient(settings(url, tmp_path))) as client:
        assert check(client) is None
        assert "".join(client.stream([Message("user", "Say something.")]))
    with closing(ModelClient(replace(settings(url, tmp_path), api_key="sk-wrong"))) as client:
        assert "refused the key" in str(check(client))


def test_garbage_in_an_interview_is_stopped(served: tuple[str, str], tmp_path: Path) -> None:
    url, form = served
    each = settings(url, tmp_path)
    with closing(ModelClient(each)) as client, talking(each, parts_for(client)) as interview:
        for said in (SAID, "I want to write code most days.", "I won't travel at all."):
            turn = interview.reply(said)
            assert not turn.done
            assert turn.message.count("?") == 1
            assert not lint(turn.message)
            for message in interview.history():
                for evidence in message.reading.evidence if message.reading else ():
                    assert message.text[evidence.start : evidence.end] == evidence.quote
        if form == "schema":
            assert client.fault is None  # valid form: it is the checks that stop it, not the parser


def test_garbage_in_an_answer_is_stopped(served: tuple[str, str], tmp_path: Path) -> None:
    url, _ = served
    library = Library.open(tmp_path, embeddings="none")
    keyless = Answerer(library)
    with closing(ModelClient(settings(url, tmp_path))) as client:
        answer = ModelAnswerer(client, prompt("answer"), keyless).ask("What does an FDE earn?")
    library.close()
    assert answer.text == keyless.ask("What does an FDE earn?").text
