"""The words of a question that tell it from others, and the names in it."""

from __future__ import annotations

import re

from agent.answering.question import Question
from corpus.facets import FACETS, facet_spans
from corpus.statements import Statements

_PLAIN = frozenset(
    "how much mani doe do did what which who whom whose when where whi is are was be been would could should "
    "can will the a an of for to in on at by with from and or vs versus than as about between i me my we our "
    "you your they them their it that this these those there if so also exact realli just one like get got "
    "tell explain pleas know engin manag forward deploy fde fdes mle mles mlop tam tams aise se role job work "
    "person peopl someon say accord articl compar typic usual actual go goe went whats ever still today now "
    "chang better best good well make makes thing someth anyth".split()
)


def named_entities(question: Question, statements: Statements) -> tuple[str, ...]:
    """Names in the question that the articles know as names (Glassdoor, OpenAI), in lower case."""
    places = [span for name in FACETS for _, span in facet_spans(question.asked, name)]
    found = [
        m[0].lower()
        for m in re.finditer(r"[A-Za-z0-9][\w.+-]*[\w+]", question.asked)
        if not any(p.start <= m.start() < p.end for p in places)
    ]
    names = statements.names - _NO_NAMES
    return tuple(dict.fromkeys(w for w in found if w in names and not _word(question.asked, w)))


_NO_NAMES = frozenset(  # months, currencies and parts of a text: none of them gives a figure
    "faq usd inr eur gbp lpa ctc "
    "january february march april may june july august september october november december".split()
)
_WORDS = frozenset(  # names that are words as well
    "rest brief press academy brain blind indeed meta ray spark forum department director server writer states sigma"
    " pulse character clearing defense developing economic extended familiar indirect iterate june medical perspective"
    " professional pushing quarterly scientist united validate vertex weights unicorn ads google".split()
)


def _word(asked: str, name: str) -> bool:
    """Whether "the rest" is meant, and not REST; "the ziprecruiter number" can be but one."""
    return name in _WORDS and re.search(rf"\bthe {re.escape(name)}\b", asked) is not None


def content_terms(question: Question, statements: Statements) -> dict[str, float]:
    """The question's stemmed words with their rarity, without role names and question words."""
    bag = statements.tokenizer(question.bare)
    return {t: statements.idf(t) for t in bag if t not in _PLAIN}
