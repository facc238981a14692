"""What the client sends and to whom, what it logs, and the check of its configuration."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from agent.llm.check import check
from agent.model import ModelClient
from agent.prompting import Message
from agent.settings import Settings
from tests.fakes.openai_server import Say
from tests.integration.model.conftest import KEY

ASK = [Message("system", "Be brief: marzipan."), Message("user", "My private words: quinquereme.")]


def test_what_is_sent(talk: Any) -> None:
    server, client = talk(lambda _: "ok" and Say("Good."))
    assert "".join(client.stream(ASK)) == "Good."
    (asked,) = server.asked
    assert asked.body == {
        "model": "scripted", "stream": True,
        "messages": [{"role": m.role, "content": m.content} for m in ASK],
    }  # fmt: skip
    assert asked.headers["authorization"] == f"Bearer {KEY}"


def test_no_variable_of_the_environment_sends_it_elsewhere(
    talk: Any, serve: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = serve(lambda _: Say("Stolen."))
    for name in (
        *("OPENAI_BASE_URL", "OPENAI_API_BASE", "OPENAI_PROXY", "HTTP_PROXY", "ALL_PROXY", "http_proxy"),
        *("LANGSMITH_GATEWAY", "LANGSMITH_ENDPOINT", "LANGCHAIN_ENDPOINT"),
    ):
        monkeypatch.setenv(name, other.url.removesuffix("/v1"))
    for name in ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2"):
        monkeypatch.setenv(name, "true")
    monkeypatch.setenv("LANGSMITH_API_KEY", "lsv2_pt_test")
    server, client = talk(lambda _: Say("Good."))
    assert "".join(client.stream(ASK)) == "Good."
    from langchain_core.tracers.langchain import wait_for_all_tracers

    wait_for_all_tracers()
    assert len(server.asked) == 1
    assert other.asked == other.others == []


def test_nothing_private_is_logged_at_any_level(talk: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for fault in ("", "auth", "html", "no_finish"):
        _, client = talk(lambda _, fault=fault: Say("Their words: bellwether.", fault=fault))
        try:
            list(client.stream(ASK))
        except Exception:
            logging.getLogger("agent").exception("as a careless caller would log it")
    text = caplog.text + "".join(str(r.__dict__) for r in caplog.records)
    for secret in (KEY, "marzipan", "quinquereme", "bellwether", "sk-secret"):
        assert secret not in text


def test_a_generator_may_be_driven_and_closed_by_other_threads(talk: Any) -> None:
    from concurrent.futures import ThreadPoolExecutor

    _, client = talk(lambda _: Say("one two three four five six"))
    pieces = client.stream(ASK)
    got = []
    with ThreadPoolExecutor(1) as first, ThreadPoolExecutor(1) as second:
        got.append(first.submit(next, pieces).result())
        got.append(second.submit(next, pieces).result())
        second.submit(pieces.close).result()
    assert "".join(got) == "one two"


@pytest.mark.parametrize(("options", "words"), [
    ({"key": "another"}, "refused the key"),
    ({"models": ("some-other",)}, "does not know the model scripted"),
    ({"listing": "html"}, "does not speak OpenAI's API"),
    ({"listing": "server"}, "error of its own"),
])  # fmt: skip
def test_check_says_what_is_wrong(options: dict[str, Any], words: str, talk: Any) -> None:
    _, client = talk(lambda _: Say("OK"), **options)
    fault = check(client)
    assert fault is not None
    assert words in str(fault)
    assert KEY not in str(fault)


def test_check_of_a_wrong_path_and_a_wrong_host(serve: Any, ask: Any) -> None:
    server = serve(lambda _: Say("OK"))
    for url, words in (
        (server.url.replace("/v1", "/nowhere"), "usually ends in /v1"),
        ("http://user:hunter2@127.0.0.1:9/v1?key=hunter3", "Nothing answers at http://127.0.0.1:9/v1"),
    ):
        fault = check(ask(url))
        assert fault is not None
        assert words in str(fault)
        assert "hunter" not in str(fault)


@pytest.mark.parametrize("models", [(), ("scripted",), ("scripted:latest",)])
def test_check_of_a_good_one(models: tuple[str, ...], talk: Any) -> None:
    server, client = talk(lambda _: Say("OK"))
    server.models = models
    assert check(client) is None
    assert server.asked == []


def test_check_before_any_request(tmp_path: Path) -> None:
    keyless = Settings(data=tmp_path, database="", model="openai:gpt-4o-mini")
    assert "OPENAI_API_KEY" in str(check(ModelClient(keyless)))
    missing = Settings(data=tmp_path, database="", model="mistralai:small")
    assert "langchain" in str(check(ModelClient(missing)))
    unknown = Settings(data=tmp_path, database="", model="nobody:small")
    assert "FIELDNOTE_MODEL" in str(check(ModelClient(unknown)))


def test_importing_the_client_imports_no_vendor() -> None:
    code = "import sys, agent.llm.check; print({'langchain', 'openai', 'langsmith'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
