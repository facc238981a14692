"""The report: a ranking that adds up evidence by evidence, what would tip it, gaps, pay, next steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any

import gradio as gr

from agent.events import Report
from agent.fieldnote import Fieldnote
from ui.engine import Engine
from ui.markup import rich
from ui.panels import topic_html
from ui.piece import QUIET, Update, piece
from ui.ranking import ranking_html
from ui.theme import script
from ui.trouble import notice_html, trouble

NONE_YET = (
    "<div class='empty'><h1>No report yet</h1><p class='lead'>A report is made from an interview: a ranking with "
    "its reasons in your own words, what is missing, and what to do next. Start an interview, or open one of "
    "yours under “My data”.</p></div>"
)
ELSEWHERE = ("Why", "How the scores add up")  # in the picture of the ranking
SOURCES = "Sources"  # in the panel; a list on paper alone
UNDERSTOOD = "What I understood"  # as the list to correct; what stands open below it is kept
KINDS = {"pdf": "PDF", "html": "Web page", "md": "Markdown", "json": "JSON"}


class ReportView:
    """`here` is the interview's id, shared with the chat."""

    def __init__(self, house: Fieldnote, here: gr.Textbox, engine: Engine) -> None:
        self.house, self.known = house, [here, engine.without]
        self.notice = piece(elem_classes="notices")
        self.page = piece(NONE_YET, js_on_load=script("chips.js"), elem_id="report")
        with gr.Row(visible=False, elem_classes="report-acts") as self.acts:
            self.approve = gr.Button("This is right", variant="primary", elem_id="approve")
            self.files = piece(elem_id="report-files")
        self.frame = [self.notice, self.page, self.acts, self.files, self.approve]

    def wire(self) -> None:
        self.page.select(self.corrected, self.known, self.frame, **QUIET)
        self.approve.click(self.approved, self.known, self.frame, **QUIET)

    def show(self, here: str, without: bool) -> Iterator[Update]:
        """The report of the interview `here` as it stands now; a model may take its time to word it."""
        if not here:
            yield {self.page: NONE_YET, self.acts: gr.update(visible=False), self.notice: ""}
            return
        if self.house.has_model and not without:
            yield {self.notice: notice_html("Your report is being put together …")}
        yield self._act(here, without, lambda interview: interview.report())

    def corrected(self, here: str, without: bool, event: gr.EventData) -> Update:
        topic, option = str(event.topic), str(event.option)

        def act(interview: Any) -> Report:
            interview.correct(topic, option)
            report: Report = interview.report()
            return report

        return self._act(here, without, act)

    def approved(self, here: str, without: bool) -> Update:
        return self._act(here, without, lambda interview: interview.approve())

    def _act(self, here: str, without: bool, act: Any) -> Update:
        try:
            interview = self.house.resume(here, keyless=bool(without))
            return self._shown(act(interview))
        except Exception as error:  # the page's boundary: every failure becomes a line to read
            return {self.notice: notice_html(trouble(error))}

    def _shown(self, report: Report) -> Update:
        done = report.approved
        return {
            self.notice: "",
            self.page: self.html(report),
            self.acts: gr.update(visible=True),
            self.files: _files(report.interview),
            self.approve: gr.update(value="Approved" if done else "This is right", interactive=not done),
        }

    def html(self, report: Report) -> str:
        """The whole report: the ranking as a picture first, then its text, then the profile to correct."""
        guide = self.house.guides.get(report.guide)
        topics = {t.id: t for t in guide.topics} if guide else {}
        profile = "".join(topic_html(view, topics.get(view.id)) for view in report.profile)
        state = "Approved by you" if report.approved else "A draft, yours to correct"
        opening, rest, sources = _parts(report.markdown)
        return (
            f"<article class='report'><p class='eyebrow'>{state}</p>"
            f"<div class='prose-body opening'>{rich(opening, report.citations)}</div>{ranking_html(report)}"
            f"<div class='prose-body'>{rich(rest, report.citations)}</div>"
            f"<section class='panel profile'><h2>What this rests on</h2>"
            f"<p>Open a line to see your words, and to correct "
            f"what was made of them.</p><ul class='topics'>{profile}</ul></section>"
            f"<div class='prose-body only-print'>{rich(sources)}</div></article>"
        )


def _parts(markdown: str) -> tuple[str, str, str]:
    """The opening, the sections that the page does not show in a form of its own, and the sources, for paper."""
    opening, *sections = re.split(r"^(?=## )", markdown, flags=re.MULTILINE)
    kept, sources = [], ""
    for section in sections:
        title = section[3:].partition("\n")[0].strip()
        if title == UNDERSTOOD:
            kept += [f"## {part[4:]}" for part in re.split(r"^(?=### )", section, flags=re.MULTILINE)[1:]]
        elif title == SOURCES:
            sources = section
        elif title not in ELSEWHERE:
            kept.append(section)
    return opening, "".join(kept), sources


def _files(id: str) -> str:
    links = "".join(
        f"<a class='file' href='interview/{escape(id)}/report.{kind}' download>{label}</a>"
        for kind, label in KINDS.items()
    )
    return (
        f"<div class='files'><span>Take it with you:</span>{links}"
        "<button type='button' class='file print'>Print</button></div>"
    )
