"""Where a quote stands in an article: verbatim and contiguous, up to how Unicode writes it.

Width, compatibility forms, kinds of dash, quotation mark and space are the same; letters of other scripts
that look alike are not.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from corpus.article import Span

_SAME = {ord(c): "-" for c in "‐‑‒–—―−"} | {ord(c): "'" for c in "‘’‚‛′`´"} | {ord(c): '"' for c in "“”„‟″«»"}


@dataclass(frozen=True, slots=True)
class Normal:
    """`text` in normal form; `places[i]` is where its i-th character began in the original."""

    text: str
    places: tuple[int, ...]


def normal(text: str) -> Normal:
    """Compatibility-normalised, spaces folded, dashes and quotes made one kind, case folded."""
    out: list[str] = []
    places: list[int] = []
    for i, raw in enumerate(text):
        for char in unicodedata.normalize("NFKC", raw).translate(_SAME).casefold():
            if char.isspace():
                if not out or out[-1] == " ":
                    continue
                char = " "
            elif unicodedata.category(char) in ("Cf", "Cc"):
                continue
            out.append(char)
            places.append(i)
    return Normal("".join(out), tuple(places))


@lru_cache(maxsize=1024)
def normal_text(text: str) -> str:
    """The text of `normal`, of what is asked for again and again: a claim, a statement."""
    return normal(text).text.strip(" .;:")


def normal_case(text: str) -> str:
    """Compatibility-normalised on one line, case kept: what the checks read."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def find(quote: str, where: Normal) -> Span | None:
    """The span of `quote` in the original text, None where it does not stand as one piece."""
    wanted = normal(quote).text.strip(" .…")
    if not wanted:
        return None
    at = where.text.find(wanted)
    while at > 0 and where.text[at - 1].isalnum() and wanted[0].isalnum():
        at = where.text.find(wanted, at + 1)
    if at < 0:
        return None
    return Span(where.places[at], where.places[at + len(wanted) - 1] + 1)
