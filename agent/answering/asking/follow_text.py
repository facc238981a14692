"""The words that a follow-up is searched by: its own where it asks something new, else the earlier ones with it."""

from __future__ import annotations

import re

from agent.answering import patterns
from agent.answering.asking.follow_own import DOES_THAT, PAY, REST, says_what, supposes
from agent.answering.asking.shape import Kind, Question
from agent.answering.asking.standing import standing
from corpus.facets import measure_name, measures
from corpus.roles import Roles

_THAT_AMOUNT = re.compile(
    r"\b(?:that|this|those|these|the) (?:\w+ )?(?:figure|number|data|amount|range|median|average)s?\b", re.I
)
_NAMED = frozenset({"ladder", "travel", "reporting", "success", "exits", "education"})
_FEW = 12  # words of such a message
_CLOSE = re.compile(r"\b(?:close|closely|similar|alike|same|equal|comparable|near)\b", re.I)


def joined_text(
    now: Question, before: Question, roles: tuple[str, ...], kind: Kind, new: bool, why: bool, known: Roles
) -> tuple[str, str]:
    """(text, bare): the message by itself where it asks something new, else the earlier one with it."""
    within = any(
        measures()[m].parent in before.measures
        for m in now.measures
        if m in measures() and m not in ("variable", "exits")
    )
    if DOES_THAT.search(now.asked) or REST.search(now.asked):
        return f"{before.text} {now.text}", f"{before.bare} {now.bare}"
    of_amount = _THAT_AMOUNT.search(now.asked) and patterns.WHERE_FROM.search(now.asked)
    if of_amount and (before.facets.tier or before.facets.level):
        return f"{before.text.rstrip(' .?!')}: what is the source?", f"source {before.bare}"
    if new and not within and kind in ("fact", "list", "comparison") and roles:
        return _with_measure(standing(now, roles, known), now), patterns.STANDS_FOR.sub(" ", now.bare)
    if kind == "advice" and supposes(now, before, ()):
        return f"{now.text} {_choice(before, known)}", now.bare
    earlier = _about(before.text, before.roles, roles, known)
    if patterns.WHERE_FROM.search(now.asked) and not new and roles and before.measures:
        matter = measure_name(_matters(before)[0] if _matters(before) else before.measures[0])
        names = " and ".join(known.short(r) for r in roles)
        return f"What is the source of the {matter} figures ({names})?", f"source {matter}"
    if why and says_what(now) and roles:
        return standing(now, roles, known), now.bare
    if why and kind != "advice" and roles and (asked := _matters(before)):
        names, matter = " and ".join(known.short(r) for r in roles), measure_name(asked[0])
        if len(roles) > 1 and set(asked) <= PAY:
            if _CLOSE.search(now.asked):
                return f"Why is the pay of {names} so close?", "why pay close"
            return f"Why the pay gap between {names}, who earns more?", "why pay gap earns more"
        return f"Why the {matter} of {names}? {earlier}", f"why {matter} {before.bare}"
    return f"{earlier} {now.text}", f"{before.bare} {now.bare}"


def _choice(before: Question, known: Roles) -> str:
    """The choice that was put, without the situation told before it: the shortest end of it that names all roles."""
    parts = re.split(r"(?<=[.!;,])\s+", before.text)
    ends = (" ".join(parts[i:]) for i in reversed(range(len(parts))))
    return next((end for end in ends if {*before.roles} <= {*known.ids(end)}), parts[-1])


def _with_measure(text: str, now: Question) -> str:
    """`text` with the name of the one thing that it asks of "it" in few words: "the TAM one, what is on top of it?"."""
    named = [m for m in now.measures if m in _NAMED]
    short = len(now.asked.split()) <= _FEW and patterns.STANDS_FOR.search(now.asked)
    return f"{text} ({measure_name(named[0])})" if short and len(now.measures) == len(named) == 1 else text


def _matters(before: Question) -> list[str]:
    """What is to be explained; "more than" speaks of pay only where nothing else is asked."""
    asked = [m for m in before.measures if m not in ("choose", "difference")]
    asked = [m for m in asked if m != "definition"] or asked  # "what is the pay of …?" asks for no definition
    return [m for m in asked if m not in PAY] or asked


def _about(text: str, before: tuple[str, ...], now: tuple[str, ...], known: Roles) -> str:
    """The earlier question with its one role changed for the one asked about now."""
    if len(before) != 1 or len(now) != 1 or before == now:
        return text
    return re.sub(rf"(?<!\w){re.escape(known.short(before[0]))}(?=s?(?!\w))", known.short(now[0]), text)
