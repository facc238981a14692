"""Which articles a question names as its sources ("according to Valenx", "FDE Academy vs Perspective AI")."""

from __future__ import annotations

import re
from collections.abc import Mapping

from agent.answering.question import Question
from corpus.article import Article

_BEFORE = (
    r"(?:according to|as per|per|says|from|in|by|of|on|for|at|do|does|did|what|how|between|and|vs\.?|versus|than|with"
    r"|to|or|contradicts?|match(?:es)?|both|if|that|whether|against)"
)
_AFTER = (
    r"(?:['’]s?\b|\s(?:and|at|has|have|vs\.?|versus|or|say\w*|give\w*|put\w*|claim\w*|report\w*|state\w*|estimat\w*|quot\w*"
    r"|figures?|numbers?|articles?|guides?|pieces?|data|range\w*|think\w*|differ\w*|agree\w*|disagree\w*|contradict\w*))"
)


LONG = 5  # letters of a first word that stands for the name
_THE_TWO = re.compile(
    r"\b(?:(?:the|these|its|both|of the) two|either of the|both) (?:\w+ )?"
    r"(?:roles?|jobs?|titles?|positions?|professions?|careers?)\b",
    re.I,
)


def named(question: Question, articles: Mapping[str, Article]) -> tuple[str, ...]:
    """Ids of the articles whose publisher the question gives as a source; those on the asked roles where a
    publisher has several. () where none is named."""
    found = [a for a in articles.values() if a.publisher and _source(a.publisher).search(question.asked)]
    asked = set(question.roles)
    if found and question.titled:  # "the range in the TAM comparison and the median that Perspective quotes"
        both = {*question.titled, *asked}
        found += [a for a in articles.values() if a not in found and both <= set(a.roles)]
    return tuple(
        a.id
        for a in found
        if not asked
        or asked & set(a.roles)
        or not any(asked & set(b.roles) for b in found if b.publisher == a.publisher)
    )


def pair_of(text: str, articles: Mapping[str, Article]) -> tuple[str, ...]:
    """The two roles that the one article compares which is named by its publisher, where "the two" are spoken of."""
    if not _THE_TWO.search(text):
        return ()
    found = [a for a in articles.values() if a.publisher and _source(a.publisher).search(text)]
    return found[0].roles if len(found) == 1 and len(found[0].roles) == 2 else ()


def first_name(publisher: str, text: str) -> str:
    """The first word of a publisher's name by which `text` calls it, written as it may be ("perspective gives …");
    "" where it does not, or where that word is short."""
    name = (publisher.split() or [""])[0]
    return name if len(name) >= LONG and re.search(rf"\b{re.escape(name)}\b", text, re.I) else ""


def _source(publisher: str) -> re.Pattern[str]:
    """A publisher's name in the place of a source: whole, or its first word with a capital where that is long."""
    words = publisher.split()
    whole = r"\W?".join(re.escape(w) for w in words)
    short = f"|(?-i:{re.escape(words[0])})" if len(words) > 1 and len(words[0]) >= LONG else ""
    name = rf"(?:the\s)?(?<!\w)(?:{whole}{short})"
    return re.compile(rf"\b{_BEFORE}\s{name}(?!\w)|{name}{_AFTER}|^{name}\W", re.I)
