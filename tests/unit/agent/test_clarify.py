"""Questions about the question, and answers that point at what was put side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agent.plan import next_move
from agent.reading import Evidence, Reading
from agent.state import InterviewState, Message
from agent.talk.against import states
from agent.talk.clarify import asks_about, asks_plainly, asks_why, clarified, clarifying, to_us
from agent.turning.pointing import pointed
from agent.turning.questions import asks_on
from agent.turning.rhetorical import wants_none
from agent.wording import choice, word
from tests.fakes.small_interview import CRITERIA, GUIDE
from tests.unit.agent.test_state import Talk

QUESTION = "How much of your week would you spend on coding?"


@pytest.mark.parametrize("text", [
    "What do you mean by coding?",
    "That depends on what you call coding. Does a notebook that runs every night count?",
    "Which week? A normal one or the one before a release?",
    "I don't understand “coding”.",
    "Could you explain?",
    "Sorry?",
    "In which sense?",
    "I don't understand question. What is “coding”?",
    "What is coding?",
    "You mean at home or at work?",
])  # fmt: skip
def test_what_asks_back_is_recognised(text: str) -> None:
    assert asks_about(text, QUESTION)


@pytest.mark.parametrize("text", [
    "Half of it.",
    "I don't understand why anyone would do it all day.",
    "People who count on me, mostly.",
    "What does a TAM earn?",
    "Which role codes most?",
    "Two or three?",
    "I'd say that every hour should count.",
])  # fmt: skip
def test_what_answers_or_asks_the_articles_does_not_ask_back(text: str) -> None:
    assert asks_about(text, QUESTION) == ()


@pytest.mark.parametrize(("text", "ours"), [
    ("Why would I tell you?", True),
    ("And what do you need that for?", True),
    ("You want my coding because?", True),
    ("How often does it rain on Mars?", False),
])  # fmt: skip
def test_a_question_without_an_answer_may_be_about_ours(text: str, ours: bool) -> None:
    assert asks_why(text, QUESTION) is ours


@pytest.mark.parametrize(("text", "plain"), [
    ("What's a feature store anyway?", True),
    ("What does an FDE earn on the moon?", True),
    ("What does “drift” mean?", True),
    ("Who wouldn't?", False),
    ("Isn't that the only test?", False),
])  # fmt: skip
def test_a_question_that_wants_an_answer(text: str, plain: bool) -> None:
    assert asks_plainly(text) is plain


def test_what_stands_in_the_question_back_is_no_answer() -> None:
    text = "You mean I get tired or happy?"
    heard = Evidence("coding", "much", 1.0, "happy", 24, 29)
    reading = clarifying(Reading("answer", (heard,)), text, QUESTION, "coding")
    assert (reading.intent, reading.evidence) == ("why", ())


def test_an_answer_beside_the_question_back_counts() -> None:
    text = "What counts as coding? I do it every day."
    heard = Evidence("coding", "much", 1.0, "every day", 31, 40)
    reading = clarifying(Reading("question", (heard,), question="What counts as coding?"), text, QUESTION, "coding")
    assert (reading.intent, reading.evidence, reading.question) == ("answer", (heard,), "")


def test_the_meaning_is_told_without_another_question() -> None:
    text = clarified(GUIDE.topic("coding"))
    assert "“Much” or “Little”" in text
    assert "coding separates the roles" in text
    assert "?" not in text


def put_side_by_side() -> InterviewState:
    topic = GUIDE.topic("coding")
    return Talk().ask("coding").say("(dodge)").ask("coding", "again", question=choice(topic)).state


def in_contradiction() -> InterviewState:
    talk = Talk().ask("coding").say("coding=much").ask("role").say("role=dev").ask("travel")
    talk.say("travel=none though coding=little")
    move = next_move(GUIDE, CRITERIA, talk.state)
    return talk.ask("coding", move.kind, question=word(GUIDE, talk.state, move).question).state


@pytest.mark.parametrize(("text", "option"), [
    ("The second, obviously.", "little"), ("the first one", "much"), ("2", "little"), ("option b", "little"),
    ("Oh, the latter. I did say.", "little"), ("the former", "much"),
    ("The third.", None), ("The second half of the week I spend in meetings with other people.", None),
    ("First I want to say something else", None), ("two days", None),
])  # fmt: skip
@pytest.mark.parametrize("state", [put_side_by_side(), in_contradiction()], ids=["list", "contradiction"])
def test_pointing_means_the_option_that_was_named(state: InterviewState, text: str, option: str | None) -> None:
    reading = pointed(GUIDE, state, Reading("answer"), text)
    assert [(e.topic, e.option) for e in reading.evidence] == ([("coding", option)] if option else [])
    assert all(text[e.start : e.end] == e.quote for e in reading.evidence)


def test_pointing_needs_something_to_point_at() -> None:
    state = Talk().ask("coding", question="What about coding?").state
    assert pointed(GUIDE, state, Reading("answer"), "the second").evidence == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("What I said first: my notebooks, and I can tell you why. The second thing was only a mood.", 0),
        ("My last answer. I had slept on it by then.", 1),
        ("I got carried away, sorry. It might be, some day. The first answer is true.", 0),
        ("Let me think. On a Monday I'd say otherwise. The second one's the true one.", 1),
    ],
)
def test_of_two_answers_the_one_that_is_picked_stands(text: str, place: int) -> None:
    state = in_contradiction()
    clash = state.contradictions[0]
    found = pointed(GUIDE, state, Reading("change", target="elsewhere"), text)
    assert found.intent == "answer"
    assert [e.option for e in found.evidence] == [(clash.earlier.option, clash.later.option)[place]]


@pytest.mark.parametrize(
    ("move", "text", "leans"),
    [
        ("answer", "and how much do they travel?", True),
        ("answer", "what about an FDE?", True),
        ("answer", "What is it that you want to know?", False),
        ("answer", "I'd do that any day.", False),
        ("topic", "and how much do they travel?", False),
    ],
)
def test_a_question_goes_on_from_one_that_was_just_answered(move: str, text: str, leans: bool) -> None:
    said = Message("m1", "interviewer", "It is 5–25 accounts.", move=move)
    state = replace(put_side_by_side(), messages=(said,))
    assert asks_on(state, Reading("question", question=text)) is leans


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("You like slides?", True),
        ("Would you pay for nice?", True),
        ("How did you get it so short?", True),
        ("did I really say magpie?", True),
        ("What do you have on TAM pay?", False),
        ("Do you know figures for Kazakhstan?", False),
        ("How do you decide what comes first?", False),
    ],
)
def test_a_question_to_our_own_person(text: str, ours: bool) -> None:
    assert to_us(text) is ours


def test_what_is_plainly_told_again_holds_though_the_other_side_is_picked() -> None:
    state, text = in_contradiction(), "What I said first: hardly any code, I'm worn thin by it."
    start = text.index("hardly")
    later = state.contradictions[0].later.option
    told = Reading("answer", evidence=(Evidence("coding", later, 0.7, text[start:], start, len(text)),))
    found = pointed(GUIDE, state, told, text)
    assert [e.option for e in found.evidence] == [later]
    passing = Reading("answer", evidence=(Evidence("coding", later, 0.4, text[start:], start, len(text)),))
    assert [e.option for e in pointed(GUIDE, state, passing, text).evidence] == [state.contradictions[0].earlier.option]


@pytest.mark.parametrize(
    ("said", "plain"),
    [("I would travel four days a month for work", True), ("That makes 52,000 kroner a month for me", False)],
)
def test_an_amount_of_money_goes_against_no_other_answer(said: str, plain: bool) -> None:
    assert states(said) is plain


@pytest.mark.parametrize(
    ("question", "rest", "none"),
    [
        ("Why does everybody want it to be broken?", " It runs. It's run every day.", True),
        ("Why would I let somebody else keep the upside?", " Shares.", True),
        ("Why do you ask?", " It runs every day.", False),
        ("Why do FDEs earn more?", " It runs every day.", False),
    ],
)
def test_a_question_before_a_plain_answer_may_be_put_to_nobody(question: str, rest: str, none: bool) -> None:
    start = len(question) + 1
    told = Evidence("coding", "much", 1.0, rest.strip(), start, start + len(rest.strip()))
    reading = Reading("question", question=question, evidence=(told,))
    assert wants_none(reading, question + rest, "coding") is none
