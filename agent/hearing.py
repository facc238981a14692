"""What was heard about each topic, from the messages and their readings. Pure; part of the fold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from agent.guide import Guide, ProbeKind, Topic
from agent.reading import Evidence, Reading
from agent.state import Contradiction, Heard, Message, Status, TopicState

ASKED_FOR = 0.3  # the least strength that settles a topic that was asked about …
VOLUNTEERED = 0.85  # … and one that was not
PLAIN = 0.6  # both sides of a contradiction are at least this plain …
PASSING = 0.9  # … or this, where the first was only said in passing
OWN_WORDS = 200  # characters of an answer kept as evidence where no option was recognised
_NO_MORE = re.compile(
    r"\W*(?:i think |i guess |and |so )?(?:"
    r"that(?:['’]?s| is| was) (?:about |pretty much |prety much |really )?(?:it|all)"
    r"|(?:as|like|same as) i (?:already )?(?:said|told you)|nothing (?:more|else|to add)|no more"
    r"|same(?: as before)?|(?:i )?(?:don['’]?t|do not) have (?:any|more|much)\b.{0,30}"
    r"|idk what else.{0,30}|already (?:said|told).{0,20})\W*",
    re.IGNORECASE,
)
OUTSIDE = frozenset({"question", "why", "left", "summary", "empty", "back", "restart", "finish"})


@dataclass(frozen=True, slots=True)
class Known:
    topics: dict[str, TopicState]
    contradictions: tuple[Contradiction, ...]
    values: dict[str, tuple[str, str]]
    left_out: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Topic:
    """A TopicState in the making. `mark` is the person's "skip", "decline" or "don't know"; `own` their words
    where no option was recognised in them; `passed`: the interview went on to something else; `firm`: it has
    been answered plainly, which a later "that's all" does not undo. `direct` are replies to its questions."""

    topic: Topic
    heard: list[Heard] = field(default_factory=list)
    replaced: list[Heard] = field(default_factory=list)
    probes: list[ProbeKind] = field(default_factory=list)
    values: list[tuple[str, str, str]] = field(default_factory=list)
    asked: int = 0
    dodges: int = 0
    own: Heard | None = None
    direct: set[str] = field(default_factory=set)
    passed: bool = False
    firm: bool = False
    vague: bool = False
    unclear: bool = False
    mixed: bool = False
    corrected: bool = False
    edited: bool = False
    volunteered: bool = False
    mark: str = ""

    def pass_on(self) -> None:
        """Another question came: what was unclear is kept in the person's own words."""
        self.passed = True
        if self.unclear and self.own is not None:
            self.heard.append(self.own)
        self.unclear = False

    def enough(self) -> None:
        """They have no more to say about it: what they said before stands."""
        if not self.heard and self.own is not None:
            self.heard.append(self.own)
        self.vague = self.unclear = False


def is_answer(reading: Reading, topic: str | None = None) -> bool:
    """Whether a message answers what is pending, rather than asking or steering.
    A question together with evidence is both."""
    if reading.intent not in OUTSIDE:
        return True
    return reading.intent == "question" and any(e.topic == topic or topic is None for e in reading.evidence)


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
        self.topics = {t.id: _Topic(t) for t in guide.topics}
        self.contradictions: list[Contradiction] = []
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
            self.contradictions = [
                replace(c, put=True) if c.topic == at.topic.id else c for c in self.contradictions
            ]

    def correct(self, message: Message, topic: str, option: str) -> None:
        at = self.topics.get(topic)
        if at is None or option not in {o.id for o in at.topic.options}:
            return
        at.replaced += at.heard
        at.heard = [Heard(message.id, Evidence(topic, option, 1.0, message.text, 0, len(message.text)))]
        at.corrected, at.vague, at.unclear, at.mixed, at.mark = True, False, False, False, ""
        self._settle_contradictions(topic, option)

    def take(self, message: Message, reading: Reading) -> None:
        self.left_out += [(message.id, kind) for kind in reading.left_out]
        question = self.questions.get(message.replies_to)
        pending = question.topic if question else None
        if question and question.plan in ("probe", "again", "anything") and _NO_MORE.fullmatch(message.text):
            reading = replace(reading, evidence=(), vague=False, dodged=False)
        if reading.intent == "change" and reading.target in self.topics:
            about = tuple(e for e in reading.evidence if e.topic == reading.target)
            reading = replace(reading, evidence=about)
        spoken = {e.topic for e in reading.evidence}
        for id in [t for t in self.topics if t in spoken]:
            self._add(id, message, question, reading)
        at = self.topics.get(pending or "")
        self._slots(message, reading, at)
        if at is None or not is_answer(reading, pending):
            return
        if question is not None and question.plan != "contradiction":
            self._reply(at, message, reading)

    def _reply(self, at: _Topic, message: Message, reading: Reading) -> None:
        """The reply to a question about this very topic."""
        at.direct.add(message.id)
        about = [
            e for e in reading.evidence if e.topic == at.topic.id and abs(e.strength) >= ASKED_FOR
        ]
        if reading.intent in ("skip", "decline", "dont_know"):
            at.mark, at.vague, at.unclear = reading.intent, False, False
            return
        if reading.intent == "change" and reading.target not in ("", at.topic.id):
            return
        at.edited, at.mark = at.edited or message.edited, ""
        followed = at.probes or at.asked > 1
        if followed and not about and (at.firm or _NO_MORE.fullmatch(message.text)):
            at.enough()
            return
        dodged = reading.dodged or reading.intent == "off_topic"
        at.dodges += dodged
        at.vague = reading.vague and not dodged and not (at.firm and about)
        at.unclear = False
        at.own = _own_words(message, at.topic.id)
        at.firm = at.firm or not (dodged or at.vague or not about)
        if dodged or at.vague or about:
            return
        at.unclear = not (at.topic.open or at.probes or any(v[2] == message.id for v in at.values))
        if at.own is not None and not at.unclear:
            at.heard.append(at.own)

    def _add(self, id: str, message: Message, question: Message | None, reading: Reading) -> None:
        at = self.topics[id]
        new = [Heard(message.id, e) for e in reading.evidence if e.topic == id]
        options = {h.option for h in new if h.option and h.evidence.strength >= PLAIN}
        at.mixed = any(self._opposed(at.topic, a, b) for a in options for b in options)
        at.edited = at.edited or message.edited
        if question is not None and question.topic == id:
            at.direct.add(message.id)
        old = list(at.heard)
        if self._replaces(id, new, old, question, reading):
            at.replaced += old
            at.heard = []
        elif said := self._in_passing(at, new, message):
            at.replaced += said
            at.heard = [h for h in old if h not in said]
        else:
            clash = next(((a, b) for a in old for b in new if self._clash(at, a, b)), None)
            if clash and not at.mixed and not any(c.topic == id for c in self.contradictions):
                self.contradictions.append(Contradiction(id, *clash))
        at.heard += new
        if question is None or question.topic != id:
            at.volunteered = at.volunteered or not at.asked
            if any(h.evidence.strength >= VOLUNTEERED for h in new):
                at.vague = at.unclear = False

    def _in_passing(self, at: _Topic, new: list[Heard], message: Message) -> list[Heard]:
        """Earlier mentions of the topic that a direct answer to its question goes against."""
        if message.id not in at.direct:
            return []
        plain = [h for h in new if h.option and h.evidence.strength >= PLAIN]
        return [
            h for h in at.heard
            if h.message not in at.direct and any(h.option != p.option for p in plain)
            and not any(h.option == p.option for p in plain)
        ]

    def _replaces(
        self, id: str, new: list[Heard], old: list[Heard], question: Message | None, reading: Reading
    ) -> bool:
        """Whether these words take the place of what was said before on the topic."""
        stance = {h.option for h in new if h.option and h.evidence.strength > 0}
        if not stance or not old:
            return False
        if reading.intent == "change" and reading.target in ("", id):
            return True
        other = any(self._opposed(self.topics[id].topic, h.option, o) for h in old for o in stance)
        if question is None:
            return False
        if question.plan in ("confirm", "amend"):
            return True
        if question.topic != id:
            return False
        if question.plan == "contradiction":
            self._settle_contradictions(id, next(iter(sorted(stance))) if len(stance) == 1 else None)
            return len(stance) == 1
        return question.revisit or (question.plan in ("probe", "again") and other)

    def _settle_contradictions(self, topic: str, option: str | None) -> None:
        self.contradictions = [
            replace(c, put=True, kept=option) if c.topic == topic else c for c in self.contradictions
        ]

    def _clash(self, at: _Topic, old: Heard, new: Heard) -> bool:
        a, b = old.evidence, new.evidence
        least = PLAIN if old.message in at.direct else PASSING
        if min(abs(a.strength), abs(b.strength)) < least or "reported" in (a.manner, b.manner):
            return False
        if a.option == b.option:
            return a.option is not None and a.strength * b.strength < 0
        return a.strength > 0 and b.strength > 0 and self._opposed(at.topic, a.option, b.option)

    @staticmethod
    def _opposed(topic: Topic, a: str | None, b: str | None) -> bool:
        opposite = {o.id: o.opposite for o in topic.options}
        poles = {o.id: o.pole for o in topic.options}
        if a is None or b is None or a == b:
            return False
        some_or_none = {poles.get(a), poles.get(b)} == {"some", "little"}
        return opposite.get(a) == b or opposite.get(b) == a or some_or_none

    def _slots(self, message: Message, reading: Reading, at: _Topic | None) -> None:
        for slot, value in reading.values:
            self.values[slot] = (value, message.id)
            if at is not None and slot in at.topic.slots:
                at.values.append((slot, value, message.id))
                continue
            spoken = {e.topic for e in reading.evidence}
            holders = [t for t in self.topics.values() if slot in t.topic.slots]
            for holder in [t for t in holders if t.topic.id in spoken] or holders[:1]:
                holder.values.append((slot, value, message.id))

    def known(self) -> Known:
        topics = {id: self._topic(t) for id, t in self.topics.items()}
        for id, topic in topics.items():
            if topic.status == "open" and _moot(self.guide.topic(id), topics):
                topics[id] = replace(topic, status="moot")
        return Known(topics, tuple(self.contradictions), dict(self.values), tuple(self.left_out))

    def _topic(self, t: _Topic) -> TopicState:
        status = _status(t)
        return TopicState(
            t.topic.id, status, tuple(t.heard), tuple(t.replaced), t.asked, tuple(t.probes), t.dodges,
            unclear=t.unclear, mixed=t.mixed,
            volunteered=t.volunteered and not t.asked and status == "settled",
            skipped=t.mark == "skip", corrected=t.corrected, edited=t.edited, values=tuple(t.values),
        )


def _status(t: _Topic) -> Status:
    enough = any(
        abs(h.evidence.strength) >= (ASKED_FOR if h.message in t.direct else VOLUNTEERED)
        and (h.option is not None or t.topic.open or t.asked)
        for h in t.heard
    )
    strong = any(abs(h.evidence.strength) >= VOLUNTEERED and h.option is not None for h in t.heard)
    if t.corrected and t.heard:
        return "settled"
    if t.mark and not strong:
        return "unknown" if t.mark == "dont_know" else "refused"
    if t.vague or t.unclear:
        return "settled" if enough and (t.passed or len(t.probes) >= 2) else "vague"
    if enough:
        return "settled"
    if t.dodges >= 2:
        return "refused"
    return "asked" if t.asked else "open"


def _moot(topic: Topic, topics: dict[str, TopicState]) -> bool:
    return any(topics[other].option in options for other, options in topic.unless.items())


def _own_words(message: Message, topic: str) -> Heard | None:
    """The beginning of an answer in which no option was recognised, cut at a word."""
    start = len(message.text) - len(message.text.lstrip())
    end = min(len(message.text.rstrip()), start + OWN_WORDS)
    if end < len(message.text.rstrip()) and (cut := message.text.rfind(" ", start, end)) > start:
        end = cut
    quote = message.text[start:end]
    if not quote:
        return None
    return Heard(message.id, Evidence(topic, None, 0.5, quote, start, end))
