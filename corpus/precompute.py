"""`python -m corpus.precompute GUIDE…`: compile the known questions, and embed all static texts that are shipped."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import yaml

from corpus.asked import COMPILED, compile_asked, load_asked
from corpus.embed import Encoder, make_encoder
from corpus.library import Library
from corpus.roles import Roles
from corpus.shipped_vectors import NAME, QUESTIONS, shipped_vectors, write
from corpus.units import units_of

DESCRIBED = "described.yaml"
CHOICE = re.compile(r"(when to )?(choose|hire)\b", re.I)  # criteria are also embedded without their heading


def texts() -> tuple[set[str], set[str], set[str]]:
    """(the statements; the known questions; the criteria without their headings)."""
    with TemporaryDirectory() as folder:
        library = Library.open(Path(folder), embeddings="none")
        units = [u for article in library.articles.values() for u in units_of(article, library.roles)]
        asked = {a.canonical for a in load_asked(units, library.roles)}
        library.close()
    return {u.search for u in units}, asked, {u.text for u in units if CHOICE.match(u.passage.heading)}


def main(more: list[str]) -> int:
    """`more` are YAML files (guides) whose every text is embedded as well; those of sayings also as questions are."""
    package = Path(str(resources.files("corpus")))
    (package / COMPILED).write_text(compile_asked(Roles.shipped()), encoding="utf-8")
    statements, asked, bare = texts()
    # Phrases of questions are compared with these descriptions of roles.
    described = set(_strings(yaml.safe_load((package / DESCRIBED).read_text(encoding="utf-8"))))
    everything = statements | bare
    questions = statements | asked | described
    for path in map(Path, more):
        told = set(_strings(yaml.safe_load(path.read_text(encoding="utf-8"))))
        everything |= told
        questions |= told if path.name.startswith("sayings") else set()
    ordered = sorted(everything, key=len)
    encoder, notice = make_encoder("bundled")
    if encoder is None:
        print(notice, file=sys.stderr)
        return 1
    _store(package / NAME, encoder, ordered)
    if adapted := getattr(encoder, "questions", None):
        _store(package / QUESTIONS, adapted, sorted(questions, key=len))
    return 0


def _store(file: Path, encoder: Encoder, ordered: list[str]) -> None:
    """Only texts without a vector of this model are embedded: the others' rounding does not change."""
    held = shipped_vectors(encoder.id)
    digests = [hashlib.sha256(t.encode("utf-8", "surrogatepass")).digest() for t in ordered]
    fresh = [t for t, digest in zip(ordered, digests, strict=True) if digest not in held]
    made = iter(encoder.encode(fresh))
    rows = np.stack([held[digest] if digest in held else next(made) for digest in digests])
    write(file, encoder.id, digests, rows)
    print(f"{len(ordered)} texts, {len(fresh)} of them new, {file.stat().st_size / 1e6:.1f} MB")


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
