"""A Markdown table's lines -> rows and cells with their offsets and the headings that give them meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.article import Cell, Row, Span
from corpus.plain import plain

_PREFIX = re.compile(r"[ \t]*(?:>[ \t]*)*(?:[-*+][ \t]+(?=\|))?")
_PIPE = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(text: str, span: Span) -> Table:
    """The table whose header is the first line of `span`. Rows are as wide as the header: what a row has
    beyond it is dropped and what it lacks is missing, as in Markdown itself."""
    lines: list[list[Span]] = []
    at = span.start
    for line in span.of(text).split("\n"):
        lines.append(_cells(line, at))
        at += len(line) + 1
    columns = tuple(plain(cell.of(text)) for cell in lines[0])
    grid = [line[: len(columns)] for line in lines[2:] if line]
    labels = _labels([[plain(cell.of(text)) for cell in line] for line in grid])
    rows = [
        _row(text, line, label, columns)
        for line, label in zip(grid, labels, strict=True)
        if any(c.start < c.end for c in line)
    ]
    return Table(columns, tuple(rows))


def _cells(line: str, offset: int) -> list[Span]:
    found = _PREFIX.match(line)
    start = found.end() if found else 0
    end = len(line.rstrip())
    if line[start:end].startswith("|"):
        start += 1
    if end > start and line[end - 1] == "|" and not line[start : end - 1].endswith("\\"):
        end -= 1
    if start >= end:
        return []
    pipes = [pipe.start() for pipe in _PIPE.finditer(line, start, end)]
    edges = [start, *(edge for pipe in pipes for edge in (pipe, pipe + 1)), end]
    return [_trimmed(line, a, b, offset) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _trimmed(line: str, start: int, end: int, offset: int) -> Span:
    piece = line[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return Span(offset + start + min(left, right), offset + start + right)


def _labels(grid: list[list[str]]) -> list[str]:
    """A row's label: its first cell, or the one above where it is left empty (merged cells), with the second
    cell where first cells alone do not tell rows apart."""
    first: list[str] = []
    for cells in grid:
        above = first[-1] if first else ""
        first.append((cells[0] if cells else "") or above)
    if len(set(first)) == len(first):
        return first
    return [
        f"{label} · {cells[1]}" if len(cells) > 2 and cells[1] else label
        for label, cells in zip(first, grid, strict=True)
    ]


def _row(text: str, line: list[Span], label: str, columns: tuple[str, ...]) -> Row:
    cells = tuple(
        Cell(span, span.of(text), label, column)
        for span, column in zip(line, columns, strict=False)
        if span.start < span.end
    )
    whole = Span(cells[0].span.start, cells[-1].span.end)
    return Row(whole, whole.of(text), cells)
