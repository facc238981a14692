"""With a model behind the page: answers come as they are written, its trouble is told, and one can go on without it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, expect

from agent.answer import Answerer
from agent.fieldnote import load_guides
from agent.understand import KeylessReader
from corpus.library import Library
from tests.browser.serving import Served
from tests.browser.visitor import Visitor
from tests.fakes.models import truthful
from tests.fakes.openai_server import Asked, OpenAIServer, Say
from ui.server import PEOPLE

KEY = "sk-test-7c1d9a"


class Model:
    """A truthful model that can be told how to behave: `wire` is how it speaks, `fault` what it does instead."""

    def __init__(self, answerer: Answerer) -> None:
        self.wire: dict[str, float] = {}
        self.fault = ""
        self._guides = [guide for guide, _ in load_guides().values()]
        self._answerer = answerer

    def __call__(self, asked: Asked) -> Say:
        if self.fault:
            return Say(fault=self.fault)
        return truthful(KeylessReader(), self._guides, self._answerer, **self.wire)(asked)


@pytest.fixture(scope="module")
def modelled(served: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Model, OpenAIServer, Served]]:
    data = tmp_path_factory.mktemp("modelled") / "data"
    shutil.copytree(served.data, data, ignore=shutil.ignore_patterns("interviews.sqlite*", "serve.log"))
    library = Library.open(Path(data), embeddings="none")
    model = Model(Answerer(library))
    with OpenAIServer(model, key=KEY, models=("tiny",)) as said:
        settings = {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": said.url, "FIELDNOTE_MODEL": "openai:tiny"}
        server = Served(data, **settings).start()
        yield model, said, server
        server.stop()
    library.close()


@pytest.fixture
def model(modelled: tuple[Model, OpenAIServer, Served]) -> Iterator[Model]:
    modelled[0].wire, modelled[0].fault = {}, ""
    yield modelled[0]
    modelled[0].wire, modelled[0].fault = {}, ""


@pytest.fixture
def someone(modelled: tuple[Model, OpenAIServer, Served], chromium: Browser) -> Iterator[Visitor]:
    someone = Visitor(chromium, modelled[2].url).come()
    yield someone
    someone.leave()


def test_an_answer_shows_while_it_is_written_and_is_read_out_once(someone: Visitor, model: Model) -> None:
    expect(someone.page.locator("#top .engine")).to_contain_text("tiny")
    assert KEY not in someone.page.content()
    someone.view("Ask")
    model.wire = {"rate": 25.0}
    voice = "[...document.querySelectorAll('.voice')].map((v) => v.textContent).join('')"
    someone.page.fill("#answers-box textarea", "How does an ML engineer become an FDE?")
    someone.page.keyboard.press("Enter")
    expect(someone.page.locator("#answers .coming")).to_be_visible()
    assert someone.page.evaluate(voice) == ""
    whole = someone.page.locator("#answers .msg.theirs:not(.wait):not(.coming)")
    expect(whole).to_be_visible()
    expect(whole.locator("button.cite").first).to_be_visible()
    assert someone.page.evaluate(voice).startswith(whole.locator(".body").inner_text()[:40])
    assert someone.troubles == []


def test_a_model_that_fails_is_told_and_can_be_done_without(
    someone: Visitor, model: Model, modelled: tuple[Model, OpenAIServer, Served]
) -> None:
    page, said = someone.page, modelled[1]
    model.fault = "auth"
    someone.view("Ask")
    answer = someone.ask("How much more do FDEs earn than TAMs?")
    expect(answer).to_contain_text("30–60%")  # keyless, since the model gave nothing
    expect(page.locator(".notice:visible")).to_contain_text("OPENAI_API_KEY")
    expect(page.locator("#top .ailing")).to_contain_text("OPENAI_API_KEY")
    page.locator(".notice button[data-act=without]:visible").click()
    expect(page.locator("#top .engine")).to_contain_text("without a language model")
    calls = len(said.asked)
    someone.ask("How much does a TAM earn?")
    someone.begin("career")
    someone.say("I am an ML engineer, five years.")
    page.reload()
    expect(page.locator("#top .engine")).to_contain_text("without a language model")
    someone.say("I want to write production code most days.")
    assert len(said.asked) == calls
    model.fault = ""
    page.click("#top button[data-act=with]")
    expect(page.locator("#top .ailing")).to_be_visible()
    page.click("#top button[data-act=again]")
    expect(page.locator("#top .ailing")).to_have_count(0)
    someone.say("Short projects suit me.")
    assert len(said.asked) == calls + 1
    assert someone.troubles == []


def test_closing_the_tab_hangs_up_on_the_model(
    model: Model, modelled: tuple[Model, OpenAIServer, Served], chromium: Browser
) -> None:
    _, said, server = modelled
    model.wire = {"rate": 12.0}  # several sentences, seconds apart: it is noticed at the next one
    someone = Visitor(chromium, server.url).come()
    someone.view("Ask")
    someone.page.fill("#answers-box textarea", "Tell me about FDE pay at all levels.")
    someone.page.keyboard.press("Enter")
    expect(someone.page.locator("#answers .coming")).to_be_visible()
    asked = said.asked[-1].number
    someone.leave()
    for _ in range(200):
        if asked in said.left:
            break
        time.sleep(0.1)
    assert asked in said.left


def test_whoever_waits_is_told_the_place_in_line(
    someone: Visitor, model: Model, modelled: tuple[Model, OpenAIServer, Served]
) -> None:
    server = modelled[2]
    model.wire = {"delay": 20.0}  # long enough for all to have come before the first is served
    someone.view("Ask")
    with httpx.Client(base_url=server.url, timeout=20) as others:
        config = others.get("config").json()
        named = {c["id"]: c["props"].get("elem_id") for c in config["components"]}
        ask = next(
            d["id"] for d in config["dependencies"] if any(named.get(t[0]) == "answers-send" for t in d["targets"])
        )
        for number in range(PEOPLE + 2):
            body = {"data": [[], False, "What is an FDE?"], "fn_index": ask, "session_hash": f"other{number}"}
            assert others.post("gradio_api/queue/join", json=body).status_code == 200
        someone.page.fill("#answers-box textarea", "How much does a TAM earn?")
        someone.page.keyboard.press("Enter")
        expect(someone.page.locator(".notice:visible")).to_contain_text("You are in line: 3 messages are before yours")
        model.wire = {}
        expect(someone.page.locator("#answers-box textarea")).to_have_value("How much does a TAM earn?")
        expect(someone.page.locator("#answers .msg.theirs button.cite").first).to_be_visible(timeout=40_000)
        expect(someone.page.locator("#answers-box textarea")).to_have_value("")
    assert someone.troubles == []
