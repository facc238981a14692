"""Units and spelt numbers, as grammar for agent/understanding/quantities.py."""

from __future__ import annotations

import re
from typing import Literal

from agent.understanding.words import NUMBERS

Unit = Literal["share", "days", "months", "years", "count", "money", "day", "week", "people", "few", "bare"]

SPELT = "|".join(sorted((n for n in NUMBERS if n not in ("dozen", "couple", "hundred")), key=len, reverse=True))
NUM = (
    r"(?:\d+(?:[.,]\d+)*"
    r"|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ]"
    r"(?:one|two|three|four|five|six|seven|eight|nine)"
    r"|(?:a |one |two |three )?(?:half a )?(?:dozen|couple(?: of)?|hundred|handful(?: of)?|few|several)"
    rf"|{SPELT}|an?)"
)
_NEXT = rf"(?<!\d\d\d),(?=\s?(?:\d{{1,2}}|{SPELT})\b(?![.,]\d))"  # "two, three hours"
RANGE = rf"(?P<low>{NUM})(?:\s*(?:-|–|—|to|or|and a half|and|{_NEXT})\s*(?P<high>{NUM}))?"
_SCALES = r"(?:k|m|mln|million|thousand|hundred thousand|lakhs?|crores?)"
_CURRENCIES = (
    r"(?:crowns|koru[nm]a?y?|kronor|kroner|kr[oó]nur|z[lł]ot(?:y|ys|ych|e)|forints?|lei|leva|rupees|yen|yuan|rmb|rand|pesos"
    r"|reais|naira|cedis|shillings|dirhams|riyals|ringgit|baht|francs?|liras?|tenge|manat|hryvni?as?|rou?bles"
    r"|sek|nok|dkk|pln|huf|czk|isk|bgn|zar|mxn|brl|ngn|kes|aed|myr|sgd|thb|jpy|cny|krw|idr|vnd|uzs|kzt)"
)
MONEY = re.compile(
    rf"(?:\d[\d.,]*\s?(?:{_SCALES}\b)?\s?(?:[A-Z][a-z]+ )?\b{_CURRENCIES}\b"
    rf"|\b(?:an?|half a|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ]\w+|{SPELT})\s{_SCALES}\s"
    rf"(?:[A-Z][a-z]+ )?{_CURRENCIES}\b"
    r"|(?:US\$|USD|EUR|GBP|INR|CHF|CAD|AUD|Rs\.?|[$€£₹])\s?\d[\d.,]*\s?(?:k|m|lakhs?|lpa|l\b|crores?"
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
UNITS: tuple[tuple[Unit, float, str], ...] = (
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
    ("days", 1 / 12, r"\s*(?:working |business )?(?:days?|nights?|overnights?)[.,]? (?:a|per|every|each) year"),
    ("days", 1 / 12, r"[.,…]+ ?(?:a|per|every|each) year"),  # "Two. A year."
    ("days", 5 / 12, r"\s*weeks? (?:a|per|every|each) year"),
    ("share", 2.5, r"\s*(?:hours?|hrs?)(?: \w+){0,3} (?:a|per|every|each|of the|in the) week"),
    ("share", 12.5, r"\s*(?:hours?|hrs?)(?: \w+){0,3} (?:a|per|every|each) day"),
    ("months", 1, r"\s*(?:-\s*)?months?"),
    ("week", 1, r"\s*weeks?"),
    ("day", 1, r"\s*(?:working |full |whole )?(?:days?|nights?)"),
    ("months", 3, r"\s*quarters?"),
    ("years", 1, r"\s*(?:\+\s*)?(?:years?|yrs?|yoe)(?![- ]olds?\b)"),
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
# The unit alone is looked for first: it is rarer than a number, and the pattern is long.
QUANTITY = tuple(
    (
        unit,
        factor,
        re.compile(rf"{tail}(?![\w])", re.IGNORECASE),
        re.compile(rf"(?<![\w.,$€£₹]){RANGE}{tail}(?![\w])", re.IGNORECASE),
    )
    for unit, factor, tail in UNITS
)
BARE = re.compile(rf"(?<![\w.,$€£₹%]){RANGE}(?!\s*(?:%|k\b|[\w.,]*\d))", re.IGNORECASE)
ROUGH = ("few", "several", "handful", "couple", "of")
FRACTION: tuple[tuple[str, float], ...] = (
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
FIXED: tuple[tuple[Unit, str, float], ...] = (
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
