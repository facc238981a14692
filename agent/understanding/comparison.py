"""Two sides held against each other: "rather A than B", "more A", "prefer A to B"."""

from __future__ import annotations

import re

_COMPARE = re.compile(r"\b(?:rather|choose|pick|prefer|prefers|more|better|sooner|easier)\b")
_PREFER_TO = re.compile(r"\bprefer\b(?: \S+){1,6} to(?: (?:the|my|any|our))?$")
_THAN = re.compile(r"\b(?:rather than|instead of|more than|than|over|as opposed to|versus|vs)\b")

_AT_MOST = re.compile(r"\b(?:not?|never) (?:more|longer|later|less|fewer) than$")


def worse(text: str, before: str) -> bool:
    """Whether what follows `before` is the side of a comparison that was turned down."""
    if _AT_MOST.search(before):
        return False
    if _PREFER_TO.search(before):
        return True
    return bool(_COMPARE.search(text) and _THAN.search(before + " ") and not before.endswith("rather"))


def better(before: str, after: str) -> bool:
    """Whether what stands between them is the side of a comparison that was chosen."""
    return bool(_COMPARE.search(before) and _THAN.search(after))
