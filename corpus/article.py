"""What a library is made of: articles, the passages they are cut into, and the places inside them.

Every offset counts characters of `Article.text`, the whole document as it was read (for a Markdown file
that is the file, front matter included), so that `article.text[start:end]` is what is quoted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range [start, end) of characters of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or list item. `text` is the exact slice; markup such as ** may stand in it."""

    span: Span
    text: str
    item: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell with the headings that give it its meaning: its row's label and its column's header."""

    span: Span
    text: str
    row: str
    column: str


@dataclass(frozen=True, slots=True)
class Row:
    """One table row. `span` runs from its first cell's first character to its last cell's last."""

    span: Span
    text: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A section's prose, one table, or one FAQ pair: the unit that is searched and cited.

    `id` is `article#section-slug`, with a suffix where one section is cut into several passages.
    `headings` is the path from the article's title (exclusive) down to the section.
    """

    id: str
    article: str
    headings: tuple[str, ...]
    kind: Literal["prose", "table"]
    span: Span
    text: str
    sentences: tuple[Sentence, ...] = ()
    rows: tuple[Row, ...] = ()
    columns: tuple[str, ...] = ()

    @property
    def section(self) -> str:
        """The heading path as one line, for people."""
        return " › ".join(self.headings)

    @property
    def heading(self) -> str:
        return self.headings[-1] if self.headings else ""


@dataclass(frozen=True, slots=True)
class Article:
    """A document and what is known about it. `basis` says what its pay figures measure, `interest` what its
    publisher gains; `digest` is the sha256 of the bytes it was read from."""

    id: str
    title: str
    text: str
    digest: str
    publisher: str = ""
    author: str = ""
    date: str = ""
    roles: tuple[str, ...] = ()
    basis: str = ""
    years: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()
    interest: str = ""
    shipped: bool = False
    source: str = ""
    passages: tuple[Passage, ...] = field(default=(), repr=False)
