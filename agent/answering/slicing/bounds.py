"""One slice of a question on pay: what its words bound."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from agent.answering.asking.bounded import bounds
from agent.answering.asking.named import named as names_roles
from agent.answering.asking.texts import in_titles
from agent.answering.context import Context
from agent.answering.disputing.equal import quantities
from agent.answering.disputing.sources import first_name, named
from agent.answering.question import Question
from agent.answering.terms import named_entities
from corpus.figures import CURRENCIES
from corpus.quantities import Quantity

BOUNDS = ("level", "tier", "basis", "statistic", "names", "articles", "overall", "each", "more")
_EACH_LEVEL = re.compile(  # "the by-level numbers"
    r"\b(?:by|per|each|every|all|single|individual|the)[- ](?:the )?(?:levels?|ranks?|seniorit\w+|rungs?|grades?)\b"
    r"(?=[^.?!,]{0,12}\b(?:numbers?|figures?|amounts?|bands?|ranges?|rows?|pay|go|goes|are|is|say|sit|lie|start)\b)"
    r"|\b(?:levels?|ranks?|seniority)[ -](?:tables?|figures|numbers|bands|rows|split|breakdown)\b",
    re.I,
)
_OVERALL = re.compile(
    r"\b(?:overall|whole|full|entire) (?:\w+ ){0,2}(?:ranges?|bands?|spread|pay|salary|market)\b"
    r"|\b(?:general|ordinary|wider|broad(?:er)?) (?:us )?market\b",
    re.I,
)
_MORE = re.compile(
    r"\b(?:(?P<up>more|higher|above|beyond|over|bigger|larger|exceed\w*|better)|less|lower|below|under|smaller)\b", re.I
)
_BEYOND = re.compile(
    r"\b(?:than|over|above|beyond|past|exceed\w*|north of|below|under)\s(?=[~$₹]?\d|an? \w*illion)", re.I
)
_JUST = re.compile(  # about so much
    r"\b(?:just|slightly|a (?:bit|little)) (?:over|above|under|below|more than)\b", re.I
)
_OF_TEXT = re.compile(
    r"\b(?:numbers?|figures?|amounts?|bands?|ranges?|levels?|rows?|says?|gives?|puts?|quotes?)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Slice:
    """What one part of a question bounds; () or False where it does not. `more` is 1 for "more than the one before",
    -1 for less; `each` for the figures of every level; `limit` the amount beyond which it must lie."""

    role: str
    level: tuple[str, ...]
    tier: tuple[str, ...]
    region: tuple[str, ...]
    basis: tuple[str, ...]
    statistic: tuple[str, ...]
    names: tuple[str, ...]
    articles: tuple[str, ...]
    amounts: tuple[Quantity, ...]
    overall: bool
    each: bool
    more: int
    limit: float
    named: bool = False  # the role stands in this very part

    def kinds(self, shared: Slice) -> frozenset[str]:
        """In what it is bounded apart from what all slices have in common."""
        return frozenset(k for k in BOUNDS if getattr(self, k) and getattr(self, k) != getattr(shared, k))


def read(context: Context, part: str, role: str) -> Slice:
    found, question = bounds(part, context.question.measures), replace(context.question, asked=part)
    each = not found.level and _EACH_LEVEL.search(part) is not None
    amounts = tuple(q for q in quantities(part) if q.unit in CURRENCIES or not q.unit)
    plainly = _JUST.sub(" ", part)
    match = _MORE.search(plainly)
    more = (
        (1 if match["up"] else -1) if match and (amounts or found.tier or found.level or _OF_TEXT.search(part)) else 0
    )
    limit = amounts[0].high if more and amounts and _BEYOND.search(plainly) else 0.0
    return Slice(
        role,
        found.level,
        found.tier,
        found.region,
        found.basis,
        found.statistic,
        tuple(
            n for n in named_entities(_unpublished(context, question), context.statements) if not context.roles.ids(n)
        ),
        _articles(context, question),
        () if limit else amounts,
        bool(_OVERALL.search(part)),
        each,
        more if limit or not (amounts or each) else 0,
        limit,
    )


def _unpublished(context: Context, question: Question) -> Question:
    """Without publishers' names, which are sources of another kind."""
    text = question.asked
    for article in context.articles.values():
        text = re.sub(re.escape(article.publisher or "\0"), " ", text, flags=re.I)
        text = re.sub(rf"\b{name}\b", " ", text, flags=re.I) if (name := first_name(article.publisher, text)) else text
    return replace(question, asked=text)


def _articles(context: Context, question: Question) -> tuple[str, ...]:
    """By their publisher, else by the roles in their title: "the sales engineer comparison"."""
    if found := named(question, context.articles):
        return found
    if found := tuple(a.id for a in context.articles.values() if first_name(a.publisher, question.asked)):
        return found
    spans = names_roles(question.asked, context.roles, ())
    titled = {role for role, _, _ in in_titles(question.asked, spans)}
    return tuple(a.id for a in context.articles.values() if titled and titled <= set(a.roles))
