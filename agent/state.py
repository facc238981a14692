"""What is known at a point of an interview. Values only; `agent.fold` makes them from the log, nobody else.

Two folds of the same events are equal, so resume, back, edit, replay and report all start from one place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from agent.events import Citation
from agent.guide import ProbeKind
from agent.reading import Evidence, Reading

Status = Literal["open", "asked", "vague", "settled", "refused", "unknown", "moot"]

DONE_WITH: frozenset[Status] = frozenset({"settled", "refused", "unknown", "moot"})


@dataclass(frozen=True, slots=True)
class Heard:
    """One piece of evidence and the id of the person's message it stands in:
    `evidence.quote` is `text[start:end]` of that message as it reads now, after any edit."""

    message: str
    evidence: Evidence

    @property
    def quote(self) -> str:
        return self.evidence.quote

    @property
    def option(self) -> str | None:
        return self.evidence.option


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two answers on one topic that cannot both hold. `put`: the person was asked about it (at most once).
    `kept` is the option they then stood by; None while open or when they left it at "both"."""

    topic: str
    earlier: Heard
    later: Heard
    put: bool = False
    kept: str | None = None


@dataclass(frozen=True, slots=True)
class TopicState:
    """`heard` is the evidence that counts now, oldest first; what an edit, a correction, a change or the
    resolution of a contradiction replaced is in `replaced` and must not be scored.

    `asked` counts the question itself and its one repetition, not the probes. `probes` are the kinds used.
    `unclear`: answered, but in words that no option was recognised in. `mixed`: one message spoke for two
    opposite options. `corrected`: set by the person in the panel or report. `skipped` tells a skip from a
    refusal where the status is "refused"; a question dodged twice is "refused" with `dodges` == 2.
    `volunteered`: settled without having been asked.
    """

    id: str
    status: Status = "open"
    heard: tuple[Heard, ...] = ()
    replaced: tuple[Heard, ...] = ()
    asked: int = 0
    probes: tuple[ProbeKind, ...] = ()
    dodges: int = 0
    unclear: bool = False
    mixed: bool = False
    volunteered: bool = False
    skipped: bool = False
    corrected: bool = False
    edited: bool = False
    values: tuple[tuple[str, str, str], ...] = ()  # (slot, value, message id), latest last

    @property
    def done(self) -> bool:
        return self.status in DONE_WITH

    def weights(self) -> dict[str, float]:
        """Option -> its strength, the strongest single piece of evidence for it (may be negative: denied)."""
        best: dict[str, float] = {}
        for heard in self.heard:
            option, strength = heard.evidence.option, heard.evidence.strength
            if option is not None and abs(strength) >= abs(best.get(option, 0.0)):
                best[option] = strength
        return best

    @property
    def option(self) -> str | None:
        """The option that is best supported, the latest of equals; None when nothing positive was heard."""
        weights = enumerate(self.weights().items())
        best = [(strength, n, option) for n, (option, strength) in weights if strength > 0]
        return max(best)[2] if best else None


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the conversation, as it reads now. `id` is "m" and the sequence number of its event.
    A person's message has `replies_to` (the pending question's message) and, once read, its `reading`;
    an interviewer's has `move`, `topic`, `citations`, the `question` it ends on, its `reason` and, where that
    question is a new one, `plan`: topic, probe, again, contradiction, anything, confirm or amend."""

    id: str
    author: Literal["interviewer", "person"]
    text: str
    move: str = ""
    topic: str | None = None
    probe: str = ""
    plan: str = ""
    question: str = ""
    reason: str = ""
    revisit: bool = False
    replies_to: str = ""
    reading: Reading | None = None
    citations: tuple[Citation, ...] = ()
    quick: tuple[str, ...] = ()
    edited: bool = False
    corrects: tuple[str, str] | None = None  # (topic, option) chosen in the panel or the report
    command: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """A person changed an earlier answer; `before` is what it used to say."""

    message: str
    before: str
    after: str
    topics: tuple[str, ...] = ()  # topics whose evidence it had carried


@dataclass(frozen=True, slots=True)
class InterviewState:
    """The fold of a log. `seq` is the last event's number; `topics` has every topic of the guide, in order.

    `pending` is the message whose question waits for an answer; digressions leave it where it is.
    `unread` is a person's message that was logged but not yet replied to (a crash in between), or None.
    `values` is slot -> (value, message id), latest wins. `left_out` are (message id, kind) of protected facts
    that were volunteered: never scored, never asked about. `done` once the report was reached;
    `early` if the person ended before the topics were settled. `asked` counts questions asked.
    """

    id: str = ""
    guide: str = ""
    seq: int = 0
    messages: tuple[Message, ...] = ()
    topics: dict[str, TopicState] = field(default_factory=dict)
    pending: Message | None = None
    unread: Message | None = None
    asked: int = 0
    contradictions: tuple[Contradiction, ...] = ()
    values: dict[str, tuple[str, str]] = field(default_factory=dict)
    left_out: tuple[tuple[str, str], ...] = ()
    edits: tuple[Edit, ...] = ()
    digressions: int = 0
    anything_asked: bool = False
    confirm_asked: int = 0
    rejected: bool = False
    done: bool = False
    early: bool = False
    approved: bool = False

    def message(self, id: str) -> Message | None:
        return next((m for m in self.messages if m.id == id), None)

    @property
    def last_told(self) -> Message | None:
        """The interviewer's last message."""
        return next((m for m in reversed(self.messages) if m.author == "interviewer"), None)

    @property
    def last_said(self) -> Message | None:
        """The person's last message."""
        return next((m for m in reversed(self.messages) if m.author == "person"), None)

    @property
    def covered(self) -> int:
        """Topics that will not be asked about any more."""
        now = self.pending.topic if self.pending else None
        return sum(t.done or (t.status == "vague" and t.id != now) for t in self.topics.values())

    @property
    def settled(self) -> frozenset[str]:
        return frozenset(id for id, t in self.topics.items() if t.done)
