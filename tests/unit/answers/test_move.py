"""A move is told in its direction and by the parts asked for, each statement once."""

from __future__ import annotations

import re

import pytest

from agent.answer import Answerer
from agent.answering.moving.parts import asked_parts


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
