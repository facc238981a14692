"""Where articles differ, or are said to: what each states with its source and date, and in one sentence whether
they agree and why not."""

from __future__ import annotations

from agent.answering.claims import Block, Draft, Frame, bullets, paragraph
from agent.answering.comparing.rows import focus
from agent.answering.context import Context, with_article
from agent.answering.disputing.asked import is_dispute, is_one_true, of_texts
from agent.answering.disputing.line import line
from agent.answering.disputing.quoted import Lookup, looked_up, of_each_role, quantities
from agent.answering.disputing.sides import of_sides
from agent.answering.disputing.sources import named
from agent.answering.disputing.statements import side_by_side, statements
from agent.answering.disputing.verdict import closing, quoted_verdict
from agent.answering.pay import PAY, implied
from agent.answering.pay_one import of_basis, one_role, threshold
from agent.answering.pay_words import REGIONS
from agent.answering.select import named_entities

_OF_PAY = ("employers", "reason", "difference", "overlap", "definition", "choose", "origin", "transition", "variable")

__all__ = ["disputed", "is_dispute", "settled"]


def disputed(context: Context) -> Draft | None:
    """Figures that the question quotes, else the best statement of each article. None where nothing is found."""
    question = context.question
    quoted = len(quantities(question.asked))
    found = of_each_role(context) if quoted == 1 and len(question.roles) > 1 else looked_up(context)
    if len(found.found) > 1 or (quoted > 1 and found.found):
        return _quoted(context, found)
    pay = implied(question) or bool(set(question.measures) & set(PAY))
    if pay and (len(question.roles) > 1 or "premium" not in question.measures):
        return None  # pay is told by agent.answering.pay
    return statements(context)


def settled(context: Context) -> Draft | None:
    """An answer to a question that quotes figures which all stand in the articles, or asks whether named sources
    agree on what they state of a role, whatever else it leaves out."""
    question = context.question
    if (question.others and not question.roles) or not is_dispute(context):
        return None
    if is_one_true(question.asked) and (told := of_basis(context) or _one_amount(context)):
        return told
    if len(quantities(question.asked)) > 1:
        found = looked_up(context)
        return _quoted(context, found) if found.found and not found.absent else None
    beside = set(question.measures) & set(PAY) and set(question.measures) - {*PAY, *_OF_PAY}
    if beside and len(question.roles) == 1 and (units := of_sides(context)):
        return side_by_side(context, units)
    explained = {"reason", "premium"} <= set(question.measures)  # why there is a premium is told in words
    paid = (implied(question) or bool(set(question.measures) & set(PAY))) and len(question.roles) == 1 and not explained
    if paid and set(question.facets.region) <= set(REGIONS) and _known_names(context):
        return one_role(context, question.roles[0], disputing=True)
    both = len({context.publisher(a) for a in named(question, context.articles)}) > 1
    if not question.roles or (len(question.roles) > 1 and set(question.measures) & set(PAY)):
        return None
    if set(question.measures) & set(PAY) or not focus(question.measures):
        return side_by_side(context, units) if (units := of_sides(context)) else None
    if not both and (named_entities(question, context.statements) or not of_texts(question.asked)):
        return side_by_side(context, units) if (units := of_sides(context)) else None
    return statements(context)


def _known_names(context: Context) -> bool:
    """Whether every name in the question is a publisher's, or one that a statement about pay of the role gives."""
    sources = " ".join(a.publisher for a in context.articles.values()).lower().split()
    names = [n for n in named_entities(context.question, context.statements) if n not in sources]
    asked = set(context.question.roles)
    paid = [u for u in context.statements.units if "pay" in u.measures and asked & set(u.about())]
    return all(any(name in u.text.lower() for u in paid) for name in names)


def _one_amount(context: Context) -> Draft | None:
    """Whether the one amount that is quoted is stated of the role asked about, or of another; None for "over $200K"
    and for an amount that no article states."""
    question, found = context.question, looked_up(context).found
    if threshold(question) or not found or found[0].quantity is None:
        return None
    quoted, amount, role = quantities(question.asked)[0], found[0].quantity, found[0].role
    if role and role not in question.roles:
        asked = " or ".join(with_article(context.called(r)) for r in question.roles)
        said = f"No article states {amount.text} for {asked}; it is stated of {with_article(context.called(role))}."
    else:
        said = "Yes, it is stated." if quoted.key == amount.key else "It is one end of a stated band."
    return Draft((paragraph(Frame(said)), bullets(line(context, found[0]))), "conflict")


def _quoted(context: Context, lookup: Lookup) -> Draft:
    blocks: list[Block] = []
    if lookup.absent:
        blocks.append(paragraph(Frame(f"The articles do not state {' or '.join(lookup.absent)}.")))
    if len(lookup.found) > 1:
        blocks.append(paragraph(Frame(quoted_verdict(context, lookup.found))))
    levelled = any(s.level for s in lookup.found)
    blocks.append(bullets(*(line(context, s, levelled=levelled) for s in lookup.found)))
    if len(lookup.found) > 1 and (which := closing(context)):
        blocks.append(paragraph(Frame(which)))
    return Draft(tuple(blocks), "conflict")
