"""A piece of the page that is our own HTML, styled by assets/*.css alone."""

from __future__ import annotations

from typing import Any

import gradio as gr


def piece(value: str = "", **options: Any) -> gr.HTML:
    """gr.HTML without Gradio's styles and without its click listener; `options` as there."""
    return gr.HTML(value, apply_default_css=False, js_on_load=options.pop("js_on_load", None), **options)
