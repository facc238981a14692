"""Questions put in short, or that lean on what was said before, or of somebody who is told of."""

from __future__ import annotations

import pytest

from agent.answer import Answerer


@pytest.mark.parametrize(
    "question",
    [
        "sysadmin to mlops engineer, months needed?",
        "how long does it take from backend to fde",
        "anthropic FDE interview, number of rounds",
        "How many interview rounds does a TAM go through?",
        "will it snow in Delhi tomorrow? I've an onsite",
        "linkedin postings for TAMs in q2 2024, the number",
        "Exact number of LinkedIn postings for MLOps engineers?",
        "AI product manager salary please, they say senior AI engineers end up there",
        "Solutions architect base pay at staff level, I want to compare",
        "Who at Palantir thought up the FDE? I need the inventor's name.",
        "what does spotify pay its ml engineers",
        "leave days for TAMs, how many do they get per year",
        "What did FDEs make back in 2018?",
        "what share of mlops jobs is remote? i know its 52 for ML engineers, need the other one",
    ],
)
def test_what_is_not_there_is_not_answered(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).abstained


@pytest.mark.parametrize(
    ("turns", "question", "wanted"),
    [
        (("Do FDEs have to know MLOps?",), "how deep? do i have to build the platform myself", "informed consumption"),
        (("I want to become an AI SE.",), "must I be able to train models?", "conceptual"),
        (
            ("AI engineer total comp at FAANG+?", "and at unicorns?"),
            "what does an MLE get at that kind of firm",
            "$155",
        ),
        (("Will automation take over ML engineering?",), "and the sales engineers, are they safer?", "human trust"),
        (("They say machines will replace MLEs", "and that AI SEs are safe"), "is he right about that?", "automate"),
        (("Demo is great, nobody goes live. MLE or FDE first?",), "when would it be the other way round?", "MLE"),
        (("I'm an FDE", "how many days on the road?"), "would a TAM be better off in that respect", "mostly remote"),
        ((), "some stat on data science projects that never get to production.. what was the number", "87%"),
        ((), "An AI SE and a TAM sound the same. Which of them works after the deal is signed?", "After the sale"),
        ((), "Senior TAM versus senior MLOps in the US, which bands do you have?", "$170K–$240K"),
        ((), "Is there a quick test to tell if an opening is for an FDE or for a TAM?", "40%+"),
        ((), "Compare how many of the AI engineer jobs and of the ML engineer jobs are remote", "38%"),
        ((), "who earns more once they are senior, a TAM or an AI sales engineer? I'd take either", "$220K"),
        ((), "how common is it that AI engineers at FAANG started out in ML?", "63%"),
        ((), "My day must not be cut in pieces. How does the rhythm of AI SEs and MLEs differ?", "focused"),
        ((), "The Valenx text says the equity gap widens at startups. Am I reading the table wrong?", "0.1%"),
    ],
)
def test_the_right_thing_is_told(answerer: Answerer, turns: tuple[str, ...], question: str, wanted: str) -> None:
    assert wanted in answerer.ask(question, turns).text


@pytest.mark.parametrize(
    ("told", "question", "wanted"),
    [
        (
            "Someone I know keeps clients of a software maker happy once they have signed and runs the reviews.",
            "Whom does she report to?",
            "Customer Success",
        ),
        (
            "My daughter builds chat assistants on Mistral models for an insurer, with retrieval and guardrails.",
            "What degree do people like her hold?",
            "PhD",
        ),
        (
            "A guy in our street shows AI demos to bank managers, answers their technical questions and gets a cut.",
            "How big a share of his pay is variable?",
            "20% to 40%",
        ),
    ],
)
def test_who_is_told_of_in_a_sentence_of_its_own(answerer: Answerer, told: str, question: str, wanted: str) -> None:
    assert wanted in answerer.ask(f"{told} {question}").text


def test_each_wish_has_its_reason(answerer: Answerer) -> None:
    said = answerer.ask("I want to face customers, write production code all day and earn the most. TAM or FDE?").text
    assert all(word in said for word in ("coding", "compensation", "customers"))
