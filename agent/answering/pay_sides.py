"""Pay of two or more roles: the stated difference, then figures that can be set side by side."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.answering.bearing import STRONG
from agent.answering.claims import NOT_STATED, Block, Claim, Draft, Frame, Piece, paragraph, table
from agent.answering.comparing.aspects import beside_pay
from agent.answering.comparing.tables import by_measure
from agent.answering.context import Context, lower_first
from agent.answering.pay import PAY, Wanted, pay_figures, unit_of, wanted
from agent.answering.pay_gap import Order, gaps, order
from agent.answering.pay_loose import Row, loose_rows, tagged
from agent.answering.pay_pairs import Key, measured_alike, pairs, unlike
from agent.answering.pay_words import REGIONS, amount, phrase
from corpus.figures import Figure

UNLIKE = "These figures come from different articles or bases, so they are not strictly comparable."
_PERCENT = re.compile(r"\bpercent\w*|%", re.I)


def several_roles(context: Context) -> Draft | None:
    """Two or more roles: the stated difference, then a table of comparable figures."""
    asked = context.question.roles
    want = wanted(context)
    if "reason" in context.question.measures or _other_than_pay(context):
        return None
    rows, comparable = pay_rows(context, want)
    blocks: list[Block] = []
    stated = gaps(context, want)
    above: list[Piece] = [Claim(u.text, (u,)) for u in stated]
    bounded = bool(want.level or want.region or want.tier)
    if (
        not bounded
        and _PERCENT.search(context.question.asked)
        and any(q.unit == "%" for u in stated for q in u.numbers)
    ):
        return Draft((paragraph(*above),), "comparison")
    if measured_alike(context):
        above = []
    elif rows and (not above or context.question.yes_no):
        above = _in_order(order(context, [group for _, group in pairs(context, want)]), above, bounded)
    if above:
        blocks.append(paragraph(*above))
    if rows:
        others = [] if measured_alike(context) else by_measure(context, beside_pay(context))
        heads = ("" if others else "Pay", *(context.roles.short(r) for r in asked))
        blocks.append(table(heads, [*(_titled(row) for row in rows), *others] if others else rows))
    if comparable and (apart := unlike(context, [group for _, group in pairs(context, want)])):
        blocks.insert(0 if measured_alike(context) else len(blocks), paragraph(*apart))
    elif rows and not comparable:
        blocks.append(paragraph(Frame(UNLIKE)))
    return Draft(tuple(blocks), "comparison") if blocks else None


def _in_order(found: Order | None, stated: list[Piece], bounded: bool) -> list[Piece]:
    """Who earns more by the rows before or after what is stated: Yes or No where all of them bear it out."""
    if found is None:
        return stated
    if found.some and stated and not bounded:
        return [*stated, *found.claims]  # the whole first, then the row in which one is ahead
    if not found.yes:
        return stated or [*found.claims]
    return [Frame(f"{found.yes}."), *found.claims, *stated]


def _other_than_pay(context: Context) -> bool:
    """Whether "more … than" is asked of something else ("more travel than a TAM")."""
    named = set(context.question.measures)
    return not named & (set(PAY) - {"premium"}) and bool(named & (set(STRONG) - {*PAY, "variable"}))


def _titled(row: Row) -> Row:
    """A row of pay among rows of other matters."""
    return (Frame(f"Pay: {lower_first(row[0].text)}"), *row[1:])


def pay_rows(context: Context, want: Wanted) -> tuple[list[Row], bool]:
    """The rows, and whether each sets the roles side by side as one article does."""
    if rows := [_paired_row(context, want, key, group) for key, group in pairs(context, want)]:
        return rows, True
    return loose_rows(context, want), False


def _paired_row(context: Context, want: Wanted, key: Key, group: dict[str, Figure]) -> Row:
    tag, region = key[2], key[3]
    where = f", {REGIONS.get(region, region)}" if region else ""
    label = Frame(f"{tag}{where} ({context.publisher(next(iter(group.values())).article)})")
    asked = context.question.roles
    return (label, *(_cell(context, group.get(r)) if r in group else _other(context, r, want) for r in asked))


def _other(context: Context, role: str, want: Wanted) -> Piece:
    """A role that the row's article leaves out: what another article gives at the level asked for, with its source."""
    found = [
        f for f in pay_figures(context, role) if want.fits(f) and f.from_table and f.basis not in ("equity", "bonus")
    ]
    if not found and want.basis:
        return _other(context, role, replace(want, basis=()))
    unit = unit_of(context, found[0]) if found and (want.level or want.experience is not None) else None
    return Claim(tagged(context, found[0]), (unit,), says=phrase(context, found[0], unit)) if unit else NOT_STATED


def _cell(context: Context, figure: Figure | None) -> Piece:
    if figure is None or (unit := unit_of(context, figure)) is None:
        return NOT_STATED
    return Claim(amount(figure, unit), (unit,), says=phrase(context, figure, unit))
