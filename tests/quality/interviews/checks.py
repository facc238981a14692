"""All checks by the name they have in the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.quality.interviews import course, outcome
from tests.quality.interviews.case import Case, Result

CHECKS: dict[str, Callable[[Case], Iterator[Result]]] = {
    "finished": outcome.finished,
    "topic coverage": outcome.coverage,
    "facts captured": outcome.facts,
    "unasked topics settled rightly": outcome.inferred,
    "no repeat": course.repeats,
    "one question a turn": course.one_question,
    "vague answers probed": course.probed,
    "dodged asked again once": course.dodges,
    "neither leading nor praise": course.fair,
    "asides answered, and back": course.asides,
    "stops when asked to": course.stops,
    "no answer to what was not asked": course.unasked,
    "contradictions put once": course.contradictions,
    "recommendation accepted": outcome.accepted,
    "never plainly wrong": outcome.not_wrong,
    "reasons true to what was meant": outcome.reasons,
    "scores add up": outcome.sums,
    "report says what it must": outcome.told,
    "evidence quotes stand": outcome.evidence,
    "citations stand": outcome.cited,
    "protected left out": outcome.private,
}
