"""An earlier answer that a person wants to be another: which one they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.guide import Guide, Topic
from agent.reading import Reading
from agent.state import InterviewState
from agent.talk.form import FEW, sentences, told_already, wants_change
from agent.talk.heard import Talk
from agent.talk.said import forms
from agent.understanding.words import phrase

NEAR = 0.3  # how near what is said of it has to be to the topic
_STEM = 4  # letters by which a word of the topic is known


def changing(talk: Talk, guide: Guide, state: InterviewState, reading: Reading, text: str) -> Reading:
    """`reading`, as a change of an earlier answer where `text` asks for one and one that was given is meant."""
    pending = state.pending.topic if state.pending else None
    known = [t for t in guide.topics if state.topics[t.id].heard and t.id != pending]
    if reading.intent == "change":
        if reading.target or not known:
            return reading
        target = _meant(talk, known, text)
        return replace(reading, target=target) if target else reading
    if reading.intent not in ("answer", "question", "off_topic") or len(text.split()) > FEW:
        return reading
    asked = [text[a:b] for a, b in sentences(text) if wants_change(text[a:b])]
    if not asked or told_already(asked[0]):
        return reading
    others = [t for t in guide.topics if t.id != pending]
    target = next((t.id for t in others if _named(t, asked[0])), "")
    return Reading("change", (), target=target, left_out=reading.left_out) if target else reading


def _named(topic: Topic, text: str) -> bool:
    """Whether `text` names the topic."""
    said = phrase(text).split()
    names = [w for w in phrase(topic.name).split() if len(w) > _STEM]
    return any(w.startswith(name[: max(_STEM, len(name) - 2)]) for name in names for w in said)


def _meant(talk: Talk, known: Sequence[Topic], text: str) -> str:
    """The topic that what is to be changed is nearest to; "" when it is near none."""
    frame = re.compile(rf"\b(?:{forms('changes')}|{forms('before')})\b")
    left = frame.sub(" ", phrase(text))
    scores = talk.likeness(left, [f"{t.name}. {t.question}" for t in known])
    if scores is None:
        return ""
    best = max(range(len(known)), key=lambda n: scores[n])
    return known[best].id if scores[best] >= NEAR else ""
