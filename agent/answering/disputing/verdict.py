"""The sentence that opens a conflict: whether what is stated agrees and, where not, why."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.answering.context import Context
from agent.answering.disputing.stated import Stated
from agent.answering.disputing.why import reasons

AGREE = re.compile(
    r"\b(agree\w*|consistent\w*|match\w*|same|line up|square with|comparable|identical|like for like"
    r"|confirm\w*|corroborat\w*|back (?:that|this|it) up)\b",
    re.I,
)
DIFFER = re.compile(
    r"\b(dis-?agree\w*|contradict\w*|conflict\w*|inconsisten\w*|differ\w*|diverg\w*|discrepan\w*|mismatch\w*|at odds"
    r"|var(?:y|ies)|all over the place)\b",
    re.I,
)


def quoted_verdict(context: Context, found: Sequence[Stated]) -> str:
    """Yes or no where that was asked, and the reason as far as the articles state one."""
    why = reasons(context, found)
    both = "Both stand" if len(found) == 2 else "They all stand"
    if len({s.unit.key for s in found}) == 1:
        return "These are the two ends of one stated figure."
    if not why:
        return f"{both} in the articles, and no article says which is right."
    answer = yes_no(context)
    opening = f"{answer}, because they" if answer else f"{both} in the articles, but they"
    return f"{opening} do not measure the same thing: {'; '.join(why)}."


def yes_no(context: Context) -> str:
    """The opening of an answer to "do they agree" or "do they differ", where that was asked and they differ."""
    text = context.question.asked
    if not context.question.yes_no or not (DIFFER.search(text) or AGREE.search(text)):
        return ""
    return "Yes, they differ" if DIFFER.search(text) else "No, they are not the same"


def pay_verdict(context: Context, found: Sequence[Stated], who: str) -> str:
    """The sentence above several articles' figures on what `who` earns."""
    why = reasons(context, found)
    opening = yes_no(context) or f"The articles differ on what {who} earns"
    if not why:
        return f"{opening}, and none says which figure is right."
    return f"{opening}, because they do not measure the same thing: {'; '.join(why)}. They should not be averaged."
