"""Messages that steer the interview rather than answer."""

from __future__ import annotations

import re

from agent.reading import Evidence, Intent, Reading
from agent.understanding.clauses import Clause
from agent.understanding.control import control
from agent.understanding.lexicon import SURE, Lexicon
from agent.understanding.lists import anywhere
from agent.understanding.manner import leads_up, weight
from agent.understanding.pieces import message_evidence
from agent.understanding.stance import joined
from agent.understanding.words import phrase

_CONTROL_WORDS = 16
_FEW, _SAID = 6, 2  # words and pieces of a message in which "done" stands for more than the end of a list
_ORDER: tuple[Intent, ...] = (
    "finish", "restart", "decline", "skip", "back", "summary", "left", "dont_know", "why", "off_topic",
)  # fmt: skip
_MEANT = ("decline", "skip")  # "Rather not" is an answer where the guide says so
_ENOUGH, _HOW_MUCH = (
    re.compile(r"(?:just )?enough(?: thanks)?"),
    re.compile(r"how (?:much|many|often)\b", re.IGNORECASE),
)
_RETURNS = re.compile(r"\b(?:i'll|i will|i am|i'm|be) (?:be )?(?:right |straight |soon )?back\b")
_WISH = re.compile(r"\s*i(?:['’]d like| want| would like| need| wish) to\b", re.IGNORECASE)  # "… and" goes on
# what says by itself alone that they stop, and beside anything else how much, or what, something is
_OF_US = re.compile(r"\b(?:questions?|interview)\b")  # an excuse for stopping, and no answer
_BY_ITSELF = re.compile(r"(?:\w+ )?(?:that's )?(?:enough|finish|finished|done|end|stop)")
_DONE = re.compile(r"i'm (?:done|finished|out|off)")  # of something else, where they go on: "None, I'm done. My case …"
_WHEN = re.compile(r"not (?:right |just )?now\b")  # an answer where it is asked by when
_LITTLE = 4  # words of meaning beside it
_PIECES, _AND = re.compile(r"[.,;:!?\n—]+"), re.compile(r"\band\b")


def steers(lexicon: Lexicon, message: str, parts: list[Clause], text: str, pending: str | None) -> Reading | None:
    """A message that steers the interview rather than answers."""
    count = text.count(" ") + 1
    if count <= 6 and pending is not None and lexicon.is_reply(parts, pending) and control(text, pending) in _MEANT:
        return None
    if pending is not None and _ENOUGH.fullmatch(text) and _HOW_MUCH.match(lexicon.topics[pending].question):
        return None  # it says how much, if not how much that is
    if count <= _CONTROL_WORDS and (intent := control(text, pending)):
        return Reading(intent, question=message.strip() if intent == "why" else "")
    if count > 40:
        return None
    listed = [p for p in _PIECES.split(message) if p.strip()]
    listed = [p for i, p in enumerate(listed) if i == len(listed) - 1 or not _DONE.fullmatch(phrase(p))]
    pieces = [p for p in listed if (count <= _FEW and len(listed) <= _SAID) or " " in p.strip()]
    halves = _AND.split(message)
    ends = [halves[-1]] if _WISH.match(halves[0]) else [halves[0], halves[-1]]
    returns = _RETURNS.search(text)  # "I'll be back and finish this"
    if count <= 25 and not returns and any(_kind(phrase(p), text, pending) == "finish" for p in (*pieces, *ends)):
        told = [
            p for p in parts if control(said := joined(p.words), pending or "-") is None and not _OF_US.search(said)
        ]
        evidence, _ = message_evidence(lexicon, message, told, pending)
        return Reading("finish", tuple(e for e in evidence if abs(e.strength) >= SURE))
    if count <= 25 and anywhere("control", "leaving").search(text) and anywhere("control", "wrapping").search(text):
        return Reading("finish")
    if count <= 20 and anywhere("asking", "why").search(text):
        told = [p for p in parts if not p.asks and not anywhere("asking", "why").search(joined(p.words))]
        evidence, _ = message_evidence(lexicon, message, told, pending)
        return Reading("why", tuple(e for e in evidence if e.topic == pending and e.strength >= SURE), message.strip())
    parts = [p for p in parts if not leads_up(joined(p.words))] or parts  # "Let me put it this way."
    if len(parts) == 1:
        return None
    dated = pending is not None and "date" in lexicon.topics[pending].slots
    clauses = [joined(p.words) for p in parts]
    kinds = [None if dated and _WHEN.match(words) else _kind(words, text, pending) for words in clauses]
    rest = [p for p, k in zip(parts, kinds, strict=True) if k is None]
    for kind in _ORDER:
        at = [i for i, k in enumerate(kinds) if k == kind]
        if not at or not (len(rest) == 0 or at[0] == 0 or at[-1] == len(kinds) - 1):
            continue
        evidence, _ = message_evidence(lexicon, message, rest, pending)
        if any(e.topic == pending and e.strength >= 0.4 for e in evidence):
            return None
        if kind in _MEANT and rest and pending is not None and all(lexicon.is_reply([parts[i]], pending) for i in at):
            return None  # "Rather not. I like my desk." says what they want
        if kind in ("finish", "decline", "skip") or sum(weight(w.text for w in p.words) for p in rest) <= 4:
            return Reading(kind, tuple(evidence))
    return None


def _kind(said: str, text: str, pending: str | None) -> Intent | None:
    """What a piece of a longer message steers to: "enough" in passing does not end the interview."""
    kind = control(said, pending or "-")
    if kind != "finish" or said == text or not _BY_ITSELF.fullmatch(said):
        return kind
    rest = weight(text.split()) - weight(said.split())
    return kind if rest <= _LITTLE and {"that's", "please"} & set(said.split()) else None


def target(lexicon: Lexicon, evidence: list[Evidence], mentioned: frozenset[str], pending: str | None) -> str:
    """The topic that a change is about: the clearest one spoken of, apart from the one that is pending."""
    spoken = sorted((e for e in evidence if e.option), key=lambda e: (e.topic == pending, -abs(e.strength)))
    named = [t for t in lexicon.topics if t in mentioned]
    if spoken and (spoken[0].topic in mentioned or not named):
        return spoken[0].topic
    return next((t for t in named if t != pending), named[0] if named else "")
