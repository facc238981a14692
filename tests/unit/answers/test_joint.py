"""Questions on the library itself and on what an answer rests; answers made of two."""

from __future__ import annotations

import re

import pytest

from agent.answer import Answerer
from corpus.library import Library


@pytest.mark.parametrize(
    "question", ["summarise the articles", "What are your sources?", "what do you know?", "list all the articles"]
)
def test_the_articles_are_named_with_publisher_and_month(answerer: Answerer, shipped: Library, question: str) -> None:
    answer = answerer.ask(question)
    assert not answer.abstained
    assert all(f"“{a.title}” ({a.publisher}" in answer.text for a in shipped.articles.values())
    assert "Perspective AI, June 2026" in answer.text
    assert "AISE Pulse, undated" in answer.text


@pytest.mark.parametrize(("question", "title"), [("Which article is the newest?", "Overlap"), ("oldest article", "")])
def test_the_newest_is_told_by_its_date(answerer: Answerer, question: str, title: str) -> None:
    text = answerer.ask(question).text
    assert ("No date is given for “AI SE vs ML Engineer”" in text) == bool(title)
    assert title in text


@pytest.mark.parametrize("question", ["compare all six roles", "Which roles do you cover?", "list the roles"])
def test_each_role_gets_a_cited_line(answerer: Answerer, question: str) -> None:
    lines = [line for line in answerer.ask(question).text.splitlines() if line.startswith("- ")]
    assert len(lines) == 6
    assert all(re.search(r"\[\d\]$", line) for line in lines)


@pytest.mark.parametrize("now", ["source?", "Where did you get that from?", "any sources for that?", "who says so?"])
def test_what_an_answer_rests_on_is_the_same_claims_under_their_article(answerer: Answerer, now: str) -> None:
    asked = "How much do FDEs travel?"
    told = answerer.ask(asked)
    rests = answerer.ask(now, [asked])
    assert {(c.passage, c.quote) for c in rests.citations} == {(c.passage, c.quote) for c in told.citations}
    assert rests.text.startswith("FDE Academy, May 2026 (FDE vs TAM):")


def test_what_is_taken_for_granted_of_two_roles_is_set_right_first(answerer: Answerer) -> None:
    text = answerer.ask("Since TAMs write more production code than FDEs, why are they paid less?").text
    assert text.index("rarely write production code") < text.index("premium")


def test_two_questions_that_are_each_known_get_both_answers(answerer: Answerer) -> None:
    asked = (
        "What does a mid-level MLOps engineer earn in the US, and what does ZipRecruiter say MLOps engineers average?"
    )
    text = answerer.ask(asked).text
    assert "$100K–$140K" in text
    assert "$87,000–$137,000" in text


def test_who_earns_more_is_no_yes_or_no_where_the_rows_differ(answerer: Answerer) -> None:
    text = answerer.ask("Do FDEs earn more than MLEs?").text
    assert text.startswith("Across the broad market")
    assert "In top-tier total compensation, an MLE earns more" in text


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("How can I tell from my coding hours whether I'm an FDE or a TAM?", "under 10%"),
        ("In which job would I be graded on renewals and a good NPS?", "NPS"),
        ("Is it enough that I understand model training, or must I have trained models to be an AI SE?", "conceptual"),
    ],
)
def test_what_is_asked_of_a_role_is_no_choice_of_one(answerer: Answerer, question: str, held: str) -> None:
    answer = answerer.ask(question)
    assert answer.kind != "advice"
    assert held in answer.text
