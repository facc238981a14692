"""Just ask: a question, a short checked answer with markers. The conversation is kept by the browser, not by us."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import gradio as gr

from agent.events import Answer, Citation, Token
from agent.fieldnote import Fieldnote
from agent.state import Message
from ui.chat import QUIET, Update
from ui.markup import clean
from ui.panels import THINKING, pending_html, quick_html, thread_html, writing_html
from ui.piece import piece
from ui.start import EXAMPLES
from ui.theme import script
from ui.trouble import notice_html, too_long, trouble

KEPT = 30  # questions the browser keeps
EMPTY = (
    "<div class='empty'><h1>Ask about the roles</h1><p class='lead'>Pay, daily work, travel, code, the way from one "
    "role to another. The answer is short; the numbers after it open the passage it rests on.</p></div>"
)


class Ask:
    """`asked` is the conversation, kept in the browser: a list of {"q", "a", "citations"}."""

    def __init__(self, house: Fieldnote, asked: gr.BrowserState) -> None:
        self.house, self.asked = house, asked
        with gr.Column(elem_classes="room single"):
            self.thread = piece(EMPTY, js_on_load=script("thread.js"), elem_id="answers")
            self.examples = piece(
                quick_html(EXAMPLES),
                js_on_load=script("chips.js"),
                elem_id="ask-examples",
                elem_classes="acts quick-room",
            )
            self.notice = piece(elem_classes="notices")
            with gr.Row(elem_classes="write"):
                self.box = gr.Textbox(
                    placeholder="Ask about a role, or compare two",
                    lines=1,
                    max_lines=8,
                    show_label=False,
                    container=False,
                    label="Your question",
                    scale=5,
                    elem_classes="box",
                    elem_id="question-box",
                )
                self.send = gr.Button("Ask", variant="primary", scale=0, min_width=88, elem_id="ask")
            self.clear = gr.Button(
                "Clear this conversation", size="sm", visible=False, elem_classes="quiet-button", elem_id="clear-asked"
            )
        self.frame = [self.asked, self.thread, self.examples, self.notice, self.box, self.clear]

    def wire(self) -> None:
        asks = {"fn": self.say, "inputs": [self.box, self.asked], "outputs": self.frame, **QUIET}
        self.box.submit(**asks)
        self.send.click(**asks)
        self.examples.select(self.pressed, [self.asked], self.frame, **QUIET)
        self.clear.click(lambda: self.show([]), None, self.frame, **QUIET)

    def pressed(self, asked: list[Any], event: gr.EventData) -> Iterator[Update]:
        yield from self.say(str(event.text), asked)

    def say(self, text: str, asked: list[Any]) -> Iterator[Update]:
        """Ask `text` after the earlier questions."""
        text = clean(text or "").strip()
        if not text or (problem := too_long(text)):
            yield {self.notice: notice_html(problem if text else "")}
            return
        earlier = _well_formed(asked)
        yield {self.thread: _thread(earlier, pending_html(text)), self.box: "", self.examples: "", self.notice: ""}
        try:
            yield from self._answer(text, earlier)
        except Exception as error:  # the page's boundary: every failure becomes a line to read
            yield {**self.show(earlier), self.notice: notice_html(trouble(error)), self.box: text}

    def _answer(self, text: str, earlier: list[dict[str, Any]]) -> Iterator[Update]:
        written = ""
        for event in self.house.answering(text, tuple(turn["q"] for turn in earlier)):
            if isinstance(event, Token):
                written += event.text
                yield {self.thread: _thread(earlier, pending_html(text).removesuffix(THINKING) + writing_html(written))}
            elif isinstance(event, Answer):
                turn = {"q": text, "a": event.text, "citations": [asdict(c) for c in event.citations]}
                yield {**self.show([*earlier, turn][-KEPT:]), self.notice: notice_html(event.notice)}

    def show(self, asked: list[Any]) -> Update:
        """The conversation as the browser kept it."""
        turns = _well_formed(asked)
        return {
            self.asked: turns,
            self.thread: _thread(turns) if turns else EMPTY,
            self.examples: "" if turns else quick_html(EXAMPLES),
            self.notice: "",
            self.clear: gr.update(visible=bool(turns)),
        }


def _thread(turns: list[dict[str, Any]], tail: str = "") -> str:
    lines: list[Message] = []
    for number, turn in enumerate(turns):
        citations = tuple(Citation(**c) for c in turn["citations"])
        lines += [
            Message(f"q{number}", "person", turn["q"]),
            Message(f"a{number}", "interviewer", turn["a"], citations=citations),
        ]
    return thread_html(lines, label="Questions and answers", tail=tail, editable=False)


def _well_formed(asked: Any) -> list[dict[str, Any]]:
    """What the browser kept may be from an older version or written by someone else: keep what reads as a turn."""
    turns = []
    for turn in asked if isinstance(asked, list) else []:
        try:
            [Citation(**c) for c in turn["citations"]]
            turns.append({"q": str(turn["q"]), "a": str(turn["a"]), "citations": turn["citations"]})
        except (TypeError, KeyError):
            continue
    return turns[-KEPT:]
