"""Numbers as people write them: money, percentages, durations, counts and multiples, singly or as ranges.

`find("$180K–$260K and 9 to 15 months")` gives two Quantities with plain values (180000..260000 USD,
9..15 months), so that "$210,000" and "210k dollars" are the same figure and "₹35 LPA" and "$35" are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.article import Span

_NUMBER = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MONEY = r"(?:US\s?\$|\$|₹|€|£|\bUSD\s?|\bINR\s?|\bEUR\s?|\bGBP\s?|\bRs\.?\s?)"
_SCALE = r"(?:[KkMm]\b|[Bb]n?\b|\s?(?:thousand|million|grand)\b|\s?(?:lakhs?|lacs?|LPA|lpa|crores?|cr|Cr)\b|L\b|\s?L\b)"
_DASH = r"(?:\s*[-–—‒−]\s*|\s+to\s+)"
_UNIT = (
    r"%|percent(?:age points?)?|per\s?cent|[x×](?![A-Za-z0-9])|-?\s?times\b"
    r"|-?\s?(?:days?|weeks?|months?|mos?|years?|yrs?|hours?|hrs?|minutes?)\b(?:\s?(?:/|per|a|each)\s?(?:month|week|year|quarter))?"
)


def _pattern(dash: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<about>[~≈])?\s?(?P<cur>{_MONEY})?\s?(?P<sign>(?<![\w–-])[+−](?=\d))?(?P<lo>{_NUMBER})"
        rf"(?P<s1>{_SCALE})?(?P<p1>\+)?(?P<u1>\s?%)?"
        rf"(?:(?P<dash>{dash})[~≈]?(?P<cur2>{_MONEY})?\s?(?P<hi>{_NUMBER})(?P<s2>{_SCALE})?(?P<p2>\+)?)?"
        rf"(?:\s?(?P<unit>{_UNIT}))?(?P<p3>\+)?"
    )


_ONE = _pattern(_DASH)
_BETWEEN = _pattern(r"\s+and\s+")
_SCALES = {"k": 1e3, "thousand": 1e3, "grand": 1e3, "m": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9}
_INDIAN = {
    **dict.fromkeys(("lakh", "lakhs", "lac", "lacs", "lpa", "l"), 1e5),
    **dict.fromkeys(("crore", "crores", "cr"), 1e7),
}
_BARE_LAKH = 500  # rupees without a scale, below which lakh are meant
_CURRENCY = {
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "₹": "INR",
    "inr": "INR",
    "rs": "INR",
    "rs.": "INR",
    "€": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
}
_WORDS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
_SPELT = re.compile(
    rf"\b(?P<lo>{'|'.join(_WORDS)})(?:(?:\s(?:to|or)\s|-)(?P<hi>{'|'.join(_WORDS)}))?\s(?P<unit>days?|weeks?|months?|years?|hours?)\b",
    re.I,
)


_YEARS = re.compile(r"\d{4}(?:\D+\d{4})?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """`low`..`high` in `unit` (USD, INR, EUR, GBP, %, x, day, week, month, year, hour, day/month …, or "" for a
    bare count). A single number has low == high; `open` means "or more". Rupee amounts are in rupees."""

    low: float
    high: float
    unit: str
    open: bool
    span: Span
    text: str

    @property
    def key(self) -> tuple[float, float, str]:
        return (self.low, self.high, self.unit)

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar year that this is, or both ends of a span of them; () for an amount ("2,000 openings")."""
        if self.unit or not _YEARS.fullmatch(self.text) or not 1990 <= self.low <= self.high <= 2060:
            return ()
        return tuple(dict.fromkeys((int(self.low), int(self.high))))

    @property
    def year(self) -> bool:
        """Whether this is one calendar year and not an amount."""
        return len(self.years) == 1


def find(text: str) -> tuple[Quantity, ...]:
    """All quantities of `text` in order. Numbers inside words (L5, GPT4, B2B) are names, not quantities."""
    found: list[Quantity] = []
    at = 0
    while match := _ONE.search(text, at):
        if re.search(r"\bbetween\s(?:about\s|roughly\s)?$", text[: match.start()].rstrip() + " ", re.I):
            match = _BETWEEN.match(text, match.start()) or match
        quantity = _quantity(text, match)
        if quantity:
            found.append(quantity)
        at = max(match.end(), match.start() + 1)
    taken = [q.span for q in found]
    for match in _SPELT.finditer(text):
        span = Span(*match.span())
        if not any(t.start < span.end and span.start < t.end for t in taken):
            low = _WORDS[match["lo"].lower()]
            high = _WORDS[match["hi"].lower()] if match["hi"] else low
            found.append(Quantity(low, high, match["unit"].lower().rstrip("s"), False, span, match[0]))
    return tuple(sorted(found, key=lambda q: q.span.start))


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.start("lo"), match.end()
    before = text[start - 1] if start else " "
    if not match["cur"] and (
        before.isalpha() or before in "._" or (before == "-" and text[start - 2 : start - 1].isalpha())
    ):
        return None
    after = text[end : end + 1]
    if after.isalpha() and not match["unit"]:
        return None
    scale1, scale2 = (match[s].strip().lower() if match[s] else "" for s in ("s1", "s2"))
    high_text = match["hi"]
    scale = scale1 or (scale2 if high_text else "")
    low = _value(match["lo"], scale)
    high = _value(high_text, scale2 or scale) if high_text else low
    unit = _unit(match, scale or scale2, bool(high_text))
    if unit == "INR" and not scale and max(low, high) < _BARE_LAKH:  # "₹35–55": nobody is paid fifty rupees
        low, high = _value(str(low), "lakh"), _value(str(high), "lakh")
    plus = (match["p1"] and not high_text) or (high_text and match["p2"]) or match["p3"]
    begin = (
        match.start("about")
        if match["about"]
        else (match.start("cur") if match["cur"] else match.start("sign") if match["sign"] else start)
    )
    if high < low and high_text:
        return None if unit == "" else Quantity(low, high, unit, bool(plus), Span(begin, end), text[begin:end].strip())
    return Quantity(low, high, unit, bool(plus), Span(begin, end), text[begin:end].strip())


def _value(number: str, scale: str) -> float:
    value = float(number.replace(",", ""))
    return round(value * (_INDIAN.get(scale) or _SCALES.get(scale, 1.0)), 6)


def _unit(match: re.Match[str], scale: str, ranged: bool) -> str:
    currency = match["cur"] or (match["cur2"] if ranged else None)
    if currency:
        return _CURRENCY[re.sub(r"\s", "", currency.lower())]
    if scale in _INDIAN:
        return "INR"
    if match["u1"]:
        return "%"
    raw = (match["unit"] or "").strip(" -").lower()
    if not raw:
        return "USD" if scale in _SCALES and scale else ""
    if raw.startswith(("%", "perc", "per c")):
        return "%"
    if raw in ("x", "×", "times"):
        return "x"
    head, _, rest = re.sub(r"\s?(?:/|\bper\b|\ba\b|\beach\b)\s?", "/", raw).partition("/")
    names = {"mo": "month", "mos": "month", "yr": "year", "yrs": "year", "hr": "hour", "hrs": "hour"}
    head = names.get(head, head.rstrip("s"))
    return f"{head}/{rest}" if rest else head
