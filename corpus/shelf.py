"""A person's own documents: copies in `<folder>/library/`, one file an article, named by its id."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from corpus.article import Article
from corpus.cut import cut
from corpus.errors import CorpusError, cannot_write
from corpus.load import ENDINGS, read_article, read_bytes
from corpus.plain import slug
from corpus.reading import keep

Progress = Callable[[str, int, int], None]
MOST = 10_000  # files of one folder; a home folder given by mistake has more


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file."""

    path: Path
    article: Article | None
    outcome: Literal["added", "updated", "unchanged", "failed"]
    reason: str = ""


def make(folder: Path) -> None:
    """The library's folder; where it cannot be made, an existing one still serves."""
    try:
        (folder / "library").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error


def documents(folder: Path) -> list[Path]:
    """The copies, in the order of their names."""
    return sorted(path for path in (folder / "library").iterdir() if path.suffix in ENDINGS)


def add(folder: Path, paths: list[Path], taken: set[str], progress: Progress) -> list[Added]:
    """Copy what is new or changed. Ids in `taken` are not given to anything here."""
    files = [file for path in paths for file in _files(path)]
    added: list[Added] = []
    mine: dict[str, Path] = {}
    for number, (path, name) in enumerate(files):
        progress("reading documents", number, len(files))
        try:
            added.append(_one(folder, path, name, taken, mine))
        except CorpusError as error:
            added.append(Added(path, None, "failed", str(error)))
    if files:
        progress("reading documents", len(files), len(files))
    return added


def remove(folder: Path, article_id: str) -> None:
    for path in documents(folder):
        if path.stem == article_id:
            try:
                path.unlink()
            except OSError as error:
                raise cannot_write(folder, error) from error


def _files(path: Path) -> Iterator[tuple[Path, str]]:
    """(file, its name relative to what was given). Of a folder, the files that can be read, hidden ones left
    out."""
    if not path.is_dir():
        yield path, path.name
        return
    found = 0
    for file in sorted(path.rglob("*")):
        relative = file.relative_to(path)
        hidden = any(part.startswith((".", "~$")) for part in relative.parts)
        if file.is_file() and not hidden and file.suffix.lower() in ENDINGS and found < MOST:
            found += 1
            yield file, str(relative)


def _one(folder: Path, path: Path, name: str, taken: set[str], mine: dict[str, Path]) -> Added:
    data = read_bytes(path)
    article = read_article(path, data, source=name)
    stem = article.id if article.id != slug(path.stem) else slug(str(Path(name).with_suffix(""))) or article.id
    copy = _place(folder, stem, path.suffix.lower(), taken, mine, path)
    exists = copy.is_file()
    if exists and hashlib.sha256(copy.read_bytes()).hexdigest() == article.digest:
        return Added(path, cut(replace(article, id=copy.stem)), "unchanged")
    article = article if article.id == copy.stem else cut(replace(article, id=copy.stem))
    try:
        part = copy.with_name(f"{copy.name}.part")
        part.write_bytes(data)
        part.replace(copy)
    except OSError as error:
        raise cannot_write(folder, error) from error
    keep(article, folder / "index" / "read")
    return Added(path, article, "updated" if exists else "added")


def _place(folder: Path, stem: str, ending: str, taken: set[str], mine: dict[str, Path], path: Path) -> Path:
    """Where the copy lies: its stem is the article's id. The same name given again is the same document;
    another ending, a shipped id or a second file of this very call makes it another."""
    library = folder / "library"
    candidates = [
        stem,
        f"{stem}-{ending[1:]}",
        *(f"{stem}-{ending[1:]}-{number}" for number in range(2, 1000)),
    ]
    for id_ in candidates:
        others = [other for other in library.glob(f"{id_}.*") if other.suffix in ENDINGS and other.suffix != ending]
        if id_ in taken or others or mine.get(id_, path) != path:
            continue
        mine[id_] = path
        return library / f"{id_}{ending}"
    raise CorpusError(f"{path.name}: too many documents of this name; rename it.")
