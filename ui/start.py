"""The first screen: what this is, a card for each guide found and one for just asking, and what is kept where."""

from __future__ import annotations

import gradio as gr

from agent.fieldnote import Fieldnote
from agent.guide import Guide
from ui.kept import kept_html
from ui.markup import plain
from ui.panels import quick_html
from ui.piece import piece
from ui.theme import script

EXAMPLES = (
    "Who writes more production code, an FDE or a TAM?",
    "How much more do FDEs earn than TAMs?",
    "FDE or MLOps: which one travels more?",
    "How does an ML engineer become an FDE, and how long does it take?",
)
HERO = (
    "<h1>Talk it through. Then check every word.</h1>"
    "<p class='lead'>fieldnote is a program, not a person. It interviews you about a career or a hire in AI, "
    "answers questions from published articles, and shows the passage behind each claim.</p>"
)
ASK = (
    "<h2>Just ask</h2><p>One question about pay, work, travel or the way from role to role. A short answer, with the "
    "exact words of the articles behind every claim.</p><p class='length'>An answer in a second</p>"
)


class Start:
    """`ways` are the buttons of the interviews by guide id; `ask` opens the Ask view; `examples` sends a text."""

    def __init__(self, house: Fieldnote, data: str) -> None:
        piece(HERO, elem_classes="hero")
        with gr.Row(elem_classes="ways"):
            self.ways = {id: _card(_about(guide), "Start this interview", id) for id, guide in house.guides.items()}
            self.ask = _card(ASK, "Ask a question", "ask")
        piece("<h2 class='section'>Questions it can answer</h2>")
        self.examples = piece(quick_html(EXAMPLES), js_on_load=script("chips.js"), elem_id="examples")
        piece(kept_html(house, data), elem_classes="kept")


def _card(html: str, label: str, id: str) -> gr.Button:
    with gr.Column(elem_classes="way", min_width=240):
        piece(html)
        return gr.Button(label, variant="primary", elem_id=f"way-{id}")


def _about(guide: Guide) -> str:
    length = f"About {guide.minutes} minutes, {len(guide.topics)} topics"
    return (
        f"<h2>{plain(guide.title)}</h2><p>{plain(guide.invitation or guide.opening)}</p><p class='length'>{length}</p>"
    )
