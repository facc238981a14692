"""PDF -> plain text, page furniture left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError

PAGES = 2_000
_NUMBER = re.compile(r"^\d+|\d+$|(?<=[Pp]age )\d+")
_PAGE_NUMBER = re.compile(r"(?:page|seite|p\.)?\s*\d{1,4}(?:\s*(?:/|of|von)\s*\d{1,4})?", re.I)


def read_pdf(data: bytes, path: Path) -> tuple[str, dict[str, Any]]:
    """(text, title and author where the file says them). CorpusError for locked, broken and scanned files."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise CorpusError(f"{path.name} is locked with a password; save it without one.") from error
        raise CorpusError(f"{path.name} is not a PDF that can be read; save it again.") from error
    try:
        if len(document) > PAGES:
            raise CorpusError(f"{path.name} has {len(document)} pages; split it, {PAGES} are read at most.")
        pages = [_page(document, number, path) for number in range(len(document))]
        told = {key.lower(): value for key, value in document.get_metadata_dict(skip_empty=True).items()}
    finally:
        document.close()
    if not any(re.search(r"\w", line) for page in pages for line in page):
        raise CorpusError(f"{path.name} holds no text, perhaps scanned pages; run text recognition (OCR) on it first.")
    text = "\n".join(_joined(_without_furniture(pages)))
    return text, {key: told[key] for key in ("title", "author") if told.get(key, "").strip()}


def _page(document: Any, number: int, path: Path) -> list[str]:
    import pypdfium2

    try:
        page = document[number]
        try:
            text_page = page.get_textpage()
            try:
                text = str(text_page.get_text_bounded())
            finally:
                text_page.close()
        finally:
            page.close()
    except pypdfium2.PdfiumError as error:
        raise CorpusError(f"{path.name}: page {number + 1} cannot be read; save the file again.") from error
    return [line.rstrip() for line in re.split(r"\r\n?|\n", text)]


def _without_furniture(pages: list[list[str]]) -> Iterator[list[str]]:
    """Pages without the first and last lines that stand on many of them, numbers aside, and page numbers."""
    edges = Counter(
        key
        for page in pages
        for key in {_key(line) for line in (*_filled(page)[:2], *_filled(page)[-2:]) if line.strip()}
    )
    often = max(3, len(pages) * 0.4)  # left and right pages may differ
    for page in pages:
        filled = _filled(page)
        outer = {id(line) for line in (*filled[:2], *filled[-2:])}
        yield [
            line
            for line in page
            if not (
                id(line) in outer
                and (edges[_key(line)] >= often or (len(pages) > 1 and _PAGE_NUMBER.fullmatch(line.strip())))
            )
        ]


def _filled(page: list[str]) -> list[str]:
    return [line for line in page if line.strip()]


def _key(line: str) -> str:
    """The line without a number at either end: "12 Annual report" and "Annual report 13" are one."""
    return _NUMBER.sub("#", " ".join(line.split()))


def _joined(pages: Iterator[list[str]]) -> Iterator[str]:
    """Lines of all pages; words hyphenated at a line's end joined; a paragraph may run across a page."""
    held = ""
    for page in pages:
        for line in page:
            line = held + line
            held = ""
            # pdfium marks a hyphen that only breaks a word with U+FFFE or U+0002
            broken = re.search(r"([a-z]{2,})(?:[\ufffe\x02\xad]|[-‐])$", line)
            if broken:
                held = line[:-1]
            else:
                yield line
    if held:
        yield held
