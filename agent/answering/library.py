"""Questions on the library itself: which articles it holds and how recent they are, which roles they cover, and on
what an answer just given rests."""

from __future__ import annotations

import re
from collections.abc import Mapping

from agent.answering.claims import Block, Claim, Draft, Frame, bullets, paragraph
from agent.answering.context import Context, stated
from agent.answering.pay_words import told_apart
from agent.answering.sourced import source_of
from corpus.article import Article
from corpus.dates import spoken

MOST = 20  # articles or roles that are named
_THE = r"(?:(?:all|the|your|these|those|of|five|six) )*"
_ASKS = (
    r"(?:(?:please|can|could|would|you|me|to|show|give|tell|name|list|so|and|about|just|an?|of|summary|overview) )*"
    r"(?:(?:what|which|how many)(?: are)? )?"
)
_ARTICLES = re.compile(
    rf"{_ASKS}{_THE}(?:articles?|sources|documents|library)"
    r"(?: (?:do you (?:have|use|know|draw on)|are (?:there|these)|is this based on|have you (?:got|read)))?"
    rf"|(?:please )?(?:summari[sz]e|describe|sum up) {_THE}(?:articles|sources|library)"
    r"|what(?: all)? (?:do you (?:know|cover)|can you (?:do|answer|tell me|help(?: me)? with)|can i ask(?: you)?)"
    r"(?: about)?"
    r"|where do you get (?:this|that|it|your (?:information|answers|figures)) from|where do your answers come from",
    re.I,
)
_DATED = re.compile(
    rf"(?:what|which)(?: is|['’]s|s)? {_THE}(?:(?:articles?|sources?) )?(?:is )?{_THE}"
    rf"(?P<which>newest|latest|most recent|oldest|earliest)(?: {_THE}(?:them|articles?|sources?|one))?",
    re.I,
)
_ROLES = re.compile(
    rf"{_ASKS}(?:compare )?{_THE}(?:roles|jobs)"
    r"(?: (?:are (?:there|covered)|do you (?:cover|know(?: about)?)|can you compare))?",
    re.I,
)
_THAT = r"(?:this|that|it)"
_SOURCE = re.compile(
    r"(?:(?:and|but|so|ok|what|is|which|any|the|your|give|show|me) )*(?:sources?|citations?|references?|proof|evidence)"
    rf"(?: (?:(?:for|of) {_THAT}|please))*"
    rf"|(?:says|according to) whom?|(?:and )?who (?:says|said|claims) (?:so|{_THAT})"
    rf"|(?:and )?where (?:is|does|do you get|did you get|have you got) {_THAT}(?: come)?(?: from)?"
    rf"|how do you know(?: {_THAT})?",
    re.I,
)


def asks_source(text: str) -> bool:
    """Whether no more is asked than what the answer before rests on."""
    return _SOURCE.fullmatch(_words(text)) is not None


def asks_roles(text: str) -> bool:
    """Whether all roles of the library are asked for ("list the roles", "compare all six roles")."""
    return _ROLES.fullmatch(_words(text)) is not None


def of_library(context: Context) -> Draft | None:
    """What the library holds, where it is asked for and nothing else is; None otherwise."""
    words, articles = _words(context.question.asked), context.articles
    if not articles:
        return None
    if dated := _DATED.fullmatch(words):
        return _by_date(articles, last=dated["which"].lower() not in ("oldest", "earliest"))
    if not _ARTICLES.fullmatch(words):
        return None
    called = "article" if len(articles) == 1 else "articles"
    lines = [Frame(_line(article)) for article in list(articles.values())[:MOST]]
    return Draft((paragraph(Frame(f"The library holds {len(articles)} {called}:")), bullets(*lines)), "list")


def _by_date(articles: Mapping[str, Article], *, last: bool) -> Draft:
    dated = sorted((a for a in articles.values() if a.date), key=lambda a: a.date, reverse=last)
    if not dated:
        return Draft((paragraph(Frame("None of the articles is dated.")),), "abstention", True)
    said = (
        f"The {'newest' if last else 'oldest'} is “{dated[0].title}” ({dated[0].publisher}, {spoken(dated[0].date)})."
    )
    without = [f"“{a.title}”" for a in articles.values() if not a.date]
    more = [Frame(f"No date is given for {' and '.join(without)}.")] if without else []
    return Draft((paragraph(Frame(said), *more),), "fact")


def _line(article: Article) -> str:
    when = spoken(article.date) or "undated"
    who = f"{article.publisher}, {when}" if article.publisher else when
    return f"“{article.title}” ({who})."


def by_source(context: Context, draft: Draft) -> Draft:
    """The claims of `draft` under the articles that state them, each row with the source that it names."""
    told: dict[str, dict[str, Claim]] = {}
    for claim in draft.claims():
        if claim.units:
            group = told.setdefault(claim.units[0].passage.article, {})
            group.setdefault(claim.statement, Claim(claim.statement, claim.units))
            if source := source_of(context, claim.units[0]):
                of_row = stated(context, source)
                group.setdefault(of_row.statement, of_row)
    blocks: list[Block] = []
    for article, claims in told.items():
        blocks += [paragraph(Frame(f"{told_apart(context, article)}:")), bullets(*claims.values())]
    return Draft(tuple(blocks), draft.kind) if blocks else draft


def _words(text: str) -> str:
    return " ".join(re.findall(r"[\w'’]+", text.lower()))
