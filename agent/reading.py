"""What a message says: the value that both engines, keyless and model, make of it. The words are always exact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from agent.guide import Guide

Intent = Literal[
    "answer",
    "question",
    "skip",
    "dont_know",
    "decline",
    "back",
    "finish",
    "why",
    "left",
    "summary",
    "restart",
    "resume",
    "change",
    "confirm",
    "reject",
    "off_topic",
    "empty",
]
Manner = Literal["stated", "hedged", "conditional", "reported", "negated"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a message that speak about a topic. `quote` == message[start:end]. `strength` 0..1 for the option
    (1 = said plainly, 0.5 = hedged or conditional, 0 = someone else's view); an option denied is
    recorded as the option that the denial means, or with a negative strength where none does.
    `option` None: substantive words on an open topic."""

    topic: str
    option: str | None
    strength: float
    quote: str
    start: int
    end: int
    manner: Manner = "stated"


@dataclass(frozen=True, slots=True)
class Reading:
    """`question` is the part of the message that asks us something, `target` the topic a change is about;
    `values` are slots read from it (e.g. {"place": "Berlin", "months": "6"});
    `left_out` are the kinds of protected facts the person volunteered (e.g. "health"), kept out of evidence."""

    intent: Intent
    evidence: tuple[Evidence, ...] = ()
    question: str = ""
    target: str = ""
    vague: bool = False
    dodged: bool = False
    values: tuple[tuple[str, str], ...] = ()
    left_out: tuple[str, ...] = ()


class Reader(Protocol):
    """Understands one message in the light of what is pending. Never raises on odd input."""

    def read(self, message: str, guide: Guide, pending: str | None, settled: frozenset[str]) -> Reading:
        """`pending` is the id of the topic just asked about, `settled` those already known."""
