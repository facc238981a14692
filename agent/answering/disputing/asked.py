"""Whether a question is about sources or figures that differ, or are said to."""

from __future__ import annotations

import re

from agent.answering import patterns
from agent.answering.context import Context
from agent.answering.disputing.quoted import quantities
from agent.answering.disputing.signals import shows
from agent.answering.disputing.sources import named
from agent.answering.question import Question
from agent.answering.terms import named_entities

_TWO_TEXTS = re.compile(
    r"\b(?:article|guide|piece|post|page|comparison|one)\b.{3,160}\b(?:article|guide|piece|post|page|comparison|one)\b",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")


def is_dispute(context: Context) -> bool:
    """Whether it is asked if, how or why sources or figures differ; of two roles only where texts are spoken of."""
    question, text = context.question, without_hearsay(context.question.asked)
    several = len(question.roles) > 1
    if len({context.publisher(a) for a in named(question, context.articles)}) > 1:
        return True
    if question.titled and shows(text, "another"):
        return True  # "FDE vs MLOps says …, but another page …"
    if len(question.titled) > 1 and _TWO_TEXTS.search(text):
        return True  # "the MLOps piece claims …, yet the TAM piece …"
    if shows(text, "strong") and len(named_entities(question, context.statements)) > 1:
        return True  # "Indeed and Glassdoor disagree"
    if _of_amounts(question) or (question.follows and quantities(text) and shows(text, "doubt", "places", "quoted")):
        return True
    choosing = question.kind == "advice" and question.told and (several or question.hinted)
    if choosing and not shows(text, "texts", "places", "strong", "clash"):
        return False  # "my investor says hire the one, I'd say the other": what to do is asked
    if patterns.TELL_APART.search(text):
        return False  # by what two jobs are told apart, and not two texts
    if several and "reason" in question.measures and not shows(text, "heard", "places"):
        return False  # why one role has more than another is no dispute
    if shows(text, "texts", "places") and (
        of_texts(text, several) or (not several and shows(text, "doubt", "sides")) or shows(text, "trust")
    ):
        return True
    if several:
        return _of_roles(text)
    described = question.hinted and not question.measures  # of whom, and of what, is but guessed
    if question.roles and not described and _of_one(text):
        return True
    return figures_differ(text) or (shows(text, "clash") and not question.roles and shows(text, "texts"))


def without_hearsay(text: str) -> str:
    """`text` without sentences in which someone says something of the asker ("my wife says I'll be working late"):
    no source that states anything of a role."""
    kept = [s for s in _SENTENCE.split(text) if quantities(s) or not shows(s, "hearsay")]
    return " ".join(kept) or text


def of_texts(text: str, several: bool = False) -> bool:
    """Whether it is texts of which agreement, difference or trust is asked; what each says of `several` roles is
    a comparison."""
    if (not several and shows(text, "each")) or (shows(text, "texts") and shows(text, "trust")):
        return True
    if not shows(text, "texts", "places"):
        return False
    return shows(text, "clash", "misread") or (shows(text, "sides") and shows(text, "doubt", "heard", "against"))


def is_one_true(text: str) -> bool:
    """Whether it is asked if the one amount that is quoted holds."""
    amounts = [q for q in quantities(text) if q.unit in ("USD", "INR")]
    return len(amounts) == 1 and len(quantities(text)) == 1 and shows(text, "is_true")


def figures_differ(text: str) -> bool:
    """Whether it is figures that are said to differ, or to be more than one."""
    return shows(text, "several") or (shows(text, "amounts") and shows(text, "differ", "agree"))


def _of_amounts(question: Question) -> bool:
    """Whether two amounts are set against each other, or one is asked to be of the one role or the other."""
    text = question.asked
    several = [q for q in quantities(text) if q.unit not in ("week", "month")]
    if len(several) == 1:
        return len(question.roles) > 1 and shows(text, "is_that")
    if len(several) < 2:
        return False
    if question.told and len({q.unit for q in several}) > 1 and not shows(text, "doubt", "clash"):
        return False  # "12 accounts, 5% of the time": a situation is told, and nothing set against anything
    if shows(text, "doubt", "clash", "sides", "heard", "places"):
        return True
    return question.kind not in ("advice", "transition") and shows(text, "against")


def _of_one(text: str) -> bool:
    """Whether of one role two things are said, or one is doubted."""
    if is_one_true(text) or (shows(text, "sides") and shows(text, "heard", "clash", "doubt")):
        return True
    if shows(text, "contrast") and shows(text, "ruling"):
        return True
    said = bool(quantities(text)) or shows(text, "heard", "places") or shows(text, "versus")
    if shows(text, "heard", "places") and shows(text, "two_said"):
        return True
    return said and shows(text, "doubt", "clash") and shows(text, "contrast", "against")


def _of_roles(text: str) -> bool:
    """Whether of two roles different things are said, and a ruling is asked for."""
    if shows(text, "strong") or (shows(text, "heard", "places") and shows(text, "doubt", "clash")):
        return True
    return shows(text, "contrast") and shows(text, "ruling")
