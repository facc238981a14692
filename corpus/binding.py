"""Which role a number in a sentence belongs to.

"Mid-level FDEs get $180K–$260K, against $120K–$170K for a TAM" binds the first range to the FDE and the second
to the TAM. Rules, in order: a role that follows with "for"; the nearest role before it in its clause; the
nearest after it in its clause; the nearest role of the clause before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.article import Span

_CLAUSE = re.compile(r"[;:]|,?\s\b(?:against|versus|vs\.?|while|whereas|whilst|compared (?:with|to)|but)\b|\(|\)", re.I)
_FOR = re.compile(r"[^,;:.]{0,24}?\b(?:for|among|to|what)\s(?:an?\s|the\s)?[\w+/-]*(?:\s[\w+/-]+){0,2}\s?\Z", re.I)

_COMPARED = re.compile(r"\b(?:as|than)\b", re.I)


def bind(text: str, roles: Sequence[tuple[str, Span]], numbers: Sequence[Span]) -> list[str | None]:
    """The role of each of `numbers`, None where the text names no role. `roles` are (id, span) in order."""
    if not roles:
        return [None] * len(numbers)
    cuts = [0, *(m.start() for m in _CLAUSE.finditer(text)), len(text)]
    return [_owner(text, roles, numbers, number, cuts) for number in numbers]


def _owner(text: str, roles: Sequence[tuple[str, Span]], numbers: Sequence[Span], number: Span, cuts: list[int]) -> str:
    start = max(c for c in cuts if c <= number.start)
    end = min((c for c in cuts if c >= number.end), default=len(text))
    after = [r for r in roles if number.end <= r[1].start < end]
    before = [r for r in roles if start <= r[1].start and r[1].end <= number.start]
    gap = text[number.end : after[0][1].start] if after else ""
    if after and _FOR.match(gap) and not _COMPARED.search(gap):
        between = Span(number.end, after[0][1].start)
        if not any(between.covers(n) for n in numbers):
            return after[0][0]
    if before:
        return before[-1][0]
    if after:
        return after[0][0]
    earlier = [r for r in roles if r[1].end <= number.start]
    return (earlier[-1] if earlier else roles[0])[0]
