"""What another article states on the same, put beside a fact: whoever is told one of them has been told half.

The same is what people are known to set against each other (corpus/asked/across.yaml), and the row of a table that is
headed by the measure asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from agent.answering.asking.kind import GENERAL
from agent.answering.bearing import WEAK
from agent.answering.beside import adds
from agent.answering.claims import Draft, paragraph
from agent.answering.comparing.fitting import labelled
from agent.answering.context import Context, stated
from agent.answering.disputing.sources import named
from agent.answering.fits import other
from agent.answering.negated import asks_denied
from agent.answering.pay import PAY
from corpus.units import Unit

FEW = 4  # statements of an answer that others are put beside
SET_AGAINST, ROW = 0.9, 1.6  # how far behind the best one told such a statement may lie in the ranking


def with_others(context: Context, draft: Draft) -> Draft:
    """`draft` with what other articles state on the same; as it is where nothing is, or one article was named."""
    question = context.question
    told = [unit for claim in draft.claims() for unit in claim.units]
    if draft.kind != "fact" or len(question.roles) != 1 or question.hinted or not 0 < len(told) <= FEW:
        return draft
    if (
        question.titled
        or asks_denied(question)
        or set(question.measures) & set(PAY)
        or named(question, context.articles)
    ):
        return draft
    found = [*_others(context, told)]
    return replace(draft, blocks=(*draft.blocks, paragraph(*(stated(context, u) for u in found)))) if found else draft


def _others(context: Context, told: Sequence[Unit]) -> Iterator[Unit]:
    """The best statement of each further article."""
    role, articles = context.question.roles[0], {u.passage.article for u in told}
    against, asked = _set_against(context, told), _asked(context, told)
    best = max(context.score_of(u) for u in told)
    for scored in context.ranked:
        unit = scored.unit
        reach = SET_AGAINST if unit.key in against else ROW if unit.kind == "cell" and asked & labelled(unit) else 0.0
        if unit.passage.article in articles or unit.about() != (role,) or scored.score < best - reach or not reach:
            continue
        counted = unit.key not in against and any(u.numbers for u in told) and not unit.numbers
        if not counted and not other(context, [unit]) and (unit.key in against or adds(unit, told)):
            articles.add(unit.passage.article)
            yield unit


def _set_against(context: Context, told: Sequence[Unit]) -> set[tuple[str, int]]:
    units, keys = context.statements.units, {u.key for u in told}
    groups = [{units[i].key for i in group} for group in context.statements.apart.answers]
    return set().union(*(group for group in groups if group & keys))


def _asked(context: Context, told: Sequence[Unit]) -> set[str]:
    """The measures asked for that something told speaks of; where none is recognised, those that all of it does."""
    general = {*WEAK, *GENERAL, *PAY}
    if measures := set(context.question.measures) - general:
        return measures & set().union(*(u.measures for u in told))
    return set.intersection(*(set(u.measures) for u in told)) - general
