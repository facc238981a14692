"""Of what kind a question is by the known ones near it, where its own words do not tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agent.answering import patterns
from agent.answering.expected import Expected, Near
from agent.answering.question import Question, ends
from corpus.roles import Roles
from corpus.statements import Statements

AMONG, MOST = 4, 3  # of the nearest answers so many must be about it
SURE = 0.58  # the same, of a question that is no choice, from which what looks like one is none
LIKE = 0.45  # cosine, under the adapter, of a known question that is heard


def meant(question: Question, expected: Expected, statements: Statements, roles: Roles) -> Question:
    """`question` as a transition where the nearest known ones are about the move between the two named roles, as
    advice where they are about the choice of a role for a situation that is told."""
    near = [n for n in expected.answers[:AMONG] if n.cosine >= LIKE]
    told = patterns.FIRST_PERSON.search(question.text) or patterns.SOMEONE.search(question.text)
    if question.kind == "advice" and not told and near and near[0].cosine >= SURE and not _chooses(near, statements):
        return replace(question, kind="comparison" if len(question.roles) > 1 else "fact")
    if question.kind not in ("comparison", "fact", "list") or len(near) < MOST:
        return question
    about = [{m for unit in n.units for m in statements.units[unit].measures} for n in near]
    if len(question.roles) == 2 and sum("transition" in m for m in about) >= MOST:
        origin, goal = ends(question.text, roles)
        if not (origin and goal):
            origin, goal = ends(near[0].question, roles)
        if {origin, goal} == set(question.roles):
            return replace(question, kind="transition", origin=origin, goal=goal)
    if told and sum("choose" in m for m in about) >= MOST:
        return replace(question, kind="advice")
    return question


def _chooses(near: Sequence[Near], statements: Statements) -> bool:
    """Whether one of the answers is about whom to choose."""
    return any("choose" in statements.units[unit].measures for n in near for unit in n.units)
