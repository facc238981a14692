"""HTML and Word -> Markdown."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError

UNPACKED = 200 * 1024 * 1024  # a Word file that unpacks to more is a bomb, not a document
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])", re.I
)


def read_html(html: str, path: Path) -> tuple[str, dict[str, Any]]:
    """(the page's article as Markdown, what its head tells: title, author, publisher, date)."""
    import trafilatura

    tree = trafilatura.load_html(html)
    if tree is None:
        raise CorpusError(f"{path.name} holds no page that can be read; save it again as HTML.")
    for element in tree.xpath("//*[@hidden or @aria-hidden='true' or @style]"):
        hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
        if (hidden or _HIDDEN.search(element.get("style") or "")) and element.getparent() is not None:
            element.drop_tree()
    about = trafilatura.extract_metadata(tree)
    text = trafilatura.extract(
        tree, output_format="markdown", include_tables=True, include_comments=False, favor_recall=True
    )
    if not text:
        raise CorpusError(f"{path.name} has no article in it that can be told from its navigation.")
    told = {"title": about.title, "author": about.author, "publisher": about.sitename, "date": about.date}
    return str(text), {key: value for key, value in told.items() if value}


def read_docx(data: bytes, path: Path) -> tuple[str, dict[str, Any]]:
    """(Markdown, title and author of the document's properties)."""
    import mammoth
    from markdownify import markdownify

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > UNPACKED:
                raise CorpusError(f"{path.name} unpacks to more than {UNPACKED >> 20} MB and was not read.")
            told = _properties(archive)
        html = mammoth.convert_to_html(io.BytesIO(data), convert_image=mammoth.images.img_element(_no_image)).value
    except CorpusError:
        raise
    except Exception as error:  # zipfile, XML and mammoth errors of every kind: the file is not what it says
        locked = data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        advice = "it is locked or an old .doc; save it as .docx without a password" if locked else "save it again"
        raise CorpusError(f"{path.name} is not a Word file that can be read: {advice}.") from error
    text = markdownify(_with_headers(html), heading_style="ATX", bullets="-", strip=["img", "a"])
    return str(text), told


def _no_image(image: Any) -> dict[str, str]:
    del image
    return {"src": ""}


def _with_headers(html: str) -> str:
    """Word tables seldom mark their header: the first row is one, as Markdown needs it. Cells lose their
    <p>."""
    html = re.sub(r"<(t[dh])([^>]*)>(.*?)</\1>", _flat_cell, html, flags=re.S)
    return re.sub(r"<table>(?:<tbody>)?<tr>(.*?)</tr>", _header_row, html, flags=re.S)


def _flat_cell(found: re.Match[str]) -> str:
    inner = re.sub(r"</p>\s*<p>", "; ", found.group(3))
    inner = re.sub(r"</?p>", "", inner)
    return f"<{found.group(1)}{found.group(2)}>{inner}</{found.group(1)}>"


def _header_row(found: re.Match[str]) -> str:
    return f"<table><tr>{found.group(1).replace('<td', '<th').replace('</td>', '</th>')}</tr>"


def _properties(archive: zipfile.ZipFile) -> dict[str, Any]:
    try:
        core = archive.read("docProps/core.xml").decode("utf-8", "replace")
    except KeyError:
        return {}
    told = {}
    for key, tag in (("title", "dc:title"), ("author", "dc:creator")):
        found = re.search(rf"<{tag}>([^<]+)</{tag}>", core)
        if found and found.group(1).strip().lower() not in ("python-docx", "word document", "template"):
            told[key] = found.group(1).strip()
    return told
