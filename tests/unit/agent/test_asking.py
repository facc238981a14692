"""The part of a message that asks the interviewer something."""

from __future__ import annotations

import pytest

from agent.understanding.asking import question_in
from agent.understanding.clauses import clauses


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("Calm ones. What comes after senior TAM, by the way?", "What comes after senior TAM, by the way?"),
        ("By the way, where does a TAM career lead?", "By the way, where does a TAM career lead?"),
        ("I travel a lot. How much do FDEs earn, roughly?", "How much do FDEs earn, roughly?"),
        ("I travel a lot.", ""),
        ("Mostly calm. One says FDEs code 30%, another 40%. How so?", "One says FDEs code 30%, another 40%. How so?"),
        ("FDEs fly a lot. I like that. Why is that?", "Why is that?"),
        ("Every day. mate does an ai engineer still code", "mate does an ai engineer still code"),
        ("You call it an FDE? It's like a consultant?", "You call it an FDE? It's like a consultant?"),
        ("One question. FDE, is it a programmer?", "FDE, is it a programmer?"),
        ("Paid? Not yet, two caterers said they like it.", ""),
        ("Build it? But build what, and who wants it? I'd go round the farms.", ""),
    ],
)
def test_a_question_is_taken_whole(message: str, asked: str) -> None:
    assert question_in(message, clauses(message)) == asked
