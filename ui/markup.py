"""Text that others wrote (people, documents, models) -> HTML that can do nothing: no script, image, link or handler.

Markdown is rendered with HTML, images and links switched off; what is left is escaped. [n] becomes a button that
opens the source, and only where the answer really has a citation n.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from agent.events import Citation
from corpus.article import Span

# Control characters, and those that hide text or turn its direction: nothing a person reads needs them.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff"
    r"\U000e0000-\U000e007f]"
)
_MARKER = re.compile(r"\[(\d{1,3})\]")
OPEN, CLOSE = "\ue000", "\ue001"  # private use: the ends of a highlight while Markdown is rendered
_LIST_MARK = re.compile(r"\s*(?:[-*+]|\d+[.)]|#+|>)\s+|\|?\s*")


def clean(text: str) -> str:
    """`text` without characters that cannot be seen; line breaks stay."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def plain(text: str) -> str:
    """Escaped text as one HTML fragment; line breaks are kept by the style sheet (`white-space: pre-wrap`)."""
    return escape(clean(text))


def rich(text: str, citations: Iterable[Citation] = ()) -> str:
    """Markdown -> HTML; [n] of a citation becomes its button."""
    return _render(clean(text), {c.marker: c for c in citations})


def cite_button(citation: Citation) -> str:
    """The marker of a citation, which page.js lets open the sources panel."""
    return (
        f'<button type="button" class="cite" data-passage="{escape(citation.passage)}" '
        f'data-span="{citation.start}-{citation.end}" data-marker="{citation.marker}" '
        f'data-verdict="{escape(citation.verdict)}" title="{escape(citation.publisher or citation.title)}" '
        f'aria-label="Source {citation.marker}: {escape(citation.title)}">{citation.marker}</button>'
    )


def highlighted(text: str, spans: Sequence[Span]) -> str:
    """Markdown -> HTML with the characters of `spans` (offsets in `text`) in <mark>."""
    for span in sorted(spans, key=lambda s: -s.start):
        start = span.start
        if (start == 0 or text[start - 1] == "\n") and (mark := _LIST_MARK.match(text, start)):
            start = min(mark.end(), span.end)
        text = text[:start] + OPEN + text[start : span.end] + CLOSE + text[span.end :]
    return _render(clean(text), {})


def marked_words(text: str, words: Iterable[str]) -> str:
    """Escaped `text` with every word of `words` (whole, any case, any ending) in <mark>."""
    stems = [re.escape(w) for w in words if len(w) > 2]
    if not stems:
        return plain(text)
    parts = re.split(rf"(\b(?:{'|'.join(stems)})\w*)", clean(text), flags=re.IGNORECASE)
    return "".join(f"<mark>{escape(p)}</mark>" if i % 2 else escape(p) for i, p in enumerate(parts))


def _render(text: str, citations: dict[int, Citation]) -> str:
    env: dict[str, Any] = {"citations": citations, "lit": False}
    return (
        str(_markdown().render(text, env))
        .replace("<table>", '<div class="scroll" tabindex="0"><table>')
        .replace("</table>", "</table></div>")
    )


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": True}).enable("table")
    markdown.disable(["image", "link", "autolink", "html_inline", "html_block", "reference", "code", "fence"])
    markdown.add_render_rule("text", _text)
    return markdown


def _text(_: RendererHTML, tokens: Sequence[Token], index: int, __: Any, env: dict[str, Any]) -> str:
    """A run of text: highlights opened in an earlier run go on in this one, since tags may not overlap."""
    out = []
    for part in re.split(f"([{OPEN}{CLOSE}])", tokens[index].content):
        if part in (OPEN, CLOSE):
            env["lit"] = part == OPEN
        elif part:
            html = _markers(part, env["citations"])
            out.append(f"<mark>{html}</mark>" if env["lit"] else html)
    return "".join(out)


def _markers(text: str, citations: dict[int, Citation]) -> str:
    parts = _MARKER.split(text)
    out = [escape(parts[0])]
    for number, rest in zip(parts[1::2], parts[2::2], strict=True):
        citation = citations.get(int(number))
        out.append(cite_button(citation) if citation else f"[{number}]")
        out.append(escape(rest))
    return "".join(out)
