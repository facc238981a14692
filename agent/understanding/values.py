"""Numbers, money, durations, shares, counts and places in a message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from agent.understanding.words import NUMBERS

Unit = Literal["share", "days", "months", "years", "count", "money", "day", "week", "people", "few", "bare"]

_SPELT = "|".join(sorted((n for n in NUMBERS if n not in ("dozen", "couple", "hundred")), key=len, reverse=True))
_NUM = (
    r"(?:\d+(?:[.,]\d+)*"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ]"
    r"(?:one|two|three|four|five|six|seven|eight|nine)"
    r"|(?:a |one |two |three )?(?:half a )?(?:dozen|couple(?: of)?|hundred|handful(?: of)?|few|several)"
    rf"|{_SPELT}|an?)"
)
_RANGE = rf"(?P<low>{_NUM})(?:\s*(?:-|–|—|to|or|and a half|and)\s*(?P<high>{_NUM}))?"
_MONEY = re.compile(
    r"(?:(?:US\$|USD|EUR|GBP|INR|CHF|CAD|AUD|Rs\.?|[$€£₹])\s?\d[\d.,]*\s?(?:k|m|lakhs?|lpa|l\b|crores?"
    r"|cr\b|thousand|million|lacs?)?(?:\s?(?:-|–|to)\s?(?:[$€£₹])?\s?\d[\d.,]*\s?(?:k|m|lakhs?|lpa|l\b"
    r"|crores?|cr\b|thousand|million|lacs?)?)?"
    r"|\d[\d.,]*\s?(?:-|–|to|or)\s?\d[\d.,]*\s?(?:k\b|lpa|lakhs?|lacs?|crores?|thousand (?:dollars"
    r"|euros|pounds|a year)|(?:euros|dollars|pounds|usd|eur|gbp|inr|chf)\b)"
    r"|\d[\d.,]*\s?(?:k\b|lpa|lakhs?|lacs?|crores?|thousand (?:dollars|euros|pounds|a year)|grand"
    r"|(?:euros?|dollars|pounds|usd|eur|gbp|inr|chf)\b|[€£$])(?:\s?(?:euros|dollars|pounds|usd|eur|gbp"
    r"|inr|base|total))?"
    r"|\b(?:six|mid six|low six|high six|five|seven)[- ]figures?\b|\b(?:a |one )?(?:hundred"
    r"|two hundred|three hundred)(?: and \w+)?(?: thousand| grand|k)\b|\b(?:forty|fifty|sixty|seventy"
    r"|eighty|ninety|thirty|twenty)(?:[- ]\w+)? (?:thousand|grand|lakhs?|lpa)\b)",
    re.IGNORECASE,
)
_UNITS: tuple[tuple[Unit, float, str], ...] = (
    ("share", 1, r"\s*(?:%|percent|per cent|pct)"),
    (
        "days",
        1,
        r"\s*(?:working |business )?(?:days?|nights?|overnights?)(?: (?:away|on site|onsite"
        r"|on the road|of travel|travelling|traveling))? (?:a|per|every|each|in a|in the|out of the"
        r"|of the) month",
    ),
    (
        "share",
        20,
        r"\s*(?:working |full |whole )?days?(?: \w+){0,2} (?:a|per|every|each|of the|in the|in a"
        r"|out of(?: the)?) (?:week|five|5)",
    ),
    ("share", 20, r" (?:out of|of) (?:five|5)(?: days)?"),
    (
        "days",
        5,
        r"\s*weeks?(?: \w+){0,3} (?:a|per|every|each|in a|out of the|of the|of every"
        r"|out of every) (?:month|four|4)",
    ),
    ("days", 1, r"\s*(?:times|trips|visits|flights) (?:a|per|every|each) month"),
    ("days", 0.35, r"\s*(?:times|trips|visits|flights) (?:a|per|every|each) quarter"),
    ("days", 0.15, r"\s*(?:times|trips|visits|flights) (?:a|per|every|each) year"),
    ("share", 2.5, r"\s*(?:hours?|hrs?)(?: \w+){0,3} (?:a|per|every|each|of the|in the) week"),
    ("share", 12.5, r"\s*(?:hours?|hrs?)(?: \w+){0,3} (?:a|per|every|each) day"),
    ("months", 1, r"\s*(?:-\s*)?months?"),
    ("week", 1, r"\s*weeks?"),
    ("day", 1, r"\s*(?:working |full |whole )?(?:days?|nights?)"),
    ("months", 3, r"\s*quarters?"),
    ("years", 1, r"\s*(?:\+\s*)?(?:years?|yrs?|yoe)"),
    (
        "count",
        1,
        r"\s*(?:\+\s*)?(?:(?:big|large|small|enterprise|key|named|strategic|active|paying|other|live"
        r"|major|different|real|actual|existing|customer|pilot|more|good|strong) )*(?:customers?"
        r"|clients?|accounts?|pilots?|partners?|users|companies|deployments?|contracts?|logos|ones)",
    ),
    (
        "people",
        1,
        r"\s*(?:of us|people|engineers?|developers?|devs?|founders?|employees|person|scientists?|mles?"
        r"|data scientists?)",
    ),
)
_QUANTITY = tuple(
    (unit, factor, re.compile(rf"(?<![\w.,$€£₹]){_RANGE}{tail}(?![\w])", re.IGNORECASE))
    for unit, factor, tail in _UNITS
)
_BARE = re.compile(rf"(?<![\w.,$€£₹%]){_RANGE}(?!\s*(?:%|k\b|[\w.,]*\d))", re.IGNORECASE)
_ROUGH = ("few", "several", "handful", "couple", "of")
_FRACTION: tuple[tuple[str, float], ...] = (
    (r"\bthree[- ]quarters\b", 75),
    (r"\btwo[- ]thirds\b", 67),
    (r"\b(?:a|one)[- ]third\b|\bthird of\b", 33),
    (r"\b(?:a|one)[- ]quarter of\b", 25),
    (r"\bmore than half\b|\bover half\b", 60),
    (r"\bless than half\b|\bunder half\b", 35),
    (
        r"\bhalf (?:of )?(?:my|the|a|our) (?:\w+ )?(?:week|time|day|job|work|working|days|hours)\b"
        r"|\bhalf (?:and|my time)\b|\b(?:about|around|roughly|maybe|say|at least) half\b",
        50,
    ),
    (r"\ba fifth\b", 20),
    (r"\ba tenth\b", 10),
)
_FIXED: tuple[tuple[Unit, str, float], ...] = (
    ("days", r"\b(?:a|one|1) week (?:a|per|every|each|in a|out of the) month\b", 5),
    ("days", r"\bevery (?:other|second) week\b|\bhalf (?:the|of the|a|of every|my) month\b|\bfortnightly\b", 10),
    ("days", r"\bevery week\b|\bweekly\b", 8),
    ("days", r"\b(?:once|one trip|a trip|a day|one day) (?:a|per|every|each) month\b|\bmonthly\b", 2),
    ("days", r"\btwice (?:a|per) month\b", 4),
    ("days", r"\b(?:once|one trip|a trip|twice) (?:a|per|every|each) quarter\b|\bquarterly\b", 1),
    ("days", r"\b(?:once|twice|one trip|a trip) (?:a|per|every|each) year\b", 0.4),
    ("months", r"\bhalf (?:a |the )?year\b", 6),
    ("months", r"\b(?:a|one) year and a half\b", 18),
    ("months", r"\bnext month\b", 1),
)
_LEVEL = re.compile(
    r"\b(?:junior|entry[- ]level|mid[- ]level|mid|senior|staff|principal|lead|graduate)\b", re.IGNORECASE
)
_PLACE = re.compile(
    r"\b(?:United States|U\.?S\.?A?\.?(?= |,|$|\.)|America|India|Germany|France|Spain|Portugal|Italy"
    r"|Poland|Netherlands|Belgium|Switzerland|Austria|Sweden|Denmark|Norway|Finland|Ireland"
    r"|United Kingdom|UK|England|Scotland|Wales|Canada|Mexico|Brazil|Argentina|Australia|New Zealand"
    r"|Japan|China|Korea|Singapore|Israel|UAE|Dubai|Nigeria|Kenya|South Africa|Egypt|Turkey|Greece"
    r"|Romania|Czechia|Hungary|Ukraine|Europe|EU"
    r"|New York|NYC|San Francisco|SF|Bay Area|Seattle|Austin|Boston|Chicago|Los Angeles|LA|Denver"
    r"|Atlanta|Dallas|Houston|Miami|Portland|Philadelphia|Washington|San Diego|San Jose|California"
    r"|Texas|Toronto|Vancouver|Montreal|London|Manchester|Edinburgh|Bristol|Leeds|Cambridge|Oxford"
    r"|Glasgow|Birmingham|Dublin|Berlin|Munich|Hamburg|Cologne|Frankfurt|Stuttgart|Leipzig|Paris|Lyon"
    r"|Amsterdam|Rotterdam|Utrecht|Zurich|Geneva|Vienna|Madrid|Barcelona|Lisbon|Porto|Milan|Rome"
    r"|Warsaw|Krakow|Prague|Budapest|Bucharest|Stockholm|Copenhagen|Oslo|Helsinki|Athens|Istanbul"
    r"|Tel Aviv|Bangalore|Bengaluru|Hyderabad|Pune|Mumbai|Delhi|Gurgaon|Gurugram|Noida|Chennai|Kolkata"
    r"|Kochi|Ahmedabad|Jaipur|Sydney|Melbourne|Brisbane|Auckland|Tokyo|Seoul|Hong Kong|Shanghai"
    r"|Beijing|Lagos|Nairobi|Cape Town|Johannesburg|Cairo|Sao Paulo|São Paulo|Mexico City"
    r"|Buenos Aires)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\b(?:(?:by |in |before |until |end of |early |mid |late |next |this )*(?:January|February|March"
    r"|April|June|July|August|September|October|November|December|Christmas)(?: (?:next year|\d{4}))?"
    r"|(?:end of (?:the |this )?|next |this |early next |late )(?:year|quarter|summer|spring|autumn"
    r"|fall|winter|month)|Q[1-4](?: \d{4})?|in May|by May|20[23]\d)\b"
)


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
    found: list[Quantity] = [Quantity("money", 0, 0, m.start(), m.end()) for m in _MONEY.finditer(message)]
    for unit, text, value in _FIXED:
        found += _fixed(unit, value, text, message, found)
    for text, value in _FRACTION:
        found += _fixed("share", value, text, message, found)
    for unit, factor, pattern in _QUANTITY:
        found += [_quantity(unit, factor, m) for m in pattern.finditer(message) if _free(found, m)]
    for m in _BARE.finditer(message):
        if _free(found, m) and m["low"].lower() not in ("a", "an"):
            found.append(_quantity("few" if m["low"].lower().split()[-1] in _ROUGH else "bare", 1, m))
    return sorted(found, key=lambda q: q.start)


_SLOT = {"years": ("years",), "months": ("months", "week"), "count": ("count", "people")}
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


def slots(message: str, found: list[Quantity]) -> dict[str, str]:
    """Values for the slots of a guide: money and place as typed, years, months and count as numbers."""
    values: dict[str, str] = {}
    money = [q for q in found if q.unit == "money"]
    if money:
        range_ = len(money) == 2 and money[1].start - money[0].end < 6
        values["money"] = message[money[0].start : money[-1 if range_ else 0].end].strip()
    people = next((q for q in found if q.unit == "people"), None)
    if people:
        values["count"] = f"{people.middle:g}"
    for unit in ("years", "months", "count"):
        fits = [n for q in found if q.unit in _SLOT[unit] and (n := within(q, unit)) is not None]
        first = fits[0] if fits else None
        if first is not None:
            values[unit] = f"{round(first, 1):g}"
    if place := _PLACE.search(message):
        values["place"] = place[0].strip(" .,")
    if level := _LEVEL.search(message):
        values["level"] = level[0].lower()
    if date := _DATE.search(message):
        values["date"] = date[0].strip()
    return values
