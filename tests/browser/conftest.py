"""One server and one Chromium for the whole run; a fresh page (and with it fresh storage) for each test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.serving import Served, indexed
from tests.browser.visitor import Visitor


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "browser: drives the page in a real Chromium")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def served(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    kept = indexed(pytestconfig.cache.mkdir("fieldnote-index"))  # type: ignore[union-attr]
    data = tmp_path_factory.mktemp("browser") / "data"
    shutil.copytree(kept, data)
    server = Served(data).start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    assert path, "These tests need Chromium: apt-get install chromium, or set CHROMIUM to its path."
    expect.set_options(timeout=40_000)  # a machine may be busy with other things
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visitor(served: Served, chromium: Browser) -> Iterator[Visitor]:
    someone = Visitor(chromium, served.url)
    yield someone
    someone.leave()
