"""All that leaves the agent: what a person sees, in a browser, a terminal or as JSON.

These are plain values; `asdict` of them is the JSON that `ask --json` and `interview --json` write, and more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Verdict = Literal["verified", "moved", "unsupported", "number", "flipped", "wrong-role", "wrong-basis", "fabricated"]


@dataclass(frozen=True, slots=True)
class Citation:
    """`start` and `end` count characters of the article's text; `quote` is exactly that slice.
    `marker` is the number shown as [n]; `verdict` is the claim check's."""

    marker: int
    article: str
    title: str
    publisher: str
    section: str
    passage: str
    quote: str
    start: int
    end: int
    verdict: Verdict = "verified"


@dataclass(frozen=True, slots=True)
class Answer:
    """A checked answer. `text` is Markdown with [n] markers; `notes` are lines about sources and their interests."""

    text: str
    citations: tuple[Citation, ...] = ()
    abstained: bool = False
    kind: str = "fact"
    engine: str = "keyless"
    dropped: tuple[tuple[str, Verdict], ...] = ()  # claims that did not pass, and why
    notice: str = ""  # said beside the answer, e.g. that a model failed


@dataclass(frozen=True, slots=True)
class TopicView:
    """One line of the progress panel. `understood` completes "You …"; `evidence` are (message id, exact quote)."""

    id: str
    name: str
    status: Literal["open", "asked", "vague", "settled", "refused", "unknown", "moot"]
    understood: str = ""
    evidence: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    covered: int
    total: int
    minutes_left: int
    topics: tuple[TopicView, ...] = ()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a message while it is made; the tokens of a turn joined are its message."""

    text: str


@dataclass(frozen=True, slots=True)
class Turn:
    """What the interviewer says next. `message_id` names its own message, `said_id` the person's it replies to;
    `move` is why: open, topic, probe, contradiction, answer, aside, why, progress, summary, changed, confirm, anything,
    report, close, refused.
    `quick` are the labels of the pending topic's options; `notice` is said once (e.g. a model that failed)."""

    interview: str
    message: str
    topic: str | None
    move: str
    progress: Progress
    done: bool
    citations: tuple[Citation, ...] = ()
    quick: tuple[str, ...] = ()
    message_id: str = ""
    said_id: str = ""
    notice: str = ""
    ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of a ranking: the points it adds, the person's words, and the passage that says they count."""

    points: float
    statement: str
    message: str
    quote: str
    citation: Citation
    topic: str
    option: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """`score` is `base` plus the points of `reasons`."""

    id: str
    name: str
    score: float
    base: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """`sections` are the report's parts as data, for the page; `markdown` is the same, whole."""

    interview: str
    guide: str
    markdown: str
    recommendation: tuple[Ranked, ...]
    profile: tuple[TopicView, ...]
    gaps: tuple[str, ...]
    citations: tuple[Citation, ...]
    sections: dict[str, Any] = field(default_factory=dict)
    approved: bool = False
