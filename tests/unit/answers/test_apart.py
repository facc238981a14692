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
