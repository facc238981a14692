"""What the articles do not cover: found out before anything is composed, and said with what comes closest."""

from __future__ import annotations

import re

from agent.answering.claims import Block, Draft, Frame, bullets, paragraph
from agent.answering.context import Context, stated, with_article
from agent.answering.pay import PAY, REGIONS, pay_figures, phrase, unit_of, wanted
from agent.answering.select import content_terms

WEAK_MEANING, WEAK_WORDS = 0.40, 0.34


def missing(context: Context) -> Draft | None:
    """An abstention that names what is missing and the nearest that is stated; None where an answer is possible."""
    question = context.question
    pay = bool(set(question.measures) & set(PAY))
    if gone := [o for o in question.others if not _mentions(context, o)]:
        return _abstain(context, f"The articles do not cover the role “{gone[0]}”.", pay=False)
    if question.others and pay:
        return _abstain(context, f"The articles do not say what {with_article(question.others[0])} earns.", pay=bool(question.roles))
    unknown = [r for r in question.facets.region if r not in REGIONS and not _stated_region(context, r)]
    if unknown:
        covered = "they give pay for the US and India only" if pay else "they speak of the US and India only"
        return _abstain(context, f"The articles say nothing about {unknown[0]}; {covered}.", pay=pay)
    if pay and question.roles and (line := _no_figure(context)):
        return _abstain(context, line, pay=True)
    if not context.ranked or _off_topic(context):
        return _abstain(context, _nothing(context), pay=False)
    return None


def _mentions(context: Context, name: str) -> bool:
    pattern = re.compile(rf"(?<!\w){re.escape(name)}s?(?!\w)", re.I)
    return any(pattern.search(u.text) for u in context.statements.units)


def _stated_region(context: Context, region: str) -> bool:
    return any(region in u.facets.region for u in context.statements.units)


def _no_figure(context: Context) -> str:
    """A sentence when no pay figure fits the bounds of the question for some asked role; "" otherwise."""
    want = wanted(context)
    for role in context.question.roles:
        figures = pay_figures(context, role)
        if any(want.fits(f) for f in figures):
            continue
        if any("premium" in s.unit.measures and set(context.question.roles) <= set(s.unit.roles) for s in context.ranked[:6]) and len(
                context.question.roles) > 1:
            continue
        bounds = [*want.level, *(b for b in want.basis), *(t for t in want.tier)]
        where = f" in {REGIONS.get(want.region[0], want.region[0])}" if want.region else ""
        what = f" ({', '.join(bounds)})" if bounds else ""
        return f"The articles give no pay figure for {with_article(context.roles.short(role))}{what}{where}."
    return ""


def _off_topic(context: Context) -> bool:
    best = max(context.ranked[:5], key=lambda s: s.meaning)
    words = max(s.words for s in context.ranked[:5])
    terms = content_terms(context.question, context.statements)
    total = sum(terms.values())
    strange = sum(w for t, w in terms.items() if t not in context.statements.rarity) / total if total else 0.0
    if context.question.roles and context.question.measures and strange < 0.5:
        return False
    if strange > 0.6 and best.meaning < 0.55:
        return True
    return best.meaning < WEAK_MEANING and words < WEAK_WORDS


def _nothing(context: Context) -> str:
    return ("The articles do not answer that. They cover six AI-industry roles: what each does, earns and needs, "
            "how one moves between them, and whom to hire first.")


def _abstain(context: Context, line: str, *, pay: bool) -> Draft:
    blocks: list[Block] = [paragraph(Frame(line))]
    nearest = _nearest_pay(context) if pay else []
    if nearest:
        blocks += [paragraph(Frame("The closest they come:")), bullets(*nearest)]
    return Draft(tuple(blocks), "abstention", abstained=True)


def _nearest_pay(context: Context) -> list[object]:  # type: ignore[type-arg]
    want = wanted(context)
    out = []
    for role in context.question.roles[:2]:
        figures = pay_figures(context, role)
        figures.sort(key=lambda f: (-len(set(f.level) & set(want.level)), f.region not in want.region, not f.from_table))
        for figure in figures[:2]:
            unit = unit_of(context, figure)
            if unit:
                from agent.answering.claims import Claim
                out.append(Claim(phrase(context, figure, unit), (unit,)))
    return out
