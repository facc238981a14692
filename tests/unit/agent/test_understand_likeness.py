"""Replies that no rule knows: likened to options, and to ways of not answering, by their words and their meaning."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.guide import Guide, load_guide
from agent.reading import Reading
from agent.understand import KeylessReader
from tests.unit.agent.embeds import embed

GUIDES = Path(__file__).parents[3] / "prompts" / "guides"
CAREER, HIRING = load_guide(GUIDES / "career.yaml"), load_guide(GUIDES / "hiring.yaml")
READER = KeylessReader(embed)


def read(guide: Guide, pending: str, reply: str) -> Reading:
    return READER.read(reply, guide, pending, frozenset())


@pytest.mark.parametrize(
    ("guide", "pending", "reply", "option"),
    [
        (CAREER, "research", "I make tea with it, I don't grow the leaves", "applied"),
        (CAREER, "research", "I lie awake over loss functions", "training"),
        (CAREER, "income", "A wage plus a splinter of the company", "equity"),
        (HIRING, "stall", "In the second spring they quietly don't pay", "renewal"),
        (HIRING, "scope", "Sharpen the model and carry it to the customers, one pair of hands for both", "both"),
        (HIRING, "demos", "It trips over its own feet while they watch", "weak"),
    ],
)
def test_an_answer_in_images_is_the_option_it_means(guide: Guide, pending: str, reply: str, option: str) -> None:
    found = [e for e in read(guide, pending, reply).evidence if e.topic == pending and e.option]
    assert max(found, key=lambda e: e.strength).option == option


@pytest.mark.parametrize(
    ("guide", "pending", "reply", "options"),
    [
        (CAREER, "layer", "What people see. The app. Underneath I trust the engineers.", {"application"}),
        (HIRING, "reliability", "No models in production at all. The prototypes were on a laptop.", {"no-models"}),
        (HIRING, "scope", "Retrain the model for hail, and bring three insurers live on site.", {"both"}),
    ],
)
def test_what_the_whole_reply_rules_out_counts_little(
    guide: Guide, pending: str, reply: str, options: set[str]
) -> None:
    found = [e for e in read(guide, pending, reply).evidence if e.topic == pending]
    assert {e.option for e in found if e.strength >= 0.6} == options


@pytest.mark.parametrize(
    ("guide", "pending", "reply"),
    [
        (CAREER, "layer", "Something nice"),
        (CAREER, "accountability", "For things in general"),
        (HIRING, "stage", "You can sense the excitement everywhere"),
        (HIRING, "success", "That I can smile again"),
    ],
)
def test_an_answer_that_names_nothing_is_vague(guide: Guide, pending: str, reply: str) -> None:
    reading = read(guide, pending, reply)
    assert reading.vague
    assert not [e for e in reading.evidence if e.topic == pending]


def test_a_reply_beside_the_point_is_a_dodge() -> None:
    assert read(CAREER, "coding", "Ha, my barber asks me harder ones").dodged


def test_a_secret_is_declined_where_there_is_one_to_keep() -> None:
    assert read(HIRING, "budget", "That envelope stays sealed").intent == "decline"
    assert read(HIRING, "demos", "Mouths open, wallets too").intent == "answer"


def test_a_number_is_not_overruled_by_likeness() -> None:
    (found,) = [e for e in read(CAREER, "travel", "two weeks a month").evidence if e.topic == "travel"]
    assert (found.option, found.strength) == ("often", 1.0)


def test_two_denials_that_affirm_are_not_overruled() -> None:
    found = [e for e in read(CAREER, "coding", "I don't want to give it up").evidence if e.topic == "coding"]
    assert max(found, key=lambda e: e.strength).option == "daily"


@pytest.mark.parametrize("reply", ["How many contracts I brought home", "How much we booked this year"])
def test_what_would_be_counted_is_no_question(reply: str) -> None:
    assert read(CAREER, "accountability", reply).intent == "answer"


def test_what_is_denied_in_passing_is_not_volunteered() -> None:
    denied = read(HIRING, "bottleneck", "We are not an established company, change that.")
    assert not [e for e in denied.evidence if e.topic == "stage" and e.option == "established" and e.strength > 0]
    said = read(HIRING, "bottleneck", "We are an established company with nine thousand employees.")
    assert [e.option for e in said.evidence if e.topic == "stage"] == ["established"]
