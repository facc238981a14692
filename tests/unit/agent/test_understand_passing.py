"""What is said beside the question: passing remarks, refusals, and words that only look like a wish to stop."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.folding.topic import VOLUNTEERED
from agent.guide import SAID, GuideError, load_guide
from agent.understand import KeylessReader

GUIDES = Path(__file__).parents[3] / "prompts" / "guides"
CAREER, HIRING = (load_guide(GUIDES / f"{id}.yaml") for id in ("career", "hiring"))
READER = KeylessReader()


@pytest.mark.parametrize(
    "reply",
    [
        "somebody who keeps it stable, so that our demos impress everyone",
        "customers say the demos are great and nothing breaks in production",
    ],
)
def test_what_a_hire_should_bring_settles_nothing_about_what_is(reply: str) -> None:
    heard = READER.read(reply, HIRING, "success", frozenset()).evidence

    assert all(e.strength < VOLUNTEERED for e in heard if e.topic not in ("success", "scope", "timing", "accounts"))


def test_what_is_stated_of_the_present_settles_a_topic_in_passing() -> None:
    heard = READER.read("We have six backend developers, and the demo impresses everyone", HIRING, "team", frozenset())

    assert any(e.topic == "demos" and e.option == "strong" and e.strength >= VOLUNTEERED for e in heard.evidence)


@pytest.mark.parametrize(
    ("reply", "intent"),
    [
        ("That one is between me and my tax adviser", "decline"),
        ("I'd rather leave that blank", "decline"),
        ("You won't hear that from me", "decline"),
        ("between the first call and the signature", "answer"),
        ("I would not say that they are against it", "answer"),
        ("couldn't even guess", "dont_know"),
        ("Where, I do not know. How much, also I do not know.", "dont_know"),
        ("What's it to you?", "why"),
        ("what is the purpose of this one?", "why"),
        ("give me a recap of what you've got on me", "summary"),
        ("a channel, a monthly call, done", "answer"),
        ("tell me first how much a forward deployed engineer earns", "question"),
    ],
)
def test_refusing_not_knowing_and_asking_back_are_told_from_answers(reply: str, intent: str) -> None:
    assert READER.read(reply, HIRING, "stall", frozenset()).intent == intent


def test_enough_is_a_vague_amount_where_the_question_is_how_much() -> None:
    assert READER.read("enough.", CAREER, "coding", frozenset()).vague
    assert READER.read("enough.", CAREER, "layer", frozenset()).intent == "finish"


def test_going_mad_without_it_is_wanting_it() -> None:
    heard = READER.read("I'd go mad without it", CAREER, "coding", frozenset()).evidence

    assert [e.option for e in heard if e.topic == "coding"] == ["daily"]


def test_sayings_belong_to_options_that_the_guide_has(tmp_path: Path) -> None:
    (tmp_path / SAID / "hiring").mkdir(parents=True)
    (tmp_path / "hiring.yaml").write_text((GUIDES / "hiring.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / SAID / "hiring" / "demos.yaml").write_text("superb:\n  - they clap\n", encoding="utf-8")

    with pytest.raises(GuideError, match="demos/superb"):
        load_guide(tmp_path / "hiring.yaml")


@pytest.mark.parametrize(
    ("reply", "option"),
    [
        ("Nothing breaks.", "stable"),
        ("Nothing has gone wrong since May.", "stable"),
        ("Nobody notices when it breaks.", "fragile"),
        ("Nothing works and everything breaks.", "fragile"),
    ],
)
def test_trouble_that_nothing_has_is_no_trouble(reply: str, option: str) -> None:
    heard = READER.read(reply, HIRING, "reliability", frozenset()).evidence

    assert [e.option for e in heard if e.topic == "reliability"] == [option]


@pytest.mark.parametrize("reply", ["Soon. Or not.", "Soon, but not so soon.", "Many or few, we'll see how it goes."])
def test_what_is_taken_back_in_the_same_breath_is_vague(reply: str) -> None:
    reading = READER.read(reply, CAREER, "travel", frozenset())
    assert reading.vague
    assert not [e for e in reading.evidence if e.topic == "travel"]


@pytest.mark.parametrize(
    "reply",
    [
        "Sorry, out of minutes, somebody's at the door. Make the best of it.",
        "Sorry, it's the school, I must go and I won't be back today.",
    ],
)
def test_who_leaves_with_a_reason_stops(reply: str) -> None:
    assert READER.read(reply, HIRING, "success", frozenset()).intent == "finish"
