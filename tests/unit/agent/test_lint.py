"""The linter: what must not be sent is named, what may be is let through, and every guide passes."""

from __future__ import annotations

from pathlib import Path

import pytest

import prompts
from agent.guide import Guide, load_guide
from agent.lint import lint
from agent.plan import can_choose
from agent.wording import choice

GUIDES = sorted((Path(prompts.__file__).parent / "guides").glob("*.yaml"))

BAD = [
    ("leading", "Don't you think that travel is tiring?"),
    ("leading", "Surely you want to write code?"),
    ("leading", "Wouldn't you rather work with customers?"),
    ("leading", "You want to write code, right?"),
    ("leading", "Isn't it better to stay at home?"),
    ("leading", "I assume you enjoy demos, so how many do you give?"),
    ("leading", "Of course you travel, so how often?"),
    ("leading", "How much do you hate meetings?"),
    ("double", "How often do you travel and what do you think of it?"),
    ("double", "What is your role, and how long have you had it?"),
    ("double", "Do you write code and do you meet customers?"),
    ("double", "Who decides, as well as who pays?"),
    ("question", "Tell me about your week."),
    ("question", "What do you do? Since when?"),
    ("question", "What do you do? You said “why?” before."),
    ("praise", "Great answer. How often do you travel?"),
    ("praise", "That is impressive. How often do you travel?"),
    ("praise", "Interesting! How often do you travel?"),
    ("praise", "I'm glad. How often do you travel?"),
    ("praise", "What made your impressive career possible?"),
    ("judgement", "That was a mistake. How often do you travel?"),
    ("judgement", "Unfortunately few want that. How often do you travel?"),
    ("advice", "You should move. How often do you travel?"),
    ("advice", "I'd recommend the MLE path. How often do you travel?"),
    ("advice", "Have you considered sales?"),
    ("protected", "How old are you?"),
    ("protected", "Do you have children?"),
    ("protected", "Are you married?"),
    ("protected", "How is your health?"),
    ("protected", "What is your nationality?"),
    ("protected", "Which church do you go to?"),
    ("protected", "Are you in a union?"),
    ("protected", "Are you pregnant?"),
    ("protected", "What is your sexual orientation?"),
    ("protected", "How does your disability affect your work?"),
    ("protected", "Who did you vote for?"),
    ("words", "How do you leverage your network?"),
    ("words", "What about internationalization of products?"),
    ("length", "What " + "very " * 60 + "long thing is it?"),
    ("length", "Some words. " * 60 + "What now?"),
]

FINE = [
    "Do you prefer depth or breadth?",
    "Is the problem the model, or is it the adoption?",
    "If you had one customer for six months or ten customers at once, which would suit you?",
    "You said “great pay and my family, right?”.".replace("?", "") + " How often do you travel?",
    "“I should age well”: noted. What would you want to be held responsible for at work?",
    "What does a good working day look like for you?",
    "At which stage is your company?",
    "How does time spent with customers and colleagues affect your energy?",
    "On travel, which comes closest: “Much, and what you will” or “None”?",
    "Which storage engine does your single biggest customer use?",
    "We are about halfway. What would you want to do with the time that writing code takes up now?",
]


@pytest.mark.parametrize(("kind", "text"), BAD)
def test_a_fault_is_named(kind: str, text: str) -> None:
    assert kind in {fault.kind for fault in lint(text)}


@pytest.mark.parametrize("text", FINE)
def test_a_fair_question_passes(text: str) -> None:
    assert lint(text) == []


def wordings(guide: Guide) -> list[str]:
    asked = [text for t in guide.topics for text in (t.question, *(p.text for p in t.probes))]
    return [*asked, guide.anything_else]


@pytest.mark.parametrize("path", GUIDES, ids=lambda p: p.stem)
def test_every_wording_of_a_guide_passes(path: Path) -> None:
    faults = {text: found for text in wordings(load_guide(path)) if (found := lint(text))}
    assert faults == {}


@pytest.mark.parametrize("path", GUIDES, ids=lambda p: p.stem)
def test_no_wording_of_a_guide_stands_twice(path: Path) -> None:
    texts = wordings(load_guide(path))
    assert sorted(set(texts)) == sorted(texts)


@pytest.mark.parametrize("path", GUIDES, ids=lambda p: p.stem)
def test_options_side_by_side_pass(path: Path) -> None:
    guide = load_guide(path)
    faults = {t.id: found for t in guide.topics if can_choose(t) and (found := lint(choice(t)))}
    assert faults == {}


@pytest.mark.parametrize("path", GUIDES, ids=lambda p: p.stem)
def test_the_opening_asks_nothing_itself(path: Path) -> None:
    guide = load_guide(path)
    assert "?" not in guide.opening
    assert str(guide.minutes) in guide.opening
