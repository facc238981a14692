"""Pay: yes or no first, the band that holds the years, no other basis, level or employer."""

from __future__ import annotations

import pytest

from agent.answer import Answerer


@pytest.mark.parametrize(
    ("question", "opening", "figure"),
    [
        ("Can a TAM earn more than $200K?", "Yes", "$240K"),
        ("Can a TAM make over $500K?", "Not by", "$240K"),
        ("Is the $188K for MLEs base pay?", "The article does not say", "~$188K"),
        ("Is the $210,000 for AI engineers total compensation?", "Yes", "$210,000"),
        ("Is $150K the non-tech median for AI engineers?", "Yes", "$150,000"),
        ("Do junior TAMs earn more than junior FDEs?", "No", "$130K–$180K"),
        ("Do AI engineers earn more than ML engineers at startups?", "Yes", "$180,000"),
    ],
)
def test_yes_or_no_comes_first(answerer: Answerer, question: str, opening: str, figure: str) -> None:
    text = answerer.ask(question).text
    assert text.startswith(opening), text
    assert figure in text


def test_years_of_experience_pick_the_band_that_holds_them(answerer: Answerer) -> None:
    text = answerer.ask("What does a TAM with 4 years of experience earn in the US?").text
    assert "$120K–$170K" in text
    assert "$170K–$240K" not in text


def test_an_average_is_asked_for_and_given_as_one(answerer: Answerer) -> None:
    text = answerer.ask("Average MLE pay in the US?").text
    assert "~$188K on average" in text
    assert "base pay" not in text


def test_columns_on_different_bases_are_said_to_be(answerer: Answerer) -> None:
    assert "different bases" in answerer.ask("Mid-level pay: FDE or MLOps?").text


def test_a_breakdown_has_every_part(answerer: Answerer) -> None:
    text = answerer.ask("Breakdown of AI engineer compensation at unicorn startups?").text
    assert all(part in text for part in ("$180,000", "$140,000", "$30,000", "$10,000"))


def test_percent_asked_is_percent_given(answerer: Answerer) -> None:
    text = answerer.ask("How much more do FDEs earn than TAMs in percent?").text
    assert "30–60%" in text
    assert "$" not in text


def test_an_employer_that_was_not_asked_about_is_left_out(answerer: Answerer) -> None:
    text = answerer.ask("What do AI engineers and ML engineers make at non-tech companies?").text
    assert "FAANG" not in text
    assert "$150,000" in text


def test_a_named_lab_is_told_beside_what_others_give_for_labs(answerer: Answerer) -> None:
    text = answerer.ask("What does OpenAI pay FDEs?").text
    assert "$160,000–$300,000+" in text
    assert "$180K–$350K+" in text
    assert "$350K–$750K" in text


def test_an_unnamed_country_stands_beside_a_named_one_and_says_so(answerer: Answerer) -> None:
    text = answerer.ask("Mid-level US pay for a TAM, an AI sales engineer and an MLOps engineer?").text
    assert "$175K" in text
    assert "country not stated" in text


def test_base_is_told_beside_the_top_tier_total(answerer: Answerer) -> None:
    text = answerer.ask("Base pay and top-tier total comp for FDEs versus ML engineers, per Perspective AI").text
    assert "$210K" in text
    assert "$350K–$750K" in text


def test_packages_at_employers_of_a_kind_are_pay(answerer: Answerer) -> None:
    text = answerer.ask("How do packages of AI engineers and ML engineers compare at non-tech enterprises?").text
    assert "$150,000" in text
    assert "$130,000" in text


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        (
            "What does a TAM get: base for one, total at big SaaS firms for another?",
            ("$90K–$160K", "$130K–$220K"),
        ),
        ("Senior ML engineers: what are the two, Glassdoor's base and the total comp range?", ("$156,000", "$230K")),
        ("ZipRecruiter's average for MLOps in the US and what seniors get there: both ranges?", ("$87,000", "$140K")),
    ],
)
def test_two_figures_that_are_asked_for_are_both_told(
    answerer: Answerer, question: str, figures: tuple[str, str]
) -> None:
    text = answerer.ask(question).text
    assert all(figure in text for figure in figures), text


def test_the_years_that_make_a_level_are_told_by_each_article(answerer: Answerer) -> None:
    answer = answerer.ask("How many years of experience count as mid-level?")
    assert all(years in answer.text for years in ("2 to 5 years", "3–5 yrs", "3–6 yr")), answer.text
    assert len(answer.citations) == 3
    assert "3–6" not in answerer.ask("Within how many years do senior FDEs found a company?").text


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Senior MLOps pay in the US, and how does ZipRecruiter's lower figure fit in?", ["$140K–$200K", "$87,000"]),
        (
            "Indeed and Levels.fyi contradict each other on ML engineers' pay. What does each say?",
            ["$188K", "$172,000"],
        ),
        ("What total pay could an FDE get at places like Anthropic or OpenAI?", ["$350K–$750K", "$180K–$350K+"]),
        ("Bank or insurer, no tech company: median total and base of AI engineer vs ML engineer?", ["150", "110"]),
        ("In the FDE vs MLOps guide, what do seniors of each get in the US, the same kind of sum?", ["base", "total"]),
    ],
)
def test_each_source_and_basis_that_is_asked_for_is_told(answerer: Answerer, question: str, wanted: list[str]) -> None:
    text = answerer.ask(question).text
    assert all(piece in text for piece in wanted), text
