"""`python -m corpus.precompute`: embed all static texts that the package ships and write shipped_vectors.npz."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from corpus.asked import load_asked
from corpus.embed import make_encoder
from corpus.library import Library
from corpus.shipped_vectors import NAME, write
from corpus.spoken import canonical
from corpus.units import units_of


def texts() -> Iterable[str]:
    """Search texts of the shipped units, known questions, and every phrase of the guides."""
    with TemporaryDirectory() as folder:
        library = Library.open(Path(folder), embeddings="none")
        units = [u for article in library.articles.values() for u in units_of(article, library.roles)]
        yield from (u.search for u in units)
        yield from (u.text for u in units)
        yield from (canonical(a.question, library.roles) for a in load_asked(units))
        library.close()


def main(more: list[str]) -> int:
    """`more` are YAML files (guides) whose every text is embedded as well."""
    everything = set(texts())
    for path in more:
        everything |= set(_strings(yaml.safe_load(Path(path).read_text(encoding="utf-8"))))
    ordered = sorted(everything, key=len)
    encoder, notice = make_encoder("bundled")
    if encoder is None:
        print(notice, file=sys.stderr)
        return 1
    digests = [hashlib.sha256(t.encode("utf-8", "surrogatepass")).digest() for t in ordered]
    file = Path(str(resources.files("corpus"))) / NAME
    write(file, encoder.id, digests, encoder.encode(ordered))
    print(f"{len(ordered)} texts, {file.stat().st_size / 1e6:.1f} MB")
    return 0


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
