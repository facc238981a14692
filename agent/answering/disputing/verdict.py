"""The sentence that opens a conflict: whether what is stated agrees and, where not, in what it differs.

It ends with a colon: the cited lines below it carry what it says.
"""

from __future__ import annotations

from collections.abc import Sequence

from agent.answering.context import Context
from agent.answering.disputing.signals import shows
from agent.answering.disputing.stated import Stated
from agent.answering.disputing.why import differences


def quoted_verdict(context: Context, found: Sequence[Stated]) -> str:
    """Yes or no where that was asked, and the reason as far as the articles state one."""
    of_amounts = [s for s in found if s.amount]
    why = differences(context, of_amounts if len(of_amounts) > 1 else found)
    if len({s.unit.key for s in found}) == 1:
        return "These are the two ends of one stated figure:"
    amounts = [s.amount for s in of_amounts]
    both = "both stand" if len(amounts) == 2 or len(found) == 2 else "all stand"
    whole = f"{_joined(amounts)} {both}" if len(amounts) > 1 else both.capitalize()
    if not why and (answer := yes_no(context)):
        return f"{answer}; {whole if amounts else both} in the articles, and no article says which is right:"
    if not why:
        return f"{whole} in the articles, and no article says which is right:"
    opening = _opening(context, whole if amounts else both) or f"{whole} in the articles, but they"
    return f"{opening} do not measure the same thing; they differ in {_joined(why)}:"


def _opening(context: Context, whole: str) -> str:
    """ "No contradiction: they", "No, they are not the same: they"; "" where neither was asked."""
    text = context.question.asked
    if shows(text, "contradict"):
        return f"That is no contradiction: {whole}, but they"
    answer = yes_no(context)
    return f"{answer}: they" if answer else ""


def yes_no(context: Context) -> str:
    """The opening of an answer to "do they agree" or "do they differ", where that was asked and they differ."""
    text = context.question.asked
    if not (context.question.yes_no or text.rstrip().endswith("?")) or not shows(text, "differ", "agree"):
        return ""
    if shows(text, "differ"):
        return "Yes, they differ" if context.question.yes_no else ""
    return "No, they are not the same" if context.question.yes_no or shows(text, "doubt") else ""


def pay_verdict(context: Context, found: Sequence[Stated], who: str) -> str:
    """The sentence above several articles' figures on what `who` earns."""
    why = differences(context, found)
    opening = (yes_no(context) if context.question.yes_no else "") or f"The articles differ on what {who} earns"
    if not why:
        return f"{opening}, and no article says which figure is right:"
    return f"{opening}, because they do not measure the same thing; they differ in {_joined(why)}:"


def closing(context: Context) -> str:
    """Which of the figures to take, where that was asked; "" else."""
    if not shows(context.question.asked, "which_to_take"):
        return ""
    return "No article ranks them; the one to go by is that of your own level, employers, country and basis."


def _joined(phrases: Sequence[str]) -> str:
    return phrases[0] if len(phrases) == 1 else f"{', '.join(phrases[:-1])} and {phrases[-1]}"
