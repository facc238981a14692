"""How a question is put: what is counted left out, a figure put to be checked, an offer, a choice with nothing told."""

from __future__ import annotations

import pytest

from agent.answer import Answerer


@pytest.mark.parametrize(
    ("turns", "question", "states"),
    [
        ([], "How many does a technical account manager normally have?", "5–25 named accounts"),
        ([], "How many would a TAM look after?", "5–25 named accounts"),
        (["How many customers does an FDE handle at the same time?"], "How many for a TAM?", "5–25 named accounts"),
        (["How much ML knowledge does an AI SE need?"], "and infrastructure?", "cloud basics"),
        (
            ["Does an FDE need to know MLOps?"],
            "So must they build the platform as well?",
            "neither builds nor",
        ),
        ([], "Who does the fine-tuning of models, ML engineers or AI engineers? I have read both.", "Perspective AI"),
        ([], "Which AI lab has an engineering function in between ML engineer and FDE?", "Anthropic"),
        ([], "I sell AI as a sales engineer and would like to build ML systems instead. How long?", "12 to 24 months"),
        ([], "I'm an AI sales engineer, should I learn to write PyTorch training loops?", "does not need to know"),
        ([], "Should I take a $200K offer as a senior TAM?", "$170K–$240K"),
        ([], "Can a junior be an FDE? My teacher and my friend disagree.", "entry-level"),
    ],
)
def test_what_is_meant_is_answered(answerer: Answerer, turns: list[str], question: str, states: str) -> None:
    answer = answerer.ask(question, turns)
    assert not answer.abstained, answer.text
    assert states in answer.text


@pytest.mark.parametrize(
    "question", ["How many forward deployed engineers quit within their first year?", "how many FDEs does OpenAI have"]
)
def test_holders_of_a_role_are_no_accounts(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(question)
    assert answer.abstained, answer.text
    assert "no number of people" in answer.text


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("FDEs have 5-25 customers at a time, right?", "No article states 5-25 for an FDE; it is stated of a TAM."),
        (
            "AI engineer postings are 44,000, right?",
            "No article states 44,000 for an AI engineer; it is stated of an",
        ),
    ],
)
def test_a_figure_of_another_role_is_said_to_be_that(answerer: Answerer, question: str, lead: str) -> None:
    assert answerer.ask(question).text.startswith(lead)


def test_where_only_the_choice_is_told_both_sides_get_their_criteria(answerer: Answerer) -> None:
    told = answerer.ask("should we hire a TAM or an FDE first?").text
    assert "Choose FDE if" in told
    assert "Choose TAM if" in told
    assert "what you describe" not in told
    assert "MLE" not in told


def test_pay_is_not_led_by_what_it_is_paid_for(answerer: Answerer) -> None:
    assert "core skill" not in answerer.ask("What is FDE pay?").text


def test_an_employer_without_figures_is_named(answerer: Answerer) -> None:
    assert "at OpenAI" in answerer.ask("What does a junior FDE earn at OpenAI?").text.partition("\n")[0]


@pytest.mark.parametrize(
    ("question", "states"),
    [
        ("Compare MLE, MLOps and AI engineer pay", ("$172,000", "$210,000", "$100K–$140K")),
        ("FDE vs MLOps vs TAM salary", ("$160K–$220K", "$100K–$140K", "$130K–$220K")),
    ],
)
def test_of_three_roles_none_is_left_out(answerer: Answerer, question: str, states: tuple[str, ...]) -> None:
    answer = answerer.ask(question)
    assert [s for s in states if s not in answer.text] == []
