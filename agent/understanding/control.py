"""What a person tells the interviewer to do, in words."""

from __future__ import annotations

import re
from functools import cache
from typing import get_args

from agent.reading import Intent
from agent.understanding.lists import any_of, anywhere, at_start, names
from agent.understanding.words import phrase

_NAMES = re.compile(
    r"(?:\w+(?:'\w+)? ){0,5}(?:change|correct|fix|redo|revise|amend|update) (?:my|the|what|that|an?) "
    r"(?:answer|answers|reply|one|i (?:said|told you|answered|wrote)) (?:on|about|for|regarding)"
    r"(?: (?!(?:to|is|it|make|into|no|none|never|not)\b)\w+){1,4}"
)


def control(text: str, pending: str | None) -> Intent | None:
    """The intent of a message that is a control as a whole; `text` is words joined by spaces."""
    for intent, pattern in _controls():
        if pattern.match(text):
            return intent
    if pending is None:
        if _confirms().match(text):
            return "confirm"
        if at_start("control", "reject").match(text) or at_start("control", "nothing").match(text):
            return "reject"
    return None


def goes_on(message: str) -> bool:
    """Whether somebody who stopped wants the questions after all."""
    return anywhere("control", "goes_on").search(phrase(message)) is not None


def wants_change(text: str) -> bool:
    return bool(anywhere("control", "change").search(anywhere("control", "recalls").sub(" ", text)))


def only_names(message: str) -> bool:
    """Whether a wish to change says what is to be changed, and not to what: "correct what I said on travel"."""
    return ":" not in message and _NAMES.fullmatch(phrase(message)) is not None


@cache
def _controls() -> tuple[tuple[Intent, re.Pattern[str]], ...]:
    """The lists of control.yaml that are named for an intent and hold for a message as a whole, in their order."""
    lead_in, tail = any_of("control", "lead_in"), any_of("control", "tail")
    apart = ("confirm", "reject", "change")
    whole = [i for n in names("control") for i in get_args(Intent) if i == n and i not in apart]
    return tuple((i, re.compile(rf"^(?:{lead_in} )*{any_of('control', i)}(?: {tail})*$")) for i in whole)


@cache
def _confirms() -> re.Pattern[str]:
    confirm, tail = any_of("control", "confirm"), any_of("control", "confirm_tail")
    return re.compile(rf"^(?:{confirm} ?)+(?: ?{tail})*$")
