"""The report: honest at every length of interview, every mark resolved, every sum and figure as stated."""

from __future__ import annotations

import re
from typing import Any

import pytest

from agent.events import Report
from agent.grounds import Grounds
from agent.report import report
from agent.state import Contradiction, Edit, TopicState
from tests.unit.agent.persons import (
    articles,
    criteria,
    figures,
    grounds,
    guide,
    heard,
    profiles,
    state,
    told,
)

MARK = re.compile(r"(?<!\\)\[(\d+)\]")


def profile(name: str) -> dict[str, Any]:
    return next(p for p in profiles() if p["name"] == name)


def full(name: str, **more: Any) -> Report:
    return told(profile(name)["guide"], profile(name)["answers"], **more)


@pytest.mark.parametrize("p", profiles(), ids=lambda p: p["name"])
def test_every_mark_resolves_and_every_citation_is_used(p: dict[str, Any]) -> None:
    made = told(p["guide"], p["answers"])
    used = {int(n) for n in MARK.findall(made.markdown.split("## Sources")[0])}
    assert used == {c.marker for c in made.citations} == set(range(1, len(made.citations) + 1))
    for c in made.citations:
        assert articles()[c.article].text[c.start : c.end] == c.quote
    for each in made.recommendation:
        assert all(made.citations[r.citation.marker - 1] == r.citation for r in each.reasons)


@pytest.mark.parametrize("p", profiles(), ids=lambda p: p["name"])
def test_the_shown_points_add_up(p: dict[str, Any]) -> None:
    text = told(p["guide"], p["answers"]).markdown.replace("−", "-")
    for score, block in re.findall(r"### [^\n]*: (-?[\d.]+) points\n\n((?:- [^\n]*\n)+)", text):
        assert float(score) == pytest.approx(sum(float(x) for x in re.findall(r"\*\*([+-][\d.]+)\*\*", block)))
    for line in re.findall(r"\n- (\*\*[^\n]*together [^\n]*)", text):
        *points, total = re.findall(r"[+-]?\d+\.\d", line)
        assert float(total) == pytest.approx(sum(map(float, points)))


def test_without_an_answer_there_is_nothing_to_rank() -> None:
    made = told("career", {})
    assert made.recommendation == ()
    assert made.citations == ()
    assert "nothing to rank" in made.markdown
    assert len(made.gaps) == len(guide("career").topics)


def test_after_two_answers_it_is_a_first_guess() -> None:
    made = told("career", {"coding": "daily", "customers": "daily"}, early=True)
    assert "first guess: only 2 of 15 topics" in made.markdown
    assert "ended the interview early" in made.markdown
    assert "Come back and answer what would tell most" in made.markdown
    assert made.recommendation[0].id == "fde"


def test_a_tie_is_called_one() -> None:
    made = told("career", {"coding": "daily"})
    assert made.markdown.splitlines()[2].startswith("**It is a tie between")


def test_the_reasons_show_the_persons_words_and_where_they_said_them() -> None:
    known = TopicState("coding", "settled", (heard("coding", "daily", "I live in my editor", message="m9"),))
    made = told("career", {"customers": "daily"}, topics={"coding": known})
    assert "You said “I live in my editor” (m9)." in made.markdown


def test_the_way_from_account_management_has_its_months() -> None:
    text = full("tam who codes at night").markdown
    assert "From technical account manager to forward deployed engineer" in text
    assert re.search(r"Time: 9–15 months [^\n]*\[\d+\]", text)


def test_too_little_time_for_the_way_is_said() -> None:
    answers = {**profile("tam who codes at night")["answers"], "timeline": "soon"}
    assert "move within 3 months, and 9 is the least" in told("career", answers).markdown


def test_a_move_that_no_article_describes_is_not_invented() -> None:
    text = full("consultant who codes").markdown
    assert "do not describe the way from your present work" in text
    assert "months of deliberate work" not in text


def test_pay_stays_in_its_country_and_level() -> None:
    made = told("career", profile("tam who codes at night")["answers"], values={"level": ("senior", "m2")})
    fde = next(role for role in made.sections["pay"]["roles"] if role["role"] == "fde")
    shown = " ".join(f["text"] for line in fde["lines"] for f in line["figures"])
    assert "₹55–90 LPA" in shown
    assert "$" not in shown
    assert "₹18–35" not in shown
    assert re.search(r"state no pay for an? [^.]* at senior level in India", made.markdown)


def test_no_pay_for_a_country_that_no_article_covers() -> None:
    answers = {**profile("researcher at heart")["answers"], "place-pay": "elsewhere"}
    made = told("career", answers, values={"place": ("Berlin", "m3")})
    assert "state no pay for an ML engineer in Germany" in made.markdown
    assert all(not role["lines"] for role in made.sections["pay"]["roles"])


def test_years_pick_the_row_of_each_table() -> None:
    answers = {**profile("consultant who codes")["answers"], "place-pay": "us"}
    made = told("career", answers, values={"years": ("4", "m2")})
    fde = next(role for role in made.sections["pay"]["roles"] if role["role"] == "fde")
    shown = " ".join(f["text"] for line in fde["lines"] for f in line["figures"])
    assert "Mid (3–6 yr): $180K–$260K" in shown
    assert "Senior (7+ yr)" not in shown


def test_an_average_of_unsaid_basis_is_not_called_base_pay() -> None:
    made = full("scaling, both hurt")
    lines = [x for role in made.sections["pay"]["roles"] if role["role"] == "mle" for x in role["lines"]]
    assert all("base or total not stated" in x["text"] for x in lines for f in x["figures"] if "188K" in f["text"])


def test_dollars_alone_name_no_country() -> None:
    made = full("old company, first assistant")
    role = next(role for role in made.sections["pay"]["roles"] if role["role"] == "ai-engineer")
    assert role["lines"]
    assert all("country not stated" in line["text"] for line in role["lines"])


def test_one_person_for_two_jobs_is_warned_of() -> None:
    text = full("scaling, both hurt").markdown
    assert "role collapse" in text
    assert "By your answers, hire a forward deployed engineer first" in text


def test_nobody_yet_says_so_and_names_no_pay() -> None:
    made = full("two founders and a hunch")
    assert made.markdown.splitlines()[2].startswith("**Hire nobody yet.**")
    assert made.sections["pay"]["roles"] == []
    assert "What this hire must own" not in made.markdown


def test_the_first_hire_has_a_brief() -> None:
    text = full("demos impress, rollouts die").markdown
    for title in ("The order", "What this hire must own", "What this hire must not be asked to do"):
        assert f"## {title}" in text
    assert "Judgment with customers, and not only LeetCode" in text


def test_what_no_article_states_is_marked_as_ours() -> None:
    made = full("consultant who codes")
    for step in made.sections["next_steps"]:
        assert step["ours"] != bool(step["markers"])
    assert "(fieldnote's own suggestion)" in made.markdown


def test_contradictions_changes_refusals_and_private_things_are_listed() -> None:
    daily, none = heard("coding", "daily", "every day"), heard("coding", "none", "never again", message="m4")
    made = told(
        "career",
        {"customers": "daily", "breadth": "portfolio", "goal": "founder"},
        topics={
            "coding": TopicState("coding", "settled", (daily, none)),
            "travel": TopicState("travel", "refused"),
            "income": TopicState("income", "unknown"),
            "rhythm": TopicState("rhythm", "vague"),
        },
        contradictions=(Contradiction("coding", daily, none),),
        edits=(Edit("m2", "now and then", "every day", ("coding",)),),
        left_out=(("m6", "health"), ("m8", "health")),
    )
    text = made.markdown
    assert "On writing production code you said “every day” and “never again”. Both stand" in text
    assert "You changed an answer from “now and then” to “every day”" in text
    assert "Skipped or not said: travel." in text
    assert "You don't know yet: kind of income." in text
    assert "Left vague: rhythm of work." in text
    assert "something personal (health)" in text


def test_a_correction_is_named() -> None:
    fixed = TopicState("coding", "settled", (heard("coding", "daily", ""),), corrected=True)
    text = told("career", {"customers": "daily"}, topics={"coding": fixed}).markdown
    assert "You corrected writing production code: you want to write production code most days." in text
    assert "You set this yourself" in text


def test_approval_is_in_it() -> None:
    made = told("career", {"coding": "daily"}, approved=True)
    assert made.approved
    assert "approved it" in made.markdown


def test_publishers_interests_are_named() -> None:
    text = full("consultant who codes").markdown
    assert "FDE Academy sells an 8-month programme" in text


def test_a_library_without_the_articles_gives_no_ranking_and_no_uncited_fact() -> None:
    answers = profile("consultant who codes")["answers"]
    made = report(guide("career"), criteria("career"), state("career", answers), Grounds({}, {}), figures())
    assert made.recommendation == ()
    assert "not in your library" in made.markdown
    assert made.citations == ()


def test_the_same_state_gives_the_same_report() -> None:
    assert full("product builder") == full("product builder")


def test_grounds_refuse_words_that_do_not_stand_there() -> None:
    passage = next(iter(grounds().passages))
    assert grounds().cite(passage, "words that stand nowhere") is None
    assert grounds().cite("nowhere#at-all", "words") is None


def test_the_verdict_says_which_answers_weigh_most_for_it_and_against_it() -> None:
    answers = {**profile("consultant who codes")["answers"], "travel": "none"}
    made = told("career", answers)
    assert made.recommendation[0].id == "fde"
    because = " ".join(each["text"] for each in made.sections["verdict"]["because"])
    assert "want to write production code most days" in because.split("Against it")[0]
    assert "you do not want to travel for work" in because.split("Against it")[1]
    assert made.markdown.index(because[:40]) < made.markdown.index("## Why")


def test_an_answer_that_was_taken_back_is_no_reason_for_the_verdict() -> None:
    both = (heard("coding", "daily", "every day"), heard("coding", "little", "hardly ever", message="m4"))
    made = told("career", {"customers": "daily"}, topics={"coding": TopicState("coding", "settled", both)})
    because = " ".join(each["text"] for each in made.sections["verdict"]["because"])
    assert "production code most days" not in because


def test_what_speaks_for_it_stands_before_what_speaks_against_it() -> None:
    text = full("scaling, both hurt").markdown
    blocks = re.findall(r"points\n\n((?:- [^\n]*\n)+)", text)
    assert blocks
    for block in blocks:
        signs = re.findall(r"\*\*([+−])", block)
        assert signs == sorted(signs, key="+−".index)


def test_answers_that_count_for_the_same_reason_share_a_line() -> None:
    made = full("scaling, both hurt")
    first = made.markdown.split("### ", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in first.splitlines() if line.startswith("- ")]
    statements = [line.rsplit(")", 1)[-1] for line in lines]
    assert len(set(statements)) == len(statements)


def test_where_no_role_has_pay_it_is_said_once() -> None:
    answers = {**profile("researcher at heart")["answers"], "place-pay": "elsewhere"}
    text = told("career", answers, values={"place": ("Berlin", "m3")}).markdown
    assert text.count("I have not moved a figure") == 1
    assert "compare only what has" not in text


def test_a_quote_is_read_without_the_word_that_joins_it_on() -> None:
    known = TopicState("coding", "settled", (heard("coding", "daily", "and honestly, I live in my editor"),))
    text = told("career", {"customers": "daily"}, topics={"coding": known}).markdown
    assert "“I live in my editor”" in text
    assert "“and " not in text
