"""What a reply asks the interviewer to do, or says in the place of an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.reading import Reading
from agent.talk.clarify import about_roles
from agent.talk.form import announces, breaks_off, marked, pauses
from agent.talk.known import STEERS
from agent.talk.piece import Aside
from agent.talk.said import TURNED
from agent.talk.weighed import CLEAR, HARD, LEFT_OUT, OF_ROLES, PLAIN, REST, SURE, VAGUE, outside, tells, weight_of
from agent.understanding.control import goes_on
from agent.understanding.words import phrase

BETWEEN = ("interruption", "greeting", "thanks")  # small talk that asks for nothing
_OF_THEM = re.compile(r"(?:then |so |and )?(?:i|we|he|she|they) (?:\w+ )?(?:go|goes|went|come|came|get|got)\b")
_OF_US = re.compile(  # who or what is to end
    r"\b(?:i|we|me|my|us|our|you|your|let|that|this|it|here['’]s|enough|stop|done|end|finish\w*|over|out|all|no more"
    r"|time|bye|goodbye|interview|questions?|report|result)\b"
)
PLAINLY = frozenset({"change", "finish", "restart"})  # what is told, or asked for in plain words


def steering(heard: Sequence[Aside], reading: Reading, text: str, topic: str) -> Aside | None:
    """What a message asks the interviewer to do, where it says little else."""
    ends = reading.intent in ("decline", "skip")  # who leaves may say so: "That's my time. Close it out."
    if not ends and reading.intent not in ("answer", "question", "off_topic", "why", "dont_know", "change"):
        return None
    for aside in sorted(heard, key=lambda a: -a.score):
        if aside.kind not in STEERS or (ends and (aside.kind != "finish" or aside.score < SURE)):
            continue
        said = text[aside.start : aside.end]
        if aside.kind == "finish" and (goes_on(text) or not _OF_US.search(phrase(said))):
            continue  # "Yes, now we continue.", "The window here doesn't close."
        if aside.kind == "skip" and aside.score < (OF_ROLES if reading.vague else VAGUE if reading.dodged else 0):
            continue  # "This one can't be foretold.", "Pardon, they unload olives here."
        plain = any(tells(e, topic) for e in reading.evidence) and reading.intent != "change"
        if reading.intent == "change" and aside.kind != "back":
            continue
        if aside.kind == "back" and aside.score < VAGUE and aside.lead < LEFT_OUT:
            continue  # near one saying only, and hardly nearer than an answer: "One would have to see"
        rest = weight_of(text[: aside.start]) + weight_of(text[aside.end :])
        if any(e.topic == topic and e.option for e in reading.evidence) and aside.score < HARD:
            continue
        if marked(said) and about_roles(said) and aside.score < OF_ROLES:
            continue
        if marked(said) and aside.kind in PLAINLY and aside.score < HARD:
            continue  # "Did the dog not make it?" ends nothing
        if aside.kind == "back" and aside.score < PLAIN and _OF_THEM.match(phrase(said)):
            continue  # where they go themselves: "I go back to my bench"
        asks_on = marked(text) and not marked(said)
        if not plain and rest <= REST and not (rest and announces(text)) and not asks_on:
            return aside
    return None


def beside(heard: Sequence[Aside], reading: Reading, text: str, topic: str) -> Aside | None:
    """Small talk, or a question that turns ours back, in the place of an answer."""
    if reading.intent not in ("answer", "question", "why") or (reading.intent == "why" and marked(text)):
        return None
    plain = [e for e in reading.evidence if tells(e, topic)]
    if reading.intent == "question" and about_roles(reading.question):
        return None
    for aside in sorted(heard, key=lambda a: -a.score):
        rest = weight_of(text[: aside.start]) + weight_of(text[aside.end :])
        turned = aside.kind == TURNED and rest <= 2 * REST and marked(text[aside.start : aside.end])
        if turned and not (about_roles(text) or announces(text) or any(outside(e, aside) for e in plain)):
            return aside
        if aside.kind != "small" or rest > (2 * REST if aside.id in BETWEEN else 0):
            continue
        clear = aside.score >= CLEAR and aside.lead >= LEFT_OUT and breaks_off(text)
        broken = aside.id == "interruption" and (clear or pauses(text)) and not any(outside(e, aside) for e in plain)
        if (not plain and (not reading.vague or aside.score >= PLAIN)) or broken:
            return aside
    return None
