"""A move that the nearest known questions are about, where the question's own words do not show it: "what do people
who kept models running bring to a forward deployed team?"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from agent.answering.asking.way import lean
from agent.answering.expected import Near
from agent.answering.moving.described import Ends, ways_of
from agent.answering.question import Question, ends
from corpus.roles import Roles
from corpus.statements import Statements

AMONG, MOST = 5, 3  # of the nearest answers so many must be about the move
LIKE = 0.5  # cosine, under the adapter, of a known question that is heard


def moved(question: Question, near: Sequence[Near], statements: Statements, roles: Roles) -> Question:
    """`question` as one about the move that most of its nearest known questions are about, where its own words tell of
    none, or describe one end of a move of which nothing is stated; itself otherwise."""
    untold = question.hinted and question.kind == "transition" and not _told(question, statements, roles)
    if not (untold or question.kind in ("fact", "list", "comparison")) or question.others or len(question.roles) > 2:
        return question
    votes: Counter[Ends] = Counter()
    told = lean(question.text, [(m.role, m.span.start, m.span.end) for m in roles.find(question.text)])
    for one in [n for n in near if n.cosine >= LIKE][:AMONG]:
        pairs = ways_of(statements.units[one.units[0]], roles)
        if any(told.get(origin, 0) < 0 or told.get(goal, 0) > 0 for origin, goal in pairs):
            continue  # "I work as an A": a move from A
        if len(pairs) == 1 and ends(one.question, roles) not in {pair[::-1] for pair in pairs}:
            votes.update(pairs)
    pair, count = next(iter(votes.most_common(1)), (("", ""), 0))
    heard = question.origin == pair[0] or question.goal == pair[1] if untold else set(question.roles) <= set(pair)
    if count < MOST or not heard:
        return question
    return replace(question, roles=pair, kind="transition", origin=pair[0], goal=pair[1])


def _told(question: Question, statements: Statements, roles: Roles) -> bool:
    """Whether anything is stated of the move that a question seems to describe."""
    return any((question.origin, question.goal) in ways_of(unit, roles) for unit in statements.units)
