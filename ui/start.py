"""The first screen: what this is, how long it takes, what is kept where and who can read it; three ways in."""

from __future__ import annotations

from html import escape
from pathlib import Path

import gradio as gr

from agent.fieldnote import Fieldnote
from ui.panels import quick_html
from ui.piece import piece
from ui.theme import script

EXAMPLES = (
    "Who writes more production code, an FDE or a TAM?",
    "How much more do FDEs earn than TAMs?",
    "FDE or MLOps: which one travels more?",
    "How does an ML engineer become an FDE, and how long does it take?",
)


class Start:
    """`ways` are the buttons of the two interviews by guide id; `ask` opens the Ask view; `examples` sends a text."""

    def __init__(self, house: Fieldnote, data: str) -> None:
        piece(_hero(), elem_classes="hero")
        self.ways: dict[str, gr.Button] = {}
        with gr.Row(elem_classes="ways"):
            for guide_id, (title, text, label) in WAYS.items():
                guide = house.guides.get(guide_id)
                with gr.Column(elem_classes="way", min_width=240):
                    length = (
                        f"About {guide.minutes} minutes, {len(guide.topics)} topics"
                        if guide
                        else "an answer in a second"
                    )
                    piece(f"<h2>{title}</h2><p>{text}</p><p class='length'>{length}</p>")
                    button = gr.Button(label, variant="primary", elem_id=f"way-{guide_id}")
                    self.ways[guide_id] = button
        piece("<h2 class='section'>Questions it can answer</h2>")
        self.examples = piece(quick_html(EXAMPLES), js_on_load=script("chips.js"), elem_id="examples")
        piece(kept_html(house, data), elem_classes="kept")


WAYS = {
    "career": (
        "Explore a career",
        "You weigh a move between AI roles. The interview asks what you do, like and need, "
        "and ranks the roles with reasons you can check.",
        "Start a career interview",
    ),
    "hiring": (
        "Plan a hire",
        "You are about to open a position. The interview asks where things stall, and says whom "
        "to hire first and what their interview must test.",
        "Start a hiring interview",
    ),
    "ask": (
        "Just ask",
        "One question about pay, work, travel or the way from role to role. A short answer, with the "
        "exact words of the articles behind every claim.",
        "Ask a question",
    ),
}


def _hero() -> str:
    return (
        "<h1>Talk it through. Then check every word.</h1>"
        "<p class='lead'>fieldnote is a program, not a person. It interviews you about a career or a hire in AI, "
        "answers questions from published articles, and shows the passage behind each claim.</p>"
    )


def kept_html(house: Fieldnote, data: str) -> str:
    """What is kept where, who can read it, and what goes out: said before anything is kept."""
    local = house.engine.startswith("keyless")
    out = (
        "Nothing: no other service is asked, no statistics are collected."
        if local
        else f"Your messages are sent to the language model in use: {escape(house.engine)}."
    )
    rows = (
        (
            "Kept",
            f"Interviews are stored on the machine that runs this page, "
            f"in <code>{escape(_short(data))}</code>. Questions you just ask stay in this browser only.",
        ),
        (
            "Who can read it",
            "Anyone who has the link of your interview, and whoever runs this machine. The link is the "
            "key: it cannot be guessed, so share it only with people who may read along.",
        ),
        ("Sent out", out),
        ("Yours", "You can correct, export and erase everything, at any time, under “My data”."),
    )
    items = "".join(f"<div><dt>{name}</dt><dd>{text}</dd></div>" for name, text in rows)
    return f"<dl class='kept-list'>{items}</dl>"


def _short(folder: str) -> str:
    """`folder` as people write it: ~ for their home."""
    path, home = Path(folder), Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else folder
