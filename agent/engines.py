"""The two engines, chosen by the settings: what reads and words an interview, and what answers a question."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from agent.answer import Answerer
from agent.draft import Engine, KeylessEngine
from agent.llm.answer import ModelAnswerer
from agent.llm.reading import ModelEngine
from agent.llm.report import ModelReporter
from agent.model import ModelClient
from agent.prompting import Prompt, load_prompt
from agent.reading import Reader
from agent.settings import Settings

KEYLESS = "keyless (no language model)"


@dataclass(frozen=True, slots=True)
class Engines:
    """`floor` answers without a model, and is `answerer` itself where there is none; `name` is one line for
    people. `client` is None without a model; whoever built this closes it."""

    engine: Engine
    answerer: Answerer | ModelAnswerer
    floor: Answerer
    name: str = KEYLESS
    client: ModelClient | None = None
    reporter: ModelReporter | None = None

    def close(self) -> None:
        if self.client is not None:
            self.client.close()


def engines(settings: Settings, reader: Reader, answerer: Answerer) -> Engines:
    """Nothing is asked of the model yet: `agent.llm.check.check` does that."""
    if not settings.model:
        return keyless_engines(reader, answerer)
    client = ModelClient(settings)
    engine = ModelEngine(client, prompt("reading"), reader)
    name = f"model {client.model} at {client.address}"
    drafter, reporter = ModelAnswerer(client, prompt("answer"), answerer), ModelReporter(client, prompt("report"))
    return Engines(engine, drafter, answerer, name, client, reporter)


def keyless_engines(reader: Reader, answerer: Answerer) -> Engines:
    return Engines(KeylessEngine(reader), answerer, answerer)


def prompt(name: str) -> Prompt:
    """A prompt of the `prompts` folder."""
    return load_prompt(Path(str(resources.files("prompts") / f"{name}.md")))
