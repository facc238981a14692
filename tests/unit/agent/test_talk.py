"""What is said beside the answers is heard in words that stand in no list."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from agent.guide import Guide, load_guide
from agent.reading import Evidence, Reading
from agent.talk.against import against
from agent.talk.form import announces, asks, pauses, sentences, told_already
from agent.talk.heard import Talk
from agent.talk.said import sayings, told
from agent.talk.taken import taken
from agent.understand import KeylessReader
from tests.unit.agent.embeds import embed

ROOT = Path(__file__).parents[3]


@cache
def guide(name: str = "career") -> Guide:
    return load_guide(ROOT / "prompts" / "guides" / f"{name}.yaml")


@cache
def talk(name: str = "career") -> Talk:
    return Talk(guide(name), embed)


def take(text: str, topic: str = "rhythm", reading: Reading | None = None) -> tuple[Reading, str]:
    found, aside = taken(talk(), reading or Reading("answer"), text, topic, lambda _left: Reading("answer"))
    return found, f"{aside.kind}:{aside.id}".rstrip(":") if aside else ""


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("What's your interest in that?", "why"),
        ("Could I hear the reason you want this?", "why"),
        ("I'm lost, what are you after?", "why"),
        ("Put it another way for me, would you?", "why"),
        ("Roughly how many are still ahead of us?", "left"),
        ("Will we be finished soon?", "left"),
        ("Show me your notes on me.", "summary"),
        ("Could you go over what I've told you?", "summary"),
        ("Take me to the question we just had.", "back"),
        ("Let's do it all again from the first question.", "restart"),
        ("I need to leave, let's end this now.", "finish"),
        ("Before I go on, what have you understood of me up to here? I know that I wander.", "summary"),
        ("Hang on, sum up where we are.", "summary"),
        ("How many more of these are there? I have a board call.", "left"),
    ],
)
def test_a_control_is_heard_in_any_words(text: str, intent: str) -> None:
    assert take(text)[0].intent == intent


@pytest.mark.parametrize(
    "text", ["I go back to my bench afterwards.", "Three demos and a lunch.", "I'd sooner restore it."]
)
def test_an_answer_with_a_word_of_a_control_stays_one(text: str) -> None:
    assert take(text)[0].intent == "answer"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Which people get to look at this?", "about:readers"),
        ("By what rule do you put one role above another?", "about:method"),
        ("Am I chatting with a computer?", "about:machine"),
        ("Can I continue this another time?", "about:later"),
        ("Is there a correct answer to this?", "about:right"),
    ],
)
def test_a_question_about_the_interview_has_its_answer(text: str, about: str) -> None:
    reading, aside = take(text)
    assert reading.intent == "question"
    assert aside == about
    assert told("about")[aside.partition(":")[2]].says


def test_what_breaks_in_is_no_answer_and_no_dodge() -> None:
    assert take("Hang on, my daughter just fell off her bike.")[0].intent == "empty"
    assert take("Sorry, the printer is on fire.")[0].intent == "empty"


@pytest.mark.parametrize(
    "text",
    [
        "I like long mornings without a single meeting.",
        "Nothing beats a day that ends at five.",
        "Fires to put out, phones ringing, people shouting.",
        "What I planned the evening before.",
    ],
)
def test_an_answer_stays_one(text: str) -> None:
    assert take(text) == (Reading("answer"), "")


def test_an_answer_beside_a_question_stands() -> None:
    said = "Quiet mornings. How many questions are left?"
    quiet = Evidence("rhythm", "focus", 1.0, "Quiet mornings", 0, 14)
    reading, aside = taken(talk(), Reading("left"), said, "rhythm", lambda _left: Reading("answer", (quiet,)))
    assert aside is not None
    assert aside.kind == "left"
    assert (reading.intent, reading.evidence) == ("answer", (quiet,))
    assert reading.question == "How many questions are left?"


def test_a_quote_that_reaches_over_a_question_is_of_one_side_of_it() -> None:
    said = "Quiet. How many questions are left? Mornings alone with the code."
    whole = Evidence("rhythm", "focus", 1.0, " ".join(["Quiet.", "Mornings alone with the code"]), 0, len(said) - 1)
    reading, _ = taken(talk(), Reading("left"), said, "rhythm", lambda _left: Reading("answer", (whole,)))
    [kept] = reading.evidence
    assert kept.quote == said[kept.start : kept.end] == "Mornings alone with the code"


def test_a_question_about_a_role_is_left_to_the_articles() -> None:
    asked = Reading("question", question="How long does it take to become an FDE?")
    assert take("How long does it take to become an FDE?", reading=asked) == (asked, "")


def test_words_against_an_earlier_answer_are_found() -> None:
    found = against(talk("hiring"), guide("hiring"), {"stage": "validated"}, "We have not sold it to anybody.")
    assert [(e.topic, e.option) for e in found] == [("stage", "unvalidated")]
    assert against(talk("hiring"), guide("hiring"), {"stage": "unvalidated"}, "We have not sold it to anybody.") == []


def test_what_is_private_goes_against_nothing() -> None:
    said = "We have not sold it to anybody since my chemo."
    assert against(talk("hiring"), guide("hiring"), {"stage": "validated"}, said) == []


@pytest.mark.parametrize("text", ["At the top, what else?", "Somewhere big, you will hear my name."])
def test_nobody_starts_over_without_a_word_for_it(text: str) -> None:
    assert take(text, "goal")[0].intent == "answer"


def test_an_interruption_beside_a_plain_answer_leaves_it_standing() -> None:
    text = "Sorry, I was being polite there. Four days out of five in PyTorch, if I may choose."
    said = Evidence("coding", "daily", 1.0, text[33:66], 33, 66)
    assert take(text, "coding", Reading("answer", (said,)))[0].intent == "answer"


@pytest.mark.parametrize(("text", "ends"), [("haha sorry brownout, im on my phone now. go", False), ("Stop.", True)])
def test_one_word_of_several_ends_nothing(text: str, ends: bool) -> None:
    assert any(aside.kind == "finish" for aside in talk("career").heard(text, "customers")) is ends


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Sorry, may I go back to the one before? I answered too fast.", "back"),
        ("Can I go back to the question before? I'm sorry.", "back"),
        ("r we almost done hehe", "left"),
    ],
)
def test_a_sorry_is_no_pause_and_one_saying_alone_steers_nothing(text: str, intent: str) -> None:
    read = KeylessReader(embed).read(text, guide("career"), "goal", frozenset())
    assert take(text, "goal", read)[0].intent == intent


def test_the_shape_of_a_sentence() -> None:
    assert asks("and how is that decided")
    assert not asks("I decide that myself.")
    assert announces("One question: is that so?")
    assert pauses("Just a second, the kettle.")
    assert not pauses("A second job is all I want.")
    assert told_already("As I told you, none.")
    assert not told_already("They told us to wait.")
    assert sentences("Yes. No?") == [(0, 4), (5, 8)]


def test_no_saying_stands_twice() -> None:
    texts = [saying.text for saying in sayings()]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(
    "text",
    [
        "Right, I'm off now. You've enough there.",
        "Finish the rest without me, my boat is leaving.",
        "That's your lot from me, tell me what you conclude.",
        "I've to cut here, the other line is ringing. Give me what came out.",
    ],
)
def test_an_end_is_heard_with_or_without_its_reason(text: str) -> None:
    assert take(text, "rhythm")[0].intent == "finish"


@pytest.mark.parametrize(
    "text", ["Which results are possible here?", "Could I see the list of what you may recommend?"]
)
def test_what_can_come_out_may_be_asked(text: str) -> None:
    assert take(text)[1] == "about:possible"


@pytest.mark.parametrize(
    ("text", "topic", "wanted"),
    [
        ("Please summarise briefly what you've recorded so far.", "goal", "summary"),
        ("I'd like an interim summary first.", "income", "summary"),
        ("Show me please the points you have already.", "layer", "summary"),
        ("I request to go one question back.", "goal", "back"),
        ("I'll tie up here, that's the tide. Tell me what you make of it.", "role", "finish"),
    ],
)
def test_what_is_asked_for_in_a_plain_sentence(text: str, topic: str, wanted: str) -> None:
    read = KeylessReader(embed).read(text, guide("career"), topic, frozenset())
    assert take(text, topic, read)[0].intent == wanted


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The window here doesn't close. Minus four outside.", "accountability"),
        ("Did Thomas send you?", "goal"),
        ("Do you know who's reliable? My neighbour's cock.", "rhythm"),
        ("This one can't be foretold.", "goal"),
    ],
)
def test_what_only_sounds_like_a_request_is_none(text: str, topic: str) -> None:
    read = KeylessReader(embed).read(text, guide("career"), topic, frozenset())
    assert take(text, topic, read)[0].intent not in ("finish", "skip", "summary", "back", "why")
