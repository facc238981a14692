"""Whether a job is an FDE's or a TAM's whatever its title: by the hours that go into code at the customer."""

from __future__ import annotations

from agent.answering.advising.hours import share_of_code
from agent.answering.advising.sources import asks
from agent.answering.claims import Draft, Frame, paragraph
from agent.answering.context import Context, stated
from corpus.units import Unit

FDE_FROM, TAM_UNDER = 40, 10  # percent of the hours
_FDE, _TAM = "A role in which 40%+ of working hours", "A role with under 10% of working hours"


def by_hours(context: Context) -> Draft | None:
    """None where the hours are not told, or the articles do not hold the test."""
    share = share_of_code(context.question.text) if asks("title").search(context.question.text) else None
    fde, tam = _starting(context, _FDE), _starting(context, _TAM)
    if share is None or fde is None or tam is None:
        return None
    if share >= FDE_FROM:
        verdict, units = "By its hours this is a forward deployed engineer (FDE) role", (fde, tam)
    elif share <= TAM_UNDER:
        verdict, units = "By its hours this is a technical account manager (TAM) role", (tam, fde)
    else:
        verdict, units = "By its hours this lies between a TAM's and an FDE's job", (fde, tam)
    return Draft((paragraph(Frame(f"{verdict}:"), *(stated(context, u) for u in units)),), "advice")


def _starting(context: Context, start: str) -> Unit | None:
    return next((u for u in context.statements.units if u.text.startswith(start)), None)
