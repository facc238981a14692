"""Answers changed, messages edited, and the way back to an earlier question."""

from __future__ import annotations

from dataclasses import replace

from agent.acknowledge import lower
from agent.parts import Parts
from agent.plan import Move, next_move
from agent.quote import clip
from agent.reading import Reading
from agent.state import InterviewState, Message
from agent.summary import understood
from agent.talk.changing import NO_TOPIC
from agent.turning.say import Say, ask, bring_back

_WHICH = "Name the topic and the new answer, for example “change my answer on {topic}: …”."


def change(parts: Parts, state: InterviewState, reading: Reading) -> Say:
    """A wish to change an answer: done where the new one was said, else asked for."""
    target = reading.target
    if target not in state.topics:
        if reading.evidence:
            return ask(parts, state, next_move(parts.guide, parts.criteria, state))
        known = next((t for t in parts.guide.topics if state.topics[t.id].heard), parts.guide.topics[0])
        text = _WHICH.format(topic=lower(known.name))
        return bring_back(parts, state, text, "refused", reason=NO_TOPIC)
    slots = parts.guide.topic(target).slots
    if any(e.topic == target for e in reading.evidence) or any(slot in slots for slot, _ in reading.values):
        return changed(parts, state, target)
    return ask(parts, state, Move("topic", target, reason="the person wants to change it", revisit=True))


def changed(parts: Parts, state: InterviewState, topic: str) -> Say:
    """Says what stands now on `topic`, and goes on."""
    known = state.topics[topic]
    told = understood(parts.guide, known)
    name = lower(parts.guide.topic(topic).name)
    text = f"Changed. On {name} I now have that you {told}." if told else f"Changed, on {name}."
    return _go_on(parts, state, text, "the person changed an answer")


def edited(parts: Parts, state: InterviewState, message: Message) -> Say:
    """Says how the edited message reads now and what it touched, and goes on."""
    edit = state.edits[-1]
    spoken = {e.topic for e in message.reading.evidence} if message.reading else set()
    touched = [t.id for t in parts.guide.topics if t.id in spoken.union(edit.topics)]
    names = [f"{lower(parts.guide.topic(id).name)}" for id in touched]
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""
    quote = clip(message.text)
    text = f"Your earlier answer now reads “{quote}”." if quote else "Your earlier answer is changed."
    if listed:
        text += f" I have gone over {listed} again."
    return _go_on(parts, state, text, "the person edited an answer")


def _go_on(parts: Parts, state: InterviewState, text: str, reason: str) -> Say:
    """After a change: the pending question again, or the next one where the change has answered it."""
    if state.done:
        return Say("answered", f"{text} The report takes it into account.", "close", reason=reason)
    pending = state.pending
    if pending is None or pending.topic is None or not state.topics[pending.topic].done:
        return bring_back(parts, state, text, "changed", reason=reason)
    said = ask(parts, state, next_move(parts.guide, parts.criteria, state))
    return replace(said, text=f"{text} {said.question}" if said.question else f"{text} {said.text}")


def back(parts: Parts, state: InterviewState) -> Say:
    """To the question before the pending one."""
    course = list(dict.fromkeys(m.topic for m in state.messages if m.plan and m.topic))
    now = state.pending.topic if state.pending else None
    at = course.index(now) if now in course else len(course)
    if at == 0:
        text = "This is the first question."
        return bring_back(parts, state, text, "refused", reason="nothing to go back to")
    return ask(parts, state, Move("topic", course[at - 1], reason="the person went back", revisit=True))
