"""A document's front matter: what it says about itself, in YAML between dashes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from corpus.blocks import front_matter
from corpus.errors import CorpusError


def read_front(text: str, path: Path) -> dict[str, Any]:
    """The fields of Article that the front matter of `text` gives; {} without one. Unknown keys are passed
    over."""
    source, _ = front_matter(text)
    if not source:
        return {}
    try:
        found = yaml.safe_load(source)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 2
        problem = getattr(error, "problem", None) or "not YAML"
        raise CorpusError(f"{path.name}, line {line}: its front matter cannot be read ({problem}); mend it.") from error
    except ValueError as error:  # "date: 2026-02-30"
        raise CorpusError(f"{path.name}: its front matter cannot be read ({error}); mend it.") from error
    return fields(found) if isinstance(found, Mapping) else {}


def fields(found: Mapping[Any, Any]) -> dict[str, Any]:
    """Values in the types of Article; a value of another shape is made to fit rather than refused."""
    known: dict[str, Any] = {}
    for key in ("id", "title", "publisher", "author", "date", "basis", "interest"):
        value = found.get(key)
        if isinstance(value, (str, int, float)) or hasattr(value, "isoformat"):
            known[key] = " ".join(str(value).split())
        elif isinstance(value, list):
            known[key] = ", ".join(str(part) for part in value)
    for key in ("roles", "countries"):
        known[key] = tuple(str(part).strip() for part in _listed(found.get(key)) if str(part).strip())
    years = (re.search(r"\b(?:19|20)\d\d\b", str(part)) for part in _listed(found.get("years")))
    known["years"] = tuple(int(year.group()) for year in years if year)
    return {key: value for key, value in known.items() if value}


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    if isinstance(value, str):
        return value.split(",")
    return list(value) if isinstance(value, (list, tuple)) else [value]


_DESK = re.compile(
    r"(?:the )?([^,;]+?)(?: (?:editorial|content|research|writing|marketing|data|blog|news))*"
    r" (?:team|staff|editors?|editorial|desk|newsroom|contributors?)",
    re.IGNORECASE,
)
_SITE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE)


def publisher_in(author: str) -> str:
    """The house behind an author that is no person: "Perspective AI Team", "fde.academy"; else ""."""
    if found := _DESK.fullmatch(author.strip()):
        return found[1]
    return author.strip() if _SITE.fullmatch(author.strip()) else ""
