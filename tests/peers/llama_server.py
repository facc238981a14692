"""Garbage in valid form: llama.cpp's server with random weights, held by its grammar to what we ask a model for.

    make peers

Named so that the usual run does not collect it: what it needs is compiled first. Three ways of holding it: "reading"
is an interview's reply as a JSON schema, with topics, options and words that exist; "answer" is a grammar of
sentences made of our articles' own words and numbers, with the keys of the statements that are offered; "free" is
whatever comes.
"""

from __future__ import annotations

import json
import socket
import subprocess
import time
import urllib.request
from collections.abc import Generator, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from agent.answer import Answerer
from agent.cite import Quote
from agent.engines import prompt
from agent.events import Token
from agent.interview import Interview
from agent.lint import lint
from agent.llm.answer import ModelAnswerer
from agent.llm.check import check
from agent.llm.faults import ModelFault
from agent.llm.sentences import split
from agent.llm.writing import key_of, offer
from agent.model import ModelClient
from agent.prompting import Message
from agent.settings import Settings
from corpus.library import Library
from tests.fakes.model_house import guide, parts_for, talking
from tests.peers.llama_build import MODEL, SERVER, build

KEY = "sk-peer-9b1e"
SAID = (
    "I write payment services in Java, as a backend engineer, for six years.", "I want to write code most days.",
    "I won't travel at all.", "That depends on a lot of things.", "Mostly fixed pay, I guess.",
)  # fmt: skip
ASKED = "What does an FDE earn?"
PARTS = (
    "An FDE", "A TAM", "An ML engineer", "earns", "does not earn", "writes", "$340K", "$120K", "40%", "in total",
    "in base pay", "at OpenAI", "more than", "in India", "never", "code", "and",
)  # fmt: skip
TEXT = {"type": "string", "maxLength": 60}


class Heard(ModelClient):
    """A client that keeps what the server said."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.replies: list[str] = []

    def stream(self, messages: list[Message]) -> Generator[str, None, None]:
        self.replies.append("")
        with closing(super().stream(messages)) as pieces:
            for piece in pieces:
                self.replies[-1] += piece
                yield piece


def reading() -> str:
    """The reply of prompts/reading.md as a schema: evidence on topics that exist, in words that were said."""
    words = [" ".join(said.rstrip(".").split()[n : n + 3]) for said in SAID for n in range(len(said.split()) - 2)]
    pairs = [
        {"type": "object", "required": ["topic", "option", "strength", "words"], "additionalProperties": False,
         "properties": {"topic": {"const": topic.id}, "option": {"enum": [o.id for o in topic.options]},
                        "strength": {"enum": [0.5, 1.0]}, "words": {"enum": [*words, "I love travel"]}}}
        for topic in guide().topics if topic.options
    ]  # fmt: skip
    properties = {
        "ack": TEXT, "intent": {"enum": ["answer", "finish", "restart", "question", "skip", "decline"]},
        "evidence": {"type": "array", "items": {"anyOf": pairs}, "minItems": 2, "maxItems": 4},
        "vague": {"type": "boolean"}, "question": TEXT, "probe": TEXT,
    }  # fmt: skip
    return json.dumps({"type": "object", "required": list(properties), "additionalProperties": False,
                       "properties": properties})  # fmt: skip


def answer(keys: list[str]) -> str:
    """A grammar of up to four sentences that are well cited, and mean nothing."""
    parts, cited = (" | ".join(json.dumps(word) for word in words) for words in (PARTS, keys))
    return (
        f'root ::= line (" " line){{0,3}}\nline ::= part (" " part){{2,7}} " [" key "]."\n'
        f"part ::= {parts}\nkey ::= {cited}\n"
    )


@contextmanager
def serving(folder: Path, *held: str) -> Iterator[str]:
    build()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            # one thread: with two it waits on itself wherever the machine has other work
            [str(SERVER), "-m", str(MODEL), "--host", "127.0.0.1", "--port", str(port), "--api-key", KEY,
             "-c", "32768", "-n", "900", "-np", "1", "-t", "1", "-tb", "1", *held],
            stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            _wait(f"http://127.0.0.1:{port}/health", process)
            yield f"http://127.0.0.1:{port}/v1"
        finally:
            process.terminate()
            process.wait(10)


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError), urllib.request.urlopen(url, timeout=2):
            return
        time.sleep(0.2)
    pytest.fail("llama-server did not start")


@pytest.fixture(scope="module")
def keyless(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with closing(Library.open(tmp_path_factory.mktemp("library"), embeddings="none")) as library:
        yield Answerer(library)


@pytest.fixture(scope="module", params=["reading", "answer", "free"])
def served(
    request: pytest.FixtureRequest, keyless: Answerer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """(address, how it is held)."""
    held = {"reading": ("--json-schema", reading()), "answer": ("--grammar", answer(_keys(keyless))), "free": ()}
    with serving(tmp_path_factory.mktemp("llama"), *held[request.param]) as url:
        yield url, request.param


def _keys(keyless: Answerer) -> list[str]:
    context = keyless.understood(ASKED, ())
    assert context is not None
    return [key_of(unit) for unit in offer(context, keyless.draft(context))]


def settings(url: str, data: Path) -> Settings:
    return Settings(data, "", model="openai:random", base_url=url, api_key=KEY, timeout=60)


def test_the_configuration(served: tuple[str, str], tmp_path: Path) -> None:
    url, _ = served
    with closing(ModelClient(settings(url, tmp_path))) as client:
        assert check(client) is None
    with closing(ModelClient(replace(settings(url, tmp_path), api_key="sk-wrong"))) as client:
        assert "refused the key" in str(check(client))


def test_garbage_in_an_interview_is_stopped(served: tuple[str, str], tmp_path: Path) -> None:
    url, form = served
    (tmp_path / "plain").mkdir()
    each, plain = settings(url, tmp_path), settings("", tmp_path / "plain")
    with ExitStack() as stack:
        client = stack.enter_context(closing(Heard(each)))
        interview = stack.enter_context(talking(each, parts_for(client)))
        floor = stack.enter_context(talking(plain, parts_for(None)))
        for said in SAID:
            asked = interview.pending().topic
            turn, expected = interview.reply(said), floor.reply(said)
            assert not turn.done
            assert turn.message.count("?") == 1
            assert not lint(turn.message)
            extra = _heard(interview) - _heard(floor)
            if not extra:
                assert (turn.message, turn.topic) == (expected.message, expected.topic)
                continue
            # an option of what was asked, with words that were said, may be what they mean; nothing else may
            assert {topic for topic, _ in extra} == {asked}
            break
        if form == "reading":
            assert all(json.loads(reply)["evidence"] for reply in client.replies)
            assert client.fault is None  # valid form: it is the checks that stop it, not the parser


def _heard(interview: Interview) -> set[tuple[str, str | None]]:
    """(topic, option) of all evidence, whose words stand in the message."""
    found = set()
    for message in interview.history():
        for evidence in message.reading.evidence if message.reading else ():
            assert message.text[evidence.start : evidence.end] == evidence.quote
            found.add((evidence.topic, evidence.option))
    return found


def test_garbage_in_an_answer_is_stopped(served: tuple[str, str], keyless: Answerer, tmp_path: Path) -> None:
    url, form = served
    checker, fine = keyless.checker(), keyless.ask(ASKED).text
    with closing(Heard(settings(url, tmp_path))) as client:
        model = ModelAnswerer(client, prompt("answer"), keyless)
        for _ in range(8):
            *tokens, last = model.events(ASKED)
            assert not isinstance(last, Token)
            assert "".join(t.text for t in tokens if isinstance(t, Token)) == last.text
            for citation in last.citations:
                assert checker.locate(Quote(citation.article, citation.quote))
            if form == "answer":
                said = [sentence.partition(" [")[0] for sentence in split(client.replies[-1])]
                assert not [sentence for sentence in said if sentence in last.text]
                assert len(last.dropped) >= len(said)
            else:
                assert last.text == fine
        if form == "answer":
            assert client.fault is None


def test_a_small_context_is_a_fault_of_its_own(tmp_path: Path) -> None:
    with serving(tmp_path, "-c", "64") as url, closing(ModelClient(settings(url, tmp_path))) as client:
        with pytest.raises(ModelFault) as caught:
            list(client.stream([Message("user", "a word and " * 100)]))
        assert caught.value.kind in ("context", "refused")
