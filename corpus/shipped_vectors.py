"""Vectors of what the package ships (statements, known questions, guide phrases), made beforehand.

They are what the bundled model gives, rounded to 8 bits a component (within 0.002), so that the first start
takes seconds and not a minute. A text that is not among them, or another embedding model, is embedded as ever.
`make vectors` writes the file anew; a test compares it with the model.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources
from io import BytesIO
from pathlib import Path

import numpy as np

from corpus.minilm import Vectors

NAME = "shipped_vectors.npz"
QUESTIONS = "shipped_questions.npz"  # by the adapter for questions


@lru_cache(maxsize=2)
def shipped_vectors(model: str) -> Mapping[bytes, Vectors]:
    """sha256 of a text -> its vector of length 1; empty for another model than they were made with."""
    for name in (NAME, QUESTIONS):
        file = resources.files("corpus").joinpath(name)
        if not file.is_file():
            continue
        with np.load(BytesIO(file.read_bytes()), allow_pickle=False) as stored:
            if str(stored["model"]) != model:
                continue
            rows = stored["rows"].astype(np.float32)
            rows /= np.linalg.norm(rows, axis=1, keepdims=True)
            return {digest.tobytes(): row for digest, row in zip(stored["digests"], rows, strict=True)}
    return {}


def write(path: Path, model: str, digests: Sequence[bytes], rows: Vectors) -> None:
    """Store `rows` (n x d) for `digests` (n, 32 bytes each), in the order of the digests."""
    order = sorted(range(len(digests)), key=lambda i: digests[i])
    keys = np.frombuffer(b"".join(digests[i] for i in order), np.uint8).reshape(len(order), 32)
    steps = np.abs(rows).max(axis=1, keepdims=True) / 127
    np.savez_compressed(path, model=np.array(model), digests=keys, rows=np.rint(rows / steps)[order].astype(np.int8))
