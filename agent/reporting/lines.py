"""The lines that a report's parts are told in: told facts with their marks, quotes, points, lists of names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from agent.exporting.blocks import Block, Heading, Items, Line, Ref
from agent.quote import spoken

LONG = 180  # characters of a quote before it is shortened for reading


def line(told: Mapping[str, Any]) -> Line:
    """A told fact: its words, its marks, and whose suggestion it is where no article states it."""
    marks = [part for marker in told["markers"] for part in (" ", Ref(marker))]
    ours: Line = (" (fieldnote's own suggestion)",) if told["ours"] else ()
    return (told["text"], *marks, *ours)


def listed(title: str, lines: Sequence[Mapping[str, Any]], level: int = 2) -> Iterator[Block]:
    """A heading over told facts; nothing where there are none."""
    if lines:
        yield Heading(level, title)
        yield Items(tuple(line(told) for told in lines))


def short(quote: str) -> str:
    """`quote` for reading: without the "and" or "well" it begins with, whole up to LONG characters, else cut at a
    space with an ellipsis."""
    quote = spoken(quote)
    if len(quote) <= LONG:
        return quote
    return quote[:LONG].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def signed(points: float) -> str:
    return f"{points:+.1f}".replace("-", "−")


def shown(score: float) -> str:
    return f"{score:.1f}".replace("-", "−")


def joined(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
