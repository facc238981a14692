"""Answers that are made of several: to two questions in one, to what a question takes for granted and to itself, to
the same question of every role."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from agent.answering.asking.parts import ASKS
from agent.answering.bearing import WEAK
from agent.answering.claims import Draft, bullets
from agent.answering.context import Context, with_article
from agent.answering.direct import CERTAIN, known
from agent.answering.gate import missing
from agent.answering.library import MOST, asks_roles
from agent.answering.pay import PAY
from agent.answering.plans import compose
from agent.answering.told import with_told

Alone = Callable[..., Context]  # (text, earlier texts) -> that text, read for itself
NEAR = 0.7  # cosine of a known question that asks the same of both
_SAME = re.compile(r"\b(?P<w>when|where|who|whose)\b[^.?!]{2,60}\band (?P=w)\b", re.I)
MET = 0.6  # share of a part's words, by rarity, in the statement that answers it
_GIVEN = re.compile(  # "Since TAMs code more than FDEs, why …?"
    rf"^\W*(?:\w+,? )?(?:since|because|as|given that|seeing that|considering(?: that)?|knowing that|now that)\s"
    rf"(?P<premise>[^,;?]{{10,}}),\s*(?:then |so )?(?={ASKS})",
    re.I,
)
_AGAINST = re.compile(r"\b(?:more|less|fewer|most|least|as (?:much|many|often|\w+) as|\w{3,}er)\b", re.I)


def of_both(context: Context, asked: tuple[str, ...], alone: Alone) -> Draft | None:
    """The answers to the two things asked, where each has one of its own; None where one answer serves."""
    if context.question.kind not in ("fact", "list"):
        return None
    if _SAME.search(context.question.asked) and known(context, NEAR):
        return None  # "when for the one and when for the other": one question of two roles
    each = [alone(part, asked[:i]) for i, part in enumerate(asked)]
    if known(context, CERTAIN) and not all(known(one, CERTAIN) for one in each):
        return None
    if any(one.question.kind not in ("fact", "list") or missing(one) or not _met(one) for one in each):
        return None
    made = [draft for one in each if (draft := compose(one)) and not draft.abstained]
    if len(made) < len(each):
        return None
    first, second = ({unit.key for claim in draft.claims() for unit in claim.units} for draft in made)
    if first >= second or second >= first:
        return made[0] if first >= second else made[1]  # one answer serves both
    return None if first & second else Draft((*made[0].blocks, *made[1].blocks), made[0].kind)


def _met(context: Context) -> bool:
    """Whether the question has an answer of its own: a known one, a statement with most of its words, or, of documents
    that no known question speaks of, any."""
    return not context.answers or bool(known(context)) or context.ranked[0].words >= MET


def on_premise(context: Context, made: Draft, alone: Alone) -> Draft:
    """`made` behind what is stated of two roles that the question takes for granted, whether it bears it out or not;
    `made` alone where it says it, or where it is of pay."""
    granted = _GIVEN.search(context.question.asked)
    if granted is None or not _AGAINST.search(granted["premise"]):
        return made
    one = alone(f"Is it so that {granted['premise'].strip()}?")
    asked = set(one.question.measures) - {*WEAK, *PAY}
    said = {m for claim in made.claims() for u in claim.units for m in u.measures}
    if len(one.question.roles) < 2 or not asked or asked <= said or missing(one):
        return made
    own = compose(one)
    draft = with_told(one, own) if own else None
    first = next((block for block in (draft.blocks if draft else ()) if [*block.claims()]), None)
    return made if first is None else replace(made, blocks=(first, *made.blocks))


def of_roles(context: Context, alone: Alone) -> Draft | None:
    """A line on each role of the library, where they are asked for all at once."""
    if not asks_roles(context.question.asked):
        return None
    roles = dict.fromkeys(role for article in context.articles.values() for role in article.roles)
    drafts = [compose(alone(f"What is {with_article(context.roles.name(role))}?")) for role in [*roles][:MOST]]
    claims = [claim for draft in drafts if draft for claim in [*draft.claims()][:1]]
    return Draft((bullets(*claims),), "list") if claims else None
