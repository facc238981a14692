"""Which questions are for advice on the person's own case, and what is said to them."""

from __future__ import annotations

import pytest

from agent.talk.verdict import asks_for_verdict


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
