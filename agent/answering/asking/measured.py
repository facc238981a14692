"""What a message asks of a role, and within which bounds: the measures and facets that its words name, without those
that it leaves out or means otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.answering import patterns
from corpus.facets import Facets, facet_spans, facets_of, measures_asked

_WHAT_PAY = re.compile(
    r"\bwhat(?:['’]?s| is| are)\W+(?:(?:the|an?|average|typical|usual|base|total|median|us|junior|mid|senior)\W+)*"
    r"(?:pay|salar(?:y|ies)|comp(?:ensation)?|wages?|earnings)\b",
    re.I,
)
_LEFT_OUT = re.compile(
    r"\b(?:no|not counting|without|excluding|apart from|before|minus|ignoring|leaving out)(?: any)? "
    r"(?:(?:stocks?|equity|shares|bonus(?:es)?|rsus?)\W+(?:and |or |no )*)+(?<!\w)",
    re.I,
)
_EXCLUDED = re.compile(r"\(\s*(?:and |i mean )?not (?:an? |the )?[^()]{1,40}\)", re.I)  # "the AI engineer (not MLE)"
_NO_TOTAL = re.compile(
    r"\b(?:not|rather than|instead of|never mind|(?:do not|don['’]?t) (?:want|need|mean|care about|give me)) "
    r"(?:the |in |any )?total\b",
    re.I,
)
_MANNERS = re.compile(  # how it is to be told, and why so
    r"[.,;!?–-]\s*(?:please |pls )?(?:keep|make) it (?:short|brief|quick|simple)\b[^.?!]*", re.I
)
_NO_BASE = re.compile(
    r"\b(?:not|no|without|besides?|beyond|on top of|apart from|excluding|except)\b (?:just |only )?"
    r"(?:the |my |their |any )?base\b",
    re.I,
)
_COUNTED = frozenset({"remote", "growth", "openings", "travel", "coding", "accounts", "customers"})
_HAD = re.compile(
    r"\b(?:i|we)(?:['’]ve)? (?:already )?(?:have|got|know|found)\b(?! (?:to|that|how|no|an? (?:job|offer|degree)))"
    r"[^.?!]{0,40}\b(?:pay|base|total|salar\w+|figures?|numbers?|data|ranges?)\b"
    r"|\b(?:figures?|numbers?|data|ranges?|base|total|pay)\b[^.?!]{0,12}\b(?:i|we)(?:['’]ve)? (?:already )?"
    r"(?:have|got|know)\b",
    re.I,
)
_OF_JOBS = re.compile(r"\bhow many of (?:the|their|all) (?:\w+ )?(?:jobs?|roles?|positions?|openings?)\b", re.I)
_GROWTH_OF = re.compile(
    r"\b(?:growth|growing|grow|grew|increase|rise|yoy|year[- ](?:over|on)[- ]year) (?:rate )?(?:in|of)"
    r" (?:the |their )?(?:\w+ )?(?:postings|openings|ads|vacancies|jobs)\b",
    re.I,
)
_SAVES = re.compile(
    r"\b(?:sav(?:e|es|ed|ing)|spar(?:e|es|ed|ing)|cut(?:ting)?) (?:an?|one|the|on) (?:whole |second )?salar(?:y|ies)\b",
    re.I,
)
_MAKES_NO_MONEY = re.compile(
    r"\bmak(?:e|es|ing) (?:more |the most |less |any )?(?:sense|difference|mistakes?|errors?|noise|trouble)\b"
    r"|\b(?:mistakes?|blunders?|errors?)\b[^.?!]{0,30}\bmake\b(?: (?:more|most))?",
    re.I,
)
_OF_TIME = frozenset({"coding", "time", "remote", "travel", "customers"})
_STOCK = re.compile(r"\b(?:equity|stocks?|rsus?|options?|grants?|vest\w*)\b", re.I)
_NOT_PAID = frozenset({"reporting", "travel", "remote", "coding"})
_MONEY = re.compile(
    r"\b(?:pay|pays|paid|salar\w+|earn\w*|comp|compensation|money|premium|makes?|income|wages?)\b|[$₹€]", re.I
)
_STEP_FROM = re.compile(  # "principal, one step above senior": the level beside it is not asked about
    r"\b(?:one|an?|1|two|the) (?:step|level|rung|notch|grade|rank)s? (?:above|up from|over|beyond|below|under"
    r"|before|after)"
    r" (?:an? )?(?P<level>[\w-]+)|\bnot (?:an? )?(?P<other>junior|mid|senior|staff|principal)\b",
    re.I,
)
_BESIDES = re.compile(  # "sideways moves, apart from the customer success ladder"
    r",?\s*\b(?:apart from|besides|other than|aside from|not counting) (?:the |an? |its |their )?"
    r"(?:\w+ ){0,3}(?:ladders?|tracks?|paths?|code|coding|pay|salary|money|travel)\b",
    re.I,
)
_TOO = re.compile(r"\W*included\b", re.I)


def without_asides(text: str) -> str:
    """`text` without the roles that it says it does not mean, and without how it wants to be told."""
    return _EXCLUDED.sub(" ", _MANNERS.sub(" ", text))


def without_had(text: str) -> str:
    """`text` without the clauses that tell what its writer has already ("the 2024 figure I have"), where another one
    asks for something."""
    clauses = re.split(r"(?<=[.!?;,])\s+", text)
    wanted = [c for c in clauses if not _HAD.search(c)]
    return " ".join(wanted) if wanted else text


def measured(found: Sequence[str], text: str, bare: str) -> tuple[str, ...]:
    """Of the measures `found` in the words those that are meant; `bare` is the text without its roles."""
    measures = tuple(found)
    if besides := _BESIDES.search(text):
        rest = measures_asked(text[: besides.start()] + text[besides.end() :])
        measures = tuple(m for m in measures if m in rest) or measures
    if "pay" in measures and _WHAT_PAY.search(bare):
        measures = tuple(m for m in measures if m != "definition")  # "what is FDE pay?" asks what nothing is
    if "premium" in measures and set(measures) & _COUNTED and not _MONEY.search(text):
        measures = tuple(m for m in measures if m != "premium")  # "is the gap big?" of what is counted
    if "pay" in measures and set(measures) & _NOT_PAID and not _MONEY.search(text):
        measures = tuple(m for m in measures if m != "pay")  # what an offer says of something else
    if "pay" in measures and patterns.MEASURING.search(text):
        measures = tuple(
            m for m in measures if m not in ("success", "definition")
        )  # what a figure counts, and not how work is judged
    if {"remote", "openings"} <= {*measures} and (patterns.PERCENT.search(text) or _OF_JOBS.search(text)):
        measures = tuple(m for m in measures if m != "openings")  # the share of jobs that are remote
    if {"growth", "openings"} <= {*measures} and _GROWTH_OF.search(text):
        measures = tuple(m for m in measures if m != "openings")  # "growth in postings"
    if "pay" in measures and _SAVES.search(text) and not _MONEY.search(_SAVES.sub(" ", text)):
        measures = tuple(m for m in measures if m not in ("pay", "premium"))  # "boss wants to save a salary"
    if "premium" in measures and _MAKES_NO_MONEY.search(text) and not _MONEY.search(_MAKES_NO_MONEY.sub(" ", text)):
        measures = tuple(m for m in measures if m not in ("pay", "premium"))  # "does it make more sense?"
    if "origin" in measures and patterns.HOW_MANY.search(text):
        measures = tuple(m for m in measures if m != "origin")  # how many people came from a role
    if "equity" in measures and _OF_TIME & set(measures) and not _STOCK.search(text):
        measures = tuple(m for m in measures if m != "equity")  # "two different shares" of somebody's time
    if "balance" in measures and patterns.TELL_APART.search(text):
        measures = tuple(m for m in measures if m != "balance")  # "by what he does with his hours"
    if _LEFT_OUT.search(text):
        measures = tuple(m for m in measures if m not in ("equity", "bonus"))
    return measures


def bounds(text: str, measures: Sequence[str]) -> Facets:
    """The facets of a question, without an employer tier that it excludes ("not at a top lab") or has besides all
    others ("top labs included"), and without parts of pay that it leaves out. Things are counted "in total", too."""
    found = facets_of(text)
    if "pay" in measures and "total" not in found.basis and re.search(r"\bin total\b", text, re.I):
        found = replace(found, basis=("total", *found.basis))
    if re.search(r"\baverages?,? (?:and|or) ranges?\b|\branges?,? (?:and|or) averages?\b", text, re.I):
        found = replace(found, statistic=())
    if "base" in found.basis and _NO_TOTAL.search(text):
        found = replace(found, basis=tuple(b for b in found.basis if b != "total"))
    if {"equity", "bonus"} & {*found.basis} and _NO_BASE.search(text):
        found = replace(found, basis=tuple(b for b in found.basis if b != "base"))
    if _LEFT_OUT.search(text):
        found = replace(found, basis=tuple(b for b in found.basis if b not in ("equity", "bonus")))
    wanted = without_had(text)
    if len(found.basis) > 1 and wanted != text and (basis := facets_of(wanted).basis):
        found = replace(found, basis=tuple(b for b in found.basis if b in basis))
    if len(found.level) > 1 and (beside := _STEP_FROM.search(text)):
        other = set(facets_of(beside["level"] or beside["other"]).level)
        found = replace(found, level=tuple(v for v in found.level if v not in other) or found.level)
    if any(_TOO.match(text, s.end) for _, s in facet_spans(text, "tier")):
        return replace(found, tier=())
    excluded = {tier for m in patterns.NOT_THERE.finditer(text) for tier in facets_of(m[0]).tier}
    return replace(found, tier=tuple(t for t in found.tier if t not in excluded))
