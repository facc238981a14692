"""One stated amount or sentence as a line of its own: its source and date first, and all that sets it apart."""

from __future__ import annotations

import re

from agent.answering.claims import Claim, Frame, Piece
from agent.answering.context import Context, stated
from agent.answering.disputing.stated import Stated
from agent.answering.pay_words import REGIONS, phrase, short, told_apart


def line(context: Context, found: Stated, *, levelled: bool = False) -> tuple[Piece, ...]:
    """`levelled`: that it names no level is said, others beside it doing so."""
    unit, figure = found.unit, found.figure
    source = Frame(f"{told_apart(context, found.article)}:")
    if figure is None or not figure.from_table:
        plain = stated(context, unit)
        if unit.kind == "cell" and len(unit.roles) == 1:
            said = f"{context.called(unit.roles[0])}, {unit.row.lower()}: {unit.text.rstrip('.')}{_data(found)}."
            return source, Claim(said, (unit,), plain.statement)
        none = "; no level named" if figure and levelled and not found.level else ""
        return source, Claim(f"{plain.text.rstrip('.')}{none}.", (unit,), plain.statement)
    role = context.called(figure.role)
    said = f"{role}, {short(figure, unit)}"
    units = (unit, found.beside) if found.beside else (unit,)
    none = "; no level named" if levelled and not found.level else ""
    return source, Claim(f"{said}{extras(found, said)}{none}.", units, says=phrase(context, figure, unit))


def extras(found: Stated, said: str) -> str:
    """Country, employers, what is left open and the row's source of data, as far as `said` does not have them."""
    figure, out = found.figure, ""
    if figure is None:
        return ""
    if figure.region and (where := REGIONS.get(figure.region, figure.region)) not in said:
        out += f" in {where}"
    if found.employers and found.employers.lower() not in said.lower() and found.employers.lower() != "top-tier":
        out += f", at {found.employers}"
    if not figure.basis and "not stated" not in said:
        out += "; base or total not stated"
    return out + _data(found)


def _data(found: Stated) -> str:
    return f" (data: {found.data})" if found.data and not re.search(re.escape(found.data), found.unit.text) else ""
