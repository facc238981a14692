"""The header: the name, what answers are made with, how the model fares, and the choice to go on without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import gradio as gr

from agent.fieldnote import Fieldnote
from ui.markup import plain
from ui.piece import QUIET, Update, piece
from ui.theme import script

CHOSEN = "From here on you are answered without the model. Nothing you typed is lost."
WITHOUT = "<button type='button' class='chip small' data-act='without'>Go on without the model</button>"
WITH = "<button type='button' class='chip small' data-act='with'>Use the model</button>"
AGAIN = "<button type='button' class='chip small' data-act='again'>Try the model again</button>"


class Engine:
    """`without` is this browser's choice to do without the model; every view passes it on."""

    def __init__(self, house: Fieldnote) -> None:
        self.house = house
        self.without = gr.BrowserState(False, storage_key="fieldnote-keyless", secret="fieldnote")
        self.header = piece(self.html(False), js_on_load=script("header.js"), elem_id="top")

    def wire(self, *notices: gr.HTML) -> None:
        """The header's buttons, and those beside a notice."""
        self.header.select(self.pressed, [self.without], [self.without, self.header], **QUIET)
        for notice in notices:
            notice.select(self._beside(notice), None, [self.without, self.header, notice], **QUIET)

    def pressed(self, without: bool, event: gr.EventData) -> Iterator[Update]:
        if event.act == "again":  # may take five seconds
            yield {self.header: self.html(without, ready=True, health="Asking the model's server …")}
            self.house.health(ask=True)
        else:
            without = event.act == "without"
        yield {self.without: without, **self.now(without)}

    def slow(self, without: bool) -> bool:
        """Whether answers take so long that they are worth showing while they are written."""
        return self.house.has_model and not without

    def now(self, without: bool) -> Update:
        """The header as things stand: when the page has got back what its browser kept, and after every answer."""
        return {self.header: self.html(without, ready=True)}

    def notice(self, text: str, without: bool = False) -> str:
        """A line that is announced politely; where a model ails, with the way on without it."""
        if not text:
            return ""
        ill = self.house.has_model and not without and self.house.health()
        return f"<p class='notice' role='status'>{plain(text)} {WITHOUT if ill else ''}</p>"

    def html(self, without: bool, ready: bool = False, health: str = "") -> str:
        """`health` is said in place of the model's own."""
        ill = "" if without else self.house.health()
        ailing = f"{plain(ill)} {AGAIN} {WITHOUT}" if ill else ""
        ailing = f"<p class='ailing' role='status'>{health or ailing}</p>" if health or ailing else ""
        return (
            f"<header class='top'{' data-ready' if ready else ''}>"
            "<a class='name' href='./' aria-label='fieldnote, first screen'>fieldnote</a>"
            f"<span class='engine' title='What answers are made with'>{self._line(without)}</span>"
            f"<button type='button' class='mode quiet'>Dark</button></header>{ailing}"
        )

    def _line(self, without: bool) -> str:
        if not self.house.has_model:
            return plain(self.house.engine)
        if without:
            return f"without a language model {WITH}"
        return plain(self.house.engine) + ("" if self.house.health() else f" {WITHOUT}")

    def _beside(self, notice: gr.HTML) -> Callable[[], Update]:
        """Beside a notice stands one button: to go on without the model."""
        return lambda: {self.without: True, **self.now(True), notice: self.notice(CHOSEN, without=True)}
