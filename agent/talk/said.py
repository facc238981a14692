"""The sayings of prompts/talk: ways of steering the interview, of asking about it, and of talking beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

TURNED = "turned"  # a question that only turns ours back or round
ROLES, RHETORICAL = "roles", "rhetorical"  # lists of questions.yaml: asked of us; and answers that sound so
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class TalkError(Exception):
    """A file of prompts/talk cannot be used; the message names it and what to mend."""


class Told(BaseModel):
    """`says` is what the interviewer says to it, `with_model` where a language model takes part."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    says: str
    with_model: str = ""
    said: tuple[str, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Saying:
    """`kind` is an intent of agent/reading.py, TURNED or ROLES, or "small" or "about" with the `id` of its entry."""

    kind: str
    id: str
    text: str


@cache
def sayings() -> tuple[Saying, ...]:
    controls = TypeAdapter(dict[str, tuple[str, ...]])
    found = [Saying(kind, "", text) for kind, texts in _read("controls", controls).items() for text in texts]
    found += [Saying(ROLES, "", text) for text in _questions()[ROLES]]
    for kind in ("small", "about"):
        found += [Saying(kind, id, text) for id, entry in told(kind).items() for text in entry.said]
    return tuple(found)


def rhetorical() -> tuple[str, ...]:
    """Answers with a question in them that wants none."""
    return _questions()[RHETORICAL]


@cache
def _questions() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = _read("questions", TypeAdapter(dict[str, tuple[str, ...]]))
    return found


@cache
def told(kind: str) -> dict[str, Told]:
    """The entries of small.yaml or about.yaml, by id."""
    found: dict[str, Told] = _read(kind, TypeAdapter(dict[str, Told]))
    return found


@cache
def forms(name: str) -> str:
    """A list of forms.yaml as a piece of a regular expression."""
    return f"(?:{'|'.join(_forms()[name])})"


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = _read("forms", TypeAdapter(dict[str, tuple[str, ...]]))
    return found


def _read(name: str, shape: TypeAdapter[Any]) -> Any:
    path = Path(str(resources.files("prompts") / "talk" / f"{name}.yaml"))
    try:
        return shape.validate_python(yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise TalkError(f"prompts/talk/{name}.yaml cannot be used: {error}") from error
