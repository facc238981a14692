"""The files that say what people want: prompts/advice/wishes.yaml, and the interview guides with their criteria."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

from agent.guide import Criteria, Guide, load_criteria, load_guide

GUIDES = ("career", "hiring")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Entry(BaseModel):
    """One wish of wishes.yaml. `speaks`: (role, weight, article, beginning of the statement or "row | column")."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str = ""
    option: str = ""
    said: tuple[str, ...] = Field(min_length=1)
    cues: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    company: bool = False
    answer: str = ""
    speaks: tuple[tuple[str, float, str, str], ...] = ()


@cache
def guides() -> dict[str, tuple[Guide, Criteria]]:
    """The two interview guides whose options are wishes, with their criteria."""
    root = Path(str(resources.files("prompts")))
    found = {}
    for name in GUIDES:
        guide = load_guide(root / "guides" / f"{name}.yaml")
        found[name] = (guide, load_criteria(root / "criteria" / f"{name}.yaml", guide))
    return found


@cache
def entries() -> tuple[Entry, ...]:
    file = resources.files("prompts").joinpath("advice", "wishes.yaml")
    raw = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)
    return tuple(Entry.model_validate(one) for one in raw)
