"""The assessment: sums that add up, evidence that counts, ties, influence and what would tip a ranking."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.assess import assess, evidence, influence, scores
from agent.events import Ranked
from agent.reporting.tip import what_would_tip
from agent.state import Contradiction, InterviewState, TopicState
from tests.unit.agent.persons import GUIDES, choices, criteria, grounds, guide, heard, profiles, state


def ranked(given_state: InterviewState) -> dict[str, Ranked]:
    id = given_state.guide
    return {each.id: each for each in assess(criteria(id), guide(id), given_state, grounds().cite)}


def topics(*known: TopicState) -> dict[str, TopicState]:
    return {each.id: each for each in known}


@pytest.mark.parametrize("profile", profiles(), ids=lambda p: p["name"])
def test_scores_are_the_sums_of_their_reasons(profile: dict[str, Any]) -> None:
    for each in ranked(state(profile["guide"], profile["answers"])).values():
        assert each.score == round(each.base + sum(r.points for r in each.reasons), 1)
        assert all(r.points == round(r.points, 1) != 0 for r in each.reasons)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_strengths_add_up(data: st.DataObject) -> None:
    known = {}
    for topic in guide("hiring").topics:
        strength = data.draw(st.floats(-1, 1, allow_nan=False))
        option = data.draw(st.sampled_from([o.id for o in topic.options]))
        known[topic.id] = TopicState(topic.id, "settled", (heard(topic.id, option, "words", strength),))
    for each in ranked(state("hiring", {}, topics=known)).values():
        assert each.score == round(each.base + sum(r.points for r in each.reasons), 1)


def test_a_reason_carries_words_and_source() -> None:
    known = TopicState("coding", "settled", (heard("coding", "daily", "I code all day", message="m7"),))
    reason = ranked(state("career", {}, topics=topics(known)))["fde"].reasons[0]
    assert (reason.message, reason.quote, reason.topic, reason.option) == (
        "m7",
        "I code all day",
        "coding",
        "daily",
    )
    article = grounds().articles[reason.citation.article]
    assert article.text[reason.citation.start : reason.citation.end] == reason.citation.quote


def test_hedged_words_count_less_and_denied_ones_against() -> None:
    def fde(strength: float) -> float:
        known = TopicState("coding", "settled", (heard("coding", "daily", "maybe", strength),))
        return ranked(state("career", {}, topics=topics(known)))["fde"].score

    assert 0 < fde(0.5) < fde(1.0)
    assert -fde(1.0) < fde(-1.0) < 0
    assert fde(0.0) == 0


def test_denying_what_speaks_against_a_role_does_not_speak_for_it() -> None:
    known = TopicState("coding", "settled", (heard("coding", "none", "not that I would give up code", -1.0),))
    everyone = ranked(state("career", {}, topics=topics(known)))
    assert everyone["fde"].reasons == ()
    assert everyone["tam"].score < 0


def test_a_denied_reason_says_so() -> None:
    known = TopicState("coding", "settled", (heard("coding", "daily", "not every day", -1.0),))
    assert ranked(state("career", {}, topics=topics(known)))["fde"].reasons[0].statement.startswith("You spoke against")


def test_the_strongest_words_count_once_and_the_latest_of_equals() -> None:
    said = (
        heard("coding", "daily", "first", 1.0, "m2"),
        heard("coding", "daily", "weaker", 0.5, "m4"),
        heard("coding", "daily", "last", 1.0, "m6"),
    )
    counted = evidence(state("career", {}, topics=topics(TopicState("coding", "settled", said))))
    assert counted["coding", "daily"].heard.quote == "last"
    assert counted["coding", "daily"].strength == 1.0


def test_replaced_words_do_not_count() -> None:
    known = TopicState("coding", "settled", (), replaced=(heard("coding", "daily", "old"),))
    assert ranked(state("career", {}, topics=topics(known)))["fde"].reasons == ()


def test_while_a_contradiction_is_open_both_sides_count_half() -> None:
    daily, none = heard("coding", "daily", "every day"), heard("coding", "none", "never", message="m4")
    known = TopicState("coding", "settled", (daily, none))
    clash = Contradiction("coding", daily, none)
    clashing = state("career", {}, topics=topics(known), contradictions=(clash,))
    assert [c.strength for c in evidence(clashing).values()] == [0.5, 0.5]
    settled = replace(clashing, contradictions=(replace(clash, kept="daily"),))
    assert [c.strength for c in evidence(settled).values()] == [1.0, 1.0]


def test_options_the_guide_does_not_know_and_open_words_are_passed_over() -> None:
    known = TopicState("coding", "settled", (heard("coding", "hourly", "x"), heard("coding", None, "y")))
    assert all(not each.reasons for each in ranked(state("career", {}, topics=topics(known))).values())


def test_equal_scores_keep_the_order_of_the_file() -> None:
    order = [each.id for each in assess(criteria("career"), guide("career"), state("career", {}), grounds().cite)]
    assert order == [item.id for item in criteria("career").recommendations]


def test_without_its_article_a_criterion_does_not_count() -> None:
    some = assess(criteria("career"), guide("career"), state("career", {"coding": "daily"}), lambda _p, _q: None)
    assert all(each.score == 0 and not each.reasons for each in some)


@pytest.mark.parametrize("id", GUIDES)
def test_influence_is_of_the_topics_that_criteria_ask_for(id: str) -> None:
    asked = {c.topic for c in criteria(id).criteria}
    for topic in guide(id).topics:
        assert (influence(criteria(id), topic.id, state(id, {})) > 0) == (topic.id in asked)


def test_what_no_leader_hangs_on_has_no_influence() -> None:
    answers = next(p["answers"] for p in profiles() if p["name"] == "keeper of customers")
    before = influence(criteria("career"), "research", state("career", {}))
    assert influence(criteria("career"), "research", state("career", answers)) < before


@pytest.mark.parametrize("profile", profiles(), ids=lambda p: p["name"])
def test_a_tip_does_what_it_says(profile: dict[str, Any]) -> None:
    id = profile["guide"]
    for tip in what_would_tip(criteria(id), state(id, profile["answers"])):
        changed = {topic for topic, _ in tip.answers}
        answers = {topic: option for topic, option in profile["answers"].items() if topic not in changed}
        total = scores(criteria(id), choices({**answers, **dict(tip.answers)}))
        best = sorted(total, key=lambda each: -total[each])
        assert best[0] == tip.first != profile["best"]
        assert tip.margin == pytest.approx(total[best[0]] - total[best[1]])


def test_open_topics_tip_first() -> None:
    some = state("career", {"coding": "daily", "customers": "daily"})
    tips = what_would_tip(criteria("career"), some)
    assert tips
    assert all(tip.open and not {topic for topic, _ in tip.answers} & {"coding", "customers"} for tip in tips)


def test_nothing_heard_tips_nothing() -> None:
    assert what_would_tip(criteria("career"), state("career", {})) == ()
