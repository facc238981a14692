"""Vectors of static texts on disk: sentences of articles and phrases of guides are embedded once.

Nothing that a person said may be put here: the file is not part of an erasure.
"""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np

from corpus.embed import Encoder
from corpus.minilm import Vectors
from corpus.shipped_vectors import shipped_vectors

_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS vectors "
    "(model TEXT, digest BLOB, vector BLOB, PRIMARY KEY (model, digest)) WITHOUT ROWID"
)
_BATCH = 256


class VectorCache:
    """(model id, sha256 of the text) -> float32 vector. Losing the file, or not being able to write it, costs
    time only: errors of the disk are passed over."""

    def __init__(self, path: Path | None, encoder: Encoder) -> None:
        self.encoder = encoder
        self._lock = threading.Lock()
        self._memory: dict[bytes, Vectors] = {}
        self._connection = _connect(path) if path else None

    def encode(self, texts: list[str], progress: Callable[[int, int], None] | None = None) -> Vectors:
        """n texts -> n x d; only texts not seen before are embedded, and kept."""
        digests = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest() for text in texts]
        known = self._look_up(digests)
        missing = {digest: text for digest, text in zip(digests, texts, strict=True) if digest not in known}
        # Long and short texts apart: the encoder batches texts of one length.
        order = sorted(missing, key=lambda digest: len(missing[digest]))
        for start in range(0, len(order), _BATCH):
            part = order[start : start + _BATCH]
            rows = self.encoder.encode([missing[digest] for digest in part])
            fresh = dict(zip(part, rows, strict=True))
            self._keep(fresh)
            known |= fresh
            if progress:
                progress(min(start + _BATCH, len(order)), len(order))
        if not texts:
            return self.encoder.encode([])
        return np.stack([known[digest] for digest in digests])

    def close(self) -> None:
        with self._lock:
            if self._connection:
                self._connection.close()
            self._connection = None

    def _look_up(self, digests: list[bytes]) -> dict[bytes, Vectors]:
        with self._lock:
            near = (shipped_vectors(self.encoder.id), self._memory)  # read when first needed: the page need not wait
            found = {digest: held[digest] for held in near for digest in digests if digest in held}
            rest = [digest for digest in dict.fromkeys(digests) if digest not in found]
            if self._connection is None:
                return found
            query = "SELECT vector FROM vectors WHERE model = ? AND digest = ?"
            try:
                for digest in rest:
                    row = self._connection.execute(query, (self.encoder.id, digest)).fetchone()
                    if row:
                        found[digest] = np.frombuffer(row[0], np.float32)
            except sqlite3.Error:
                self._connection = None
            return found

    def _keep(self, fresh: dict[bytes, Vectors]) -> None:
        rows = [(self.encoder.id, digest, vector.tobytes()) for digest, vector in fresh.items()]
        with self._lock:
            if self._connection is not None:
                try:
                    with self._connection:
                        self._connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)
                    return
                except sqlite3.Error:  # full, read-only, locked for long: memory will do
                    pass
            self._memory |= fresh


def _connect(path: Path) -> sqlite3.Connection | None:
    """The file opened; a broken one is only a cache and is begun anew. None where nothing can be written."""
    for _ in range(2):
        try:
            connection = sqlite3.connect(path, timeout=5, check_same_thread=False)
            connection.execute("PRAGMA synchronous=OFF")
            connection.execute(_SCHEMA)
            connection.execute("SELECT count(*) FROM vectors WHERE model = ''")
            return connection
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                return None
            try:
                path.unlink()
            except OSError:
                return None
    return None
