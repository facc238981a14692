"""Both interviews to their reports, with a reload, a restart of the server and a question of one's own in between;
and what is on the page is what is in the log."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from agent.log import Log
from tests.browser.serving import Served
from tests.browser.visitor import Visitor
from ui.report import ELSEWHERE, SOURCES, UNDERSTOOD

CAREER = (
    "I am an MLOps engineer, six years, Kubernetes and CI for models.",
    "I want to write production code most days.",
    "Time with customers gives me energy, I want it most days.",
    "I can travel a quarter of the time.",
    "I prefer breadth: many problems.",
    "I want to answer for the customer's result.",
    "Short cycles, weeks.",
    "Some variable pay is fine.",
    "The application people use.",
    "I like demos but I do not want to sell.",
    "Research does not interest me.",
    "Berlin, around 150k.",
    "Within six months.",
    "Founder one day.",
    "No limits.",
)
HIRING = (
    "Series B, and the problem is validated.",
    "Document automation for banks.",
    "Demos impress but deployments stall for months.",
    "Model quality is fine, adoption is the issue.",
    "Five engineers, no MLOps.",
    "Eight accounts.",
    "After the sale nobody owns it.",
    "Founders do the demos.",
    "Production ML is reliable.",
    "Budget for one senior person in New York.",
    "This quarter.",
    "Live deployments at every account.",
    "One person should deploy at customers.",
)


def _to_the_end(visitor: Visitor, answers: tuple[str, ...]) -> None:
    for answer in answers:
        if visitor.done():
            return
        visitor.say(answer)
    for _ in range(12):
        if visitor.done():
            return
        visitor.say("Yes, that's right.")
    visitor.press("finish")
    expect(visitor.page.locator("#to-report")).to_be_visible()


def _logged(served: Served, id: str) -> list[str]:
    log = Log(f"sqlite:///{served.data / 'interviews.sqlite'}")
    try:
        return [e.text for e in log.read(id) if e.author == "person" and e.kind == "said"]
    finally:
        log.close()


def test_a_career_interview_with_a_reload_reaches_its_report(visitor: Visitor, served: Served) -> None:
    id = visitor.come().begin("career")
    visitor.say(CAREER[0])
    visitor.say("Who writes more code, an FDE or a TAM?")
    expect(visitor.page.locator("#talk button.cite").first).to_be_visible()
    visitor.say(CAREER[1])
    before = visitor.page.locator("#talk").inner_text()
    visitor.page.reload()
    expect(visitor.page.locator("#talk .msg.mine")).to_have_count(3)
    assert visitor.page.locator("#talk").inner_text() == before
    _to_the_end(visitor, CAREER[2:])
    mine = visitor.page.locator("#talk .msg.mine .typed").all_inner_texts()
    assert mine == _logged(served, id)
    report = visitor.report()
    expect(report.locator(".rank").first).to_be_visible()
    assert report.locator(".rank.first .reason q").count() >= 2
    report.locator("button.cite").first.click()
    expect(visitor.page.locator(".drawer mark").first).to_be_visible()
    visitor.page.keyboard.press("Escape")
    visitor.page.click("#approve")
    expect(visitor.page.locator("#approve")).to_have_text("Approved")
    assert visitor.troubles == []
    assert visitor.outside == []


@pytest.mark.parametrize("kind", ["md", "json", "html", "pdf"])
def test_reports_download(visitor: Visitor, kind: str, tmp_path: Path) -> None:
    visitor.come().begin("career")
    visitor.say(CAREER[0])
    visitor.view("Report")
    with visitor.page.expect_download() as download:
        visitor.page.click(f"#report-files a[href$='report.{kind}']")
    file = tmp_path / "report"
    download.value.save_as(file)
    data = file.read_bytes()
    starts = {"md": b"# ", "json": b"{", "html": b"<!doctype html>", "pdf": b"%PDF"}
    assert data.startswith(starts[kind])
    if kind == "json":
        assert json.loads(data)["guide"] == "career"
    if kind == "md":  # the page leaves these out, since it shows them in a form of its own
        assert all(f"\n## {title}\n" in data.decode() for title in (*ELSEWHERE, UNDERSTOOD, SOURCES))


def test_a_hiring_interview_goes_on_after_the_server_was_restarted(visitor: Visitor, served: Served) -> None:
    id = visitor.come().begin("hiring")
    for answer in HIRING[:4]:
        visitor.say(answer)
    visitor.page.fill("#talk-box textarea", "Half a sentence")
    before = visitor.page.locator("#talk").inner_text()
    served.stop()
    served.start()
    visitor.come(f"?i={id}")
    expect(visitor.page.locator("#talk .msg.mine")).to_have_count(4)
    assert visitor.page.locator("#talk").inner_text() == before
    expect(visitor.page.locator("#talk-box textarea")).to_have_value("Half a sentence")
    _to_the_end(visitor, HIRING[4:])
    assert visitor.page.locator("#talk .msg.mine .typed").all_inner_texts() == _logged(served, id)
    expect(visitor.report().locator(".rank").first).to_be_visible()


def test_buttons_skip_why_and_back(visitor: Visitor) -> None:
    visitor.come().begin("career")
    visitor.say(CAREER[0])
    asked = visitor.page.locator(".topic.asked .name").inner_text()
    visitor.press("why")
    assert visitor.page.locator(".topic.asked .name").inner_text() == asked
    visitor.press("skip")
    expect(visitor.page.locator(".topic.refused .name")).to_have_text(asked)
    visitor.press("back")
    visitor.press("dont_know")
    assert visitor.troubles == []


def test_quick_replies_answer_and_what_is_typed_stays(visitor: Visitor) -> None:
    visitor.come().begin("career")
    visitor.say(CAREER[0])
    chip = visitor.page.locator("#talk-quick .chip").first
    text = chip.inner_text()
    visitor.page.fill("#talk-box textarea", "not yet sent")
    chip.click()
    expect(visitor.page.locator("#talk .msg.mine .typed").last).to_have_text(text)
    expect(visitor.page.locator("#talk-box textarea")).to_have_value("not yet sent")


def test_what_was_understood_can_be_corrected_and_an_answer_changed(visitor: Visitor) -> None:
    visitor.come().begin("career")
    visitor.say(CAREER[0])
    visitor.say("I want to write production code most days.")
    topic = visitor.page.locator(".topic.settled").first
    topic.locator("summary").click()
    option = topic.locator("button.correct").last
    chosen = option.inner_text()
    option.click()
    expect(visitor.page.locator("#talk .msg.mine .typed").last).to_have_text(chosen)
    visitor.page.locator("#talk button.edit").first.click()
    visitor.page.fill(".edit-form textarea", "I am a technical account manager, four years.")
    visitor.page.click(".edit-form button:has-text('Save')")
    expect(visitor.page.locator("#talk .msg.mine .typed").first).to_have_text(
        "I am a technical account manager, four years."
    )
    assert visitor.troubles == []


def test_an_unknown_link_says_so(visitor: Visitor) -> None:
    visitor.come("?i=nobody-knows-this-one")
    expect(visitor.page.locator(".notice:visible")).to_be_visible()
    expect(visitor.page.locator("#agree")).to_be_visible()


def test_my_data_lists_opens_exports_and_erases(visitor: Visitor, served: Served) -> None:
    id = visitor.come().begin("career")
    visitor.say("I paint zebrafish, a word found nowhere else.")
    visitor.view("My data")
    expect(visitor.page.locator(".mine-list li")).to_have_count(1)
    with visitor.page.expect_download() as download:
        visitor.page.click("#export-all a")
    assert "zebrafish" in Path(download.value.path()).read_text()
    visitor.page.click(".mine-list button[data-act=erase]")
    expect(visitor.page.locator(".mine-list li")).to_have_count(0)
    kept = [p for p in served.data.rglob("*") if p.is_file() and b"zebrafish" in p.read_bytes()]
    assert kept == []
    visitor.come(f"?i={id}")
    expect(visitor.page.locator("#agree")).to_be_visible()
