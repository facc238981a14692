"""Advice: a verdict for what the asker says of themselves, and the articles' statements that carry it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from agent.answering import patterns
from agent.answering.advising.heard import heard, of_company
from agent.answering.advising.weigh import Weighed, weigh
from agent.answering.advising.wishes import BOTH, NEITHER, Ground, Latest
from agent.answering.beside import adds
from agent.answering.claims import Block, Claim, Draft, Frame, Piece, bullets, paragraph
from agent.answering.context import Context, lower_first, sentence, stated, with_article
from agent.answering.direct import direct
from corpus.units import Unit

SURE = 0.82  # likeness to a known question from which its answer goes before bare criteria
MOST = 3  # statements for the verdict
LEAD = 0.4  # by how much the best must lead, where nothing speaks for it but something against the other
CLOSE = 0.6  # share of the best score from which the other side is heard as well
TIE = 0.9  # the same, from which there is no verdict
OF_ALL = frozenset({"automation", "security"})  # fears, which a statement of all the roles can answer
_LATEST = Latest()


def advice(context: Context) -> Draft | None:
    """None where nothing that is said speaks for a role, and the articles hold no criteria for the choice."""
    named = [] if context.question.hinted else [r for r in context.question.roles if r in context.roles.all]
    company = of_company(context.question.text)
    among = _among(named, company, list(context.roles.all))
    wishes = heard(context, _LATEST.of(context), among)
    weighed = weigh(wishes, among, len(named) > 1, lambda unit: _at_home(context, unit, named))
    best, second = weighed[0], weighed[1]
    told = best.pro or (len(among) == 2 and second.contra)
    if not told or (best.score < LEAD and (best.score - second.score < LEAD or len(among) > 2)):
        return direct(context, SURE) or _both_sides(context, named)
    if second.pro and second.score >= best.score * TIE:
        return _undecided(context, best, second)
    chosen = _distinct(g.unit for g in _own(best.pro, among, named))[:MOST]
    if len(chosen) < MOST and len(among) == 2:
        against = [g.unit for g in second.contra if set(g.unit.about()) <= set(among)]
        chosen = _distinct([*chosen, *against])[: MOST if len(chosen) < 2 else len(chosen) + 1]
    verdict = best.answer or _verdict(context, best.of, named, company)
    blocks: list[Block] = [paragraph(Frame(f"{verdict}:"), *(_said(context, u) for u in chosen))]
    if second.pro and second.score >= best.score * CLOSE:
        units = [u for u in _distinct([*chosen, *(g.unit for g in second.pro)]) if u not in chosen][:2]
        lead = Frame(f"What you say also speaks for {_who(context, second.of)}:")
        blocks += [paragraph(lead, *(_said(context, u) for u in units))] if units else []
    if of_all := _of_all(context, named, chosen):
        blocks.append(paragraph(_said(context, of_all)))
    return Draft((*blocks, *_interest(context, chosen)), "advice")


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
        return [*named, BOTH, NEITHER] if {"fde", "mle"} <= set(named) else named
    return [*every, BOTH, NEITHER]


def _verdict(context: Context, of: str, named: list[str], company: bool) -> str:
    """The answer in a sentence, without its stop."""
    if of == NEITHER:
        return "Neither yet"
    if of == BOTH:
        return "Both, one after the other"
    who = _who(context, of)
    upper = who[:1].upper() + who[1:]
    others = [r for r in named if r != of]
    if len(named) == 1 and not others:
        return f"Yes, {who} fits what you describe"
    if len(named) == 1:
        return f"Rather {who} than {_who(context, others[0])}"
    if company:
        return f"{upper} comes first for what you describe"
    if len(others) == 1:
        return f"{upper} fits what you describe better than {_who(context, others[0])}"
    return f"{upper} fits what you describe best"


def _who(context: Context, key: str) -> str:
    if key == BOTH:
        return "hiring both in sequence"
    return "hiring neither yet" if key == NEITHER else with_article(context.called(key))


def _said(context: Context, unit: Unit) -> Claim:
    """A statement; an item of a "choose X if" list with its heading and publisher."""
    heading = unit.passage.heading
    if unit.kind == "item" and patterns.CHOICE.match(heading) and re.match(r"you\b", unit.text, re.I):
        condition = f"{heading} {unit.text[:1].lower()}{unit.text[1:].rstrip('.')}"
        return Claim(f"{condition}, says {context.publisher(unit.passage.article)}.", (unit,), sentence(unit.text))
    return stated(context, unit)


def _distinct(units: Iterable[Unit]) -> list[Unit]:
    chosen: list[Unit] = []
    for unit in units:
        if adds(unit, chosen):
            chosen.append(unit)
    return chosen


def _undecided(context: Context, one: Weighed, other: Weighed) -> Draft:
    """The criteria speak for both about as much."""
    blocks: list[Block] = [paragraph(Frame("What you describe points both ways by what the articles say."))]
    used: list[Unit] = []
    for side in (one, other):
        units = [u for u in _distinct([*used, *(g.unit for g in side.pro)]) if u not in used][:2]
        used += units
        if units:
            blocks.append(paragraph(Frame(f"For {_who(context, side.of)}:"), *(_said(context, u) for u in units)))
    return Draft((*blocks, *_interest(context, used)), "advice")


def _both_sides(context: Context, named: list[str]) -> Draft | None:
    """Nothing said about the asker: the criteria themselves, side after side; None where there are none."""
    hiring = bool(patterns.HIRING.search(context.question.text))
    sides: dict[str, list[Unit]] = {}
    for unit in context.statements.units:
        heading = unit.passage.heading
        if not patterns.CHOICE.match(heading) or unit.kind == "cell" or unit.text.endswith(":"):
            continue
        key = unit.setting[0] if len(unit.setting) == 1 else heading.lower()
        if ("hire" in heading.lower()) == hiring and (hiring or not named or key in named):
            sides.setdefault(key, []).append(unit)
    if not sides or not _covered(sides, named):
        return None
    blocks: list[Block] = []
    for key, units in list(sides.items())[:4]:
        ordered = sorted(units, key=lambda u: -context.score_of(u))[: 3 if len(sides) < 3 else 2]
        who = _who(context, key) if key in context.roles.all else f"“{key}”"
        blocks += [paragraph(Frame(f"For {who}:")), bullets(*_pieces(context, ordered))]
    return Draft((*blocks, *_interest(context, [u for units in sides.values() for u in units])), "advice")


def _pieces(context: Context, units: Sequence[Unit]) -> list[Piece]:
    return [stated(context, u) for u in units]


def _covered(sides: dict[str, list[Unit]], named: list[str]) -> bool:
    """Whether one article has criteria for every role between which is to be chosen."""
    if len(named) < 2 or any(key not in named for key in sides):
        return True
    return bool(set.intersection(*({u.passage.article for u in sides.get(role, ())} for role in named)))


def _interest(context: Context, units: Sequence[Unit]) -> list[Block]:
    """What the first of the publishers gains by such advice, in one line."""
    for article in dict.fromkeys(u.passage.article for u in units):
        found = context.articles[article].interest
        line = re.sub(r"\s*\([^)]*\)", "", found).split(";")[0].rstrip(".")
        if line:
            return [paragraph(Frame(f"On the source: {lower_first(line)}."))]
    return []
