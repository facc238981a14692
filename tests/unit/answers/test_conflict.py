"""Conflicts: figures that a question quotes are looked up, sources that it names bound the answer, why is said."""

from __future__ import annotations

import pytest

from agent.answer import Answerer


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("I've seen 180-260 and 160-220 for a mid-level FDE, which is it?", ["3–6 yr", "3–5 yrs", "$180K–$260K"]),
        ("One guide says 220-300K for a senior FDE, another 260-400K. Who's right?", ["5–8 yrs", "7+ yr"]),
        ("FDE pay: $210K here, $385K there. Why?", ["median", "total compensation", "top labs"]),
        ("Is MLE base $140K or $188K? They can't both be right.", ["average", "base pay", "FAANG+", "2023"]),
        (
            "What's behind the discrepancy between $188K and $230K for MLEs?",
            ["average", "base pay", "staff or senior"],
        ),
        (
            "Perspective AI puts principals at $1.2M, FDE Academy at $300K+. How come?",
            ["~$1.2M", "$300,000+", "frontier lab"],
        ),
        ("Both the FDE and the AI engineer are listed with $210K. So they're paid the same, right?", ["No,", "FAANG+"]),
        ("Is the 40% growth of MLOps the 40% growth of ML engineers?", ["World Economic Forum", "year-over-year"]),
        ("AI engineers: +180% a year or +25% a year? I need one growth number.", ["+180%", "2030"]),
        ("My boss says AI sales engineers top out at 285K. I thought I saw over 320K. who wins the bet", ["$320K"]),
        ("$210K median: is that for FDEs or AI engineers?", ["median of base pay", "total compensation", "FAANG+"]),
        ("How much does a principal FDE make? 300k somewhere, over a million elsewhere.", ["$300,000+", "~$1.2M"]),
        ("Principal MLEs at frontier labs: $900K+ or over a million?", ["$900K+", "$1M"]),
        (
            "I've seen 800 percent and 180 percent growth. Which is true?",
            ["the role (FDE; AI engineer)", "800%+", "+180%"],
        ),
        (
            "ZipRecruiter says 87-137 for MLOps and Glassdoor 156. Why so far apart?",
            ["the role (MLOps engineer; MLE)", "$156,000"],
        ),
    ],
)
def test_quoted_figures_are_found_and_told_apart(answerer: Answerer, question: str, wanted: list[str]) -> None:
    answer = answerer.ask(question)
    assert answer.kind == "conflict"
    assert all(words in answer.text for words in wanted), answer.text


def test_a_quoted_figure_that_no_article_states_is_said_not_to_stand(answerer: Answerer) -> None:
    text = answerer.ask("96k or 160k for TAM base?").text
    assert "do not state 96k" in text
    assert "$90K–$160K" in text


def test_figures_on_different_bases_are_not_the_same(answerer: Answerer) -> None:
    text = answerer.ask("Are $220K–$300K+ for FDEs and $140K–$200K for MLOps comparable?").text
    assert text.startswith("No")
    assert "total compensation" in text
    assert "base pay" in text


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Who originated the FDE role - do the articles agree?", "They agree"),
        ("Do the articles contradict each other on whether FDEs write production code?", "They do not contradict"),
        ("Do the sources agree on how much of an FDE's time is spent coding?", "No"),
        ("How many customers does an FDE have according to the different articles?", "They do not contradict"),
    ],
)
def test_whether_articles_agree_is_said_first(answerer: Answerer, question: str, opening: str) -> None:
    assert answerer.ask(question).text.startswith(opening)


def test_one_source_alone_is_said_to_be(answerer: Answerer) -> None:
    text = answerer.ask("Is there disagreement between sources over MLOps pay?").text
    assert text.startswith("Only FDE Academy gives figures")


def test_a_named_source_bounds_pay(answerer: Answerer) -> None:
    answer = answerer.ask("What does an MLE earn according to Valenx?")
    assert {c.publisher for c in answer.citations} == {"Valenx Press"}


def test_two_named_sources_are_set_side_by_side(answerer: Answerer) -> None:
    answer = answerer.ask("MLE salary per AISE Pulse compared with per Valenx?")
    assert {c.publisher for c in answer.citations} == {"AISE Pulse", "Valenx Press"}


def test_named_sources_are_compared_on_what_is_not_pay(answerer: Answerer) -> None:
    text = answerer.ask("Does the Perspective article contradict FDE Academy about FDE travel?").text
    assert "4–10 days/month" in text
    assert "Perspective AI" in text


def test_two_roles_that_differ_are_compared_and_not_disputed(answerer: Answerer) -> None:
    answer = answerer.ask("How do TAM and FDE differ on travel?")
    assert answer.kind == "comparison"
    assert "4–10 days/month" in answer.text
    assert "Code ownership" not in answer.text


def test_figures_of_one_article_are_both_given(answerer: Answerer) -> None:
    text = answerer.ask("How fast does demand for ML engineers grow? I have seen a high and a low rate.").text
    assert "+40%" in text
    assert "10%" in text
    assert "$" not in text


def test_a_quoted_figure_of_no_level_is_found_though_a_level_is_asked(answerer: Answerer) -> None:
    text = answerer.ask("mid level MLE pay: 172? 188? 180-240? please sort this out").text
    assert all(amount in text for amount in ("$172,000", "~$188K", "$180K to $240K"))


def test_several_bands_of_one_article_are_listed(answerer: Answerer) -> None:
    text = answerer.ask("The TAM article gives several total comp bands for TAMs; which?").text
    assert all(amount in text for amount in ("$130K–$220K", "$80K–$120K", "$170K–$240K"))


def test_top_pay_of_articles_that_name_no_such_employers_stands_apart(answerer: Answerer) -> None:
    text = answerer.ask("MLE pay at frontier labs: one page gives far more than another. What is it?").text
    assert "$400K–$900K+" in text
    assert "$270K to $350K+" in text
    assert "nothing for such employers" in text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("mlops engineers get 156k, is that true?", "No article states $156,000 for an MLOps engineer"),
        ("Do TAMs really earn $240K?", "one end of a stated band"),
        ("Is the AI SE range of $150K to $285K base or total?", "does not say whether it is base or total"),
    ],
)
def test_one_amount_that_is_doubted_is_looked_up(answerer: Answerer, question: str, said: str) -> None:
    assert said in answerer.ask(question).text


def test_figures_that_vary_are_pay(answerer: Answerer) -> None:
    text = answerer.ask("the figures for senior FDEs vary wildly, why?").text
    assert "5–8 yrs; 7+ yr" in text
    assert "$260K–$400K+" in text


@pytest.mark.parametrize(
    "question",
    [
        "Rank FDE, TAM, AI SE and MLE by contact with customers, with what the articles say on each.",
        "In what relation do MLOps engineers stand to ML engineers?",
    ],
)
def test_a_relation_or_ranking_of_roles_is_no_dispute(answerer: Answerer, question: str) -> None:
    assert answerer.ask(question).kind == "comparison"


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Do MLEs deal with clients? Half say no, the others say sometimes.", ["Perspective AI", "AISE Pulse"]),
        ("What tools does an ML engineer need? I found two different lists.", ["Valenx Press", "Perspective AI"]),
        ("To whom does an FDE report? The descriptions clash.", ["FDE Academy", "Perspective AI"]),
    ],
)
def test_texts_said_to_clash_are_each_told(answerer: Answerer, question: str, wanted: list[str]) -> None:
    answer = answerer.ask(question)
    assert answer.kind == "conflict"
    assert all(words in answer.text for words in wanted), answer.text


def test_explanations_that_are_asked_for_are_no_figures(answerer: Answerer) -> None:
    text = answerer.ask("Why is an FDE better paid? Do the guides give the same reasons?").text
    assert "revenue retention" in text
    assert "$" not in text


def test_an_end_of_the_asked_level_s_band_comes_before_another_level_s_amount(answerer: Answerer) -> None:
    text = answerer.ask("Senior FDEs: one article has up to $300K+, another up to $400K+. Which is it?").text
    assert "$220K–$300K+" in text


@pytest.mark.parametrize(
    ("question", "wanted", "sources"),
    [
        (
            "One author has MLEs prompt LLMs, another one puts them to work on tabular data. What is an MLE?",
            ["LLM", "tabular"],
            ["Perspective AI", "Valenx Press"],
        ),
        (
            "MLEs and client calls: one source says practically none, another a handful per quarter. Which?",
            ["Near zero", "few times per quarter"],
            ["Perspective AI", "AISE Pulse"],
        ),
        (
            "Is FDE travel 'often' or 4-10 days a month? Both stand somewhere.",
            ["4–10 days", "often"],
            ["Perspective AI"],
        ),
        (
            "ML engineers have way more job postings, yet AI engineer demand surged. Who is really ahead?",
            ["3.5x", "180%"],
            ["Valenx Press"],
        ),
        (
            "Does a senior FDE start at five years or at seven? The tables don't match.",
            ["5–8 yrs", "7+ yr"],
            ["FDE Academy"],
        ),
        (
            "The academy's two posts give other numbers for FDEs in India. Which one for a senior offer?",
            ["₹55–90 LPA", "₹25–60L+", "no level named"],
            ["FDE Academy"],
        ),
    ],
)
def test_each_side_that_is_told_gets_its_statement(
    answerer: Answerer, question: str, wanted: list[str], sources: list[str]
) -> None:
    answer = answerer.ask(question)
    assert answer.kind == "conflict"
    assert all(words.lower() in answer.text.lower() for words in wanted), answer.text
    assert set(sources) <= {c.publisher for c in answer.citations}


@pytest.mark.parametrize(
    "question",
    [
        "Up to $350K+ says one site of MLEs, $400K–$900K+ the other. Who exaggerates?",
        "Is a principal FDE at $300,000+ or at $1.2M?",
    ],
)
def test_employers_are_called_as_the_article_calls_them(answerer: Answerer, question: str) -> None:
    assert "frontier lab" in answerer.ask(question).text


def test_shared_names_among_others_are_no_agreement(answerer: Answerer) -> None:
    text = answerer.ask("Which languages is an ML engineer supposed to know? I find two lists.").text
    assert not text.startswith("They agree")
    assert "Scala" in text
    assert "C++" in text


@pytest.mark.parametrize(
    "question",
    [
        "$188K or $172,000 for an ML engineer, which is right?",
        "Do MLEs deal with clients? Half say no, the others say sometimes.",
        "Senior FDE pay differs between the articles, why?",
    ],
)
def test_what_opens_a_conflict_leads_to_the_cited_lines(answerer: Answerer, question: str) -> None:
    opening, *lines = [part for part in answerer.ask(question).text.split("\n") if part]
    assert opening.endswith(":")
    assert all("[" in one for one in lines if one.startswith("-"))


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Is the FDE vs MLOps salary table like for like?", "The columns are on different bases"),
        ("The range of an AI SE ends with $285K, but there is $320K too. A typo?", "That is no contradiction: $285K"),
    ],
)
def test_the_ruling_that_was_asked_for_comes_first(answerer: Answerer, question: str, opening: str) -> None:
    assert answerer.ask(question).text.startswith(opening)


@pytest.mark.parametrize(
    ("question", "stated", "article"),
    [
        ("Senior FDEs in India: up to 90 lakh on one page, about 60 on another. Why?", "₹25–60L+", "fde-vs-mlops"),
        ("I've seen 385 thousand for a mid-level FDE, and about 200. Which is right?", "$160K–$220K", "fde-vs-mlops"),
        ("One site has the ML engineer at about $188K, another at $172,000. Which is right?", "$188K", "fde-vs-mle"),
    ],
)
def test_an_amount_may_lack_its_unit_or_be_about_so_much(
    answerer: Answerer, question: str, stated: str, article: str
) -> None:
    answer = answerer.ask(question)
    assert stated in answer.text
    assert any(article in c.passage for c in answer.citations)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Does the claim that FDEs earn 30-60% more than TAMs fit the mid-level US table?", "bears that out"),
        ("FDEs earn 30 to 60% more than TAMs, but the juniors in India, that's a bigger gap, no?", "shows more than"),
        ("FDEs get 30-60% over TAMs, I divided the ends of the US senior bands: is that wrong?", "only in part"),
    ],
)
def test_a_stated_difference_is_measured_by_the_rows_asked_about(answerer: Answerer, question: str, told: str) -> None:
    answer = answerer.ask(question)
    assert told in answer.text
    assert "30–60%" in answer.text
    assert answer.text.count("[2]") == 2  # both amounts of the row


def test_a_single_stated_difference_is_of_one_basis(answerer: Answerer) -> None:
    text = answerer.ask("AI engineers get 22% more than MLEs at FAANG+: does that fit base and total pay?").text
    assert "FAANG+, as stated: $210,000" in text
    assert "FAANG+, less than stated: $165,000" in text


def test_a_range_over_a_whole_table_is_no_band_of_a_level(answerer: Answerer) -> None:
    text = answerer.ask("TAM total comp: one grid says $130K–$220K, the salaries go from $80K to $240K. How come?").text
    assert "No one level has $80K to $240K" in text
    assert "$170K–$240K" in text


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        (
            "ML engineer: the average, the median at FAANG+ and the overall range?",
            ["~$188K", "$172,000", "$160K to $280K"],
        ),
        (
            "MLOps engineer: what average does ZipRecruiter report, and what base at mid-level?",
            ["$87,000", "$100K–$140K"],
        ),
        (
            "Senior MLE: Glassdoor says about 156k, the sales engineer comparison 230k and up. Who is right?",
            ["$230K to"],
        ),
        (
            "The AI SE page has $160K to $280K for MLEs, yet further down a level gets more than $280K?",
            ["$270K to $350K+"],
        ),
        (
            "FDE or MLE, who earns more? One page says one thing of the general market, another of labs.",
            ["$210K", "$188K"],
        ),
        ("ML engineer pay, base only (no stock, no bonus): the articles differ, don't they?", ["$140,000", "$156,000"]),
        (
            "Every figure for mid-level FDE pay in the US, top labs included, as the articles differ.",
            ["$160K–$220K", "~$385K"],
        ),
    ],
)
def test_slices_that_are_bounded_unlike_each_other_are_each_looked_up(
    answerer: Answerer, question: str, stated: list[str]
) -> None:
    text = answerer.ask(question).text
    assert [amount for amount in stated if amount not in text] == []


def test_a_source_named_behind_what_is_asked_is_no_slice_of_its_own(answerer: Answerer) -> None:
    text = answerer.ask("Total comp for a staff MLE, per the AI SE vs ML engineer page?").text
    assert "$270K to $350K+" in text
    assert "$160K to $280K" not in text


def test_an_amount_is_looked_up_with_the_source_that_stands_beside_it(answerer: Answerer) -> None:
    answer = answerer.ask("The World Economic Forum says 40% growth, McKinsey says 10%. Do they mean the same ML jobs?")
    assert "World Economic Forum projection" in answer.text
    assert "McKinsey's estimate" in answer.text


def test_what_one_text_says_and_then_gives_are_two_sides(answerer: Answerer) -> None:
    text = answerer.ask("PhD for AI engineers: it says none is required, then gives a high share who have one.").text
    assert "not required" in text
    assert "42%" in text


def test_the_years_of_a_level_are_told_of_every_article_that_is_named(answerer: Answerer) -> None:
    question = (
        "How many years make a mid-level engineer? Every table differs (ML engineer, FDE with MLOps, FDE with TAM)."
    )
    text = answerer.ask(question).text
    assert [band for band in ("2 to 5 years", "3–5 yrs", "3–6 yr") if band not in text] == []


def test_a_slice_of_another_country_is_not_told_without_it(answerer: Answerer) -> None:
    answer = answerer.ask("Glassdoor says 156k for senior MLEs, what does the sales engineer page say for Canada?")
    assert answer.abstained
    assert "Canada" in answer.text
