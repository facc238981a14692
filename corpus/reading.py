"""Articles that were read before: a document is converted and cut once, and kept as JSON beside the index."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields
from pathlib import Path
from typing import Any

from corpus.article import Article, Cell, Passage, Row, Sentence, Span
from corpus.cut import CUT_VERSION
from corpus.load import LOAD_VERSION, read_article, read_bytes
from corpus.plain import plain

_VERSION = f"1/{LOAD_VERSION}/{CUT_VERSION}"
_PLAIN = [field.name for field in fields(Article) if field.name != "passages"]


def read_cached(path: Path, id: str, cache: Path | None, *, shipped: bool = False, source: str = "") -> Article:
    """The article in `path`, from `cache` if its bytes have not changed since. CorpusError when it cannot be
    read."""
    data = read_bytes(path)
    digest = hashlib.sha256(data).hexdigest()
    kept = cache / f"{id}.json" if cache else None
    if kept:
        article = _load(kept, digest)
        if article and article.id == id and article.shipped == shipped:
            return article
    article = read_article(path, data, id, shipped=shipped, source=source)
    if cache:
        keep(article, cache)
    return article


def keep(article: Article, cache: Path) -> None:
    """Write `article` for the next start; a disk that refuses costs time only."""
    whole = {"version": _VERSION, **{name: getattr(article, name) for name in _PLAIN}}
    whole["passages"] = [_packed(passage) for passage in article.passages]
    try:
        cache.mkdir(parents=True, exist_ok=True)
        path = cache / f"{article.id}.json"
        part = cache / f"{article.id}.part"
        part.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
        part.replace(path)
    except OSError:
        return  # read again next time


def _load(path: Path, digest: str) -> Article | None:
    try:
        whole = json.loads(path.read_text(encoding="utf-8"))
        if whole.pop("version") != _VERSION or whole["digest"] != digest:
            return None
        text = whole["text"]
        passages = tuple(_unpacked(text, whole["id"], packed) for packed in whole.pop("passages"))
        for name in ("roles", "years", "countries"):
            whole[name] = tuple(whole[name])
        return Article(**whole, passages=passages)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _packed(passage: Passage) -> list[Any]:
    """A passage as offsets; the texts are sliced again on loading."""
    rows = [
        [_label(row), [[cell.span.start, cell.span.end, cell.column] for cell in row.cells]] for row in passage.rows
    ]
    sentences = [[s.span.start, s.span.end, int(s.item)] for s in passage.sentences]
    span = [passage.span.start, passage.span.end]
    return [passage.id, passage.headings, passage.kind, span, sentences, rows, passage.columns]


def _label(row: Row) -> str:
    return row.cells[0].row if row.cells else plain(row.text)


def _unpacked(text: str, article: str, packed: list[Any]) -> Passage:
    id_, headings, kind, (start, end), sentences, rows, columns = packed
    return Passage(
        id_,
        article,
        tuple(headings),
        kind,
        Span(start, end),
        text[start:end],
        tuple(Sentence(Span(a, b), text[a:b], bool(item)) for a, b, item in sentences),
        tuple(_row(text, label, cells) for label, cells in rows),
        tuple(columns),
    )


def _row(text: str, label: str, cells: list[list[Any]]) -> Row:
    made = tuple(Cell(Span(a, b), text[a:b], label, column) for a, b, column in cells)
    span = Span(made[0].span.start, made[-1].span.end)
    return Row(span, span.of(text), made)
