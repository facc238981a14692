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
        ("remote", {"mle", "ai-engineer", "tam"}),
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
    assert "The table compares" not in text


def test_a_level_in_a_country_is_a_question_of_pay(answerer: Answerer) -> None:
    text = answerer.ask("Senior TAM vs senior FDE in India?").text
    assert "₹55–90 LPA" in text
    assert "₹35–55 LPA" in text
    assert "Customer" not in text


def test_what_is_stated_of_neither_is_an_abstention(answerer: Answerer) -> None:
    answer = answerer.ask("Compare the education needed for FDE and TAM")
    assert answer.abstained or "not stated" in answer.text
    assert "$" not in answer.text


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        (
            "FDE and MLOps on pipeline tools, CI/CD and customer requirements?",
            ["Pipeline tools", "CI/CD", "Customer req"],
        ),
        ("How do FDE and MLE differ in core deliverable and on-site travel?", ["Core deliverable", "Travel"]),
        ("Coding and infrastructure skills of an AI SE against an MLE's", ["Coding", "Infrastructure"]),
        ("TAM and FDE side by side: accounts, cycle time, definition of done", ["at a time", "Cycle", "Definition"]),
        ("Compare FDE and TAM on pay, travel and reporting line", ["Pay: ", "Travel", "Reporting line"]),
    ],
)
def test_every_aspect_that_is_asked_has_its_row(answerer: Answerer, question: str, labels: list[str]) -> None:
    rows = [line for line in answerer.ask(question).text.splitlines() if line.startswith("|")]
    for label in labels:
        assert any(label in row and "not stated" not in row for row in rows), label


def test_a_row_that_was_not_asked_for_is_left_out(answerer: Answerer) -> None:
    text = answerer.ask("How does ML knowledge differ between AI SEs and MLEs?").text
    assert "Conceptual" in text
    assert "Communication" not in text


def test_where_no_row_fits_each_role_is_told_by_its_own_statement(answerer: Answerer) -> None:
    answer = answerer.ask("Who is the customer of an MLOps engineer, and who is a TAM's?")
    assert "internal ML or data science team" in answer.text
    assert len(answer.text.split()) < 120


def test_base_and_total_of_one_employer_tier_are_two_rows(answerer: Answerer) -> None:
    text = answerer.ask("Total, base, equity and bonus of AI engineers and ML engineers at FAANG+?").text
    assert all(amount in text for amount in ("$210,000", "$165,000", "$35,000", "$10,000", "$172,000", "$140,000"))


def test_what_one_role_alone_has_in_words_is_told(answerer: Answerer) -> None:
    assert "FDE needs stakeholder management" in answerer.ask("Does an FDE or an MLE need stakeholder management?").text


def test_exits_of_two_roles_are_no_move_from_one_to_the_other(answerer: Answerer) -> None:
    answer = answerer.ask("Exit options: what do AI engineers move on to compared with ML engineers?")
    assert answer.kind == "comparison"
    assert "hedge" in answer.text.lower() or "quant" in answer.text.lower()


def test_who_needs_more_is_no_wish_of_a_person(answerer: Answerer) -> None:
    assert answerer.ask("FDE vs MLOps: who needs Kubernetes more, and who needs customer skills?").kind == "comparison"


def test_a_role_that_a_table_leaves_out_is_told_from_another_article(answerer: Answerer) -> None:
    row = answerer.ask("How often do an AI SE, an MLE and an FDE meet customers?").text
    assert "Daily" in row
    assert "60%" in row
    assert "not stated" not in row


def test_a_row_of_a_tool_keeps_to_it(answerer: Answerer) -> None:
    text = answerer.ask("How deep must FDE, MLOps and MLE know Kubernetes?").text
    assert "Deep expertise" in text
    assert "Airflow" not in text


@pytest.mark.parametrize(
    ("question", "wanted", "unwanted"),
    [
        ("8 years in, Pune: what would I get as an FDE and what as a TAM?", ["₹55–90", "₹35–55"], "₹20–35"),
        (
            "Staff level: AI SE or MLE, who takes home more and how much?",
            ["$250K to $320K+", "$270K to $350K+"],
            "not stated",
        ),
        (
            "My brother weighs TAM and AI SE. What is success in the one and in the other?",
            ["NPS", "Deals won"],
            "Choose",
        ),
    ],
)
def test_what_is_asked_of_each_is_set_side_by_side(
    answerer: Answerer, question: str, wanted: list[str], unwanted: str
) -> None:
    text = answerer.ask(question).text
    assert all(words in text for words in wanted), text
    assert unwanted not in text
