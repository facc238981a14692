"""The verdict of advice in one sentence, with the roles called as the asker calls them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.answering.advising.wishes import BOTH, NEITHER
from agent.answering.context import Context, with_article


def verdict(context: Context, of: str, named: Sequence[str], company: bool) -> str:
    """The answer for `of` (a role, BOTH or NEITHER) without its stop; `named` are the roles asked about."""
    if of == NEITHER:
        return "Neither yet"
    if of == BOTH:
        return "Both, one after the other"
    role = who(context, of)
    upper = role[:1].upper() + role[1:]
    others = [r for r in named if r != of]
    if len(named) == 1 and not others:
        return f"Yes, {role} fits what you describe"
    if len(named) == 1:
        return f"Rather {role} than {who(context, others[0])}"
    if company:
        return f"{upper} comes first for what you describe"
    if len(others) == 1:
        return f"{upper} fits what you describe better than {who(context, others[0])}"
    return f"{upper} fits what you describe best"


def who(context: Context, key: str) -> str:
    """A role with its article: its short form where the asker used that, else its name with the short form."""
    if key == BOTH:
        return "hiring both in sequence"
    if key == NEITHER:
        return "hiring neither yet"
    short, name = context.called(key), context.roles.name(key)
    if short == name or re.search(rf"\b{re.escape(short)}s?\b", context.question.asked, re.I):
        return with_article(short)
    return f"{with_article(name)} ({short})"
