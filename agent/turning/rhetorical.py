"""Questions within a reply that want no answer: put to nobody, to the interviewer's own person, or to oneself."""

from __future__ import annotations

import re

from agent.reading import Reading
from agent.talk.clarify import about_roles, to_us
from agent.talk.weighed import PLAIN

_OPENING = 12  # characters before a question that opens a message
_WHY = re.compile(
    r"\W*(?:(?:and|but|so|well) )*(?:why|since when|what makes)\b(?! do you (?:ask|want|need))", re.IGNORECASE
)
_WORD = "a few "  # what a question to our own person must stand beside
_NOBODY = re.compile(  # questions that want no answer
    r"^\W*(?:(?:so|and|but|or|then) )*(?:why (?:would|should) (?:i|we|anyone|anybody|somebody|someone|you)\b"
    r"|who (?:would|does)n['’]t\b|what else\b|(?:do|would|are)n['’]t you\b|(?:d['’]you|do you|would you)\b[^?]{0,12}\?$"
    r"|is(?:n['’]t)? (?:it|that|this)\b)",
    re.IGNORECASE,
)


def of_our_own(reading: Reading, text: str) -> bool:
    """Whether the question is put to the interviewer's own person, beside something told: "You like slides?"."""
    return bool(reading.question) and to_us(reading.question) and len(text) > len(reading.question) + len(_WORD)


def wants_none(reading: Reading, text: str, topic: str | None) -> bool:
    """Whether the question beside a plain answer on `topic` is put to nobody."""
    if about_roles(reading.question):
        return False
    return _NOBODY.search(reading.question) is not None or _goes_on(reading, text, topic)


def _goes_on(reading: Reading, text: str, topic: str | None) -> bool:
    """Whether a why that opens a message is only the way into the answer: "Why does everybody want it to be broken?
    It runs."."""
    asked = text.find(reading.question)
    if asked < 0 or asked > _OPENING or not _WHY.match(reading.question):
        return False
    after = asked + len(reading.question)
    return any(e.topic == topic and e.option and e.strength >= PLAIN and e.start >= after for e in reading.evidence)
