"""Where articles differ, or are said to: what each states with its source and date, and in one sentence whether
they agree and why not."""

from __future__ import annotations

import re

from agent.answering import patterns
from agent.answering.asking.kind import GENERAL
from agent.answering.claims import Draft
from agent.answering.comparing.rows import focus
from agent.answering.context import Context
from agent.answering.direct import known, laid_out
from agent.answering.disputing.asked import is_dispute, is_one_true, of_texts
from agent.answering.disputing.equal import same
from agent.answering.disputing.known import set_apart, set_apart_plainly
from agent.answering.disputing.quoted import Lookup, looked_up, of_each_role, quantities
from agent.answering.disputing.sides import of_sides
from agent.answering.disputing.signals import shows
from agent.answering.disputing.single import BY_THE_WAY, of_level, one_amount
from agent.answering.disputing.sources import named
from agent.answering.disputing.spans import with_spans
from agent.answering.disputing.statements import side_by_side, statements
from agent.answering.disputing.told import in_amounts, in_slices, told_apart
from agent.answering.gating.counted import counts
from agent.answering.pay import PAY, implied
from agent.answering.pay_borne import borne_out
from agent.answering.pay_one import of_basis, one_role
from agent.answering.pay_pairs import measured_alike
from agent.answering.pay_sides import several_roles
from agent.answering.pay_slices import above_quoted
from agent.answering.pay_words import REGIONS
from agent.answering.terms import named_entities

_WITH_SOURCE = re.compile(r"\b(?:with|and) (?:the |its |their |your )?sources?\b|\belse\b", re.I)
__all__ = ["disputed", "is_dispute", "resembling", "settled"]


def disputed(context: Context) -> Draft | None:
    """Figures that the question quotes, else the best statement of each article. None where nothing is found."""
    question = context.question
    quoted = len(quantities(question.asked))
    found = of_each_role(context) if quoted == 1 and len(question.roles) > 1 else _looked_up(context)
    if len(found.found) > 1 or (quoted > 1 and found.found):
        return in_amounts(context, found)
    pay = implied(question) or bool(set(question.measures) & set(PAY))
    if pay and (len(question.roles) > 1 or "premium" not in question.measures):
        return None  # pay is told by agent.answering.pay
    of_what = question.roles or set(question.measures) - {*GENERAL}
    if not (of_what or quoted or named(question, context.articles)):
        return None  # nothing that each article could be looked through for
    return statements(context)


def _looked_up(context: Context) -> Lookup:
    return with_spans(context, looked_up(context))


def settled(context: Context) -> Draft | None:
    """An answer to a question that quotes figures which all stand in the articles, asks whether a stated difference
    holds, or whether named sources agree on what they state of a role, whatever else it leaves out."""
    question = context.question
    if question.others and not question.roles:
        return None
    if _source_alone(question.asked) and known(context):
        return None
    if borne := borne_out(context):
        return borne
    disputing = is_dispute(context)
    one = len(question.roles) == 1
    doubted = disputing or (one and (shows(question.asked, "doubt", "clash") or above_quoted(context)))
    slices = in_slices(context) if doubted else None
    if slices and not _misses_amount(context, slices):
        return slices
    if disputing and (apart := set_apart(context)):
        return told_apart(context, apart)
    if slices:
        return slices
    paid = implied(question) or bool(set(question.measures) & set(PAY))
    if len(question.roles) > 1 and paid and not quantities(question.asked) and measured_alike(context):
        return several_roles(context)
    if not disputing:
        return _of_source(context) if paid and question.kind == "fact" else None
    if (
        len(question.roles) < 2
        and is_one_true(question.asked)
        and not shows(question.asked, "sides")
        and (told := of_basis(context) or one_amount(context))
    ):
        return told
    quoted = quantities(question.asked)
    if len({(q.low, q.high, q.unit) for q in quoted}) == 1 < min(len(quoted), len(question.roles)):
        found = of_each_role(context)  # the same amount of both: one statement, or two
        return in_amounts(context, found) if len(found.found) > 1 else None
    if len(quoted) > 1:
        found = _looked_up(context)
        return in_amounts(context, found) if found.found and not found.absent else None
    beside = set(question.measures) & set(PAY) and set(question.measures) - {*PAY, *BY_THE_WAY}
    if beside and len(question.roles) == 1 and (units := of_sides(context)):
        return side_by_side(context, units)
    if level := of_level(context):
        return level
    explained = {"reason", "premium"} <= set(question.measures)  # why there is a premium is told in words
    if (
        paid
        and len(question.roles) == 1
        and not explained
        and set(question.facets.region) <= set(REGIONS)
        and _known_names(context)
    ):
        return one_role(context, question.roles[0], disputing=True)
    both = len({context.publisher(a) for a in named(question, context.articles)}) > 1
    if not question.roles or (len(question.roles) > 1 and paid):
        return None
    if paid or not focus(question.measures):
        return side_by_side(context, units) if (units := of_sides(context)) else None
    if not both and (named_entities(question, context.statements) or not of_texts(question.asked)):
        return side_by_side(context, units) if (units := of_sides(context)) else None
    return statements(context)


def _source_alone(asked: str) -> bool:
    """Whether it is the source of one figure that is asked for ("The $188K, which source is that from?")."""
    told = shows(asked, "clash", "several", "sides", "heard", "places", "each") or _WITH_SOURCE.search(asked)
    return patterns.WHERE_FROM.search(asked) is not None and not told


def _misses_amount(context: Context, draft: Draft) -> bool:
    """Whether an amount that the question quotes is nowhere in the draft."""
    numbers = [n for claim in draft.claims() for unit in claim.units for n in unit.numbers]
    return not all(any(same(q, n) for n in numbers) for q in quantities(context.question.asked))


def resembling(context: Context) -> Draft | None:
    """Statements set against each other that a question without a word of a dispute is nearest to."""
    apart = set_apart_plainly(context)
    if len({s.unit.passage.article for s in apart}) == 1:
        return Draft(laid_out(context, [s.unit for s in apart]), "fact")  # nobody is put beside anybody
    return told_apart(context, apart) if apart else None


def _of_source(context: Context) -> Draft | None:
    """Pay of one role as a named source states it: no other source is told instead."""
    question = context.question
    amount = len(question.roles) == 1 and not set(question.measures) - {*PAY, "definition"}
    if (
        not amount
        or counts(question)
        or patterns.NOT_AMOUNT.search(question.asked)
        or not named(question, context.articles)
    ):
        return None
    return one_role(context, question.roles[0])


def _known_names(context: Context) -> bool:
    """Whether every name in the question is a publisher's, or one that a statement about pay of the role gives."""
    sources = " ".join(a.publisher for a in context.articles.values()).lower().split()
    names = [n for n in named_entities(context.question, context.statements) if n not in sources]
    asked = set(context.question.roles)
    paid = [u for u in context.statements.units if "pay" in u.measures and asked & set(u.about())]
    return all(any(name in u.text.lower() for u in paid) for name in names)
