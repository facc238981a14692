"""Situations told without a role's name: recognised, heard clause by clause, judged by hours where told."""

from __future__ import annotations

import pytest

from agent.answer import Answerer
from agent.answering.advising.felt import felt, opposites
from agent.answering.advising.hours import share_of_code
from agent.answering.advising.sources import NONE, asks, axes, entries, sayings


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("about 60 percent of the time I'd be programming", 60),
        ("four days out of five I write integration code", 80),
        ("two hours a week of scripting", 5),
        ("coding is perhaps one morning in two weeks", 5),
        ("half of the week goes into code which runs at the client", 50),
        ("a third of the hours is code", 33),
        ("I like code", None),
        ("half of my colleagues left. I write code.", None),
    ],
)
def test_share_of_code(text: str, share: float | None) -> None:
    assert share_of_code(text) == share


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("I love to code", {"coding"}),
        ("I'm fed up with coding", {"little-coding"}),
        ("clients exhaust me", {"no-customers"}),
        ("airports are hell", {"home"}),
        ("I'd rather code than give presentations", {"coding", "no-stage"}),
        ("the code runs on servers", set()),
    ],
)
def test_likes_and_dislikes_in_plain_words(text: str, wishes: set[str]) -> None:
    assert {key for key, _ in felt(text)} >= wishes
    assert not {key for key, _ in felt(text)} & {a for a, b in opposites() if b in wishes}
    assert wishes or not list(felt(text))


def test_every_saying_belongs_to_a_wish_and_every_axis_too() -> None:
    known = {entry.id for entry in entries()}
    assert set(sayings()) - {NONE} <= known
    assert {key for axis in axes() for key in (axis.much, axis.little) if key} <= known


def test_no_saying_belongs_to_two_wishes() -> None:
    every = [said for of_one in sayings().values() for said in of_one]
    assert len(every) == len(set(every))


def test_what_asks_for_a_choice() -> None:
    assert asks("chooses").search("What role do I open?")
    assert asks("chooses").search("Good plan?")
    assert not asks("chooses").search("What does a TAM do all day?")
    assert asks("specific").search("How long does it take?")


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        (
            "Fine product. But customers never hear from us and at renewal they leave. Who do we need?",
            "A tec",
        ),
        ("Buyers cheer at the pilot. Then their auditors and old databases stop us for a year.", "A forward deployed"),
        ("Can one brilliant engineer train our model and also install it at the hospitals?", "Better not one person"),
        ("The ad says TAM, yet 70% of my week would be code that runs at the bank. What is it really?", "By its hours"),
        (
            "Three giants with nightmare integrations, sixty small ones who want a call. How do we staff that?",
            "Both",
        ),
        (
            "I build models. Sales took me along to a client and I loved every minute. Where should I go?",
            "An AI sales",
        ),
    ],
)
def test_a_situation_without_a_role_gets_a_verdict(answerer: Answerer, question: str, verdict: str) -> None:
    answer = answerer.ask(question)
    assert answer.kind == "advice", answer.text
    assert answer.text.startswith(verdict), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "What does a TAM earn in India?",
        "How long does it take me to move from TAM to FDE?",
        "Free text and pictures vs. neat tables: who works with which?",
        "Tell me who hires FDEs.",
    ],
)
def test_plain_questions_are_no_advice(answerer: Answerer, question: str) -> None:
    context = answerer.understood(question)
    assert context is not None
    assert context.question.kind != "advice"
