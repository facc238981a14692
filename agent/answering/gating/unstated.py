"""Things that articles on roles seldom state (tax, tuition, age): asked about, and nothing near that says them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml

from agent.answering.asking.request import narrowed
from agent.answering.context import Context

_NEAR = 12  # statements among which one must say it


@dataclass(frozen=True, slots=True)
class _Matter:
    name: str
    asks: re.Pattern[str]
    says: re.Pattern[str]


def unstated(context: Context) -> str:
    """A sentence that names what is asked about and not stated; "" otherwise."""
    asked = narrowed(context.question.asked)
    for matter in _matters():
        if matter.asks.search(asked) and not any(matter.says.search(s.unit.whole) for s in context.ranked[:_NEAR]):
            return f"The articles say nothing on {matter.name}."
    return ""


@lru_cache(maxsize=1)
def _matters() -> tuple[_Matter, ...]:
    raw = yaml.safe_load(resources.files("corpus").joinpath("unstated.yaml").read_text(encoding="utf-8"))
    return tuple(
        _Matter(m["name"], re.compile(m["asks"], re.I), re.compile(m.get("says", m["asks"]), re.I)) for m in raw
    )
