"""One topic as it is heard, message by message, and the status that comes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from agent.guide import ProbeKind, Topic
from agent.reading import Evidence
from agent.state import Heard, Message, Status, TopicState
from agent.understanding.manner import evades, only_vague, sounds_vague, weight
from agent.understanding.protected import protected, stretch
from agent.understanding.words import phrase

ASKED_FOR = 0.3  # the least strength that settles a topic that was asked about …
VOLUNTEERED = 0.85  # … and one that was not
SUBSTANCE = 4  # words of meaning
FEW = 2  # … of a second reply that can be an answer
OWN_WORDS = 200  # characters of an answer kept as evidence where no option was recognised
NO_MORE = re.compile(
    r"\W*(?:i think |i guess |and |so )?(?:"
    r"that(?:['’]?s| is| was) (?:about |pretty much |prety much |really )?(?:it|all)"
    r"|(?:as|like|same as) i (?:already )?(?:said|told you)|nothing (?:more|else|to add)|no more"
    r"|same(?: as before)?|(?:i )?(?:don['’]?t|do not) have (?:any|more|much)\b.{0,30}"
    r"|idk what else.{0,30}|already (?:said|told).{0,20})\W*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class TopicHeard:
    """A TopicState in the making. `mark` is the person's "skip", "decline" or "don't know"; `own` their last reply,
    kept in its words where no option was recognised in it; `passed`: the interview went on to something else; `firm`:
    it has been answered plainly, which a later "that's all" does not undo. `direct` are replies to its questions."""

    topic: Topic
    heard: list[Heard] = field(default_factory=list)
    replaced: list[Heard] = field(default_factory=list)
    probes: list[ProbeKind] = field(default_factory=list)
    values: list[tuple[str, str, str]] = field(default_factory=list)
    asked: int = 0
    dodges: int = 0
    own: Message | None = None
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
        if self.unclear:
            self.keep_words()
        self.unclear = False

    def keep_words(self) -> None:
        """The last reply stays in words of its own. They are looked up only here: the fold comes by at every turn."""
        if self.own is not None and (words := own_words(self.own, self.topic.id)) is not None:
            self.heard.append(words)

    def enough(self) -> None:
        """They have no more to say about it: what they said before stands."""
        if not self.heard:
            self.keep_words()
        self.vague = self.unclear = False

    def state(self) -> TopicState:
        status = self.status()
        return TopicState(
            self.topic.id,
            status,
            tuple(self.heard),
            tuple(self.replaced),
            self.asked,
            tuple(self.probes),
            self.dodges,
            unclear=self.unclear,
            mixed=self.mixed,
            volunteered=self.volunteered and not self.asked and status == "settled",
            skipped=self.mark == "skip",
            corrected=self.corrected,
            edited=self.edited,
            values=tuple(self.values),
        )

    def status(self) -> Status:
        enough = any(
            abs(h.evidence.strength) >= (ASKED_FOR if h.message in self.direct else VOLUNTEERED)
            and (h.option is not None or self.topic.open or self.asked)
            for h in self.heard
        )
        strong = any(abs(h.evidence.strength) >= VOLUNTEERED and h.option is not None for h in self.heard)
        if self.corrected and self.heard:
            return "settled"
        if self.mark and not strong:
            return "unknown" if self.mark == "dont_know" else "refused"
        if self.vague or self.unclear:
            return "settled" if enough and (self.passed or len(self.probes) >= 2) else "vague"
        if enough:
            return "settled"
        if self.dodges >= 2:
            return "refused"
        return "asked" if self.asked else "open"


def own_words(message: Message, topic: str) -> Heard | None:
    """The beginning of an answer in which no option was recognised, cut at a word and before a protected fact."""
    start, stop = stretch(message.text, 0, len(message.text)) if protected(message.text) else _ends(message.text)
    end = min(stop, start + OWN_WORDS)
    if end < stop and (cut := message.text.rfind(" ", start, end)) > start:
        end = cut
    quote = message.text[start:end]
    if not quote:
        return None
    return Heard(message.id, Evidence(topic, None, 0.5, quote, start, end))


def says_something(text: str) -> bool:
    """Whether a second reply that seems to be about something else is kept as an answer in words of its own."""
    said = phrase(text)
    return weight(said.split()) >= SUBSTANCE and not evades(said)


def tells(text: str) -> bool:
    """Whether a few words name a thing, and are not made of vague phrases."""
    said = phrase(text)
    return weight(said.split()) >= FEW and not (evades(said) or sounds_vague(said) or only_vague(said))


def _ends(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text.rstrip())
