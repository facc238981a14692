"""One message read for itself, before anything said earlier is taken into account."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.answering import patterns
from agent.answering.asking.ends import adjacent, ends_among
from agent.answering.asking.kind import kind_of
from agent.answering.asking.shape import Question
from corpus.facets import Facets, facets_of, hinted, measures_asked, titles
from corpus.quantities import find
from corpus.roles import Roles
from corpus.spoken import written


def alone(text: str, roles: Roles, publishers: frozenset[str] = frozenset()) -> Question:
    blank = text
    for name in publishers:
        blank = re.sub(re.escape(name), "_" * len(name), blank, flags=re.I)
    mentions = roles.find(blank)
    ids = tuple(dict.fromkeys(m.role for m in mentions))
    others = _others(text, [(m.span.start, m.span.end) for m in mentions])
    spans = [(m.role, m.span.start, m.span.end) for m in mentions]
    described = not ids and not others
    if described:
        spans = hinted(text)
        ids = tuple(dict.fromkeys(role for role, _, _ in spans))
    if len(ids) == 1 and patterns.MOVE.search(text):
        more = [s for s in hinted(text) if s[0] != ids[0] and not any(s[1] < e and b < s[2] for _, b, e in spans)]
        spans = sorted([*spans, *more[:1]], key=lambda s: s[1])
        ids = tuple(dict.fromkeys(role for role, _, _ in spans))
    origin, goal = ends_among(text, spans)
    measures = measures_asked(text)
    facets = _meant(text)
    if "pay" not in measures and set(facets.basis) & {"base", "total"}:
        measures = (*measures, "pay")
    linked = bool(patterns.FROM_TO.search(text)) or adjacent(text, spans) is not None
    kind = kind_of(text, ids, measures, bool(origin and goal), linked)
    numbers = find(text)
    experience = (
        None
        if not {"pay", "premium"} & set(measures)
        else next(
            (
                q.low
                for q in numbers
                if q.unit == "year" and not re.search(r"(within|in|next|over the) $", text[: q.span.start])
            ),
            None,
        )
    )
    return Question(
        written(text, spans, roles),
        text,
        written(text, spans, None),
        ids,
        others,
        measures,
        facets,
        kind,
        origin if kind == "transition" else "",
        goal if kind == "transition" else "",
        experience,
        tuple(int(q.low) for q in numbers if q.year),
        bool(patterns.YES_NO.search(text)),
        described and bool(ids),
    )


def _meant(text: str) -> Facets:
    """The facets of a question, without an employer tier that it excludes ("not at a top lab")."""
    found = facets_of(text)
    return replace(found, tier=()) if patterns.NOT_THERE.search(text) else found


def _others(text: str, taken: list[tuple[int, int]]) -> tuple[str, ...]:
    """Job titles outside the known roles, as typed, in the singular."""
    found = [m[0].lower() for m in titles().finditer(text) if not any(s < m.end() and m.start() < e for s, e in taken)]
    return tuple(dict.fromkeys(re.sub(r"s$", "", name) for name in found))
