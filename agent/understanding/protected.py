"""Facts about a person that a fair interview neither asks for nor uses, where the person volunteers them."""

from __future__ import annotations

import re
from functools import cache

from agent.understanding.lists import any_of, names

_FLAT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})


def protected(message: str) -> list[tuple[str, int, int]]:
    """(kind, start, end) of each protected fact in the message, in order."""
    text = message.translate(_FLAT)
    found = [(kind, m.start(), m.end()) for kind, pattern in _kinds() for m in pattern.finditer(text)]
    return sorted(found, key=lambda f: f[1])


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(any_of("protected", kind), re.IGNORECASE)) for kind in names("protected"))
