"""Markdown -> a flat list of headings, paragraphs, list items and tables, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.article import Span
from corpus.plain import plain

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_BOLD_QUESTION = re.compile(r"\*\*(?:[^*\n]{3,190})\?(?:\*\*|\*\*\s*)$")
LONGEST_HEADING = 200  # longer "headings" are paragraphs that a rule of dashes happens to follow


@dataclass(frozen=True, slots=True)
class Block:
    """One block. `level` and `title` are a heading's; a table's span covers its lines from the header on."""

    kind: Literal["heading", "prose", "item", "table"]
    span: Span
    level: int = 0
    title: str = ""


def front_matter(text: str) -> tuple[str, int]:
    """(the YAML between the opening dashes, where the body starts); ("", 0) when there is none."""
    found = _FRONT.match(text)
    if found and (not found.group(1).strip() or re.search(r"^[\w-]+[ \t]*:", found.group(1), re.M)):
        return found.group(1), found.end()
    return "", 0


def blocks(text: str) -> list[Block]:
    """The blocks of `text` (newlines "\\n" only) in order; front matter, rules and link definitions left
    out."""
    _, body = front_matter(text)
    lines = Lines(text)
    blank = "\n" * text.count("\n", 0, body)
    # An indented line is far oftener a wrapped or shifted paragraph than code in the documents people have.
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").disable(["code", "reference"])
    # Only inlines' places are wanted, not their marks; and parsing bad ones takes quadratic time.
    parser.core.ruler.disable(["inline"])
    return list(_walk(parser.parse(blank + text[body:]), lines))


class Lines:
    """Line numbers -> offsets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in re.finditer("\n", text)), len(text) + 1]

    def line(self, number: int) -> Span:
        return Span(self.starts[number], min(self.starts[number + 1] - 1, len(self.text)))

    def lines(self, first: int, after: int) -> Span:
        """From line `first` to the end of the last line before `after` that is not blank."""
        last = min(after, len(self.starts) - 1) - 1
        while last > first and not self.line(last).of(self.text).strip():
            last -= 1
        return Span(self.line(first).start, self.line(last).end)


def _walk(tokens: list[Token], lines: Lines) -> Iterator[Block]:
    items = 0
    level = 0
    skip_until = ""
    for token, inline in zip_longest(tokens, tokens[1:]):
        if skip_until:
            skip_until = "" if token.type == skip_until else skip_until
            continue
        items += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.map is None:
            continue
        if token.type == "heading_open" and inline is not None:
            block = _heading(token, inline, lines, items)
            level = block.level or level
            yield block
        elif token.type == "paragraph_open" and inline is not None:
            span = _content(token, inline.content, lines)
            if not items and _BOLD_QUESTION.match(inline.content):
                yield Block("heading", span, min(level + 1, 6) if level else 2, plain(inline.content))
            elif span.start < span.end and plain(inline.content):
                yield Block("item" if items else "prose", span)
        elif token.type == "table_open":
            yield Block("table", lines.lines(*token.map))
            skip_until = "table_close"
        elif token.type == "fence":
            yield from _code(token, lines)
        elif token.type == "html_block":
            yield from _html(token, lines)


def _heading(token: Token, inline: Token, lines: Lines, items: int) -> Block:
    span = _content(token, inline.content, lines)
    title = plain(inline.content)
    if len(title) > LONGEST_HEADING:
        return Block("item" if items else "prose", span)
    return Block("heading", span, int(token.tag[1:]), title)


def _content(token: Token, content: str, lines: Lines) -> Span:
    """Where a block's inline content starts and ends: markers before it on its first line are left out."""
    first, after = token.map or (0, 1)
    if token.markup in ("=", "-"):  # a setext heading's last line is its underline
        after -= 1
    whole = lines.lines(first, after)
    first_line = lines.line(first)
    text = first_line.of(lines.text)
    opening = content.split("\n", 1)[0].strip()
    at = text.rfind(opening) if opening else len(text)
    start = first_line.start + (at if at >= 0 else len(text) - len(text.lstrip()))
    end = whole.end
    if token.type == "heading_open" and token.markup.startswith("#"):
        end = start + len(opening) if at >= 0 else end
    while end > start and lines.text[end - 1].isspace():
        end -= 1
    return Span(start, max(start, end))


def _code(token: Token, lines: Lines) -> Iterator[Block]:
    first, after = token.map or (0, 1)
    for number in range(first + 1, min(after, len(lines.starts) - 1)):
        span = _stripped(lines.line(number), lines.text)
        if span and not set(span.of(lines.text)) <= {"`", "~"}:
            yield Block("prose", span)


def _html(token: Token, lines: Lines) -> Iterator[Block]:
    """The text between tags; scripts, styles and comments are not text that a reader sees."""
    region = lines.lines(*(token.map or (0, 1)))
    if re.match(r"\s*<(?:script|style|!--|template|svg)", region.of(lines.text), re.I):
        return
    for found in re.finditer(r"(?:\A|>)([^<>]+)(?=<|\Z)", region.of(lines.text)):
        span = _stripped(Span(region.start + found.start(1), region.start + found.end(1)), lines.text)
        if span and re.search(r"\w", span.of(lines.text)):
            yield Block("prose", span)


def _stripped(span: Span, text: str) -> Span | None:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
