"""Advice begins with a verdict for what was said, cites what carries it, and every wish names statements that exist."""

from __future__ import annotations

import re

import pytest

from agent.answer import Answerer
from agent.answering.advising.heard import of_company, situation
from agent.answering.advising.sources import entries, guides
from agent.answering.advising.wishes import BOTH, NEITHER, begins
from agent.answering.advising.words import denies


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("I want to be with customers but not give up shipping code. TAM or FDE?", "An FDE"),
        ("I hate flying. FDE or TAM?", "A TAM"),
        ("I love being on the road. FDE or MLE?", "An FDE"),
        ("Meetings with clients drain me completely. FDE or ML engineer?", "An ML engineer (MLE)"),
        ("I get a kick out of infrastructure that whole departments rely on. MLOps or FDE?", "An MLOps engineer"),
        ("I need a predictable paycheck. AI SE or ML engineer?", "An ML engineer (MLE)"),
        ("I want to have my own company one day: TAM or FDE?", "An FDE"),
        ("Our demos impress, but installations drag on for months. Who first, MLE or FDE?", "An FDE"),
        ("Our prototype embarrasses us, its accuracy is poor. FDE or MLE first?", "An MLE"),
        (
            "We have an idea and no proof that anybody wants it. Should our first hire be an FDE or an MLE?",
            "Neither yet",
        ),
    ],
)
def test_the_verdict_comes_first(answerer: Answerer, question: str, verdict: str) -> None:
    answer = answerer.ask(question)
    assert answer.kind == "advice", answer.text
    assert answer.text.startswith(verdict), answer.text
    assert answer.citations
    assert answer.text.count("On the source:") <= 1


def test_every_statement_of_a_wish_stands_in_its_article(answerer: Answerer) -> None:
    units = answerer.statements().units
    missing = [
        (entry.id, start)
        for entry in entries()
        for _, _, article, start in entry.speaks
        if not any(u.passage.article == article and begins(u, start) for u in units)
    ]
    assert not missing


def test_every_option_of_a_wish_is_one_of_its_guide() -> None:
    known = {f"{n} {t.id} {o.id}" for n, (guide, _) in guides().items() for t in guide.topics for o in t.options}
    assert {e.like for e in entries() if e.like} <= known


def test_wishes_speak_for_known_roles() -> None:
    roles = {"fde", "tam", "mle", "mlops", "ai-se", "ai-engineer", BOTH, NEITHER}
    assert {role for entry in entries() for role, *_ in entry.speaks} <= roles


def test_cues_are_expressions() -> None:
    for entry in entries():
        for cue in entry.cues:
            re.compile(cue)


def test_who_chooses() -> None:
    assert of_company("Our rollouts never finish. Whom do we hire?")
    assert not of_company("I hate travel. FDE or TAM?")
    assert not of_company("We have two kids, so should I go for TAM?")


def test_what_is_turned_down_is_no_wish() -> None:
    assert situation("I prefer one client over juggling twenty") == ["I prefer one client"]


@pytest.mark.parametrize(
    ("text", "denying"),
    [
        ("I love travel", False),
        ("I can't stand travel", True),
        ("I can travel", False),
        ("I don't want to stop coding", False),
    ],
)
def test_denial(text: str, denying: bool) -> None:
    assert denies(text) is denying


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Retraining is manual and breaks every Friday. FDE or MLOps?", "An MLOps engineer"),
        ("Six customers in a row got stuck in their security review. One headcount. Who?", "A forward deployed"),
        ("My income has to be the same each month. Should I take the AI SE or the MLE offer?", "An MLE"),
    ],
)
def test_a_situation_told_before_a_bare_choice_gets_a_verdict(answerer: Answerer, question: str, verdict: str) -> None:
    answer = answerer.ask(question)
    assert answer.kind == "advice", answer.text
    assert answer.text.startswith(verdict), answer.text


def test_a_label_before_a_comparison_is_no_situation(answerer: Answerer) -> None:
    assert answerer.ask("Kubernetes depth: FDE vs MLOps").kind == "comparison"
