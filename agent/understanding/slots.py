"""Values for the slots of a guide."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.understanding.lists import anywhere
from agent.understanding.quantities import Quantity, within

_SLOT = {"years": ("years",), "months": ("months", "week"), "count": ("count", "people")}
_THOUSANDS = 20  # of pay; a smaller number without its unit is none
_LEVEL = re.compile(
    r"(?<!\bnot )(?<!\bno )(?<!\bnot a )(?<!\bbe a )(?<!\bbe )(?<!\bbecome a )(?<!\bbecome )"
    r"\b(?:junior|entry[- ]level|mid[- ]level|mid|senior|principal|graduate"
    r"|(?<!\bour )(?<!\bmy )(?<!\bthe )(?<!\ball )(?<!\bof )staff(?! (?:meetings?|members?|room|of|in|at)\b)"
    r"|(?:(?<=\btech )|(?<=\bteam ))lead|lead(?= (?:\w+ )?(?:engineer|developer|scientist|dev)\b))\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\b(?:(?:by |in |before |until |end of |early |mid |late |next |this )*(?:January|February|March"
    r"|April|June|July|August|September|October|November|December|Christmas)(?: (?:next year|\d{4}))?"
    r"|(?:end of (?:the |this )?|next |this |early next |late )(?:year|quarter|summer|spring|autumn"
    r"|fall|winter|month)|Q[1-4](?: \d{4})?|in May|by May|20[23]\d)\b"
)


def slots(message: str, found: list[Quantity], wanted: Sequence[str] = ()) -> dict[str, str]:
    """Values for the slots of a guide: money and place as typed, years, months and count as numbers. Where money is
    `wanted`, a number may do without its unit ("160 to 180 base")."""
    values: dict[str, str] = {}
    money = [q for q in found if q.unit == "money"]
    if money:
        range_ = len(money) == 2 and money[1].start - money[0].end < 6
        values["money"] = message[money[0].start : money[-1 if range_ else 0].end].strip()
    elif "money" in wanted and (bare := next((q for q in found if q.unit == "bare" and q.low >= _THOUSANDS), None)):
        values["money"] = message[bare.start : bare.end].strip()
    people = next((q for q in found if q.unit == "people"), None)
    if people:
        values["count"] = f"{people.middle:g}"
    for unit in ("years", "months", "count"):
        fits = [n for q in found if q.unit in _SLOT[unit] and (n := within(q, unit)) is not None]
        first = (max(fits) if unit == "years" else fits[0]) if fits else None  # of experience: all of it
        if first is not None:
            values[unit] = f"{round(first, 1):g}"
    if place := anywhere("places", "places", re.IGNORECASE).search(message):
        values["place"] = place[0].strip(" .,")
    if level := _LEVEL.search(message):
        values["level"] = level[0].lower()
    if date := _DATE.search(message):
        values["date"] = date[0].strip()
    return values
