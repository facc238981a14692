"""The passages and their vectors in an embedded Chroma collection: the index's store of truth.

Only the process that holds the write lock opens it. Queries are answered from a copy in memory (see
dense.py).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.errors import CorpusError
from corpus.minilm import Vectors

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

COLLECTION = "passages"
_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """What is stored of a passage. `digest` is of the text that was embedded."""

    id: str
    digest: str
    article: str
    section: str
    text: str


class BrokenError(Exception):
    """The folder is not a Chroma database that can be read."""


def refuse_server_settings() -> None:
    """Chroma takes CHROMA_SERVER_* from the environment by itself; its server runs foreign code
    (CVE-2026-45829)."""
    found = sorted(name for name in os.environ if name.upper().startswith("CHROMA_SERVER"))
    if found:
        raise CorpusError(f"{found[0]} is set, and fieldnote does not use the Chroma server: unset it.")


class Store:
    """One open collection. Vectors of `model` only: another model's collection is emptied."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection

    def digests(self) -> dict[str, str]:
        """Passage id -> digest of what is stored."""
        found: dict[str, str] = {}
        for start in range(0, self._collection.count(), _PAGE):
            page = self._collection.get(limit=_PAGE, offset=start, include=["metadatas"])
            for id_, metadata in zip(page["ids"], page["metadatas"] or [], strict=True):
                found[id_] = str(metadata.get("digest", ""))
        return found

    def vectors(self, ids: Sequence[str]) -> dict[str, Vectors]:
        found: dict[str, Vectors] = {}
        for start in range(0, len(ids), _PAGE):
            page = self._collection.get(ids=list(ids[start : start + _PAGE]), include=["embeddings"])
            rows = page["embeddings"]
            if rows is not None:
                found |= {id_: np.asarray(row, np.float32) for id_, row in zip(page["ids"], rows, strict=True)}
        return found

    def put(self, entries: Sequence[Entry], vectors: Vectors) -> None:
        for start in range(0, len(entries), _PAGE):
            part = entries[start : start + _PAGE]
            self._collection.upsert(
                ids=[entry.id for entry in part],
                embeddings=vectors[start : start + _PAGE],
                documents=[entry.text for entry in part],
                metadatas=[
                    {"article": entry.article, "section": entry.section, "digest": entry.digest} for entry in part
                ],
            )

    def remove(self, ids: Sequence[str]) -> None:
        for start in range(0, len(ids), _PAGE):
            self._collection.delete(ids=list(ids[start : start + _PAGE]))


@contextmanager
def opened(folder: Path, model: str) -> Iterator[Store]:
    """The store in `folder`, made when there is none. BrokenError when Chroma cannot read what is there."""
    refuse_server_settings()
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient
    from chromadb.config import Settings

    client: Any = None
    try:
        client = chromadb.PersistentClient(folder, Settings(anonymized_telemetry=False, is_persistent=True))
        yield Store(_collection(client, model))
    except (CorpusError, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # Chroma's Rust core panics with a BaseException of its own
        raise BrokenError(f"{type(error).__name__}: {error}") from error
    finally:
        if client is not None:
            client.close()
        else:  # Chroma keeps what failed to start, and would hand it out again for the same folder
            SharedSystemClient.clear_system_cache()


def _collection(client: Any, model: str) -> Collection:
    wanted = {"model": model}
    collection: Collection = client.get_or_create_collection(
        COLLECTION, embedding_function=None, metadata=wanted, configuration={"hnsw": {"space": "cosine"}}
    )
    if (collection.metadata or {}).get("model") != model:
        client.delete_collection(COLLECTION)
        collection = client.create_collection(
            COLLECTION, embedding_function=None, metadata=wanted, configuration={"hnsw": {"space": "cosine"}}
        )
    return collection
