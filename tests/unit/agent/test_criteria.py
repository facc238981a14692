"""The criteria files: what they cite exists, and the people that the articles describe come out right."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from agent.assess import scores
from agent.criteria import load_criteria
from agent.grounds import quotes
from agent.guide import GuideError
from corpus.roles import Roles
from tests.unit.agent.persons import GUIDES, ROOT, choices, criteria, grounds, guide, profiles

IDS = {
    "career": {"fde", "mle", "mlops", "tam", "ai-se", "ai-engineer"},
    "hiring": {
        "mle-first",
        "fde-first",
        "both-sequenced",
        "neither-yet",
        "mlops",
        "tam",
        "ai-se",
        "ai-engineer",
    },
    "customer-discovery": {"ready-to-scope", "narrow-the-use-case", "data-first", "people-first", "not-yet"},
}


@pytest.mark.parametrize("id", GUIDES)
def test_every_cited_passage_exists_and_its_quote_stands_in_it(id: str) -> None:
    known = grounds()
    for name, passage, quote in quotes(criteria(id)):
        assert passage in known.passages, f"{name} cites {passage}"
        assert quote, f"{name} has a passage and no quote"
        assert quote in known.passages[passage].text, f"{name}: {quote!r} is not in {passage}"


@pytest.mark.parametrize("id", GUIDES)
def test_a_citation_is_the_slice_of_its_article(id: str) -> None:
    for _, passage, quote in quotes(criteria(id)):
        found = grounds().cite(passage, quote)
        assert found is not None
        assert grounds().articles[found.article].text[found.start : found.end] == found.quote == quote


@pytest.mark.parametrize("id", GUIDES)
def test_the_recommendations_are_those_of_the_contract(id: str) -> None:
    assert {item.id for item in criteria(id).recommendations} == IDS[id]
    assert {role for item in criteria(id).recommendations for role in item.roles} <= set(Roles.shipped().all)


@pytest.mark.parametrize("id", GUIDES)
def test_each_recommendation_has_reasons_for_and_against_it(id: str) -> None:
    for item in criteria(id).recommendations:
        weights = [c.weight for c in criteria(id).criteria if c.of == item.id]
        assert sum(w > 0 for w in weights) >= 4, item.id
        assert item.id == "both-sequenced" or any(w < 0 for w in weights), item.id
        assert item.definition, item.id
        assert item.headline, item.id


@pytest.mark.parametrize("id", GUIDES)
def test_a_criterion_stands_once(id: str) -> None:
    keys = [(c.of, c.topic, c.option) for c in criteria(id).criteria]
    assert len(keys) == len(set(keys))
    names = [c.id for c in criteria(id).criteria]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("id", GUIDES)
def test_what_warnings_transitions_and_deadlines_name_exists(id: str) -> None:
    known = {(topic.id, option.id) for topic in guide(id).topics for option in topic.options}
    rules = criteria(id)
    assert {(w.topic, w.option) for w in rules.warnings} <= known
    assert all({way.start, way.to} <= set(Roles.shipped().all) for way in rules.transitions)
    if rules.present:
        assert {(rules.present.topic, option) for option in rules.present.roles} <= known
    if rules.deadline:
        assert {(rules.deadline.topic, option) for option in rules.deadline.months} <= known
    assert all(set(item.sequence) <= IDS[id] for item in rules.recommendations)


@pytest.mark.parametrize("profile", profiles(), ids=lambda p: p["name"])
def test_the_people_of_the_articles_come_out_right(profile: dict[str, Any]) -> None:
    total = scores(criteria(profile["guide"]), choices(profile["answers"]))
    first, second = sorted(total, key=lambda id: -total[id])[:2]
    assert first == profile["best"], total
    assert total[first] - total[second] >= 2, total
    assert total[second] < 3 or second in profile["second"], total


def test_every_outcome_has_two_profiles() -> None:
    for id, outcomes in IDS.items():
        best = [p["best"] for p in profiles() if p["guide"] == id]
        assert all(best.count(outcome) >= 2 for outcome in outcomes)


@pytest.mark.parametrize("profile", profiles(), ids=lambda p: p["name"])
def test_no_single_answer_decides(profile: dict[str, Any]) -> None:
    """Save one: that the problem is not validated, which the articles put before everything else."""
    for left_out in profile["answers"]:
        if (left_out, profile["best"]) != ("stage", "neither-yet"):
            assert _first(profile, (left_out,)) == profile["best"], left_out


def test_two_answers_seldom_decide() -> None:
    flips = pairs = 0
    for profile in profiles():
        for left_out in combinations(profile["answers"], 2):
            pairs += 1
            flips += _first(profile, left_out) != profile["best"]
    assert flips / pairs < 0.03, f"{flips} of {pairs}"


@pytest.mark.parametrize("best", sorted(IDS["hiring"] - {"neither-yet"}))
def test_an_unvalidated_problem_takes_the_lead_from_half_hearted_cases(best: str) -> None:
    for profile in profiles():
        if profile["best"] == best and profile["guide"] == "hiring":
            answers = {**dict(list(profile["answers"].items())[:4]), "stage": "unvalidated"}
            total = scores(criteria("hiring"), choices(answers))
            lead = max(total[id] for id in total if id != "neither-yet") - total["neither-yet"]
            assert lead < 2, (profile["name"], total)


def test_a_criterion_for_an_unknown_option_is_refused(tmp_path: Any) -> None:
    path = tmp_path / "career.yaml"
    text = (ROOT / "prompts" / "criteria" / "career.yaml").read_text(encoding="utf-8")
    path.write_text(text.replace("topic: coding, option: daily", "topic: coding, option: hourly", 1), encoding="utf-8")
    with pytest.raises(GuideError, match="coding/hourly"):
        load_criteria(path, guide("career"))


def _first(profile: dict[str, Any], left_out: tuple[str, ...]) -> str:
    answers = {topic: option for topic, option in profile["answers"].items() if topic not in left_out}
    total = scores(criteria(profile["guide"]), choices(answers))
    return max(total, key=lambda id: total[id])
