"""Exports: whatever a person typed stays text in Markdown, JSON, HTML and PDF."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import pypdfium2
import pytest
from markdown_it import MarkdownIt

from agent.events import Report
from agent.export import Kind, export
from agent.exporting.blocks import clean
from agent.state import TopicState
from tests.unit.agent.persons import heard, profiles, told

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![pixel](http://evil.example/p.png)",
    "[click](javascript:alert(1)) and [99]",
    "{{ config }} {0.__class__} %s ${PATH}",
    "| a | b |\n|---|---|\n# Heading\n- item\n> quote",
    "**bold** __under__ `code` ~~gone~~ *** ---",
    "abc \u202edcba\u202c \u200f\u2066 \u0000 \u0007 \ud800 \U000e0041 end",
    "مرحبا שלום 中文 हिन्दी 😀 ₹ € → –",
    "&lt;b&gt; &#60;b&#62; </li></ul></main>",
    "1. one\n2) two",
    '" onmouseover="alert(1)',
)


def hostile(text: str) -> Report:
    known = TopicState("coding", "settled", (heard("coding", "daily", text),))
    return told("career", {"customers": "daily", "breadth": "one-customer"}, topics={"coding": known})


class Tags(HTMLParser):
    """Collects tags, attributes and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def plain() -> Report:
    return hostile("I code all day")


@pytest.mark.parametrize("text", HOSTILE)
def test_html_shows_it_and_does_nothing(text: str) -> None:
    page, calm = (
        Tags(export(hostile(text), "html").data.decode()),
        Tags(export(plain(), "html").data.decode()),
    )
    assert page.tags == calm.tags
    assert [name for name, _ in page.attributes] == [name for name, _ in calm.attributes]
    assert clean(text) in page.text


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_it_and_does_nothing(text: str) -> None:
    made = MarkdownIt("commonmark").enable("table").render(export(hostile(text), "md").data.decode())
    calm = MarkdownIt("commonmark").enable("table").render(export(plain(), "md").data.decode())
    assert Tags(made).tags == Tags(calm).tags
    assert clean(text) in Tags(made).text


@pytest.mark.parametrize("text", HOSTILE)
def test_json_keeps_it_exactly(text: str) -> None:
    data = json.loads(export(hostile(text), "json").data)
    quotes = [reason["quote"] for each in data["recommendation"] for reason in each["reasons"]]
    assert text in quotes


@pytest.mark.parametrize("text", HOSTILE)
def test_a_pdf_is_made_of_it(text: str) -> None:
    assert "Writing production code" in pdf_text(hostile(text))


@pytest.mark.parametrize("name", ["consultant who codes", "scaling, both hurt", "two founders and a hunch"])
def test_the_pdf_opens_and_holds_the_report(name: str) -> None:
    profile = next(p for p in profiles() if p["name"] == name)
    made = told(profile["guide"], profile["answers"])
    text = re.sub(r"\s+", " ", pdf_text(made))
    assert made.sections["verdict"]["headline"] in text
    assert "About these articles" in text
    if made.sections["pay"]["roles"]:
        assert "₹35–55 LPA" in text or "$" in text


def test_an_empty_interview_exports_too() -> None:
    for kind in ("md", "json", "html", "pdf"):
        assert export(told("career", {}), kind).data


@pytest.mark.parametrize(
    ("kind", "media"),
    [
        ("md", "text/markdown"),
        ("json", "application/json"),
        ("html", "text/html"),
        ("pdf", "application/pdf"),
    ],
)
def test_files_are_named_and_typed(kind: Kind, media: str) -> None:
    file = export(plain(), kind)
    assert file.name == f"fieldnote-career-report.{kind}"
    assert file.media.startswith(media)


def test_html_loads_nothing_and_its_marks_lead_to_sources() -> None:
    page = Tags(export(plain(), "html").data.decode())
    assert not {"script", "img", "link", "iframe"} & set(page.tags)
    targets = {value for name, value in page.attributes if name == "id"}
    links = [value for name, value in page.attributes if name == "href"]
    assert links
    assert all(link and link[1:] in targets for link in links)


def pdf_text(made: Report) -> str:
    document = pypdfium2.PdfDocument(export(made, "pdf").data)
    try:
        return "\n".join(_page_text(document, n) for n in range(len(document)))
    finally:
        document.close()


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    words = page.get_textpage()
    try:
        return str(words.get_text_range())
    finally:
        words.close()
        page.close()


@pytest.mark.parametrize("p", profiles()[:12], ids=lambda p: p["name"])
def test_no_mark_is_broken_at_the_end_of_a_line(p: dict[str, Any]) -> None:
    lines = pdf_text(told(p["guide"], p["answers"])).splitlines()
    assert [line for line in lines if re.search(r"\[\d*$", line) or re.match(r"\d*\]", line)] == []
