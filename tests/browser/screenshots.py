"""Pictures of the page: those of the README, or every view in both themes and three widths.

python -m tests.browser.screenshots              # ui/assets/screenshots
python -m tests.browser.screenshots --all DIR
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

import ui
from tests.browser.serving import Served, indexed
from tests.browser.visitor import NARROW, WIDE, Visitor

TABLET = (768, 1024)
ANSWERS = {  # by the topic that is being asked about
    "Present role and experience": "I am an MLOps engineer, six years, mostly Kubernetes and CI for models.",
    "Writing production code": "I want to write production code most days.",
    "Time with customers": "Time with customers gives me energy, I want it most days.",
    "Travel": "A week a month on the road is fine.",
    "Depth or breadth": "Breadth: many problems at many customers.",
    "Rhythm of work": "Short projects, weeks rather than quarters.",
    "What you want to answer for": "For the customer's result.",
    "Kind of income": "Base and equity suit me; no commission.",
    "Infrastructure, model or application": "The application people use.",
    "Presenting and selling": "I enjoy demos and workshops.",
    "Training models and research": "Training models does not interest me much.",
    "Place and pay": "Berlin or remote, around 150k.",
    "Timeline": "Within six months.",
    "Long-term goal": "To found a company one day.",
    "Constraints": "No limits that matter.",
}
README = {
    "start-light": (WIDE, "light"),
    "source-light": (WIDE, "light"),
    "interview-light": (WIDE, "light"),
    "report-light": (WIDE, "light"),
    "report-dark": (WIDE, "dark"),
    "compare-light": (WIDE, "light"),
    "interview-dark": (NARROW, "dark"),
}


def walk(visitor: Visitor, folder: Path, suffix: str, wanted: set[str] | None = None) -> None:
    """Visit every view once; a picture of each that is `wanted` (None: all), named view-suffix.png."""

    def shot(view: str) -> None:
        if wanted is None or view in wanted:
            visitor.page.wait_for_timeout(800)
            visitor.page.mouse.move(1, 1)
            visitor.page.evaluate("scrollTo(0, 0)")
            visitor.page.screenshot(path=folder / f"{view}-{suffix}.png")

    page = visitor.come().page
    shot("start")
    visitor.view("Ask")
    answer = visitor.ask("How much more do FDEs earn than TAMs?")
    shot("ask")
    answer.locator("button.cite").first.click()
    expect(page.locator(".drawer mark").first).to_be_visible()
    shot("source")
    page.keyboard.press("Escape")
    visitor.view("Start")
    page.click("#way-career")
    expect(page.locator("#agree")).to_be_visible()
    shot("consent")
    visitor.begin("career")
    for number in range(6):
        _answer(visitor)
        if number == 3:
            visitor.say("Who travels more, an FDE or a TAM?")
    page.locator(".topic.settled summary").nth(1).click()
    shot("interview")
    for _ in range(24):
        if visitor.done():
            break
        _answer(visitor)
    if not visitor.done():
        visitor.press("finish")
    visitor.report()
    shot("report")
    visitor.view("Compare")
    page.click("#compare-go")
    expect(page.locator(".chart svg:visible").first).to_be_visible()
    shot("compare")
    visitor.view("Library")
    page.fill("#search-box textarea", "customer site travel")
    page.keyboard.press("Enter")
    expect(page.locator("#hits mark").first).to_be_visible()
    shot("library")
    visitor.view("My data")
    expect(page.locator(".mine-list li")).to_have_count(1)
    shot("mine")


def _answer(visitor: Visitor) -> None:
    """Answer what is being asked, as the panel names it; a follow-up gets the first of the possible answers."""
    asked, chips = visitor.page.locator(".topic.asked .name"), visitor.page.locator("#talk-quick .chip")
    if asked.count() and asked.first.inner_text() in ANSWERS:
        visitor.say(ANSWERS[asked.first.inner_text()])
    else:
        visitor.say(chips.first.inner_text() if chips.count() else "Yes, that's right.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="DIR")
    every = parser.parse_args().all
    folder = every or Path(next(iter(ui.__path__))) / "assets" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=20_000)
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        data = Path(home) / ".local" / "share" / "fieldnote"
        data.mkdir(parents=True)
        server = Served(indexed(data), HOME=home).start()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        try:
            for size in (WIDE, TABLET, NARROW):
                for theme in ("light", "dark"):
                    wanted = {n.split("-")[0] for n, looks in README.items() if looks == (size, theme)}
                    if every or wanted:
                        visitor = Visitor(browser, server.url, size, theme)
                        walk(visitor, folder, f"{size[0]}-{theme}" if every else theme, None if every else wanted)
                        visitor.leave()
        finally:
            browser.close()
            server.stop()


if __name__ == "__main__":
    main()
