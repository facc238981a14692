"""The interview: chat beside a panel of what is known so far. The browser holds its id, the log the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import gradio as gr

from agent.events import Token, Turn
from agent.fieldnote import Fieldnote
from agent.interview import Interview
from ui.consent import Consent
from ui.engine import Engine
from ui.line import Line
from ui.markup import clean
from ui.panels import progress_html, quick_html, thread_html
from ui.piece import QUIET, Update, piece
from ui.talk import Talk
from ui.theme import script
from ui.trouble import trouble

COMMANDS = {
    "skip": "Skip",
    "dont_know": "I don't know",
    "back": "Back",
    "why": "Why this question?",
    "finish": "Finish",
}
Act = Callable[[Interview], Iterator[Token | Turn]]


class Chat:
    """Components of the view. `here` holds the interview's id, `asked` that of the message to be answered."""

    def __init__(self, house: Fieldnote, data: str, line: Line, engine: Engine) -> None:
        self.house, self.engine = house, engine
        self.here = gr.Textbox(visible="hidden", elem_id="here", label="interview")
        self.asked = gr.Textbox(visible="hidden", label="pending message")
        self.consent = Consent(house, data)
        with gr.Row(visible=False, elem_classes="room") as self.room:
            with gr.Column(scale=3, min_width=320):
                words = {"placeholder": "Answer, or ask back", "label": "Your answer", "button": "Send"}
                self.talk = Talk("talk", line, engine, **words)
                with gr.Row(elem_classes="acts commands") as self.acts:
                    self.commands = {
                        name: gr.Button(label, size="sm", elem_id=f"do-{name}", min_width=60)
                        for name, label in COMMANDS.items()
                    }
                with gr.Column(visible=False, elem_classes="ended") as self.ended:
                    self.to_report = gr.Button("Read your report", variant="primary", elem_id="to-report")
                    self.go_on = gr.Button("Change something, or go on", size="sm", elem_id="go-on")
            with gr.Column(scale=2, min_width=280):
                self.panel = piece(js_on_load=script("panel.js"), elem_id="panel")
        shown = [self.here, self.asked, self.room, self.panel, self.acts, self.ended, self.talk.writing]
        self.frame = [*shown, *self.talk.frame, *self.consent.frame]

    def wire(self) -> None:
        """Bind the events that stay inside this view."""
        known = [self.here, self.asked, self.engine.without]
        self.talk.wire(self.say, self.pressed, known, self.frame)
        for name, button in self.commands.items():
            button.click(partial(self.command, name), known, self.frame, **QUIET)
        self.panel.select(self.corrected, known, self.frame, **QUIET)
        self.talk.thread.input(self.edited, known, self.frame, **QUIET)
        self.go_on.click(lambda: self._writing(True), None, [self.talk.writing, self.acts, self.ended], **QUIET)

    def begin(self, guide_id: str, without: bool) -> Update:
        """Open an interview: the press of the button is the consent."""
        try:
            interview = self.house.interview(guide_id, keyless=bool(without))
            return self._show(interview, interview.pending(), without)
        except Exception as error:  # the page's boundary: every failure becomes a line to read
            return {self.consent.notice: self.engine.notice(trouble(error))}

    def resume(self, id: str, without: bool) -> Update:
        """Show the interview `id` where it was; without one, the door stays."""
        if not id:
            return {}
        try:
            interview = self.house.resume(clean(id), keyless=bool(without))
            return self._show(interview, interview.pending(), without)
        except Exception as error:
            return {**self.closed(), self.consent.notice: self.engine.notice(trouble(error))}

    def closed(self) -> Update:
        """The door again, with nothing of an interview left on the page."""
        empty = (self.here, self.asked, self.panel, self.talk.thread, self.talk.quick, self.talk.notice, self.talk.box)
        return {**dict.fromkeys(empty, ""), **self.consent.opened(None), self.room: gr.update(visible=False)}

    def say(self, here: str, asked: str, without: bool, text: str) -> Iterator[Update]:
        """Send `text`: it shows at once, the answer as it comes."""
        text = clean(text or "").strip()
        if not text or (refused := self.talk.too_long(text)):
            yield refused if text else {self.talk.notice: ""}
            return
        yield from self._act(here, without, lambda i: i.events(text, answering=asked or None), text)

    def pressed(self, here: str, asked: str, without: bool, event: gr.EventData) -> Iterator[Update]:
        """A quick reply was pressed; what stands in the box stays there."""
        for update in self.say(here, asked, without, str(event.text)):
            yield {key: value for key, value in update.items() if key is not self.talk.box}

    def command(self, name: str, here: str, asked: str, without: bool) -> Iterator[Update]:
        yield from self._quietly(here, without, lambda i: iter([i.command(name, answering=asked or None)]))

    def corrected(self, here: str, _: str, without: bool, event: gr.EventData) -> Iterator[Update]:
        topic, option = str(event.topic), str(event.option)
        yield from self._quietly(here, without, lambda i: iter([i.correct(topic, option)]))

    def edited(self, here: str, _: str, without: bool, event: gr.EventData) -> Iterator[Update]:
        message, text = str(event.message), clean(str(event.text)).strip()
        yield from self._quietly(here, without, lambda i: iter([i.edit(message, text)]))

    def _quietly(self, here: str, without: bool, act: Act) -> Iterator[Update]:
        """A button's turn; what stands in the box stays there."""
        for update in self._act(here, without, act):
            yield {key: value for key, value in update.items() if key is not self.talk.box}

    def _act(self, here: str, without: bool, act: Act, text: str = "") -> Iterator[Update]:
        try:
            interview = self.house.resume(here, keyless=bool(without))
            before, label = list(interview.history()), self._label(interview)

            def thread(tail: str) -> str:
                return thread_html(before, label=label, tail=tail)

            turn = yield from self.talk.sent(text, thread, lambda: act(interview), self.engine.slow(without))
            kept = {self.talk.box: text} if turn.move == "refused" else {}
            yield {**self._show(interview, turn, without), **kept}
        except Exception as error:  # the page's boundary: every failure becomes a line to read
            shown = self.resume(here, without)
            yield {**shown, self.talk.notice: self.engine.notice(trouble(error)), self.talk.box: text}

    def _label(self, interview: Interview) -> str:
        guide = self.house.guides.get(interview.state.guide)
        return guide.title if guide else "Interview"

    def _writing(self, on: bool) -> Update:
        shown, hidden = gr.update(visible=on), gr.update(visible=not on)
        return {self.talk.writing: shown, self.acts: shown, self.ended: hidden}

    def _show(self, interview: Interview, turn: Turn, without: bool) -> Update:
        guide = self.house.guides.get(interview.state.guide)
        return {
            self.here: interview.id,
            self.asked: turn.message_id,
            self.room: gr.update(visible=True),
            self.panel: progress_html(turn.progress, guide, done=turn.done),
            self.talk.thread: thread_html(interview.history(), label=self._label(interview)),
            self.talk.quick: "" if turn.done else quick_html(turn.quick),
            self.talk.notice: self.engine.notice(turn.notice, without),
            **self.consent.closed(),
            **self.engine.now(without),
            **self._writing(not turn.done),
        }
