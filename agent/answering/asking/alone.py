"""One message read for itself, before anything said earlier is taken into account."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.answering import patterns
from agent.answering.asking.bounded import bounds, without_asides, without_had
from agent.answering.asking.ends import adjacent, ends_among
from agent.answering.asking.jobs import other_titles
from agent.answering.asking.kind import deep, gains, kind_of, of_mine
from agent.answering.asking.measured import measured
from agent.answering.asking.mentioned import either, mentioned
from agent.answering.asking.moves import moves_told
from agent.answering.asking.named import Describe
from agent.answering.asking.shape import Question
from agent.answering.asking.shorthand import written_out
from agent.answering.asking.texts import without_source
from agent.answering.asking.way import moving
from corpus.facets import hinted as short_forms
from corpus.facets import measures_asked
from corpus.quantities import Quantity, find
from corpus.roles import Roles
from corpus.spoken import written

_NOT_YEAR = re.compile(
    r"\b(?:not|(?:do not|don['’]t) (?:want|need|mean)) (?:the |that )?"
    r"(?:old |older )?(?:ones? |figures? )?(?:of |from |for )?(?:19|20)\d\d\b",
    re.I,
)
_BANDS = re.compile(r"\b(?:which|what|your|any|the|give me|list) (?:\w+ )?(?:ranges?|bands?)\b", re.I)  # of pay
_HOW_SOON = re.compile(r"\bhow (?:long|soon|quick\w*|fast)\b", re.I)
SHORTEST = 3  # words beside a described role that can say what is asked


def alone(
    text: str, roles: Roles, publishers: frozenset[str] = frozenset(), describe: Describe = short_forms
) -> Question:
    text = written_out(without_asides(text))
    spans, titled, hinted = mentioned(text, roles, publishers, describe)
    others = other_titles(text, [*spans, *titled])
    ids = tuple(dict.fromkeys(role for role, _, _ in spans))
    origin, goal = ends_among(text, spans)
    bare = written(text, spans, None)
    all_taken = hinted and len(re.findall(r"\w+", bare)) < SHORTEST  # the description took the question with it
    measures = measured(measures_asked(bare if hinted and not all_taken else text), text, bare)
    if deep(text):
        measures = tuple(m for m in measures if m != "competition")  # "get into": a matter, and no job
    facets = bounds(text, measures)
    counted_up = set(facets.basis) == {"total"} and {"openings", "accounts", "growth"} & set(measures)
    unsaid = not set(measures) - {"definition"}  # "the FAANG+ median"
    amount = unsaid and bool(facets.statistic) and bool(facets.tier or facets.level)
    of_rung = bool(facets.level or facets.tier) and _BANDS.search(text) is not None
    amount = amount or (of_rung and not set(measures) - {"definition", "choose", "difference"})
    if "pay" not in measures and ((set(facets.basis) & {"base", "total"} and not counted_up) or amount):
        measures = (*measures, "pay")
    linked = not either(text, spans) and (bool(patterns.FROM_TO.search(text)) or adjacent(text, spans) is not None)
    kind = kind_of(text, bare, ids, measures, bool(origin and goal), linked)
    if (
        kind != "transition"
        and not deep(text)
        and not gains(text, ids, measures)
        and moving(text, spans, measures, kind)
    ):
        kind = "transition"
    moves = moves_told(text, spans) if kind != "advice" or not patterns.ADVICE.search(text) else ()
    if moves:
        kind, (origin, goal) = "transition", moves[0]
        measures = tuple(dict.fromkeys((*measures, "transition")))
    if kind == "transition" and origin and goal:
        others = ()  # a recruiter who called, a colleague who laughs: the two ends are what is asked about
    if kind == "transition":
        idle = (
            {"origin", "cycle"}
            | ({"competition"} if _HOW_SOON.search(text) else set())
            | ({"pay", "premium"} if of_mine(text) else set())
        )
        measures = tuple(m for m in measures if m not in idle)  # "come from", "a change of pace", "worth gold"
    numbers = find(text)
    search = text if all_taken else written(text, spans, roles)
    return Question(
        without_source(search, publishers) if ids and measures else search,
        text,
        bare,
        ids,
        others,
        measures,
        facets,
        kind,
        origin if kind == "transition" else "",
        goal if kind == "transition" else "",
        _experience(text, numbers),
        tuple(int(q.low) for q in find(_NOT_YEAR.sub(" ", without_had(text))) if q.year),
        bool(patterns.YES_NO.search(text)),
        hinted and bool(ids),
        beside=moves[1:],
        titled=tuple(dict.fromkeys(role for role, _, _ in titled)),
    )


def _experience(text: str, numbers: Sequence[Quantity]) -> float | None:
    """Years that someone has worked ("9+ yrs", "after six years"); not a time in which something is to happen."""
    return next(
        (
            q.low
            for q in numbers
            if q.unit == "year"
            and not re.search(
                r"\b(within|in|next|over the|every|per|less than|fewer than|under|below|not even) $",
                text[: q.span.start],
            )
        ),
        None,
    )
