"""What a message asks of a role: the measures that its words name, without those that it means otherwise
(measured.yaml)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml

from agent.answering import patterns
from corpus.facets import measures_asked

_BESIDES = re.compile(  # "sideways moves, apart from the customer success ladder"
    r",?\s*\b(?:apart from|besides|other than|aside from|not counting) (?:the |an? |its |their )?"
    r"(?:\w+ ){0,3}(?:ladders?|tracks?|paths?|code|coding|pay|salary|money|travel)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Rule:
    """See measured.yaml; None where a rule has no such condition."""

    has: frozenset[str]
    beside: frozenset[str]
    shows: re.Pattern[str] | None
    bare: re.Pattern[str] | None
    lacks: re.Pattern[str] | None
    drops: frozenset[str]

    def holds(self, measures: frozenset[str], text: str, bare: str) -> bool:
        if not self.has <= measures or (self.beside and not self.beside & measures):
            return False
        if (self.shows and not self.shows.search(text)) or (self.bare and not self.bare.search(bare)):
            return False
        rest = self.shows.sub(" ", text) if self.shows else text
        return self.lacks is None or self.lacks.search(rest) is None


def measured(found: Sequence[str], text: str, bare: str) -> tuple[str, ...]:
    """Of the measures `found` in the words those that are meant; `bare` is the text without its roles."""
    measures = tuple(found)
    if besides := _BESIDES.search(text):
        rest = measures_asked(text[: besides.start()] + text[besides.end() :])
        measures = tuple(m for m in measures if m in rest) or measures
    for rule in _rules():
        if rule.drops & {*measures} and rule.holds(frozenset(measures), text, bare):
            measures = tuple(m for m in measures if m not in rule.drops)
    return measures


@lru_cache(maxsize=1)
def _rules() -> tuple[_Rule, ...]:
    raw = yaml.safe_load(resources.files("agent.answering.asking").joinpath("measured.yaml").read_text("utf-8"))
    words = {name: re.compile(pattern, re.I) for name, pattern in raw["words"].items()}

    def of(rule: dict[str, str], name: str) -> re.Pattern[str] | None:
        return re.compile(rule[name], re.I) if name in rule else None

    return tuple(
        _Rule(
            frozenset(rule["has"]),
            frozenset(rule.get("beside", ())),
            getattr(patterns, rule["as"]) if "as" in rule else of(rule, "shows"),
            of(rule, "bare"),
            words.get(rule.get("lacks", "")),
            frozenset(rule["drops"]),
        )
        for rule in raw["rules"]
    )
