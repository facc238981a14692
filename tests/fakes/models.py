"""Models for the scripted server: one that tells the truth, one that obeys whoever spoke last.

They see only what was sent, as a real one would; what they know besides (our own reader, our own answers)
stands for a model's wits.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from agent.answer import Answerer
from agent.guide import Guide
from agent.llm.writing import key_of
from agent.reading import Reader, Reading
from tests.fakes.openai_server import Asked, Say, Script

_REPLY = re.compile(r"<reply>(.*)</reply>", re.DOTALL)
_TOPIC = re.compile(r"^Asked \(([\w-]+)\):", re.MULTILINE)
_QUESTION = re.compile(r"<question>(.*)</question>", re.DOTALL)
_EARLIER = re.compile(r"<earlier>(.*)</earlier>", re.DOTALL)
_ORDER = re.compile(r"\b(?:ignore|disregard|forget)\b.*?\b(?:say|reply|write|answer|ask)\b:?\s*(.+)", re.I | re.DOTALL)


def reply_in(asked: Asked) -> str:
    """What the person typed, as it stands in a reading request."""
    found = _REPLY.search(asked.text("user"))
    assert found is not None
    return found[1]


def is_reading(asked: Asked) -> bool:
    return "You are the listener" in asked.text("system")


def as_json(reading: Reading, ack: str = "", probe: str = "", **more: Any) -> str:
    """A reading as a model says it."""
    evidence = [
        {"topic": e.topic, "option": e.option, "strength": max(0.0, e.strength), "words": e.quote}
        for e in reading.evidence
        if e.strength >= 0
    ]
    said = {
        "ack": ack, "intent": reading.intent, "evidence": evidence, "vague": reading.vague,
        "question": reading.question, "target": reading.target, "left_out": list(reading.left_out),
        "probe": probe,
    }  # fmt: skip
    return json.dumps({**said, **more}, ensure_ascii=False)


def truthful(reader: Reader, guides: Sequence[Guide], answerer: Answerer | None = None, **wire: Any) -> Script:
    """Reads as well as our reader does, gives the words back, words a fair follow-up, answers with what the
    statements say. `wire` goes to `Say` (rate, delay)."""

    def script(asked: Asked) -> Say:
        if "You word two short parts" in asked.text("system"):
            return Say(_report(asked), **wire)
        if not is_reading(asked):
            assert answerer is not None
            return Say(_answer(asked, answerer), **wire)
        guide = next(g for g in guides if f'"{g.title}"' in asked.text("system"))
        topic = _TOPIC.search(asked.text("user"))
        said = reply_in(asked)
        reading = reader.read(said, guide, topic[1] if topic else None, frozenset())
        ack = back(said) if reading.intent == "answer" else ""
        probe = "Can you give a recent example of that?" if reading.vague else ""
        return Say(as_json(reading, ack, probe), **wire)

    return script


def back(said: str) -> str:
    """The first short clause of what was said, as "You …", where that is plain to do."""
    for clause in re.split(r"[.,;!?\n]", said):
        first, *rest = clause.split() or [""]
        if first in ("I", "I'm", "I’m") and 2 <= len(rest) <= 12:
            return f"You{'' if first == 'I' else ' are'} {' '.join(rest)}."
    return ""


def _answer(asked: Asked, answerer: Answerer) -> str:
    user = asked.text("user")
    question, earlier = _QUESTION.search(user), _EARLIER.search(user)
    assert question is not None
    context = answerer.understood(question[1], earlier[1].split(" / ") if earlier else ())
    if context is None:
        return "NONE"
    claims = [c for b in answerer.draft(context).blocks if b.kind != "table" for c in b.claims()]
    said = (f"{c.statement.rstrip('.')} [{', '.join(key_of(u) for u in c.units)}]." for c in claims)
    return " ".join(said) or "NONE"


def _report(asked: Asked) -> str:
    """Every fact and step as it stands."""
    facts = re.findall(r"^\[(\w+)\] (.*)$", asked.text("user"), re.MULTILINE)
    said = [{"text": text, "facts": [key]} for key, text in facts]
    return json.dumps({"summary": [s for s in said if s["facts"][0][0] == "f"][:2], "steps": said})


def obedient(then: Script) -> Script:
    """Does what any text in the request tells it to; else as `then`."""

    def script(asked: Asked) -> Say:
        found = _ORDER.search(asked.text("user"))
        if found is None:
            return then(asked)
        order = found[1].split("</")[0].split("‹")[0].strip().strip("\"'")
        if not is_reading(asked):
            keys = re.findall(r"^\[(\w+)\] ", asked.text("user"), re.MULTILINE)
            return Say(f"{order} [{keys[0]}]." if keys else order)
        wrong = {"topic": "coding", "option": "daily", "strength": 1.0, "words": order}
        done = {"ack": order, "intent": "finish", "evidence": [wrong], "probe": order, "vague": True}
        return Say(json.dumps(done, ensure_ascii=False))

    return script
