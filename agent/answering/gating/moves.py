"""Moves between roles that no article describes, and times that none gives."""

from __future__ import annotations

import re

from agent.answering.context import Context, with_article
from agent.answering.move import directed

_TIME = re.compile(
    r"\bhow (long|many (months|years|weeks)|much time|soon|fast|quickly)\b|\btimeline\b|\btime ?frame\b|\btime\?"
    r"|\bin months\b|\bmonths (needed|required|for|from)\b|\btime (from|needed|required)\b",
    re.I,
)

_FROM = re.compile(
    r"\bfrom (?!(?:here|there|scratch|zero|nothing|start|one|now|\d))(?:an? |the |being |doing |my )*"
    r"([a-z][\w'’ -]{1,30}?) (?:to|into)\b",
    re.I,
)


_CRAFT = re.compile(  # "devops to mlops engineer, months needed?"
    r"(?:^|\bfrom )(?P<craft>(?:[\w-]+ )?(?:devops|devs?|developers?|sys ?admins?|testers?|qa|sres?|dbas?|analysts?"
    r"|back-?end|front-?end|full-?stack|consultants?|programmers?|researchers?))"
    r"\s*(?:to|into|->|→|=>|>)\s*(?:being )?(?:an? )?",
    re.I,
)


def no_time(context: Context) -> str:
    """A sentence when only the time of a move is asked, and no article gives it; "" otherwise."""
    question = context.question
    if not _TIME.search(question.asked):
        return ""
    craft = _CRAFT.search(question.asked)
    if craft and any(craft.end() == m.span.start for m in context.roles.find(question.asked)):
        timed = _timed(context, craft["craft"])
        return "" if timed else _untimed(craft["craft"], context.called(question.goal or question.roles[0]))
    if question.kind != "transition" or not question.goal:
        return ""
    if not question.origin:
        start = _FROM.search(question.asked)
        if start is None or context.roles.ids(start[0]) or _timed(context, start[1]):
            return ""
        return _untimed(start[1], context.called(question.goal))
    units = directed(context, question.origin, question.goal)
    if any(q.unit in ("month", "year", "week") for u in units for q in u.numbers):
        return ""
    start_of, end = context.called(question.origin), context.called(question.goal)
    return _untimed(start_of, end) if units else f"The articles describe no move from {start_of} to {end}."


def _untimed(start: str, goal: str) -> str:
    return f"The articles give no time for the move from {start} to {goal}."


def _timed(context: Context, job: str) -> bool:
    """Whether a statement that names the job gives a time."""
    lasts = (u for u in context.statements.units if any(q.unit in ("month", "year", "week") for q in u.numbers))
    return any(job.lower() in u.text.lower() for u in lasts)


def unknown_origin(context: Context) -> str:
    """A sentence when the move asked about starts from a job that no article lets one come from; "" otherwise."""
    question = context.question
    if question.kind != "transition" or not question.roles:
        return ""
    for name in question.others:
        job = rf"{re.escape(name)}s?"
        start = rf"\b(?:from (?:being )?|as |i'?m |i am |i was )(?:an? |the )?{job}\b"
        moves = re.compile(rf"{start}|\b{job} (?:to|into|become|turn)\b", re.I)
        if moves.search(question.asked) and not any(
            moves.search(u.text) and set(question.roles) & set(u.about()) for u in context.statements.units
        ):
            goal = with_article(context.called(question.goal or question.roles[0]))
            return f"The articles do not say how {with_article(name)} becomes {goal}."
    return ""
