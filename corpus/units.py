"""The smallest things that can be cited: sentences, list items and table cells, each with what it is about.

A cell means little alone, so a unit carries its setting: the row's label, the column's header, the heading
path, and the roles, measures, levels and countries that these name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from corpus import facets, quantities
from corpus.article import Article, Cell, Passage, Row, Sentence, Span
from corpus.binding import bind
from corpus.facets import Facets
from corpus.plain import plain
from corpus.quantities import Quantity
from corpus.roles import Roles

_LISTED = frozenset("choose transition skills duties exits overlap tools employers ladder reason".split())
_OF_BOTH = re.compile(r"(?:both|neither|either|each|all|these two|the two|together)\b", re.I)


@dataclass(frozen=True, slots=True)
class Unit:
    """`quote` is the span that is cited (the sentence, or the whole row of a cell); `text` is plain.
    `roles` are named by the words or the column themselves, `setting` by headings only. `owners` gives
    the role of each of `numbers`. `search` is the text that is matched and embedded."""

    passage: Passage
    kind: Literal["sentence", "item", "cell"]
    span: Span
    quote: Span
    text: str
    search: str
    row: str
    column: str
    roles: tuple[str, ...]
    setting: tuple[str, ...]
    measures: frozenset[str]
    facets: Facets
    numbers: tuple[Quantity, ...]
    owners: tuple[str | None, ...]
    years: tuple[int, ...]
    lead: str = ""  # of an item: the line that opens its list ("TAM skill profile:")
    under: frozenset[str] = frozenset()  # measures that the heading above it asks for or names

    @property
    def key(self) -> tuple[str, int]:
        return (self.passage.article, self.span.start)

    @property
    def whole(self) -> str:
        """Its text and, of a cell, the labels of its row and column."""
        return f"{self.text} {self.row} {self.column}"

    def about(self) -> tuple[str, ...]:
        """The roles it speaks of: its own words', else its headings'."""
        return self.roles or self.setting


def units_of(article: Article, roles: Roles) -> tuple[Unit, ...]:
    """All units of an article, in its order."""
    out: list[Unit] = []
    lead = ""
    for passage in article.passages:
        setting = _setting(passage, roles)
        heading = facets.facets_of(" ".join(passage.headings))
        if passage.kind == "table":
            out.extend(_cells(article, passage, roles, setting, heading, facets.facets_of(lead)))
        else:
            lead = " ".join(plain(s.text) for s in passage.sentences[-2:])
            out.extend(_sentences(article, passage, roles, setting, heading))
    return tuple(out)


def _setting(passage: Passage, roles: Roles) -> tuple[str, ...]:
    for heading in reversed(passage.headings):
        if found := roles.ids(heading):
            return found
    return ()


def _sentences(
    article: Article, passage: Passage, roles: Roles, setting: tuple[str, ...], heading: Facets
) -> Iterator[Unit]:
    under, lead, above = facets.measures_said(passage.heading), "", setting
    before: Sentence | None = None
    carried: tuple[str, ...] = ()  # the one role of which the paragraph speaks so far
    for sentence in passage.sentences:
        text = plain(sentence.text)
        follows = before is not None and "\n" not in article.text[before.span.end : sentence.span.start]
        if not sentence.item:
            lead = text if text.endswith(":") else ""
            setting = carried if follows and carried and len(above) != 1 and not _OF_BOTH.match(text) else above
        elif lead:
            setting = roles.ids(lead) or above
        mentions = roles.find(_masked(text, article.publisher))
        named = tuple(dict.fromkeys(m.role for m in mentions))
        carried = named if len(named) == 1 else () if named or not follows else carried
        before = sentence
        numbers = quantities.find(text)
        amounts = [q for q in numbers if not q.year]
        owners = bind(text, [(m.role, m.span) for m in mentions], [q.span for q in amounts])
        only = setting[0] if len(setting) == 1 else None
        yield Unit(
            passage,
            "item" if sentence.item else "sentence",
            sentence.span,
            sentence.span,
            text,
            _search_text(sentence, text, passage, bool(named), lead),
            "",
            "",
            named,
            setting,
            facets.measures_said(text) | (_choice(passage, lead) if sentence.item else frozenset()),
            facets.facets_of(text).or_else(heading),
            tuple(amounts),
            tuple(o or only for o in owners),
            tuple(int(q.low) for q in numbers if q.year) or article.years,
            lead if sentence.item else "",
            under,
        )


def _masked(text: str, publisher: str) -> str:
    """`text` with the publisher's name blanked: "FDE Academy" speaks of no FDE."""
    return text.replace(publisher, "_" * len(publisher)) if publisher else text


def _search_text(sentence: Sentence, text: str, passage: Passage, named: bool, lead: str) -> str:
    if sentence.item and lead and not named:
        return f"{passage.heading}: {lead} {text}"
    return text if named and not sentence.item else f"{passage.heading}: {text}"


def _choice(passage: Passage, lead: str) -> frozenset[str]:
    """What an item speaks of by its heading and the line that opens its list."""
    of_heading = facets.measures_said(passage.heading) & {"choose", "transition", "skills", "duties"}
    return of_heading | (facets.measures_said(lead) & _LISTED)


def _cells(
    article: Article, passage: Passage, roles: Roles, setting: tuple[str, ...], heading: Facets, lead: Facets
) -> Iterator[Unit]:
    for row in passage.rows:
        for cell in row.cells:
            if cell is row.cells[0] and len(row.cells) > 1:
                continue
            unit = _cell(article, passage, row, cell, roles, setting)
            yield replace(unit, facets=_with_lead(unit, heading, lead))


def _with_lead(unit: Unit, heading: Facets, lead: Facets) -> Facets:
    """What a table's heading, and for its amounts of money the sentence before it, say of all its cells."""
    found = unit.facets.or_else(heading)
    if found.basis or len(lead.basis) != 1 or not any(q.unit in ("USD", "INR", "EUR", "GBP") for q in unit.numbers):
        return found
    return replace(found, basis=lead.basis)


def _cell(article: Article, passage: Passage, row: Row, cell: Cell, roles: Roles, setting: tuple[str, ...]) -> Unit:
    text, column, label = plain(cell.text), plain(cell.column), plain(cell.row)
    keys = " ".join(plain(c.text) for c in row.cells if c is not cell and not _figure(c.text))
    sided = any(roles.ids(c) for c in passage.columns)
    named = roles.ids(column)
    if not sided:
        named = named or roles.ids(label) or roles.ids(keys if _figure(cell.text) else "") or roles.ids(text)
    numbers = quantities.find(text)
    amounts = tuple(q for q in numbers if not q.year)
    own = facets.facets_of(f"{text} ; {column} ; {label}")
    beside = facets.facets_of(keys if _figure(cell.text) else "")
    said = facets.measures_said(f"{label} ; {column}") or facets.measures_said(f"{text} ; {passage.heading}")
    if any(q.unit in ("USD", "INR", "EUR", "GBP") for q in amounts):
        said |= {"pay"}
    years = tuple(int(q.low) for q in quantities.find(f"{text} {column} {label} {keys}") if q.year)
    return Unit(
        passage,
        "cell",
        cell.span,
        row.span,
        text,
        f"{column}, {label}: {text}",
        label,
        column,
        named,
        setting,
        said,
        own.or_else(beside),
        amounts,
        tuple(named[0] if len(named) == 1 else None for _ in amounts),
        years or article.years,
    )


def _figure(text: str) -> bool:
    return any(not q.year for q in quantities.find(text)) and len(re.findall(r"[A-Za-z]{3,}", text)) <= 6
