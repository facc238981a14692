"""Questions that stand beside something else that is told: where somebody lives, what they do, who said what."""

from __future__ import annotations

import pytest

from agent.answer import Answerer
from agent.answering.question import Question, understand
from corpus.roles import Roles

ROLES = Roles.shipped()


def read(text: str, *turns: str) -> Question:
    return understand(text, turns, ROLES)


@pytest.mark.parametrize(
    "question",
    [
        "We relocate to Manchester in May. What would an ML engineer get there in pounds?",
        "What's the number of open TAM positions on LinkedIn today?",
        "Average win rate of an AI SE's proofs of concept?",
        "How many years does an FDE stay with one employer? Tenure, I mean.",
        "We think of a solutions architect instead. What salary should we offer to such a person?",
        "Weekly working hours of a TAM on average?",
        "Please give the number of open TAM postings on LinkedIn in Q2 2024.",
        "Who is the head of forward deployed engineering at Anthropic?",
        "What's the year-over-year growth of AI sales engineer postings?",
        "How many % of TAMs leave within a year?",
    ],
)
def test_what_is_not_there_is_not_answered(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).abstained


@pytest.mark.parametrize(
    ("turns", "question", "wanted"),
    [
        ((), "By how many percent is an FDE paid above a TAM on equal level?", "30–60%"),
        ((), "How long is it for a TAM w/ 4 yrs of technical-ish work to get to FDE?", "9–15 months"),
        ((), "What is the absolute top money for the most senior FDEs at frontier labs?", "$1.2M"),
        ((), "I do demos for a vendor but would like to build production models. How much time is that?", "12 to 24"),
        ((), "I'd like to be the one who shows AI products. Must I be able to train a neural net myself?", "hands-on"),
        ((), "Which muscles must an MLE grow to be any good as an FDE?", "stakeholder"),
        ((), "What would an MLE be lacking on day one as an FDE?", "stakeholder"),
        ((), "I have two dogs, so first I'd like to know how many days a month an FDE travels.", "4–10"),
        ((), "Kubernetes depth fde / mlops", "Deep expertise"),
        ((), "I come from a bank and could imagine AI sales engineer or TAM. Which of the two pays better?", "$130K"),
        ((), "A PhD for AI engineers: some say no, others that many have one. Do I need it or not?", "not required"),
        ((), "TAM pay: I see 130-220K, but the by-level numbers go lower and higher. Why?", "$80K–$120K"),
        ((), "TAM base at the big saas vendors?", "$90K–$160K"),
        ((), "AI sales engineer and TAM: which sits before the contract and which after?", "After the sale"),
        (
            (),
            "I speak at meetups next to my ML job. If I go into sales engineering, can I skip sales training?",
            "cannot",
        ),
        (("I'm an MLE.", "I think of AI SE.", "How long is that move?"), "And the other way round?", "12 to 24"),
        (("Remote share of AI engineers?", "and of ML engineers?"), "where does that gap come from", "operational"),
        ((), "Is it true that the ones who build the models lose hours on dirty data?", "Data preparation"),
        (
            (),
            "I live on an island. Is an AI engineer or an ML engineer more often remote? numbers if you have any",
            "38%",
        ),
        ((), "guys who run airflow in India, senior, best paying firms: how many lakhs?", "₹35–40L"),
        (
            (),
            "Ad says 'deployed engineer', but I'd write stuff that runs at the client 2 hours a week. What is it?",
            "TAM",
        ),
        (("What does an AI engineer earn at FAANG+, median?",), "Who says that?", "Levels.fyi"),
        (("Does an FDE earn more than a TAM?",), "What are the reasons for that?", "hiring"),
        (("Which companies employ FDEs?",), "I thank you. And the same for TAMs, please.", "Salesforce"),
        (("Will AI automate MLE work?", "ok so code and tests. scary"), "And AI SEs, same fate?", "augment"),
        (("Do AI SE and MLE salaries differ at senior level?",), "Just the sales one?", "$220K"),
    ],
)
def test_what_is_there_is_told(answerer: Answerer, turns: tuple[str, ...], question: str, wanted: str) -> None:
    assert wanted in answerer.ask(question, turns).text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("What should a TAM put together to be taken seriously for FDE jobs?", "transition"),
        ("I could imagine either. Which pays better, AI SE or TAM?", "comparison"),
    ],
)
def test_what_is_asked_for(text: str, kind: str) -> None:
    assert read(text).kind == kind


def test_or_rather_corrects_a_role_and_no_question_of_either_kind() -> None:
    assert read("What does an FDE, or rather a TAM earn?").roles == ("tam",)
    assert "mle" in read("Is an MLE somebody for LLMs, or rather for classical models?").roles
