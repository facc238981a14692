"""Instructions that a question carries in brackets: they are left out, and the question itself is answered."""

from __future__ import annotations

import re

from agent.answering import patterns

LEAST = 3  # words that a question has beside them
_BRACKETED = re.compile(r"\[[^\[\]]*\]|\([^()]*\)|\{[^{}]*\}|<!--.*?-->", re.S)
_TO_US = re.compile(
    r"\b(?:note|message|instructions?|hint) (?:to|for) (?:the |any )?(?:assistant|ai|bot|model|system)\b", re.I
)


def without_orders(text: str) -> str:
    """`text` without the brackets that tell us what to say; as it is where nothing else would be left."""
    kept = _BRACKETED.sub(lambda m: " " if patterns.ORDER.search(m[0]) or _TO_US.search(m[0]) else m[0], text)
    return " ".join(kept.split()) if kept != text and len(re.findall(r"\w+", kept)) >= LEAST else text
