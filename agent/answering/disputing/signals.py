"""The signals by which a question is known to speak of texts or figures that clash; the words are in words.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

import yaml


def shows(text: str, *names: str) -> bool:
    """Whether `text` has any of the named signals ("texts", "places", "sides", "heard", "doubt", "clash" …)."""
    return any(_signals()[name].search(text) for name in names)


def without(text: str, *names: str) -> str:
    """`text` with the words of the named signals left out."""
    for name in names:
        text = _signals()[name].sub(" ", text)
    return " ".join(text.split())


def degree(text: str) -> int | None:
    """0 none, 1 a little, 2 much; None where nothing of the kind is said."""
    return next((at for at, name in enumerate(("none", "little", "much")) if shows(text, name)), None)


def turns(text: str) -> list[str]:
    """`text` cut at the words by which it turns from one side to the other."""
    return _signals()["turn"].split(text)


@lru_cache(maxsize=1)
def _signals() -> Mapping[str, re.Pattern[str]]:
    raw = yaml.safe_load(resources.files("agent.answering.disputing").joinpath("words.yaml").read_text("utf-8"))
    return {name: re.compile("|".join(entries), re.I) for name, entries in raw.items()}
