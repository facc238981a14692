"""What to do next: a pure function of the guide, the criteria and the state. No model, no wording.

In order: what the last answer left open (a dodge is asked again once, a vague or surprising answer is probed,
a contradiction is put once), the topic worth most, anything left unasked, a summary to confirm, the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from agent.assess import evidence, influence, scores
from agent.criteria import Criteria
from agent.guide import Guide, Probe, ProbeKind, Topic
from agent.state import Contradiction, InterviewState, TopicState
from agent.understanding.manner import weight
from agent.understanding.words import phrase

Kind = Literal["topic", "probe", "again", "contradiction", "anything", "confirm", "amend", "close"]

PROBES = 2  # a topic
SURPRISES = 2  # probes of an interview spent on answers that were clear but turned the ranking round
LEAD = 2.0  # points of lead that make losing it a surprise
WORTH = 4.0  # points of influence that weigh as much as one step of priority
SHORT = 5  # words of an answer that may be too few
MEANT = 3  # words of meaning in one of twice as many
TELLS = 2.0  # points that an option of an open topic moves before its options are put side by side
SURE = 0.75  # strength of evidence from which an answer is taken at its word
WEIGHTY = 4  # priority of a topic for which that is worth a turn
NO_SIDE = "the answer names no side yet"
CHOICES = 4  # options that can be put side by side in one question
SUMMARY = 2  # questions kept for "anything else" and the summary


@dataclass(frozen=True, slots=True)
class Move:
    """`reason` says why this is next, for the log and for whoever replays it. `revisit`: the answer replaces
    the one given before. `probe` is the guide's follow-up, None where the options themselves are put."""

    kind: Kind
    topic: str | None = None
    probe: Probe | None = None
    reason: str = ""
    contradiction: Contradiction | None = None
    revisit: bool = False
    style: ProbeKind | None = None


def next_move(guide: Guide, criteria: Criteria, state: InterviewState) -> Move:
    """The next move after the last message was read. Ends after at most `guide.turns` questions."""
    left = guide.turns - state.asked
    if state.rejected and state.confirm_asked < 2:
        return Move("amend", reason="the summary was not right")
    if state.confirm_asked or left <= 0:
        return Move("close", reason="the summary was answered" if state.confirm_asked else "no turns left")
    if left > 1 and (move := _open_end(guide, criteria, state, left)):
        return move
    if left > SUMMARY and (topic := _best(guide, criteria, state, left)):
        return Move("topic", topic.id, reason=_why(topic, influence(criteria, topic.id, state)))
    if not state.anything_asked and left > 1:
        return Move("anything", reason="every topic worth asking about is settled, refused or unknown")
    return Move("confirm", reason="nothing is left to ask; the person confirms before the report")


def probe_for(topic: Topic, state: TopicState, asked: frozenset[str]) -> Probe | None:
    """The first follow-up of a kind not used on this topic; one for the option heard before a general one."""
    fresh = [p for p in topic.probes if p.kind not in state.probes and p.text not in asked]
    fitting = [p for p in fresh if state.option in p.about]
    general = [p for p in fresh if not p.about]
    return next(iter([*fitting, *general] if state.option else general), None)


def _open_end(guide: Guide, criteria: Criteria, state: InterviewState, left: int) -> Move | None:
    """What the last answer left open, if it is still worth a question."""
    now = state.topics.get(state.pending.topic or "") if state.pending else None
    plan = state.pending.plan if state.pending else ""
    if now is not None and plan != "contradiction":
        if now.status == "asked" and now.dodges == 1 and now.asked < 2:
            return Move("again", now.id, reason="the question was not answered; it is asked again, once")
        if move := _probe(guide, criteria, state, now, left):
            return move
    open_ = next((c for c in state.contradictions if not c.put and c.kept is None), None)
    if open_ is not None and state.topics[open_.topic].heard:
        return Move(
            "contradiction",
            open_.topic,
            contradiction=open_,
            reason=f"{open_.earlier.option} and {open_.later.option} cannot both hold",
        )
    return None


def _probe(guide: Guide, criteria: Criteria, state: InterviewState, now: TopicState, left: int) -> Move | None:
    followed = any(m.plan == "topic" and m.move == "probe" and m.topic == now.id for m in state.messages)
    if len(now.probes) + max(0, now.asked - 1) + followed >= PROBES or left <= _required(guide, state) + 1:
        return None
    topic = guide.topic(now.id)
    if now.status == "vague":
        reason = NO_SIDE if now.unclear else "the answer was vague"
    elif now.mixed and not now.probes:
        reason = "the answer spoke for two opposite sides"
    elif _untold(criteria, topic, state, now) or _unsure(topic, state, now):
        reason = NO_SIDE
    elif _unrecognised(topic, state, now):
        reason = "I did not see yet what it means for the question"
    elif _thin(topic, state, now):
        reason = "the answer was short and could lean either way"
    elif _surprising(criteria, state, now):
        reason = "the answer turned the ranking round"
    else:
        return None
    asked = frozenset(m.question for m in state.messages if m.question)
    probe = probe_for(topic, now, asked)
    if (now.unclear or reason == NO_SIDE or probe is None) and can_choose(topic) and "contrast" not in now.probes:
        return Move("probe", now.id, reason=reason, style="contrast")
    if probe is None:
        return None
    return Move("probe", now.id, probe, reason, style=probe.kind)


def can_choose(topic: Topic) -> bool:
    """Whether the options can be put side by side in one question."""
    return 2 <= len(topic.options) <= CHOICES


def _unrecognised(topic: Topic, state: InterviewState, now: TopicState) -> bool:
    """Whether nothing of an answer to an open question was recognised: a story may have led away from it."""
    return topic.open and _said_last(state, now) == {None}


def _thin(topic: Topic, state: InterviewState, now: TopicState) -> bool:
    """Whether a few words said no more than the middle."""
    last, said = state.last_said, _said_last(state, now)
    if topic.open or last is None or not said:
        return False
    return said <= {o.id for o in topic.options if o.middle or o.pole == "some"} and _says_little(last.text)


def _said_last(state: InterviewState, now: TopicState) -> set[str | None]:
    """The options that the last message speaks for on a topic that it settled, None for words of their own; nothing
    where the topic was followed up before, or got a value."""
    last = state.last_said
    if last is None or now.status != "settled" or now.probes or any(of == last.id for _, _, of in now.values):
        return set()
    return {h.option for h in now.heard if h.message == last.id}


def _says_little(text: str) -> bool:
    words = text.split()
    return len(words) <= SHORT or (len(words) <= 2 * SHORT and weight(phrase(text).split()) < MEANT)


def _untold(criteria: Criteria, topic: Topic, state: InterviewState, now: TopicState) -> bool:
    """Whether an answer in their own words leaves open a side that the ranking hangs on."""
    own_words = now.status == "settled" and not now.probes and not now.weights()
    if not (own_words and topic.open and topic.priority >= WEIGHTY and can_choose(topic)):
        return False
    return influence(criteria, topic.id, state) >= TELLS


def _unsure(topic: Topic, state: InterviewState, now: TopicState) -> bool:
    """Whether the answer was only like an option, in none of its words: the options themselves decide then."""
    last = state.last_said
    if last is None or topic.open or now.status != "settled" or now.probes or now.asked > 1:
        return False
    said = [h.evidence for h in now.heard if h.option is not None]
    like = all(abs(e.strength) < SURE and e.manner == "stated" for e in said)
    return bool(said) and like and all(h.message == last.id for h in now.heard)


def _surprising(criteria: Criteria, state: InterviewState, now: TopicState) -> bool:
    """Whether this clear answer alone took the lead from a recommendation that was well ahead."""
    spent = sum(m.plan == "probe" and m.reason.endswith("ranking round") for m in state.messages)
    if now.status != "settled" or now.probes or spent >= SURPRISES or len(state.settled) < 5:
        return False
    heard = {choice: counted.strength for choice, counted in evidence(state).items()}
    before = scores(criteria, {c: s for c, s in heard.items() if c[0] != now.id})
    after = scores(criteria, heard)
    first, second = sorted(before, key=lambda id: -before[id])[:2]
    return before[first] - before[second] >= LEAD and max(after.values()) > after[first]


def _best(guide: Guide, criteria: Criteria, state: InterviewState, left: int) -> Topic | None:
    """The topic worth most: its priority and what it could change, an optional one less as turns go by.
    An interview begins where its guide begins."""
    fatigue = state.asked / guide.turns
    best: tuple[float, Topic] | None = None
    for topic in guide.topics:
        if not _askable(topic, guide, state):
            continue
        if not state.asked:
            return topic
        if not topic.required and left <= _required(guide, state) + SUMMARY:
            continue
        value = topic.priority + min(1.0, influence(criteria, topic.id, state) / WORTH)
        value -= 0.0 if topic.required else 2 * fatigue
        if state.pending is not None and state.pending.topic in topic.after:
            value += 1
        if best is None or value > best[0]:
            best = (value, topic)
    return best[1] if best else None


def _askable(topic: Topic, guide: Guide, state: InterviewState) -> bool:
    if not _unasked(state.topics[topic.id]):
        return False
    return not any(_unasked(state.topics[name]) for name in topic.after if guide.topic(name).required)


def _unasked(topic: TopicState) -> bool:
    """Not asked, or asked and left behind without any reply."""
    return topic.status == "open" or (topic.status == "asked" and not topic.dodges)


def _required(guide: Guide, state: InterviewState) -> int:
    return sum(t.required and _unasked(state.topics[t.id]) for t in guide.topics)


def _why(topic: Topic, points: float) -> str:
    if points:
        return f"{topic.name} is not known and could move the leaders by {points:g} points"
    return f"{topic.name} is not known"
