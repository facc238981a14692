"""Which questions are for advice on the person's own case, and what is said to them."""

from __future__ import annotations

import pytest

from agent.talk.verdict import asks_for_verdict, wants_verdict


@pytest.mark.parametrize(
    ("question", "is_one"),
    [
        ("Who would you hire first if you were me?", True),
        ("What would you do in my place?", True),
        ("so what job suits me?", True),
        ("Which of them should we take on first?", True),
        ("Am I more of an ML engineer?", True),
        ("Should I listen to my cofounder and hire two juniors?", True),
        ("so you're telling me to take the job that travels?", True),
        ("earlier you said sales engineer. Which is it?", True),
        ("Who should I hire first if the demos impress and nothing lands?", False),
        ("How much does an FDE earn?", False),
        ("Should I learn Kubernetes?", False),
        ("Do you know what an FDE does all day?", False),
        ("What would I earn in Ohio?", False),
    ],
)
def test_what_asks_for_the_verdict(question: str, is_one: bool) -> None:
    assert asks_for_verdict(question) is is_one


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("In the rollout, always. So who should I hire first?", "So who should I hire first?"),
        ("What would you do in my wellies, hire one of these people?", "What would you do in my wellies"),
        ("Who would you hire if the demos impress nobody?", ""),
        ("Am I chatting with a computer?", ""),
        ("I ask myself what to do, but travel is fine.", ""),
    ],
)
def test_a_plain_question_for_a_choice_is_found_in_a_message(message: str, asked: str) -> None:
    aside = wants_verdict(message)
    assert message[aside.start : aside.end].startswith(asked) if aside and asked else not (aside or asked)
