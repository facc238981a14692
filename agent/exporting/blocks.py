"""What a document is made of before it is Markdown, HTML or PDF: blocks of lines, and lines of typed parts.

Words of ours, words of a person and citation marks are different types, so that no renderer can take
what someone typed for markup or for a mark.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
KEPT_FORMAT = frozenset("\u200c\u200d")  # joiners that Persian, Hindi and emoji are written with


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the person or of an article, shown between quotation marks."""

    text: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A citation mark: shown as [n], resolved in the list of sources."""

    marker: int


@dataclass(frozen=True, slots=True)
class Strong:
    text: str


Part = str | Said | Ref | Strong
Line = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: Line


@dataclass(frozen=True, slots=True)
class Items:
    lines: tuple[Line, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `widths` are the columns' shares of the page."""

    header: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """The numbered sources, which the marks point to."""

    entries: tuple[tuple[int, Line], ...]


Block = Heading | Paragraph | Items | Grid | Sources


def clean(text: str) -> str:
    """`text` as one line safe to show: no control, direction-override, tag or surrogate characters."""
    kept = (" " if char in "\n\r\t\u2028\u2029" else char for char in text if _shown(char))
    return " ".join("".join(kept).split())


def _shown(char: str) -> bool:
    if char in "\n\r\t\u2028\u2029" or char in KEPT_FORMAT:
        return True
    return char not in BIDI and unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Cn", "Co")
