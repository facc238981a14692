"""Job titles outside the known roles, apart from those of people who are but spoken of."""

from __future__ import annotations

import re

from agent.answering import patterns
from agent.answering.asking.phrases import told_by
from agent.answering.asking.request import request
from agent.answering.asking.shape import Span
from corpus.facets import titles

_THEIRS = re.compile(r"s?['’]s?\s(?:stuff|things?|business|matter|problem|job|work|concern)\b", re.I)
_MENTIONED = re.compile(
    r"\b(?:buyer|client|customer|prospect|bank|vendor)s?['’]s? (?:own )?(?:\w+ )?$|\b(?:as|(?:like"
    r"|as if) i(?:['’]?m|['’]? am| was| were)|my|our|their|keep|keeps|worr\w+|with)"
    r"\s(?:an?\s|the\s)?(?:\w+\s){0,1}$",
    re.I,
)
_ASKER = re.compile(r"\s(?:here|speaking|asking)\b(?! (?:is|are|earn))", re.I)  # "Recruiter here": who asks
_SERVES = re.compile(  # "who keep the pipes running for the data scientists"
    r"\b(?:keep|run|build|built|maintain|make|provide|prepare|serve|support|help|look)\w*\b[^.?!]{0,40}"
    r"\b(?:for|behind|after) (?:the |our |your |all |other )?$"
    r"|\b(?:help|serve|support)(?:s|ing)? (?:the |our |your |other )?$",
    re.I,
)
_CRAFT = re.compile(  # "the plumbers of machine learning": a likeness
    r"(?:plumber|mechanic|janitor|electrician|caretaker|gardener|fire(?:fighter|man)|diplomat|ambassador|nanny|shepherd"
    r"|butler|handyman|surgeon|doctor|nurse|midwife|tailor|translator|interpreter|carpenter|cook|chef|stoker|librarian)s?",
    re.I,
)
_OF_MODELS = re.compile(
    r"\s(?:of|for|behind|to) (?:the |your |our )?(?:machine learning|ML|AI|models?|LLMs?|algorithms?)\b", re.I
)
_LIKENED = (
    r"\b(?:bar|level|standard)s?\b[^.?!,]{0,30}"
    r"|\b(?:like|similar to|comparable to|as (?:hard|tough) as) (?:an? )?(?:senior )?"
)
_SAYS = (
    r"(?:pitch|offer|told|tell|call|contact|messag|approach|sa(?:ys?|id)|ask|wr(?:ite|ote)|reach|want|claim|insist|promis"
    r"|ping|rang|r[au]ng|sent|send|suggest|think|thought|mention|ghost)\w*\b"
)
_AS_TITLE = re.compile(r"(?:['’]?s)? (?:title|degree)\b", re.I)  # "a doctor's title" is held, and no job
_PAID = re.compile(  # "product manager salary please; I was told seniors go there": asked about wherever it stands
    r"['’]?s?['’]? (?:(?:total|base|average|median|typical) )?"
    r"(?:salar(?:y|ies)|pay|comp|compensation|wages?|earnings) ?(?:range|band|figure|level)?s?"
    r"(?=\W*$|[,.;?!]|\s(?:please|pls|plz|in|at|range|for)\b)",
    re.I,
)
_BESIDE = re.compile(  # "do that an ordinary developer doesn't"
    r"\bthat (?:an? |the )?"
    r"(?:(?:normal|ordinary|regular|usual|plain|common|average|simple|good|app|web|classic) ){1,2}$",
    re.I,
)
_UNLIKE = re.compile(r"s?\s(?:does|do|can|could|would|is|are|has|have)(?:n['’]?t| not)\b", re.I)
_QUOTED = re.compile(r"[\"'“‘]\w*$")
_AD = re.compile(r"s?[\"'”’] (?:ad|advert\w*|posting|opening|listing|offer|title|position|role|job)s?\b", re.I)
_OWN = re.compile(r"\b(?:my|our|his|her|the)\s$", re.I)
_OPINES = re.compile(r"[^.?!]{0,30}\b(?:disagree|differ|argue|say|claim|insist|think|believe)(?:s|d)?\b", re.I)


def other_titles(text: str, taken: list[Span]) -> tuple[str, ...]:
    """Job titles outside the known roles, as typed, in the singular; not of those who are but mentioned: "as CTO",
    "our five data scientists", "my teacher disagrees"."""
    moving, asked = patterns.MOVE.search(text) is not None, request(text)
    likened = bool(taken) and not (moving or patterns.FROM_TO.search(text))
    found = [
        m[0].lower()
        for m in titles().finditer(text)
        if not any(s < m.end() and m.start() < e for _, s, e in taken)
        and not text[: m.start()].endswith("-")  # "LLM-product engineers" describes them
        and not _ASKER.match(text[m.end() :])
        and not _AS_TITLE.match(text[m.end() :])
        and not (taken and _QUOTED.search(text[: m.start()]) and _AD.match(text[m.end() :]))
        and not (taken and _SERVES.search(text[: m.start()]))
        and not (_CRAFT.fullmatch(m[0]) and (likened or _OF_MODELS.match(text[m.end() :])))
        and not (_OWN.search(text[: m.start()]) and _OPINES.match(text[m.end() :]))
        and not (taken and _BESIDE.search(text[: m.start()]) and _UNLIKE.match(text[m.end() :]))
        and not (_speaks(text, m[0]) or _level_of(text, m[0]))
        and (
            moving
            or _PAID.match(text[m.end() :])
            or not (_mentioned(text, m.start(), m.end()) or (taken and m[0] not in asked))
        )
    ]
    return tuple(dict.fromkeys(re.sub(r"s$", "", name) for name in found if not name.endswith("-minded")))


def _mentioned(text: str, start: int, end: int) -> bool:
    """Whether a title is but that of someone who is spoken of, who speaks, or who asks."""
    before, after = text[:start], text[end:]
    if _MENTIONED.search(before) or _THEIRS.match(after) or told_by()["speaks"].match(after):
        return True
    return bool(told_by()["kin"].search(before) and told_by()["says"].search(after))


def _speaks(text: str, name: str) -> bool:
    """Whether somebody of that title only tells the asker something ("a recruiter pitched me …")."""
    who = rf"(?:\b(?:an?|the|my|our|this|that|some|another|every) (?:\w+ )?|(?:^|[.!?,] )\W*){re.escape(name)}s?"
    return re.search(rf"{who} (?:just |has |had |keeps? )?{_SAYS}", text, re.I) is not None


def _level_of(text: str, name: str) -> bool:
    """Whether a title only says how high something is set ("a bar close to that of a senior software engineer")."""
    return re.search(rf"(?:{_LIKENED})\b{re.escape(name)}", text, re.I) is not None
