"""A scripted server and a client of it, on a real loopback socket."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from agent.answer import Answerer
from agent.model import ModelClient
from agent.settings import Settings
from corpus.library import Library
from tests.fakes.openai_server import OpenAIServer, Script

KEY = "sk-test-7c1d9a"


@pytest.fixture
def serve() -> Iterator[Callable[..., OpenAIServer]]:
    with ExitStack() as stack:
        yield lambda script, **options: stack.enter_context(OpenAIServer(script, **options))


def settings_for(url: str, data: Path, model: str = "openai:scripted", timeout: float = 2.0) -> Settings:
    return Settings(data=data, database="", model=model, base_url=url, api_key=KEY, timeout=timeout)


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Callable[..., ModelClient]]:
    """`ask(url)`: a client of what is there."""
    with ExitStack() as stack:
        yield lambda url, **options: stack.enter_context(closing(ModelClient(settings_for(url, tmp_path, **options))))


@pytest.fixture
def talk(
    ask: Callable[..., ModelClient], serve: Callable[..., OpenAIServer]
) -> Callable[..., tuple[OpenAIServer, ModelClient]]:
    """`talk(script)`: a server that plays the script, and a client of it."""

    def start(script: Script, timeout: float = 2.0, **options: object) -> tuple[OpenAIServer, ModelClient]:
        server = serve(script, **options)
        return server, ask(server.url, timeout=timeout)

    return start


@pytest.fixture(scope="session")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Keyless answers over the shipped articles; words alone find passages, which is quick."""
    library = Library.open(tmp_path_factory.mktemp("library"), embeddings="none")
    yield Answerer(library)
    library.close()
