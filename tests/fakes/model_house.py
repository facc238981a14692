"""An interview on the shipped guide with a model behind it: everything real but the model."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from agent.criteria import Criteria, load_criteria
from agent.draft import KeylessEngine
from agent.engines import prompt
from agent.guide import Guide, load_guide
from agent.interview import Interview
from agent.llm.reading import ModelEngine
from agent.log import Log
from agent.model import ModelClient
from agent.parts import Answerer, Parts
from agent.settings import Settings
from agent.understand import KeylessReader
from tests.fakes.small_interview import Oracle, Quotes, report

PROMPTS = Path(__file__).parents[2] / "prompts"
READER = KeylessReader()


@cache
def guide(name: str = "career") -> Guide:
    return load_guide(PROMPTS / "guides" / f"{name}.yaml")


@cache
def criteria(name: str = "career") -> Criteria:
    return load_criteria(PROMPTS / "criteria" / f"{name}.yaml", guide(name))


def parts_for(client: ModelClient | None, name: str = "career", answerer: Answerer | None = None) -> Parts:
    """`client` None: keyless. Questions are answered by `answerer`, or by one that repeats them."""
    engine = ModelEngine(client, prompt("reading"), READER) if client else KeylessEngine(READER)
    floor = Oracle("floor's answer")
    return Parts(guide(name), criteria(name), engine, answerer or Oracle(), Quotes(), report, floor=floor)


@contextmanager
def talking(settings: Settings, parts: Parts) -> Iterator[Interview]:
    """A new interview with its log in `settings.data`."""
    log = Log(f"sqlite:///{settings.data / 'log.sqlite'}")
    try:
        yield Interview.open(parts, log)
    finally:
        log.close()
