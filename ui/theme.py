"""The look: one calm theme, light and dark, one accent; local fonts only. Colours here, rules in assets/*.css."""

from __future__ import annotations

from pathlib import Path
from typing import Any

ASSETS = Path(__file__).parent / "assets"
SANS = (
    "-apple-system",
    "Segoe UI",
    "Roboto",
    "Ubuntu",
    "Cantarell",
    "Noto Sans",
    "Liberation Sans",
    "Arial",
    "sans-serif",
)
MONO = ("ui-monospace", "SF Mono", "Cascadia Mono", "Liberation Mono", "monospace")

LIGHT = {
    "paper": "#f6f5f1",
    "card": "#ffffff",
    "ink": "#1b2425",
    "soft": "#546062",
    "rule": "#dad8d0",
    "accent": "#0b665a",
    "onaccent": "#ffffff",
    "wash": "#e4efec",
    "mark": "#ffe8a3",
    "warn": "#8a4b00",
}
DARK = {
    "paper": "#12181a",
    "card": "#1a2224",
    "ink": "#e5eae9",
    "soft": "#a3b0af",
    "rule": "#354043",
    "accent": "#69cdba",
    "onaccent": "#06231e",
    "wash": "#1f3431",
    "mark": "#66530f",
    "warn": "#f0b877",
}


def palette_css() -> str:
    """The colours as custom properties --fn-*; Gradio marks dark mode with the class `dark` on the body."""

    def block(selector: str, colours: dict[str, str]) -> str:
        return selector + "{" + "".join(f"--fn-{k}:{v};" for k, v in colours.items()) + "}"

    return block(":root", LIGHT) + block("body.dark", DARK)


def css() -> str:
    """The whole style sheet as one text."""
    sheets = (ASSETS / name for name in ("base.css", "talk.css", "views.css", "print.css"))
    return palette_css() + "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)


def script(name: str) -> str:
    """A script of assets/ as text."""
    return (ASSETS / name).read_text(encoding="utf-8")


def theme() -> Any:
    """Gradio's Base theme in our colours. Fonts are plain names, so that nothing is fetched for them."""
    import gradio as gr

    pairs = {
        "body_background_fill": "paper",
        "body_text_color": "ink",
        "body_text_color_subdued": "soft",
        "background_fill_primary": "card",
        "background_fill_secondary": "paper",
        "block_background_fill": "card",
        "block_label_text_color": "soft",
        "block_title_text_color": "ink",
        "block_info_text_color": "soft",
        "border_color_primary": "rule",
        "block_border_color": "rule",
        "input_background_fill": "card",
        "input_border_color": "rule",
        "input_border_color_focus": "accent",
        "input_placeholder_color": "soft",
        "link_text_color": "accent",
        "color_accent_soft": "wash",
        "button_primary_background_fill": "accent",
        "button_primary_background_fill_hover": "accent",
        "button_primary_text_color": "onaccent",
        "button_primary_border_color": "accent",
        "button_primary_border_color_hover": "accent",
        "button_secondary_background_fill": "card",
        "button_secondary_background_fill_hover": "wash",
        "button_secondary_text_color": "ink",
        "button_secondary_border_color": "rule",
        "checkbox_background_color_selected": "accent",
        "checkbox_border_color_selected": "accent",
        "checkbox_label_background_fill": "card",
        "checkbox_label_background_fill_selected": "wash",
        "checkbox_label_text_color": "ink",
        "checkbox_label_text_color_selected": "ink",
        "checkbox_label_border_color_selected": "accent",
    }
    values = {k: LIGHT[v] for k, v in pairs.items()} | {f"{k}_dark": DARK[v] for k, v in pairs.items()}
    base = gr.themes.Base(font=SANS, font_mono=MONO, radius_size=gr.themes.sizes.radius_md)
    return base.set(
        **values,
        block_shadow="none",
        block_label_background_fill="transparent",
        block_border_width="0px",
        input_border_width="1px",
        button_secondary_border_color_hover=LIGHT["accent"],
        button_border_width="1px",
        button_border_width_dark="1px",
    )
