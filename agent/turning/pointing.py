"""Answers that point at what was just put side by side: "the second", "the latter", "option 3", "both"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.guide import Guide
from agent.reading import Evidence, Reading
from agent.state import InterviewState
from agent.wording import choice

_PLAIN = 0.6  # strength of what is told plainly
_FEW = 8  # words of an answer that does nothing but point, after its first sentence
_PLACES = {
    "first": 0, "1st": 0, "former": 0, "earlier": 0, "one": 0, "1": 0, "a": 0,
    "second": 1, "2nd": 1, "two": 1, "2": 1, "b": 1,
    "third": 2, "3rd": 2, "three": 2, "3": 2, "c": 2,
    "fourth": 3, "4th": 3, "four": 3, "4": 3, "d": 3,
    "latter": -1, "last": -1, "later": -1,
}  # fmt: skip
_LEADING = r"^\W*(?:(?:oh|well|hmm?|definitely|probably|clearly|obviously|i'?d say|i would say|i guess|it'?s)\W+)*"
_POINTS = re.compile(
    _LEADING + r"(?P<point>(?:the|my|option|number|no\.?|answer)\s+(?P<place>first|1st|second|2nd|third|3rd|fourth"
    r"|4th|former|latter|last|earlier|later|one|two|three|four|[1-4]|[a-d])(?:\s+(?:one|two|answer|option|thing))?)\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    _LEADING + r"(?P<point>(?P<place>first|second|third|fourth|latter|former|[1-4]|[a-d]))\W*$", re.IGNORECASE
)
_PICKS = re.compile(
    _LEADING + r"(?:(?:go|stay|stick|keep) (?:with|to) )?(?P<point>(?:what i (?:just )?(?:said|told you|had) |my |the )"
    r"(?:(?P<earlier>first|before|earlier|at first|originally|former|original)"
    r"|second|just now|last|later|latter|now|newer)(?: (?:one|answer|thing|statement))?)\s*(?:[.:,;!–—-]|$)",
    re.IGNORECASE,
)

_HOLDS = re.compile(  # "I was carried away, sorry. The first answer is true."
    r"\b(?P<point>(?:(?:the|my) )?(?:(?P<earlier>first|earlier|former|original)|second|last|later|latter)"
    r"(?: (?:one|answer|thing|statement|version))?)(?: i (?:said|gave)| of (?:the two|them))?"
    r"(?:['’]s| (?:is|was|holds|stands|counts))(?: the)?(?: (?:true|right|correct|real|honest|good|truth|valid)\w*)?"
    r"(?: one)?\s*(?:[.,;!]|$)",
    re.IGNORECASE,
)


def pointed(guide: Guide, state: InterviewState, reading: Reading, text: str) -> Reading:
    """`reading` with the option that `text` points at, where the pending question put several side by side."""
    pending = state.pending
    if pending is not None and pending.plan == "contradiction" and (said := _PICKS.match(text) or _HOLDS.search(text)):
        return _picked(guide, state, reading, said)
    if pending is None or pending.topic is None or any(e.topic == pending.topic and e.option for e in reading.evidence):
        return reading
    options = _offered(guide, state)
    match = _POINTS.match(text) or _BARE.match(text)
    if not options or match is None or len(text[match.end() :].split()) > _FEW:
        return reading
    at = _PLACES[match["place"].lower()]
    if at >= len(options):
        return reading
    start, end = match.span("point")
    found = Evidence(pending.topic, options[at], 1.0, text[start:end], start, end)
    elsewhere = tuple(e for e in reading.evidence if e.topic != pending.topic)
    return replace(reading, intent="answer", evidence=(*elsewhere, found), question="", vague=False, dodged=False)


def _picked(guide: Guide, state: InterviewState, reading: Reading, said: re.Match[str]) -> Reading:
    """`reading` of an answer that opens with which of two contradictory answers stands; where it plainly tells
    another side again, that holds: what was taken for a contradiction may have been misread."""
    options, topic = _offered(guide, state), state.pending.topic if state.pending else None
    if len(options) < 2 or topic is None:
        return reading
    start, end = said.span("point")
    stands = options[0 if said["earlier"] else 1]
    again = tuple(e for e in reading.evidence if e.topic == topic and e.option and e.start >= end)
    if again and all(e.option != stands and e.strength >= _PLAIN and e.manner == "stated" for e in again):
        return replace(reading, intent="answer", evidence=again, target="", question="", vague=False, dodged=False)
    found = Evidence(topic, stands, 1.0, said["point"], start, end)
    return replace(reading, intent="answer", evidence=(found,), target="", question="", vague=False, dodged=False)


def _offered(guide: Guide, state: InterviewState) -> Sequence[str]:
    """The ids of the options that the pending question names, in its order."""
    pending = state.pending
    if pending is None or pending.topic is None:
        return ()
    if pending.plan == "contradiction":
        clash = next((c for c in state.contradictions if c.topic == pending.topic), None)
        both = [clash.earlier.option, clash.later.option] if clash else []
        return [option for option in both if option]
    topic = guide.topic(pending.topic)
    return [o.id for o in topic.options] if pending.question == choice(topic) else ()
