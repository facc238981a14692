"""Questions far from the articles' words, two at once, and moves whose start was told before."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from agent.answer import Answerer
from agent.answering.asking.parts import parts
from agent.answering.expected import expect
from agent.answering.question import understand
from corpus.library import Library
from corpus.roles import Roles

ROLES = Roles.shipped()


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    library = Library.open(tmp_path_factory.mktemp("library"))
    yield Answerer(library)
    library.close()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Will I live out of a suitcase as the engineer who sits with the client?", "travel"),
        ("who holds the pager when a deployment at the customer dies", "FDE"),
        ("Do you need a doctorate to be taken on to build LLM products?", "PhD"),
    ],
)
def test_oblique_questions_get_to_the_matter(answerer: Answerer, question: str, said: str) -> None:
    assert said in answerer.ask(question).text


def test_of_two_things_asked_both_are_answered(answerer: Answerer) -> None:
    answer = answerer.ask("What do TAMs earn, and how often do they travel?").text
    assert "$130K–$220K" in answer
    assert "variable" in answer


def test_one_question_has_no_parts() -> None:
    assert parts("Where did the FDE role start and who hires them now?") == (
        "Where did the FDE role start?",
        "who hires them now?",
    )
    assert parts("What do sales and marketing people do?") == ()
    assert parts("How do FDE and TAM differ?") == ()


@pytest.mark.parametrize(
    ("turns", "text", "ends"),
    [
        (["I've been a TAM for four years."], "Could I turn FDE, and how long would it take?", ("tam", "fde")),
        (["I manage a team of MLOps engineers."], "Could any of them become FDEs?", ("mlops", "fde")),
        (["Hello", "I'm an MLE."], "how do I become an AI sales engineer?", ("mle", "ai-se")),
    ],
)
def test_where_a_move_starts_may_have_been_told_before(turns: list[str], text: str, ends: tuple[str, str]) -> None:
    read = understand(text, turns, ROLES)
    assert (read.kind, read.origin, read.goal) == ("transition", *ends)


def test_a_role_asked_about_before_is_not_the_person_s() -> None:
    read = understand("How do I become an FDE?", ["What does a TAM earn?"], ROLES)
    assert read.origin != "tam"


def test_without_vectors_nothing_is_expected(answerer: Answerer) -> None:
    found = expect(answerer.statements(), None)
    assert found.answers == ()
    assert not len(found.said)


def test_an_answer_is_spoken_for_by_all_its_questions(answerer: Answerer) -> None:
    statements = answerer.statements()
    assert statements.known.vectors is not None
    row = 0
    found = expect(statements, statements.known.vectors[row : row + 1])
    assert found.answers[0].units == statements.known.asked[row].units or found.answers[0].cosine > 0.99
    best = int(np.argmax(found.asked))
    assert best in {unit for near in found.answers for unit in near.units}
