"""Where a clause that describes somebody ends, and what is then asked of the role."""

from __future__ import annotations

import pytest

from agent.answer import Answerer
from agent.answering.asking.phrases import phrases


def whole(text: str) -> list[str]:
    return [text[p.start : p.end] for p in phrases(text) if p.whole and p.noun]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The man who minds our accounts, does he write code?", "The man who minds our accounts"),
        ("That job where they send you to a client: how are you judged?", "That job where they send you to a client"),
        ("Those who woo buyers, day in and day out, what do they earn?", "Those who woo buyers, day in and day out"),
        ("Whoever watches for drift - how much code is that?", "Whoever watches for drift"),
        ("Does the one who trains models ever meet a client?", "the one who trains models"),
        ("Is whoever demos the product often on the road?", "whoever demos the product"),
        ("How is success measured for people who live at the client's?", "people who live at the client's"),
    ],
)
def test_the_clause_ends_where_the_question_goes_on(text: str, clause: str) -> None:
    assert whole(text)[0] == clause


def test_of_two_people_neither_clause_takes_in_the_other() -> None:
    found = whole("How do I tell the model person from the field person, in an advert?")
    assert not any("model" in clause and "field" in clause for clause in found)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("The one who calms clients after they have bought, does she write code?", "TAM, does she write code?"),
        ("Whoever keeps the models healthy in production: how senior is that?", "MLOps: how senior is that?"),
        ("Would the people who build apps on GPT need a doctorate?", "Would AI engineer need a doctorate?"),
        ("How far is the money apart for pitching AI and for building models?", "AI SE and for MLE"),
    ],
)
def test_the_role_takes_the_place_of_the_whole_clause(answerer: Answerer, question: str, asked: str) -> None:
    context = answerer.understood(question)
    assert context is not None
    assert asked in context.question.text


@pytest.mark.parametrize(
    "question",
    [
        "Does anybody who trained as a chemist end up in one of these jobs?",
        "The HR lady who read my letter was rude, should I worry?",
        "Which of the post-sale roles?",
        "Is an MLE someone who does statistics, or someone who plays with LLMs?",
    ],
)
def test_people_of_other_kinds_are_no_second_role(answerer: Answerer, question: str) -> None:
    context = answerer.understood(question)
    assert context is not None
    assert set(context.question.roles) <= {"mle"} if "MLE" in question else context.question.roles == ()
