"""The interview: chat beside a panel of what is known so far. The browser holds its id, the log the rest."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import gradio as gr

from agent.events import Turn
from agent.fieldnote import Fieldnote
from ui.markup import clean
from ui.panels import THINKING, pending_html, progress_html, quick_html, thread_html, writing_html
from ui.piece import piece
from ui.start import kept_html
from ui.theme import script
from ui.trouble import notice_html, notice_of, too_long, trouble

COMMANDS = {
    "skip": "Skip",
    "dont_know": "I don't know",
    "back": "Back",
    "why": "Why this question?",
    "finish": "Finish",
}
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
Update = dict[Any, Any]


class Chat:
    """Components of the view. `here` holds the interview's id, `asked` that of the message to be answered."""

    def __init__(self, house: Fieldnote, data: str) -> None:
        self.house = house
        self.here = gr.Textbox(visible="hidden", elem_id="here", label="interview")
        self.asked = gr.Textbox(visible="hidden", label="pending message")
        self.notice = piece(elem_classes="notices")
        with gr.Column(elem_classes="consent") as self.door:
            self._consent(data)
        with gr.Row(visible=False, elem_classes="room") as self.room:
            with gr.Column(scale=3, min_width=320):
                self.thread = piece(js_on_load=script("thread.js"), elem_id="talk")
                self.quick = piece(js_on_load=script("chips.js"), elem_id="quick", elem_classes="acts quick-room")
                self._composer()
            with gr.Column(scale=2, min_width=280):
                self.panel = piece(js_on_load=script("chips.js"), elem_id="panel")
        self.frame = [
            self.here,
            self.asked,
            self.notice,
            self.door,
            self.room,
            self.thread,
            self.quick,
            self.panel,
            self.box,
            self.writing,
            self.ended,
        ]

    def _consent(self, data: str) -> None:
        guides = [(f"{g.title} (about {g.minutes} minutes)", id) for id, g in self.house.guides.items()]
        piece(
            "<h1>Before we begin</h1><p class='lead'>A program will ask you one question at a time. Skip what you "
            "like, ask back whenever you want, stop when you have enough; the report is made from what you said.</p>"
        )
        self.choice = gr.Radio(
            guides, value=guides[0][1] if guides else None, label="Which interview?", elem_id="guide-choice"
        )
        piece(kept_html(self.house, data), elem_classes="kept")
        self.agree = gr.Button("I agree, begin", variant="primary", elem_id="agree")

    def _composer(self) -> None:
        with gr.Column(elem_classes="composer") as self.writing:
            with gr.Row(elem_classes="write"):
                self.box = gr.Textbox(
                    placeholder="Answer, or ask back",
                    lines=1,
                    max_lines=8,
                    show_label=False,
                    container=False,
                    elem_classes="box",
                    elem_id="answer-box",
                    label="Your answer",
                    scale=5,
                )
                self.send = gr.Button("Send", variant="primary", scale=0, min_width=88, elem_id="send")
            with gr.Row(elem_classes="acts commands"):
                self.commands = {
                    name: gr.Button(label, size="sm", elem_id=f"do-{name}", min_width=60)
                    for name, label in COMMANDS.items()
                }
        with gr.Column(visible=False, elem_classes="ended") as self.ended:
            self.to_report = gr.Button("Read your report", variant="primary", elem_id="to-report")
            self.go_on = gr.Button("Change something first", size="sm", elem_id="go-on")

    def wire(self) -> None:
        """Bind the events that stay inside this view."""
        says = {"fn": self.say, "inputs": [self.here, self.asked, self.box], "outputs": self.frame, **QUIET}
        self.box.submit(**says)
        self.send.click(**says)
        for name, button in self.commands.items():
            button.click(partial(self.command, name), [self.here], self.frame, **QUIET)
        self.quick.select(self.pressed, [self.here, self.asked], self.frame, **QUIET)
        self.panel.select(self.corrected, [self.here], self.frame, **QUIET)
        self.thread.input(self.edited, [self.here], self.frame, **QUIET)
        self.go_on.click(
            lambda: {self.writing: gr.update(visible=True), self.ended: gr.update(visible=False)},
            None,
            [self.writing, self.ended],
            **QUIET,
        )

    def begin(self, guide_id: str) -> Update:
        """Open an interview: the press of the button is the consent."""
        try:
            interview = self.house.interview(guide_id)
            return self._show(interview, interview.pending())
        except Exception as error:  # the page's boundary: every failure becomes a line to read
            return {self.notice: notice_html(trouble(error))}

    def resume(self, id: str) -> Update:
        """Show the interview `id` where it was; without one, the door stays."""
        if not id:
            return {self.here: ""}
        try:
            interview = self.house.resume(clean(id))
            return self._show(interview, interview.pending())
        except Exception as error:
            return {self.here: "", self.notice: notice_html(trouble(error))}

    def closed(self) -> Update:
        """The door again, with nothing of an interview left on the page."""
        return {
            self.here: "",
            self.asked: "",
            self.notice: "",
            self.door: gr.update(visible=True),
            self.room: gr.update(visible=False),
            self.thread: "",
            self.quick: "",
            self.panel: "",
            self.box: "",
        }

    def say(self, here: str, asked: str, text: str) -> Iterator[Update]:
        """Send `text`: it shows at once, the answer as it comes."""
        text = clean(text or "").strip()
        if not text:
            yield {self.notice: ""}
            return
        if problem := too_long(text):
            yield {self.notice: notice_html(problem)}
            return
        try:
            interview = self.house.resume(here)
            before, label = list(interview.history()), self._label(interview)
            yield {self.thread: thread_html(before, label=label, tail=pending_html(text)), self.box: "", self.quick: ""}
            written = ""
            for event in interview.events(text, answering=asked or None):
                if isinstance(event, Turn):
                    yield self._show(interview, event)
                else:
                    written += event.text
                    tail = pending_html(text).removesuffix(THINKING) + writing_html(written)
                    yield {self.thread: thread_html(before, label=label, tail=tail)}
        except Exception as error:
            yield {**self.resume(here), self.notice: notice_html(trouble(error)), self.box: text}

    def pressed(self, here: str, asked: str, event: gr.EventData) -> Iterator[Update]:
        """A quick reply was pressed; what stands in the box stays there."""
        for update in self.say(here, asked, str(event.text)):
            yield {key: value for key, value in update.items() if key is not self.box}

    def command(self, name: str, here: str) -> Update:
        return self._act(here, lambda interview: interview.command(name))

    def corrected(self, here: str, event: gr.EventData) -> Update:
        topic, option = str(event.topic), str(event.option)
        return self._act(here, lambda interview: interview.correct(topic, option))

    def edited(self, here: str, event: gr.EventData) -> Update:
        message, text = str(event.message), clean(str(event.text)).strip()
        return self._act(here, lambda interview: interview.edit(message, text))

    def _act(self, here: str, act: Any) -> Update:
        try:
            interview = self.house.resume(here)
            return self._show(interview, act(interview))
        except Exception as error:
            return {self.notice: notice_html(trouble(error))}

    def _label(self, interview: Any) -> str:
        guide = self.house.guides.get(interview.state.guide)
        return guide.title if guide else "Interview"

    def _show(self, interview: Any, turn: Turn) -> Update:
        guide = self.house.guides.get(interview.state.guide)
        return {
            self.here: interview.id,
            self.asked: turn.message_id,
            self.notice: notice_of(turn),
            self.door: gr.update(visible=False),
            self.room: gr.update(visible=True),
            self.thread: thread_html(interview.history(), label=self._label(interview)),
            self.quick: "" if turn.done else quick_html(turn.quick),
            self.panel: progress_html(turn.progress, guide, done=turn.done),
            self.writing: gr.update(visible=not turn.done),
            self.ended: gr.update(visible=turn.done),
        }
