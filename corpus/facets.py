"""What a text is about besides its roles: measures (pay, travel, …), level, region, employer tier and basis.

The words are data (`measures.yaml`, `facets.yaml`); this compiles and finds them. The same finder reads
questions and passages, so that both are put in the same terms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml

from corpus.article import Span

_COMMON = frozenset(
    "about above after again against almost alone along already although always among another anyone around asked "
    "because become before behind being below better between beyond bigger could currently doing during early either "
    "contradict contradicts contradictory "
    "enough every everyone exactly first going great hello hours house large later least little looking maybe might "
    "money month months never often other people person please quite really right shall should since small someone "
    "something sometimes still sure thank thanks their there these thing things think those though three through "
    "today together tomorrow under until usually versus wants weather week weeks where whether which while whole "
    "whose without would write wrong years yesterday young".split()
)
_PLAIN = frozenset({"what", "time", "role", "move", "between", "spent", "they", "hire", "size", "hour"})
FACETS = ("level", "region", "tier", "basis", "statistic")


@dataclass(frozen=True, slots=True)
class Measure:
    """Something asked or stated about a role; `parent` is the wider measure that it is part of."""

    id: str
    name: str
    parent: str
    says: re.Pattern[str]
    asks: re.Pattern[str]
    alone: re.Pattern[str] | None  # counts in a question that asks for nothing else


@dataclass(frozen=True, slots=True)
class Facets:
    """The values found, each a tuple of ids in order of appearance."""

    level: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    tier: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    statistic: tuple[str, ...] = ()

    def or_else(self, other: Facets) -> Facets:
        """These values, and `other`'s where none was found."""
        return Facets(*(getattr(self, f) or getattr(other, f) for f in FACETS))


def facets_of(text: str) -> Facets:
    """The levels, regions, tiers and bases that `text` names."""
    return Facets(*(_values(_facets()[name], text) for name in FACETS))


@lru_cache(maxsize=4096)  # a check asks for the same claim's values for each statement that it is tried against
def facet_spans(text: str, name: str) -> tuple[tuple[str, Span], ...]:
    """Every value of one facet with where it stands, in order."""
    found = [(value, Span(*m.span())) for value, pattern in _facets()[name].items() for m in pattern.finditer(text)]
    return tuple(sorted(found, key=lambda f: f[1].start))


def measures_said(text: str) -> frozenset[str]:
    """The measures that a passage's words are about."""
    return frozenset(m.id for m in measures().values() if m.says.search(text))


def measures_asked(text: str) -> tuple[str, ...]:
    """The measures that a question asks about, in order of appearance of their first cue."""
    hits = [(match.start(), m.id) for m in measures().values() if (match := m.asks.search(text) or m.says.search(text))]
    if not hits:
        hits = [(match.start(), m.id) for m in measures().values() if m.alone and (match := m.alone.search(text))]
    return tuple(id for _, id in sorted(hits))


def measures_named(text: str) -> tuple[str, ...]:
    """The measures that the few words of `text` are the name of ("customers?", "and the bonus")."""
    asked = {w.removesuffix("s") for w in re.findall(r"[a-z]{4,}", text.lower())}
    return tuple(m.id for m in measures().values() if asked & {w.removesuffix("s") for w in m.name.split()} - _PLAIN)


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """Words that the cues are written in, and common ones of questions: none of them is a misspelling."""
    cues = " ".join(c for m in yaml.safe_load(_read("measures.yaml")) for c in (*m["cues"], *m.get("asks", [])))
    return frozenset(re.findall(r"[a-z]{4,}", cues.lower())) | _COMMON


def hinted(text: str) -> list[tuple[str, int, int]]:
    """Roles that `text` describes without naming them: (id, start, end) of the describing words, in order."""
    found = [(role, *match.span()) for role, pattern in _hints().items() if (match := pattern.search(text))]
    return sorted(found, key=lambda f: f[1])


@lru_cache(maxsize=1)
def titles() -> re.Pattern[str]:
    """Finds job titles of other kinds than the shipped roles."""
    raw = yaml.safe_load(_read("titles.yaml"))
    before, heads, alone = (
        "|".join(re.escape(w).replace(r"\ ", r"[\s-]") for w in raw[k]) for k in ("before", "heads", "alone")
    )
    return re.compile(
        rf"\b(?:(?:(?:{before})[\s-])+(?:{heads})|(?:{alone})|(?:scientist|architect|designer|developer|researcher|analyst))s?\b",
        re.I,
    )


def measure_name(id: str) -> str:
    return measures()[id].name if id in measures() else id


@lru_cache(maxsize=1)
def measures() -> Mapping[str, Measure]:
    """All measures by id, in the file's order."""
    raw = yaml.safe_load(_read("measures.yaml"))
    return {
        m["id"]: Measure(
            m["id"],
            m["name"],
            m.get("parent", ""),
            _cues(m["cues"]),
            _cues([*m.get("asks", []), *([] if m.get("asks_only") else m["cues"])]),
            _cues(m["alone"]) if "alone" in m else None,
        )
        for m in raw
    }


@lru_cache(maxsize=1)
def _facets() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    raw = yaml.safe_load(_read("facets.yaml"))
    return {
        name: {value: re.compile("|".join(patterns), re.I) for value, patterns in values.items()}
        for name, values in raw.items()
    }


@lru_cache(maxsize=1)
def _hints() -> Mapping[str, re.Pattern[str]]:
    raw = yaml.safe_load(_read("hints.yaml"))
    return {role: re.compile("|".join(patterns), re.I) for role, patterns in raw.items()}


def _values(patterns: Mapping[str, re.Pattern[str]], text: str) -> tuple[str, ...]:
    hits = [(match.start(), value) for value, pattern in patterns.items() if (match := pattern.search(text))]
    return tuple(value for _, value in sorted(hits))


def _cues(cues: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(_cue(c) for c in cues), re.I)


def _cue(cue: str) -> str:
    if cue.startswith("/") and cue.endswith("/"):
        return f"(?:{cue[1:-1]})"
    words = re.escape(cue).replace(r"\*", r"\w*").replace(r"\ ", r"[\s-]+")
    return rf"(?<!\w){words}(?!\w)"


def _read(name: str) -> str:
    return resources.files("corpus").joinpath(name).read_text(encoding="utf-8")
