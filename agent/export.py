"""A report as a file to take away: Markdown, JSON, HTML or PDF, all made from the same document."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Literal

from agent.events import Report
from agent.exporting.html import html
from agent.reporting.document import document

Kind = Literal["md", "json", "html", "pdf"]


@dataclass(frozen=True, slots=True)
class File:
    """`name` is safe as a file name on every system; `media` is the content type."""

    name: str
    media: str
    data: bytes


def export(report: Report, kind: Kind) -> File:
    """`report` as a file. PdfError when the fonts for a PDF are not installed."""
    make, media = _KINDS[kind]
    return File(f"fieldnote-{report.guide}-report.{kind}", media, make(report))


def as_json(report: Report) -> str:
    """All of the report as JSON in ASCII, so that whatever was typed can be written, lone surrogates too."""
    return json.dumps(asdict(report), ensure_ascii=True, indent=2) + "\n"


def as_html(report: Report) -> str:
    return html(str(report.sections["title"]), document(report))


def as_pdf(report: Report) -> bytes:
    from agent.exporting.pdf import pdf  # fonts and all: a tenth of a second that starting up need not wait for

    return pdf(str(report.sections["title"]), document(report))


_KINDS: dict[str, tuple[Callable[[Report], bytes], str]] = {
    "md": (lambda report: report.markdown.encode("utf-8"), "text/markdown; charset=utf-8"),
    "json": (lambda report: as_json(report).encode("ascii"), "application/json"),
    "html": (lambda report: as_html(report).encode("utf-8"), "text/html; charset=utf-8"),
    "pdf": (as_pdf, "application/pdf"),
}
