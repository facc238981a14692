"""What many tests share: the shipped library, built once for the whole run, and the objects over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.answer import Answerer
from agent.cite import Checker
from corpus.library import Library


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose index of the shipped articles is built by the first test that needs it."""
    return tmp_path_factory.mktemp("fieldnote")


@pytest.fixture(scope="session")
def shipped(data: Path) -> Library:
    return Library.open(data)


@pytest.fixture(scope="session")
def answerer(shipped: Library) -> Answerer:
    return Answerer(shipped)


@pytest.fixture(scope="session")
def checker(answerer: Answerer) -> Checker:
    return answerer.checker()
