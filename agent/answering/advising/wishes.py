"""Wishes that people bring to a choice, each with the statements that speak for or against a role.

They come from three places: prompts/advice/wishes.yaml, the options of the interview guides with their criteria, and
the "choose X if" lists of whatever articles are in the library.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from agent.answering import patterns
from agent.answering.advising.sources import GUIDES, Entry, entries, guides
from agent.answering.advising.words import denies
from agent.answering.context import Context
from agent.guide import Criteria, Guide
from corpus.minilm import Vectors
from corpus.statements import Statements
from corpus.units import Unit

BOTH, NEITHER = "both", "neither"  # answers to "whom do we hire?" beside the roles
_OF = {"mle-first": "mle", "fde-first": "fde", "both-sequenced": BOTH, "neither-yet": NEITHER}
_ITEM = 2.5  # weight of an article's own "choose X if"
_CLEAR = 2.0  # weight from which a statement says by itself which role it speaks for


@dataclass(frozen=True, slots=True)
class Ground:
    """`unit` speaks for (`weight` > 0) or against the role `of`, on a scale of 3."""

    of: str
    weight: float
    unit: Unit


@dataclass(frozen=True, slots=True)
class Wish:
    """`answer` is the verdict itself where a role is none. `company`: said of a company and not of a person; `cues`
    are words that are enough to recognise it, one of `needs` has to be there for a likeness to count."""

    key: str
    said: tuple[str, ...]
    grounds: tuple[Ground, ...]
    company: bool
    answer: str = ""
    cues: re.Pattern[str] | None = None
    needs: re.Pattern[str] | None = None

    @property
    def option(self) -> bool:
        """Whether it is an option of an interview guide."""
        return " " in self.key and self.key.partition(" ")[0] in GUIDES


@dataclass(frozen=True, slots=True)
class Known:
    """All wishes; row i of `vectors` (None without embeddings) is a wording of wish `owners[i]`, and `denying[i]`
    whether it denies something. `asked` are such rows for known questions, under the adapter, after the others."""

    wishes: dict[str, Wish]
    owners: tuple[str, ...]
    denying: tuple[bool, ...]
    vectors: Vectors | None
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
    wishes: dict[str, Wish] = {}
    for wish in _all(context.statements):
        if not wish.grounds:
            continue
        held = wishes.get(wish.key)
        wishes[wish.key] = (
            wish if held is None else replace(held, said=(*held.said, *wish.said), cues=wish.cues, needs=wish.needs)
        )
    rows = [(wish.key, said) for wish in wishes.values() for said in wish.said]
    vectors = context.embed([said for _, said in rows], True) if rows else None
    asked, under_adapter = None, context.statements.question_vectors
    if vectors is not None and under_adapter is not None:
        places, more = _asked(context.statements, wishes)
        wishes.update(more)
        asked = under_adapter[[i for i, _ in places]]
        rows += [(key, context.statements.asked[i].question) for i, key in places]
    return Known(wishes, tuple(key for key, _ in rows), tuple(denies(said) for _, said in rows), vectors, asked)


def _asked(statements: Statements, wishes: dict[str, Wish]) -> tuple[list[tuple[int, str]], dict[str, Wish]]:
    """Known questions that a statement answers which speaks for one role alone: (row, wish), and those wishes."""
    units = {unit.key: i for i, unit in enumerate(statements.units)}
    grounds: dict[int, list[tuple[Ground, bool]]] = {}
    for wish in wishes.values():
        for ground in wish.grounds:
            grounds.setdefault(units[ground.unit.key], []).append((ground, wish.company))
    clear = {}
    for i, found in grounds.items():
        best = max((g for g, _ in found), key=lambda g: g.weight)
        if best.weight >= _CLEAR and all(g.weight > 0 and g.of == best.of for g, _ in found):
            clear[i] = Wish(f"statement {i}", (), (best,), any(company for _, company in found))
    rows = [(row, clear[i].key) for row, a in enumerate(statements.asked) for i in a.units[:1] if i in clear]
    return rows, {wish.key: wish for wish in clear.values()}


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
        if entry.option:
            key = entry.option
            yield Wish(
                key, entry.said, grounds.get(key, ()), key.startswith("hiring"), "", _any(entry.cues), _any(entry.needs)
            )
        else:
            stated = tuple(_stated(entry, places))
            yield Wish(entry.id, entry.said, stated, entry.company, entry.answer, _any(entry.cues), _any(entry.needs))
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
            yield Wish(f"{name} {topic.id} {option.id}", option.examples, grounds, name == "hiring")


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
