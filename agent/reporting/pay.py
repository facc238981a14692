"""Pay for the recommended roles at the person's level and place, or that the articles have none for it.

A figure is shown as it is stated: never moved from one basis, level, country or year to another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from agent.events import Citation
from agent.reporting.marks import Marks
from agent.reporting.wanted import NAMES, Wanted
from corpus.article import Article, Cell, Passage
from corpus.facets import facets_of
from corpus.figures import CURRENCIES, Figure
from corpus.plain import plain

BASES = {"total": "yearly total pay", "base": "yearly base pay", "": "yearly pay, base or total not stated"}
KEPT = "I have not moved a figure from another country or level to fill the gap."
_SAID = frozenset("typical comp compensation band base total pay salary range or not stated us".split())  # by the line
CELL = 60  # characters of a table cell that are shown whole, with the words around the amount
_CURRENCY = re.compile(r"\bUS dollars?\b|\bUSD\b|\bin dollars?\b|\$", re.IGNORECASE)


def pay(roles: Mapping[str, str], figures: Iterable[Figure], want: Wanted, marks: Marks) -> dict[str, Any]:
    """{"asked", "roles": [{"role", "name", "lines", "none", "elsewhere"}], "kept"}; `roles`: id -> name.

    A line is one kind of figure of one article, {"text", "figures": [told]}; `none` says why there is none;
    `elsewhere`: there are some for another level or place, and `kept` says that they stay there.
    """
    known = [f for f in figures if f.measure == "pay" and f.unit in CURRENCIES and f.basis in BASES]
    told = [_role(role, name, [f for f in known if f.role == role], want, marks) for role, name in roles.items()]
    return {"asked": str(want), "roles": told, "kept": KEPT if any(each["elsewhere"] for each in told) else ""}


def _role(role: str, name: str, figures: Sequence[Figure], want: Wanted, marks: Marks) -> dict[str, Any]:
    grounds = marks.grounds
    regions = {f: _stated(f, grounds.passages[f.passage], grounds.articles[f.article]) for f in figures}
    fitting = [f for f in figures if want.fits(f, regions[f])]
    tabled = {(f.article, regions[f]) for f in fitting if f.from_table}
    groups: dict[tuple[str, str, str, str], dict[str, Figure]] = {}
    for figure in fitting:
        # Where an article has a table for the role, its prose repeats it.
        if figure.from_table or (figure.article, regions[figure]) not in tabled:
            source = grounds.articles[figure.article]
            key = (source.id, _basis(figure, figures), regions[figure], _when(figure, source))
            groups.setdefault(key, {}).setdefault(figure.text, figure)
    lines = []
    for (article, basis, region, when), those in groups.items():
        source = grounds.articles[article]
        where = f", in {NAMES.get(region, region)}" if region else ", country not stated"
        text = f"{source.publisher or source.title}, {source.date or 'undated'}, {BASES[basis]}{where}{when}"
        lines.append({"text": text, "figures": [_told(f, marks) for f in those.values()]})
    none = "" if lines else _none(name, figures, want)
    return {"role": role, "name": name, "lines": lines, "none": none, "elsewhere": bool(figures and not lines)}


def _told(figure: Figure, marks: Marks) -> dict[str, Any]:
    grounds = marks.grounds
    article, passage, at = grounds.articles[figure.article], grounds.passages[figure.passage], figure.quote
    citation = Citation(0, article.id, article.title, article.publisher, passage.section, passage.id,
                        at.of(article.text), at.start, at.end)  # fmt: skip
    cell = _cell(figure, passage)
    words = plain(cell.text) if cell and len(cell.text) <= CELL else figure.text
    said = set(re.findall(r"[a-z]+", figure.label.lower())) <= _SAID
    label = f"{figure.label}: " if figure.label and cell and not said else ""
    return {"text": f"{label}{words}", "markers": [marks.number(citation).marker], "ours": False}


def _stated(figure: Figure, passage: Passage, article: Article) -> str:
    """The country that its row, column, heading or sentence names; of currencies only ₹ names one."""
    cell = _cell(figure, passage)
    own = f"{cell.row} {cell.column}" if cell else figure.span.of(article.text)
    text = _CURRENCY.sub(" ", f"{own} {passage.section} {figure.text}")
    return figure.region if figure.region in facets_of(text).region else ""


def _cell(figure: Figure, passage: Passage) -> Cell | None:
    return next((c for row in passage.rows for c in row.cells if c.span.covers(figure.span)), None)


def _basis(figure: Figure, figures: Sequence[Figure]) -> str:
    """Its basis; none for an average that the same article gives elsewhere without saying of what."""
    unsaid = any(
        f.basis == "" and (f.article, f.low, f.high) == (figure.article, figure.low, figure.high) for f in figures
    )
    return "" if unsaid and "average" in figure.statistic else figure.basis


def _when(figure: Figure, article: Article) -> str:
    """The years of the figures, where they are not the article's own."""
    years = figure.years if len(figure.years) <= 2 else ()
    if not years or article.date.startswith(str(years[-1])):
        return ""
    return f", figures of {'–'.join(str(year) for year in dict.fromkeys((years[0], years[-1])))}"


def _none(name: str, figures: Sequence[Figure], want: Wanted) -> str:
    if not figures:
        return f"The articles state no pay for {a(name)}."
    return f"The articles state no pay for {a(name)} {want}."


def a(name: str) -> str:
    """The role's name with its article; abbreviations are read as letters."""
    first = name.split()[0]
    vowel = first[:1] in "aeio" or (first[:2].isupper() and first[0] in "AEFHILMNORSX")
    return f"{'an' if vowel else 'a'} {name}"
