"""Articles -> an index folder that is up to date, at the cost of what has changed."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import numpy as np

from corpus.article import Article, Passage, Row
from corpus.cut import CUT_VERSION
from corpus.embed import Encoder
from corpus.errors import CorpusError, cannot_write
from corpus.generation import (
    Generation,
    Manifest,
    is_damaged,
    new_name,
    read_generation,
    read_manifest,
    write_generation,
)
from corpus.minilm import Vectors
from corpus.plain import plain
from corpus.sparse import Sparse
from corpus.store import BrokenError, Entry, Store, opened
from corpus.tokens import VERSION as TOKENS_VERSION
from corpus.tokens import Tokenizer

Progress = Callable[[str, int, int], None]
SCHEMA = "2"
_BATCH = 128


def search_text(article: Article, passage: Passage) -> str:
    """What is indexed of a passage: its headings with its words, and of a table each cell after its column's
    name (nDCG@10 of tests/bench/shipped.yaml: .787 so, .763 with the table's own lines)."""
    headings = ". ".join(passage.headings) or article.title
    lines = [row_text(row) for row in passage.rows] or [plain(passage.text)]
    return "\n".join([headings, *lines])


def row_text(row: Row) -> str:
    return ". ".join(f"{cell.column}: {plain(cell.text)}" for cell in row.cells)


def load_index(index: Path, articles: Sequence[Article], encoder: Encoder | None) -> Generation | None:
    """The index in `index` if it is one of just these articles; None when it has to be built."""
    manifest = read_manifest(index)
    if manifest is None or not manifest.fits(_wanted(articles, encoder)):
        return None
    generation = read_generation(index, manifest)
    expected = [passage.id for article in articles for passage in article.passages]
    return generation if generation and generation.ids == expected else None


def build_index(
    index: Path,
    articles: Sequence[Article],
    encoder: Encoder | None,
    tokenizer: Tokenizer,
    progress: Progress,
) -> tuple[Generation, str]:
    """Bring `index` up to date; the caller holds the write lock. Returns it and what a person should be told
    ("" when all went well). CorpusError when the folder cannot be written."""
    wanted = replace(_wanted(articles, encoder), folder=new_name())
    entries, texts = _entries(articles)
    try:
        index.mkdir(parents=True, exist_ok=True)
        notice = "The index was damaged and has been built again." if is_damaged(index) else ""
        vectors: Vectors | None = None
        if encoder is not None:
            vectors, trouble = _vectors(index, entries, texts, encoder, progress)
            notice = trouble or notice
        progress("indexing words", 0, len(texts))
        sparse = Sparse.build(tokenizer(text) for text in texts)
        ids, digests = [entry.id for entry in entries], [entry.digest for entry in entries]
        generation = Generation(ids, digests, sparse, vectors)
        write_generation(index, wanted, generation)
        progress("indexing words", len(texts), len(texts))
        return generation, notice
    except OSError as error:
        raise cannot_write(index, error) from error


def _wanted(articles: Sequence[Article], encoder: Encoder | None) -> Manifest:
    versions = "/".join((SCHEMA, CUT_VERSION, TOKENS_VERSION, metadata.version("chromadb"), metadata.version("bm25s")))
    return Manifest(versions, encoder.id if encoder else "", {a.id: a.digest for a in articles}, "")


def _entries(articles: Sequence[Article]) -> tuple[list[Entry], list[str]]:
    entries, texts = [], []
    for article in articles:
        for passage in article.passages:
            text = search_text(article, passage)
            digest = hashlib.sha256(text.encode()).hexdigest()[:32]
            entries.append(Entry(passage.id, digest, article.id, passage.section, passage.text))
            texts.append(text)
    return entries, texts


def _vectors(
    index: Path, entries: list[Entry], texts: list[str], encoder: Encoder, progress: Progress
) -> tuple[Vectors, str]:
    """Every entry's vector, in order. A broken store is put aside and made again from the vectors still
    known."""
    known = _known(index, encoder)
    store = index / "chroma"
    notice = ""
    if _made_by(store) != metadata.version("chromadb"):
        _discard(store)
    for attempt in (1, 2):
        try:
            with opened(store, encoder.id) as collection:
                (index / "chroma" / "VERSION").write_text(metadata.version("chromadb"), encoding="utf-8")
                return _synchronise(collection, entries, texts, encoder, known, progress), notice
        except BrokenError as error:
            _probe(index)
            if attempt == 2:
                raise CorpusError(f"The index in {index} cannot be built ({error}): delete that folder.") from error
            aside = store.with_name(f"chroma-broken-{time.strftime('%Y%m%d-%H%M%S')}-{time.time_ns() % 10**6}")
            store.replace(aside)
            notice = f"The index was damaged and has been built again; what was left of it is in {aside}."
    raise AssertionError("unreachable")


def _synchronise(
    store: Store,
    entries: list[Entry],
    texts: list[str],
    encoder: Encoder,
    known: dict[str, Vectors],
    progress: Progress,
) -> Vectors:
    """Make the store hold just `entries`; embed only texts whose vectors are nowhere yet."""
    stored = store.digests()
    keep = {entry.id for entry in entries if stored.get(entry.id) == entry.digest}
    store.remove([id_ for id_ in stored if id_ not in {entry.id for entry in entries}])
    vectors = store.vectors([entry.id for entry in entries if entry.id in keep and entry.digest not in known])
    found = {entry.id: known[entry.digest] for entry in entries if entry.digest in known} | vectors
    ready = [entry for entry in entries if entry.id in found and entry.id not in keep]
    if ready:
        store.put(ready, np.stack([found[entry.id] for entry in ready]))
    # Texts of like length together: the encoder need not pad, and progress is even.
    missing = [(entry, text) for entry, text in zip(entries, texts, strict=True) if entry.id not in found]
    missing.sort(key=lambda pair: len(pair[1]))
    for start in range(0, len(missing), _BATCH):
        progress("embedding passages", start, len(missing))
        part = missing[start : start + _BATCH]
        rows = encoder.encode([text for _, text in part])
        store.put([entry for entry, _ in part], rows)
        found |= {entry.id: row for (entry, _), row in zip(part, rows, strict=True)}
    if missing:
        progress("embedding passages", len(missing), len(missing))
    return np.stack([found[entry.id] for entry in entries]) if entries else np.empty((0, 0), np.float32)


def _known(index: Path, encoder: Encoder) -> dict[str, Vectors]:
    """Digest -> vector of the generation in use, if the same model made it."""
    manifest = read_manifest(index)
    generation = read_generation(index, manifest) if manifest and manifest.model == encoder.id else None
    if generation is None or generation.vectors is None:
        return {}
    return dict(zip(generation.digests, generation.vectors, strict=True))


def _made_by(store: Path) -> str:
    try:
        return (store / "VERSION").read_text(encoding="utf-8")
    except OSError:
        return ""


def _discard(store: Path) -> None:
    """Another version's store: its vectors are still known from the generation, so nothing of worth goes."""
    import shutil

    if store.is_dir():
        shutil.rmtree(store)
    else:
        store.unlink(missing_ok=True)


def _probe(index: Path) -> None:
    """Tell a full or read-only disk from a broken store, since Chroma's errors do not."""
    probe = index / "probe"
    with probe.open("wb") as file:
        file.write(b"\0" * 2_000_000)
    probe.unlink()
