"""What was heard about each topic, from the messages and their readings. Pure; part of the fold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from agent.folding.clashes import PLAIN, Clashes, opposed
from agent.folding.giving_way import gives_way, in_passing, outdone
from agent.folding.slots import fill
from agent.folding.topic import ASKED_FOR, NO_MORE, VOLUNTEERED, TopicHeard, says_something, tells
from agent.guide import Guide, Topic
from agent.reading import Evidence, Reading
from agent.state import Contradiction, Heard, Message, TopicState
from agent.talk.form import told_already

OUTSIDE = frozenset({"question", "why", "left", "summary", "empty", "back", "restart", "resume", "finish"})


@dataclass(frozen=True, slots=True)
class Known:
    topics: dict[str, TopicState]
    contradictions: tuple[Contradiction, ...]
    values: dict[str, tuple[str, str]]
    left_out: tuple[tuple[str, str], ...]


def is_answer(reading: Reading, topic: str | None = None) -> bool:
    """Whether a message answers what is pending, rather than asking or steering.
    A question together with evidence is both."""
    if reading.intent not in OUTSIDE:
        return True
    return reading.intent in ("question", "why") and any(e.topic == topic or topic is None for e in reading.evidence)


def hear(guide: Guide, messages: Iterable[Message]) -> Known:
    """The topics, contradictions and slots that follow from `messages`, which stand in order."""
    hearing = _Hearing(guide)
    for message in messages:
        if message.author == "interviewer":
            hearing.ask(message)
        elif message.corrects:
            hearing.correct(message, *message.corrects)
        elif message.reading is not None:
            hearing.take(message, message.reading)
    return hearing.known()


class _Hearing:
    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.topics = {t.id: TopicHeard(t) for t in guide.topics}
        self.clashes = Clashes()
        self.values: dict[str, tuple[str, str]] = {}
        self.left_out: list[tuple[str, str]] = []
        self.questions: dict[str, Message] = {}

    def ask(self, message: Message) -> None:
        if not message.plan:
            return
        self.questions[message.id] = message
        at = self.topics.get(message.topic or "")
        for topic in self.topics.values():
            if topic is not at:
                topic.pass_on()
        if at is None:
            return
        at.passed = False
        if message.plan in ("topic", "again"):
            at.asked += 1
        elif message.plan == "probe":
            at.probes.append(message.probe)  # type: ignore[arg-type]
        elif message.plan == "contradiction":
            self.clashes.put(at.topic.id)

    def correct(self, message: Message, topic: str, option: str) -> None:
        at = self.topics.get(topic)
        if at is None or option not in {o.id for o in at.topic.options}:
            return
        at.replaced += at.heard
        at.heard = [Heard(message.id, Evidence(topic, option, 1.0, message.text, 0, len(message.text)))]
        at.corrected, at.vague, at.unclear, at.mixed, at.mark = True, False, False, False, ""
        self.clashes.settle(topic, option)

    def take(self, message: Message, reading: Reading) -> None:
        self.left_out += [(message.id, kind) for kind in reading.left_out]
        question = self.questions.get(message.replies_to)
        pending = question.topic if question else None
        if question and question.plan in ("probe", "again", "anything") and NO_MORE.fullmatch(message.text):
            reading = replace(reading, evidence=(), vague=False, dodged=False)
        if reading.intent == "change" and reading.target in self.topics:
            reading = replace(reading, evidence=_changed(reading, pending))
        spoken = {e.topic for e in reading.evidence}
        for id in [t for t in self.topics if t in spoken]:
            self._add(id, message, question, reading)
        at = self.topics.get(pending or "")
        fill(self.values, self.topics, message, reading, at)
        if at is None or not is_answer(reading, pending):
            return
        if question is not None and question.plan != "contradiction":
            self._reply(at, message, reading)

    def _reply(self, at: TopicHeard, message: Message, reading: Reading) -> None:
        """The reply to a question about this very topic."""
        at.direct.add(message.id)
        about = [e for e in reading.evidence if e.topic == at.topic.id and abs(e.strength) >= ASKED_FOR]
        if reading.intent in ("skip", "decline", "dont_know"):
            at.mark, at.vague, at.unclear = reading.intent, False, False
            return
        if reading.intent == "change" and reading.target != at.topic.id and not about:
            return
        at.edited, at.mark = at.edited or message.edited, ""
        followed = at.probes or at.asked > 1
        if followed and not about and (at.firm or NO_MORE.fullmatch(message.text)):
            at.enough()
            return
        if not about and at.heard and told_already(message.text):
            at.direct.update(h.message for h in at.heard)  # what was heard in passing is what they mean
            at.vague = at.unclear = False
            return
        in_words = at.topic.open and followed and tells(message.text)  # terse, and told twice: that is their answer
        told = in_words or (at.dodges and says_something(message.text))
        dodged = reading.intent == "off_topic" or (reading.dodged and not told)
        at.dodges += dodged
        at.vague = reading.vague and not dodged and not (at.firm and about) and not in_words
        at.unclear = False
        at.own = message
        at.firm = at.firm or not (dodged or at.vague or not about)
        if dodged or at.vague or about:
            return
        at.unclear = not (at.topic.open or at.probes or any(v[2] == message.id for v in at.values))
        if not at.unclear:
            at.keep_words()

    def _add(self, id: str, message: Message, question: Message | None, reading: Reading) -> None:
        at = self.topics[id]
        new = [Heard(message.id, e) for e in reading.evidence if e.topic == id]
        if question is not None and question.topic == id and question.plan in ("probe", "again"):
            given_up = outdone(at.topic, new)
            at.replaced += given_up
            new = [h for h in new if h not in given_up]
        options = {h.option for h in new if h.option and h.evidence.strength >= PLAIN}
        at.mixed = any(opposed(at.topic, a, b) for a in options for b in options)
        at.edited = at.edited or message.edited
        if question is not None and (question.topic == id or question.plan in ("confirm", "amend")):
            at.direct.add(message.id)
            at.mark = "" if question.topic != id else at.mark
        old = list(at.heard)
        way = gives_way(at.topic, old, new, question, reading)
        if way.settles:
            self.clashes.settle(id, way.option)
        if way.replaced:
            at.replaced += old
            at.heard = []
        elif said := in_passing(at, new, message):
            at.replaced += said
            at.heard = [h for h in old if h not in said]
        else:
            self.clashes.note(at, old, new)
        at.heard += new
        if question is None or question.topic != id:
            at.volunteered = at.volunteered or not at.asked
            if any(h.evidence.strength >= VOLUNTEERED for h in new):
                at.vague = at.unclear = False

    def known(self) -> Known:
        topics = {id: t.state() for id, t in self.topics.items()}
        for id, topic in topics.items():
            if topic.status == "open" and _moot(self.guide.topic(id), topics):
                topics[id] = replace(topic, status="moot")
        return Known(topics, tuple(self.clashes.all), dict(self.values), tuple(self.left_out))


def _changed(reading: Reading, pending: str | None) -> tuple[Evidence, ...]:
    """What a change says: the new answer on its target, and before that, if they gave one, the answer to the
    question that was asked. All else in it only leads up to the change."""
    target = [e for e in reading.evidence if e.topic == reading.target]
    start = min((e.start for e in target), default=0)
    answer = [e for e in reading.evidence if e.topic == pending != reading.target and e.option and e.end <= start]
    return (*answer, *target)


def _moot(topic: Topic, topics: dict[str, TopicState]) -> bool:
    return any(topics[other].option in options for other, options in topic.unless.items())
