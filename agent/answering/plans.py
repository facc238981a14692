"""The plans by which an answer is composed, tried in order; the first that makes one is taken.

What the articles are said to differ on comes first, then a move, advice, pay, a comparison; and what the known
questions and the ranking speak for answers the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from agent.answering import patterns
from agent.answering.advice import advice
from agent.answering.asking.kind import GENERAL
from agent.answering.claims import NOT_STATED, Block, Draft
from agent.answering.compare import comparison
from agent.answering.context import Context
from agent.answering.direct import ALIKE, CERTAIN, direct, known, laid_out
from agent.answering.dispute import disputed, is_dispute, resembling
from agent.answering.fact import fact, listing
from agent.answering.gate import counts
from agent.answering.move import towards, transition
from agent.answering.pay import PAY, implied
from agent.answering.pay_one import asks_amount, one_role
from agent.answering.pay_sides import several_roles
from agent.answering.question import Question
from agent.answering.sourced import sourced

Plan = Callable[[Context], Draft | None]
LEAD = 0.3  # of the ranking, by which a statement of two roles is told rather than a table
SURE = 0.7  # cosine of a known question that is answered rather than by what the articles say of a move
FEW = 3  # roles from which words that leave one of them out are no answer
LIKE = 0.75  # cosine of a known question that is answered rather than by a table with gaps
_ASKS_WHY = re.compile(r"\b(?:why|how come|how can (?:that|this|it) be|reasons?)\b", re.I)
_TO_LEARN = re.compile(  # "should I spend my evenings learning to …?": no role is chosen
    r"\b(?:should|must|do|need|worth|shall)\b[^?.]{0,40}\b(?:learn|study|practi[sc]e|master|brush up)(?:ing)?\b", re.I
)
_ONE_EMPLOYER = re.compile(r"\bwhich (?:\w+ )?(?:lab|company|firm|employer|vendor|start-?up)\b", re.I)
_SHARE = re.compile(r"percent|%|share of|what (?:share|slice|stake|fraction|portion)", re.I)


def compose(context: Context) -> Draft | None:
    """The draft of the first plan that makes one with something in it."""
    made = (draft for plan in PLANS if (draft := plan(context)))
    return next((draft for draft in made if draft.blocks), None)


def _dispute(context: Context) -> Draft | None:
    return disputed(context) if is_dispute(context) else resembling(context)


def _move(context: Context) -> Draft | None:
    if context.question.kind != "transition":
        return None
    return transition(context) or direct(context) or towards(context)


def _advice(context: Context) -> Draft | None:
    question = context.question
    if question.kind != "advice" or is_dispute(context) or (asks_amount(question) and not question.told):
        return None
    if len(question.roles) > 1 and _of_pay(question) and not patterns.FIRST_PERSON.search(question.text):
        return None  # what each of several roles is paid, and no advice
    if len(question.roles) == 1 and _TO_LEARN.search(question.asked) and (told := direct(context, SURE)):
        return told
    return advice(context) or direct(context) or fact(context)


def _why(context: Context) -> Draft | None:
    """Why something just told of several roles is so: the reason that is known, and no table of it."""
    question = context.question
    if "reason" not in question.measures or not question.follows or len(question.roles) < 2 or _of_pay(question):
        return None
    for place, near in enumerate(context.answers):
        told = [context.statements.units[i] for i in near.units]
        same = not place and _ASKS_WHY.search(near.question)
        units = told if same else [u for u in told if "reason" in u.measures]
        if units and near.cosine >= ALIKE:
            return Draft(laid_out(context, units), "fact")
    return None


def _source(context: Context) -> Draft | None:
    """Where a table's figures come from, by its own column of sources."""
    question = context.question
    if question.kind not in ("fact", "list", "comparison") or known(context):
        return None
    return sourced(context) if patterns.WHERE_FROM.search(question.asked) else None


def _described(context: Context) -> Draft | None:
    """What is known to answer a question of roles that are only described: they may be others than was read."""
    question = context.question
    if not question.hinted or question.kind == "advice":
        return None
    least = SURE if question.origin and question.goal else ALIKE
    return direct(context) if known(context, least) else None


def _known(context: Context) -> Draft | None:
    """What is known to answer almost these words, whatever else they make one think of."""
    question = context.question
    if question.kind not in ("fact", "list") or question.follows or _of_pay(question):
        return None  # an amount of pay is told by the figures of all articles
    return direct(context) if known(context, CERTAIN) else None


def _pay_in_words(context: Context) -> Draft | None:
    """What a sentence says of pay where it answers better than figures."""
    if not _of_pay(context.question) or not _said(context) or is_dispute(context):
        return None
    made = direct(context)
    return made if made and (len(context.question.roles) < FEW or _of_all(context.question.roles, made)) else None


def _pay(context: Context) -> Draft | None:
    question = context.question
    if not _of_pay(question) or not question.roles:
        return None
    if len(question.roles) >= 2:
        return _with_rest(context, several_roles(context))
    disputing = is_dispute(context)
    return one_role(context, question.roles[0], disputing) if disputing or not _asks_why(question) else None


def _with_rest(context: Context, draft: Draft | None) -> Draft | None:
    """`draft` with the figures of each asked role that has none beside the others'."""
    asked = context.question.roles
    told = {role for claim in draft.claims() for unit in claim.units for role in unit.about()} if draft else set()
    if draft is None or len(asked) < FEW or set(asked) <= told:
        return draft
    rest: list[Block] = []
    for role in (r for r in asked if r not in told):
        alone = one_role(replace(context, question=replace(context.question, roles=(role,), kind="fact")), role)
        rest += alone.blocks if alone else ()
    return replace(draft, blocks=(*draft.blocks, *rest))


def _comparison(context: Context) -> Draft | None:
    question = context.question
    if len(question.roles) < 2 or ("reason" in question.measures and _of_pay(question)):
        return None
    if set(question.measures) <= GENERAL and (told := direct(context)) and _of_all(question.roles, told):
        return replace(told, kind="comparison")  # no measure that a table could have a row for
    if _ONE_EMPLOYER.search(question.asked) and (told := direct(context, ALIKE)):
        return told  # the roles are but what it is known for
    if _leads(context) and known(context) and (told := direct(context, ALIKE)) and _of_all(question.roles, told):
        return replace(told, kind="comparison")
    made = comparison(context)
    if made and _gaps(made) and (told := direct(context, LIKE)) and _of_all(question.roles, told):
        return replace(told, kind="comparison")  # the measure may have been misread
    return made


def _leads(context: Context) -> bool:
    """Whether the ranking's first statement leads the next by far, and is of nothing that a table has a row for."""
    first, second = context.ranked[:2]
    if first.unit.measures & set(context.question.measures) - GENERAL:
        return False  # a table has a row for it
    return first.unit.kind != "cell" and first.score - second.score >= LEAD


def _gaps(draft: Draft) -> bool:
    """Whether a table says of some role that nothing is stated."""
    pieces = [piece for block in draft.blocks for row in block.rows for piece in row]
    return NOT_STATED in pieces


def _of_all(roles: Sequence[str], draft: Draft) -> bool:
    """Whether each of the roles is spoken of."""
    return set(roles) <= {role for claim in draft.claims() for unit in claim.units for role in unit.about()}


def _ranked(context: Context) -> Draft | None:
    """The best of the ranking, where no known question is near."""
    question = context.question
    why = "reason" in question.measures and (len(question.roles) < 2 or _of_pay(question))
    return listing(context) if question.kind == "list" or why else fact(context)


def _of_pay(question: Question) -> bool:
    """Whether an amount of pay is asked for: no number of something else, no variable part, no share of equity."""
    if not (implied(question) or set(question.measures) & set(PAY)):
        return False
    if "variable" in question.measures or counts(question):
        return False
    return not ("equity" in question.measures and _SHARE.search(question.asked))


def _said(context: Context) -> bool:
    """Whether a sentence answers better than figures do: its wording asks for no amount, or it leads them clearly."""
    if patterns.NOT_AMOUNT.search(context.question.asked):
        return True
    if "premium" in context.question.measures and len(context.question.roles) > 1:
        return False  # who earns more is told by the figures
    if context.question.facets.basis and context.question.facets.level:
        return False  # an amount was asked for in so many words
    first = context.ranked[0]
    cell = next((s.score for s in context.ranked if s.unit.kind == "cell" and "pay" in s.unit.measures), 0.0)
    told = {"variable", "reason"} & first.unit.measures or not first.unit.numbers
    return first.unit.kind != "cell" and bool(told) and first.score > cell + 0.3


def _asks_why(question: Question) -> bool:
    """Why pay is as it is; why the articles' figures differ is answered by the figures and their bases."""
    return "reason" in question.measures and not patterns.DISAGREE.search(question.asked)


PLANS: tuple[Plan, ...] = (
    _described,
    _dispute,
    _why,
    _source,
    _move,
    _advice,
    _known,
    _pay_in_words,
    _pay,
    _comparison,
    direct,
    _ranked,
)
