"""Pay of one role: a sentence or two, yes or no where an amount is asked about, a line for each of several articles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.answering.claims import Draft, Frame, bullets, paragraph
from agent.answering.context import Context, with_article
from agent.answering.disputing.signals import shows
from agent.answering.disputing.sources import named
from agent.answering.disputing.verdict import closing, pay_verdict
from agent.answering.pay import Wanted, experience_of, pay_figures, unit_of, wanted, without_level
from agent.answering.pay_pick import beside, highest_elsewhere, of_kind, plainest, statistic
from agent.answering.pay_reached import of_basis, reached, stands, threshold
from agent.answering.pay_told import line, sentences, silent, stated_all
from agent.answering.question import Question
from agent.answering.terms import named_entities
from corpus.figures import Figure
from corpus.quantities import find

__all__ = ["asks_amount", "of_basis", "one_role", "threshold"]

_PERCENTILE = re.compile(r"\b(percentiles?|quartiles?|middle half|interquartile)\b", re.I)
_OTHERS = re.compile(r"\b(?:others?|rest|else|elsewhere|tables?|levels(?!\.fyi)|bands|rows)\b", re.I)
_SEVERAL = re.compile(
    r"\b(?:both|the two|two|each|all)\b[^.?]{0,20}\b(?:ranges?|figures?|numbers?|amounts?|bands?)\b", re.I
)
_SET_BESIDE = re.compile(r"\b(?:the|its|their) (?:lower|higher|other|different)\b|\b(?:fits? in|square with)\b", re.I)
_EXPECTED = re.compile(
    r"\b(?:should|could|can) (?:i|we) (?:earn|make|expect|ask for|quote|name|request|demand"
    r"|aim for|negotiate|be (?:paid|earning|making|getting)|get paid)\b",
    re.I,
)
_OFFER = re.compile(
    r"\b(?:offer(?:ed|s|ing)?|accept|take|sign|settle|underpaid|low-?ball\w*|fair|reasonable|enough|too low|decent)\b",
    re.I,
)


def one_role(context: Context, role: str, disputing: bool = False) -> Draft | None:
    """What the articles give for one role: a sentence or two, or a line per article where several speak of it."""
    if told := of_basis(context):
        return told
    want = wanted(context)
    names = named_entities(context.question, context.statements)
    figures = _asked(context, role, want, names, disputing)
    if not figures:
        return None
    if (amount := threshold(context.question)) is not None:
        return reached(context, [f for f in figures if f.unit == amount[2]] or figures, amount)
    figures = plainest(context, figures, want)
    if disputing and want.level and len({f.article for f in figures}) == 1:
        figures += _unlevelled(context, role, want, figures[0].article)
    if len({f.article for f in figures}) == 1:
        return _of_one_article(context, role, want, figures, names, disputing)
    levelled = bool(want.level) and any(f.level for f in figures)
    articles = list(dict.fromkeys(f.article for f in figures))
    rows = [line(context, [f for f in figures if f.article == a], levelled=levelled) for a in articles]
    intro = Frame(pay_verdict(context, stated_all(context, figures), with_article(context.called(role))))
    which = closing(context) if disputing and shows(context.question.asked, "doubt", "trust") else ""
    return Draft((paragraph(intro), bullets(*rows), *([paragraph(Frame(which))] if which else [])), "conflict")


def _asked(context: Context, role: str, want: Wanted, names: Sequence[str], disputing: bool) -> list[Figure]:
    """The role's figures within all bounds of the question, the looser bounds only where something keeps to them."""
    question = context.question
    figures = [
        f for f in pay_figures(context, role) if want.fits(f) and (want.basis or f.basis not in ("equity", "bonus"))
    ]
    sources = named(question, context.articles)
    figures = [f for f in figures if f.article in sources] or figures
    if not (disputing and _OTHERS.search(question.asked)):
        figures = _beside(context, figures, names, want) or figures
    if _PERCENTILE.search(question.asked):
        figures = [f for f in figures if (u := unit_of(context, f)) and _PERCENTILE.search(u.text)] or figures
    if len(want.basis) < 2:  # "the median package, by base, stock and bonus" is told by its parts
        figures = [f for f in figures if set(want.statistic) & set(statistic(context, f))] or figures
    if want.experience is not None:
        figures = [f for f in figures if experience_of(f)] or figures
    if names and (disputing or _SEVERAL.search(question.asked) or _SET_BESIDE.search(question.asked)):
        figures += _of_names(context, role, want, names, figures)
    elif missing := [
        n for n in names if _gives(context, role, n) and not any(beside(context, f, [n]) for f in figures)
    ]:
        figures += _of_names(context, role, want, missing, figures)  # "how does ZipRecruiter's number fit in?"
    return figures


def _gives(context: Context, role: str, name: str) -> bool:
    """Whether an article has pay of the role from a source of that name."""
    said = re.compile(
        rf"\b(?:according to|data (?:from|by)|reported by|from|per)\b[^.;]{{0,30}}\b{re.escape(name)}", re.I
    )
    paid = (u for u in context.statements.units if "pay" in u.measures and role in u.about())
    return any(said.search(u.text) or said.search(u.quote.of(context.articles[u.passage.article].text)) for u in paid)


def _beside(context: Context, figures: list[Figure], names: Sequence[str], want: Wanted) -> list[Figure]:
    """Those beside one of the names; with them, where base and total are asked for and these are of the one, the
    others of the other."""
    near = [f for f in figures if beside(context, f, names)]
    lacking = {"base", "total"} - {f.basis for f in near} if near and {"base", "total"} <= set(want.basis) else set()
    return [f for f in figures if f in near or (len(lacking) == 1 and f.basis in lacking)] if near else []


def _of_names(context: Context, role: str, want: Wanted, names: Sequence[str], taken: Sequence[Figure]) -> list[Figure]:
    """What stands beside a name that the question sets against something, though it is of no level."""
    loose = without_level(want)
    return [f for f in pay_figures(context, role) if f not in taken and loose.fits(f) and beside(context, f, names)][:2]


def _unlevelled(context: Context, role: str, want: Wanted, article: str) -> list[Figure]:
    """What the other articles give for the same country, employers and basis without naming a level."""
    loose = without_level(want)
    found = [
        f
        for f in pay_figures(context, role)
        if f.article != article and not f.level and loose.fits(f) and f.basis not in ("equity", "bonus")
    ]
    return plainest(context, found, loose) if want.region else []


def _of_one_article(
    context: Context, role: str, want: Wanted, figures: list[Figure], names: Sequence[str], disputing: bool
) -> Draft:
    """Where one article alone has it: what the others come nearest with, where that was asked."""
    article, said = figures[0].article, sentences(context, figures)
    others = highest_elsewhere(context, role, want, article) if disputing and want.tier else []
    if others:
        top = "The other articles give nothing for such employers; the highest that each states for the role:"
        rows = [line(context, [f]) for f in others]
        return Draft((paragraph(*said), paragraph(Frame(top)), bullets(*rows)), "conflict")
    if names and (others := of_kind(context, role, want, names, article)):
        rows = [line(context, [f for f in others if f.article == a]) for a in dict.fromkeys(f.article for f in others)]
        alike = "For such employers, without naming them, other articles give:"
        return Draft((paragraph(*said), paragraph(Frame(alike)), bullets(*rows)), "conflict")
    sources = named(context.question, context.articles)
    if none := [a for a in sources if a != article and context.publisher(a) != context.publisher(article)]:
        return Draft((paragraph(*said), *silent(context, role, none)), "conflict")
    if stands(context, figures):
        return Draft((paragraph(Frame("Yes."), *said[:1]),), "fact")
    alone = f"Only {context.publisher(article)} gives figures for this, so no article differs:"
    first = [paragraph(Frame(alone))] if disputing and not sources else []
    return Draft((*first, bullets(*said) if len(said) > 3 else paragraph(*said)), "fact")


def asks_amount(question: Question) -> bool:
    """Whether pay is asked for in the words of advice ("what should I earn?", "should I take a $150K offer?")."""
    if len(question.roles) != 1 or "pay" not in question.measures:
        return False
    offered = _OFFER.search(question.asked) and any(q.unit in ("USD", "INR") for q in find(question.asked))
    return bool(offered) or _EXPECTED.search(question.asked) is not None
