"""The way through a document that every text format shares: block by block, line by line, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from agent.exporting.blocks import Block, Grid, Heading, Items, Line, Paragraph, Part, Ref, Said, Strong


class Style(Protocol):
    """How one format writes each thing. Lines come as written already; `text` escapes what is not a mark."""

    def text(self, text: str) -> str: ...
    def said(self, text: str) -> str: ...
    def strong(self, text: str) -> str: ...
    def ref(self, marker: int) -> str: ...
    def heading(self, level: int, text: str) -> str: ...
    def paragraph(self, line: str) -> str: ...
    def items(self, lines: Sequence[str], ordered: bool) -> str: ...
    def grid(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str: ...
    def sources(self, entries: Sequence[tuple[int, str]]) -> str: ...


def written(style: Style, blocks: Iterable[Block]) -> Iterator[str]:
    """Each block in the format of `style`."""
    for block in blocks:
        if isinstance(block, Heading):
            yield style.heading(block.level, style.text(block.text))
        elif isinstance(block, Paragraph):
            yield style.paragraph(_line(style, block.line))
        elif isinstance(block, Items):
            yield style.items([_line(style, line) for line in block.lines], block.ordered)
        elif isinstance(block, Grid):
            rows = [[_line(style, cell) for cell in row] for row in block.rows]
            yield style.grid([style.text(name) for name in block.header], rows)
        else:
            yield style.sources([(marker, _line(style, line)) for marker, line in block.entries])


def _line(style: Style, line: Line) -> str:
    return "".join(_part(style, part) for part in line)


def _part(style: Style, part: Part) -> str:
    if isinstance(part, Ref):
        return style.ref(part.marker)
    if isinstance(part, Said):
        return style.said(style.text(part.text))
    if isinstance(part, Strong):
        return style.strong(style.text(part.text))
    return f"{edges(part)[0]}{style.text(part)}{edges(part)[1]}"


def edges(part: str) -> tuple[str, str]:
    """The space before and after a part of a line. It is ours and joins parts; cleaning trims it."""
    return " " if part[:1].isspace() else "", " " if part[-1:].isspace() and part.strip() else ""
