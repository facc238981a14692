"""Blocks as Markdown. Everything that is not a mark of ours is escaped, wherever it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from agent.exporting.blocks import Block, clean
from agent.exporting.walk import written

MARKUP = re.compile(r"([\\`*_{}\[\]|~#$])")
OPENING = re.compile(r"^(\s*)([-+=>]|\d+(?=[.)]))([.)]?)")  # what would begin a list, a quote or a heading line


def markdown(blocks: Iterable[Block]) -> str:
    """One Markdown document, ending with a newline."""
    return "\n\n".join(written(_Markdown(), blocks)) + "\n"


def escape(text: str) -> str:
    """`text` so that Markdown, HTML in it included, shows exactly these characters."""
    plain = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return MARKUP.sub(r"\\\1", plain)


class _Markdown:
    def text(self, text: str) -> str:
        return escape(text)

    def said(self, text: str) -> str:
        return f"“{text}”"

    def strong(self, text: str) -> str:
        return f"**{text}**"

    def ref(self, marker: int) -> str:
        return f"[{marker}]"

    def heading(self, level: int, text: str) -> str:
        return f"{'#' * level} {text}"

    def paragraph(self, line: str) -> str:
        return _begun(line)

    def items(self, lines: Sequence[str], ordered: bool) -> str:
        marks = [f"{n}." if ordered else "-" for n in range(1, len(lines) + 1)]
        return "\n".join(f"{mark} {_begun(line)}" for mark, line in zip(marks, lines, strict=True))

    def grid(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
        whole = [header, ["---"] * len(header), *rows]
        return "\n".join(f"| {' | '.join(row)} |" for row in whole)

    def sources(self, entries: Sequence[tuple[int, str]]) -> str:
        return "\n".join(f"- [{marker}] {line}" for marker, line in entries)


def _begun(line: str) -> str:
    """A line that begins a block: what would open a list or a quote there is escaped."""
    return OPENING.sub(r"\1\\\2\3" if not line.lstrip()[:1].isdigit() else r"\1\2\\\3", line)
