"""Where sentences begin and end in a piece of running text, by rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A full stop after these never ends a sentence: something always follows.
_NEVER_WORDS = (
    "e.g i.e vs v cf approx ca c no nos fig figs eq sec ch vol p pp mr mrs ms dr prof st mt rev gen hon "
    "al viz esp incl excl est max min avg dept univ assn jan feb mar apr jun jul aug sep sept oct nov "
    "dec"
)
NEVER = frozenset(_NEVER_WORDS.split())
# After these it may: only when a word follows that commonly opens a sentence.
_PERHAPS_WORDS = "u.s u.k u.n e.u u.s.a inc ltd corp co llc jr sr etc a.m p.m ph.d m.d b.a m.a b.s m.s d.c bros plc"
PERHAPS = frozenset(_PERHAPS_WORDS.split())
_OPENERS_WORDS = (
    "the a an in on at it its this that these those they their he she his her we our you your i if when "
    "while for from by with but and or so yet however both each some many most all no not there here as "
    "after before because although since what which who how why where is are do does can could will "
    "would should also then however instead still only even one two three four five choose hire ask"
)
OPENERS = frozenset(_OPENERS_WORDS.split())
_END = re.compile(r"(?:[.!?…]+[\"'”’»)\]*_`]*(?:\[\d+\])*(?=\s)|[。！？]+[”’」』）]*)")
_WORD_BEFORE = re.compile(r"[(\[\"'“‘*_`]*([^\s(\[\"'“‘*_`]*)$")
_NEXT_WORD = re.compile(r"\s*[\"'“‘(\[*_`>]*([^\s.,;:!?]*)")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)\n")


def split(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence of `text`, without the whitespace around it. Every character that is not
    whitespace or a quotation marker at a line's start is in exactly one sentence."""
    start = 0
    for end in _boundaries(text):
        span = _trim(text, start, end)
        if span:
            yield span
        start = end


def _boundaries(text: str) -> list[int]:
    ends = {found.end() for found in _END.finditer(text) if _ends_sentence(text, found)}
    ends |= {found.end() for found in _HARD_BREAK.finditer(text)}
    return [*sorted(end for end in ends if end < len(text)), len(text)]


def _ends_sentence(text: str, found: re.Match[str]) -> bool:
    mark = found.group()
    if mark[0] in "。！？":
        return True
    following = _NEXT_WORD.match(text, found.end())
    word = following.group(1) if following else ""
    if word and word[0].islower():
        return False
    if mark[0] != "." or mark.startswith(".."):
        return bool(word)
    before = _WORD_BEFORE.search(text, max(0, found.start() - 40), found.start())
    last = before.group(1).lower() if before else ""
    if last in NEVER:
        return False
    if last in PERHAPS:
        return word.lower() in OPENERS
    return not (before and _is_initial(before, last))


def _is_initial(before: re.Match[str], last: str) -> bool:
    """ "J. Smith" and a list number that opens the text ("1. Ask")."""
    if len(last) == 1 and last.isalpha():
        return before.group(1).isupper() and last != "i"
    return last.isdigit() and len(last) <= 2 and _opens_line(before.string, before.start(1))


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (text[start].isspace() or (text[start] == ">" and _opens_line(text, start))):
        start += 1
    while end > start and (text[end - 1].isspace() or (text[end - 1] == "\\" and text[end : end + 1] == "\n")):
        end -= 1
    return (start, end) if start < end else None


def _opens_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip(" >")
