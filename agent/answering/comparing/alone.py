"""What the articles say of each role when the same is asked of it alone: for comparisons that no table, measure or
statement of both answers ("at which point of the deal do a TAM and an AI SE come in?")."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.answering import patterns
from agent.answering.beside import companions
from agent.answering.comparing.fitting import fits
from agent.answering.context import Context
from agent.answering.expected import expect
from agent.answering.question import Question
from agent.answering.select import Scored, rank
from corpus.units import Unit

KNOWN = 0.55  # cosine, under the adapter, of a known question whose answer is taken as it is
SURE = 0.64  # the same, where a table or list would else be told
CODE = frozenset({"coding", "tools", "skills"})  # of what one programs, and in what
MOST = 2  # statements of one role
NEAR = 0.15
_JOINTS = re.compile(
    r"\s*(?:,|\band\b|\bor\b|\bvs\.?|\bversus\b|\bagainst\b|/|&|\bthan\b)\s*(?:an?\s|the\s)?(?=@)", re.I
)
_EACH = re.compile(
    r"\b(?:respectively|compared?|side by side|each|both|versus|vs\.?)\b|\bhow (?:do|does) @ compare on\b", re.I
)


def asked_alone(context: Context, role: str, measure: str = "") -> list[Unit]:
    """The statements about `role` alone that answer the question put to it alone, best first; [] where none does.
    With a `measure` only what a known question near it is answered by."""
    question = _of_one(context, role)
    vectors = context.embed_questions([question.text], False)
    plain = context.embed([question.text], False)
    expected = expect(context.statements, vectors)
    own = context.statements.units
    for near in expected.answers[:6]:
        units = [own[i] for i in near.units]
        least = SURE if measure else KNOWN
        said = {m for u in units for m in u.measures}
        few = not measure or (len(units) < 3 and bool(said & (CODE if measure in CODE else {measure})))
        if near.cosine >= least and few and all(_of(context, u, role) for u in units):
            return units[:3]
    if measure:
        return []
    ranked = rank(question, context.statements, None if plain is None else plain[0], {}, expected)
    found: list[Scored] = [s for s in ranked[:60] if _of(context, s.unit, role) and s.score > ranked[0].score - 0.6]
    return companions(found, MOST, NEAR) if found else []


def _of(context: Context, unit: Unit, role: str) -> bool:
    """Whether it speaks of the role, not of another one asked about, and not of whom to choose."""
    others = set(context.question.roles) - {role}
    about = set(unit.about())
    if role not in about or others & set(unit.roles) or patterns.META.search(unit.text) or unit.text.endswith(":"):
        return False
    apart = {"choose", "transition", "exits"} - set(context.question.measures)
    return not apart & unit.measures and fits(context, unit)


def _of_one(context: Context, role: str) -> Question:
    """The question with `role` in the place of all the roles that it names."""
    question = context.question
    text, bare = question.asked, ""
    for mention in reversed(context.roles.find(text)):
        text = f"{text[: mention.span.start]}@{text[mention.span.end :]}"
    while _JOINTS.search(text):
        text = _JOINTS.sub(" ", text)
        text = re.sub(r"@(?:\s*@)+", "@", text)
    bare = _EACH.sub(" ", text)
    one = " ".join(bare.replace("@", context.roles.name(role)).split())
    return replace(question, text=one, asked=one, bare=bare.replace("@", " "), roles=(role,), kind="fact", hinted=False)
