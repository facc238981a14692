"""What a reply is taken for once it is known what of it is said beside the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from agent.reading import Intent, Reading
from agent.talk.asked import after_question, asked
from agent.talk.form import FEW, announces, breaks_off, marked, pauses
from agent.talk.heard import Talk
from agent.talk.piece import Aside
from agent.talk.steered import beside, steering
from agent.talk.verdict import wants_verdict
from agent.talk.weighed import REST, SURE, tells, weight_of
from agent.understanding.control import goes_on

CHAT = "chat"  # the entry of small.yaml that changes the subject
_KEPT = frozenset({"finish", "restart", "back", "confirm", "reject"})


def taken(
    talk: Talk, reading: Reading, text: str, topic: str | None, read: Callable[[str], Reading]
) -> tuple[Reading, Aside | None]:
    """`reading` of `text`, a reply to the question on `topic`, with what is said beside the answer taken for what
    it is; and that aside, None where there is none. An aside beside an answer leaves the answer standing; `read`
    reads what is left of `text`."""
    if reading.intent in _KEPT and not (reading.intent == "back" and breaks_off(text)):
        return reading, None
    heard = talk.heard(text, topic)
    if pause := _pause(heard, reading, text):
        return Reading("empty", left_out=reading.left_out), pause
    if reading.intent == "back":
        return reading, None
    if (end := _end(heard, reading, text, topic)) is not None:
        return Reading("finish", left_out=reading.left_out), end
    if (aside := wants_verdict(text) or asked(heard, reading, text, topic)) is not None:
        return after_question(reading, aside, text, topic, read)
    if topic is None or len(text.split()) > FEW:
        return reading, None
    if (aside := steering(heard, reading, text, topic)) is not None:
        return Reading(cast(Intent, aside.kind), target=reading.target, left_out=reading.left_out), aside
    if (aside := beside(heard, reading, text, topic)) is not None:
        waits = aside.kind == "small" and aside.id != CHAT  # it is no answer, and no way around one
        return Reading("empty" if waits else "off_topic", left_out=reading.left_out), aside
    return reading, None


def _pause(heard: Sequence[Aside], reading: Reading, text: str) -> Aside | None:
    """What breaks in where the words around it would steer: "brb, the toast. Ok, back", "One second. … Go on."."""
    pause = next((a for a in heard if a.id == "interruption"), None)
    if pause is None or not (reading.intent == "back" or (reading.intent == "skip" and breaks_off(text))):
        return None
    back = max((a.score for a in heard if a.kind == "back"), default=0.0)
    return pause if pause.score > back else None  # and not "Sorry, may I go back?"


def _end(heard: Sequence[Aside], reading: Reading, text: str, topic: str | None) -> Aside | None:
    """What ends the interview in one sentence of several, the others being its reason or a wish for the result: "I've
    to cut. My other line is ringing. Finish it without me."."""
    end = max((a for a in heard if a.kind == "finish"), key=lambda a: a.score, default=None)
    if end is None or topic is None or end.score < SURE or marked(text) or goes_on(text) or pauses(text):
        return None
    others = [a for a in heard if a is not end and (a.kind in ("finish", "small") or a.id in ("standing", "outcome"))]
    rest = weight_of(text) - sum(weight_of(text[a.start : a.end]) for a in (end, *others))
    plain = any(tells(e, topic) for e in reading.evidence)
    return end if others and rest <= REST and not plain and not announces(text) else None
