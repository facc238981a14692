"""Is an expected fact in a text, however it is written?

`canonical` brings both sides to one notation ($210K, $210,000 and 210k; "9 to 15 months" and "9–15 months";
₹35–55 LPA and "Rs 35 to 55 lakh"), and `found` looks for a fact with its borders: $220K is not found inside
$220K–$300K, 42 not inside 42%.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORDS = re.findall(r"\w+", "one two three four five six seven eight nine ten eleven twelve")
_NUMBER = r"[$₹€£]?\d+(?:\.\d+)?%?\+?"
_PLAIN = (
    (r"\[\d+\](?:\(#[^)]*\))?", " "),  # citation markers
    (r"[*`]|(?<!\w)_|_(?!\w)|~|≈", ""),
    (r"[‐‑‒–—−]", "-"),
    (r"[‘’]", "'"),
    (r"[“”]", '"'),
    (r"\b(?:us\s?\$|usd\s?\$?\s?(?=\d))", "$"),
    (r"(?:\b(?:rs\.?|inr)\s?₹?|₹)\s?(?=\d)", "₹"),
    (r"(?<=\d),(?=\d{3}(?!\d))", ""),
    (r"(?<=\d)\s?(?:percent|per cent)\b", "%"),
    (r"(?<=\d) (?=%)", ""),
    (r"(?<=\d)\s?times\b(?! (?:a|per)\b)", "x"),
    (r"(?<=\d)\s?(?:or more|and up|and above)\b", "+"),
    (r"\b(?:yrs?|years?)\b\.?", "years"),
    (r"\b(?:mos?|mths?|months?)\b(?=[\s.,;)/]|$)", "months"),
)


def _scaled(found: re.Match[str]) -> str:
    sign, digits, unit, more = found.group(1), float(found.group(2)), found.group(3), found.group(4)
    value = digits * (1_000_000 if unit[0] == "m" else 1_000)
    return f"{sign or '$'}{value:.0f}{more or ''}"


def _ranged(found: re.Match[str]) -> str:
    """Two numbers as one range; the first takes sign and scale from the second when it has none."""
    low, high = found.group("low"), found.group("high")
    if high[0] in "$₹€£" and low[0].isdigit():
        low = high[0] + low
    elif low[0] in "$₹€£" and high[0].isdigit():
        high = low[0] + high
    small, large = float(re.sub(r"[^\d.]", "", low)), float(re.sub(r"[^\d.]", "", high))
    if high[0] == "$" and small < 1000 <= large and small * 1000 <= large:
        low = f"${small * 1000:.0f}"
    return f"{low.rstrip('%+')}-{high}"


@lru_cache(maxsize=20_000)
def canonical(text: str) -> str:
    """`text` in lower case, with numbers, money, ranges and dashes in one notation."""
    text = unicodedata.normalize("NFKC", text).lower()
    for pattern, put in _PLAIN:
        text = re.sub(pattern, put, text)
    words = "|".join(_WORDS)
    text = re.sub(
        rf"\b({words})(\s?-\s?|\sto\s)({words})\b",
        lambda m: f"{_WORDS.index(m[1]) + 1}{m[2]}{_WORDS.index(m[3]) + 1}",
        text,
    )
    text = re.sub(r"([$₹€£]?)\b(\d+(?:\.\d+)?)\s?(k|m|mn|million|thousand)\b(\+?)", _scaled, text)
    text = re.sub(r"([$]?)(\d+(?:\.\d+)?)(?= dollars)", r"$\2", text)
    text = re.sub(rf"\bbetween (?P<low>{_NUMBER}) and (?P<high>{_NUMBER})", _ranged, text)
    text = re.sub(rf"(?<![\w.])(?P<low>{_NUMBER})(?:\s?-\s?|\sto\s|\sup to\s)(?P<high>{_NUMBER})", _ranged, text)
    text = re.sub(r"₹?(\d+)-₹?(\d+)(\+?)\s?(?:lpa|l|lakhs?)\b(?: per annum)?", r"₹\1-₹\2\3", text)
    return re.sub(r"[ \t\u00a0]+", " ", text)


def _border(fact: str) -> str:
    """`fact` (canonical) as a regular expression with the borders its ends ask for."""
    left = r"(?<![\d.,$₹€£-])" if fact[0] in "$₹€£0123456789" else r"(?<![a-z0-9])"
    if fact[-1].isdigit():
        right = r"(?!\d|[.,]\d|-[$₹]?\d|%|x\b|k\b)"
    elif fact[-1] in "%+x" and fact[-2:-1].isdigit():
        right = r"(?!-\d)"
    else:
        right = ""  # a word is found by its stem: "rare" in "rarely"
    return left + re.escape(fact) + right


@lru_cache(maxsize=20_000)
def pattern(fact: str) -> re.Pattern[str]:
    """A fact as the question files write it: alternatives between " | ", each literal or "re:…"."""
    parts = []
    for part in fact.split(" | "):
        parts.append(part[3:] if part.startswith("re:") else _border(canonical(part.strip())))
    return re.compile("|".join(f"(?:{part})" for part in parts), re.MULTILINE | re.IGNORECASE)


def found(fact: str, text: str) -> bool:
    """Whether `fact` (with its alternatives) stands in `text`; a "re:" one may be written for either notation."""
    whole = pattern(fact)
    if whole.search(canonical(text)):
        return True
    return "re:" in fact and whole.search(_as_written(text)) is not None


@lru_cache(maxsize=20_000)
def _as_written(text: str) -> str:
    """`text` without markers and with plain dashes, its figures as they stand."""
    for mark, put in _PLAIN[:3]:
        text = re.sub(mark, put, text)
    return text


def figures(text: str) -> set[str]:
    """Every number of `text` in canonical form, ranges whole, without a trailing plus."""
    shape = r"(?<![\w.])[$₹€£]?\d+(?:\.\d+)?(?:-[$₹€£]?\d+(?:\.\d+)?)?%?x?"
    return {hit.group().rstrip(".") for hit in re.finditer(shape, canonical(text))}
