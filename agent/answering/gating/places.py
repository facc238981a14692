"""Job titles and countries that the articles do not cover."""

from __future__ import annotations

import re

from agent.answering.context import Context, with_article
from agent.answering.pay_words import REGIONS


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
