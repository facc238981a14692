"""Any file -> an Article with its passages."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from corpus import front
from corpus.article import Article
from corpus.blocks import blocks
from corpus.clean import clean, without_comments
from corpus.cut import cut
from corpus.errors import CorpusError
from corpus.markup import read_docx, read_html
from corpus.pdf import read_pdf
from corpus.plain import plain, slug
from corpus.plaintext import to_markdown
from corpus.roles import Roles

LOAD_VERSION = "1"  # raise it when the text made of a file changes
LARGEST = 20 * 1024 * 1024


def read_bytes(path: Path) -> bytes:
    """The file's bytes, or CorpusError saying why not."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise CorpusError(f"{path.name} is not a file.")
        if size > LARGEST:
            raise CorpusError(f"{path.name} has {size >> 20} MB; split it into files of at most {LARGEST >> 20} MB.")
        return path.read_bytes()
    except OSError as error:
        raise CorpusError(f"{path.name} cannot be read ({error.strerror or error}).") from error


def read_article(path: Path, data: bytes, id: str = "", *, shipped: bool = False, source: str = "") -> Article:
    """The document `data` read from `path`, cut into passages. `id` wins over the one in its front matter;
    without either the file's name makes it."""
    text, meta = _converter(path)(data, path)
    if not any(c.isalnum() for c in text):
        raise CorpusError(f"{path.name} has no text in it.")
    meta = {**meta, **front.read_front(text, path)}
    if not meta.get("publisher") and (house := front.publisher_in(str(meta.get("author", "")))):
        meta["publisher"] = house
    article = Article(
        id=id or slug(str(meta.get("id", ""))) or slug(path.stem) or "document",
        title=str(meta.get("title", "")) or _title(text, path),
        text=text,
        digest=hashlib.sha256(data).hexdigest(),
        shipped=shipped,
        source=source or path.name,
    )
    known = {key: value for key, value in meta.items() if key not in ("id", "title")}
    article = cut(replace(article, **known))
    if not article.passages:
        raise CorpusError(f"{path.name} has headings but no text under them.")
    return article


def decode(data: bytes, path: Path) -> str:
    """Text in UTF-8, UTF-16 (with its mark) or, failing that, Windows-1252; a few broken bytes in UTF-8
    are dropped. Binary data is refused."""
    if data[:4] in (b"%PDF", b"PK\x03\x04") or (b"\x00" in data[:4096] and data[:2] not in (b"\xff\xfe", b"\xfe\xff")):
        raise CorpusError(f"{path.name} is not text, whatever its name says; give it the ending of its format.")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        loose = data.decode("utf-8", "ignore")
        broken = data.decode("utf-8", "replace").count("\ufffd")
        utf8 = sum(not character.isascii() for character in loose) > broken
        return loose if utf8 else data.decode("cp1252", "replace")


def _markdown(data: bytes, path: Path) -> tuple[str, dict[str, Any]]:
    return without_comments(clean(decode(data, path))), {}


def _plain(data: bytes, path: Path) -> tuple[str, dict[str, Any]]:
    return to_markdown(clean(decode(data, path)), _roles())


def _html(data: bytes, path: Path) -> tuple[str, dict[str, Any]]:
    markdown, told = read_html(clean(_decoded_html(data, path)), path)
    text, _ = to_markdown(clean(markdown), _roles())
    return text, told


def _pdf(data: bytes, path: Path) -> tuple[str, dict[str, Any]]:
    text, told = read_pdf(data, path)
    markdown, found = to_markdown(clean(text), _roles())
    return markdown, {**told, **found}


def _docx(data: bytes, path: Path) -> tuple[str, dict[str, Any]]:
    markdown, told = read_docx(data, path)
    text, found = to_markdown(clean(markdown), _roles())
    return text, {**found, **told}


def _decoded_html(data: bytes, path: Path) -> str:
    """By the page's own charset where it is not UTF-8."""
    declared = re.search(rb"charset=[\"']?([\w-]+)", data[:2048])
    if declared:
        try:
            return data.decode(declared.group(1).decode())
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, path)


@cache
def _roles() -> Roles:
    return Roles.shipped()


_CONVERTERS: dict[str, Callable[[bytes, Path], tuple[str, dict[str, Any]]]] = {
    ".md": _markdown,
    ".markdown": _markdown,
    ".txt": _plain,
    ".text": _plain,
    ".html": _html,
    ".htm": _html,
    ".pdf": _pdf,
    ".docx": _docx,
}


ENDINGS = frozenset(_CONVERTERS)


def _converter(path: Path) -> Callable[[bytes, Path], tuple[str, dict[str, Any]]]:
    try:
        return _CONVERTERS[path.suffix.lower()]
    except KeyError:
        kinds = ", ".join(sorted(ending[1:] for ending in _CONVERTERS))
        raise CorpusError(f"{path.name}: fieldnote reads {kinds}; save it as one of these.") from None


def _title(text: str, path: Path) -> str:
    """The first heading, else a short first line, else the file's name."""
    found = blocks(text)
    for block in found:
        if block.kind == "heading" and block.level == 1 and block.title:
            return block.title
    for block in found[:1]:
        line = block.title or plain(block.span.of(text).split("\n", 1)[0])
        if len(line) <= 120 and block.kind in ("heading", "prose"):
            return line
    return path.stem
