"""Pay: figures looked up by role, level, region, tier and basis; each with its source, date and basis.

A figure is never moved from one basis, level, country or year to another, and unlike figures are not averaged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.answering.claims import Block, Claim, Draft, Frame, Piece, bullets, paragraph, table
from agent.answering.context import Context, lower_first, sentence, with_article
from corpus.figures import CURRENCIES, Figure
from corpus.units import Unit

PAY = ("pay", "premium", "equity", "bonus")
REGIONS = {"us": "the US", "india": "India"}
BASES = {"base": "base pay", "total": "total compensation", "equity": "equity a year", "bonus": "bonus",
         "": "pay (base or total not stated)"}
_YEARS = re.compile(r"\(([^)]*\b(?:yrs?|years?)\b[^)]*)\)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The bounds that a question puts on a pay figure."""

    level: tuple[str, ...]
    region: tuple[str, ...]
    tier: tuple[str, ...]
    basis: tuple[str, ...]

    def fits(self, figure: Figure) -> bool:
        return (
            (not self.level or bool(set(self.level) & set(figure.level)))
            and (not self.region or figure.region in self.region or (figure.region == "" and self.region == ("us",)
                                                                    and figure.unit == "USD"))
            and (not self.tier or bool(set(self.tier) & set(figure.tier)))
            and (not self.basis or figure.basis in self.basis)
        )


def wanted(context: Context) -> Wanted:
    found = context.question.facets
    parts = tuple(m for m in ("equity", "bonus") if m in context.question.measures)
    basis = parts or tuple(b for b in found.basis if b in ("base", "total"))
    level = found.level or _level_of(context)
    return Wanted(level, found.region, found.tier, basis)


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
        if unit is None or ("premium" in unit.measures and not figure.from_table and figure.low < 60_000):
            continue  # "$50K more" is a difference, not pay
        key = (figure.article, figure.low, figure.high, figure.unit, figure.basis)
        if key not in seen or (figure.from_table and not seen[key].from_table):
            seen[key] = figure
    return list(seen.values())


def unit_of(context: Context, figure: Figure) -> Unit | None:
    return next((u for u in context.statements.units
                 if u.passage.id == figure.passage and u.span == figure.span), None)


def one_role(context: Context, role: str) -> Draft | None:
    """What the articles give for one role: a sentence, or a line per article where several speak of it."""
    want = wanted(context)
    figures = [f for f in pay_figures(context, role) if want.fits(f) and (want.basis or f.basis not in ("equity", "bonus"))]
    if not figures:
        return None
    figures = _plainest(figures, want)
    articles = list(dict.fromkeys(f.article for f in figures))
    if len(articles) == 1:
        return Draft((paragraph(*_lines(context, figures)),), "fact")
    intro = Frame(f"The articles differ on what {with_article(context.roles.short(role))} earns, "
                  f"because they do not measure the same thing.")
    rows = [tuple(_lines(context, [f for f in figures if f.article == a])) for a in articles]
    return Draft((paragraph(intro), bullets(*rows), paragraph(Frame(_why(context, figures)))), "conflict")


def _plainest(figures: list[Figure], want: Wanted) -> list[Figure]:
    """Without a level asked for, bands over all levels come first; at most five figures an article."""
    out: list[Figure] = []
    for article in dict.fromkeys(f.article for f in figures):
        mine = [f for f in figures if f.article == article]
        tables = [f for f in mine if f.from_table]
        rest = [f for f in mine if not f.from_table]
        out.extend([*tables, *rest][: 6 if not want.level else 4])
    return out


def _lines(context: Context, figures: Sequence[Figure]) -> list[Claim]:
    return [claim for f in figures if (unit := unit_of(context, f)) for claim in [Claim(phrase(context, f, unit), (unit,))]]


def phrase(context: Context, figure: Figure, unit: Unit) -> str:
    """A figure in a sentence that says all that the article says of it; a sentence stays as it stands."""
    if not figure.from_table:
        return sentence(unit.text)
    role = context.roles.short(figure.role)
    tag = figure.label.split(" · ")[-1]
    years = f" ({match[1]})" if (match := _YEARS.search(figure.label)) else ""
    level = " or ".join(figure.level)
    who = with_article(f"{level}-level {role}" if level == "mid" else f"{level} {role}" if level else role) + years
    at = f" at {tag}" if "·" in figure.label else ""
    where = f" in {REGIONS.get(figure.region, figure.region)}" if figure.region and figure.region not in unit.text else ""
    what = "" if _says(unit.text, BASES[figure.basis]) else f" in {BASES[figure.basis]}"
    if _is_measure(figure.label) and not level:
        what = f" ({lower_first(figure.label)})"
    elif _is_measure(figure.label) and (inside := re.search(r"\(([^)]*)\)", figure.label)):
        at = f" at {inside[1]}"
    statistic = " (median)" if figure.statistic == ("median",) and "median" not in f"{unit.text}{what}".lower() else ""
    amount = lower_first(unit.text) if not unit.text[:1].isdigit() else unit.text
    return f"{who[:1].upper()}{who[1:]}{at}{where} gets {amount}{what}{statistic}, according to {context.source(figure.article)}."


def _is_measure(label: str) -> bool:
    return any(w in label.lower() for w in ("comp", "salary", "base", "pay", "median", "average"))


def _says(text: str, what: str) -> bool:
    return what.split()[0] in text.lower()


def _why(context: Context, figures: Sequence[Figure]) -> str:
    parts = []
    if len({f.basis for f in figures}) > 1:
        parts.append("some give base pay and others total compensation")
    if len({f.years for f in figures}) > 1:
        parts.append("the years differ")
    if len({f.tier for f in figures}) > 1:
        parts.append("the employers differ (frontier labs, FAANG+, the broad market)")
    if len({f.region for f in figures}) > 1:
        parts.append("the countries differ")
    if len({f.level for f in figures}) > 1:
        parts.append("the levels are cut differently")
    return f"Why they differ: {'; '.join(parts)}. They should not be averaged." if parts else ""


def several_roles(context: Context) -> Draft | None:
    """Two or more roles: the stated difference, then a table of comparable figures."""
    asked = context.question.roles
    want = wanted(context)
    gaps = [s.unit for s in context.ranked if s.unit.kind != "cell" and "premium" in s.unit.measures
            and len(set(asked) & set(s.unit.roles)) >= 2 and _level_fits(s.unit, want)][:2]
    blocks: list[Block] = []
    if gaps:
        blocks.append(paragraph(*(Claim(u.text, (u,)) for u in _distinct(gaps))))
    rows = _paired_rows(context, want)
    note: list[Piece] = []
    if not rows:
        rows = _loose_rows(context, want)
        note = [Frame("These figures come from different articles or bases, so they are not strictly comparable.")] if rows else []
    if rows:
        header = ("Pay", *(context.roles.short(r) for r in asked))
        blocks.append(table(header, rows))
    if note:
        blocks.append(paragraph(*note))
    if not blocks:
        return None
    return Draft(tuple(blocks), "comparison")


def _level_fits(unit: Unit, want: Wanted) -> bool:
    ok_level = not want.level or not unit.facets.level or bool(set(want.level) & set(unit.facets.level))
    ok_region = not want.region or not unit.facets.region or bool(set(want.region) & set(unit.facets.region))
    return ok_level and ok_region


def _distinct(units: Sequence[Unit]) -> list[Unit]:
    out: list[Unit] = []
    for unit in units:
        numbers = {q.key for q in unit.numbers}
        if not any(numbers and numbers == {q.key for q in other.numbers} for other in out):
            out.append(unit)
    return out


def _paired_rows(context: Context, want: Wanted) -> list[tuple[Piece, ...]]:
    """Rows in which one article gives two or more of the asked roles on the same basis, level, tier and country."""
    asked = context.question.roles
    groups: dict[tuple[object, ...], dict[str, Figure]] = {}
    for role in asked:
        for figure in pay_figures(context, role):
            if not figure.from_table or not want.fits(figure) or (figure.basis in ("equity", "bonus") and not want.basis):
                continue
            tag = figure.label.split(" · ")[-1]
            key = (figure.article, figure.passage, tag, figure.region, figure.unit,
                   figure.basis if figure.basis in ("equity", "bonus") else "")
            groups.setdefault(key, {}).setdefault(role, figure)
    full = [(k, g) for k, g in groups.items() if len(g) >= min(2, len(asked))]
    rows: list[tuple[Piece, ...]] = []
    for (article, _passage, tag, region, _unit, _basis), group in full[:10]:
        some = next(iter(group.values()))
        where = f", {REGIONS.get(str(region), str(region))}" if region else ""
        label = Frame(f"{tag}{where} ({context.publisher(str(article))})")
        same = len({f.basis for f in group.values()}) == 1
        rows.append((label, *(_cell(context, group.get(r), show_basis=True or not same) for r in asked)))
        del some
    return rows


def _cell(context: Context, figure: Figure | None, *, show_basis: bool) -> Piece:
    if figure is None or (unit := unit_of(context, figure)) is None:
        return Frame("not stated")
    basis = BASES[figure.basis].replace(" (base or total not stated)", ", basis not stated")
    text = unit.text if _says(unit.text, basis) or not show_basis else f"{unit.text} {basis}"
    return Claim(text, (unit,))


def _loose_rows(context: Context, want: Wanted) -> list[tuple[Piece, ...]]:
    """Where no article sets the roles side by side: the nearest figures, basis by basis."""
    rows: list[tuple[Piece, ...]] = []
    for basis in want.basis or ("base", "total", ""):
        cells: list[Piece] = []
        for role in context.question.roles:
            found = [f for f in pay_figures(context, role) if want.fits(f) and f.basis == basis and f.region in ("us", "")]
            pieces = [p for f in found[:1] if (unit := unit_of(context, f)) for p in [Claim(_tagged(context, f, unit), (unit,))]]
            cells.append(pieces[0] if pieces else Frame("not stated"))
        if any(isinstance(c, Claim) for c in cells):
            rows.append((Frame(BASES[basis].capitalize()), *cells))
    return rows


def _tagged(context: Context, figure: Figure, unit: Unit) -> str:
    tag = figure.label.split(" · ")[-1] if figure.from_table else ", ".join(figure.level)
    return f"{figure.text} ({'; '.join(x for x in (tag, context.publisher(figure.article)) if x)})"
