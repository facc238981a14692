"""Pay that no article states for the role, level, place, year or source asked about."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.answering import patterns
from agent.answering.context import Context, with_article
from agent.answering.gating.names import as_typed, firms_asked, names_asked
from agent.answering.pay import pay_figures, unit_of, wanted, without_level
from agent.answering.pay_words import REGIONS, TIERS
from corpus.facets import facets_of
from corpus.figures import Figure

_PERIOD = re.compile(
    r"\b(?P<adverb>hourly|daily|weekly|monthly|biweekly)\b"
    r"|\b(?:per|an|a|each|every|by the) (?P<unit>hour|day|week|month)\b",
    re.I,
)
_WORKED = re.compile(  # "must code every day and be paid well"
    r"\b(?:cod|work|program|ship|writ|travel|talk|build|learn|commut)\w*\b"
    r"[^,.;?!]{0,20} (?:every|each|per|a) (?:day|week)\b"
    r"|\b(?:each|every) (?:day|week|month) (?:i|we|they|he|she|you)\b",
    re.I,
)
_RUNG = re.compile(r"(?<![\w-])L\d\b")
_RUNGS = re.compile(r"(?<![\w-])L(?P<low>\d)(?:[-–]L?(?P<high>\d)|(?P<up>\+))?")
_OF_ADVERB = {"hourly": "hour", "daily": "day", "weekly": "week", "biweekly": "week", "monthly": "month"}


def no_figure(context: Context) -> str:
    """A sentence when no pay figure fits the bounds of the question for some asked role; "" otherwise."""
    if (rung := _RUNG.search(context.question.asked)) and not _holds(context, rung[0].upper()):
        return f"The articles give no pay figure at {rung[0].upper()}."
    want = wanted(context)
    names = firms_asked(context)
    for role in context.question.roles:
        figures = [f for f in pay_figures(context, role) if _from(context, f, names)]
        if any(want.fits(f) for f in figures) or _difference_stated(context):
            continue
        several = len(context.question.roles) > 1
        if (
            (names or several)
            and not context.question.facets.level
            and any(without_level(want).fits(f) for f in figures)
        ):
            continue  # the years somebody has worked, which the named source does not ask for
        if len(context.question.roles) > 2 and want.basis and any(replace(want, basis=()).fits(f) for f in figures):
            continue  # the others' table has it on the basis that is stated, and names it
        bounds = [*want.level, *want.basis, *(TIERS[t] for t in want.tier), *(str(y) for y in want.years)]
        where = f" in {REGIONS.get(want.region[0], want.region[0])}" if want.region else ""
        named = [n for n in names if not facets_of(n).tier]  # "FAANG+" is told as a kind of employer
        employer = as_typed(context, named[0]) if named else ""
        by = f" from {employer}" if employer and not figures else ""
        at = f" at {employer}" if employer and figures else ""
        what = f" ({', '.join(bounds)})" if bounds else ""
        return f"The articles give no pay figure{by} for {with_article(context.called(role))}{what}{where}{at}."
    return ""


def _holds(context: Context, rung: str) -> bool:
    """Whether a statement names the level by its number, or a span that it lies in."""
    number = int(rung[1:])
    spans = (m for u in context.statements.units for m in _RUNGS.finditer(u.whole))
    return any(int(m["low"]) <= number <= int(m["high"] or (99 if m["up"] else m["low"])) for m in spans)


_LOWEST = re.compile(
    r"\b(?:which|what|whose) (?:of (?:the|these|your|all) )?(?:six |ai )?(?:roles?|jobs?|positions?|ones?|engineers?)\b"
    r".{0,40}\b(?:least|lowest|worst|smallest|poorest)\b",
    re.I,
)


def no_lowest(context: Context) -> str:
    """A sentence when it is asked which of all the roles is paid least, which no article says; "" otherwise."""
    question = context.question
    if question.roles or "pay" not in question.measures or not _LOWEST.search(question.asked):
        return ""
    said = "No article sets the pay of all these roles side by side, or says which is paid least."
    return f"{said} Name two or three of them to see what is stated of each."


_RANK = re.compile(  # a rung above those that have figures, whose pay is asked for
    r"\b(?:pay|salar\w+|comp\w*|earn\w*|paid|makes?|gets?)\b[^.?!]{0,25}?\b(?:an? |the )?"
    r"(?P<after>vps?|vice presidents?|directors?|heads? of|chief \w+ officers?|c[teo]o)\b"
    r"|\bhow much (?:does|do|would|will|can) (?:an? |the )?(?P<before>vps?|vice presidents?|directors?|heads? of)\b",
    re.I,
)
_RANK_OF_IT = re.compile(r"\s(?P<rank>directors?|managers?|vps?|vice presidents?|heads?)\b", re.I)  # "a TAM director"


def no_rank(context: Context) -> str:
    """A sentence when the pay of a director or the like is asked for, and no figure is labelled so; "" otherwise."""
    asked = context.question.asked
    after_role = (_RANK_OF_IT.match(asked[mention.span.end :]) for mention in context.roles.find(asked))
    match = next((m for m in after_role if m), None) or _RANK.search(asked)
    if match is None:
        return ""
    name = str(match[match.lastgroup or 0]).lower()
    stem = name.removesuffix(" of").removesuffix("s")
    if any(stem in figure.label.lower() for role in context.question.roles for figure in pay_figures(context, role)):
        return ""
    shown = stem.upper() if len(stem) < 4 else stem
    return f"The articles give no pay figure for {with_article(shown)}."


_VARIABLE = re.compile(r"\b(?:variable|commissions?|ote|on-target)\b", re.I)
_WITHOUT = re.compile(
    r"\b(?:without|excluding|not counting|apart from|besides|before|no)\b.{0,20}\b(?:variable|commission)", re.I
)


def no_variable(context: Context) -> str:
    """A sentence when the variable part of one role's pay is asked for, and no statement on that role tells of one."""
    question = context.question
    if "variable" not in question.measures or len(question.roles) != 1 or question.follows or question.hinted:
        return ""
    if not _VARIABLE.search(question.asked) or _WITHOUT.search(question.asked) or "base" in question.facets.basis:
        return ""
    role = question.roles[0]
    if any("variable" in u.measures and role in u.about() for u in context.statements.units):
        return ""
    return f"The articles say nothing on variable pay for {with_article(context.called(role))}."


def other_period(context: Context) -> str:
    """A sentence when pay by the hour, day, week or month is asked for and none is stated; "" otherwise."""
    match = _PERIOD.search(_WORKED.sub(" ", context.question.asked))
    if (
        not match
        or "variable" in context.question.measures  # "I need to know what lands on my account every month"
        or patterns.NOT_AMOUNT.search(context.question.asked)
        or any("pay" in s.unit.measures and _PERIOD.search(s.unit.text) for s in context.ranked[:12])
    ):
        return ""
    unit = (match["unit"] or _OF_ADVERB[match["adverb"].lower()]).lower()
    return f"The articles give pay by the year, not by the {unit}."


_SUCH_AS = re.compile(
    r"\b(?:places?|compan(?:y|ies)|labs?|firms?|employers?|outfits?|shops?|names) (?:like|such as)\b", re.I
)


def employers_apart(context: Context) -> str:
    """A sentence when two employers' pay is compared and no figure is of either one alone; "" otherwise."""
    question = context.question
    if not (set(question.measures) & {"premium", "difference"} or patterns.CHOICE_OF.search(question.asked)):
        return ""
    if _SUCH_AS.search(question.asked):
        return ""  # "at a place like OpenAI or Anthropic": a kind of employer
    published = " ".join(f"{a.publisher} {a.title}" for a in context.articles.values()).lower()
    names = [n for n in names_asked(context) if n not in published]
    figures = [f for role in question.roles for f in pay_figures(context, role)]
    if len(names) < 2 or not figures:
        return ""
    texts = [_beside(context, f).lower() for f in figures]
    if all(any(n in t and not any(o in t for o in names if o != n) for t in texts) for n in names[:2]):
        return ""
    one, other = (as_typed(context, n) for n in names[:2])
    return f"The articles give no pay of {one} and {other} apart from each other."


def _from(context: Context, figure: Figure, names: tuple[str, ...]) -> bool:
    """Whether a figure is of the source or employer that the question names."""
    if not names:
        return True
    article = context.articles[figure.article]
    about = f"{article.publisher} {article.title} {_beside(context, figure)} {_retold(context, figure)}".lower()
    return any(n in about for n in names)


def _retold(context: Context, figure: Figure) -> str:
    """Other statements of the article that give the same amount for the role; one of them may name the source."""
    return " ".join(
        u.text
        for u in context.statements.units
        if u.passage.article == figure.article
        and figure.role in u.about()
        and any(q.unit == figure.unit and q.low == figure.low for q in u.numbers)
    )


def _beside(context: Context, figure: Figure) -> str:
    """The sentence or row that a figure stands in."""
    unit = unit_of(context, figure)
    return unit.quote.of(context.articles[figure.article].text) if unit else ""


def _difference_stated(context: Context) -> bool:
    asked = set(context.question.roles)
    return len(asked) > 1 and any(
        "premium" in s.unit.measures and asked <= set(s.unit.roles) for s in context.ranked[:6]
    )
