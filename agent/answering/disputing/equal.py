"""Whether an amount that is quoted is one that is stated, whatever the spelling: "188k", "$188,000", "188 thousand"."""

from __future__ import annotations

import re

from corpus.figures import CURRENCIES
from corpus.quantities import Quantity, find

_DURATION = ("day", "week", "month", "year", "hour")
_APART = re.compile(  # "the gap between A and B" sets two amounts against each other and is no range
    r"(gap|difference|discrepanc\w+|conflict|mismatch|contradiction) between (\S+) and ", re.I
)
_MILLION = re.compile(
    r"\b(?:a|one) million\b(?! (?:customers|users|people|requests|rows|lines|jobs|times|things|other))", re.I
)
_BARE_K, _BARE_LAKH = 1_000, 100_000


def quantities(asked: str) -> list[Quantity]:
    """The amounts that a question quotes, without calendar years, years of experience and "100%", a way to speak."""
    parts = _MILLION.sub("$1M", _APART.sub(r"\1: \2; ", asked))
    found = [q for q in find(parts) if not q.year and q.unit not in ("year", "day", "hour")]
    return [q for q in found if (q.low, q.high, q.unit) != (100, 100, "%")]


def same(quoted: Quantity, stated: Quantity) -> float:
    """2 for the same amount, 1 for one end of a stated range, 0 otherwise. A bare number may be in thousands of
    dollars, lakhs, percent or a count."""
    for factor in _factors(quoted, stated):
        low, high = quoted.low * factor, quoted.high * factor
        if (low, high) == (stated.low, stated.high):
            return 2.0
        if low == high and low in (stated.low, stated.high):
            return 1.0
    return 0.0


def _factors(quoted: Quantity, stated: Quantity) -> tuple[int, ...]:
    if quoted.unit == stated.unit:
        return (1,)
    if quoted.unit == "INR" or stated.unit not in ("USD", "INR", "%", "x", *_DURATION) or quoted.unit:
        return ()
    if stated.unit in CURRENCIES:
        return (_BARE_K, 1) if stated.unit == "USD" else (_BARE_LAKH,)
    return (1,)
