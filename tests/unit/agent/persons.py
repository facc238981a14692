"""Interviews that never took place, as states: what was chosen, said in the guide's own phrases."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from agent.criteria import Criteria, load_criteria
from agent.events import Report
from agent.grounds import Grounds
from agent.guide import Guide, load_guide
from agent.reading import Evidence
from agent.report import report
from agent.state import Heard, InterviewState, TopicState
from corpus.article import Article
from corpus.figures import Figure, figures_of
from corpus.load import read_article
from corpus.roles import Roles
from corpus.units import units_of

ROOT = Path(__file__).parents[3]
GUIDES = ("career", "hiring", "customer-discovery")
Answers = Mapping[str, Any]


@cache
def guide(id: str) -> Guide:
    return load_guide(ROOT / "prompts" / "guides" / f"{id}.yaml")


@cache
def criteria(id: str) -> Criteria:
    return load_criteria(ROOT / "prompts" / "criteria" / f"{id}.yaml", guide(id))


@cache
def articles() -> dict[str, Article]:
    paths = sorted((ROOT / "corpus" / "articles").glob("*.md"))
    read = (read_article(path, path.read_bytes(), shipped=True) for path in paths)
    return {article.id: article for article in read}


@cache
def grounds() -> Grounds:
    return Grounds(articles(), {p.id: p for article in articles().values() for p in article.passages})


@cache
def figures() -> tuple[Figure, ...]:
    roles = Roles.shipped()
    return tuple(f for article in articles().values() for f in figures_of(units_of(article, roles)))


@cache
def profiles() -> tuple[dict[str, Any], ...]:
    return tuple(yaml.safe_load((Path(__file__).parent / "profiles.yaml").read_text(encoding="utf-8")))


def choices(answers: Answers) -> dict[tuple[str, str], float]:
    return {
        (topic, option): 1.0
        for topic, chosen in answers.items()
        for option in ([chosen] if isinstance(chosen, str) else chosen)
    }


def heard(topic: str, option: str | None, quote: str, strength: float = 1.0, message: str = "m2") -> Heard:
    return Heard(message, Evidence(topic, option, strength, quote, 0, len(quote)))


def state(id: str, answers: Answers, **more: Any) -> InterviewState:
    """A state in which each answer was said in a phrase of the guide."""
    topics = {topic.id: TopicState(topic.id) for topic in guide(id).topics}
    for n, (topic, option) in enumerate(choices(answers), 1):
        words = guide(id).topic(topic).option(option).examples[0]
        known = topics[topic].heard
        topics[topic] = TopicState(topic, "settled", (*known, heard(topic, option, words, message=f"m{2 * n}")))
    return InterviewState(id="an-interview", guide=id, topics={**topics, **more.pop("topics", {})}, **more)


def told(id: str, answers: Answers, **more: Any) -> Report:
    names = {role: Roles.shipped().name(role) for role in Roles.shipped().all}
    return report(guide(id), criteria(id), state(id, answers, **more), grounds(), figures(), names)
