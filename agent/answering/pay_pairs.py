"""Figures of two or more roles that can be set side by side, and whether they count the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from agent.answering.claims import Claim, Frame, Piece
from agent.answering.context import Context
from agent.answering.disputing.signals import shows
from agent.answering.disputing.sources import named
from agent.answering.pay import Wanted, experience_of, pay_figures, unit_of
from agent.answering.pay_words import BASES, phrase
from corpus.figures import Figure

Key = tuple[str, str, str, str, str, str]


def pairs(context: Context, want: Wanted) -> list[tuple[Key, dict[str, Figure]]]:
    """Figures of two or more asked roles that one article gives for the same level, employer, place and money."""
    asked = context.question.roles
    sources = named(context.question, context.articles)
    groups: dict[Key, dict[str, Figure]] = {}
    apart: dict[Key, dict[str, Figure]] = {}  # base and total each for itself
    for role in asked:
        for figure in pay_figures(context, role):
            if not figure.from_table or not want.fits(figure) or (sources and figure.article not in sources):
                continue
            part = figure.basis if figure.basis in ("equity", "bonus") else ""
            if part and not want.basis:
                continue
            place = (figure.article, figure.passage, figure.label.split(" · ")[-1], figure.region, figure.unit)
            groups.setdefault((*place, part), {}).setdefault(role, figure)
            apart.setdefault((*place, figure.basis), {}).setdefault(role, figure)
    both = {"base", "total"} <= set(want.basis)
    whole = {k: g for k, g in apart.items() if both and k[-1] in ("base", "total") and len(g) == len(asked)}
    split = {k[:-1] for k in whole}
    groups = {**whole, **{k: g for k, g in groups.items() if k[-1] or k[:-1] not in split}}
    full = [(k, g) for k, g in groups.items() if len(g) >= min(2, len(asked))]
    if want.experience is not None:
        full = [(k, g) for k, g in full if any(experience_of(f) for f in g.values())] or full
    if not want.region and any(k[3] == "us" for k, _ in full):
        full = [(k, g) for k, g in full if k[3] != "india"]
    return full[: 12 if split else 6]


def measured_alike(context: Context) -> bool:
    """Whether it is asked if the two sides count the same ("like for like?", "a fair comparison?")."""
    return shows(context.question.asked, "alike")


def unlike(context: Context, groups: Sequence[Mapping[str, Figure]]) -> list[Piece]:
    """That the two sides of a row are on different bases, where they are: which is on which."""
    for group in groups:
        if len({BASES[f.basis] for f in group.values() if f.basis}) < 2:
            continue
        pieces: list[Piece] = [Frame("The columns are on different bases, so the gap is not like for like:")]
        figures = [f for f in group.values() if f.basis]
        for i, figure in enumerate(figures):
            if unit := unit_of(context, figure):
                said = f"{figure.text} for the {context.called(figure.role)} is {BASES[figure.basis]}"
                end = "." if i == len(figures) - 1 else ","
                pieces.append(Claim(f"{said}{end}", (unit,), says=phrase(context, figure, unit)))
        return pieces
    return []
