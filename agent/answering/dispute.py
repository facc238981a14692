"""Where articles differ, or are said to: each one's statement with its source and date, side by side."""

from __future__ import annotations

from agent.answering.claims import Draft, Frame, bullets, paragraph
from agent.answering.context import Context, stated
from corpus.quantities import find
from corpus.units import Unit


def disputed(context: Context) -> Draft | None:
    """The best statement of each article on what is asked; first those with the numbers that the question quotes.
    None where fewer than two articles speak of it."""
    quoted = {q.key for q in find(context.question.asked) if not q.year}
    measures = set(context.question.measures) - {"difference", "reason", "overlap", "choose", "definition"}
    best: dict[str, Unit] = {}
    for scored in context.ranked[:60]:
        unit = scored.unit
        if measures and not measures & unit.measures:
            continue
        held = best.get(unit.passage.article)
        numbers = {q.key for q in unit.numbers}
        if held is None or (quoted & numbers and not quoted & {q.key for q in held.numbers}):
            best[unit.passage.article] = unit
    if len(best) < 2:
        return None
    rows = [
        (stated(context, u),) if u.kind == "cell" else (Frame(f"{context.source(a)}:"), stated(context, u))
        for a, u in list(best.items())[:4]
    ]
    return Draft((paragraph(Frame("Each article in its own words:")), bullets(*rows)), "conflict")
