"""What a question asks for: roles, measures, level, region, tier, basis, kind; follow-ups resolved.

`understand("and at senior level?", ["What does a TAM earn in India?"], roles)` is the question about a senior
TAM's pay in India. Nothing here looks at the articles; it only reads the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.answering import patterns
from agent.answering.asking.alone import alone
from agent.answering.asking.ends import ends
from agent.answering.asking.follow import follows, joined, told_beside, wishes
from agent.answering.asking.named import Describe
from agent.answering.asking.origin import from_where
from agent.answering.asking.shape import Kind, Question
from corpus.facets import Facets, facets_of, hinted
from corpus.roles import Roles

__all__ = ["Kind", "Question", "ends", "understand"]


def understand(
    text: str,
    turns: Sequence[str],
    roles: Roles,
    publishers: frozenset[str] = frozenset(),
    describe: Describe = hinted,
) -> Question:
    """The question in `text`, with what is left out taken from `turns` (earlier user messages, oldest first).
    Role names inside `publishers` ("FDE Academy") are no roles; `describe` finds the roles that are described."""
    if turns and _TRUE.fullmatch(text.strip()):  # asked of what was told last
        text, turns = f"{turns[-1].rstrip(' .?!')}, is that true?", turns[:-1]
    said, text = _corrected(_LABS.sub("AI labs", text) if _PAY.search(text) else text, roles)
    text = _without_rejected(_THANKS.sub("", text), roles)
    turns = [*turns, said] if said else list(turns)
    now = alone(text, roles, publishers, describe)
    if moved := from_where(now, turns, roles):
        return moved
    leans = bool(turns) and follows(now, roles)
    if not turns or not (leans or wishes(now)):
        return now
    said_before = [t for t in turns if not _remarks(t, roles)] or turns
    before = understand(said_before[-1], said_before[:-1], roles, publishers, describe)
    if wishes(now) and len(before.roles) > 1:
        return told_beside(now, before)
    if len(before.roles) == 2 and _REVERSED.search(text) and patterns.CHOICE_OF.search(before.asked):
        first, other = map(roles.short, before.roles)  # when to choose the one, and when the other
        both = f"When is it right to hire {first} first and when {other}?" if _HIRED.search(before.asked) else ""
        return alone(both or f"Should I become {first} or {other}?", roles, publishers, describe)
    if not leans:
        return now
    whole = joined(now, before, [roles.ids(t) for t in turns], roles)
    if not whole.facets.region and re.search(r"\bhere\b|\bmy (city|country|area)\b", text, re.I):
        places = [f.region for t in turns if (f := facets_of(t)).region]
        whole = replace(whole, facets=replace(whole.facets, region=places[-1] if places else ()))
    return whole


def _remarks(text: str, roles: Roles) -> bool:
    """Whether an earlier message only took up what it was told, and asked nothing ("hmm, that's quite some risk")."""
    return _REMARK.match(text) is not None and not roles.ids(text) and facets_of(text) == Facets()


_TRUE = re.compile(
    r"(?:(?:so|and|but|hm+|ok)\W+)*(?:is|are|was|were) (?:he|she|they|it|that|this|(?:my|the) \w+) "
    r"(?:really |actually )?(?:right|correct|true|wrong|mistaken)(?: (?:about|on|with|in) (?:that|this|it))?\W*",
    re.I,
)
_REVERSED = re.compile(  # "in what situation would it be the other way round?"
    r"\b(?:when|in (?:what|which) (?:case|situation|circumstance)s?|under what)\b[^?.!]*"
    r"\b(?:other way (?:a)?round|the (?:other|opposite|reverse)(?! (?:role|job|one) (?:earn|do|get|make))"
    r"|reversed|vice versa)\b",
    re.I,
)
_HIRED = re.compile(r"\b(?:hir\w+|first|recruit\w*|our|we|team)\b", re.I)
_THANKS = re.compile(  # "I thank you. And the same for …"
    r"^\W*(?:(?:oh|ok(?:ay)?|great|perfect|well)[,.! ]+)?(?:i )?(?:(?:thank(?:s| you)|many thanks|cheers)"
    r"(?: (?:very much|so much|a lot|for [^.!?]{2,30}))?|much appreciated|very helpful)\s*[.!]+\s+(?=\S+ \S+)",
    re.I,
)
_REMARK = re.compile(
    r"^\W*(?:h+m+|ugh|wow|oh|ok(?:ay)?|i see|got it|interesting|nice|cool|great|thanks?|thx|thank you|damn|fair enough"
    r"|makes sense|lol|good to know|that(?:['’]s| is| sounds| seems)|sounds)\b"
    r"(?:, [^?]{0,60}\b(?:mostly|mainly|basically|then|as expected)\W*$"
    r"|(?!(?:\W*\w+)?\W+and\b)(?![^?]*\b(?:what|how|which|who|when|where|why|about|for|if|i['’]?m|i am|we)\b)"
    r"[^?]{0,60}$)",
    re.I,
)
_PAY = re.compile(r"\b(?:pay|paid|earn|package|comp|compensation|salar\w+|make|get|cost|offer)s?\b", re.I)
_LABS = re.compile(  # "at the labs (OpenAI, Anthropic and so on)": what AI labs pay is asked, and not one of them
    r"(?:\bAI )?\blabs\s*(?:\([^)]*\)|,?\s(?:like|such as|e\.\s?g\.|i\.\s?e\.|say)\s"
    r"(?:[A-Z][\w.]*(?:,\s|\s(?:and|or)\s)?)+(?:(?<=\s)(?:co|others|the like)\b)?)"
)
_FEW = 10  # words of a message that sets a role right
_CURT = 5  # words of a correction
_EITHER = re.compile(  # a question of either this or that
    r"\W*(?:(?:so|and|but|then|ok|well),? )?"
    r"(?:is|are|was|were|do|does|did|has|have|can|should|would|will)(?:n['’]t)?\b",
    re.I,
)
_SORRY = re.compile(  # what is said before a correction, and asks nothing
    r"\W*(?:\b(?:no|oh|oops|sorry|wait|ah|hm+|my (?:mistake|bad|fault)|wrong (?:one|role|job)|not that(?: one)?"
    r"|i (?:mixed|got) (?:it|them|that|those|the two) (?:up|wrong|mixed up)|that was wrong|i was wrong)\b\W*)+",
    re.I,
)


_REJECTED = re.compile(r"[,;–-]?\s*(?:and |but )?not (?:an? |the |for |of )?(?P<what>[\w -]{2,30}?)\W*$", re.I)


def _without_rejected(text: str, roles: Roles) -> str:
    """ "TAM" of "TAM, not FDE", in a few words."""
    match = _REJECTED.search(text)
    if match is None or len(text.split()) > _FEW or not roles.ids(match["what"]):
        return text
    kept = text[: match.start()]
    return kept if roles.ids(kept) else text


def _corrected(text: str, roles: Roles) -> tuple[str, str]:
    """("what does a TAM earn", "an FDE") of "what does a TAM earn, no wait, an FDE"; ("", text) without such a turn.
    "I mean" alone turns nothing where a whole question follows that names no role, nor "or rather" what opens with its
    verb ("is it the one, or rather the other?")."""
    match = patterns.CORRECTION.search(text)
    if match is not None and "or rather" in match[0].lower() and _EITHER.match(text):
        return "", text
    if match is None or not re.search(r"\w", text[: match.start()]) or not re.search(r"\w", text[match.end() :]):
        return "", text
    said, rest = text[: match.start()], text[match.end() :]
    explained = len(rest.split()) > _CURT or "?" in said + match[0]  # "Who coined it? I mean the name."
    if match[0].strip(" ,.:;!?…-").lower() == "i mean" and explained and not roles.ids(rest):
        return "", text
    return "" if _SORRY.fullmatch(said) else said, text[match.end() :]
