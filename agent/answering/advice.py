"""Advice: a verdict for what the asker says of themselves, and the articles' statements that carry it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from agent.answering import patterns
from agent.answering.advising.heard import Ear, nearest_for, verdict_asked
from agent.answering.advising.recognise import recognised
from agent.answering.advising.sides import sides
from agent.answering.advising.sources import asks
from agent.answering.advising.title import by_hours
from agent.answering.advising.verdict import verdict, who
from agent.answering.advising.weigh import Weighed, weigh
from agent.answering.advising.wishes import BOTH, NEITHER, Ground, Latest
from agent.answering.asking.standing import content
from agent.answering.beside import adds
from agent.answering.claims import Block, Claim, Draft, Frame, paragraph
from agent.answering.context import Context, lower_first, stated
from agent.answering.direct import ALIKE, CERTAIN, direct
from agent.answering.question import Question
from corpus.units import Unit

SOME = 0.55  # the same, where no role is named: the criteria of all of them help nobody
SURE = 0.82  # likeness to a known question from which its answer goes before bare criteria
MOST = 3  # statements for the verdict
FULL = 135  # words of an answer beyond which it tells of no second role
LEAD = 0.4  # by how much the best must lead, where nothing speaks for it but something against the other
CLOSE = 0.6  # share of the best score from which the other side is heard as well
LONG = 80  # words of a verdict from which the other side is not heard as well
TIE = 0.9  # the same, from which there is no verdict
OF_ALL = frozenset({"automation", "security"})  # fears, which a statement of all the roles can answer
_CHOOSING = frozenset(  # words that put a choice, and tell nothing to choose by
    "hire hiring hired hires recruit bring need want first next start take pick choose go role roles job career become "
    "worth sooner later".split()
)
_LATEST = Latest()
_EAR = Ear()


def sought(context: Context) -> Context:
    """`context`, its question taken as one for advice where it tells a situation and asks for a choice; one that asks
    by what two jobs are told apart stays as it is."""
    if patterns.TELL_APART.search(context.question.asked):
        return context
    if verdict_asked(context.question.asked, lambda: _LATEST.of(context)):
        return replace(context, question=replace(context.question, kind="advice", origin="", goal="", told=True))
    return recognised(context, lambda: _EAR.hear(context, _LATEST.of(context)))


def advice(context: Context) -> Draft | None:
    """None where nothing that is said speaks for a role, and the articles hold no criteria for the choice."""
    if tested := by_hours(context):
        return tested
    named = _named(context)
    if named and _untold(context.question):
        return direct(context, CERTAIN) or _both_sides(context, named)
    latest = _LATEST.of(context)
    hearing = _EAR.hear(context, latest)
    situation = context.question.told or named  # nothing is near to "who would you hire?" alone
    settled = verdict_asked(context.question.asked, lambda: latest)
    if settled:
        hearing = replace(
            hearing,
            wishes=tuple(replace(h, strength=1.0, plain=True) for h in hearing.wishes if h.wish.answer),
            company=True,
        )
    company = hearing.company
    among = _among(named, company, list(context.roles.all))
    wishes = (hearing.wishes or nearest_for(context, latest, among, company)) if situation else []
    weighed = weigh(wishes, among, len(named) > 1, lambda unit: _at_home(context, unit, named))
    best, second = weighed[0], weighed[1]
    told = best.pro or (len(among) == 2 and second.contra)
    if not told or (best.score < LEAD and (best.score - second.score < LEAD or len(among) > 2)):
        choice = named or asks("chooses").search(context.question.asked)
        like = SURE if choice and named else ALIKE if named else SOME
        return _against_all(context, weighed, named) or direct(context, like) or _both_sides(context, named)
    if second.pro and second.score >= best.score * TIE:
        return _undecided(context, best, second)
    chosen, against = _distinct(g.unit for g in _own(best.pro, among, named))[:MOST], list[Unit]()
    if len(chosen) < MOST and len(among) == 2:
        contra = [g.unit for g in second.contra if set(g.unit.about()) <= set(among)]
        both = _distinct([*chosen, *contra])[: MOST if len(chosen) < 2 else len(chosen) + 1]
        chosen, against = (chosen, both[len(chosen) :]) if chosen else (both, [])
    said = best.answer or verdict(context, best.of, named, company)
    contrast: list[Frame | Claim] = [Frame("By contrast:"), *(stated(context, u) for u in against)] if against else []
    blocks: list[Block] = [paragraph(Frame(f"{said}:"), *(stated(context, u) for u in chosen), *contrast)]
    chosen = [*chosen, *against]
    if second.pro and second.score >= best.score * CLOSE and not best.answer and _words(blocks) < LONG:
        units = [u for u in _distinct([*chosen, *(g.unit for g in second.pro)]) if u not in chosen][:2]
        room = FULL - _words([*blocks, *_interest(context, [*chosen, *units])])
        while units and sum(len(u.text.split()) for u in units) > room:
            units.pop()
        lead = Frame(f"What you say also speaks for {who(context, second.of)}:")
        blocks += [paragraph(lead, *(stated(context, u) for u in units))] if units else []
    if of_all := _of_all(context, named, chosen):
        blocks.append(paragraph(stated(context, of_all)))
    return Draft((*blocks, *_interest(context, chosen)), "advice", whole=settled and bool(best.answer))


def _untold(question: Question) -> bool:
    """Whether only the choice itself is told ("should we hire an FDE or an MLE first?"), and nothing to choose by."""
    return not (question.follows or question.hinted) and set(content(question)) <= _CHOOSING


def _words(blocks: Sequence[Block]) -> int:
    return len(" ".join(piece.text for block in blocks for row in block.rows for piece in row).split())


def _named(context: Context) -> list[str]:
    """The roles between which is to be chosen; described ones only where one is held against another."""
    question = context.question
    known = [r for r in question.roles if r in context.roles.all]
    if question.hinted and not (len(known) == 2 and patterns.CHOICE_OF.search(question.asked)):
        return []
    return known


def _of_all(context: Context, named: Sequence[str], used: Sequence[Unit]) -> Unit | None:
    """What is said of both roles together on the very thing asked ("will either be automated?"), near the top."""
    about = set(context.question.measures) & OF_ALL
    for scored in context.ranked[:8] if len(named) > 1 else ():
        unit = scored.unit
        if about & unit.measures and set(unit.roles) == set(named) and unit.kind != "cell" and adds(unit, used):
            return unit
    return None


def _own(grounds: Sequence[Ground], among: Sequence[str], named: Sequence[str]) -> list[Ground]:
    """Without comparisons with a role that is not up for choice, unless there is nothing else."""
    inside = [g for g in grounds if len(named) < 2 or set(g.unit.roles) <= set(among)]
    return inside or list(grounds)


def _at_home(context: Context, unit: Unit, named: Sequence[str]) -> bool:
    return set(named) <= set(context.articles[unit.passage.article].roles)


def _among(named: list[str], company: bool, every: list[str]) -> list[str]:
    """What there is to choose from."""
    if not company:
        return named if len(named) > 1 else every
    if len(named) > 1:
        return [*named, BOTH, NEITHER]
    return [*every, BOTH, NEITHER]


def _distinct(units: Iterable[Unit]) -> list[Unit]:
    chosen: list[Unit] = []
    for unit in units:
        if adds(unit, chosen):
            chosen.append(unit)
    return chosen


def _undecided(context: Context, one: Weighed, other: Weighed) -> Draft:
    """The criteria speak for both about as much."""
    blocks: list[Block] = [paragraph(Frame("By what the articles say, what you describe points both ways:"))]
    used: list[Unit] = []
    for side in (one, other):
        units = [u for u in _distinct([*used, *(g.unit for g in side.pro)]) if u not in used][:2]
        used += units
        if units:
            blocks.append(paragraph(Frame(f"For {who(context, side.of)}:"), *(stated(context, u) for u in units)))
    return Draft((*blocks, *_interest(context, used)), "advice")


def _against_all(context: Context, weighed: Sequence[Weighed], named: Sequence[str]) -> Draft | None:
    """What speaks against every role that is named."""
    if len(named) < 2 or not all(w.contra for w in weighed if w.of in named):
        return None
    units = _distinct(g.unit for w in weighed if w.of in named for g in w.contra)[:MOST]
    lead = Frame("Neither fits what you describe as it stands:")
    return Draft((paragraph(lead, *(stated(context, u) for u in units)), *_interest(context, units)), "advice")


def _both_sides(context: Context, named: Sequence[str]) -> Draft | None:
    """Nothing said about the asker: the criteria themselves; None where there are none."""
    blocks, units = sides(context, named)
    return Draft((*blocks, *_interest(context, units)), "advice") if blocks else None


def _interest(context: Context, units: Sequence[Unit]) -> list[Block]:
    """What the first of the publishers gains by such advice, in one line."""
    for article in dict.fromkeys(u.passage.article for u in units):
        found = context.articles[article].interest
        line = re.sub(r"\s*\([^)]*\)", "", found).split(";")[0].rstrip(".")
        if line:
            return [paragraph(Frame(f"On the source: {lower_first(line)}."))]
    return []
