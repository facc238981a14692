"""Lines that a web page has around its article: navigation, sharing, captions, bylines."""

from __future__ import annotations

import re
from typing import Any

_PHRASES = (
    r"blogs?|home|menu|search|log ?in|sign (?:in|up)|print",
    r"back to (?:blog|top)|share(?: this)?(?: (?:article|post))?",
    r"subscribe(?: now)?|skip to (?:main )?content|table of contents|read more|load more",
    r"next|previous|related (?:posts|articles|reading)|view all(?: posts)?|all posts|copy link|by",
    r"accept(?: all)?(?: cookies)?|cookie (?:policy|settings)|privacy policy|advertisement|tweet|pin it",
    r"terms (?:of (?:use|service)|& conditions)|background image\b.*|summarize this article.*",
    r"listen to this article.*|get the .{1,40}\b(?:brief|newsletter)|(?:follow|find) us on .*",
    r"(?:weekly|daily|monthly) .{1,120}\bfree\.?|.{0,120}\b\d+ min(?:ute)?s? read",
    r"(?:sources?|references|citations|further reading): .{1,120}[;—].{1,400};.*",  # a list of works, not a statement
    r"©.*|.*\ball rights reserved\.?|facebook|twitter|linkedin",
)
_NAVIGATION = re.compile(rf"(?:{'|'.join(_PHRASES)})[\s»›→>…]*", re.I)
_CAPTION = re.compile(
    r"(?:\w+ ){0,2}(?:diagram|chart|graph|image|photo|screenshot|illustration|infographic|figure|graphic)s?\b"
    r"(?: \d+)?(?:[:.]| (?:showing|comparing|of|illustrating|depicting|that shows))",
    re.I,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(
    rf"(?:(?:updated|published|posted|last updated)(?: on)?:? )?\b({'|'.join(_MONTHS)})[a-z]*\.? "
    r"(?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})\.?",
    re.I,
)
_ISO = re.compile(r"\d{4}-\d\d(?:-\d\d)?")


def strip(lines: list[str]) -> tuple[list[str], dict[str, Any]]:
    """`lines` without what is not the article (left blank where something stood), and what a byline told:
    author, date."""
    kept: list[str] = []
    told: dict[str, Any] = {}
    for number, line in enumerate(lines):
        bare = re.sub(r"^\s*(?:[•·*-]\s+)?", "", line).strip()
        early = number < 40
        if early and "·" in bare and bare.endswith("min read"):
            told.setdefault("publisher", next(part.strip() for part in bare.split("·") if part.strip()))
        date = _date(bare) if early else ""
        if early and date and "date" not in told:
            told["date"] = date
        if early and "author" not in told and (author := _author(lines, number)):
            told["author"] = author
        named = early and bare == told.get("author") and _before(lines, number).lower() == "by"
        unwanted = _NAVIGATION.fullmatch(bare) or (_CAPTION.match(bare) and bare[-1:] not in ".!?") or named
        kept.append("" if unwanted or (date and _DATE.fullmatch(bare)) else line)
    return kept, told


def _author(lines: list[str], number: int) -> str:
    """The name in "By Jane Doe", or on the line after "By"."""
    line = lines[number].strip()
    if line.lower() == "by" and number + 1 < len(lines):
        return lines[number + 1].strip()[:80]
    found = re.fullmatch(r"by ((?:[A-Z][\w.’'-]*\s?){1,5})", line)
    found = found or re.fullmatch(r"By ((?:[A-Z][\w.’'-]*\s?){1,5})", line)
    return found.group(1).strip() if found else ""


def _before(lines: list[str], number: int) -> str:
    return lines[number - 1].strip() if number else ""


def _date(line: str) -> str:
    """ISO date of a line that is, or ends with, a date: "May 4, 2026" -> 2026-05-04; "Updated June 2026" ->
    2026-06."""
    found = _DATE.search(line)
    if found and (found.end() == len(line) or found.end() == len(line.rstrip("."))) and len(line) < 120:
        month = 1 + _MONTHS.index(found.group(1).lower())
        day = f"-{int(found.group(2)):02}" if found.group(2) else ""
        return f"{found.group(3)}-{month:02}{day}"
    return line if _ISO.fullmatch(line) else ""
