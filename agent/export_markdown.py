"""Blocks as Markdown. Everything that is not a mark of ours is escaped, wherever it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable

from agent.blocks import Block, Grid, Heading, Items, Line, Paragraph, Part, Ref, Said, Strong, clean

MARKUP = re.compile(r"([\\`*_{}\[\]|~#$])")
OPENING = re.compile(r"^(\s*)([-+=>]|\d+[.)])")  # what would begin a list, a quote or a heading line


def markdown(blocks: Iterable[Block]) -> str:
    """One Markdown document, ending with a newline."""
    return "\n\n".join(_block(block) for block in blocks) + "\n"


def escape(text: str) -> str:
    """`text` so that Markdown, HTML in it included, shows exactly these characters."""
    plain = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return MARKUP.sub(r"\\\1", plain)


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {escape(block.text)}"
    if isinstance(block, Paragraph):
        return _line(block.line, begins=True)
    if isinstance(block, Items):
        marks = (f"{n}." if block.ordered else "-" for n in range(1, len(block.lines) + 1))
        return "\n".join(
            f"{mark} {_line(line, begins=True)}" for mark, line in zip(marks, block.lines, strict=True)
        )
    if isinstance(block, Grid):
        rows = [" | ".join(_line(cell) for cell in row) for row in block.rows]
        head = " | ".join(escape(name) for name in block.header)
        return "\n".join(f"| {row} |" for row in (head, " | ".join("---" for _ in block.header), *rows))
    return "\n".join(f"- [{marker}] {_line(line)}" for marker, line in block.entries)


def _line(line: Line, begins: bool = False) -> str:
    text = "".join(_part(part) for part in line)
    return (
        OPENING.sub(r"\1\\\2", text)
        if begins and not text[:1].isdigit()
        else _number(text)
        if begins
        else text
    )


def _number(text: str) -> str:
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", text)


def _part(part: Part) -> str:
    if isinstance(part, Ref):
        return f"[{part.marker}]"
    if isinstance(part, Said):
        return f"“{escape(part.text)}”"
    if isinstance(part, Strong):
        return f"**{escape(part.text)}**"
    # A space that joins two parts is ours and must stay; `clean` trims the ends.
    left = " " if part[:1].isspace() else ""
    right = " " if part[-1:].isspace() and part.strip() else ""
    return f"{left}{escape(part)}{right}"
