"""What a message asks, apart from what it tells: a mortgage that is only the reason is nothing to be answered."""

from __future__ import annotations

import re

from agent.answering import patterns

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\s+[–—-]{1,2}\s+|[:;]\s+")
_STARTS = re.compile(
    r"\W*(?:(?:and|so|but|now|well|ok(?:ay)?|then|just|simply|please|hey|hi|hello)\W+)*"
    r"(?:how|what|which|who|whom|whose|where|when|why|is|are|am|was|were|do|does|did|can|could|will|would|should|shall|"
    r"may|might|must|has|have|had|in (?:what|which)|at (?:what|which)|to (?:what|whom|which)|by (?:what|which|how)|"
    r"for (?:whom|which|what|how)|(?:tell|give|show|explain|list|name|compare|describe)\b)",
    re.I,
)
_INNER = re.compile(
    r",\s+(?=(?:so |and |but )?(?:how|what|which|who|whom|where|when|why|is|are|do|does|did|can|could)\b)", re.I
)
_RELATIVE = re.compile(r"\b(?:tables?|articles?|guides?|pages?|ones?|columns?|rows?|texts?|pieces?) that\b", re.I)
_THERE_IS = re.compile(r"\b(?:is|are|was|were) there\b", re.I)  # points at no place
_TO_KNOW = re.compile(  # "I have small children, so before I apply I would like to know how …"
    r"\b(?:i(?:['’]d| would)? (?:just |really |also )?(?:like|love|want|need|have) to (?:know|hear|learn|find out)"
    r"|(?:i(?:['’]m| am)? |just )?(?:wondering|curious)|i wonder|(?:can|could|would) you (?:please )?tell me)"
    r"(?: about)?,? (?=(?:how|what|which|who|whom|whose|where|when|why|whether|if)\b)",
    re.I,
)
SHORTEST = 4  # words of a request that says by itself what is asked
ENOUGH = 8  # … and what it is about
POINTS = 5  # first words among which one points back ("who pays for it?"); later ones mean what it says itself


def request(text: str, *, with_pointed: bool = True) -> str:
    """The asking part of `text`: its questions, or its last sentence where it has none. What was told before is kept
    where the question only points at it ("Who pays?", "do they cover it?"), unless `with_pointed` is false."""
    parts = [p for p in _SENTENCE.split(text) if p and re.search(r"\w", p)]
    asking = [p for p in parts if p.rstrip().endswith("?")]
    if not asking:
        asking = [p for p in parts if _STARTS.match(p)] or parts[-1:]
    asked = " ".join(asking)
    if len(parts) == len(asking):
        return _behind(asked)
    words = re.findall(r"[\w'’]+", _RELATIVE.sub(" ", _THERE_IS.sub(" ", asked)))
    pointing = len(words) < SHORTEST or patterns.ANAPHOR.search(" ".join(words[:POINTS])) is not None
    deciding = re.match(
        r"\W*(?:so |and |but )?(?:should|shall|is (?:it|that|this) (?:a )?(?:good|wise|true)|true|right|correct)\b",
        asked,
        re.I,
    )
    return text if with_pointed and pointing and not deciding else _behind(asked)


def narrowed(text: str) -> str:
    """`request` of `text` without what it points at, where it says enough by itself: what is but told besides ("My
    girlfriend starts such a job, and we plan our holidays") is not asked about."""
    asked = request(text, with_pointed=False)
    return asked if len(asked.split()) >= ENOUGH else request(text)


def asks(text: str) -> bool:
    """Whether anything is asked in so many words, and not only a situation told."""
    return any(p.rstrip().endswith("?") or _STARTS.match(p) for p in _SENTENCE.split(text))


def _behind(asked: str) -> str:
    """Without the clause before the question proper: "I love data, so which role …?"."""
    told = _TO_KNOW.search(asked)
    if told and told.start() and len(asked[told.end() :].split()) >= ENOUGH:
        return asked[told.end() :]
    cut = _INNER.search(asked)
    if cut and not _STARTS.match(asked) and len(asked[cut.end() :].split()) >= SHORTEST:
        return asked[cut.end() :]
    return asked
