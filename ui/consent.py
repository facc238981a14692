"""The door of an interview: which one, what is kept where, and the button that is the consent."""

from __future__ import annotations

import gradio as gr

from agent.fieldnote import Fieldnote
from ui.kept import kept_html
from ui.piece import Update, piece


class Consent:
    """`choice` is a guide's id, `agree` the consent; `notice` is for what is said outside an interview."""

    def __init__(self, house: Fieldnote, data: str) -> None:
        guides = [(f"{g.title} (about {g.minutes} minutes)", id) for id, g in house.guides.items()]
        self.notice = piece(elem_classes="notices")
        with gr.Column(elem_classes="consent") as self.door:
            piece(
                "<h1>Before we begin</h1><p class='lead'>A program will ask you one question at a time. Skip what "
                "you like, ask back whenever you want, stop when you have enough. The report is made from "
                "what you said.</p>"
            )
            first = guides[0][1] if guides else None
            self.choice = gr.Radio(guides, value=first, label="Which interview?", elem_id="guide-choice")
            piece(kept_html(house, data), elem_classes="kept")
            self.agree = gr.Button("I agree, begin", variant="primary", elem_id="agree")
        self.frame = [self.notice, self.door]

    def opened(self, guide: str | None) -> Update:
        """The door, for `guide` (None: for the one chosen last)."""
        chosen = {self.choice: guide} if guide else {}
        return {self.door: gr.update(visible=True), self.notice: "", **chosen}

    def closed(self) -> Update:
        return {self.door: gr.update(visible=False), self.notice: ""}
