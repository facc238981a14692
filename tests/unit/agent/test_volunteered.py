"""What is told on topics that were not asked about, by meaning and without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.folding.topic import VOLUNTEERED
from agent.guide import Guide, load_guide
from agent.reading import Reading
from agent.understand import KeylessReader
from tests.unit.agent.embeds import embed

GUIDES = Path(__file__).parents[3] / "prompts" / "guides"
CAREER, HIRING = (load_guide(GUIDES / f"{id}.yaml") for id in ("career", "hiring"))
READER, BY_WORDS = KeylessReader(embed), KeylessReader()


def settled(reading: Reading, asked: str) -> dict[str, str | None]:
    return {e.topic: e.option for e in reading.evidence if e.topic != asked and e.strength >= VOLUNTEERED}


@pytest.mark.parametrize(
    ("guide", "asked", "said", "topic", "option"),
    [
        (HIRING, "stall", "Our demos impress everybody, and then it dies at the integration.", "demos", "strong"),
        (CAREER, "role", "I do data work for a bank. I can't travel at all because of the horses.", "travel", "none"),
        (CAREER, "coding", "Most days. And please no travel, I have animals.", "travel", "none"),
    ],
)
def test_what_is_volunteered_need_not_be_asked(guide: Guide, asked: str, said: str, topic: str, option: str) -> None:
    assert settled(READER.read(said, guide, asked, frozenset()), asked)[topic] == option


@pytest.mark.parametrize(
    ("guide", "asked", "said"),
    [
        (CAREER, "breadth", "The scheduler. Three years, one scheduler. Nobody noticed, which was the point."),
        (CAREER, "breadth", "This month I did the prompt, the screen and the pricing."),
        (CAREER, "customers", "They come in envelopes. There's a lady who opens the envelopes."),
        (HIRING, "success", "somebody who keeps it stable, so that our demos impress everyone"),
    ],
)
def test_what_only_brushes_a_topic_settles_none(guide: Guide, asked: str, said: str) -> None:
    assert settled(READER.read(said, guide, asked, frozenset()), asked) == {}


def test_what_was_settled_is_settled_by_its_own_question_alone() -> None:
    said = "Our demos impress everybody, and then it dies at the integration."
    assert "demos" in settled(READER.read(said, HIRING, "stall", frozenset()), "stall")
    assert "demos" not in settled(READER.read(said, HIRING, "stall", frozenset({"demos"})), "stall")


def test_without_meanings_words_that_state_it_settle_a_topic() -> None:
    told = BY_WORDS.read("We have six developers, and the demo impresses everyone", HIRING, "team", frozenset())
    assert settled(told, "team")["demos"] == "strong"


@pytest.mark.parametrize(
    ("said", "option"),
    [
        ("But are scripts even production code? I'd like to write it most days.", "daily"),
        ("Wait, sorry, before I forget: most days would be good.", "daily"),
    ],
)
def test_what_is_asked_is_not_told_and_a_pause_is_no_change(said: str, option: str) -> None:
    reading = READER.read(said, CAREER, "coding", frozenset())
    assert reading.intent in ("answer", "question")
    assert [e.option for e in reading.evidence if e.topic == "coding"] == [option]


def test_a_number_given_is_no_not_knowing() -> None:
    said = "160 to 180 base. I don't know if that's even enough, is it?"
    reading = READER.read(said, HIRING, "budget", frozenset())
    assert reading.intent != "dont_know"
    assert dict(reading.values)["money"] == "160 to 180"


def test_fine_leads_up_to_an_answer_and_is_none() -> None:
    said = "Fine. Then once more: customers give me energy, I want that most days."
    assert {e.option for e in READER.read(said, CAREER, "customers", frozenset()).evidence} == {"daily"}


def test_a_refusal_beside_a_question_is_a_refusal() -> None:
    said = "I'm not going to tell you that. What do companies pay for a senior MLOps person?"
    reading = READER.read(said, HIRING, "budget", frozenset())
    assert (reading.intent, reading.question) == ("decline", "What do companies pay for a senior MLOps person?")


@pytest.mark.parametrize(
    "said", ["By the way, I meant the duration of a career change, not of the interview.", "I meant the first."]
)
def test_what_was_meant_is_no_change_of_an_answer(said: str) -> None:
    assert READER.read(said, CAREER, "research", frozenset()).intent != "change"


@pytest.mark.parametrize("said", ["I want to change what I said on travel.", "Correct my answer on travel, please."])
def test_what_names_an_answer_gives_no_other(said: str) -> None:
    reading = READER.read(said, CAREER, "presenting", frozenset())
    assert (reading.intent, reading.target, reading.evidence) == ("change", "travel", ())


@pytest.mark.parametrize(
    ("guide", "asked", "said", "topic", "option"),
    [
        (HIRING, "stall", "Nowhere, we have not sold it to anyone yet.", "stage", "unvalidated"),
        (HIRING, "demos", "None so far. Nobody has bought one.", "stage", "unvalidated"),
        (HIRING, "success", "No false alarms. The person must be here in four months.", "timing", "now"),
        (CAREER, "constraints", "I must be home every night.", "travel", "none"),
    ],
)
def test_the_guides_cues_for_it_count_under_any_question(
    guide: Guide, asked: str, said: str, topic: str, option: str
) -> None:
    for reader in (READER, BY_WORDS):
        told = reader.read(said, guide, asked, frozenset({topic})).evidence
        assert (topic, option) in {(e.topic, e.option) for e in told}


def test_what_somebody_does_goes_against_a_wish_and_settles_none() -> None:
    said = "The screen. I write our demos myself in Python."
    assert "coding" not in {e.topic for e in READER.read(said, CAREER, "layer", frozenset()).evidence}
    told = READER.read(said, CAREER, "layer", frozenset({"coding"})).evidence
    assert ("coding", "some") in {(e.topic, e.option) for e in told}


def test_what_would_be_is_not_told() -> None:
    said = "In the contract. If nobody has bought by May we stop."
    assert "stage" not in {e.topic for e in READER.read(said, HIRING, "stall", frozenset({"stage"})).evidence}


def test_work_as_it_is_settles_no_wish() -> None:
    said = "Some days I'm in the code from eight till three, some days I ride along to watch somebody use the thing."
    assert "coding" not in settled(READER.read(said, CAREER, "role", frozenset()), "role")
