"""What is read at start: vectors, BM25 and passage ids in one folder that is written once and then only read.

The manifest names the generation in use and is replaced in one step, so that a reader sees the old index or
the new one, and a killed build leaves the old.
"""

from __future__ import annotations

import json
import shutil
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from corpus.minilm import Vectors
from corpus.sparse import Sparse

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Manifest:
    """What an index was made of and by. `articles` maps id -> sha256 of the file, in the order of the
    rows."""

    versions: str
    model: str
    articles: dict[str, str]
    folder: str

    def fits(self, other: Manifest) -> bool:
        mine, theirs = (self.versions, self.model), (other.versions, other.model)
        return mine == theirs and list(self.articles.items()) == list(other.articles.items())


@dataclass(frozen=True)
class Generation:
    """Rows of the index: `ids[i]` is the passage of row i, `digests[i]` of its text; no vectors without a
    model."""

    ids: list[str]
    digests: list[str]
    sparse: Sparse
    vectors: Vectors | None


def read_manifest(index: Path) -> Manifest | None:
    try:
        return Manifest(**json.loads((index / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def read_generation(index: Path, manifest: Manifest) -> Generation | None:
    """The generation, or None when any part is missing or does not fit."""
    folder = index / manifest.folder
    try:
        rows = json.loads((folder / "rows.json").read_text(encoding="utf-8"))
        sparse = Sparse.load(folder / "bm25", len(rows["ids"]))
        vectors: Vectors | None = None
        if manifest.model:
            vectors = np.load(folder / "vectors.npy", allow_pickle=False)
            if vectors.ndim != 2 or len(vectors) != len(rows["ids"]) or vectors.dtype != np.float32:
                return None
        return Generation(rows["ids"], rows["digests"], sparse, vectors)
    except Exception:  # a torn or foreign file fails in many ways (numpy, JSON, bm25s): all mean "build it again"
        return None


def is_damaged(index: Path) -> bool:
    """Something is there that was an index and cannot be read."""
    if not (index / MANIFEST).exists():
        return False
    manifest = read_manifest(index)
    return manifest is None or read_generation(index, manifest) is None


def write_generation(index: Path, manifest: Manifest, generation: Generation) -> None:
    """Write the generation, then point the manifest at it; the one before stays for readers that are at
    it."""
    folder = index / manifest.folder
    (folder / "bm25").mkdir(parents=True)
    generation.sparse.save(folder / "bm25")
    if generation.vectors is not None:
        np.save(folder / "vectors.npy", generation.vectors)
    rows = {"ids": generation.ids, "digests": generation.digests}
    (folder / "rows.json").write_text(json.dumps(rows), encoding="utf-8")
    before = read_manifest(index)
    part = index / f"{MANIFEST}.part"
    part.write_text(json.dumps(asdict(manifest)), encoding="utf-8")
    part.replace(index / MANIFEST)
    for old in index.glob("gen-*"):
        if old.name not in (manifest.folder, before.folder if before else ""):
            shutil.rmtree(old, ignore_errors=True)


def new_name() -> str:
    return f"gen-{uuid.uuid4().hex[:12]}"
