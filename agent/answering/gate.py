"""What the articles do not cover: found out before anything is composed, and said with what comes closest."""

from __future__ import annotations

import re

from agent.answering import patterns
from agent.answering.advice import about_self
from agent.answering.claims import Block, Claim, Draft, Frame, bullets, paragraph
from agent.answering.context import Context, stated, with_article
from agent.answering.direct import known
from agent.answering.pay import PAY, REGIONS, pay_figures, phrase, unit_of, wanted
from agent.answering.question import Question
from agent.answering.select import WEAK, content_terms, named_entities
from corpus.facets import measure_name, measures
from corpus.figures import Figure
from corpus.units import Unit

WEAK_MEANING, WEAK_WORDS = 0.40, 0.34
SPECIFIC = frozenset(
    {
        "travel",
        "accounts",
        "reporting",
        "remote",
        "education",
        "balance",
        "automation",
        "security",
        "hiring-bar",
        "equity",
        "bonus",
        "benefits",
        "visa",
        "diversity",
        "working-hours",
        "certificates",
        "layoffs",
        "team-size",
        "openings",
        "growth",
        "cycle",
        "origin",
    }
)
ABSENT = frozenset({"benefits", "visa", "diversity", "working-hours", "certificates", "layoffs", "team-size", "price"})
_SAME = {
    "customers": "customer|account|client",
    "accounts": "customer|account|client",
    "clients": "customer|account|client",
    "jobs": "job|posting|role|opening",
    "postings": "job|posting",
    "openings": "job|posting|opening",
    "roles": "job|posting|role|opening",
    "positions": "job|posting|opening",
    "vacancies": "job|posting|opening",
    "days": "day",
    "months": "month",
    "years": "year|yr",
    "weeks": "week|month",
    "hours": "hour",
}


def missing(context: Context) -> Draft | None:
    """An abstention that names what is missing and the nearest that is stated; None where an answer is possible."""
    question = context.question
    pay = bool(set(question.measures) & set(PAY)) and not counts(question)
    if question.others and (gone := _unknown_title(context, pay)):
        return _abstain(context, gone, pay=pay and bool(question.roles))
    unknown = [r for r in question.facets.region if r not in REGIONS and not _stated_region(context, r)]
    if unknown:
        covered = "they give pay for the US and India only" if pay else "they speak of the US and India only"
        return _abstain(context, f"The articles say nothing about {unknown[0]}; {covered}.", pay=pay)
    if pay and question.roles and (line := _no_figure(context)):
        return _abstain(context, line, pay=True)
    if patterns.IDLE.search(question.asked) or patterns.ORDER.search(question.asked):
        return _abstain(context, _nothing(context), pay=False)
    if patterns.PERSON.search(question.asked) and not question.roles:
        return _abstain(context, "The articles name no people: not who leads, owns or founded a company.", pay=False)
    if patterns.PERCENT.search(question.asked) and question.roles and not _percent(context):
        return _abstain(context, "The articles give no such percentage.", pay=False, nearest=True)
    if not context.ranked or (line := _not_counted(context)) or (line := _not_measured(context)):
        return _abstain(context, line if context.ranked else _nothing(context), pay=False, nearest=bool(context.ranked))
    if _off_topic(context) and not known(context):
        return _abstain(context, _nothing(context), pay=False)
    return None


def counts(question: Question) -> bool:
    """Whether a number of things other than money is asked for."""
    match = patterns.HOW_MANY.search(question.asked)
    return match is not None and match["noun"].lower() not in (
        "percent",
        "percentage",
        "lakhs",
        "dollars",
        "k",
        "bucks",
        "more",
    )


def _unknown_title(context: Context, pay: bool) -> str:
    for name in context.question.others:
        if not any(_named(name).search(u.text) for u in context.statements.units):
            return f"The articles do not cover the role of {name}."
    name = context.question.others[0]
    if pay:
        return f"The articles do not say what {with_article(name)} earns."
    found = next((s for s in context.ranked[:40] if _named(name).search(s.unit.text)), None)
    return "" if found else f"The articles say little about {with_article(name)}, and nothing about that."


def _named(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}s?(?!\w)", re.I)


def _stated_region(context: Context, region: str) -> bool:
    return any(region in u.facets.region for u in context.statements.units)


def _no_figure(context: Context) -> str:
    """A sentence when no pay figure fits the bounds of the question for some asked role; "" otherwise."""
    want = wanted(context)
    names = named_entities(context.question, context.statements)
    for role in context.question.roles:
        figures = [f for f in pay_figures(context, role) if _from(context, f, names)]
        if any(want.fits(f) for f in figures) or _difference_stated(context):
            continue
        bounds = [*want.level, *want.basis, *want.tier, *(str(y) for y in want.years)]
        where = f" in {REGIONS.get(want.region[0], want.region[0])}" if want.region else ""
        by = f" from {names[0].capitalize()}" if names and not figures else ""
        what = f" ({', '.join(bounds)})" if bounds else ""
        return f"The articles give no pay figure{by} for {with_article(context.called(role))}{what}{where}."
    return ""


def _from(context: Context, figure: Figure, names: tuple[str, ...]) -> bool:
    """Whether a figure is of the source or employer that the question names."""
    if not names:
        return True
    unit = unit_of(context, figure)
    article = context.articles[figure.article]
    beside = unit.quote.of(article.text) if unit else ""
    about = f"{article.publisher} {article.title} {beside}".lower()
    return any(n in about for n in names)


def _difference_stated(context: Context) -> bool:
    asked = set(context.question.roles)
    return len(asked) > 1 and any(
        "premium" in s.unit.measures and asked <= set(s.unit.roles) for s in context.ranked[:6]
    )


def _not_counted(context: Context) -> str:
    """ "How many NOUN" needs a number beside that noun in something said of the role."""
    match = patterns.HOW_MANY.search(context.question.asked)
    if not match or match["noun"].lower() in ("more", "of", "times", "other"):
        return ""
    noun = match["noun"].lower()
    if noun in ("percent", "percentage", "lakhs", "dollars", "k", "bucks", "people"):
        return ""
    after = context.question.asked[match.start("noun") :]
    role = tuple(m.role for m in context.roles.find(after) if m.span.start <= 8)[:1]
    pattern = re.compile(rf"\b(?:{_SAME.get(noun, re.escape(re.sub(r'(?<=[a-z]{3})s$', '', noun)))})", re.I)
    names = named_entities(context.question, context.statements)
    for scored in context.ranked[:30]:
        unit = scored.unit
        where = f"{unit.text} {unit.row} {unit.column} {' '.join(q.unit for q in unit.numbers)}"
        named = all(n in f"{where} {context.publisher(unit.passage.article)}".lower() for n in names)
        if unit.numbers and named and (pattern.search(where) if not role else _counts(unit, role)):
            return ""
    return f"The articles give no number of {noun} for that."


def _percent(context: Context) -> bool:
    """Whether a percentage is stated of an asked role on an asked measure."""
    asked, measures_ = set(context.question.roles), set(context.question.measures)
    return any(
        q.unit in ("%", "x") and (owner in asked or owner is None) and (measures_ & s.unit.measures or s.meaning > 0.55)
        for s in context.ranked[:25]
        for q, owner in zip(s.unit.numbers, s.unit.owners, strict=True)
    )


def _counts(unit: Unit, role: tuple[str, ...]) -> bool:
    """Whether a number of the unit counts holders of the role ("1,200 FDEs")."""
    return any(q.unit == "%" for q in unit.numbers) or any(
        q.unit == ""
        and role[0] in unit.roles
        and re.match(r"\s?\+?\s?[\w-]{0,12}\s?[A-Z]", unit.text[q.span.end : q.span.end + 16])
        for q in unit.numbers
    )


def _not_measured(context: Context) -> str:
    """A specific thing is asked of a role of which the articles say nothing."""
    question = context.question
    asked = [m for m in question.measures if m in SPECIFIC]
    if not asked or (question.follows and len(asked) > 1):
        return ""
    absent = [m for m in asked if m in ABSENT and not any(m in s.unit.measures for s in context.ranked)]
    others = set(question.measures) - set(WEAK)
    if not absent and any(others & s.unit.measures for s in context.ranked[:40]):
        return ""
    if absent:
        return f"The articles say nothing on {measure_name(absent[0])}."
    if context.ranked[0].meaning > 0.62:
        return ""
    who = f" for {with_article(context.called(question.roles[0]))}" if question.roles else ""
    return f"The articles say nothing on {measure_name(asked[0])}{who}."


def _off_topic(context: Context) -> bool:
    best = max(context.ranked[:5], key=lambda s: s.meaning)
    words = max(s.words for s in context.ranked[:5])
    terms = content_terms(context.question, context.statements)
    total = sum(terms.values())
    strange = sum(w for t, w in terms.items() if t not in context.statements.rarity) / total if total else 0.0
    asked = [m for m in context.question.measures if m in measures()]
    if (
        context.question.kind == "advice"
        and not context.question.roles
        and not about_self(context)
        and best.meaning < 0.45
    ):
        return True
    if best.meaning < 0.3 and context.statements.vectors is not None:  # without embeddings the words decide
        return True
    if context.question.roles and asked and strange < 0.6:
        return False
    if context.question.roles and any((set(asked) - set(WEAK)) & s.unit.measures for s in context.ranked[:10]):
        return False
    if strange > 0.6 and best.meaning < 0.5:
        return True
    return best.meaning < WEAK_MEANING and words < WEAK_WORDS


def _nothing(context: Context) -> str:
    if any(a.shipped for a in context.articles.values()):
        return (
            "The articles do not answer that. They cover six AI-industry roles: what each does, earns and needs, "
            "how people move between them, and whom to hire first."
        )
    titles = "; ".join(a.title for a in list(context.articles.values())[:5])
    return f"The articles do not answer that. They are: {titles}." if titles else "There are no articles yet: add some."


def _abstain(context: Context, line: str, *, pay: bool, nearest: bool = False) -> Draft:
    blocks: list[Block] = [paragraph(Frame(line))]
    close = _nearest_pay(context) if pay else _nearest(context) if nearest else []
    if close:
        blocks += [paragraph(Frame("The closest they come:")), bullets(*close)]
    return Draft(tuple(blocks), "abstention", abstained=True)


def _nearest(context: Context) -> list[Claim]:
    best = context.ranked[0]
    return [stated(context, best.unit)] if best.meaning > 0.5 and context.question.roles else []


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
