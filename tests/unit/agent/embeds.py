"""The product's own embedding of texts: what is shipped with a vector is not embedded again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from agent.understanding.lexicon import Vectors
from corpus.library import Library

_FOLDER = TemporaryDirectory()  # of the library, for as long as the tests run


@cache
def _library() -> Library:
    return Library.open(Path(_FOLDER.name))


def embed(texts: Sequence[str], keep: bool) -> Vectors | None:
    return _library().embed(texts, keep)
