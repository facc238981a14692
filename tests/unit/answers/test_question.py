"""What a question asks for, alone and after others."""

from __future__ import annotations

import pytest

from agent.answering.question import Question, understand
from corpus.roles import Roles

ROLES = Roles.shipped()


def read(text: str, *turns: str) -> Question:
    return understand(text, turns, ROLES)


@pytest.mark.parametrize(
    ("text", "roles", "measure", "kind"),
    [
        ("How much does a mid-level TAM make?", ("tam",), "pay", "fact"),
        ("FDE or TAM, who writes more code?", ("fde", "tam"), "coding", "comparison"),
        ("how often do forward-deployed engineers travel", ("fde",), "travel", "fact"),
        ("Which tools do MLOps engineers use?", ("mlops",), "tools", "list"),
        ("I love demos, should I be an AI sales engineer?", ("ai-se",), "choose", "advice"),
    ],
)
def test_roles_measure_and_kind(text: str, roles: tuple[str, ...], measure: str, kind: str) -> None:
    asked = read(text)
    assert asked.roles == roles
    assert measure in asked.measures
    assert asked.kind == kind


@pytest.mark.parametrize(
    ("text", "origin", "goal"),
    [
        ("How long from TAM to FDE?", "tam", "fde"),
        ("How do I become an FDE as an MLOps engineer?", "mlops", "fde"),
        ("I'm an AI SE and want to become an ML engineer.", "ai-se", "mle"),
        ("Can an ML engineer switch to AI engineering?", "mle", "ai-engineer"),
    ],
)
def test_the_ends_of_a_move(text: str, origin: str, goal: str) -> None:
    asked = read(text)
    assert (asked.kind, asked.origin, asked.goal) == ("transition", origin, goal)


def test_a_level_asked_afterwards_keeps_role_and_country() -> None:
    asked = read("and at senior level?", "What does a mid-level TAM earn in India?")
    assert (asked.roles, asked.facets.level, asked.facets.region) == (("tam",), ("senior",), ("india",))
    assert "pay" in asked.measures


def test_the_other_one() -> None:
    asked = read("And the other one?", "Compare FDE and TAM", "How much does the FDE travel?")
    assert asked.roles == ("tam",)
    assert asked.measures == ("travel",)


def test_a_full_question_forgets_the_one_before() -> None:
    asked = read("What does an MLOps engineer do?", "What does a TAM earn in India?")
    assert asked.roles == ("mlops",)
    assert asked.facets.region == ()


def test_unknown_titles_and_places_are_seen() -> None:
    asked = read("What does a data scientist earn in Germany?")
    assert asked.others == ("data scientist",)
    assert asked.facets.region == ("Germany",)


@pytest.mark.parametrize("text", ["", "?", "🙃", "\x00", "a" * 5000, "SELECT * FROM x; --", "{{7*7}}", "\ud800"])
def test_odd_input_is_read_without_complaint(text: str) -> None:
    assert read(text).roles == ()
