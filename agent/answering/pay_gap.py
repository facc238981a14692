"""Which of two roles is paid more: the differences that articles state, and the order that their figures give."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.answering.claims import Claim
from agent.answering.context import Context, lower_first, with_article
from agent.answering.pay import Wanted, unit_of
from agent.answering.pay_words import BASES, is_measure
from corpus.figures import CURRENCIES, Figure
from corpus.units import Unit

_MORE_LESS = re.compile(
    r"\b(?:more|better|higher|out-?earn\w*|exceed\w*|above|richer|(?P<less>less|lower|worse|below))\b", re.I
)


def gaps(context: Context, want: Wanted) -> list[Unit]:
    """Stated differences in pay between the asked roles, at the level, place, employer and basis asked about."""
    found = [
        s.unit
        for s in context.ranked
        if s.unit.kind != "cell"
        and "premium" in s.unit.measures
        and "growth" not in s.unit.measures
        and _of_both(context, s.unit)
        and _bounds_fit(s.unit, want)
    ]
    return _distinct([u for u in found if u.numbers][:2] or found[:1])


def _of_both(context: Context, unit: Unit) -> bool:
    """Whether a difference in pay is stated between two asked roles: both named, or one or none of them, with the
    difference as a share, in an article on just these two."""
    asked, own = set(context.question.roles), set(unit.roles)
    if not ("pay" in unit.measures or any(q.unit in ("%", "x", *CURRENCIES) for q in unit.numbers)):
        return False  # "more code" is no pay
    if len(asked & own) >= 2:
        return True
    alone = asked == set(context.articles[unit.passage.article].roles)
    return alone and own <= asked and any(q.unit in ("%", "x") for q in unit.numbers) and "growth" not in unit.measures


def _bounds_fit(unit: Unit, want: Wanted) -> bool:
    """Whether what the unit says of level, place, employer and basis is what was asked; an employer or a part of pay
    that was asked about must be said."""
    has = unit.facets
    for wanted_, stated in ((want.level, has.level), (want.region, has.region), (want.tier, has.tier)):
        if wanted_ and stated and not set(wanted_) & set(stated):
            return False
    if want.tier and not has.tier:
        return False
    whole = set(want.basis) <= {"base", "total"} and not has.basis
    return not want.basis or whole or bool(set(want.basis) & set(has.basis))


@dataclass(frozen=True, slots=True)
class Order:
    """Which of two roles a row pays more. `yes` is Yes or No where that was asked and every row says the same, else "";
    `some` tells that other rows leave it open or say otherwise."""

    claims: tuple[Claim, ...]
    yes: str
    some: bool


def order(context: Context, rows: Sequence[Mapping[str, Figure]]) -> Order | None:
    """Which role the first row that tells pays more, and the first that says otherwise; None where no row tells.
    `rows` are figures by role."""
    if len(context.question.roles) != 2:
        return None
    told = [(group, more) for group in rows if (more := _more(context, group))]
    if not told:
        return None
    first = told[0]
    against = next((one for one in told if one[1] != first[1]), None)
    claims = tuple(_ordered(context, *one) for one in (first, against) if one)
    some = against is not None or len(told) < len(rows)
    says = _says_more(context)
    yes = "Yes" if says == (first[1] == context.question.roles[0]) else "No"
    return Order(claims, yes if context.question.yes_no and says is not None and not against else "", some)


def _more(context: Context, group: Mapping[str, Figure]) -> str:
    """The role that a row pays more; "" where it does not tell."""
    first, second = (group.get(r) for r in context.question.roles)
    if first is None or second is None or first.basis != second.basis or _overlap(first, second):
        return ""
    return first.role if first.low > second.low else second.role


def _ordered(context: Context, group: Mapping[str, Figure], role: str) -> Claim:
    more, less = sorted((group[r] for r in context.question.roles), key=lambda f: f.role != role)
    units = tuple(u for f in (group[r] for r in context.question.roles) if (u := unit_of(context, f)))
    what = f" in {BASES[more.basis]}" if more.basis else ""
    verb = {"equity": "gets more equity", "bonus": "gets a higher bonus"}.get(more.basis, "earns more")
    text = (
        f"{_capital(f'{_where(more)}{_who(context, more)}')} {verb} than {_who(context, less)}; the "
        f"{context.called(more.role)} gets {more.text}{what}, against {less.text} for the {context.called(less.role)}."
    )
    return Claim(text, units)


def _overlap(first: Figure, second: Figure) -> bool:
    """Whether neither is the higher: one end above and the other below, the very same, or the lower without an end."""
    more, less = (first, second) if first.low > second.low else (second, first)
    if less.open and not more.open:
        return True
    low, high = first.low - second.low, first.high - second.high
    return low * high < 0 or low == high == 0


def _says_more(context: Context) -> bool | None:
    """True for "does A earn more than B", False for less, None for neither."""
    match = _MORE_LESS.search(context.question.asked)
    return None if match is None else match["less"] is None


def _who(context: Context, figure: Figure) -> str:
    level = " or ".join(figure.level)
    role = context.called(figure.role)
    return with_article(f"{level}-level {role}" if level == "mid" else f"{level} {role}" if level else role)


def _where(figure: Figure) -> str:
    tag = lower_first(figure.label.split(" · ")[-1])
    if "·" in figure.label:
        return f"at {tag}, "
    return f"in {tag}, " if figure.tier and is_measure(figure.label) else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _distinct(units: Sequence[Unit]) -> list[Unit]:
    out: list[Unit] = []
    for unit in units:
        numbers = {q.key for q in unit.numbers}
        if not any(numbers and numbers == {q.key for q in other.numbers} for other in out):
            out.append(unit)
    return out
