"""A follow-up as a question that stands alone, and how much it says by itself."""

from __future__ import annotations

import re

from agent.answering import patterns
from agent.answering.asking.shape import Question
from corpus.roles import Roles

_EMPTY = frozenset(
    "a about actually again all also am an and any are as ask asked at be been but by can case could cool did do does "
    "else er ever exactly fine for from get gets give given go good got great had has have here hm hmm how i if in is "
    "it just know like made make makes many me mean much my no not now number of oh ok okay on one only or other over "
    "please question rather really same say said says should so some still tell thank thanks that the their them then "
    "there these they thing this those to too us was we well were what whats when where which who whom whose why will "
    "with would yes you your instead compare compared case both each either number kind sort stuff first second former "
    "latter".split()
)

_OPENING = re.compile(
    r"^(?:\W*\b(?:and|so|but|ok(?:ay)?|well|hm+|oh|great|nice|cool|thanks?(?: you)?|thank you|got it|fine|alright|now"
    r"|(?:how|what) about|one more(?: thing)?|also|then)\b[\s,.!:;-]*)+",
    re.I,
)


def content(question: Question) -> tuple[str, ...]:
    """The words of a question that say something besides roles and the asking itself."""
    words = re.findall(r"[a-z][\w'-]*", question.bare.lower())
    return tuple(w for w in words if w.split("'")[0] not in _EMPTY and len(w) > 1)


def without_opening(text: str) -> str:
    """`text` without "thanks, and …" before what is asked."""
    return _OPENING.sub("", text) or text


def standing(now: Question, roles: tuple[str, ...], known: Roles) -> str:
    """The message with what stands for the roles ("they", "the latter's") put in words, or the roles set before it."""
    said = without_opening(now.text)
    if now.roles:
        return said
    names = " and ".join(known.short(r) for r in roles)

    def put(match: re.Match[str]) -> str:
        word = match[0].split()[0].lower()
        return f"{names}'s" if match["whose"] else f"{word} {names}" if word in ("both", "either") else names

    text, found = patterns.STANDS_FOR.subn(put, said, count=1)
    return text if found else f"{' vs '.join(known.short(r) for r in roles)}: {said}"
