"""A piece of the page that is our own HTML, styled by assets/*.css alone; and what every event of the page shares."""

from __future__ import annotations

from typing import Any

import gradio as gr

QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
Update = dict[Any, Any]  # component -> its new value


def piece(value: str = "", **options: Any) -> gr.HTML:
    """gr.HTML without Gradio's styles and without its click listener; `options` as there."""
    return gr.HTML(value, apply_default_css=False, js_on_load=options.pop("js_on_load", None), **options)
