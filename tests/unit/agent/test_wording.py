"""The words: exact short quotes, varied and fair leads, one question, the guide's words at least."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.acknowledge import acknowledge
from agent.guide import Option, Probe
from agent.lint import lint
from agent.plan import Move, next_move
from agent.quote import QUOTE_WORDS, clip, echo
from agent.summary import progress, summary
from agent.wording import choice, word
from tests.fakes.small_interview import CRITERIA, GUIDE
from tests.unit.agent.test_state import Talk


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("No travel.", "No travel"),
        ("Austin, 190k", "Austin, 190k"),
        ("I run Kubernetes for a bank, mostly at night and on my own initiative", "I run Kubernetes for a bank"),
        ("I would like to spend most of my time on training models", "I would like to spend most…"),
        (
            "The supervisory board has approved 1.9 million crowns",
            "The supervisory board has approved 1.9 million crowns",
        ),
        (
            "Three who train the model and don't need a fourth, whatever they say",
            "Three who train the model and don't need…",
        ),
        ("Why do you ask?", ""),
        ("a\nb", ""),
        ("say “x”", ""),
        ("\u202ereversed", ""),
        ("a | b", ""),
        ("", ""),
    ],
)
def test_quotes_are_short_and_exact(text: str, quote: str) -> None:
    assert clip(text) == quote


@settings(deadline=None)
@given(st.text())
def test_a_quote_stands_in_its_text(text: str) -> None:
    quote = clip(text)
    assert quote.removesuffix("…") in text
    assert len(quote.split()) <= QUOTE_WORDS
    assert "?" not in quote


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Great demos", ""),
        ("my kids come first", ""),
        ("obviously the model", ""),
        ("you should know", ""),
        ("the model is slow", "the model is slow"),
        ("No travel", "No travel"),
    ],
)
def test_words_that_would_be_unfair_as_ours_are_not_read_out(text: str, quote: str) -> None:
    assert echo(text) == quote


def said(*answers: str) -> Talk:
    """One topic after the other, answered."""
    talk = Talk()
    for topic, answer in zip(("coding", "role", "travel", "pay"), answers, strict=False):
        talk.ask(topic).say(answer)
    return talk


def lead(talk: Talk) -> str:
    return acknowledge(GUIDE, talk.state, next_move(GUIDE, CRITERIA, talk.state))


def after(turns: int, answer: str) -> str:
    """What is said about a second answer on the open topic that comes after so many others."""
    talk = Talk()
    for _ in range(turns):
        talk.ask("coding").say("coding=much")
    return lead(talk.ask("role").say("Well").ask("role", "probe", probe="example").say(answer))


def test_acknowledgements_change_from_turn_to_turn_and_sometimes_rest() -> None:
    leads = [after(n, "I mend bicycles for a rental shop") for n in range(8)]
    told = [text for text in leads if "I mend bicycles" in text]
    assert len(set(told)) == len(told) == 4
    assert "" in leads
    assert leads == [after(n, "I mend bicycles for a rental shop") for n in range(8)]


@pytest.mark.parametrize("answer", ["The second.", "Not.", "to the customers", "Yes, that", "maybe for lawyers"])
def test_words_that_tell_nothing_are_not_told_back(answer: str) -> None:
    assert all("“" not in after(n, answer) for n in range(5))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("We have a mailbox, which is never read, and two technicians on the road", "two technicians on the road"),
        ("Well, the retailer falls over on Mondays", "the retailer falls over on Mondays"),
        ("Honestly, I train models", "I train models"),
    ],
)
def test_the_clause_that_says_most_is_quoted(text: str, quote: str) -> None:
    assert clip(text) == quote


def test_what_was_volunteered_is_said_to_be_known() -> None:
    assert "about travel, so I won't ask" in lead(said("coding=much travel=none"))


def test_skips_are_taken_lightly() -> None:
    assert lead(said("skip")) in ("We leave that out.", "That stays out, then.", "Left out.")


def test_a_private_fact_is_neither_named_nor_quoted() -> None:
    text = lead(said("coding=much (private:health)"))
    assert "leave out" in text
    assert "health" not in text


def test_a_dodged_question_comes_in_other_words() -> None:
    talk = said("(dodge) nice weather")
    worded = word(GUIDE, talk.state, next_move(GUIDE, CRITERIA, talk.state))
    assert worded.question == "On coding, which comes closest: “Much” or “Little”?"
    assert lint(worded.text) == []


def test_a_contradiction_quotes_both_and_favours_none() -> None:
    talk = said("I like coding=much", "role=dev", "travel=none though coding=little")
    move = next_move(GUIDE, CRITERIA, talk.state)
    assert word(GUIDE, talk.state, move).question == (
        "Earlier you said “coding=much”, and just now “coding=little”. "
        "On coding, which of the two is closer to how you see it today?"
    )


def test_a_wording_that_fails_falls_back_to_the_guides_own() -> None:
    talk = Talk().ask("coding").say("(vague) hm")
    bad = Move("probe", "coding", Probe(kind="reason", text="Surely you like it, don't you?"), style="reason")
    assert word(GUIDE, talk.state, bad).text == "What about coding?"


def test_a_lead_that_fails_is_dropped() -> None:
    talk = Talk().ask("coding").say("coding=much travel=none")
    praising = GUIDE.model_copy(
        update={
            "topics": tuple(
                t.model_copy(update={"name": "great Travel" if t.id == "travel" else t.name}) for t in GUIDE.topics
            )
        }
    )
    worded = word(praising, talk.state, next_move(GUIDE, CRITERIA, talk.state))
    assert worded.text == worded.question == "What about role?"


def test_the_summary_asks_nothing_and_the_confirmation_one_thing() -> None:
    talk = said("coding=much", "role=dev", "dont_know", "pay=fixed")
    text = summary(GUIDE, talk.state)
    assert "you chose much (“coding=much”)" in text
    assert "**Left open**: travel" in text
    worded = word(GUIDE, talk.state, Move("confirm"))
    assert worded.text.count("?") == 1
    assert worded.text.endswith("Have I got this right?")


def test_progress_counts_down() -> None:
    first = progress(GUIDE, Talk().ask("coding").state)
    later = progress(GUIDE, said("coding=much", "role=dev", "travel=none").state)
    assert (first.covered, later.covered, later.total) == (0, 3, 4)
    assert first.minutes_left > later.minutes_left >= 1


def test_options_stand_side_by_side_in_their_own_words() -> None:
    topic = GUIDE.topic("coding").model_copy(
        update={
            "name": "AI work",
            "options": (
                Option(id="a", label="I'd rather read.", summary="read", examples=("a", "b", "c")),
                Option(id="b", label="I write", summary="write", examples=("a", "b", "c")),
            ),
        }
    )
    assert choice(topic) == "On AI work, which comes closest: “I'd rather read” or “I write”?"
