"""Where a message names or describes roles; names of publishers and of tools are none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from agent.answering import patterns
from agent.answering.asking.shape import Span
from agent.answering.asking.texts import ARTICLE
from corpus.facets import hinted, titles
from corpus.roles import Roles

Describe = Callable[[str], list[Span]]  # the roles that a text describes, and where
_OF_TECHNOLOGY = re.compile(
    r"\b(?:tech\w*|software|saas|ai|ml|it|engineer\w*|coder\w*|cod(?:e|ing)|program\w*|vendors?|product|clients?|customers?|"
    r"after|post|sale|renewals?|fdes?|mles?|mlops)\b",
    re.I,
)
_BESIDE = re.compile(
    r"\b(?:or|and|vs\.?|versus|than|against|from)\b(?!\s(?:can|could|do|does|is|are|what|which|how|who|why|where|when"
    r"|name|tell|would|will|should|if)\b)",
    re.I,
)
_BESIDE_IT = re.compile(
    r"\b(?:or|and|vs\.?|versus|than|against|from)\s(?:rather |just )?(?:as |by |with |for |to )?"
    r"(?:the |an? |your |our )?$",
    re.I,
)
# "MLOps tooling of AI engineers", "a Cloud/MLOps stack": a field, not the people in it
_FIELD = re.compile(
    r"\bml[- ]?ops(?=[\s-](?:tool\w*|stacks?|software|platforms?|frameworks?|technolog\w+)\b)|(?<=\w/)\s?ml[- ]?ops\b"
    r"|\bml[- ]?ops(?=/)",
    re.I,
)
_ENDS = r"(?=\s*(?:$|[?.!,;:)]|(?:from|or|to|for|if|vs\.?|versus)\b))"
_SIDE = re.compile(
    r"\b(?:or|vs\.?|versus|than|from|into|and|to)\s(?:the )?(?P<after>ML|machine learning|AI)(?: side| guys| one)?"
    rf"{_ENDS}"
    r"|^\W*(?:(?:and|but|so|then|ok|what about|how about|same) )*(?:(?:for|in|with|of|on|by) )?(?:the |those )?"
    r"(?P<only>ML|machine learning|AI)(?: ones?| roles?| jobs?| people| folks?| guys?| side)?"
    r"(?:\W+(?:and |so )?(?:do|are|is|does|can|could|will|would|have|should) (?:they|it|he|she|these|those)\b[^?.!]*)?"
    r"\W*$"
    r"|(?:^|[.:;,!?]\s|\bin )(?P<before>ML|AI)(?=\s(?:or|vs\.?|versus)\s)",
    re.I,
)
_SOMEONE = re.compile(
    r"s?,?\s(?:(?:is|are|just|really) )*(?:someone|somebody|people|a person|the (?:one|ones|person|people))\b",
    re.I,
)
_DONE_BY_IT = re.compile(  # "at risk from AI", "lost to AI": the technology
    r"\b(?:risk\w*|safe\w*|threat\w*|danger\w*|protect\w*|replac\w*|automat\w*|los\w+|lost|pressure|due|thanks|owing|afraid|fear\w*)"
    r"\b[^.?]{0,20}\b(?:from|to|than)\s(?:the )?$",
    re.I,
)
_CLAUSE = re.compile(r"(?<=\w)\s(?:who|that|which|where|of|for|with|next|in|on|at|to|from|by|behind|beside|as)\b", re.I)
_OF_ML = re.compile(  # "the infrastructure specialists of machine learning"
    r"\b(?:infrastructure|platform|operations|reliability)\b.{0,30}\b(?:of|for|behind) (?:the )?"
    r"(?:machine learning|ML|models?)\b",
    re.I,
)
_REQUIRED = re.compile(  # "do I need to be able to train models to work as …?": something asked of the role named
    r"\b(?:able|needs?|have|has|required|expected|how|learn\w*) to\s", re.I
)


def named(text: str, roles: Roles, publishers: Iterable[str]) -> list[Span]:
    """(role, start, end) of each role that `text` names, in order."""
    blank = text
    for name in publishers:
        blank = re.sub(re.escape(name), "_" * len(name), blank, flags=re.I)
    found = [(m.role, m.span.start, m.span.end) for m in roles.find(blank)]
    if len({role for role, _, _ in found}) > 1:
        fields = [m.span() for m in _FIELD.finditer(blank)]
        found = [f for f in found if not any(start <= f[1] and f[2] <= end for start, end in fields)]
    return sorted([*found, *_sides(blank, found, roles)], key=lambda s: s[1])


def _sides(text: str, found: list[Span], roles: Roles) -> list[Span]:
    """ "ML" and "AI" for their engineers, where they stand beside another role ("sales engineer or ML?"), beside
    each other, or alone."""
    out = []
    for match in _SIDE.finditer(text):
        part = next(name for name in ("after", "only", "before") if match[name])
        role = "ai-engineer" if match[part].lower() == "ai" else "mle"
        start, end = match.span(part)
        if role == "ai-engineer" and _DONE_BY_IT.search(text[:start]):
            continue
        if role in roles.all and not any(s < end and start < e for _, s, e in found):
            out.append((role, start, end))
    others = {role for role, _, _ in (*found, *out)}
    return out if len(others) > 1 or any(m["only"] for m in _SIDE.finditer(text)) else []


def described(text: str, beside: list[Span], describe: Describe = hinted) -> list[Span]:
    """Roles that `text` describes in other words, apart from the ones named in it."""
    taken, found = {role for role, _, _ in beside}, describe(text)
    spoken = taken | {role for role, _, _ in found}
    return [
        s
        for s in found
        if s[0] not in taken
        and not any(s[1] < e and b < s[2] for _, b, e in beside)
        and not _title(text[s[1] : s[2]], text, len(spoken) > 1)
    ]


def second(text: str, spans: list[Span], describe: Describe) -> list[Span]:
    """The other role of a move, or of a choice from which one is named ("an FDE or the one who minds accounts")."""
    if not (patterns.MOVE.search(text) or _BESIDE.search(text)) or _is_what(text, spans):
        return []
    found = [s for s in described(text, spans, describe) if not ARTICLE.match(text[s[2] :].lstrip())]
    if not patterns.MOVE.search(text):
        found = [s for s in found if _BESIDE_IT.search(text[: s[1]]) or _BESIDE.match(text[s[2] :].lstrip(" ,"))]
    return [s for s in found if not _required(text, s[1])][:1]


def without_required(text: str, spans: list[Span]) -> list[Span]:
    """`spans` without a deed that another role described has to be able to do: "I'd like to show products; must I
    be able to train models?"."""
    return [s for s in spans if not _required(text, s[1])] or spans


def _required(text: str, start: int) -> bool:
    """Whether the deed at `start`, told with or without its "to", is what somebody has to be able to do."""
    return any(m.end() in (start, start + len("to ")) for m in _REQUIRED.finditer(text))


def _is_what(text: str, spans: list[Span]) -> bool:
    """Whether it is asked what the named role is: "Is an MLE someone who …, or someone who …?"."""
    return any(_SOMEONE.match(text[end:]) for _, _, end in spans)


def _title(phrase: str, text: str, beside: bool) -> bool:
    """Whether a phrase is a job title of another kind, and not just a doer ("the LLM developer"). One that is also
    said of a role ("account manager") is another's where nothing tells of technology, of customers or, `beside`, of
    another role."""
    if _OF_ML.search(phrase):
        return False
    itself = _CLAUSE.split(phrase)[0]  # "the sidekick of an account executive" is no executive
    if not any(" " in m[0] or "-" in m[0] for m in titles().finditer(itself)):
        return False
    return not (hinted(phrase) and (beside or _OF_TECHNOLOGY.search(text)))
