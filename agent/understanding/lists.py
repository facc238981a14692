"""The word lists beside this file: what people say, as data. Read when first needed, and checked then.

A file maps names to lists. An entry is words as `words.phrase` spells them (lower case, single spaces); it may use
regular expressions, without groups that capture.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

_DATA = Path(__file__).parent / "data"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ListError(Exception):
    """A word list cannot be used; the message names the file and what to mend."""


class _List(BaseModel):
    """`about` says what its entries have in common."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    about: str = Field(min_length=5)
    entries: tuple[str, ...] = Field(min_length=1)

    @field_validator("entries")
    @classmethod
    def _usable(cls, entries: tuple[str, ...]) -> tuple[str, ...]:
        for entry in entries:
            try:
                groups = re.compile(entry).groups
            except re.error as error:
                raise ValueError(f"{entry!r} is no regular expression: {error}") from error
            if groups:
                raise ValueError(f"{entry!r} captures a group; write (?:…)")
        if twice := {e for e in entries if entries.count(e) > 1}:
            raise ValueError(f"listed twice: {sorted(twice)}")
        return entries


def entries(file: str, name: str) -> tuple[str, ...]:
    """The entries of list `name` of data/`file`.yaml; ListError where there is none."""
    found = _file(file).get(name)
    if found is None:
        raise ListError(f"{file}.yaml has no list called {name}; it has {', '.join(_file(file))}.")
    return found.entries


def names(file: str) -> tuple[str, ...]:
    """The names of a file's lists, in its order."""
    return tuple(_file(file))


@cache
def any_of(file: str, name: str) -> str:
    """A list as a piece of a regular expression."""
    return f"(?:{'|'.join(entries(file, name))})"


@cache
def anywhere(file: str, name: str, flags: int = 0) -> re.Pattern[str]:
    """Finds any entry of a list, as whole words."""
    return re.compile(rf"\b{any_of(file, name)}\b", flags)


@cache
def at_start(file: str, name: str) -> re.Pattern[str]:
    """Finds an entry of a list where a text begins."""
    return re.compile(rf"^{any_of(file, name)}\b")


@cache
def members(file: str, name: str) -> frozenset[str]:
    """A list of single words as a set."""
    return frozenset(entries(file, name))


@cache
def spellings() -> dict[str, str]:
    """How a word is meant that is often typed another way."""
    found = _read("spellings")
    if not all(isinstance(k, str) and isinstance(v, str) for k, v in found.items()):
        raise ListError("spellings.yaml must give one word for one word; put words such as no and on in quotes.")
    return found


@cache
def _file(file: str) -> dict[str, _List]:
    try:
        return {name: _List.model_validate(found) for name, found in _read(file).items()}
    except ValidationError as error:
        first = error.errors()[0]
        raise ListError(f"{file}.yaml cannot be used: {first['msg']}") from error


def _read(file: str) -> dict[str, Any]:
    path = _DATA / f"{file}.yaml"
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except (OSError, yaml.YAMLError) as error:
        raise ListError(f"{path.name} cannot be read: {error}") from error
    if not isinstance(found, dict):
        raise ListError(f"{path.name} must map names to lists.")
    return found
