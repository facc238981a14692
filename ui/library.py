"""The library: the articles and their passages, search, and a person's own documents, added and removed."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

import gradio as gr

from agent.fieldnote import Fieldnote
from corpus.article import Article
from corpus.plain import plain as plain_text
from corpus.search import Hit
from ui.markup import clean, marked_words, plain
from ui.piece import QUIET, Update, piece
from ui.theme import script
from ui.trouble import notice_html, too_long, trouble

TYPES = [".md", ".txt", ".html", ".htm", ".pdf", ".docx"]
SHOWN = 12  # hits
AROUND = 420  # characters of a hit that are shown


class LibraryView:
    def __init__(self, house: Fieldnote) -> None:
        self.house = house
        piece(
            "<h1>Library</h1><p class='lead'>All answers come from these documents. Add your own: they are read "
            "on this machine, and questions, comparisons and reports draw on them at once.</p>"
        )
        self.notice = piece(elem_classes="notices", elem_id="library-notice")
        with gr.Row(elem_classes="write"):
            self.query = gr.Textbox(
                placeholder="Search the passages",
                lines=1,
                max_lines=3,
                show_label=False,
                scale=5,
                container=False,
                label="Search",
                elem_classes="box",
                elem_id="search-box",
            )
            self.go = gr.Button("Search", scale=0, min_width=96, elem_id="search-go")
        self.hits = piece(elem_id="hits", elem_classes="quick-room")
        self.list = piece(self._articles(), js_on_load=script("chips.js"), elem_id="articles")
        self.files = gr.File(
            label="Add documents (md, txt, html, pdf, docx): drop them here",
            file_types=TYPES,
            file_count="multiple",
            type="filepath",
            elem_id="add-files",
            height=140,
        )
        self.frame = [self.notice, self.list, self.files]

    def wire(self) -> None:
        search = {"fn": self.search, "inputs": [self.query], "outputs": [self.hits], **QUIET}
        self.query.submit(**search)
        self.go.click(**search)
        self.files.upload(
            self.add,
            [self.files],
            self.frame,
            api_visibility="private",
            show_progress="full",
            show_progress_on=[self.list],
            concurrency_limit=1,
        )
        self.list.select(self.remove, None, self.frame, **QUIET)

    def search(self, query: str) -> str:
        query = clean(query or "").strip()
        try:
            found = self.house.library.search(query, SHOWN) if query and not too_long(query) else []
        except Exception as error:  # the page's boundary: every failure becomes a line to read
            return f"<p class='quick'>{plain(trouble(error))}</p>"
        if problem := too_long(query):
            return f"<p class='quick'>{plain(problem)}</p>"
        if not found:
            return "<p class='quick'>Nothing found. Try other words.</p>" if query else ""
        items = "".join(self._hit(hit, query.split()) for hit in found)
        return f"<ol class='quick hits' aria-label='Passages found'>{items}</ol>"

    def add(self, paths: list[str] | None, progress: gr.Progress = gr.Progress()) -> Update:  # noqa: B008 Gradio's way
        """Read and index documents; what became of each is said by name."""
        files = [Path(p) for p in paths or []]
        try:
            results = self.house.library.add(
                files, lambda what, done, total: progress((done, max(total, 1)), desc=what)
            )
        except Exception as error:  # the page's boundary: every failure becomes a line to read
            return {self.notice: notice_html(trouble(error)), self.files: None}
        finally:
            for file in files:
                file.unlink(missing_ok=True)
        said = "; ".join(f"{r.path.name}: {r.outcome}" + (f" ({r.reason})" if r.reason else "") for r in results)
        return {self.notice: notice_html(said), self.list: self._articles(), self.files: None}

    def remove(self, event: gr.EventData) -> Update:
        try:
            self.house.library.remove(str(event.id))
        except Exception as error:
            return {self.notice: notice_html(trouble(error))}
        return {self.notice: notice_html("Removed from the library."), self.list: self._articles()}

    def show(self) -> Update:
        return {self.notice: notice_html(self.house.library.notice), self.list: self._articles()}

    def _articles(self) -> str:
        return f"<ul class='articles'>{''.join(_article(a) for a in self.house.library.articles.values())}</ul>"

    def _hit(self, hit: Hit, words: Sequence[str]) -> str:
        passage = hit.passage
        article = self.house.library.articles[passage.article]
        lines = [" · ".join(c.text for c in row.cells) for row in passage.rows]
        shown = "; ".join(lines) or plain_text(passage.text)
        text = _beginning(" ".join(shown.split()), words)
        return (
            f"<li><p class='path'>{plain(article.publisher or article.title)} · {plain(passage.section)}</p>"
            f"<p>{marked_words(text, words)} {_open(passage.id, passage.span.start, passage.span.end)}</p></li>"
        )


def _beginning(text: str, words: Sequence[str]) -> str:
    """As much as is shown of a hit: from its beginning, or from a little before the first word found."""
    first = min((at for w in words if len(w) > 2 and (at := text.lower().find(w.lower())) >= 0), default=0)
    start = text.rfind(" ", 0, max(first - 120, 0)) + 1 if first > AROUND // 2 else 0
    end = text.rfind(" ", start, start + AROUND) if len(text) > start + AROUND else len(text)
    return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")


def _open(passage: str, start: int, end: int) -> str:
    return (
        f"<button type='button' class='cite' data-passage='{escape(passage)}' data-span='{start}-{end}' data-marker='' "
        f"data-verdict='' aria-label='Open the passage'>open</button>"
    )


def _article(article: Article) -> str:
    passages = "".join(
        f"<li>{plain(p.section or article.title)} {_open(p.id, p.span.start, p.span.end)}</li>"
        for p in article.passages
    )
    count = len(article.passages)
    facts: list[Any] = [article.publisher, article.date, f"{count} passage{'s' * (count != 1)}"]
    gone = (
        ""
        if article.shipped
        else (f"<button type='button' class='chip danger' data-id='{escape(article.id)}'>Remove</button>")
    )
    return (
        f"<li class='article'><details><summary><b>{plain(article.title)}</b>"
        f"<span>{plain(' · '.join(filter(None, facts)))}</span></summary>"
        f"<p class='interest'>{plain(article.interest)}</p>"
        f"<ul class='passages'>{passages}</ul></details>{gone}</li>"
    )
