"""Follow-ups that set another role beside the one before, go back, or ask for the same elsewhere."""

from __future__ import annotations

import pytest

from agent.answer import Answerer
from agent.answering.question import Question, understand
from corpus.roles import Roles

ROLES = Roles.shipped()


def read(text: str, *turns: str) -> Question:
    return understand(text, turns, ROLES)


@pytest.mark.parametrize(
    ("before", "now", "roles", "measure"),
    [
        ("How many customers does a TAM have?", "How does an ML engineer compare there?", ("tam", "mle"), "accounts"),
        ("How much code does an FDE write?", "More than a TAM?", ("fde", "tam"), "coding"),
        ("How often does an FDE travel?", "Do TAMs travel less?", ("tam", "fde"), "travel"),
        ("What does an FDE earn?", "Does an MLE beat that?", ("mle", "fde"), "pay"),
        ("What does a TAM earn in India?", "Who earns more there, them or the FDEs?", ("tam", "fde"), "pay"),
        ("How is an FDE different from a coach?", "And from a TAM?", ("fde", "tam"), "difference"),
        ("Do AI SEs write code?", "How is that different from what MLEs write?", ("ai-se", "mle"), "coding"),
    ],
)
def test_another_role_is_set_beside_the_one_before(before: str, now: str, roles: tuple[str, ...], measure: str) -> None:
    asked = read(now, before)
    assert (asked.kind, asked.roles) == ("comparison", roles)
    assert measure in asked.measures


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("How much does an FDE travel?", "And what does a TAM earn?"),
        ("What does a TAM do?", "Same question for an MLE."),
        ("What does a TAM do?", "What's the difference between an FDE and an MLE?"),
    ],
)
def test_what_compares_nothing_with_it_is_not(before: str, now: str) -> None:
    assert read(before).roles[0] not in read(now, before).roles


def test_the_gap_is_that_of_the_two_spoken_of() -> None:
    asked = read("So what's the gap?", "What do FDEs earn in India?", "and TAMs?")
    assert set(asked.roles) == {"fde", "tam"}


def test_the_way_back_after_its_time_was_asked() -> None:
    asked = read("And the way back, if I end up hating it?", "Can an MLE become an AI SE?", "How long does it take?")
    assert (asked.kind, asked.origin, asked.goal) == ("transition", "ai-se", "mle")


def test_another_way_to_the_same_end_is_told_beside_the_first() -> None:
    asked = read("Is that quicker than coming from MLOps?", "Can a TAM become an FDE?")
    assert (asked.origin, asked.goal, asked.beside) == ("mlops", "fde", (("tam", "fde"),))


def test_what_others_have_of_the_skills_is_the_move() -> None:
    asked = read("Which of those would an MLE already have?", "What skills does an AI SE need?")
    assert (asked.kind, asked.origin, asked.goal) == ("transition", "mle", "ai-se")


def test_another_employer_keeps_what_was_asked() -> None:
    assert "education" in read("At OpenAI?", "Do AI engineers need a PhD?").measures


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("What share of AI engineers at FAANG+ came from machine learning?", ()),
        ("How many came from ML?", ("How many AI engineers were software engineers before?",)),
    ],
)
def test_where_people_came_from_is_no_role_asked_about(answerer: Answerer, text: str, turns: tuple[str, ...]) -> None:
    assert read(text, *turns).roles == ("ai-engineer",)
    assert "63%" in answerer.ask(text, turns).text


@pytest.mark.parametrize(
    ("before", "now", "level"),
    [
        ("What does a senior AI SE earn in total?", "one rung higher than that?", "staff"),
        ("What does a mid-level TAM earn in the US?", "And the next level?", "senior"),
        ("What does a senior FDE earn in India?", "and one level down?", "mid"),
    ],
)
def test_the_next_rung_is_the_level_beside_the_one_spoken_of(before: str, now: str, level: str) -> None:
    question = read(now, before)
    assert question.facets.level == (level,)
    assert question.facets.region == read(before).facets.region


def test_nothing_is_above_the_highest_level() -> None:
    assert read("and one level up?", "What does a principal FDE earn?").facets.level == ("principal",)


def test_a_field_may_be_the_matter_and_not_its_people() -> None:
    assert read("And how well must they understand ML?", "What coding does an AI sales engineer do?").roles == (
        "ai-se",
    )
    assert read("And the ML people?", "What coding does an AI sales engineer do?").roles == ("mle",)


@pytest.mark.parametrize(
    ("before", "now", "role", "measure"),
    [
        ("Do I need a PhD to become an AI engineer?", "And if I go for ML engineer instead?", "mle", "education"),
        ("What does a TAM earn in India?", "if I switched to FDE?", "fde", "pay"),
        ("What does an MLOps engineer earn?", "hmm. and at the very best companies?", "mlops", "employers"),
    ],
)
def test_the_same_is_asked_of_another_role_or_place(before: str, now: str, role: str, measure: str) -> None:
    asked = read(now, before)
    assert (asked.roles, asked.follows) == ((role,), True)
    assert measure in asked.measures


def test_what_the_figures_count_bounds_no_figures(answerer: Answerer) -> None:
    told = ("What does a senior MLOps engineer get in the US?", "And an FDE there?")
    answer = answerer.ask("Are these both total pay?", told)
    assert not answer.abstained
    assert {"base", "total"} <= set(answer.text.replace("(", " ").split())


def test_the_rest_of_the_week_is_of_what_was_told(answerer: Answerer) -> None:
    text = answerer.ask("and the rest of the week?", ("Which part of the week does an FDE give to customers?",)).text
    assert "30%" in text
    assert "10%" in text


def test_ml_people_are_asked_about_in_short() -> None:
    now = read("And the ML folks, do they?", "Must AI engineers have a doctorate?")
    assert now.roles == ("mle",)


def test_what_is_not_guaranteed_is_told_without_the_total(answerer: Answerer) -> None:
    assert "20% to 40%" in answerer.ask("how much of it is not guaranteed?", ("Total pay of a staff AI SE?",)).text


def test_the_other_role_is_that_of_the_article_which_answered(answerer: Answerer) -> None:
    context = answerer.understood(
        "and for the other role on that list?", ["Who are the top hiring companies for AIEs?"]
    )
    assert context is not None
    assert (context.question.roles, context.question.measures) == (("mle",), ("employers",))


@pytest.mark.parametrize(
    ("before", "now", "wanted", "unwanted"),
    [
        (
            "What skills do FDEs and ML engineers share?",
            "And which do only the FDEs need?",
            "consulting",
            "On top of the shared core, MLEs",
        ),
        (
            "What technical skills does an MLOps engineer need?",
            "Which of those does an FDE need less deeply?",
            "Familiar",
            "no move",
        ),
        (
            "Do I need a PhD to become an AI engineer?",
            "What about ML engineers?",
            "rarely needs a PhD",
            "points both ways",
        ),
    ],
)
def test_a_contrast_is_told_and_no_move(answerer: Answerer, before: str, now: str, wanted: str, unwanted: str) -> None:
    text = answerer.ask(now, [before]).text
    assert wanted in text
    assert unwanted not in text


def test_all_these_jobs_are_all_of_them_and_not_the_one_spoken_of(answerer: Answerer) -> None:
    text = answerer.ask("Do all of these jobs travel?", ["What is an FDE?"]).text
    assert "MLE" in text
    assert "TAM" in text


@pytest.mark.parametrize(
    ("turns", "now", "wanted"),
    [
        (("Which is growing faster, FDE or MLOps?", "By how much?"), "Who published the figure for FDEs?", "Futurense"),
        (("What base does a staff MLOps engineer get in the US?",), "What about an FDE on that rung?", "$300,000"),
        (
            ("I'm torn between AI sales engineer and ML engineer.", "I love production code and hate presentations."),
            "so what would you go for in my place?",
            "An ML engineer (MLE) fits",
        ),
        (
            ("What do senior AI sales engineers and senior ML engineers earn?",),
            "Interesting. Why are the totals so close?",
            "variable",
        ),
        (("Where does the FDE role come from?",), "And who has taken it over since then, which labs?", "OpenAI"),
    ],
)
def test_what_a_follow_up_leaves_out(answerer: Answerer, turns: tuple[str, ...], now: str, wanted: str) -> None:
    assert wanted in answerer.ask(now, turns).text


def test_the_two_figures_are_those_of_what_was_asked() -> None:
    asked = read("just the two numbers please", "Who is more often remote, AI engineers or ML engineers?")
    assert "remote" in asked.measures
    assert set(asked.roles) == {"ai-engineer", "mle"}


def test_a_share_of_the_company_stays_a_share(answerer: Answerer) -> None:
    told = answerer.ask("and for ML engineers?", ["What percentage of the equity do AI engineers get at a startup?"])
    assert "0.05%" in told.text
