"""Just ask: a short answer, whose markers open the passage with the quoted words marked."""

from __future__ import annotations

import time

from playwright.sync_api import expect

from tests.browser.visitor import Visitor


def test_a_marker_opens_the_passage_with_the_words_marked(visitor: Visitor) -> None:
    visitor.come().view("Ask")
    answer = visitor.ask("Who writes more production code, an FDE or a TAM?")
    marker = answer.locator("button.cite").first
    marker.click()
    drawer = visitor.page.locator(".drawer")
    expect(drawer.locator("mark").first).to_be_visible()
    start, end = (marker.get_attribute("data-span") or "").split("-")
    marked = "".join(drawer.locator("mark").all_inner_texts())
    assert len(marked.split()) >= 3
    assert int(end) - int(start) >= len(marked)  # Markdown's own signs are not shown
    expect(drawer).to_contain_text("What its publisher gains")
    expect(drawer.locator(".verdict")).to_contain_text("These words stand in the article")
    assert visitor.troubles == []
    assert visitor.outside == []


def test_sources_work_by_keyboard_and_give_the_focus_back(visitor: Visitor) -> None:
    visitor.come().view("Ask")
    marker = visitor.ask("How many days does an FDE travel?").locator("button.cite").first
    marker.focus()
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator(".drawer h2")).to_be_focused()
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.locator(".drawer")).to_be_hidden()
    expect(marker).to_be_focused()


def test_examples_on_the_first_screen_are_answered(visitor: Visitor) -> None:
    visitor.come()
    examples = visitor.page.locator("#examples .chip").all_inner_texts()
    assert len(examples) >= 3
    for example in examples:
        visitor.view("Start")
        before = visitor.page.locator("#answers .msg.theirs").count()
        visitor.page.locator("#examples .chip", has_text=example).click()
        answer = visitor.page.locator("#answers .msg.theirs:not(.wait):not(.coming)").nth(before)
        expect(answer.locator("button.cite").first).to_be_visible()


def test_the_conversation_is_there_after_a_reload_and_can_be_cleared(visitor: Visitor) -> None:
    visitor.come().view("Ask")
    visitor.ask("How much does an FDE earn?")
    visitor.page.reload()
    visitor.view("Ask")
    expect(visitor.page.locator("#answers .msg.mine")).to_have_count(1)
    follow = visitor.ask("and a TAM?")
    expect(follow.locator("button.cite").first).to_be_visible()
    visitor.page.click("#clear-asked")
    expect(visitor.page.locator("#answers .msg")).to_have_count(0)


def test_shift_enter_breaks_the_line_and_enter_sends(visitor: Visitor) -> None:
    visitor.come().view("Ask")
    box = visitor.page.locator("#answers-box textarea")
    box.fill("What is an FDE?")
    box.press("Shift+Enter")
    assert box.input_value() == "What is an FDE?\n"
    expect(visitor.page.locator("#answers .msg")).to_have_count(0)
    box.press("Enter")
    expect(visitor.page.locator("#answers .msg.mine")).to_have_count(1)


def test_an_answer_is_on_the_page_soon(visitor: Visitor) -> None:
    visitor.come().view("Ask")
    visitor.ask("What does a TAM do?")
    started = time.monotonic()
    visitor.ask("How much does a senior FDE earn in the US?")
    assert time.monotonic() - started < 1.5  # 0.3 s on an idle machine; tests share two cores with others
