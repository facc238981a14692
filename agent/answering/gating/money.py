"""Pay that no article states for the role, level, place, year or source asked about."""

from __future__ import annotations

from agent.answering.context import Context, with_article
from agent.answering.pay import pay_figures, unit_of, wanted
from agent.answering.pay_words import REGIONS
from agent.answering.select import named_entities
from corpus.figures import Figure


def no_figure(context: Context) -> str:
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
