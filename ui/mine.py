"""My data: the interviews this browser knows, to go on with, take away or erase."""

from __future__ import annotations

from html import escape
from typing import Any

import gradio as gr

from agent.fieldnote import Fieldnote
from ui.chat import Chat
from ui.markup import plain
from ui.piece import QUIET, Update, piece
from ui.theme import script
from ui.trouble import notice_html, trouble

EMPTY = "<p class='lead'>This browser has no interview yet. One appears here as soon as you begin it.</p>"


class Mine:
    """`ids` is kept in the browser's own storage. Pressing a line's button sends {"act", "id"}."""

    def __init__(self, house: Fieldnote, ids: gr.BrowserState) -> None:
        self.house, self.ids = house, ids
        piece(
            "<h1>My data</h1><p class='lead'>The interviews begun in this browser. Whoever has a link can open the "
            "interview behind it; erasing removes it from the log for good.</p>"
        )
        self.notice = piece(elem_classes="notices")
        self.list = piece(EMPTY, js_on_load=script("chips.js"), elem_id="my-interviews")
        with gr.Row(visible=False, elem_classes="mine-acts") as self.all:
            self.export = piece(elem_id="export-all")
            self.erase = gr.Button("Erase all of them", size="sm", elem_id="erase-all", scale=0, min_width=160)
            self.sure = gr.Button(
                "Yes, erase all for good",
                size="sm",
                variant="stop",
                visible=False,
                elem_id="erase-sure",
                scale=0,
                min_width=200,
            )
        self.frame = [self.ids, self.notice, self.list, self.all, self.export, self.erase, self.sure]

    def wire(self) -> None:
        self.erase.click(
            lambda: {self.erase: gr.update(visible=False), self.sure: gr.update(visible=True)},
            None,
            [self.erase, self.sure],
            **QUIET,
        )
        self.sure.click(self.erase_all, [self.ids], self.frame, **QUIET)

    def opens(self, chat: Chat, tabs: gr.Tabs) -> None:
        """A line's buttons: go on with the interview, or erase it (which also closes it where it is open)."""

        def act(here: str, without: bool, ids: list[str], event: gr.EventData) -> Update:
            id = str(event.id)
            if event.act == "open":
                return {tabs: gr.Tabs(selected="interview"), **chat.resume(id, without)}
            update = self.forget([id], ids)
            if here == id:
                update |= chat.closed()
            return update

        self.list.select(act, [chat.here, chat.engine.without, self.ids], [tabs, *chat.frame, *self.frame], **QUIET)

    def with_id(self, ids: list[str], id: str) -> list[str]:
        return ids if id in ids else [*ids, id]

    def erase_all(self, ids: list[str]) -> Update:
        return self.forget(list(ids), ids)

    def forget(self, gone: list[str], ids: list[str]) -> Update:
        """Erase `gone` from the log and from the browser's list."""
        said = []
        for id in gone:
            try:
                self.house.erase(id)
            except Exception as error:  # the page's boundary: every failure becomes a line to read
                said.append(trouble(error))
        words = said[0] if said else f"Erased for good: {len(gone)} interview{'s' * (len(gone) != 1)}."
        return {**self.show([i for i in ids if i not in gone]), self.notice: notice_html(words)}

    def show(self, ids: list[str]) -> Update:
        rows = [(id, self._row(id)) for id in reversed(ids or [])]
        known = [id for id, row in rows if row]
        return {
            self.ids: list(reversed(known)),
            self.notice: "",
            self.list: f"<ul class='mine-list'>{''.join(row for _, row in rows)}</ul>" if known else EMPTY,
            self.all: gr.update(visible=bool(known)),
            self.export: _export(known),
            self.erase: gr.update(visible=True),
            self.sure: gr.update(visible=False),
        }

    def _row(self, id: str) -> str:
        """One interview's line; "" when it is gone (erased elsewhere, or another machine's)."""
        try:
            interview: Any = self.house.resume(id)
            turn = interview.pending()
        except Exception:
            return ""
        guide = self.house.guides.get(interview.state.guide)
        state = "finished" if turn.done else f"{turn.progress.covered} of {turn.progress.total} topics"
        key = escape(id)
        return (
            f"<li><div><b>{plain(guide.title if guide else 'Interview')}</b><span>{state}</span></div>"
            f"<div class='row-acts'>"
            f"<button type='button' class='chip' data-act='open' data-id='{key}'>"
            f"{'Open' if turn.done else 'Go on'}</button>"
            f"<a class='file' href='interview/{key}/report.json' download>Export</a>"
            f"<button type='button' class='chip danger' data-act='erase' data-id='{key}'>Erase</button></div></li>"
        )


def _export(ids: list[str]) -> str:
    if not ids:
        return ""
    return f"<a class='file' href='interviews.json?ids={escape(','.join(ids))}' download>Export all</a>"
