"""Every view in both themes, narrow and wide: nothing runs over the edge, axe finds nothing serious, nothing is loaded
from elsewhere, the console is quiet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser.serving import Served
from tests.browser.visitor import NARROW, WIDE, Visitor


@pytest.fixture(
    params=[(NARROW, "light"), (NARROW, "dark"), (WIDE, "light"), (WIDE, "dark")],
    ids=["390-light", "390-dark", "1280-light", "1280-dark"],
)
def sized(request: pytest.FixtureRequest, served: Served, chromium: Browser) -> Iterator[Visitor]:
    size, theme = request.param
    someone = Visitor(chromium, served.url, size, theme)
    yield someone
    someone.leave()


def _fits(visitor: Visitor, name: str) -> None:
    page = visitor.page
    page.wait_for_timeout(700)  # bars grow for half a second, and axe measures contrast
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"], f"{name} is {width} px wide"
    found = Axe().run(page).response["violations"]
    serious = [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found if v["impact"] in ("serious", "critical")]
    assert serious == [], name


def test_every_view_fits_and_is_accessible(sized: Visitor) -> None:
    page = sized.come().page
    _fits(sized, "start")
    sized.view("Ask")
    sized.ask("FDE or TAM, who travels more?").locator("button.cite").first.click()
    expect(page.locator(".drawer mark").first).to_be_visible()
    _fits(sized, "ask with a source")
    page.keyboard.press("Escape")
    sized.view("Start")
    page.click("#way-career")
    expect(page.locator("#agree")).to_be_visible()
    _fits(sized, "consent")
    sized.begin("career")
    sized.say("I am an ML engineer, five years.")
    sized.say("Writing production code is what I like most.")
    page.locator(".topic.settled summary").first.click()
    _fits(sized, "interview")
    sized.press("finish")
    sized.report()
    _fits(sized, "report")
    sized.view("Compare")
    page.click("#compare-go")
    expect(page.locator(".chart svg:visible").first).to_be_visible()
    _fits(sized, "compare")
    sized.view("Library")
    page.fill("#search-box textarea", "travel")
    page.keyboard.press("Enter")
    expect(page.locator("#hits mark").first).to_be_visible()
    _fits(sized, "library")
    sized.view("My data")
    expect(page.locator(".mine-list li")).to_have_count(1)
    _fits(sized, "my data")
    assert sized.troubles == []
    assert sized.outside == []


def test_the_theme_can_be_chosen_and_is_kept(visitor: Visitor) -> None:
    visitor.come()
    paper = "getComputedStyle(document.body).backgroundColor"
    light = visitor.page.evaluate(paper)
    visitor.page.click("button.mode")
    dark = visitor.page.evaluate(paper)
    assert dark != light
    visitor.page.reload()
    expect(visitor.page.locator("button.mode")).to_have_text("Light")
    assert visitor.page.evaluate(paper) == dark
