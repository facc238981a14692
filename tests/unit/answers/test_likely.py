"""The answers that known questions speak for: how many are taken, of whom, and what goes before them."""

from __future__ import annotations

import pytest

from agent.answer import Answerer
from agent.answering.advising.words import WE
from agent.answering.likely import MOST, likely


def test_a_known_question_has_one_answer(answerer: Answerer) -> None:
    context = answerer.understood("How many days a month does a forward deployed engineer travel?")
    assert context is not None
    (units,) = likely(context)
    assert "4–10 days/month" in units[0].text


def test_where_none_leads_some_share_the_chances(answerer: Answerer) -> None:
    context = answerer.understood("Whose stress spikes when the books are about to close?")
    assert context is not None
    answers = likely(context)
    assert 1 < len(answers) <= MOST
    keys = [unit.key for units in answers for unit in units]
    assert len(keys) == len(set(keys))


def test_of_one_named_role_nothing_is_said_of_another(answerer: Answerer) -> None:
    answer = answerer.ask("top hiring companies for ML engineers?")
    assert "Walmart" in answer.text
    assert "DeepMind" not in answer.text


def test_whose_figure_it_is_stands_in_the_first_answer(answerer: Answerer) -> None:
    answer = answerer.ask("By how much did FDE job postings grow from 2024 to 2025, and who says so?")
    assert "Futurense" in answer.text
    assert "Glassdoor" not in answer.text


@pytest.mark.parametrize(
    ("text", "own"), [("pay in the US", False), ("pay in the us", False), ("tell us", True), ("Our team", True)]
)
def test_the_us_is_not_us(text: str, own: bool) -> None:
    assert bool(WE.search(text)) is own
