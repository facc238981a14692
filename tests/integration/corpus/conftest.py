from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from corpus.embed import Encoder
from corpus.library import Library


class FakeEncoder:
    """Words hashed into 64 dimensions: quick, and near for texts that share words. Counts what it is
    given."""

    def __init__(self, id: str = "fake") -> None:
        self.id = id
        self.seen: list[str] = []

    def encode(self, texts: list[str]) -> np.ndarray:
        self.seen += texts
        rows = np.zeros((len(texts), 64), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in re.findall(r"\w+", text.lower()):
                row[hashlib.md5(word.encode()).digest()[0] % 64] += 1
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


Opener = Callable[..., Library]


@pytest.fixture
def open_library(tmp_path: Path) -> Iterator[Opener]:
    """Opens libraries without the shipped articles, in tmp_path, and closes them afterwards."""
    made: list[Library] = []

    def opener(encoder: Encoder | None = None, folder: Path = tmp_path / "data") -> Library:
        (folder / "library").mkdir(parents=True, exist_ok=True)
        library = Library(folder, encoder, "" if encoder else "By words alone.", shipped=False)
        made.append(library)
        library.refresh()
        return library

    yield opener
    for library in made:
        library.close()


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "apples.md").write_text("# Apples\n\n## Colour\n\nApples are red.\n\n## Taste\n\nApples taste sweet.\n")
    (folder / "bears.md").write_text("# Bears\n\n## Food\n\nBears eat honey.\n\n## Sleep\n\nBears sleep in winter.\n")
    (folder / "notes.txt").write_text("Cars\n\nCars need fuel, and they run on roads that somebody has to mend.\n")
    return folder
