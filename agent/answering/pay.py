"""Pay: figures looked up by role, level, region, tier and basis; each with its source, date and basis.

A figure is never moved from one basis, level, country or year to another, and unlike figures are not averaged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.answering.claims import Claim, Draft, Frame, Piece, bullets, paragraph
from agent.answering.context import Context, lower_first, sentence, with_article
from agent.answering.select import named_entities
from corpus.figures import CURRENCIES, Figure
from corpus.units import Unit

_EXCLUDED = re.compile(
    r"\b(not counting|without|excluding|apart from|before|minus|no)\b.{0,24}\b(bonus|equity|stock)", re.I
)
PAY = ("pay", "premium", "equity", "bonus")
REGIONS = {"us": "the US", "india": "India"}
BASES = {
    "base": "base pay",
    "total": "total compensation",
    "equity": "equity a year",
    "bonus": "bonus",
    "": "pay (basis not stated)",
}
_YEARS = re.compile(r"\(([^)]*\b(?:yrs?|years?)\b[^)]*)\)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The bounds that a question puts on a pay figure."""

    level: tuple[str, ...]
    region: tuple[str, ...]
    tier: tuple[str, ...]
    basis: tuple[str, ...]
    years: tuple[int, ...] = ()

    def fits(self, figure: Figure) -> bool:
        return (
            (not self.level or bool(set(self.level) & set(figure.level)))
            and (
                not self.region
                or figure.region in self.region
                or (figure.region == "" and self.region == ("us",) and figure.unit == "USD")
            )
            and (not self.tier or bool(set(self.tier) & set(figure.tier)))
            and (not self.basis or figure.basis in self.basis)
            and (not self.years or bool(set(self.years) & set(figure.years)))
        )


def wanted(context: Context) -> Wanted:
    found = context.question.facets
    parts: tuple[str, ...] = tuple(m for m in ("equity", "bonus") if m in context.question.measures)
    if _EXCLUDED.search(context.question.asked):
        parts = ()
    basis = parts or tuple(b for b in found.basis if b in ("base", "total"))
    level = found.level or _level_of(context)
    return Wanted(level, found.region, found.tier, basis, context.question.years)


def _level_of(context: Context) -> tuple[str, ...]:
    years = context.question.experience
    if years is None:
        return ()
    return ("junior",) if years < 2.5 else ("mid",) if years < 5 else ("senior",)


def pay_figures(context: Context, role: str) -> list[Figure]:
    """All pay figures of `role`, one per article and value, table cells before sentences, in article order."""
    seen: dict[tuple[object, ...], Figure] = {}
    for figure in context.statements.figures:
        if figure.role != role or figure.measure != "pay" or figure.unit not in CURRENCIES:
            continue
        unit = unit_of(context, figure)
        if unit is None or (not figure.from_table and figure.unit == "USD" and figure.low < 60_000):
            continue  # "$50K more" is a difference, not pay
        key = (figure.article, figure.low, figure.high, figure.unit, figure.basis, figure.tier, figure.region)
        if not figure.from_table and any(
            k[:4] == key[:4] and f.from_table and figure.basis in ("", f.basis) for k, f in seen.items()
        ):
            continue
        if key not in seen or (figure.from_table and not seen[key].from_table):
            seen[key] = figure
    return list(seen.values())


def unit_of(context: Context, figure: Figure) -> Unit | None:
    return next((u for u in context.statements.units if u.passage.id == figure.passage and u.span == figure.span), None)


def one_role(context: Context, role: str) -> Draft | None:
    """What the articles give for one role: a sentence or two, or a line per article where several speak of it."""
    want = wanted(context)
    figures = [
        f for f in pay_figures(context, role) if want.fits(f) and (want.basis or f.basis not in ("equity", "bonus"))
    ]
    names = named_entities(context.question, context.statements)
    figures = [f for f in figures if _beside(context, f, names)] or figures
    if not figures:
        return None
    figures = _plainest(context, figures, want)
    articles = list(dict.fromkeys(f.article for f in figures))
    if len(articles) == 1 and len(figures) <= 2:
        return Draft((paragraph(*_sentences(context, figures)),), "fact")
    rows = [_line(context, [f for f in figures if f.article == a]) for a in articles]
    who = with_article(context.called(role))
    if len(articles) == 1:
        return Draft((paragraph(*rows[0]),), "fact")
    intro = Frame(f"The articles differ on what {who} earns, because they do not measure the same thing.")
    why = _why(figures)
    return Draft((paragraph(intro), bullets(*rows), *((paragraph(Frame(why)),) if why else ())), "conflict")


def _beside(context: Context, figure: Figure, names: Sequence[str]) -> bool:
    """Whether the figure's own words or row name one of `names`."""
    unit = unit_of(context, figure)
    text = unit.quote.of(context.articles[figure.article].text).lower() if unit else ""
    return any(name in text for name in names)


def _plainest(context: Context, figures: list[Figure], want: Wanted) -> list[Figure]:
    """Table figures before sentences, sentences only for what no table gives; at most five an article."""
    best = {s.unit.key: s.score for s in context.ranked}
    out: list[Figure] = []
    for article in dict.fromkeys(f.article for f in figures):
        mine = [f for f in figures if f.article == article]
        tables = [f for f in mine if f.from_table]
        if not want.region and any(f.region == "us" for f in tables):
            tables = [f for f in tables if f.region != "india"]
        rest = sorted(
            (f for f in mine if not f.from_table and not (tables and f.region == "india" and not want.region)),
            key=lambda f: -best.get((f.article, f.span.start), 0.0),
        )
        out.extend([*tables, *rest[: 2 if not tables else 1]][: 3 if want.level else 6])
    return out


def _sentences(context: Context, figures: Sequence[Figure]) -> list[Claim]:
    return [Claim(phrase(context, f, unit), (unit,)) for f in figures if (unit := unit_of(context, f))]


def _line(context: Context, figures: Sequence[Figure]) -> tuple[Piece, ...]:
    """One article's figures, its name first: "FDE Academy, May 2026: mid level (3–6 yr) $120K–$170K [1]; …"."""
    pieces: list[Piece] = [Frame(f"{_told_apart(context, figures[0].article)}:")]
    for i, figure in enumerate(figures):
        unit = unit_of(context, figure)
        if unit is None:
            continue
        short = _short(figure, unit) if figure.from_table else unit.text.rstrip(".")
        end = "." if i == len(figures) - 1 else ";"
        pieces.append(Claim(short + end, (unit,), says=phrase(context, figure, unit)))
    return tuple(pieces)


def _told_apart(context: Context, article: str) -> str:
    """The source's name; with the article's roles where two articles have the same publisher and month."""
    name = context.source(article)
    same = [a for a in context.articles if context.source(a) == name]
    roles = context.articles[article].roles
    return f"{name} ({' vs '.join(context.roles.short(r) for r in roles)})" if len(same) > 1 and roles else name


def _short(figure: Figure, unit: Unit) -> str:
    """What a line says of a figure, its source having been said: level or row, amount, basis, country."""
    tag = figure.label.split(" · ")[-1]
    if _is_measure(figure.label):
        said = set(re.findall(r"[a-z]+", unit.text.lower())) | _ROW_WORDS
        rest = " ".join(w for w in re.sub(r"\([^)]*\)", "", tag).split() if w.lower().strip(":,") not in said)
        text = unit.text if says(unit.text, BASES[figure.basis]) else f"{unit.text} {BASES[figure.basis]}"
        return f"{lower_first(rest)} {lower_first(text)}".strip()
    what = "" if says(unit.text, BASES[figure.basis]) else f" {BASES[figure.basis]}"
    where = f" in {REGIONS.get(figure.region, figure.region)}" if figure.region else ""
    return f"{lower_first(tag)} {lower_first(unit.text)}{what}{where}"


_ROW_WORDS = frozenset("typical comp band compensation total base market average point salary range us median".split())


def phrase(context: Context, figure: Figure, unit: Unit) -> str:
    """A figure in a sentence that says all that the article says of it; a sentence stays as it stands."""
    if not figure.from_table:
        return sentence(unit.text)
    role = context.called(figure.role)
    tag = figure.label.split(" · ")[-1]
    years = f" ({match[1]})" if (match := _YEARS.search(figure.label)) else ""
    level = " or ".join(figure.level)
    who = with_article(f"{level}-level {role}" if level == "mid" else f"{level} {role}" if level else role) + years
    at = f" at {lower_first(tag)}" if "·" in figure.label else ""
    where = (
        f" in {REGIONS.get(figure.region, figure.region)}" if figure.region and figure.region not in unit.text else ""
    )
    what = "" if says(unit.text, BASES[figure.basis]) else f" in {BASES[figure.basis]}"
    if _is_measure(figure.label) and not level:
        what = f" ({lower_first(figure.label)})"
    elif _is_measure(figure.label) and (inside := re.search(r"\(([^)]*)\)", figure.label)):
        at = f" at {inside[1]}"
    statistic = " (median)" if "median" in unit.column.lower() and "median" not in f"{unit.text}{what}".lower() else ""
    subject, source = f"{who[:1].upper()}{who[1:]}{at}{where}", context.source(figure.article)
    if not re.match(r"[~$₹€£\d]", unit.text):
        return f"{subject} is put at {lower_first(unit.text)}{what}{statistic}, according to {source}."
    return f"{subject} gets {lower_first(unit.text)}{what}{statistic}, according to {source}."


def _is_measure(label: str) -> bool:
    return any(w in label.lower() for w in ("comp", "salary", "base", "pay", "median", "average"))


def says(text: str, what: str) -> bool:
    return what.split()[0] in text.lower()


def _why(figures: Sequence[Figure]) -> str:
    parts = []
    if len({f.basis for f in figures if f.basis}) > 1:
        parts.append("some give base pay and others total compensation")
    if len({f.years for f in figures if f.years}) > 1:
        parts.append("the years differ")
    if len({f.tier for f in figures}) > 1:
        parts.append("the employers differ (AI labs and top tier, FAANG+, the broad market)")
    if len({f.region for f in figures}) > 1:
        parts.append("some name a country and others none")
    if len({f.level for f in figures}) > 1:
        parts.append("the levels are cut differently")
    return f"Why they differ: {'; '.join(parts)}. They should not be averaged." if parts else ""
