"""The reader's examples: what simulated people replied, but for those on whom it is measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from agent.guide import Guide, load_guide
from agent.understanding.lexicon import LONGEST
from tests.quality.interviews.respondent import HELD, load
from tests.quality.reading.heard import replies

GUIDES = Path(__file__).parents[3] / "prompts" / "guides"
LONG = 60  # characters from which nobody says the same by chance
PEOPLE = load()


def examples(guide: Guide) -> set[str]:
    options = {text for t in guide.topics for o in t.options for text in o.said}
    return options | {text for t in guide.topics for text in (*t.beside, *t.vague)}


@pytest.mark.parametrize("name", ["career", "hiring", "customer-discovery"])
def test_those_held_back_were_never_heard(name: str) -> None:
    heard = examples(load_guide(GUIDES / f"{name}.yaml")) - examples(load_guide(GUIDES / f"{name}.yaml", heard=False))
    held = {
        reply
        for person in PEOPLE
        if person.guide == name and person.split in HELD
        for topic in person.replies
        for _, reply in replies(person, topic)
        if len(reply) >= LONG
    }
    assert heard
    assert not heard & held
    assert max(map(len, heard)) <= LONGEST


def test_a_reply_that_leads_away_is_heard_as_that_and_the_next_as_an_answer() -> None:
    person = next(p for p in PEOPLE if p.dodged)
    topic = person.dodged[0]
    assert [aside for aside, _ in replies(person, topic)] == ["beside", ""] * 3
