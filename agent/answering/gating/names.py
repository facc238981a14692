"""Names of employers and sources in a question, apart from those that are part of a role's name."""

from __future__ import annotations

import re

from agent.answering.context import Context
from agent.answering.select import named_entities


def names_asked(context: Context) -> tuple[str, ...]:
    """The names, in lower case ("AI SEs" holds none, though "SEs" is written like one)."""
    asked = context.question.asked
    roles = {w.lower() for m in context.roles.find(asked) for w in re.findall(r"\w+", asked[m.span.start : m.span.end])}
    named = [n for n in named_entities(context.question, context.statements) if n not in roles]
    return tuple(n for n in named if len(n) > 3 or as_typed(context, n) != n)  # "ads" is none, for all Google Ads


def as_typed(context: Context, name: str) -> str:
    """A name as the question writes it."""
    return next((w for w in re.findall(r"[\w.+-]*[\w+]", context.question.asked) if w.lower() == name), name)
