"""Within which bounds a message asks: the facets that its words name, without those that it leaves out, means
otherwise, or has already."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.answering import patterns
from agent.answering.asking.phrases import told_by
from corpus.facets import Facets, facet_spans, facets_of

_EXCLUDED = re.compile(r"\(\s*(?:and |i mean )?not (?:an? |the )?[^()]{1,40}\)", re.I)  # "the AI engineer (not MLE)"
_NO_TOTAL = re.compile(
    r"\b(?:not|rather than|instead of|never mind|(?:do not|don['’]?t) (?:want|need|mean|care about|give me)) "
    r"(?:the |in |any )?total\b",
    re.I,
)
_MANNERS = re.compile(  # how it is to be told, and what is known about that
    r"[.,;!?–-]\s*(?:please |pls )?(?:keep|make) it (?:short|brief|quick|simple)\b[^.?!]*"
    r"|\(\s*(?:yes |and |even )?(?:(?:as )?i (?:know|understand|realise|realize|guess|assume|suppose)|i['’]m aware"
    r"|even (?:if|though)|knowing)\b[^()]*\)"
    r"|(?<=[.;?!,])\s*(?:yes |and )?i (?:already )?(?:know|have) (?:that |it['’]?s |its |the )*[^.;?!,]{0,25}\d"
    r"(?![^.;?!,]*\b(?:years?|yrs?|months?)\b)[^.;?!,]{0,40}(?=[,;] )",
    re.I,
)
_NO_BASE = re.compile(
    r"\b(?:not|no|without|besides?|beyond|on top of|apart from|excluding|except)\b (?:just |only )?"
    r"(?:the |my |their |any )?base\b",
    re.I,
)
_HAD = re.compile(
    r"\b(?:i|we)(?:['’]ve)? (?:already )?(?:have|got|know|found)\b(?! (?:to|that|how|no|an? (?:job|offer|degree)))"
    r"[^.?!]{0,40}\b(?:pay|base|total|salar\w+|figures?|numbers?|data|ranges?)\b"
    r"|\b(?:figures?|numbers?|data|ranges?|base|total|pay)\b[^.?!]{0,12}\b(?:i|we)(?:['’]ve)? (?:already )?"
    r"(?:have|got|know)\b",
    re.I,
)
_STEP_FROM = re.compile(  # "principal, one step above senior": the level beside it is not asked about
    r"\b(?:one|an?|1|two|the) (?:step|level|rung|notch|grade|rank)s? (?:above|up from|over|beyond|below|under"
    r"|before|after)"
    r" (?:an? )?(?P<level>[\w-]+)|\bnot (?:an? )?(?P<other>junior|mid|senior|staff|principal)\b",
    re.I,
)
_RELOCATES = re.compile(  # "we're moving to London in spring": where somebody will be, and no move between roles
    r"(?:^|(?<=[.!?;] ))\W*(?P<who>i|we)(?:['’](?:m|re|ll|d)| am| are)? "
    r"(?:(?:will be|will|plan to|want to|have to|like to) )?"
    r"(?:mov(?:e|ing)|relocat(?:e|ing)|emigrat(?:e|ing)|transferr?(?:ing)?) (?:back |over |out )?(?:to|in) (?:the )?",
    re.I,
)
_TOO = re.compile(r"\W*included\b", re.I)


def without_asides(text: str) -> str:
    """`text` without the roles that it says it does not mean, and without how it wants to be told; a place that
    somebody moves to is one they live in."""
    text = _EXCLUDED.sub(" ", _MANNERS.sub(" ", told_by()["for"].sub("", text)))
    for match in reversed(list(_RELOCATES.finditer(text))):
        if any(s.start == match.end() for _, s in facet_spans(text, "region")):
            text = f"{text[: match.start()]}{match['who']} live in {text[match.end() :]}"
    return text


def without_had(text: str) -> str:
    """`text` without the clauses that tell what its writer has already ("the 2024 figure I have"), where another one
    asks for something."""
    clauses = re.split(r"(?<=[.!?;,])\s+", text)
    wanted = [c for c in clauses if not _HAD.search(c)]
    return " ".join(wanted) if wanted else text


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
    if patterns.LEFT_OUT.search(text):
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
