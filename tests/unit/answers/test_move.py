"""A move is told in its direction and by the parts asked for, each statement once."""

from __future__ import annotations

import re

import pytest

from agent.answer import Answerer
from agent.answering.moving.parts import asked_parts
from agent.answering.question import understand
from corpus.library import Library
from corpus.roles import Roles


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("How long does TAM to FDE take?", ["time"]),
        ("How long is it, and what do I lack?", ["time", "build"]),
        ("What must I learn and when could I start?", ["build", "time"]),
        ("Can a TAM become an FDE?", ["can"]),
        ("What carries over from MLE to FDE?", ["carry"]),
        ("TAM to FDE?", []),
    ],
)
def test_parts_asked_for_in_their_order(text: str, parts: list[str]) -> None:
    assert asked_parts(text) == parts


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("How long does it take to go from TAM to FDE?", "9–15 months", "portfolio piece"),
        ("How long from MLE to AI SE?", "3 to 9 months", "12 to 24"),
        ("How long from AI SE to MLE?", "12 to 24 months", "3 to 9"),
        ("Can an FDE go back to being a TAM?", "often easier", "9–15"),
        ("I'm an MLE. What must I learn to become an AI SE?", "sales methodology", "newsletter"),
        ("How long does it take to go from MLOps to FDE?", "give no time", "PGP"),
    ],
)
def test_the_move_asked_about(answerer: Answerer, question: str, said: str, unsaid: str) -> None:
    text = answerer.ask(question).text
    assert said in text
    assert unsaid not in text


@pytest.mark.parametrize(
    "question",
    ["How do I get from TAM to FDE?", "I'm an MLE, could I become an FDE and what do I lack?", "MLOps to FDE?"],
)
def test_nothing_is_said_twice(answerer: Answerer, question: str) -> None:
    said = [s.strip(" -\n") for s in re.split(r"(?:\[\d+\])+", answerer.ask(question).text)]
    said = [s for s in said if s]
    assert len(said) == len(set(said))


def test_both_directions_are_timed_where_they_are_weighed(answerer: Answerer) -> None:
    text = answerer.ask("AI SE <-> MLE, which way takes longer?").text
    assert "3 to 9 months" in text
    assert "12 to 24 months" in text


def test_shared_skills_carry_over(answerer: Answerer) -> None:
    text = answerer.ask("Which of my MLE skills carry over to FDE?").text
    assert "Python" in text
    assert "LLM" in text
    assert "What to build" not in text


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("I do AI presales and want to build production ML instead. What am I signing up for?", ("ai-se", "mle")),
        ("What should a TAM have to show before applying for FDE positions?", ("tam", "fde")),
        ("Why would an FDE team want somebody out of MLOps?", ("mlops", "fde")),
        ("I came into AI sales engineering by chance; can I still be an ML engineer?", ("ai-se", "mle")),
        ("How many months until an MLE can work as an AI SE?", ("mle", "ai-se")),
        ("My whole career is MLOps. What do I miss if I want to be forward deployed?", ("mlops", "fde")),
    ],
)
def test_the_direction_is_read_from_the_words_around_each_role(
    shipped: Library, text: str, ends: tuple[str, str]
) -> None:
    question = understand(text, (), shipped.roles)
    assert question.kind == "transition"
    assert (question.origin, question.goal) == ends


@pytest.mark.parametrize(
    "text", ["How do I tell an FDE from a TAM?", "Compare FDE and TAM", "Who travels more, an MLE or an FDE?"]
)
def test_roles_set_side_by_side_are_no_move(shipped: Library, text: str) -> None:
    assert understand(text, (), shipped.roles).kind != "transition"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Is MLE to forward deployed engineer just a lateral title change?", ("career change", "stakeholder")),
        ("When a TAM becomes FDE on the same level, does the salary change?", ("30–60%",)),
        ("Do many AI engineers come from ML? I am one.", ("63%",)),
        ("Which is easier, TAM to FDE or FDE to TAM?", ("9–15 months", "easier")),
        (
            "What commercial skills must an MLE learn for AI SE, and how do people learn them?",
            ("methodology", "shadow"),
        ),
        ("If an FDE wants to go to ML engineering, what has to be strengthened?", ("model architecture",)),
        ("Will engineers think less of me if I go from MLE to AI SE?", ("outdated",)),
    ],
)
def test_every_point_asked_is_told(answerer: Answerer, question: str, said: tuple[str, ...]) -> None:
    text = answerer.ask(question).text
    assert not [one for one in said if one not in text]


@pytest.mark.parametrize(
    ("turns", "question", "said"),
    [
        (("How long does it take an MLE to become an AI SE?",), "the other way round?", "12 to 24"),
        (("How many customers does an FDE have at a time?",), "And the account manager?", "5–25"),
        (("Which companies hire the most AI engineers?",), "And for the ML ones?", "Walmart"),
        (("Is going from TAM to FDE realistic?",), "Does it pay off in salary?", "30–60%"),
        (("How many months from SE to MLE?",), "Why so much longer than the reverse?", "coding"),
    ],
)
def test_follow_ups_on_a_move_or_another_role(
    answerer: Answerer, turns: tuple[str, ...], question: str, said: str
) -> None:
    assert said in answerer.ask(question, turns).text


def test_a_move_that_no_article_describes_is_named_with_the_way_back(answerer: Answerer) -> None:
    answer = answerer.ask("Can an AI engineer become an ML engineer?")
    assert answer.abstained
    assert "no move from an AI engineer to an MLE" in answer.text
    assert "other direction" in answer.text


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Which is quicker, TAM to FDE or MLOps to FDE?", [("tam", "fde"), ("mlops", "fde")]),
        ("Can an FDE turn into a TAM or an MLE?", [("fde", "tam"), ("fde", "mle")]),
        ("From MLE, is AI SE or FDE the shorter way?", [("mle", "ai-se"), ("mle", "fde")]),
        ("How long does it take to go from TAM to FDE?", [("tam", "fde")]),
    ],
)
def test_each_move_of_a_question_is_read(text: str, moves: list[tuple[str, str]]) -> None:
    asked = understand(text, (), Roles.shipped())
    assert [(asked.origin, asked.goal), *asked.beside] == moves


def test_a_line_for_each_move(answerer: Answerer) -> None:
    text = answerer.ask("Which is quicker, TAM to FDE or MLOps to FDE?").text
    assert "9–15 months" in text
    assert "MLOps engineer can" in text


def test_both_directions_are_told_where_both_are_asked(answerer: Answerer) -> None:
    text = answerer.ask("How many months from MLE to AI SE and back?").text
    assert "3 to 9 months" in text
    assert "12 to 24 months" in text
