"""What a clause does to the one before it, and what is kept out of quotes."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.guide import load_guide
from agent.reading import Reading
from agent.understand import KeylessReader
from agent.understanding.protected import protected, stretch

GUIDES = Path(__file__).parents[3] / "prompts" / "guides"
LOADED = {id: load_guide(GUIDES / f"{id}.yaml") for id in ("career", "hiring")}
READER = KeylessReader()


def read(guide: str, pending: str, message: str) -> Reading:
    return READER.read(message, LOADED[guide], pending, frozenset())


@pytest.mark.parametrize(
    ("guide", "pending", "message", "option"),
    [
        ("career", "customers", "They all say I'm a people person. I'm really not.", "rare"),
        ("career", "customers", "My boss says I'm a people person, and he's right", "daily"),
        ("hiring", "reliability", "Drift? Hasn't hurt us yet", "stable"),
        ("hiring", "reliability", "outages? what outages?", "stable"),
        ("career", "coding", "I wouldn't take a job where I don't ship code", "daily"),
        ("career", "coding", "I used to love it but no longer", "little"),
        ("career", "travel", "A bit of it is okay, not every week", "some"),
    ],
)
def test_second_thoughts_turn_what_was_said(guide: str, pending: str, message: str, option: str) -> None:
    found = [e for e in read(guide, pending, message).evidence if e.topic == pending]

    assert max(found, key=lambda e: e.strength).option == option


def test_a_question_answered_by_oneself_is_none() -> None:
    reading = read("hiring", "bottleneck", "Would a better model help? Honestly no, customers wouldn't notice.")

    assert reading.intent == "answer"


@pytest.mark.parametrize("message", ["I want to get out within six months", "I'd like a new job within two months"])
def test_a_deadline_is_no_experience(message: str) -> None:
    found = {(e.topic, e.option) for e in read("career", "role", message).evidence}

    assert ("role", "early") not in found
    assert any(topic == "timeline" for topic, _ in found)


def test_no_quote_reaches_over_a_protected_fact() -> None:
    reading = read("career", "constraints", "School runs for my son, so no early meetings, and no weekends")

    assert "family" in reading.left_out
    assert reading.evidence
    assert all("son" not in e.quote for e in reading.evidence)


def test_the_longest_part_without_a_private_fact_is_kept() -> None:
    message = "Since the chemo I keep it short, two days a month"
    start, end = stretch(message, 0, len(message))

    assert message[start:end] == "I keep it short, two days a month"


@pytest.mark.parametrize(
    "message",
    ["a family of models", "we disabled the feature", "Christian, my boss, does sales", "I'm 5 years in",
     "we build digital twins of factories", "our customers are churches", "I'm religious about answering tickets",
     "a model that spots pregnancy complications", "the child process dies", "a stroke of luck",
     "bad back office tooling", "we lost the hand-off", "we were paralysed by meetings", "a bypass of the firewall",
     "we pray that it holds on Monday"],
)  # fmt: skip
def test_words_of_the_trade_are_not_private(message: str) -> None:
    assert protected(message) == ()


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Thursday is off the table, I've got chemo", "health"), ("at six I sit at home, because twins", "family"),
        ("half of First Baptist Church wants one", "religion"), ("cannot relocate, mother is ill", "family"),
        ("I'm expecting in March", "family"), ("I go to the mosque on Fridays", "religion"),
        ("with my stammer it's hard", "health"), ("shop steward duties take Thursdays", "politics"),
        ("I stop at noon and pray", "religion"), ("iron tablets for the anaemia", "health"),
        ("as the only woman in the room", "gender"), ("a data analyst, 58, and tired", "age"),
        ("where my husband and I can live openly", "orientation"),
        ("he lost his lungs down there, tuberculosis", "health"), ("before my brother's stroke", "health"),
        ("I had a mini-stroke in May", "health"), ("since my bypass I go slower", "health"),
        ("on an H-1B since May", "origin"),
    ],
)  # fmt: skip
def test_oblique_private_facts_are_known(message: str, kind: str) -> None:
    assert kind in {k for k, _, _ in protected(message)}
