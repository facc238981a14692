"""Why stated amounts differ: only differences that the articles themselves state, each named with its values."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from agent.answering.context import Context
from agent.answering.disputing.stated import Stated
from agent.answering.pay_words import REGIONS
from corpus.facets import measures, measures_said

_BASES = {"base": "base pay", "total": "total compensation", "equity": "equity", "bonus": "bonus"}
_FLOOR = re.compile(
    r"\b(?:past|over|above|beyond|exceed\w*|more than|north of|clear(?:s|ed|ing)?)\s(?:the\s)?[~$₹]*$", re.I
)
MOST = 4  # differences that are named
BEHIND = 40  # characters behind an amount that say what it is of
FEW = 3  # values that are listed beside a difference


def differences(context: Context, found: Sequence[Stated]) -> list[str]:
    """Phrases that complete "they differ in …"; [] where the articles state no difference."""
    ways: list[tuple[str, Callable[[Stated], str], str]] = [
        ("the role", lambda s: context.called(s.role) if s.role else "", ""),
        ("what is counted", _kind(any(s.statistic for s in found)), ""),
        ("what is counted", _matter(found), ""),
        ("the level", lambda s: " or ".join(s.level), "no particular one"),
        ("the years that make the level", _cut(found), ""),
        ("the employers", lambda s: s.employers, "no particular ones"),
        ("the country", _country, ""),
        ("the source of the data", lambda s: s.data, ""),
    ]
    out = []
    for name, way, none in ways:
        if name == "the role" and {s.role for s in found} <= set(context.question.roles):
            continue
        values = list(dict.fromkeys(way(s) for s in found))
        told = [v or none for v in values if v or none]
        if len(values) > 1 and len(told) > 1:
            out.append(f"{name} ({'; '.join(told)})" if len(told) <= FEW else name)
    if len({s.projected for s in found}) > 1:
        out.append("the time (one looks ahead)")
    if not out and len(roles := list(dict.fromkeys(context.called(s.role) for s in found if s.role))) > 1:
        out.append(f"the role ({'; '.join(roles)})")
    floors = [s.amount for s in found if s.amount and s.quantity and _FLOOR.search(_before(s))]
    if floors and len(floors) < len(found):
        out.insert(0, f"how it is put ({floors[0]} is a mark that is passed)")
    return out[:MOST]


def _before(stated: Stated) -> str:
    """The words before the amount."""
    quantity = stated.quantity
    return stated.unit.text[max(0, quantity.span.start - 12) : quantity.span.start] if quantity else ""


def _kind(told: bool) -> Callable[[Stated], str]:
    """ "a median of total compensation", and beside one (`told`) "a range of base pay"; "" for what is no pay."""

    def kind(stated: Stated) -> str:
        if not stated.figure:
            return ""
        basis = _BASES.get(stated.basis, "")
        form = stated.statistic or ("range" if told and stated.ranged else "")
        if form:
            form = f"{'an' if form[0] in 'aeiou' else 'a'} {form}"
            return f"{form} of {basis}" if basis else f"{form}, base or total not stated"
        return basis or "pay, base or total not stated"

    return kind


def _matter(found: Sequence[Stated]) -> Callable[[Stated], str]:
    """What amounts other than pay are said of, where that is not the same ("customer contact", "coding")."""
    common = frozenset.intersection(*(s.unit.measures for s in found)) if found else frozenset()

    def matter(stated: Stated) -> str:
        own = (_beside(stated) & stated.unit.measures) or (stated.unit.measures - common)
        return "" if stated.figure else next((m.name for m in measures().values() if m.id in own), "")

    return matter


def _beside(stated: Stated) -> frozenset[str]:
    """What the words right behind an amount say it is of ("60% customer-facing work, 30% deployment code")."""
    if not stated.quantity:
        return frozenset()
    text, start = stated.unit.text, stated.quantity.span.end
    others = [q.span.start for q in stated.unit.numbers if q.span.start >= start]
    return frozenset(measures_said(text[start : min([*others, start + BEHIND])]))


def _cut(found: Sequence[Stated]) -> Callable[[Stated], str]:
    """The years of experience, where the same level is cut in two ways."""
    cuts: dict[tuple[str, ...], set[str]] = {}
    for stated in found:
        if stated.level and stated.experience:
            cuts.setdefault(stated.level, set()).add(stated.experience)
    return lambda s: s.experience if len(cuts.get(s.level, ())) > 1 else ""


def _country(stated: Stated) -> str:
    region = stated.figure.region if stated.figure else ""
    return REGIONS.get(region, region)
