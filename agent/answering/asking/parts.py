"""A question that asks two things: "How long is the programme, and how many seats does it have?"."""

from __future__ import annotations

import re

from agent.answering import patterns

ASKS = (
    r"(?:how (?:long|many|much|often|big|far|does|do|is|are|can|would|will)|what(?:['’]?s| is| are| does| do)?|which|"
    r"who|whom|whose|where|when|why|is there|are there|do they|does it|is it|are they|can i|will it|should)\b"
)
_BREAK = re.compile(rf"(?:[,;]? and |\? ?(?:and )?|; ?)(?=(?:also )?{ASKS})", re.I)
_WHOSE = re.compile(r"\bwhose (?:\w+ ){1,2}(?:is|are|was)\b", re.I)
SHORTEST = 3  # words of a part


def parts(text: str) -> tuple[str, ...]:
    """The two questions in `text`; () where there is one, or more than two."""
    found = [p.strip(" ,;?") for p in _BREAK.split(text.strip().rstrip("?"))]
    if len(found) != 2 or any(len(p.split()) < SHORTEST for p in found):
        return ()
    if patterns.WHERE_FROM.search(found[1]) or patterns.MEASURING.search(found[1]) or _WHOSE.search(found[1]):
        return ()  # whose figure it is, and what it counts, stand in the answer to the first
    return () if not re.search(ASKS, found[0], re.I) else tuple(f"{p}?" for p in found)
