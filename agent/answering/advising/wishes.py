"""Wishes that people bring to a choice, each with the statements that speak for or against a role.

They come from three places: prompts/advice, the options of the interview guides with their criteria, and the
"choose X if" lists of whatever articles are in the library.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from agent.answering import patterns
from agent.answering.advising.sources import GUIDES, NONE, Entry, entries, guides, sayings
from agent.answering.advising.words import denies
from agent.answering.context import Context
from agent.criteria import Criteria
from agent.guide import Guide
from corpus.minilm import Vectors
from corpus.statements import Statements
from corpus.units import Unit

BOTH, NEITHER = "both", "neither"  # answers to "whom do we hire?" beside the roles
_OF = {"mle-first": "mle", "fde-first": "fde", "both-sequenced": BOTH, "neither-yet": NEITHER}
_HEAVY = 2.5  # weight from which a statement's known questions are wordings of the wish
_ITEM = 2.5  # weight of an article's own "choose X if"


@dataclass(frozen=True, slots=True)
class Ground:
    """`unit` speaks for (`weight` > 0) or against the role `of`, on a scale of 3."""

    of: str
    weight: float
    unit: Unit


@dataclass(frozen=True, slots=True)
class Wish:
    """`answer` is the verdict itself where a role is none. `company`: said of a company and not of a person; `cues`
    are words that are enough to recognise it, `unless` such as rule it out."""

    key: str
    said: tuple[str, ...]
    grounds: tuple[Ground, ...]
    company: bool
    answer: str = ""
    cues: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """All wishes, and NONE, which has no grounds; `options` tells which is meant by an option of a guide. Row i of
    `vectors` (None without embeddings) is a wording of wish `owners[i]`, `denying[i]` whether it denies something;
    `asking` are the same wordings under the adapter for questions, `asked` known questions under it, which follow."""

    wishes: dict[str, Wish]
    options: dict[str, str]
    owners: tuple[str, ...]
    denying: tuple[bool, ...]
    vectors: Vectors | None
    asking: Vectors | None = None
    asked: Vectors | None = None


class Latest:
    """Keeps the wishes of the library as it was last seen."""

    def __init__(self) -> None:
        self._made: tuple[Statements, Known] | None = None
        self._lock = threading.Lock()

    def of(self, context: Context) -> Known:
        with self._lock:
            if self._made is None or self._made[0] is not context.statements:
                self._made = (context.statements, _known(context))
            return self._made[1]


def _known(context: Context) -> Known:
    wishes: dict[str, Wish] = {NONE: Wish(NONE, sayings()[NONE], (), False)}
    for wish in _all(context.statements):
        held = wishes.get(wish.key)
        if wish.grounds:
            wishes[wish.key] = wish if held is None else replace(held, said=(*held.said, *wish.said))
    options = {entry.like: entry.id for entry in entries() if entry.like}
    rows = [(wish.key, said) for wish in wishes.values() for said in wish.said]
    texts = [said for _, said in rows]
    vectors = context.embed(texts, True) if rows else None
    asking = context.embed_questions(texts, True) if vectors is not None else None
    asked, under_adapter = _asked(context.statements, wishes), context.statements.known.vectors
    more = None if asking is None or under_adapter is None else under_adapter[[i for i, _ in asked]]
    if more is not None:
        rows += [(key, context.statements.known.asked[i].question) for i, key in asked]
    owners = tuple(key for key, _ in rows)
    return Known(wishes, options, owners, tuple(denies(t) for _, t in rows), vectors, asking, more)


def _asked(statements: Statements, wishes: dict[str, Wish]) -> list[tuple[int, str]]:
    """Known questions that are answered by what speaks most for a wish: (row, wish)."""
    units = {unit.key: i for i, unit in enumerate(statements.units)}
    heaviest: dict[int, tuple[float, str]] = {}
    for wish in wishes.values():
        for ground in wish.grounds if wish.said else ():
            place = units[ground.unit.key]
            if ground.weight >= max(_HEAVY, heaviest.get(place, (0.0, ""))[0] + 0.01):
                heaviest[place] = (ground.weight, wish.key)
    return [(row, heaviest[a.units[0]][1]) for row, a in enumerate(statements.known.asked) if a.units[0] in heaviest]


def _all(statements: Statements) -> Iterator[Wish]:
    places: dict[str, list[Unit]] = {}
    for unit in statements.units:
        places.setdefault(unit.passage.article, []).append(unit)
    grounds: dict[str, tuple[Ground, ...]] = {}
    for name in GUIDES:
        guide, criteria = guides()[name]
        for wish in _options(name, guide, criteria, places):
            grounds[wish.key] = wish.grounds
            yield wish
    for entry in entries():
        spoken = (*_stated(entry, places), *grounds.get(entry.like, ()))
        said = sayings().get(entry.id, ())
        yield Wish(entry.id, said, spoken, entry.company, entry.answer, _any(entry.cues), _any(entry.unless))
    yield from _criteria(statements.units)


def _any(words: Iterable[str]) -> re.Pattern[str] | None:
    listed = list(words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(listed)})(?!\w)", re.I) if listed else None


def _options(name: str, guide: Guide, criteria: Criteria, places: dict[str, list[Unit]]) -> Iterator[Wish]:
    for topic in guide.topics:
        for option in topic.options:
            mine = [c for c in criteria.criteria if (c.topic, c.option) == (topic.id, option.id)]
            grounds = tuple(
                Ground(_OF.get(c.of, c.of), c.weight, unit)
                for c in mine
                if (unit := quoted(places, c.passage, c.quote, _OF.get(c.of, c.of))) is not None
            )
            yield Wish(f"{name} {topic.id} {option.id}", (), grounds, name == "hiring")


def quoted(places: dict[str, list[Unit]], passage: str, quote: str, role: str) -> Unit | None:
    """The unit that holds `quote`: a sentence, or of a quoted row ("Travel | 4–10 days") the cell of `role`."""
    units = [u for u in places.get(passage.partition("#")[0], ()) if u.passage.id == passage]
    if " | " in quote:
        row = quote.partition(" | ")[0]
        cells = [u for u in units if u.kind == "cell" and u.row == row]
        return next((u for u in cells if u.about() == (role,)), None)
    plain = quote.replace("*", "")
    return next((u for u in units if plain in u.text or u.text in plain), None)


def _stated(entry: Entry, places: dict[str, list[Unit]]) -> Iterable[Ground]:
    for role, weight, article, start in entry.speaks:
        unit = next((u for u in places.get(article, ()) if begins(u, start)), None)
        if unit is not None:
            yield Ground(role, weight, unit)


def begins(unit: Unit, start: str) -> bool:
    return f"{unit.row} | {unit.column}" == start if unit.kind == "cell" else unit.text.startswith(start)


def _criteria(units: Iterable[Unit]) -> Iterator[Wish]:
    """A "choose X if" item of any article is a wish in its own words."""
    for unit in units:
        heading = unit.passage.heading
        if unit.kind != "item" or not patterns.CHOICE.match(heading) or len(unit.setting) != 1:
            continue
        company = "hire" in heading.lower()
        yield Wish(
            f"{unit.passage.id} {unit.span.start}", (unit.text,), (Ground(unit.setting[0], _ITEM, unit),), company
        )
