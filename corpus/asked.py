"""Questions that statements answer, written beside the shipped articles (`asked/*.yaml`): document expansion.

An oblique question shares few words with the sentence that answers it, but many with another way to ask the
same. Each entry names the units that answer; the answer itself is always taken from the article. The idea is
doc2query's (Nogueira et al. 2019), with questions written by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from typing import TypedDict

import yaml

from corpus.units import Unit


@dataclass(frozen=True, slots=True)
class Asked:
    """`question` is answered by `units` (indices into the statements' units, in the order to be read)."""

    question: str
    units: tuple[int, ...]


def load_asked(units: Iterable[Unit]) -> tuple[Asked, ...]:
    """All questions whose every unit is there; an entry of an article that is not in the library is left out."""
    placed = list(units)
    articles: dict[str, list[int]] = {}
    for i, unit in enumerate(placed):
        articles.setdefault(unit.passage.article, []).append(i)
    out = []
    for entry in _entries():
        rows = _resolve(entry, placed, articles.get(entry["passage"].partition("#")[0], []))
        if rows:
            out += [Asked(question, rows) for question in entry["asked"]]
    return tuple(out)


class _Entry(TypedDict):
    passage: str
    says: list[str]
    asked: list[str]


def _entries() -> Iterable[_Entry]:
    folder = resources.files("corpus").joinpath("asked")
    for file in sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name):
        yield from (
            yaml.load(file.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)) or ()
        )


def _resolve(entry: _Entry, units: list[Unit], rows: list[int]) -> tuple[int, ...]:
    """The indices of the units that `says` begins; () where one is missing."""
    found = []
    for start in entry["says"]:
        near = [i for i in rows if _begins(units[i], start)]
        here = [i for i in near if units[i].passage.id == entry["passage"]]
        if not near:
            return ()
        found.append((here or near)[0])
    return tuple(dict.fromkeys(found))


def _begins(unit: Unit, start: str) -> bool:
    return f"{unit.row} | {unit.column}" == start if unit.kind == "cell" else unit.text.startswith(start)
