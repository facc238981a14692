"""An encoder with what it made before: static texts on disk, the texts embedded last in memory, since a message is
looked at by several readers (of its rows one in seven is asked for again)."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpus.embed import Encoder
from corpus.minilm import Vectors
from corpus.vectors import VectorCache

MOST = 512


class Recent:
    """An encoder that remembers its last MOST rows, by the sha256 of their texts. Safe to share between threads."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._lock = threading.Lock()
        self._rows: OrderedDict[bytes, Vectors] = OrderedDict()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """n texts -> n x d, rows of length 1."""
        digests = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest() for text in texts]
        with self._lock:
            known = {digest: self._rows[digest] for digest in digests if digest in self._rows}
        fresh = {digest: text for digest, text in zip(digests, texts, strict=True) if digest not in known}
        if fresh or not texts:
            made = self._encoder.encode(list(fresh.values()))
            if not texts:
                return made
            known.update(zip(fresh, made, strict=True))
        with self._lock:
            for digest in digests:
                self._rows[digest] = known[digest]
                self._rows.move_to_end(digest)
            while len(self._rows) > MOST:
                self._rows.popitem(last=False)
        return np.stack([known[digest] for digest in digests])


class Remembering:
    """Safe to share between threads."""

    def __init__(self, encoder: Encoder, path: Path) -> None:
        self._kept = VectorCache(path, encoder)
        self._recent = Recent(encoder)

    def encode(self, texts: Sequence[str], keep: bool) -> Vectors:
        """n texts -> n x d, rows of length 1. `keep` stores them on disk: for static texts only, never for what a
        person wrote."""
        return self._kept.encode(list(texts)) if keep else self._recent.encode(texts)

    def close(self) -> None:
        self._kept.close()
