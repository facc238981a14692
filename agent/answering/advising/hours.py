"""How much of the week a job goes into code at the customer, where somebody tells: the articles' test of a title."""

from __future__ import annotations

import re

from agent.understanding.words import NUMBERS

_NUMBER = r"(?:\d+(?:\.\d+)?|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
_CODE = re.compile(
    r"\b(?:commit\w*|repos?(?:itory)?|merg\w+|pull requests?)\b"
    r"|\b(?:cod(?:e|es|ing)|program\w*|software|script\w*|engineering|develop\w*|integrations?|hands.on)\b"
    r"|\b(?:write|build) (?:stuff|things|anything) (?:that|which) runs?\b",
    re.I,
)
_SHARES: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(pattern, re.I), share)
    for pattern, share in (
        (
            r"\b(?:three quarters|most of|the bulk of|nearly all|almost all|all week|all day|every day|daily|mainly)\b",
            75,
        ),
        (r"\b(?:more than half|over half)\b", 60),
        (r"\bhalf(?: of)?\b", 50),
        (r"\ba third\b", 33),
        (r"\ba quarter\b", 25),
        (r"\ba fifth\b", 20),
        (r"\ba tenth\b", 10),
        (r"\b(?:next to no|hardly (?:any|ever)|almost no|barely any|rarely|once in a while|a couple of hours)\b", 5),
    )
)
_PERCENT = re.compile(rf"\b(?P<n>{_NUMBER}) ?(?:%|percent\b|per cent\b)", re.I)
_DAYS = re.compile(
    rf"\b(?P<n>{_NUMBER}) days? (?:out of (?:five|5)|(?:a|per|each|every|of the|in the) (?:working )?week)", re.I
)
_HOURS = re.compile(
    rf"\b(?P<n>{_NUMBER}) hours? (?:a|per|each|every|of the|in a|of a)(?: (?:40|forty)[- ]hour)? (?P<of>week|day)", re.I
)
_MORNINGS = re.compile(
    rf"\b(?P<n>{_NUMBER}) (?:mornings?|afternoons?|half.days?)"
    rf" (?:a|per|every|in|each) (?P<w>{_NUMBER} weeks?|week|month)",
    re.I,
)
_LIVES = re.compile(r"\b(?:customer|client|buyer|account|bank|plant|site|factory|hospital)\w*\b", re.I)
_CLAUSES = re.compile(r"[.;!?]+\s")


def share_of_code(text: str) -> float | None:
    """Percent of the working time that goes into code; None where nobody tells."""
    for clause in _CLAUSES.split(text):
        if _CODE.search(clause) and (share := _share(clause)) is not None:
            return share
    return None


def _share(clause: str) -> float | None:
    if match := _PERCENT.search(clause):
        return _value(match["n"])
    if match := _DAYS.search(clause):
        return _value(match["n"]) / 5 * 100
    if match := _HOURS.search(clause):
        return _value(match["n"]) / (40 if match["of"].lower() == "week" else 8) * 100
    if match := _MORNINGS.search(clause):
        weeks = 4.0 if match["w"].lower() == "month" else _weeks(match["w"])
        return _value(match["n"]) / (weeks * 10) * 100
    codes = [m.start() for m in _CODE.finditer(clause)]
    told = [(m.start(), share) for pattern, share in _SHARES for m in pattern.finditer(clause)]
    return min(told, key=lambda t: min(abs(t[0] - code) for code in codes))[1] if told else None


def _weeks(words: str) -> float:
    first = words.split()[0].lower()
    return _value(first) if first != "week" else 1.0


def _value(word: str) -> float:
    return float(NUMBERS[word.lower()]) if word.isalpha() else float(word)
