"""Roles that are described and not named, and what is asked apart from what is told."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from agent.answer import Answerer
from agent.answering.asking.described import NOBODY, Described, descriptions
from agent.answering.asking.phrases import phrases
from agent.answering.asking.request import asks, request
from corpus.minilm import Vectors
from corpus.roles import Roles


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("Does the post-purchase hand-holder need to program?", ("tam",)),
        ("Is the escalation handler for enterprise subscribers away from home a lot?", ("tam",)),
        ("What's a normal day for the engineer dazzling potential buyers?", ("ai-se",)),
        ("How do interviews go for the guys who install AI on customer premises?", ("fde",)),
        ("Which orchestration software do the keepers of the ML assembly line use?", ("mlops",)),
        ("What are the main tasks of whoever makes models more accurate?", ("mle",)),
        ("How fast is demand rising for people who build with generative models?", ("ai-engineer",)),
        ("Who travels more, the client-renewal person or the coder at the customer's desk?", ("tam", "fde")),
    ],
)
def test_a_described_role_is_read(answerer: Answerer, question: str, roles: tuple[str, ...]) -> None:
    context = answerer.understood(question)
    assert context is not None
    assert context.question.roles == roles
    assert context.question.hinted


@pytest.mark.parametrize(
    "question",
    [
        "What does a solutions architect earn?",
        "What does an account manager earn?",
        "Who wrote the articles?",
        "In which non-tech sectors are AI positions only just appearing?",
    ],
)
def test_others_are_no_roles(answerer: Answerer, question: str) -> None:
    context = answerer.understood(question)
    assert context is not None
    assert context.question.roles == ()


def test_without_embeddings_the_short_forms_are_read() -> None:
    def none(_texts: Sequence[str], _static: bool) -> Vectors | None:
        return None

    assert [role for role, _, _ in Described(none)("What do presales people earn?")] == ["ai-se"]


def test_a_phrase_as_near_to_two_roles_is_neither() -> None:
    def same(texts: Sequence[str], _static: bool) -> Vectors:
        return np.ones((len(texts), 1), np.float32)

    assert Described(same)("What does the person in the corner earn?") == []


def test_descriptions_are_of_known_roles() -> None:
    known = set(Roles.shipped().all)
    assert set(descriptions()) == known | {NOBODY}
    texts = [text for group in descriptions().values() for text in group]
    assert len(texts) == len(set(texts))


def test_phrases_begin_at_their_determiner() -> None:
    text = "How much travel does the woman who visits clients put up with?"
    found = {text[p.start : p.end] for p in phrases(text)}
    assert "the woman" in found
    assert any(p.startswith("the woman who visits clients") for p in found)
    assert not any(p.startswith("does") for p in found)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I have a mortgage. Which pays better, FDE or TAM?", "Which pays better, FDE or TAM?"),
        ("My rent went up, so money counts: who earns more, an FDE or a TAM?", "who earns more, an FDE or a TAM?"),
        ("They give laptops? I heard so. Who pays for them?", "They give laptops? I heard so. Who pays for them?"),
        ("What does a TAM do?", "What does a TAM do?"),
    ],
)
def test_what_is_told_is_not_asked(text: str, asked: str) -> None:
    assert request(text) == asked


def test_a_situation_asks_nothing() -> None:
    assert not asks("I signed a mortgage. I like models.")
    assert asks("Demand growth: FDE and TAM. Give me the figures.")


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Recruiters keep asking about PhDs. Does an AI engineer need one?", "not required"),
        ("In total, how many customers does an FDE look after at once?", "1–3"),
        ("My friend is a lawyer and says FDEs never travel. How much do they?", "4–10"),
    ],
)
def test_what_is_only_mentioned_keeps_no_answer_back(answerer: Answerer, question: str, wanted: str) -> None:
    answer = answerer.ask(question)
    assert not answer.abstained
    assert wanted in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "What does Apple pay its FDEs?",
        "What would an AI sales engineer get in Bangalore?",
        "What yearly turnover should I expect in an FDE team?",
        "What does an AI sales engineer with less than two years of experience earn?",
    ],
)
def test_close_calls_are_not_answered(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("What's the most clients one embedded coder juggles at the same moment?", "1–3"),
        ("How many of those who build chatbot-type products at tech giants used to work on predictive models?", "63%"),
        ("Whose tasks get eaten by automation sooner: people who build the models or people who pitch them?", "AutoML"),
    ],
)
def test_what_is_asked_of_described_roles_is_told_from_the_known_question(
    answerer: Answerer, question: str, wanted: str
) -> None:
    answer = answerer.ask(question)
    assert not answer.abstained
    assert wanted in answer.text
