"""What a follow-up asks of its own, and what it leaves to the question before: measures, kind, facets."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.answering import patterns
from agent.answering.asking.follow_roles import goes_back
from agent.answering.asking.follow_words import follow_words
from agent.answering.asking.shape import Kind, Question
from agent.answering.asking.standing import content
from corpus.facets import Facets, measures_named

_OF_MOVES = frozenset({"transition", "skills", "choose", "competition", "reason", "time", "education", "hiring-bar"})
PAY = frozenset({"pay", "premium", "equity", "bonus", "difference"})
DOES_THAT = re.compile(  # what was said before is meant
    r"\b(?:do|does|did|doing|done) (?:that|so|this|it)\b(?!.{0,40}\bcome from\b)"
    r"|\b(?:get away with|get around|exceptions? to|without|true of) (?:that|this|it)\b"
    r"|\bexceptions?\W*$|\bwhere (?:that|this|it)(?:['’]s| is)(?: not| n['’]t)? (?:different|otherwise|so|true"
    r"|the case)\b",
    re.I,
)
REST = re.compile(  # of what was told before
    r"\b(?:the (?:rest|remainder|remaining)\b(?! (?:of (?:the|my|our|a)(?! (?:week|time|day|hours?)\b)|in)\b)"
    r"|the other (?:\d+ ?%|part|share|portion|half|third|quarter)\b)|\bthe other \d+\W*$",
    re.I,
)
OF_OTHER = re.compile(  # the same of another role, put as if it were chosen
    r"^\W*(?:(?:and|but|so|ok|or)\W+)*(?:what )?if (?:i|we|she|he|they|you) (?:went|go|chose?|choose|pick\w*|took|take"
    r"|switch\w*|mov\w*|bec[ao]me|were|was|am|are|did|do|opt\w*|tried|try)\b(?: \S+){1,8}\W*$",
    re.I,
)
_OF_BASIS = re.compile(  # what the figures that were told count
    r"\b(?:are|is|was|were)\b(?: \w+)? (?:those|these|that|this|it|they|them|both)\b[^?]{0,30}"
    r"\b(?:base|total|gross|net|stock|shares|equity|bonus(?:es)?)\b",
    re.I,
)
_SUPPOSES = re.compile(
    r"\b(?:if|suppose|say|imagine)\b|\bchanges? (?:your|the|that|anything|things|it)\b|\bwhich of the two\b"
    r"|\b(?:who|which|what) (?:then )?first\b|\bstill (?:the same|so|an?|hire|choose|your)\b",
    re.I,
)
COMPOSED = re.compile(  # of what an amount of pay that was told is made
    r"\b(?:what(?:['’]?s| is| are) (?:it|that|this|they|those) (?:made|put|composed)"
    r"|(?:made|put) (?:up |together )?(?:out )?of|(?:break|split) (?:it|that|this|them) (?:down|up)"
    r"|consists? of|composed of)\b",
    re.I,
)
_WHENCE = re.compile(r"\bwhere (?:does|do|did) (?:that|this|the|such)\b.{1,40}\bcome from\b", re.I)
TELLING = 3  # words from which a "why" says itself what is to be explained
_CURT = 9  # words up to which "the other role" is asked what was asked of the one
_AMOUNTS = re.compile(  # "give me the two percentages": of what was asked before
    r"\W*(?:(?:just|so|and|ok|please|can you|could you|what are|what were|i want|i need)\W+)*"
    r"(?:(?:give|tell|show|name|send|state|quote)(?: me| us)? )?"
    r"(?:(?:the|both|those|these|two|exact|actual|precise|in) ?)*"
    r"(?:percent\w*|numbers?|figures?|amounts?|ranges?|shares?|values?)(?: (?:please|pls|then|for (?:each|both)))*\W*",
    re.I,
)
_NOUN = re.compile(  # "and infrastructure?"
    r"\W*(?i:and|or|also|plus|what about|how about)\W+(?:(?:the|their|its|his|her|my)\s)?[a-z][a-z-]+(?: [a-z-]+)?\W*"
)
_SHORT = 3  # words up to which a bare noun names what is asked


def own_measures(now: Question, before: Question) -> tuple[str, ...]:
    """The measures that the message itself asks for; "reason" first where it asks why something said is so."""
    own = tuple(m for m in now.measures if m != "choose" or (now.kind == "advice" and now.experience is None))
    if "origin" in own and _WHENCE.search(now.asked) and "origin" not in before.measures:
        own = ("reason", *(m for m in own if m != "origin"))  # "where does that reputation come from?"
    if now.facets.tier and own == ("employers",) and not re.search(r"\b(hir|employ|recruit)", now.asked, re.I):
        own = ()  # "what about non-tech companies?"
    if own == ("difference",) and before.measures and patterns.WITH.search(now.asked):
        own = ()  # "compare that with MLOps"
    if re.match(r"\W*(tell me |a bit |some )?more (on|about)\b", now.asked, re.I):
        own = tuple(m for m in own if m != "premium")
    if PAY & set(before.measures) and (_OF_BASIS.search(now.asked) or COMPOSED.search(now.asked)):
        own = ()
    if set(own) <= {"overlap", "ladder"} and before.measures and patterns.SAME_THERE.search(now.asked):
        own = ()  # "same seniority, but as a TAM?"
    if own == ("overlap",) and before.measures and re.search(r"\bsame\b", now.asked, re.I):
        own = ()  # "same question for MLOps"
    if "reason" in own and set(own) <= {"reason", "transition", *PAY} and PAY & set(before.measures):
        own = ("reason", "premium") if len(own) > 1 else ("reason",)
    if set(own) <= {"exits", "choose", "transition"} and before.measures and OF_OTHER.search(now.asked):
        own = ()  # "and if I went for MLE instead?"
    if before.kind == "transition" and goes_back(now):
        own = tuple(m for m in own if m in _OF_MOVES | PAY)  # "and the way back, if I end up hating it?"
    if own == ("employers",) and before.measures and follow_words().only_where.search(now.asked):
        own = ()  # "at OpenAI?"
    if before.kind == "transition" and own == ("ladder",) and re.search(r"\b(first|next|start|step)", now.asked, re.I):
        own = ()  # "what's the first step?"
    if not now.measures and not now.roles and len(now.asked.split()) <= _SHORT:
        own = measures_named(now.asked)
    return own


def fresh(now: Question) -> bool:
    """Whether something new is asked of whoever "they" are, of no kind that we have a name for."""
    slots = (*now.facets.level, *now.facets.region, *now.facets.tier, *now.facets.basis)
    if (
        _AMOUNTS.fullmatch(now.asked)
        or COMPOSED.search(now.asked)
        or REST.search(now.asked)
        or (patterns.OTHER.search(now.asked) and len(now.asked.split()) <= _CURT)
    ):
        return False
    says = not now.roles and not now.others and not slots and now.experience is None and not now.years
    if says and content(now) and _NOUN.fullmatch(now.asked):
        return True
    if says and DOES_THAT.search(now.asked):
        return True
    that = patterns.ANAPHOR.search(now.asked) is not None and len(content(now)) > 1
    return says and bool(content(now)) and (that or patterns.STANDS_FOR.search(now.asked) is not None)


def kind_of(now: Question, before: Question, roles: tuple[str, ...], own: tuple[str, ...], asks_new: bool) -> Kind:
    if _NOUN.fullmatch(now.asked) and asks_new and not own and not (before.origin and before.goal):
        return now.kind
    if before.kind == "transition" and not now.roles and (set(own) <= _OF_MOVES | PAY or goes_back(now)):
        return "transition"
    if supposes(now, before, own) or (before.kind == "advice" and own == ("reason",)):
        return "advice"
    if not own and OF_OTHER.search(now.asked):
        return before.kind
    if now.kind in ("fact", "comparison") and len(roles) >= 2:
        return "comparison"
    if now.kind == "advice" and now.experience is not None and "choose" not in own:
        return before.kind
    if not asks_new and now.kind in ("fact", "comparison"):
        return before.kind if before.kind != "comparison" else "fact"
    return now.kind


def supposes(now: Question, before: Question, own: tuple[str, ...]) -> bool:
    """Whether another situation is put to the same choice ("and if the model were bad?")."""
    if PAY & set(before.measures):
        return False  # "what would it be if I were an FDE?"
    return before.kind == "advice" and not set(own) - {"choose", "overlap"} and _SUPPOSES.search(now.asked) is not None


def facets_of(now: Question, before: Question, changed: bool) -> Facets:
    facets = now.facets.or_else(before.facets)
    if _OF_BASIS.search(now.asked):
        facets = replace(facets, basis=before.facets.basis)
    if not now.facets.region and re.search(r"\bdollars?\b|\busd\b", now.asked, re.I):
        facets = replace(facets, region=("us",))
    if changed:
        facets = replace(facets, basis=now.facets.basis, statistic=now.facets.statistic)
    if now.facets.region and now.facets.region != before.facets.region and not now.facets.basis:
        facets = replace(facets, basis=())  # another country's figures may count something else
    if now.experience is not None and not now.facets.level:
        facets = replace(facets, level=())
    return facets


def says_what(now: Question) -> bool:
    """Whether a "why" says itself what is to be explained, and leaves it not to the question before."""
    return len(content(now)) >= TELLING
