"""The plan for several roles: a statement of all of them where one answers better, else a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.answering.asking.kind import GENERAL
from agent.answering.claims import NOT_STATED, Draft
from agent.answering.compare import comparison
from agent.answering.context import Context
from agent.answering.direct import ALIKE, direct, known
from agent.answering.pay_plans import of_pay

LEAD = 0.3  # of the ranking, by which a statement of two roles is told rather than a table
FAR = 0.45  # the same, by which it is, though it says nothing of what was asked for
LIKE = 0.75  # cosine of a known question that is answered rather than by a table with gaps
LIKE_DESCRIBED = 0.55  # the same, where the roles are described: they and the measure may have been misread
_ONE_EMPLOYER = re.compile(r"\bwhich (?:\w+ )?(?:lab|company|firm|employer|vendor|start-?up)\b", re.I)


def compared(context: Context) -> Draft | None:
    """None for one role, or where a reason is asked for."""
    question = context.question
    if len(question.roles) < 2 or ("reason" in question.measures and of_pay(question)):
        return None
    general = set(question.measures) <= GENERAL
    if general and (told := direct(context)) and _of_all(question.roles, told) and _of_these(question.roles, told):
        return replace(told, kind="comparison")  # no measure that a table could have a row for
    if _ONE_EMPLOYER.search(question.asked) and (told := direct(context, ALIKE)):
        return told  # the roles are but what it is known for
    told = direct(context, ALIKE) if _leads(context) and known(context) else None
    if told and _of_all(question.roles, told) and (_leads(context, FAR) or _tells(context, told)):
        return replace(told, kind="comparison")
    made = comparison(context)
    like = LIKE_DESCRIBED if question.hinted else LIKE
    if made and _gaps(made) and (told := direct(context, like)) and _of_all(question.roles, told):
        return replace(told, kind="comparison")  # the measure may have been misread
    return made


def _leads(context: Context, by: float = LEAD) -> bool:
    """Whether the ranking's first statement leads the next by far, and is of nothing that a table has a row for."""
    first, second = context.ranked[:2]
    if first.unit.measures & set(context.question.measures) - GENERAL:
        return False  # a table has a row for it
    return first.unit.kind != "cell" and first.score - second.score >= by


def _tells(context: Context, draft: Draft) -> bool:
    """Whether something is said of a measure asked for that a table could have a row for, where there is one."""
    asked = set(context.question.measures) - GENERAL
    return not asked or any(asked & unit.measures for claim in draft.claims() for unit in claim.units)


def _gaps(draft: Draft) -> bool:
    """Whether a table says of some role that nothing is stated."""
    pieces = [piece for block in draft.blocks for row in block.rows for piece in row]
    return NOT_STATED in pieces


def _of_all(roles: Sequence[str], draft: Draft) -> bool:
    """Whether each of the roles is spoken of."""
    return set(roles) <= {role for claim in draft.claims() for unit in claim.units for role in unit.about()}


def _of_these(roles: Sequence[str], draft: Draft) -> bool:
    """Whether of two roles what is said is not of each against a third one."""
    told = [set(unit.about()) for claim in draft.claims() for unit in claim.units]
    return len(roles) != 2 or 2 * sum(bool(about - {*roles}) for about in told) <= len(told)
