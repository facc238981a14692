"""A report's sections -> the document that people read. Words only: every fact comes from the sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from agent.events import Report
from agent.exporting.blocks import Block, Heading, Paragraph, Part, Strong
from agent.reporting.advice import brief, pay, ways
from agent.reporting.heard import sources, understood
from agent.reporting.lines import line, listed
from agent.reporting.ranked import sums, what_would_change_it, why


def document(report: Report) -> tuple[Block, ...]:
    """The whole report, in reading order: the verdict and what to do about it before the sums and the sources."""
    parts = report.sections
    return (
        Heading(1, parts["title"]),
        *_verdict(parts),
        *why(report),
        *what_would_change_it(report),
        *brief(parts["brief"]),
        *ways(parts["ways"]),
        *pay(parts["pay"]),
        *listed("Next steps", parts["next_steps"]),
        *understood(parts),
        *sums(report),
        *sources(report),
    )


def _verdict(parts: Mapping[str, Any]) -> Iterator[Block]:
    first = parts["verdict"]
    words: list[Part] = [Strong(first["headline"])]
    for told in first["lines"]:
        words += [" ", *line(told)]
    yield Paragraph(tuple(words))
    if first["because"]:
        yield Paragraph(tuple(part for n, told in enumerate(first["because"]) for part in (" " * bool(n), *line(told))))
    if parts["early"] and first["level"] != "none":
        yield Paragraph(("You ended the interview early, so this rests on what you had said by then.",))
    if parts["approved"]:
        yield Paragraph(("You read this report and approved it.",))
    yield from listed("Before you go on", parts["warnings"])
