"""The guides as data: what every one of them must hold, whoever edits it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from agent.guide import Guide, load_guide
from agent.understand import KeylessReader
from agent.understanding.protected import protected

PATHS = sorted((Path(__file__).parents[2] / "prompts" / "guides").glob("*.yaml"))
GUIDES = [load_guide(p) for p in PATHS]
QUESTIONS = sorted({text for g in GUIDES for t in g.topics for text in (t.question, *(p.text for p in t.probes))})
CAREER = """role coding customers travel breadth rhythm accountability income layer presenting research place-pay
timeline goal constraints""".split()
HIRING = (
    """stage product stall bottleneck team accounts after-sale demos reliability budget timing success scope""".split()
)


def test_career_and_hiring_ask_for_all_that_they_were_made_for() -> None:
    topics = {g.id: [t.id for t in g.topics] for g in GUIDES}

    assert topics["career"] == CAREER
    assert topics["hiring"] == HIRING
    assert len(topics) >= 3


@pytest.mark.parametrize("guide", GUIDES, ids=lambda g: g.id)
def test_every_topic_can_be_probed_in_two_ways(guide: Guide) -> None:
    for topic in guide.topics:
        kinds = {p.kind for p in topic.probes}
        vague = [p for p in topic.probes if not p.about]
        assert len(kinds) >= 2, topic.id
        assert len({p.kind for p in vague}) >= 2 or len(vague) == 1, topic.id
        assert vague, topic.id


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_question_is_one_open_fair_question(text: str) -> None:
    assert text.count("?") == 1
    assert text.endswith("?")
    assert len(text.split()) <= 26
    assert not re.match(r"(?i)(do|does|did|are|is|don't|wouldn't|isn't|surely)\b", text), "a yes or no will not do"
    assert not re.search(r"(?i)\b(of course|obviously|great|surely|don't you|isn't it|should you)\b", text)
    assert not protected(text)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda g: g.id)
def test_options_resolve(guide: Guide) -> None:
    for topic in guide.topics:
        ids = {o.id for o in topic.options}
        for option in topic.options:
            assert option.opposite is None or option.opposite in ids
            assert set(option.all_of) <= ids
            assert option.summary[0].islower(), "completes “You …”"
            assert not option.summary.endswith(".")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda g: g.id)
def test_a_label_is_understood_as_its_own_option(guide: Guide) -> None:
    reader = KeylessReader()
    missed = []
    for topic in guide.topics:
        for option in topic.options:
            said = [e for e in reader.read(option.label, guide, topic.id, frozenset()).evidence if e.topic == topic.id]
            if not said or max(said, key=lambda e: e.strength).option != option.id:
                missed.append((topic.id, option.label, [(e.option, e.strength) for e in said]))
    assert not missed
