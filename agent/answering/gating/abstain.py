"""An abstention: what is missing, and the nearest that is stated of the same thing."""

from __future__ import annotations

from agent.answering.bearing import WEAK
from agent.answering.claims import Block, Claim, Draft, Frame, bullets, paragraph
from agent.answering.context import Context, stated
from agent.answering.gating.counted import counts
from agent.answering.pay import pay_figures, unit_of, wanted
from agent.answering.pay_words import phrase
from corpus.figures import CURRENCIES

_DEFINES = frozenset({"definition", "duties"})


def abstain(context: Context, line: str, *, pay: bool, nearest: bool = False) -> Draft:
    blocks: list[Block] = [paragraph(Frame(line))]
    close = _nearest_pay(context) if pay else _nearest(context) if nearest else []
    if close:
        blocks += [paragraph(Frame("The closest they come:")), bullets(*close)]
    return Draft(tuple(blocks), "abstention", abstained=True)


def nothing(context: Context) -> str:
    if any(a.shipped for a in context.articles.values()):
        return (
            "The articles do not answer that. They cover six AI-industry roles: what each does, earns and needs, "
            "how people move between them, and whom to hire first."
        )
    titles = "; ".join(a.title for a in list(context.articles.values())[:5])
    return f"The articles do not answer that. They are: {titles}." if titles else "There are no articles yet: add some."


def _nearest(context: Context) -> list[Claim]:
    """The best statement of just the asked roles and, where one is asked for, of the measure; [] without."""
    question = context.question
    if question.others and {"difference", "overlap"} & set(question.measures):
        return _defined(context)
    measures = set(question.measures) - set(WEAK)
    for scored in context.ranked[:12]:
        about, unit = set(scored.unit.about()), scored.unit
        if question.others and unit.numbers:
            continue  # a figure of the known role is not near to one of another job
        if counts(question) and any(q.unit in CURRENCIES for q in unit.numbers):
            continue  # an amount of money is not near to a number of people or things
        same = about == set(question.roles) if question.kind == "transition" else about and about <= set(question.roles)
        if same and scored.meaning > 0.5 and (not measures or measures & unit.measures):
            return [stated(context, unit)]
    return []


def _defined(context: Context) -> list[Claim]:
    """What each asked role is, where it was to be told from one that the articles do not cover."""
    first = {
        role: next((s.unit for s in context.ranked if s.unit.about() == (role,) and _DEFINES & s.unit.measures), None)
        for role in context.question.roles
    }
    return [stated(context, unit) for unit in first.values() if unit is not None]


def _nearest_pay(context: Context) -> list[Claim]:
    want = wanted(context)
    out = []
    for role in context.question.roles[:2]:
        figures = pay_figures(context, role)
        figures.sort(
            key=lambda f: (
                -len(set(f.level) & set(want.level)),
                f.region not in (want.region or ("us", "")),
                not f.from_table,
            )
        )
        out += [Claim(phrase(context, f, unit), (unit,)) for f in figures[:2] if (unit := unit_of(context, f))]
    return out
