"""Numbers, money, durations, shares and counts in a message."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.understanding.units import BARE, FIXED, FRACTION, MONEY, QUANTITY, ROUGH, Unit
from agent.understanding.words import NUMBERS

_TO: dict[tuple[str, str], float] = {
    ("share", "days"): 0.22,
    ("days", "share"): 100 / 22,
    ("years", "months"): 12,
    ("months", "years"): 1 / 12,
    ("week", "months"): 0.25,
    ("day", "months"): 1 / 30,
    ("day", "days"): 1,
    ("week", "days"): 5,
    ("day", "share"): 20,
}


_PRONOUN = re.compile(
    r"\b(?:have|had|has|this|that|the|which|any|another|a \w+|get|need|want|every|each|first|last|see|seen|be|find"
    r"|name|quick|small|silly|short|good|hard|tough|easy|tricky|nice|fair) $",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\bout of(?: the| my| our| every)? $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """message[start:end] states `low`..`high` of `unit`."""

    unit: Unit
    low: float
    high: float
    start: int
    end: int

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


def quantities(message: str) -> list[Quantity]:
    """The numbers of a message with their units, in order, none overlapping."""
    found: list[Quantity] = [Quantity("money", 0, 0, m.start(), m.end()) for m in MONEY.finditer(message)]
    for unit, text, value in FIXED:
        found += _fixed(unit, value, text, message, found)
    for text, value in FRACTION:
        found += _fixed("share", value, text, message, found)
    for unit, factor, name, pattern in QUANTITY:
        if not name.search(message):
            continue
        found += [_quantity(unit, factor, m) for m in pattern.finditer(message) if _free(found, m)]
    for m in BARE.finditer(message):
        if _free(found, m) and m["low"].lower() not in ("a", "an") and not _stands_for(message, m):
            found.append(_quantity("few" if m["low"].lower().split()[-1] in ROUGH else "bare", 1, m))
    return sorted(found, key=lambda q: q.start)


def within(quantity: Quantity, unit: str) -> float | None:
    """The middle of `quantity` in `unit`; None where it cannot be one."""
    if quantity.unit == unit:
        return quantity.middle
    factor = _TO.get((quantity.unit, unit))
    if factor is not None:
        value = quantity.middle * factor
        return None if quantity.unit == "day" and unit == "share" and value > 100 else value
    if quantity.unit == "people" and unit == "count":
        return None
    if quantity.unit not in ("bare", "few") or (quantity.unit == "few" and unit not in ("days", "count")):
        return None
    if unit == "share":
        if quantity.middle <= 5:  # of five working days
            return quantity.middle * 20
        return quantity.middle if 10 <= quantity.middle <= 100 else None
    return quantity.middle


def _stands_for(message: str, m: re.Match[str]) -> bool:
    """Whether "one" stands for a thing named before ("we don't have one"), or a number for a whole ("out of five")."""
    before = message[: m.start()]
    return bool(_WHOLE.search(before)) or (m[0].lower() == "one" and bool(_PRONOUN.search(before)))


def _fixed(unit: Unit, value: float, pattern: str, message: str, found: list[Quantity]) -> list[Quantity]:
    matches = [m for m in re.finditer(pattern, message, re.IGNORECASE) if _free(found, m)]
    return [Quantity(unit, value, value, m.start(), m.end()) for m in matches]


def _free(found: list[Quantity], m: re.Match[str]) -> bool:
    return all(m.end() <= q.start or m.start() >= q.end for q in found)


def _quantity(unit: Unit, factor: float, m: re.Match[str]) -> Quantity:
    low = _number(m["low"]) * factor
    high = _number(m["high"]) * factor if m["high"] else low
    return Quantity(unit, min(low, high), max(low, high), m.start(), m.end())


def _number(text: str) -> float:
    word = text.lower().strip()
    if word[:1].isdigit():
        digits = re.sub(r"[.,](?=\d{3}\b)", "", word).replace(",", ".")
        try:
            return float(digits)
        except ValueError:
            return float(re.findall(r"\d+", word)[0])
    if "half a dozen" in word:
        return 6
    for name, value in (("dozen", 12), ("couple", 2), ("hundred", 100), ("handful", 4), ("few", 3), ("several", 6)):
        if name in word:
            head = word.split()[0]
            return value * (NUMBERS.get(head, 1) if name in ("dozen", "hundred") else 1)
    if word in ("a", "an"):
        return 1
    return float(sum(NUMBERS.get(part, 0) for part in re.split(r"[- ]", word)))
