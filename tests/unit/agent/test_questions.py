"""Questions of the person's in the middle of an interview."""

from __future__ import annotations

import pytest

from agent.turning.questions import with_its_subject


@pytest.mark.parametrize(
    ("question", "text", "whole"),
    [
        (
            "how much do they collect?",
            "I was born for it. This sales engineer for AI, how much do they collect?",
            "This sales engineer for AI, how much do they collect?",
        ),
        ("how much do they collect?", "The neighbours, how much do they collect?", "how much do they collect?"),
        ("Does a TAM travel?", "Like an FDE, I mean. Does a TAM travel?", "Does a TAM travel?"),
    ],
)
def test_a_question_keeps_whom_it_is_about(question: str, text: str, whole: str) -> None:
    assert with_its_subject(question, text) == whole
