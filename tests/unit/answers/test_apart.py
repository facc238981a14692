"""Statements that people set against each other, known beforehand (corpus/asked/across.yaml)."""

from __future__ import annotations

import pytest

from agent.answer import Answerer
from corpus.asked import load_asked
from corpus.roles import Roles


def test_every_group_stands_in_the_articles(answerer: Answerer) -> None:
    statements = answerer.statements()
    apart = [a for a in load_asked(statements.units, Roles.shipped()) if a.apart]
    assert len(apart) == len(statements.apart.asked) > 1_400
    assert min(len(set(a.units)) for a in apart) > 1


@pytest.mark.parametrize(
    ("question", "wanted", "sources"),
    [
        (
            "FDE is no job for beginners, one article says. Another has pay for FDEs in their first two years. How so?",
            ["entry-level", "$130K–$180K"],
            ["fde-vs-mlops", "fde-vs-tam"],
        ),
        (
            "No doctorate needed for AI engineers, but two in five have one? What should I make of that?",
            ["not required", "42%"],
            ["aie-vs-mle"],
        ),
    ],
)
def test_both_sides_are_told(answerer: Answerer, question: str, wanted: list[str], sources: list[str]) -> None:
    answer = answerer.ask(question)
    assert all(piece in answer.text for piece in wanted)
    assert all(any(c.article.endswith(source) for c in answer.citations) for source in sources)


def test_quoted_amounts_come_first_and_in_order(answerer: Answerer) -> None:
    text = answerer.ask("AI SE salaries: 320+ in one place, 285 at most in another. Which holds?").text
    assert text.index("$250K to $320K+") < text.index("$150K to $285K")


def test_another_level_or_year_is_not_told_instead(answerer: Answerer) -> None:
    mid = answerer.ask("Mid-level FDEs in the US: I have two bands from you. Which?").text
    assert "7+ yr" not in mid
    assert answerer.ask("What was the median pay of AI engineers in Wales in 2018?").abstained


def test_how_sources_differ_on_pay_is_told_by_all_of_them(answerer: Answerer) -> None:
    articles = {c.article for c in answerer.ask("Do the articles contradict each other on MLE pay?").citations}
    assert len(articles) > 2


@pytest.mark.parametrize(
    ("question", "wanted", "unwanted"),
    [
        ("Where in the company does a forward deployed engineer sit?", ["AI delivery org", "applied AI org"], "$"),
        ("Would a graduate get hired as an FDE right away?", ["entry-level", "0–2"], "TAM"),
        ("do I get to see customers as an ML engineer, and how often", ["near zero", "quarter"], "TAM"),
    ],
)
def test_who_knows_of_no_difference_gets_both_sides(
    answerer: Answerer, question: str, wanted: list[str], unwanted: str
) -> None:
    answer = answerer.ask(question)
    assert all(piece in answer.text for piece in wanted), answer.text
    assert unwanted not in answer.text


def test_what_one_named_article_states_is_told_alone(answerer: Answerer) -> None:
    answer = answerer.ask("Who does an FDE report to, by the FDE vs TAM article?")
    assert {c.article.split("-", 1)[1] for c in answer.citations} == {"fde-vs-tam"}
