"""Of what kind a question is by the known ones near it, where its own words do not tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.answering import patterns
from agent.answering.advising.words import WE
from agent.answering.asking.kind import of_each, plain
from agent.answering.expected import Expected, Near
from agent.answering.moving.nearest import moved
from agent.answering.question import Question, ends
from corpus.roles import Roles
from corpus.statements import Statements

AMONG, MOST = 4, 3  # of the nearest answers so many must be about it
LIKE = 0.45  # cosine, under the adapter, of a known question that is heard
OF_EACH = frozenset({"remote", "travel", "accounts", "reporting", "openings"})  # stated of a role, and of no move
SHORT = 12  # words of a question that names a choice and nothing else
_SENTENCES = re.compile(r"(?<=[.!?;])\s+")
_WHOM = re.compile(
    r"\bwhom?\W*$|\bwhich (?:role|hire|engineer|specialist|job)\b[^.]{0,40}\?"
    r"|\b(?:good (?:idea|plan|move|call)|wise|sensible|smart (?:move|plan|idea)|a mistake|madness|asking for trouble|"
    r"workable|realistic)\?"
    r"|\bwhom? (?:do|should|would|to|shall|must|can) (?:we |i |they |you )?(?:first |next |best |then )?"
    r"(?:hire|need|get|pick|choose|take|bring|call|recruit|send|start|look|go|employ|want|put|add|find|sign|fund|appoint|"
    r"open)\b|\bonly .{2,20}\bor both\b|\babout my career\b",
    re.I,
)
_GET_THERE = re.compile(r"\bas an? \w[\w -]{1,30}\b.{0,60}\b(?:hired as|become|get into|move|switch)\b", re.I)
_SIDES = re.compile(  # "where after A and where after B", "harder as A or as B"
    r"(?<=[\w,] )(?:and|or|vs\.?) (?:where|what|how|after|as|for|being)\b|\b(?:hard|easi|tough)er\b.{0,60}\bor\b"
    r"|\bor\b.{0,40}\b(?:hard|easi|tough)er\b",
    re.I,
)
_HEADING = re.compile(
    r"\b(?:moving|move|transition|switch|from)\b.{1,40}\b(?:to|into)\b|\bmust learn for\b|\bto develop for\b", re.I
)


def meant(question: Question, expected: Expected, statements: Statements, roles: Roles) -> Question:
    """`question` as a transition where the nearest known ones are about the move between the two named roles, as
    advice where they are about the choice of a role for a situation that is told."""
    if question.kind in ("transition", "comparison") and _no_move(question):
        return replace(question, kind="comparison", origin="", goal="")
    if question.kind == "transition":
        return moved(question, expected.answers, statements, roles)
    near = [n for n in expected.answers[:AMONG] if n.cosine >= LIKE]
    if _paid(question, near, statements):
        question = replace(question, measures=(*question.measures, "pay"))
    if question.kind == "comparison" and of_each(question.asked, question.roles, question.measures):
        return question
    told = (
        patterns.FIRST_PERSON.search(question.text)
        or patterns.SOMEONE.search(question.text)
        or WE.search(question.text)
    )
    if question.kind == "advice" and not told and near and near[0].cosine >= LIKE and not _chooses(near, statements):
        return replace(question, kind="comparison" if len(question.roles) > 1 else "fact")
    stated = plain(question.asked, question.bare)  # a thing is asked that is stated of a role, whoever asks it and why
    if (
        not stated
        and question.kind in ("comparison", "fact", "list")
        and (_situation(question) or ((told or _SENTENCES.search(question.text)) and _WHOM.search(question.text)))
    ):
        return replace(question, kind="advice")
    moving = question.kind == "advice" and _GET_THERE.search(question.text)
    if (question.kind not in ("comparison", "fact", "list") and not moving) or len(near) < MOST:
        return question
    about = [{m for unit in n.units for m in statements.units[unit].measures} for n in near]
    if {"exits", "overlap", "difference"} & set(question.measures):
        return question
    if OF_EACH & set(question.measures) and "transition" not in question.measures and not moving:
        return question
    of_moves = ["transition" in m or _moves(n, statements) for m, n in zip(about, near, strict=True)]
    if len(question.roles) == 2 and (sum(of_moves) >= MOST or (moving and any(of_moves))):
        origin, goal = ends(question.text, roles)
        if not (origin and goal):
            origin, goal = ends(near[0].question, roles)
        if {origin, goal} == set(question.roles):
            return replace(question, kind="transition", origin=origin, goal=goal)
    if told and not stated and sum("choose" in m for m in about) >= MOST:
        return replace(question, kind="advice")
    return moved(question, expected.answers, statements, roles)


def _no_move(question: Question) -> bool:
    """Whether the same is asked of two roles in words of a move ("harder to get hired as A or as B?", "where do people
    go after A and after B?")."""
    asked = {"competition", "hiring-bar", "exits", "ladder"} & set(question.measures)
    if len(question.roles) != 2 or not asked or "transition" in question.measures:
        return False
    arrow = patterns.ARROW.search(question.text)
    return _SIDES.search(question.text) is not None and not (arrow or patterns.FROM_TO.search(question.text))


def _paid(question: Question, near: Sequence[Near], statements: Statements) -> bool:
    """Whether pay is meant though another word is used for it ("packages at start-ups"): employers of a kind are
    named, nothing else is asked of them, and the two nearest known questions are answered by pay."""
    if not question.roles or not question.facets.tier or set(question.measures) - {"difference", "employers"}:
        return False
    return len(near) > 1 and all("pay" in statements.units[u].measures for n in near[:2] for u in n.units)


def _moves(near: Near, statements: Statements) -> bool:
    """Whether an answer stands under a heading about a move."""
    return any(_HEADING.search(h) for unit in near.units for h in statements.units[unit].passage.headings[-2:])


def _situation(question: Question) -> bool:
    """Whether something is told and no more asked than which of the named roles: "Retraining is manual. A or B?" """
    *told, asked = [s for s in _SENTENCES.split(question.text.strip()) if s.strip()] or [""]
    if len(question.roles) < 2 or question.hinted or not told or len(asked.split()) > SHORT:
        return False
    return bool(patterns.CHOICE_OF.search(asked)) and not any(s.rstrip().endswith("?") for s in told)


def _chooses(near: Sequence[Near], statements: Statements) -> bool:
    """Whether one of the answers is about whom to choose."""
    return any("choose" in statements.units[unit].measures for n in near for unit in n.units)
