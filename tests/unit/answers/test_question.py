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
        (
            "How much more would I make going from mid-level MLOps to mid-level FDE?",
            ("mlops", "fde"),
            "pay",
            "comparison",
        ),
        ("I recruit and need a table of total comp, mid level: TAM, MLE.", ("tam", "mle"), "pay", "comparison"),
        ("My cousin keeps accounts. How does a TAM's boss decide she's doing a good job?", ("tam",), "success", "fact"),
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


@pytest.mark.parametrize(
    ("text", "turns", "roles", "measure"),
    [
        (
            "and the other one?",
            ["FDE vs TAM: number of customers", "how many does the TAM have?"],
            ("fde",),
            "accounts",
        ),
        ("how about the latter's travel", ["what separates FDEs from TAMs"], ("tam",), "travel"),
        ("what tools does the first use?", ["AI engineer versus ML engineer?"], ("ai-engineer",), "tools"),
        ("which one pays more", ["FDE or TAM?", "What does an FDE do?"], ("fde", "tam"), "pay"),
        ("compare that with MLOps", ["What does a senior FDE make?"], ("fde", "mlops"), "pay"),
        ("same question for AI SE", ["How often does an MLE meet customers?"], ("ai-se",), "customers"),
        ("ML?", ["How many job postings are there for AI engineers?"], ("mle",), "openings"),
        ("customers?", ["how does travel differ between FDE and MLE?"], ("fde", "mle"), "customers"),
    ],
)
def test_whom_and_what_a_follow_up_means(text: str, turns: list[str], roles: tuple[str, ...], measure: str) -> None:
    asked = read(text, *turns)
    assert asked.roles == roles
    assert measure in asked.measures


def test_a_new_measure_of_the_same_role_stands_without_the_old_one() -> None:
    asked = read("are they remote?", "How fast is demand for AI engineers growing?")
    assert asked.text == "are AI engineer remote?"
    assert asked.measures == ("remote",)


def test_years_of_experience_take_the_place_of_a_level() -> None:
    asked = read("and for someone with 8 years?", "What does a mid-level TAM earn in the US?")
    assert (asked.kind, asked.facets.level, asked.experience) == ("fact", (), 8)
    assert read("fresh grads?", "TAM pay after 4 years?").experience is None


def test_the_way_back_is_the_move_turned_round() -> None:
    asked = read("and back?", "How long does an MLE take to become an AI SE?")
    assert (asked.kind, asked.origin, asked.goal) == ("transition", "ai-se", "mle")


def test_a_slip_corrected_in_the_same_breath() -> None:
    asked = read("What does a TAM earn in the UK, no wait, in India?")
    assert (asked.roles, asked.facets.region) == (("tam",), ("india",))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("fwd deployed vs TAM: travel", ("fde", "tam")),
        ("Steady income: sales engineer or ML?", ("ai-se", "mle")),
        ("how to break into AI engineering from ML", ("ai-engineer", "mle")),
        ("MLOps tooling of AI engineers", ("ai-engineer",)),
        ("what Cloud/MLOps stack does an ML engineer use?", ("mle",)),
    ],
)
def test_roles_in_short_and_fields_that_are_none(text: str, roles: tuple[str, ...]) -> None:
    assert read(text).roles == roles


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Someone who loves demos more than building: AI SE or MLE?", "advice"),
        ("We're a startup with no validated problem. Who's our first AI hire?", "advice"),
        ("Which one has more openings and grows faster, AI engineer or ML engineer?", "comparison"),
        ("could I ever go back to TAM from FDE", "transition"),
        ("Which role suits my background in consulting, FDE or TAM?", "advice"),
        ("When should I, a TAM, move to FDE and when should I stay? I like travel", "advice"),
        ("I'm a TAM. What salary would my experience get me as an FDE?", "comparison"),
        ("TAM wanting to become FDE: what should I concretely do or build in that time?", "transition"),
        ("And what of my MLOps experience would be worth gold as an FDE?", "transition"),
        ("When do the peaks come for an AI SE, and when for an ML engineer? I have small kids.", "comparison"),
        ("Growth: AI engineers vs FDEs. I know the periods may differ, just give what's written.", "comparison"),
    ],
)
def test_of_what_kind_a_question_is(text: str, kind: str) -> None:
    assert read(text).kind == kind


@pytest.mark.parametrize(
    ("text", "roles", "titled"),
    [
        ("Pay of FDEs at labs: the TAM guide and the ML engineer guide differ.", ("fde",), ("tam", "mle")),
        ("Which hedge funds does the AI vs ML engineer article name for an MLE?", ("mle",), ("ai-engineer", "mle")),
        ("What does the FDE vs TAM article say on travel?", ("fde", "tam"), ("fde", "tam")),
        ("How do FDE and TAM differ?", ("fde", "tam"), ()),
        ("As an MLE, should I go FDE? TAM? Guide me please", ("mle", "fde", "tam"), ()),
        ("Are there more FDE posts than TAM?", ("fde", "tam"), ()),
    ],
)
def test_an_article_named_by_its_roles_is_a_source(text: str, roles: tuple[str, ...], titled: tuple[str, ...]) -> None:
    found = understand(text, (), ROLES)
    assert (set(found.roles), set(found.titled)) == (set(roles), set(titled))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Does an FDE have to train models?", ("fde",)),
        ("Can an MLE demo the product to buyers?", ("mle",)),
        ("Must a TAM know how to train models?", ("tam",)),
    ],
)
def test_what_a_role_is_asked_to_do_is_no_second_role(text: str, asked: tuple[str, ...]) -> None:
    assert read(text).roles == asked


def test_an_article_named_by_what_it_compares_is_no_role() -> None:
    text = "What comes after being an FDE? Both articles please, the one that compares with TAMs and the other."
    assert read(text).roles == ("fde",)


def test_all_the_figures_are_wanted_and_no_advice() -> None:
    text = "Please give me all the figures for senior FDE pay in the US, I don't want just one article's number."
    assert read(text).kind == "fact"


@pytest.mark.parametrize(
    ("text", "kind", "measure"),
    [
        ("do i need a degree to be an ML engineer", "fact", "education"),
        ("What base should I quote for a senior FDE seat?", "", "pay"),
        ("which one can i rather do from home, AI engineer or ML engineer? figures pls", "comparison", "remote"),
        ("My offer has me report to Engineering as an FDE. Isn't it a field team?", "fact", "reporting"),
    ],
)
def test_what_is_stated_is_asked_for_whoever_asks(text: str, kind: str, measure: str) -> None:
    asked = understand(text, (), ROLES)
    assert measure in asked.measures
    assert not kind or asked.kind == kind
