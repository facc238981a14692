"""Statements known to answer a question much like this one."""

from __future__ import annotations

from collections.abc import Iterator

from agent.answering import patterns
from agent.answering.claims import Block, Claim, Draft, Frame, bullets, paragraph
from agent.answering.context import Context, sentence, stated
from agent.answering.fits import fits, same_way
from agent.answering.likely import likely
from corpus.units import Unit

ALIKE = 0.6  # cosine, under the adapter, of the nearest question from which it is taken to ask the same
LIKELY = 0.5  # the same, of a question that names and describes no role: nothing else tells what it is about
CERTAIN = 0.9  # so near that the ranking of statements need not agree
FIRST, FIRST_NEAR = 3, 10  # an answer has to be among so many of the ranking's first; the nearest question's
MANY = 4  # statements from which an answer is a list


def known(context: Context, least: float = ALIKE) -> list[Unit]:
    """The statements that answer the nearest known question; [] when it is not near, or speaks of other roles,
    levels or places than were asked."""
    described = context.question.hinted or not context.question.roles
    if described and not context.question.others and least == ALIKE:
        least = LIKELY
    for place, near in enumerate(context.answers):
        first = {s.unit.key for s in context.ranked[: FIRST if place else FIRST_NEAR]}
        units = [context.statements.units[i] for i in near.units]
        if near.cosine < least or (near.cosine < CERTAIN and not any(u.key in first for u in units)):
            continue
        if fits(context, units) and same_way(context, near.question):
            return units
    return []


def foreseen(context: Context) -> bool:
    """Whether a known question asks this: in almost the same words, or, where roles are described and not named, in
    like ones. A description may be misread, and with it all that is looked up by role."""
    return bool(known(context, CERTAIN) or (context.question.hinted and known(context)))


def direct(context: Context, least: float = 0.0) -> Draft | None:
    """The likeliest answer of the known questions near this one, with those that are nearly as likely; None where
    none of those questions has a cosine of `least`."""
    if not any(near.cosine >= least for near in context.answers):
        return None
    answers = likely(context)
    if not answers:
        return None
    units = [u for one in answers for u in one]
    units = units + (_elsewhere(context, units) if len(answers) == 1 else [])
    if patterns.PERCENT.search(context.question.asked):
        units.sort(key=lambda u: not u.numbers)  # the share that is asked for, and then why it is so
    kind = "list" if len(answers[0]) >= MANY or context.question.kind == "list" else "fact"
    return Draft(laid_out(context, units), kind)


def laid_out(context: Context, units: list[Unit]) -> tuple[Block, ...]:
    """Statements as a paragraph, or as a list where they are many or items."""
    if any(u.kind == "item" and not u.roles for u in units):
        return tuple(_under_headings(context, units))
    claims = [stated(context, u) for u in units]
    return (bullets(*claims) if len(claims) >= MANY else paragraph(*claims),)


def _elsewhere(context: Context, units: list[Unit]) -> list[Unit]:
    """What another article states to the same question, where figures are asked for: articles differ."""
    if not any(u.numbers for u in units) or len(units) > 2:
        return []
    used = {u.passage.article for u in units}
    found: list[Unit] = []
    measures = set().union(*(u.measures for u in units))
    best = max(near.score for near in context.answers)
    for near in context.answers:
        if near.cosine < ALIKE or near.score < best - 0.1 or found:
            continue
        others = [context.statements.units[i] for i in near.units]
        fresh = [u for u in others if u.passage.article not in used and u.numbers and u.measures & measures]
        if fresh and fits(context, others) and same_way(context, near.question):
            found = fresh[:2]
    return found


def _under_headings(context: Context, units: list[Unit]) -> Iterator[Block]:
    """Items that name no role ("You want a predictable schedule") under the heading that does ("Choose TAM if"),
    each heading once; then the rest."""
    headed: dict[str, list[Unit]] = {}
    for unit in units:
        bare = unit.kind == "item" and not unit.roles and unit.passage.heading
        headed.setdefault(unit.passage.heading if bare else "", []).append(unit)
    for heading, group in headed.items():
        if heading:
            yield paragraph(Frame(f"{heading}:"))
            yield bullets(*(Claim(sentence(u.text), (u,)) for u in group))
    if rest := headed.get(""):
        yield paragraph(*(stated(context, u) for u in rest))
