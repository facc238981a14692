"""An earlier answer that a person wants to be another: which one they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.guide import Guide, Topic
from agent.reading import Reading
from agent.state import InterviewState
from agent.talk.form import FEW, asks_to_change, sentences, told_already
from agent.talk.heard import Talk
from agent.talk.recalled import recalled
from agent.talk.said import forms
from agent.understanding.control import wants_change
from agent.understanding.manner import weight
from agent.understanding.weighing import FIRM
from agent.understanding.words import phrase

NEAR, NEARER = 0.3, 0.55  # how near what is said of it has to be to the topic; where no word asks for a change
NO_TOPIC = "a change without a topic"  # why somebody is asked to name it
_NUMBER = re.compile(r"\d[\d.,]*\d")  # one digit may number anything
_PAY = re.compile(r"\b(?:pay|salary|money|budget|comp|compensation|package|wages?)\b", re.IGNORECASE)
_COMMON = frozenset("after before want work time done use".split())  # of a topic's name, what many a sentence has
_STEM = 4  # letters by which a word of the topic is known


def changing(talk: Talk, guide: Guide, state: InterviewState, reading: Reading, text: str) -> Reading:
    """`reading`, as a change of an earlier answer where `text` asks for one and one that was given is meant."""
    pending = state.pending.topic if state.pending else None
    known = [t for t in guide.topics if state.topics[t.id].heard and t.id != pending]
    if reading.intent == "change" and _taken_before(state, text):
        return replace(reading, intent="answer", target="")  # it did not help them to be asked again
    if reading.intent == "change":
        if (target := _of_pay(guide, text)) and not _says(reading, reading.target):
            evidence = tuple(e for e in reading.evidence if e.topic == target)
            return replace(reading, target=target, evidence=evidence)
        if (not reading.target or reading.target == pending) and (target := _held(talk, known, state, text)):
            evidence = tuple(e for e in reading.evidence if e.topic == target)
            return replace(reading, target=target, evidence=evidence)
        if reading.target:
            return reading
        if not known:
            return reading
        named = next((t.id for t in known if _named(t, text)), "")
        if target := _of_number(state, text, [t.id for t in known]) or named:
            return replace(reading, target=target)
        if pending and guide.topic(pending).slots and _NUMBER.search(text):
            return replace(reading, intent="answer")  # a figure, as the question asks for one
        in_words = asks_to_change(text) or wants_change(phrase(text))
        if target := _meant(talk, known, text, NEAR if in_words else NEARER):
            return replace(reading, target=target)
        return replace(reading, intent="answer") if _refused(state) else reading
    if reading.intent not in ("answer", "question", "off_topic") or len(text.split()) > FEW:
        return reading
    asked = [text[a:b] for a, b in sentences(text) if asks_to_change(text[a:b])]
    if not asked or told_already(asked[0]):
        return reading
    others = [t for t in guide.topics if t.id != pending]
    target = next((t.id for t in others if _named(t, asked[0])), "")
    return Reading("change", (), target=target, left_out=reading.left_out) if target else reading


def _of_number(state: InterviewState, text: str, topics: Sequence[str]) -> str:
    """Of `topics`, that of the last answer that holds a number of `text` ("put 205 where I said 190"); "" for none."""
    numbers = set(_NUMBER.findall(text))
    asked = {m.id: m.topic for m in state.messages if m.author == "interviewer"}
    for message in reversed(state.messages):
        answers = message.reading is not None and message.reading.intent == "answer" and message.text != text
        topic = (asked.get(message.replies_to) if answers else None) or ""
        if topic in topics and numbers & set(_NUMBER.findall(message.text)):
            return topic
    return ""


def _held(talk: Talk, known: Sequence[Topic], state: InterviewState, text: str) -> str:
    """The topic whose answer held what is taken back; where several held it, the one that the rest is nearest to. A
    bare "two" stands anywhere: it has to be near as well."""
    fits = recalled(state, text, [t.id for t in known])
    best = [t for t in known if fits.get(t.id) and fits[t.id] == max(fits.values())]
    if not best or max(fits.values()) == 1:
        return _meant(talk, best, text, NEARER) if best else ""
    return best[0].id if len(best) == 1 else _meant(talk, best, text, -1.0)


def _says(reading: Reading, topic: str) -> bool:
    """Whether a rule found what the change says on a topic."""
    return any(e.topic == topic and e.strength >= FIRM for e in reading.evidence)


def _of_pay(guide: Guide, text: str) -> str:
    """The topic that holds an amount of money, where pay is set right with a number; asked about yet or not."""
    if not (_PAY.search(text) and _NUMBER.search(text)):
        return ""
    return next((t.id for t in guide.topics if "money" in t.slots), "")


def _taken_before(state: InterviewState, text: str) -> bool:
    """Whether the very same words were taken as a change already."""
    return any(m.reading is not None and m.reading.intent == "change" and m.text == text for m in state.messages[:-1])


def _refused(state: InterviewState) -> bool:
    """Whether they have just been asked to name the topic: once is enough."""
    return state.last_told is not None and state.last_told.reason == NO_TOPIC


def _named(topic: Topic, text: str) -> bool:
    """Whether `text` names the topic."""
    said = phrase(text).split()
    names = [w for w in phrase(topic.name).split() if weight([w]) and w not in _COMMON]
    return any(
        w == name or (len(name) > _STEM and w.startswith(name[: max(_STEM, len(name) - 2)]))
        for name in names
        for w in said
    )


def _meant(talk: Talk, known: Sequence[Topic], text: str, least: float) -> str:
    """The topic that what is to be changed is nearest to; "" when it is not as near as `least`."""
    frame = re.compile(rf"\b(?:{forms('changes')}|{forms('before')})\b")
    left = frame.sub(" ", phrase(text))
    scores = talk.likeness(left, [f"{t.name}. {t.question}" for t in known])
    if scores is None:
        return ""
    best = max(range(len(known)), key=lambda n: scores[n])
    return known[best].id if scores[best] >= least else ""
