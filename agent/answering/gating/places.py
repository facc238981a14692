"""Job titles and countries that the articles do not cover."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.answering.asking.request import request
from agent.answering.asking.shape import Question
from agent.answering.context import Context, with_article
from agent.answering.pay import PAY
from agent.answering.pay_one import asks_amount
from agent.answering.pay_words import REGIONS
from corpus.facets import facet_spans

PLACED = frozenset(
    {"openings", "growth", "competition", "remote", "visa", "benefits", "layoffs", *PAY}
)  # what differs by country
_BESIDE = re.compile(r"\([^()]*\)")
_HERE = re.compile(r"\W{0,2}\s?here\b", re.I)
_OWN = re.compile(  # where somebody is: "Warsaw here", "our firm in Dublin", "IT support in Manila", "based in Lisbon"
    r"\b(?:i|we|i['’]m|we['’]re|our|my|here|based|living?|from)\b[^.?!,;]{0,60}$", re.I
)


def at_home(question: Question) -> Question:
    """`question` without a country that only tells where the asker is, where nothing is asked that differs by country:
    what a role does, and how one moves between two, is told of none."""
    regions = question.facets.region
    asked = _BESIDE.sub(" ", request(question.asked))
    about = {
        r for r, s in facet_spans(asked, "region") if not (_OWN.search(asked[: s.start]) or _HERE.match(asked[s.end :]))
    }
    if set(question.measures) & PLACED and (question.kind != "advice" or asks_amount(question)):
        kept = tuple(r for r in regions if r in REGIONS or r in about)  # "Nairobi here. What does one pay in the US?"
        return replace(question, facets=replace(question.facets, region=kept)) if set(kept) & set(REGIONS) else question
    if (about or question.follows) and question.kind not in ("advice", "transition"):
        return question
    return replace(question, facets=replace(question.facets, region=())) if regions else question


def unknown_title(context: Context, pay: bool) -> str:
    for name in context.question.others:
        if not any(_named(name).search(u.text) for u in context.statements.units):
            return f"The articles do not cover the role of {name}."
    name = context.question.others[0]
    if pay:
        return f"The articles do not say what {with_article(name)} earns."
    found = next((s for s in context.ranked[:40] if _named(name).search(s.unit.text)), None)
    return "" if found else f"The articles say little about {with_article(name)}, and nothing about that."


def _named(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}s?(?!\w)", re.I)


def unknown_place(context: Context, pay: bool) -> str:
    """A sentence when a country is asked about of which nothing is said; "" otherwise."""
    unknown = [r for r in context.question.facets.region if r not in REGIONS and not _stated(context, r)]
    if not unknown:
        return ""
    covered = "they give pay for the US and India only" if pay else "they speak of the US and India only"
    return f"The articles say nothing about {unknown[0]}; {covered}."


def _stated(context: Context, region: str) -> bool:
    return any(region in u.facets.region for u in context.statements.units)
