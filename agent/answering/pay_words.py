"""Pay figures in words: a sentence of its own, or a part of an article's line."""

from __future__ import annotations

import re

from agent.answering.context import Context, lower_first, sentence, with_article
from corpus.figures import Figure
from corpus.units import Unit

REGIONS = {"us": "the US", "india": "India"}
TIERS = {"faang": "FAANG+", "unicorn": "unicorn startups", "non-tech": "non-tech enterprises", "lab": "top AI labs"}
BASES = {
    "base": "base pay",
    "total": "total compensation",
    "equity": "equity a year",
    "bonus": "bonus",
    "": "pay (basis not stated)",
}
_YEARS = re.compile(r"\(([^)]*\b(?:yrs?|years?)\b[^)]*)\)")
_LEADING = re.compile(r"^clearing\s", re.I)
_AMOUNT = re.compile(r"(?:up to |over |about )?[~$₹€£\d]", re.I)
_ROW_WORDS = frozenset(
    "typical comp band compensation total base market average point salary range us median stated not".split()
)


def phrase(context: Context, figure: Figure, unit: Unit) -> str:
    """A figure in a sentence that says all that the article says of it; a sentence stays as it stands."""
    if not figure.from_table:
        return sentence(unit.text)
    role, tag = context.called(figure.role), _tag(figure)
    level = " or ".join(figure.level)
    years = f" ({match[1]})" if (match := _YEARS.search(figure.label)) else ""
    who = with_article(f"{level}-level {role}" if level == "mid" else f"{level} {role}" if level else role) + years
    at = f" at {lower_first(tag)}" if "·" in figure.label else ""
    if is_measure(figure.label) and level and (inside := re.search(r"\(([^)]*)\)", figure.label)):
        at = f" at {inside[1]}"
    where = (
        f" in {REGIONS.get(figure.region, figure.region)}" if figure.region and figure.region not in unit.text else ""
    )
    text = re.sub(r" average$", " on average", lower_first(_LEADING.sub("", unit.text)))
    how = "typically gets" if "typical" in figure.label.lower() else "gets" if _AMOUNT.match(text) else "is put at"
    subject = f"{who[:1].upper()}{who[1:]}{at}{where}"
    return (
        f"{subject} {how} {text}{_basis(figure, unit)}{_median(unit)}, according to {context.source(figure.article)}."
    )


def _basis(figure: Figure, unit: Unit) -> str:
    if says(unit.text, BASES[figure.basis]):
        return ""
    if figure.basis == "bonus":
        return " as a bonus"
    if not figure.basis:
        return "" if "average" in unit.text else " (base or total not stated)"
    return f" in {BASES[figure.basis]}"


def _median(unit: Unit) -> str:
    return " (median)" if "median" in unit.column.lower() and "median" not in unit.text.lower() else ""


def short(figure: Figure, unit: Unit) -> str:
    """What a line says of a figure, its source having been said: level or row, amount, basis, country."""
    tag = _tag(figure)
    where = f" in {REGIONS.get(figure.region, figure.region)}" if figure.region else ""
    if is_measure(figure.label):
        said = set(re.findall(r"[a-z]+", unit.text.lower())) | _ROW_WORDS
        words = [w for w in re.sub(r"\([^)]*\)", "", tag).split() if w.lower().strip(":,") not in said]
        tag = re.sub(r"^(?:or|and)\b|\b(?:or|and)$", "", " ".join(words)).strip()
        where = "" if "US" in figure.label.split() else where
    lead = f"{lower_first(tag)}: " if tag else ""
    return f"{lead}{lower_first(amount(figure, unit))}{where}"


def amount(figure: Figure, unit: Unit) -> str:
    """The amount with its basis and, where the column gives one, its statistic."""
    text = _LEADING.sub("", unit.text)
    if says(text, BASES[figure.basis]) or (not figure.basis and "average" in text):
        return f"{text}{_median(unit)}"
    comma = "," if re.search(r"[a-z]{3,}$", text) else ""
    return f"{text}{comma} {BASES[figure.basis]}{_median(unit)}"


def _tag(figure: Figure) -> str:
    return figure.label.split(" · ")[-1]


def is_measure(label: str) -> bool:
    """Whether a row's label names what is measured and not a level or an employer."""
    return any(w in label.lower() for w in ("comp", "salary", "base", "pay", "median", "average"))


def says(text: str, what: str) -> bool:
    return what.split()[0] in text.lower()


def told_apart(context: Context, article: str) -> str:
    """The source's name and month; with the article's roles where two articles have the same publisher and month."""
    name = context.source(article)
    same = [a for a in context.articles if context.source(a) == name]
    roles = context.articles[article].roles
    dated = name if context.articles[article].date else f"{name}, undated"
    return f"{dated} ({' vs '.join(context.roles.short(r) for r in roles)})" if len(same) > 1 and roles else dated
