"""What is kept where, who can read it, and what goes out: said before anything is kept."""

from __future__ import annotations

from html import escape
from pathlib import Path

from agent.fieldnote import Fieldnote


def kept_html(house: Fieldnote, data: str) -> str:
    """`data` is the folder named to people as the place where interviews are kept."""
    out = (
        f"Your messages go to the language model in use ({escape(house.engine)}), unless you choose, at the top of "
        "the page, to go on without it. Nothing else: no statistics are collected."
        if house.has_model
        else "Nothing: no other service is asked, no statistics are collected."
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
