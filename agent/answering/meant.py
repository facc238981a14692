"""Of what kind a question is by the known ones near it, where its own words do not tell."""

from __future__ import annotations

from dataclasses import replace

from agent.answering import patterns
from agent.answering.expected import Expected
from agent.answering.question import Question, ends
from corpus.roles import Roles
from corpus.statements import Statements

AMONG, MOST = 4, 3  # of the nearest answers so many must be about it
LIKE = 0.45  # cosine, under the adapter, of a known question that is heard


def meant(question: Question, expected: Expected, statements: Statements, roles: Roles) -> Question:
    """`question` as a transition where the nearest known ones are about the move between the two named roles, as
    advice where they are about the choice of a role for a situation that is told."""
    near = [n for n in expected.answers[:AMONG] if n.cosine >= LIKE]
    if question.kind not in ("comparison", "fact", "list") or len(near) < MOST:
        return question
    about = [{m for unit in n.units for m in statements.units[unit].measures} for n in near]
    if len(question.roles) == 2 and sum("transition" in m for m in about) >= MOST:
        origin, goal = ends(question.text, roles)
        if not (origin and goal):
            origin, goal = ends(near[0].question, roles)
        if {origin, goal} == set(question.roles):
            return replace(question, kind="transition", origin=origin, goal=goal)
    told = patterns.FIRST_PERSON.search(question.text) or patterns.SOMEONE.search(question.text)
    if told and sum("choose" in m for m in about) >= MOST:
        return replace(question, kind="advice")
    return question
