"""A follow-up joined to what it follows: what it leaves out is taken from the question before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.answering import patterns
from agent.answering.asking.compared import another_way, beyond_shared, compared, compares
from agent.answering.asking.follow_roles import described, goes_back, meant, same_ends, without_origin
from agent.answering.asking.follow_words import follow_words
from agent.answering.asking.rung import next_rung
from agent.answering.asking.shape import Kind, Question
from agent.answering.asking.standing import content, standing, without_opening
from corpus.facets import Facets, measure_name, measures, measures_named
from corpus.roles import Roles

_OF_MOVES = frozenset({"transition", "skills", "choose", "competition", "reason", "time", "education", "hiring-bar"})
_PAY = frozenset({"pay", "premium", "equity", "bonus", "difference"})
_DOES_THAT = re.compile(r"\b(?:do|does|did|doing|done) (?:that|so|this|it)\b", re.I)  # what was said before is meant
_REST = re.compile(  # of what was told before
    r"\b(?:the (?:rest|remainder|remaining)\b(?! (?:of (?:the|my|our|a)(?! (?:week|time|day|hours?)\b)|in)\b)"
    r"|the other (?:\d+ ?%|part|share|portion|half|third|quarter)\b)",
    re.I,
)
_OF_OTHER = re.compile(  # the same of another role, put as if it were chosen
    r"^\W*(?:(?:and|but|so|ok|or)\W+)*(?:what )?if (?:i|we|she|he|they|you) (?:went|go|chose?|choose|pick\w*|took|take"
    r"|switch\w*|mov\w*|bec[ao]me|were|was|am|are|did|do|opt\w*|tried|try)\b(?: \S+){1,8}\W*$",
    re.I,
)
_OF_BASIS = re.compile(  # what the figures that were told count
    r"\b(?:are|is|was|were)\b(?: \w+)? (?:those|these|that|this|it|they|them|both)\b[^?]{0,30}"
    r"\b(?:base|total|gross|net)\b",
    re.I,
)
_OF_ALL = re.compile(  # the roles of the library, where but one was spoken of
    r"\b(?:all|any|which|each|every one|most|none|some) of (?:these|those|the|your) (?:\w+ )?"
    r"(?:jobs?|roles?|positions?)\b"
    r"|\b(?:these|all the|all) (?:six |five |\w+ )?(?:roles|jobs|positions)\b",
    re.I,
)
_CLOSE = re.compile(r"\b(?:close|closely|similar|alike|same|equal|comparable|near)\b", re.I)
TELLING = 3  # words from which a "why" says itself what is to be explained
_CURT = 9  # words up to which "the other role" is asked what was asked of the one
_SHORT = 3  # words up to which a bare noun names what is asked


def follows(now: Question, known: Roles) -> bool:
    """Whether a message leans on the one before it."""
    if _of_its_own(now):
        return False
    if patterns.WHERE_FROM.search(now.asked) and not now.measures:
        return True  # "who published the figure for FDEs?"
    weighed = now.kind == "transition" and len(now.roles) == 1 and follow_words().easier.search(now.asked)
    if weighed or compares(now, known) or _OF_OTHER.search(now.asked):
        return True
    if patterns.FOLLOW.search(now.asked) or patterns.SAME_THERE.search(now.asked):
        return True
    if now.roles and not now.measures and (len(now.asked.split()) <= 4 or not content(now)):
        return True
    if now.roles and now.measures:
        leaning = patterns.WITH.search(now.asked) and patterns.ANAPHOR.search(now.asked) and len(now.roles) == 1
        alike = re.search(r"\bsame\b", now.asked, re.I) and set(now.measures) <= {"overlap"}
        compared = leaning and set(now.measures) <= {"difference"}
        return patterns.OTHER.search(now.asked) is not None or bool(alike or compared)
    return patterns.ANAPHOR.search(now.asked) is not None or (not now.roles and len(now.asked.split()) <= 9)


def wishes(now: Question) -> bool:
    """Whether a message asks nothing, and describes a job only by what somebody likes."""
    return now.kind == "advice" and now.hinted and "?" not in now.asked


def told_beside(now: Question, before: Question) -> Question:
    """`before` with the wish of `now`, which tells of the roles between which was to be chosen."""
    text, bare = f"{before.text} {now.asked}", f"{before.bare} {now.asked}"
    return replace(now, text=text, bare=bare, roles=before.roles, hinted=False, follows=True)


def _of_its_own(now: Question) -> bool:
    """Whether it asks what something is that it names itself ("thanks. And what's AISE Pulse?")."""
    said = without_opening(now.asked)
    asks = re.match(r"\W*(what|who)(['’]?s| is| are)\b", said, re.I) is not None
    return asks and not now.roles and not patterns.ANAPHOR.search(said) and re.search(r"\s[A-Z]\w+", said) is not None


def joined(now: Question, before: Question, history: Sequence[tuple[str, ...]], known: Roles) -> Question:
    """`now` with its gaps filled from `before`; `history` are the roles of each earlier message."""
    if _OF_ALL.search(now.asked) and not now.roles and len(before.roles) < 2:
        return now
    if rung := next_rung(now, before):
        return rung
    if apart := beyond_shared(now, before, known):
        return apart
    told = described(now, before, known)
    now = without_origin(told, before, known)
    if other := another_way(now, before, known) or compared(now, before, known):
        return other
    roles = meant(now, before, history)
    own = _own(now, before)
    asks_new = bool(own) and (own[0] != "reason" or _says_what(now))
    measures = own if asks_new else tuple(dict.fromkeys((*own, *before.measures)))
    if not own and _fresh(now):
        asks_new, measures = True, ()
    kind = _kind(now, before, roles, own, asks_new)
    origin, goal = same_ends(now, before) if kind == "transition" else (now.origin, now.goal)
    text, bare = _text(now, before, roles, kind, asks_new, own[:1] == ("reason",), known)
    return replace(
        now,
        text=text,
        bare=bare,
        roles=roles,
        others=now.others or (before.others if not told.roles else ()),
        measures=measures,
        facets=_facets(now, before, asks_new and not set(own) & set(before.measures)),
        kind=kind,
        origin=origin,
        goal=goal,
        follows=True,
        experience=now.experience or (None if now.facets.level else before.experience),
        years=now.years or before.years,
        titled=now.titled or before.titled,
    )


def _own(now: Question, before: Question) -> tuple[str, ...]:
    """The measures that the message itself asks for; "reason" first where it asks why something said is so."""
    own = tuple(m for m in now.measures if m != "choose" or (now.kind == "advice" and now.experience is None))
    if now.facets.tier and own == ("employers",) and not re.search(r"\b(hir|employ|recruit)", now.asked, re.I):
        own = ()  # "what about non-tech companies?"
    if own == ("difference",) and before.measures and patterns.WITH.search(now.asked):
        own = ()  # "compare that with MLOps"
    if re.match(r"\W*(tell me |a bit |some )?more (on|about)\b", now.asked, re.I):
        own = tuple(m for m in own if m != "premium")
    if _PAY & set(before.measures) and _OF_BASIS.search(now.asked):
        own = ()
    if own == ("overlap",) and before.measures and re.search(r"\bsame\b", now.asked, re.I):
        own = ()  # "same question for MLOps"
    if "reason" in own and set(own) <= {"reason", "transition", *_PAY} and _PAY & set(before.measures):
        own = ("reason", "premium") if len(own) > 1 else ("reason",)
    if set(own) <= {"exits", "choose", "transition"} and before.measures and _OF_OTHER.search(now.asked):
        own = ()  # "and if I went for MLE instead?"
    if before.kind == "transition" and goes_back(now):
        own = tuple(m for m in own if m in _OF_MOVES | _PAY)  # "and the way back, if I end up hating it?"
    if own == ("employers",) and before.measures and follow_words().only_where.search(now.asked):
        own = ()  # "at OpenAI?"
    if before.kind == "transition" and own == ("ladder",) and re.search(r"\b(first|next|start|step)", now.asked, re.I):
        own = ()  # "what's the first step?"
    if not now.measures and not now.roles and len(now.asked.split()) <= _SHORT:
        own = measures_named(now.asked)
    return own


def _fresh(now: Question) -> bool:
    """Whether something new is asked of whoever "they" are, of no kind that we have a name for."""
    slots = (*now.facets.level, *now.facets.region, *now.facets.tier, *now.facets.basis)
    if _REST.search(now.asked) or (patterns.OTHER.search(now.asked) and len(now.asked.split()) <= _CURT):
        return False
    says = not now.roles and not now.others and not slots and now.experience is None and not now.years
    if says and _DOES_THAT.search(now.asked):
        return True
    that = patterns.ANAPHOR.search(now.asked) is not None and len(content(now)) > 1
    return says and bool(content(now)) and (that or patterns.STANDS_FOR.search(now.asked) is not None)


def _kind(now: Question, before: Question, roles: tuple[str, ...], own: tuple[str, ...], asks_new: bool) -> Kind:
    if before.kind == "transition" and not now.roles and (set(own) <= _OF_MOVES | _PAY or goes_back(now)):
        return "transition"
    if _supposes(now, before, own) or (before.kind == "advice" and own == ("reason",)):
        return "advice"
    if not own and _OF_OTHER.search(now.asked):
        return before.kind
    if now.kind in ("fact", "comparison") and len(roles) >= 2:
        return "comparison"
    if now.kind == "advice" and now.experience is not None and "choose" not in own:
        return before.kind
    if not asks_new and now.kind in ("fact", "comparison"):
        return before.kind if before.kind != "comparison" else "fact"
    return now.kind


def _supposes(now: Question, before: Question, own: tuple[str, ...]) -> bool:
    """Whether another situation is put to the same choice ("and if the model were bad?")."""
    return (
        before.kind == "advice" and not own and re.search(r"\b(if|suppose|say|imagine)\b", now.asked, re.I) is not None
    )


def _facets(now: Question, before: Question, changed: bool) -> Facets:
    facets = now.facets.or_else(before.facets)
    if _OF_BASIS.search(now.asked):
        facets = replace(facets, basis=before.facets.basis)
    if not now.facets.region and re.search(r"\bdollars?\b|\busd\b", now.asked, re.I):
        facets = replace(facets, region=("us",))
    if changed:
        facets = replace(facets, basis=now.facets.basis, statistic=now.facets.statistic)
    if now.experience is not None and not now.facets.level:
        facets = replace(facets, level=())
    return facets


def _text(
    now: Question, before: Question, roles: tuple[str, ...], kind: Kind, new: bool, why: bool, known: Roles
) -> tuple[str, str]:
    """(text, bare): the message by itself where it asks something new, else the earlier one with it."""
    within = any(measures()[m].parent in before.measures for m in now.measures if m in measures() and m != "variable")
    if _DOES_THAT.search(now.asked) or _REST.search(now.asked):
        return f"{before.text} {now.text}", f"{before.bare} {now.bare}"
    if new and not within and kind in ("fact", "list", "comparison") and roles:
        return standing(now, roles, known), patterns.STANDS_FOR.sub(" ", now.bare)
    if kind == "advice" and _supposes(now, before, ()):
        choice = re.split(r"(?<=[.!;])\s+", before.text)[-1]
        return f"{now.text} {choice}", now.bare
    earlier = _about(before.text, before.roles, roles, known)
    if patterns.WHERE_FROM.search(now.asked) and not new and roles and before.measures:
        matter = measure_name(_matters(before)[0] if _matters(before) else before.measures[0])
        names = " and ".join(known.short(r) for r in roles)
        return f"What is the source of the {matter} figures ({names})?", f"source {matter}"
    if why and _says_what(now) and roles:
        return standing(now, roles, known), now.bare
    if why and kind != "advice" and roles and (asked := _matters(before)):
        names, matter = " and ".join(known.short(r) for r in roles), measure_name(asked[0])
        if len(roles) > 1 and set(asked) <= _PAY:
            if _CLOSE.search(now.asked):
                return f"Why is the pay of {names} so close?", "why pay close"
            return f"Why the pay gap between {names}, who earns more?", "why pay gap earns more"
        return f"Why the {matter} of {names}? {earlier}", f"why {matter} {before.bare}"
    return f"{earlier} {now.text}", f"{before.bare} {now.bare}"


def _says_what(now: Question) -> bool:
    """Whether a "why" says itself what is to be explained, and leaves it not to the question before."""
    return len(content(now)) >= TELLING


def _matters(before: Question) -> list[str]:
    """What is to be explained; "more than" speaks of pay only where nothing else is asked."""
    asked = [m for m in before.measures if m not in ("choose", "difference")]
    return [m for m in asked if m not in _PAY] or asked


def _about(text: str, before: tuple[str, ...], now: tuple[str, ...], known: Roles) -> str:
    """The earlier question with its one role changed for the one asked about now."""
    if len(before) != 1 or len(now) != 1 or before == now:
        return text
    return re.sub(rf"(?<!\w){re.escape(known.short(before[0]))}(?=s?(?!\w))", known.short(now[0]), text)
