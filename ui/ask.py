"""Just ask: a question, a short checked answer with markers. The conversation is kept by the browser, not by us."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import gradio as gr

from agent.events import Citation
from agent.fieldnote import Fieldnote
from agent.state import Message
from ui.engine import Engine
from ui.line import Line
from ui.markup import clean
from ui.panels import quick_html, thread_html
from ui.piece import QUIET, Update
from ui.start import EXAMPLES
from ui.talk import Talk
from ui.trouble import trouble

KEPT = 30  # questions the browser keeps
EMPTY = (
    "<div class='empty'><h1>Ask about the roles</h1><p class='lead'>Pay, daily work, travel, code, the way from one "
    "role to another. The answer is short; the numbers after it open the passage it rests on.</p></div>"
)
WORDS = {"placeholder": "Ask about a role, or compare two", "label": "Your question", "button": "Ask"}


class Ask:
    """`asked` is the conversation, kept in the browser: a list of {"q", "a", "citations"}."""

    def __init__(self, house: Fieldnote, asked: gr.BrowserState, line: Line, engine: Engine) -> None:
        self.house, self.asked, self.engine = house, asked, engine
        with gr.Column(elem_classes="room single"):
            self.talk = Talk("answers", line, engine, first=EMPTY, quick=EXAMPLES, **WORDS)
            self.clear = gr.Button(
                "Clear this conversation", size="sm", visible=False, elem_classes="quiet-button", elem_id="clear-asked"
            )
        self.known = [self.asked, engine.without]
        self.frame = [self.asked, self.clear, *self.talk.frame]

    def wire(self) -> None:
        self.talk.wire(self.say, self.pressed, self.known, self.frame)
        self.clear.click(lambda: self.show([]), None, self.frame, **QUIET)

    def pressed(self, asked: list[Any], without: bool, event: gr.EventData) -> Iterator[Update]:
        yield from self.say(asked, without, str(event.text))

    def say(self, asked: list[Any], without: bool, text: str) -> Iterator[Update]:
        """Ask `text` after the earlier questions."""
        text = clean(text or "").strip()
        if not text or (refused := self.talk.too_long(text)):
            yield refused if text else {self.talk.notice: ""}
            return
        earlier = _well_formed(asked)
        questions = tuple(turn["q"] for turn in earlier)
        try:
            answer = yield from self.talk.sent(
                text,
                lambda tail: _thread(earlier, tail),
                lambda: self.house.answering(text, questions, keyless=bool(without)),
                self.engine.slow(without),
            )
            turn = {"q": text, "a": answer.text, "citations": [asdict(c) for c in answer.citations]}
            notice = {self.talk.notice: self.engine.notice(answer.notice, without)}
            yield {**self.show([*earlier, turn][-KEPT:]), **notice, **self.engine.now(without)}
        except Exception as error:  # the page's boundary: every failure becomes a line to read
            notice = {self.talk.notice: self.engine.notice(trouble(error))}
            yield {**self.show(earlier), **notice, self.talk.box: text}

    def kept(self, asked: list[Any]) -> Update:
        """As `show`, for a page just opened; empty when nothing was kept."""
        shown = self.show(asked) if _well_formed(asked) else {}
        return {key: value for key, value in shown.items() if key is not self.asked}

    def show(self, asked: list[Any]) -> Update:
        """The conversation as the browser kept it."""
        turns = _well_formed(asked)
        return {
            self.asked: turns,
            self.talk.thread: _thread(turns) if turns else EMPTY,
            self.talk.quick: "" if turns else quick_html(EXAMPLES),
            self.talk.notice: "",
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
