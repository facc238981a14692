"""What every conversation on the page consists of: messages, possible answers, a line for notices, a box to write in;
and how what is sent gets its place in line, shows at once, and is answered piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from typing import Any

import gradio as gr

from agent.events import Token
from ui.engine import Engine
from ui.line import Line, Place
from ui.panels import pending_html, quick_html, waiting_html, writing_html
from ui.piece import QUIET, Update, piece
from ui.theme import script
from ui.trouble import too_long

PATIENCE = 1.0  # seconds between two words on one's place in line
Thread = Callable[[str], str]  # what is still coming, as HTML -> the conversation with it at its end


class Talk:
    """`name` tells the elements of one conversation from another's: #name (messages), #name-box, #name-send …"""

    def __init__(self, name: str, line: Line, engine: Engine, **says: Any) -> None:
        """`says`: `first` (HTML before the first message), `quick` (possible answers), `placeholder`, `label`,
        `button`."""
        self.line, self.engine = line, engine
        self.thread = piece(says.get("first", ""), js_on_load=script("thread.js"), elem_id=name)
        self.quick = piece(
            quick_html(says.get("quick", ())),
            js_on_load=script("chips.js"),
            elem_id=f"{name}-quick",
            elem_classes="acts quick-room",
        )
        self.notice = piece(js_on_load=script("chips.js"), elem_classes="notices")
        with gr.Column(elem_classes="composer") as self.writing, gr.Row(elem_classes="write"):
            self.box = gr.Textbox(
                placeholder=says["placeholder"],
                label=says["label"],
                lines=1,
                max_lines=8,
                show_label=False,
                container=False,
                scale=5,
                elem_classes="box",
                elem_id=f"{name}-box",
            )
            self.send = gr.Button(says["button"], variant="primary", scale=0, min_width=88, elem_id=f"{name}-send")
        self.frame = [self.thread, self.quick, self.notice, self.box, engine.header]

    def wire(self, say: Any, pressed: Any, inputs: list[Any], outputs: list[Any]) -> None:
        """`say` gets `inputs` and the box's text, `pressed` `inputs` and the event of a possible answer."""
        for sends in (self.box.submit, self.send.click):
            sends(say, [*inputs, self.box], outputs, **QUIET)
        self.quick.select(pressed, inputs, outputs, **QUIET)

    def sent(
        self, text: str, thread: Thread, answer: Callable[[], Iterator[Any]], slow: bool
    ) -> Generator[Update, None, Any]:
        """Send `text` ("" for a button) and show what `answer` gives, piece by piece where it is `slow`; returns its
        last event, which is no Token. The text stays in the box until it is taken. LineFullError when nobody more can
        wait."""
        with self.line.place() as place:
            yield from self._until_served(place)
            said = pending_html(text) if text else ""
            yield {self.thread: thread(said + waiting_html()), self.box: "", self.quick: "", self.notice: ""}
            written, last = "", None
            with closing(_generator(answer())) as events:
                for event in events:
                    if not isinstance(event, Token):
                        last = event
                    elif slow:
                        written += event.text
                        yield {self.thread: thread(said + writing_html(written))}
        return last

    def too_long(self, text: str) -> Update:
        """What to show when `text` is longer than a message may be; empty when it is not."""
        problem = too_long(text)
        return {self.notice: self.engine.notice(problem)} if problem else {}

    def _until_served(self, place: Place) -> Iterator[Update]:
        ahead = place.ahead()
        while ahead:
            before = f"{ahead} message{'s are' if ahead > 1 else ' is'} before yours"
            yield {self.notice: self.engine.notice(f"You are in line: {before}. It is sent by itself, please wait.")}
            ahead = place.ahead(PATIENCE)


def _generator(events: Iterator[Any]) -> Generator[Any, None, None]:
    """`events`, so that they can be closed: a tab that is closed ends what a model still writes."""
    yield from events
