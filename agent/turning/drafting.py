"""A person's message -> its draft: read by the engine, and then once more in the light of the question it answers.

What a message points at ("the second"), asks back ("what do you mean?") or sets right in the summary only its
place in the conversation tells; that is worked out here for both engines alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from agent.draft import Draft
from agent.folding.corrections import corrections
from agent.folding.topic import VOLUNTEERED
from agent.guide import Guide
from agent.log import Event
from agent.parts import Parts
from agent.reading import Intent, Reading
from agent.state import InterviewState, Message
from agent.talk.against import against
from agent.talk.changing import changing
from agent.talk.clarify import about_roles, asks_of, asks_why, clarifying
from agent.talk.form import FEW
from agent.talk.heard import Talk
from agent.talk.piece import Aside
from agent.talk.taken import taken
from agent.talk.weighed import PLAIN
from agent.turning.pointing import pointed
from agent.turning.questions import answer_to, asks_on, wants_answer
from agent.turning.rhetorical import of_our_own, wants_none
from agent.understanding.control import goes_on

_RHETORICAL = -0.2  # a question so much liker to an answer than to what is asked of us wants none
COMMANDS: dict[str, tuple[str, Intent]] = {
    "skip": ("Skip this question", "skip"),
    "dont_know": ("I don't know", "dont_know"),
    "decline": ("I'd rather not say", "decline"),
    "back": ("Go back", "back"),
    "finish": ("Finish now", "finish"),
    "why": ("Why do you ask?", "why"),
    "left": ("How much is left?", "left"),
    "summary": ("Summarise so far", "summary"),
    "restart": ("Start over", "restart"),
    "change": ("Change an answer", "change"),
    "confirm": ("Yes, that's right", "confirm"),
    "reject": ("Something is not right", "reject"),
}
SUMMARY = ("confirm", "amend")
ANSWERED = 2  # digressions from the last question, after which it is not put again
_DIGRESSIONS: tuple[Intent, ...] = ("question", "why", "left", "summary", "off_topic", "empty")
EARLY: dict[Intent, Intent] = {"confirm": "summary", "reject": "change"}


def drafts(parts: Parts, state: InterviewState, event: Event, message: Message) -> Iterator[str | Draft]:
    """The engine's pieces, and last the draft. `event` is the one that `message` came in; a command or a
    correction needs no reading."""
    if message.corrects:
        yield Draft(Reading("answer"))
        return
    command, target = event.payload.get("command", ""), event.payload.get("target", "")
    about = state.message(message.replies_to)
    if command and message.text == COMMANDS[command][0]:
        intent = COMMANDS[command][1]
        if about is None or about.plan not in SUMMARY:  # there is no summary to confirm or to reject yet
            intent = EARLY.get(intent, intent)
        yield Draft(Reading(intent, target=target))
        return
    if target and about is not None:
        about = replace(about, topic=target)
    then = replace(state, pending=about)
    for piece in parts.engine.draft(message.text, parts.guide, then):
        if isinstance(piece, Draft):
            draft = _in_context(parts, then, message, piece, target)
            yield _resumed(draft) if state.early and not message.edited and goes_on(message.text) else draft
        else:
            yield piece


def _resumed(draft: Draft) -> Draft:
    """The draft of a message by which who stopped goes on: what it tells plainly stays, and it answers nothing else."""
    told = (e for e in draft.reading.evidence if e.option and abs(e.strength) >= VOLUNTEERED)
    reading = replace(draft.reading, intent="resume", evidence=tuple(told), question="", vague=False, dodged=False)
    return replace(draft, reading=reading, aside=None)


def _in_context(parts: Parts, state: InterviewState, message: Message, draft: Draft, target: str) -> Draft:
    reading, pending, guide = draft.reading, state.pending, parts.guide
    if target:
        reading = replace(reading, intent="change", target=target)
    elif pending is not None:
        reading = pointed(guide, state, reading, message.text)
        reading = clarifying(reading, message.text, pending.question, pending.topic)
        draft = _talked(parts, state, message, replace(draft, reading=reading))
        reading = draft.reading
    if draft.called:  # the turn's one call of the model is spent, and it has read the whole message
        return replace(draft, reading=reading)
    if pending is not None and pending.plan in SUMMARY and not message.edited and not draft.aside:
        reading = corrections(guide, state, reading, message.text, lambda text, topic: _read(parts, state, text, topic))
    reading = _about_its_target(parts, state, reading, message.text)
    return replace(draft, reading=_asked_for(pending, _had_enough(state, reading)))


def _talked(parts: Parts, state: InterviewState, message: Message, draft: Draft) -> Draft:
    """The draft with what is said beside the answer taken for that; a question that is none of ours to answer
    only stands in the place of an answer."""
    reading, pending = draft.reading, state.pending
    topic = pending.topic if pending else None
    if parts.talk is None or message.edited or (draft.called and reading.intent != "question"):
        return draft
    answer = None
    if of_our_own(reading, message.text):
        told = cast(Intent, "answer" if reading.intent == "question" else reading.intent)
        reading = replace(reading, intent=told, question="")
        draft = replace(draft, reading=reading)
    if asks_on(state, reading):  # "and how much do they travel?"
        answer = answer_to(parts, state, replace(message, reading=reading), called=draft.called)
        if answer.citations:
            return replace(draft, reading=reading, answer=answer)
    aside: Aside | None
    heard, aside = taken(parts.talk, reading, message.text, topic, lambda left: _read(parts, state, left, topic or ""))
    if aside is not None and aside.kind == "small" and _said_again(state, message):
        aside = None  # who says the same once more means it as an answer
    else:
        reading = heard
    if aside is not None and aside.kind != "change":
        return replace(draft, reading=reading, aside=aside)
    reading = changing(parts.talk, parts.guide, state, reading, message.text)
    if reading.intent == "change":
        return replace(draft, reading=reading)
    if reading.intent == "answer" and not draft.called and topic is not None:
        reading = _against(parts.talk, parts.guide, state, reading, message.text)
    if draft.called or not reading.question or wants_answer(reading.question, message.text):
        return replace(draft, reading=reading)
    plain = any(e.topic == topic and e.option and e.strength >= PLAIN for e in reading.evidence)
    if plain and wants_none(reading, message.text, topic):
        return replace(draft, reading=replace(reading, intent="answer", question=""))
    question = pending.question if pending else ""
    if reading.intent == "question" and asks_why(message.text, question):
        return replace(draft, reading=reading)
    if about_roles(reading.question) or parts.talk.asked(reading.question) > _RHETORICAL:
        answer = answer or answer_to(parts, state, replace(message, reading=reading), called=False)
        if asks_of(reading.question, message.text) and (not answer.abstained or answer.citations):
            return replace(draft, reading=reading, answer=answer)
    answers = any(e.topic == topic for e in reading.evidence)
    if reading.intent == "question" and topic is not None and not answers and len(message.text.split()) <= FEW:
        return replace(draft, reading=Reading("off_topic", left_out=reading.left_out), unanswered=True)
    intent: Intent = "answer" if reading.intent == "question" else reading.intent
    return replace(draft, reading=replace(reading, intent=intent, question=""))


def _said_again(state: InterviewState, message: Message) -> bool:
    return any(m.author == "person" and m.text == message.text and m.id != message.id for m in state.messages)


def _against(talk: Talk, guide: Guide, state: InterviewState, reading: Reading, text: str) -> Reading:
    """`reading` with what goes against an earlier answer on another topic, which is then put to the person."""
    pending = state.pending.topic if state.pending else None
    spoken = {pending, *(e.topic for e in reading.evidence), *(c.topic for c in state.contradictions)}
    standing = {
        t.id: t.option for t in state.topics.values() if t.status == "settled" and t.option and t.id not in spoken
    }
    return replace(reading, evidence=(*reading.evidence, *against(talk, guide, standing, text, pending)))


def _about_its_target(parts: Parts, state: InterviewState, reading: Reading, text: str) -> Reading:
    """A change that names its topic is read once more as an answer on that topic, if nothing was heard about it."""
    heard = {e.topic for e in reading.evidence}
    if reading.intent != "change" or reading.target in heard or reading.target not in state.topics:
        return reading
    again, slots = _read(parts, state, text, reading.target), parts.guide.topic(reading.target).slots
    values = dict(reading.values) | {slot: value for slot, value in again.values if slot in slots}
    evidence = tuple(e for e in again.evidence if e.topic == reading.target)
    return replace(reading, evidence=evidence, values=tuple(values.items()))


def _asked_for(pending: Message | None, reading: Reading) -> Reading:
    """A change of the very answer that is asked for anew is that answer, whether or not it is understood."""
    again = pending is not None and pending.revisit and reading.intent == "change" and reading.target == pending.topic
    return replace(reading, intent="answer") if again else reading


def _had_enough(state: InterviewState, reading: Reading) -> Reading:
    """Who was asked what else matters, and has been answered twice, goes on: what they ask now is answered as well."""
    pending = state.pending
    if pending is None or pending.plan != "anything" or reading.intent not in _DIGRESSIONS:
        return reading
    since = state.messages[[m.id for m in state.messages].index(pending.id) + 1 :]
    told = sum(m.author == "interviewer" for m in since)
    return replace(reading, intent="answer") if told >= ANSWERED else reading


def _read(parts: Parts, state: InterviewState, text: str, topic: str) -> Reading:
    """`text` as an answer to the question on `topic`."""
    pending = state.pending or Message("", "interviewer", "")
    asked = replace(state, pending=replace(pending, topic=topic, plan="topic"))
    for piece in parts.engine.draft(text, parts.guide, asked):
        if isinstance(piece, Draft):
            return piece.reading
    return Reading("answer")
