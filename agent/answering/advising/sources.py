"""The files that say what people want: prompts/advice, and the interview guides with their criteria."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from agent.criteria import Criteria, load_criteria
from agent.guide import Guide, load

GUIDES = ("career", "hiring")
SAYINGS = ("work", "goals", "company")
NONE = "none"  # what is said and is no wish
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Entry(BaseModel):
    """One wish of wishes.yaml. `speaks`: (role, weight, article, beginning of the statement or "row | column")."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str
    like: str = ""
    cues: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    company: bool = False
    answer: str = ""
    speaks: tuple[tuple[str, float, str, str], ...] = ()


class Axis(BaseModel):
    """Things of which one can like much or little, and the wishes (ids) that either is."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    words: tuple[str, ...]
    much: str = ""
    little: str = ""


@cache
def guides() -> dict[str, tuple[Guide, Criteria]]:
    """The two interview guides whose options are wishes, with their criteria. They are read by rules alone: what people
    say of their topics is left out."""
    root = Path(str(resources.files("prompts")))
    found = {}
    for name in GUIDES:
        guide = load(root / "guides" / f"{name}.yaml", Guide)
        found[name] = (guide, load_criteria(root / "criteria" / f"{name}.yaml", guide))
    return found


@cache
def entries() -> tuple[Entry, ...]:
    return tuple(Entry.model_validate(one) for one in _read("wishes"))


@cache
def axes() -> tuple[Axis, ...]:
    return tuple(Axis.model_validate(one) for one in _read("axes"))


@cache
def sayings() -> dict[str, tuple[str, ...]]:
    """Ways of saying each wish, by its id; under NONE what is no wish."""
    return {key: tuple(said) for name in SAYINGS for key, said in _read(f"sayings-{name}").items()}


@cache
def asks(name: str) -> re.Pattern[str]:
    """The expressions of asks.yaml under `name`, as one."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(_read('asks')[name])})", re.I)


def _read(name: str) -> Any:
    file = resources.files("prompts").joinpath("advice", f"{name}.yaml")
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)
