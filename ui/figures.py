"""Figures of the corpus -> charts for the roles chosen, and the sources of every bar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agent.events import Citation
from agent.fieldnote import Fieldnote, load_guides
from corpus.figures import Figure
from corpus.plain import plain
from ui.charts import Bar, Chart

BASIS = {"total": "Total pay", "base": "Base pay", "": "Pay, base or total not stated"}
REGION = {"us": "US", "india": "India", "": "country not stated"}
UNITS = {
    "USD": (1000, "Pay in dollars as stated, each with its basis", "thousand US dollars a year"),
    "INR": (100_000, "Pay in rupees as stated, each with its basis", "lakh (100,000) rupees a year"),
}
_TIME = re.compile(r"time|week|hours", re.IGNORECASE)
_MONTHS = re.compile(r"(\d+)(?:\s*(?:–|-|to)\s*(\d+))? months")


@dataclass(frozen=True, slots=True)
class Sourced:
    """A chart and, for each of its bars, the citation that states it."""

    id: str
    chart: Chart
    citations: tuple[Citation, ...]


def charts(house: Fieldnote, roles: Sequence[str]) -> list[Sourced]:
    """The charts there is something to draw for: pay by currency, share of time, months of a move."""
    figures = house.figures
    made = [_pay(house, figures, roles, unit) for unit in UNITS]
    made += [_time(house, figures, roles), _moves(house, roles)]
    return [each for each in made if each is not None]


def _pay(house: Fieldnote, figures: Iterable[Figure], roles: Sequence[str], unit: str) -> Sourced | None:
    scale, title, name = UNITS[unit]
    chosen = [f for f in figures if f.role in roles and f.measure == "pay" and f.unit == unit and f.basis in BASIS]
    tables = {(f.role, f.article) for f in chosen if f.from_table}
    chosen = [f for f in chosen if f.from_table or (f.role, f.article) not in tables]  # prose repeats its tables
    chosen = list({(f.role, f.basis, f.region, f.level, f.tier, f.low, f.high, f.article): f for f in chosen}.values())
    chosen.sort(key=lambda f: (list(BASIS).index(f.basis), roles.index(f.role), f.article, f.low))
    bars = [
        Bar(BASIS[f.basis], _label(house, f), f.low / scale, f.high / scale, f.text, f.open, f.basis == "total")
        for f in chosen
    ]
    return _made(house, f"pay-{unit.lower()}", Chart(title, name, tuple(bars)), chosen)


def _time(house: Fieldnote, figures: Iterable[Figure], roles: Sequence[str]) -> Sourced | None:
    found = [
        f
        for f in figures
        if f.role in roles and f.measure in ("time", "coding") and f.unit == "%" and _TIME.search(_quote(house, f))
    ]
    chosen = list({(f.role, f.low, f.article): f for f in found}.values())
    chosen.sort(key=lambda f: roles.index(f.role))
    short = house.library.roles.all
    bars = [Bar(short[f.role].short, _around(_quote(house, f), f.text), 0, f.high, f.text, f.open) for f in chosen]
    return _made(
        house, "time", Chart("Share of working time, as stated", "percent of working time", tuple(bars)), chosen
    )


def _moves(house: Fieldnote, roles: Sequence[str]) -> Sourced | None:
    bars: list[Bar] = []
    citations: list[Citation] = []
    for guide, criteria in load_guides().values():
        for move in criteria.transitions:
            line = move.months
            if not (line and line.passage and line.quote and {move.start, move.to} & set(roles) and guide):
                continue
            stated = _MONTHS.search(line.text)
            citation = _cited(house, line.passage, line.quote, len(citations) + 1)
            if stated and citation:
                low = int(stated[1])
                names = house.library.roles
                label = f"{names.all[move.start].short} to {names.all[move.to].short}"
                bars.append(Bar("From role to role", label, low, int(stated[2] or low), stated[0]))
                citations.append(citation)
    if not bars:
        return None
    return Sourced("moves", Chart("How long a move takes, as stated", "months", tuple(bars)), tuple(citations))


def _made(house: Fieldnote, id: str, chart: Chart, figures: Sequence[Figure]) -> Sourced | None:
    if not figures:
        return None
    citations = []
    for number, figure in enumerate(figures, 1):
        article = house.library.articles[figure.article]
        passage = house.library.passages[figure.passage]
        citations.append(
            Citation(
                number,
                article.id,
                article.title,
                article.publisher,
                passage.section,
                passage.id,
                _quote(house, figure),
                figure.quote.start,
                figure.quote.end,
            )
        )
    return Sourced(id, chart, tuple(citations))


def _cited(house: Fieldnote, passage_id: str, quote: str, marker: int) -> Citation | None:
    passage = house.library.passages.get(passage_id)
    article = house.library.articles.get(passage.article) if passage else None
    start = article.text.find(quote, passage.span.start) if article and passage else -1
    if article is None or passage is None or start < 0:
        return None
    return Citation(
        marker,
        article.id,
        article.title,
        article.publisher,
        passage.section,
        passage.id,
        quote,
        start,
        start + len(quote),
    )


def _label(house: Fieldnote, figure: Figure) -> str:
    """Role, what the article calls the row, where, and whose figure it is."""
    article = house.library.articles[figure.article]
    role = house.library.roles.all[figure.role].short
    named = figure.label.split(": ")[0].split(" · ")[-1] or ", ".join([*figure.level, *figure.tier, *figure.statistic])
    named = f"{named[:44]} …" if len(named) > 46 else named
    where = f", {REGION.get(figure.region, figure.region)}" if figure.measure == "pay" else ""
    return f"{role}: {named or 'as stated'}{where} · {article.publisher or article.title[:24]}"


def _around(quote: str, number: str) -> str:
    """The words beside the number: they say what it is a share of."""
    text = plain(quote).replace("\n", " ")
    at = max(text.find(number), 0)
    start = text.rfind(" ", 0, max(at - 34, 0)) + 1 if at > 34 else 0
    end = text.find(" ", at + 30)
    return ("… " if start else "") + (text[start:end] + " …" if end > 0 else text[start:])


def _quote(house: Fieldnote, figure: Figure) -> str:
    return figure.quote.of(house.library.articles[figure.article].text)
