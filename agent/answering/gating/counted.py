"""Numbers of things and of people that no article states of what is asked."""

from __future__ import annotations

import re

from agent.answering import patterns
from agent.answering.context import Context, with_article
from agent.answering.direct import CERTAIN, known
from agent.answering.gating.names import names_asked
from agent.answering.gating.shares import share_of_holders
from agent.answering.question import Question
from corpus.units import Unit

_MONEY = frozenset(
    {"percent", "percentage", "lakhs", "dollars", "k", "bucks", "lakh", "lpa", "crore", "crores", "rupees", "grand"}
)
_NO_NOUN = frozenset({"more", "each", "both", "apiece", "all", "times", "other", "there", "here", *_MONEY})
_ANYBODY = frozenset({"people", "folks", "guys"})
_LEFT_OUT = re.compile(  # "how many would a TAM have?": what is counted was said before, or goes without saying
    r"\bhow many(?: (?:usually|normally|typically|roughly|exactly|about|at (?:once|most|least)|on average))*"
    r"(?:\W*$| (?:do|does|did|would|should|could|can|will|may|might|must|is|are|was|were|has|have|had|for|to|on|by|from"
    r"|per|in|at|with|among|under|after|before|during|within)\b"
    r"(?P<next> (?:an?|the|my|your|our|i|you|we|they|it|he|she|one|each|every|most)\b)?)",
    re.I,
)
_PEOPLE = re.compile(
    r"\bhow many (?:of (?:the|your|our|all) )?(?:(?!(?:more|one|an?|per|each)\b)[\w+&-]+ )?$", re.I
)  # then a role's name
_EMPLOYED = re.compile(
    r"\bhow many (?:people|folks|guys|persons|professionals|men|women)\b[^?]{0,30}"
    r"\b(?:work(?:ing)?|employed|hired|serv(?:e|ing)|act(?:ing)?) as\b",
    re.I,
)
_THEIRS = re.compile(  # after a role's name: something of its holders, and not they themselves
    r"s? (?:jobs?|roles?|positions?|postings?|openings?|ads?|listings?|vacanc\w+|companies|levels?|titles?|years?"
    r"|hours?|customers?|clients?|accounts?|projects?|steps?|rungs?|hires?|offers?|skills?|interviews?|rounds?)\b|['’]",
    re.I,
)
_SAME = {
    "customer": "customer|account|client",
    "account": "customer|account|client",
    "client": "customer|account|client",
    "logo": "customer|account|client",
    "company": "customer|account|client|compan",
    "job": "job|posting|role|opening",
    "ad": "job|posting|opening",
    "listing": "job|posting|opening",
    "posting": "job|posting",
    "opening": "job|posting|opening",
    "role": "job|posting|role|opening",
    "position": "job|posting|opening",
    "vacancy": "job|posting|opening",
    "year": "year|yr",
    "yr": "year|yr",
    "week": "week|month",
    "night": "night|day",
    **dict.fromkeys(("place", "spot", "seat", "student", "participant", "learner"), "place|spot|seat|student"),
}
_UNITS = {"day": "day", "month": "month", "year": "year", "yr": "year", "week": "week", "hour": "hour", "night": "day"}
_PHRASE = re.compile(
    rf"{patterns.COUNTED} (?:open )?"
    r"(?P<words>(?:[\w/-]+ ){0,3}?[\w/-]+)(?=\s*[?.!,]|\s*$|\s(?:do|does|did|are|is|were|was|can|could|has|"
    r"have|had|will|would|should|in|at|for|of|on|per|a|an|the|there|i|we|you|they|come|came|it|per|and|or)\b)",
    re.I,
)
_PIECES = re.compile(r"(?<=[.!;,])\s|\s&\s|\band (?=(?:which|what|how|who|where|when)\b)")
_FEW = re.compile(
    r"\b(few|several|multiple|most|majority|half|all|none|zero|one|two|three|single|dozens|many|variable|var(?:y|ies)"
    r"|depends?)\b",
    re.I,
)
_EXACT = re.compile(r"\b(?:exact|absolute|precise)(?:ly)?\b", re.I)
_OF_THEM = re.compile(  # "of those people, how many came from …": they are counted themselves
    r"\bhow many (?:of (?:them|those|these|the (?:people|engineers|folks|ones|guys|persons|workers|staff)|people)"
    r"|really|actually|(?:have|had|has|did|do|are|were|came|come|went|go|got|get|"
    r"start|end|work|stay|leave|left|mov|switch|tr[iy]|made?|make|hold|held)\w*)\b",
    re.I,
)
_IN_ALL = re.compile(r"\bhow many [^?]{0,40}\b(?:are there|exist|there are|in (?:the world|total|all))\b", re.I)
_RUNGS = re.compile(r"\b(?:rungs?|steps?|levels?|stages?|grades?|titles?|promotions?)\b", re.I)


def counts(question: Question) -> bool:
    """Whether a number of things other than money is asked for."""
    match = patterns.HOW_MANY.search(question.asked)
    return match is not None and match["noun"].lower() not in _MONEY | {"more"}


def not_counted(context: Context) -> str:
    """ "How many NOUN" needs a number of that noun in something said of the role."""
    asked = context.question.asked
    if "ladder" in context.question.measures and _RUNGS.search(asked):
        return ""  # they can be counted on the ladder
    first, phrase = patterns.HOW_MANY.search(asked), _PHRASE.search(asked)
    employed = _EMPLOYED.search(asked)
    if not first or (first["noun"].lower() in _NO_NOUN | _ANYBODY and not employed):
        return ""
    if _left_out(context, asked) or ("remote" in context.question.measures and patterns.OF_JOBS.search(asked)):
        return ""  # a share
    holders, several = _holders(context, asked), first["noun"].lower() == "of"  # "how many of the …"
    of_them = _OF_THEM.search(asked) is not None or several
    role = holders if several and holders else context.question.roles[:1] if of_them or employed else holders
    words = ["people"] if role or of_them else _things(context, phrase["words"] if phrase else first["noun"])
    loosely = not role and not _EXACT.search(asked)  # "few", "several" do for a number
    if known(context, CERTAIN) or (loosely and any(_FEW.search(u.text) for u in known(context))):
        return ""
    counting = next((s for s in _PIECES.split(asked) if patterns.HOW_MANY.search(s)), asked).lower()
    names = [n for n in names_asked(context) if n in context.question.bare.lower() and n in counting]
    for unit in [*known(context), *(s.unit for s in context.ranked[:30])]:
        where = f"{unit.whole} {context.publisher(unit.passage.article)}".lower()
        if all(n in where for n in names) and (_of_holders(context, unit, role) if role else _of_things(unit, words)):
            return ""
    who = " or ".join(with_article(context.called(r)) for r in context.question.roles)
    return f"The articles give no number of {words[-1]} for {who if who and not role else 'that'}."


def _things(context: Context, phrase: str) -> list[str]:
    """The words for what is counted, without a role's name before them ("MLOps jobs")."""
    mentions = context.roles.find(phrase)
    after = phrase[mentions[-1].span.end :] if mentions else ""
    return after.split() or phrase.split()


def _left_out(context: Context, asked: str) -> bool:
    """Whether "how many" is followed by no noun, but by whom it is asked of ("how many for a TAM?")."""
    bare = _LEFT_OUT.search(asked)
    if not bare:
        return False
    of_role = any(m.span.start - bare.end() in (0, 1) for m in context.roles.find(asked))
    return bool(bare["next"]) or of_role or not asked[bare.end() :].strip(" ?.!")


def _holders(context: Context, asked: str) -> tuple[str, ...]:
    """The role whose holders are counted ("how many FDEs quit"); none where it is something of theirs."""
    return tuple(
        m.role
        for m in context.roles.find(asked)
        if _PEOPLE.search(asked[: m.span.start]) and not _THEIRS.match(asked[m.span.end :])
    )[:1]


def _of_things(unit: Unit, words: list[str]) -> bool:
    """Whether one of the unit's numbers counts what one of `words` names."""
    for word in (w.lower() for w in words[::-1]):
        single = re.sub(r"(?<=[a-z]{2})(?:ies$|s$)", lambda m: "y" if m[0] == "ies" else "", word)
        pattern = re.compile(rf"\b(?:{_SAME.get(single, re.escape(single))})", re.I)
        for quantity in unit.numbers:
            after = unit.text[quantity.span.end : quantity.span.end + 40]
            before = unit.text[max(0, quantity.span.start - 40) : quantity.span.start]
            label = f"{unit.row} {unit.column}" if unit.kind == "cell" else ""
            if quantity.unit == "%" and re.match(rf"\s?of (?:all |the )?(?:\w+ ){{0,3}}?(?:{pattern.pattern})", after):
                return True
            timed = quantity.unit.partition("/")[0] == _UNITS.get(single, "no unit")
            if (quantity.unit == "" or timed) and pattern.search(f"{before} {after} {label} {quantity.unit}"):
                return True
    return False


def _of_holders(context: Context, unit: Unit, role: tuple[str, ...]) -> bool:
    """Whether a number of the unit counts holders of the role ("1,200 FDEs", "among AI engineers, 63%")."""
    share = not _IN_ALL.search(context.question.asked) and share_of_holders(context, unit, role[0])
    return share or any(
        q.unit == ""
        and role[0] in unit.roles
        and re.match(r"\s?\+?\s?[\w-]{0,12}\s?[A-Z]", unit.text[q.span.end : q.span.end + 16])
        for q in unit.numbers
    )
