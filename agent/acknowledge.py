"""What is said about the last answer before the next question: the person's own words, never a judgement, and
never what we make of them, which the summary puts up for correction.

Deterministic: the same state gives the same words, and the pattern changes from turn to turn.
"""

from __future__ import annotations

import re

from agent.guide import Guide
from agent.plan import Move
from agent.quote import echo, telling
from agent.state import Heard, InterviewState, Message
from agent.talk.form import told_already

LONG = 90  # words of an answer that get a word of thanks
LATELY = 2  # questions after one with a quote that have none
LISTED = 3  # topics named at most as settled in passing

_QUOTING = (
    "You said “{q}”.",
    "“{q}”: I have that down.",
    "Noted: “{q}”.",
    "I'll keep “{q}” in mind.",
    "“{q}”, I see.",
)
_NEXT = ("Next: {n}.", "Another subject: {n}.")
_SKIPPED = ("We leave that out.", "That stays out, then.", "Left out.")
_UNKNOWN = ("That can stay open.", "I'll mark that as open.", "Open, then.")
_AGAIN = ("I would like to come back to this once.", "Let me ask that once more, in other words.")
_CLOSER = ("You said “{q}”.", "Let me stay with “{q}” for a moment.", "I'd like to understand “{q}” better.")
_BACK_TO = "Back to {n}."
_MISSED = "If you have told me already, I did not recognise it."
_REFERS = re.compile(r"\b(?:that|this|those|it|so)\b", re.IGNORECASE)  # a follow-up that leans on what was said
_THANKS = "Thank you for the detail."
_WORD = re.compile(r"[a-z]{4,}")
_LEFT_OUT = "One personal detail I leave out: it plays no part in the result."


def acknowledge(guide: Guide, state: InterviewState, move: Move) -> str:
    """One or two short sentences, or nothing. Holds no question mark."""
    last = state.last_said
    if last is None or last.reading is None:
        return ""
    # What was learnt in passing comes before the return to the question, and after what was said to it.
    parts = [_about(guide, state, move, last), _volunteered(guide, state, last)]
    if move.kind in ("again", "probe"):
        parts = parts[::-1]
        if parts[0] and not parts[1] and move.topic:
            parts[1] = _BACK_TO.format(n=lower(guide.topic(move.topic).name))
    if last.reading.left_out and not _left_out_before(state, last):
        parts.append(_LEFT_OUT)
    return " ".join(p for p in parts if p)


def lower(name: str) -> str:
    """A topic's name as it stands within a sentence."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def _about(guide: Guide, state: InterviewState, move: Move, last: Message) -> str:
    """What the last message said about the topic that it was asked for."""
    reading, asked = last.reading, state.message(last.replies_to)
    topic = state.topics.get(asked.topic or "") if asked else None
    turn = sum(m.author == "person" for m in state.messages)
    if reading is None:
        return ""
    if reading.intent in ("skip", "decline"):
        return _pick(_SKIPPED, turn)
    if reading.intent == "dont_know":
        return _pick(_UNKNOWN, turn)
    if move.kind in ("again", "probe") and told_already(last.text):
        return _MISSED
    if move.kind == "again":
        return _pick(_AGAIN, turn)
    if move.kind == "contradiction" or topic is None:
        return ""
    words = [h for h in topic.heard if h.message == last.id]
    # On an open topic several things hold at once, and what was said first is the heart of it.
    whole = guide.topic(topic.id).open
    best = max(
        words,
        key=lambda h: (whole or h.option == topic.option, abs(h.evidence.strength), -h.evidence.start),
        default=None,
    )
    lately = _quoted_lately(state)
    if move.kind == "probe":
        always = move.probe is not None and _REFERS.search(move.probe.text) is not None
        return _closer(last, best, bool(reading.evidence), turn, always, lately)
    return _stated(best, last, turn, lately)


def _quoted_lately(state: InterviewState) -> bool:
    """Whether their words were told back with one of the last two questions: done each time, it grates."""
    asked = [m for m in state.messages if m.author == "interviewer" and m.plan][-LATELY:]
    return any("“" in m.text[: m.text.find(m.question)] for m in asked if m.question in m.text)


def _closer(last: Message, best: Heard | None, heard: bool, turn: int, always: bool, lately: bool) -> str:
    """The words that the follow-up is about; now and then none, unless it needs them to be understood."""
    quote = echo(best.quote) if best else "" if heard else echo(last.text)
    return _pick(_CLOSER, turn).format(q=quote) if telling(quote) and (always or not lately) else ""


def _stated(best: Heard | None, last: Message, turn: int, lately: bool) -> str:
    """A clear answer: told back in its own words, or left to stand."""
    thanks = _THANKS if len(last.text.split()) > LONG else ""
    quote = echo(best.quote, cut=False) if best and turn % 2 and not lately else ""
    return f"{thanks} {_pick(_QUOTING, turn // 2).format(q=quote)}".strip() if telling(quote) else thanks


def next_subject(guide: Guide, state: InterviewState, move: Move) -> str:
    """The next subject by its name, now and then, where the question does not say it in the same words."""
    turn = sum(m.author == "person" for m in state.messages)
    if move.kind != "topic" or move.topic is None or turn % 4:
        return ""
    topic = guide.topic(move.topic)
    asked = {w.removesuffix("s") for w in _WORD.findall(topic.question.lower())}
    same = any(w.removesuffix("s") in asked for w in _WORD.findall(topic.name.lower()))
    return "" if same else _pick(_NEXT, turn // 4).format(n=lower(topic.name))


def _volunteered(guide: Guide, state: InterviewState, last: Message) -> str:
    """Topics that were settled in passing, which will not be asked about."""
    names = [
        lower(guide.topic(t.id).name)
        for t in state.topics.values()
        if t.volunteered and t.status == "settled" and {h.message for h in t.heard} == {last.id}
    ]
    if not names or len(names) > LISTED:
        return ""
    listed = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
    return f"That also tells me about {listed}, so I won't ask."


def _left_out_before(state: InterviewState, last: Message) -> bool:
    return any(m.reading and m.reading.left_out for m in state.messages if m.id != last.id)


def _pick(patterns: tuple[str, ...], turn: int) -> str:
    return patterns[turn % len(patterns)]
