"""Comparisons: each cell is of its own role and measure, "not stated" where nothing is, nothing beside the point."""

from __future__ import annotations

import re

import pytest

from agent.answer import Answerer

ROLES = ("fde", "tam", "mle", "mlops", "ai-se", "ai-engineer")


def cells(answerer: Answerer, measure: str) -> dict[str, str]:
    """The cell of each role in the one row of a table, "" where not stated."""
    row = answerer.compare(ROLES, (measure,)).text.split("\n")[-1].strip("|").split("|")[1:]
    said = (re.sub(r"\s*\[\d+\]", "", c).strip() for c in row)
    return {role: "" if text == "not stated" else text for role, text in zip(ROLES, said, strict=True)}


@pytest.mark.parametrize(
    ("measure", "stated"),
    [
        ("accounts", {"fde", "tam"}),
        ("travel", {"fde", "tam", "mle"}),
        ("reporting", {"fde", "tam", "mle"}),
        ("remote", {"mle", "ai-engineer"}),
        ("education", {"mle", "ai-engineer"}),
        ("cycle", {"fde", "tam"}),
    ],
)
def test_a_cell_is_filled_where_an_article_states_it(answerer: Answerer, measure: str, stated: set[str]) -> None:
    assert {role for role, text in cells(answerer, measure).items() if text} == stated


def test_a_row_of_others_is_not_given_to_the_role_in_its_label(answerer: Answerer) -> None:
    assert "Kubernetes (both roles)" not in cells(answerer, "tools")["mlops"]


def test_every_employer_tier_is_told(answerer: Answerer) -> None:
    text = answerer.compare(("ai-engineer", "mle"), ("equity",)).text
    assert all(amount in text for amount in ("$35,000", "$30,000", "$15,000"))


def test_openings_and_growth_are_two_rows(answerer: Answerer) -> None:
    text = answerer.ask("Compare the openings and growth of AI engineers and ML engineers").text
    assert "12,500" in text
    assert "+180%" in text
    assert text.startswith("|")


def test_a_level_in_a_country_is_a_question_of_pay(answerer: Answerer) -> None:
    text = answerer.ask("Senior TAM vs senior FDE in India?").text
    assert "₹55–90 LPA" in text
    assert "₹35–55 LPA" in text
    assert "Customer" not in text


def test_what_is_stated_of_neither_is_an_abstention(answerer: Answerer) -> None:
    answer = answerer.ask("Compare the education needed for FDE and TAM")
    assert answer.abstained or "not stated" in answer.text
    assert "$" not in answer.text
