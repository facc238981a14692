"""Whether an amount that is quoted is one that is stated, whatever the spelling: "188k", "$188,000", "188 thousand"."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.figures import CURRENCIES
from corpus.quantities import Quantity, find

_DURATION = ("day", "week", "month", "year", "hour")
_APART = re.compile(  # "the gap between A and B" sets two amounts against each other and is no range
    r"(gap|difference|discrepanc\w+|conflict|mismatch|contradiction) between (\S+) and ", re.I
)
_MILLION = re.compile(
    r"\b(?:a|one) million\b(?! (?:customers|users|people|requests|rows|lines|jobs|times|things|other))", re.I
)
ROUGHLY, _MILLIONS = 0.2, 1_000_000  # the share of an amount by which it may be missed
_NEARLY = 0.03  # the share by which one may be missed that is itself stated as about so much
_NEARLY_SAID = 0.05  # the share by which an amount may lie below one that is said as "nearly" so much
_BARE_K, _BARE_LAKH = 1_000, 100_000
_LEAST, _MOST = 20, 1_000  # a bare number of pay, in thousands or lakhs
_ROUND = re.compile(
    r"\b(?:around|about|roughly|some|near|nearly|almost|just under|close to"
    r"|in the region of) (?=[$₹€£]?\d)",
    re.I,
)
_ALONE = re.compile(r"[.,;:?!)]|$|\s*[–—-]\s|\s(?:and|or|but|for|in|at|on|as|from|is|was|then|there|here|elsewhere)\b")


_OWN_SIZE = re.compile(  # "We're 15 people": told of the asker, and quoted from nowhere
    r"\b(?:we(?:['’]re| are)|i am|i['’]m|a team of|company of|start-?up of) (?:only |just |about |around )?\d+"
    r"(?= (?:people|persons|heads|engineers|folks|employees|of us|devs|developers|founders|in total|strong|years old)\b"
    r"|[.,!])",
    re.I,
)


_DIGITS = dict(zip("one two three four five six seven eight nine".split(), range(1, 10), strict=True))
_AND_UP = re.compile(r"(?<=\d)(?P<k>[kK]?) (?:and|or) (?:up|upwards|above|more|higher)\b")  # "230 and up"
_HUNDREDS = re.compile(rf"\b({'|'.join(_DIGITS)}) hundred (?:thousand|k)\b", re.I)  # "three hundred thousand"


def quantities(asked: str) -> list[Quantity]:
    """The amounts that a question quotes, without calendar years, years of experience and "100%", a way to speak."""
    asked = _AND_UP.sub(r"\g<k>+", asked)
    asked = _HUNDREDS.sub(lambda m: f"${_DIGITS[m[1].lower()]}00K", _OWN_SIZE.sub(" ", asked))
    parts = _ROUND.sub("~", _MILLION.sub("$1M", _APART.sub(r"\1: \2; ", asked)))
    found = [q for q in find(parts) if not q.year and q.unit not in ("year", "day", "hour")]
    return _of_one_currency([q for q in found if (q.low, q.high, q.unit) != (100, 100, "%")], parts)


def _of_one_currency(found: list[Quantity], text: str) -> list[Quantity]:
    """A bare number in the currency of the amounts beside it: "up to 90 lakh, another stops at 60"."""
    currencies = {q.unit for q in found if q.unit}
    if len(currencies) != 1 or not currencies <= {"USD", "INR"}:
        return found
    unit = next(iter(currencies))
    scale = _BARE_K if unit == "USD" else _BARE_LAKH
    return [
        replace(q, low=q.low * scale, high=q.high * scale, unit=unit)
        if not q.unit and _LEAST <= q.low <= q.high < _MOST and _ALONE.match(text, q.span.end)
        else q
        for q in found
    ]


def same(quoted: Quantity, stated: Quantity) -> float:
    """2 for the same amount, 1 for one end of a stated range, 0.8 for what is quoted as about an amount within it, 0
    otherwise. A bare number may be in thousands of dollars, lakhs, percent or a count."""
    for factor in _factors(quoted, stated):
        low, high = quoted.low * factor, quoted.high * factor
        if (low, high) == (stated.low, stated.high):
            return 2.0
        if quoted.open and low == high == stated.low < stated.high:
            return 2.0  # "230k+" of "$230K to $280K"
        if low == high and low in (stated.low, stated.high):
            return 1.0
        if (
            stated.text.startswith("~")
            and quoted.unit
            and low == high
            and abs(low - stated.low) <= _NEARLY * stated.low
        ):
            return 0.8  # "600k" of "~$610K"
        near = low * (1 - _NEARLY_SAID) <= stated.low == stated.high <= low
        if quoted.text.startswith("~") and low == high and quoted.unit and near:
            return 1.0  # "nearly 400k" of "~$385K"
        if quoted.text.startswith("~") and low == high and quoted.unit and stated.low < low < stated.high:
            return 0.8
    return 0.0


def in_words(quoted: Quantity) -> bool:
    """Whether it is "a million": so much, or about."""
    return quoted.low == quoted.high == _MILLIONS


def nearly(quoted: Quantity, stated: Quantity) -> bool:
    """Whether what is put in words ("a million") or as about so much is an end of what is stated, give or take."""
    loose = quoted.low == quoted.high and (quoted.text.startswith("~") or in_words(quoted))
    ends = (stated.low, stated.high) if quoted.unit and quoted.unit == stated.unit else ()
    return loose and any(abs(quoted.low - end) <= ROUGHLY * end for end in ends)


def _factors(quoted: Quantity, stated: Quantity) -> tuple[int, ...]:
    if quoted.unit == stated.unit:
        return (1,)
    if quoted.unit == "INR" or stated.unit not in ("USD", "INR", "%", "x", *_DURATION) or quoted.unit:
        return ()
    if stated.unit in CURRENCIES:
        return (_BARE_K, 1) if stated.unit == "USD" else (_BARE_LAKH,)
    return (1,)
