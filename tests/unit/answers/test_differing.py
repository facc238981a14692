"""A fact is told with what another article states on the same, and with nothing else."""

from __future__ import annotations

import pytest

from agent.answer import Answerer


@pytest.mark.parametrize(
    ("question", "wanted", "articles"),
    [
        ("Who does an FDE report to?", ["AI delivery org", "applied AI org"], {"fde-vs-tam", "fde-vs-mle"}),
        ("How often would I see a customer as an ML engineer?", ["near zero"], {"aise-vs-mle", "fde-vs-mle"}),
        ("Where do FDEs go after being FDEs?", ["field-CTO", "consulting"], {"fde-vs-mle", "fde-vs-tam"}),
    ],
)
def test_what_another_article_states_stands_beside(
    answerer: Answerer, question: str, wanted: list[str], articles: set[str]
) -> None:
    answer = answerer.ask(question)
    assert all(one in answer.text for one in wanted), answer.text
    assert {c.article.split("-", 1)[1] for c in answer.citations} >= articles


@pytest.mark.parametrize(
    ("question", "unwanted"),
    [
        ("How many days a month does an FDE travel?", "Often"),  # a number is not met by a word
        ("Who does an FDE report to, according to FDE Academy?", "Perspective AI"),
        ("What do FDEs not have to do?", "monitoring"),
    ],
)
def test_nothing_beside_a_number_a_named_source_or_what_is_denied(
    answerer: Answerer, question: str, unwanted: str
) -> None:
    assert unwanted not in answerer.ask(question).text
