"""Questions that statements answer, written beside the shipped articles (`asked/*.yaml`): document expansion.

An oblique question shares few words with the sentence that answers it, but many with another way to ask the
same. Each entry names the units that answer; the answer itself is always taken from the article. The idea is
doc2query's (Nogueira et al. 2019), with questions written by hand.

Reading the YAML and finding the roles in thousands of questions takes seconds, so `make vectors` compiles both
into `asked.json`; when the YAML or the roles have changed since, that file is passed over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import NotRequired, TypedDict

import yaml

from corpus.roles import Roles
from corpus.spoken import places, written
from corpus.units import Unit

COMPILED = "asked.json"


@dataclass(frozen=True, slots=True)
class Asked:
    """`question` is answered by `units` (indices into the statements' units, in the order to be read).
    `canonical` has its roles by their short names, `bare` is without them. `apart`: it sets them against each other."""

    question: str
    canonical: str
    bare: str
    units: tuple[int, ...]
    apart: bool = False


class Entry(TypedDict):
    """`asked` holds (question, canonical, bare). `passage` is "" where statements of several are set against each
    other: there each of `says` has its own, "PASSAGE: beginning"."""

    passage: str
    says: list[str]
    asked: list[tuple[str, str, str]]


def load_asked(units: Iterable[Unit], roles: Roles, shipped: frozenset[str] | None = None) -> tuple[Asked, ...]:
    """All questions whose every unit is there; an entry of an article that is not in the library is left out, and of
    a person's own document that only has the name of one (`shipped`: ids of those that come with fieldnote)."""
    placed = list(units)
    articles: dict[str, list[int]] = {}
    for i, unit in enumerate(placed):
        if shipped is None or unit.passage.article in shipped:
            articles.setdefault(unit.passage.article, []).append(i)
    out = []
    for entry in _compiled(roles) if articles else ():
        apart, rows = not entry["passage"], _resolve(entry, placed, articles)
        if rows:
            out += [Asked(question, canonical, bare, rows, apart) for question, canonical, bare in entry["asked"]]
    return tuple(out)


def compile_asked(roles: Roles) -> str:
    """The entries as JSON, with the state of the files that they were made from."""
    entries = []
    for raw in _raw():
        asked = []
        for question in raw["asked"]:
            found = places(question, roles)
            asked.append((question, written(question, found, roles), written(question, found, None)))
        entries.append({"passage": raw.get("passage", ""), "says": raw["says"], "asked": asked})
    return json.dumps({"made_from": made_from(roles), "entries": entries}, ensure_ascii=False, indent=0)


def _compiled(roles: Roles) -> list[Entry]:
    file = resources.files("corpus").joinpath(COMPILED)
    if file.is_file():
        stored = json.loads(file.read_text(encoding="utf-8"))
        if stored["made_from"] == made_from(roles):
            entries: list[Entry] = stored["entries"]
            return entries
    return list(json.loads(compile_asked(roles))["entries"])


def made_from(roles: Roles) -> str:
    """A digest of the YAML files and of the known roles' names."""
    digest = hashlib.sha256(repr([(r.id, r.short, r.aliases) for r in roles.all.values() if not r.discovered]).encode())
    digest.update(resources.files("corpus").joinpath("hints.yaml").read_bytes())
    for file in _files():
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _files() -> list[resources.abc.Traversable]:
    folder = resources.files("corpus").joinpath("asked")
    return sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)


class _Raw(TypedDict):
    passage: NotRequired[str]
    says: list[str]
    asked: list[str]


def _raw() -> Iterable[_Raw]:
    for file in _files():
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        yield from yaml.load(file.read_text(encoding="utf-8"), Loader=loader) or ()


def _resolve(entry: Entry, units: list[Unit], articles: Mapping[str, list[int]]) -> tuple[int, ...]:
    """The indices of the units that `says` begins; () where one is missing."""
    found = []
    for said in entry["says"]:
        passage, start = (entry["passage"], said) if entry["passage"] else said.split(": ", 1)
        near = [i for i in articles.get(passage.partition("#")[0], ()) if _begins(units[i], start)]
        here = [i for i in near if units[i].passage.id == passage]
        if not near:
            return ()
        found.append((here or near)[0])
    return tuple(dict.fromkeys(found))


def _begins(unit: Unit, start: str) -> bool:
    return f"{unit.row} | {unit.column}" == start if unit.kind == "cell" else unit.text.startswith(start)
