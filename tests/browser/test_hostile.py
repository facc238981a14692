"""What others type or bring along neither runs nor loads anything, and the page goes on."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.hostile import FORBIDDEN, TEXTS, documents, drowning
from tests.browser.serving import Served
from tests.browser.visitor import Visitor
from ui.ask import KEPT
from ui.markup import clean

READ = 60_000  # milliseconds that reading documents may take


def _intact(visitor: Visitor) -> None:
    page = visitor.page
    assert page.evaluate("window.hit") is None
    assert visitor.outside == []
    assert visitor.troubles == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.locator("button[role=tab]").first).to_be_visible()


def test_hostile_questions_do_nothing(visitor: Visitor) -> None:
    visitor.come().view("Ask")
    for number, text in enumerate(TEXTS.values()):
        if number == KEPT - 5:
            _intact(visitor)
            visitor.page.click("#clear-asked")
            expect(visitor.page.locator("#answers .msg")).to_have_count(0)
        visitor.ask(text)
        assert visitor.page.locator(f"#answers {FORBIDDEN}").count() == 0
    _intact(visitor)
    visitor.page.reload()  # what this browser kept of them is as harmless
    visitor.view("Ask")
    expect(visitor.page.locator("#answers .msg.mine").first).to_be_visible()
    assert visitor.page.locator(f"#answers {FORBIDDEN}").count() == 0
    _intact(visitor)


def test_hostile_answers_edits_and_corrections_do_nothing(visitor: Visitor, served: Served) -> None:
    page = visitor.come().page
    id = visitor.begin("career")
    visitor.say("I want to write production code most days.")
    for number, (name, text) in enumerate(TEXTS.items()):
        if visitor.done():
            page.click("#go-on")
        if number % 4:
            visitor.say(text)
        else:
            visitor.change(text)
        assert page.locator(f"#talk {FORBIDDEN}, #panel {FORBIDDEN}").count() == 0, name
    visitor.view("Report")
    expect(page.locator("article.report")).to_be_visible()
    assert page.locator(f"#report {FORBIDDEN.replace(', h1', '')}").count() == 0
    _intact(visitor)
    shown = page.request.get(f"{served.url}interview/{id}/report.html")
    page.set_content(shown.text())
    assert page.locator(":is(img, iframe, frame, object, embed, script, base, form), a:not([href^='#'])").count() == 0
    assert page.evaluate("window.hit") is None
    assert visitor.outside == []


def test_an_answer_is_shown_as_it_was_typed(visitor: Visitor) -> None:
    visitor.come().begin("hiring")
    for name in ("script", "entities", "markers", "latex"):
        visitor.say(TEXTS[name])
        shown = visitor.page.locator("#talk .msg.mine .typed").last
        assert shown.text_content() == clean(TEXTS[name]).strip()


def test_hostile_searches_do_nothing(visitor: Visitor) -> None:
    page = visitor.come().page
    visitor.view("Library")
    texts = list(TEXTS.values())
    for first in range(0, len(texts), 6):
        page.fill("#search-box textarea", "\n".join(["travel", *texts[first : first + 6]]))
        page.click("#search-go")
        expect(page.locator("#hits li, #hits p").first).to_be_visible()
        assert page.locator(f"#hits {FORBIDDEN}").count() == 0
        page.fill("#search-box textarea", "")
        page.click("#search-go")
        expect(page.locator("#hits li, #hits p")).to_have_count(0)
    _intact(visitor)


def test_what_is_too_long_stays_in_the_box(visitor: Visitor) -> None:
    visitor.come().view("Ask")
    visitor.page.fill("#answers-box textarea", "b" * 1_000_000)
    visitor.page.click("#answers-send")
    expect(visitor.page.locator(".notice:visible")).to_contain_text("shorten it")
    assert len(visitor.page.locator("#answers-box textarea").input_value()) == 1_000_000
    visitor.ask("How much does a TAM earn?")
    _intact(visitor)


def test_hostile_documents_are_only_text(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.come().page
    visitor.view("Library")
    before = page.locator("#articles .article").count()
    files = documents(tmp_path)
    page.set_input_files("#add-files input[type=file]", list(files.values()))
    notice = page.locator("#library-notice .notice")
    for name in files:
        if name.isascii() and "<" not in name:
            expect(notice).to_contain_text(f"{name}: added", timeout=READ)
    expect(page.locator("#articles .article")).to_have_count(before + len(files))
    page.fill("#search-box textarea", "zymurgist")
    page.keyboard.press("Enter")
    expect(page.locator("#hits mark").first).to_be_visible()
    for number in range(min(4, page.locator("#hits button.cite").count())):
        page.locator("#hits button.cite").nth(number).click()
        expect(page.locator(".drawer .passage")).to_be_visible()
        assert page.locator(f".drawer {FORBIDDEN}").count() == 0
        page.keyboard.press("Escape")
    assert page.locator(f"#hits {FORBIDDEN}, #articles {FORBIDDEN}, #library-notice {FORBIDDEN}").count() == 0
    visitor.view("Ask")
    visitor.ask("How much does a zymurgist earn?")
    assert page.locator(f"#answers {FORBIDDEN}").count() == 0
    visitor.view("Library")
    while gone := page.locator("#articles button.danger").count():
        page.locator("#articles button.danger").first.click()
        expect(page.locator("#articles button.danger")).to_have_count(gone - 1, timeout=READ)
    _intact(visitor)


def test_documents_that_would_drown_it_get_a_line_each(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.come().page
    visitor.view("Library")
    files = drowning(tmp_path)
    page.set_input_files("#add-files input[type=file]", list(files.values()))
    notice = page.locator("#library-notice .notice")
    for name in ("bomb.docx", "broken.pdf", "empty.docx", "image.md", "null.txt"):
        expect(notice).to_contain_text(f"{name}: failed", timeout=READ)
    said = notice.inner_text()
    assert "Traceback" not in said
    assert all(name in said for name in files)
    while gone := page.locator("#articles button.danger").count():
        page.locator("#articles button.danger").first.click()
        expect(page.locator("#articles button.danger")).to_have_count(gone - 1, timeout=READ)
    visitor.view("Ask")
    visitor.ask("How much does a TAM earn?")
    _intact(visitor)
