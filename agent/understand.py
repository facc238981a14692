"""A message -> Reading, without a model: rules, the guide's own words, and embeddings similarity.

Nothing here knows a topic or an option by name; the guides say what there is to understand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agent.guide import Guide
from agent.quote import telling
from agent.reading import Evidence, Reading
from agent.understanding.answered import answered
from agent.understanding.asking import asks_back
from agent.understanding.clauses import Clause, clauses
from agent.understanding.contrast import Contrast
from agent.understanding.control import control, only_names, wants_change
from agent.understanding.echo import echoed, mocked
from agent.understanding.kept import Fits
from agent.understanding.lexicon import SURE, Lexicon
from agent.understanding.likeness import similar
from agent.understanding.manner import only_vague
from agent.understanding.mentions import Mention, mentions
from agent.understanding.protected import protected
from agent.understanding.seeing import likeness
from agent.understanding.slots import slots
from agent.understanding.stance import joined
from agent.understanding.steering import steers, target
from agent.understanding.told import Fact, Told, spared, told
from agent.understanding.topics import Embed
from agent.understanding.volunteered import beside_plain, in_passing, plainly, volunteered
from agent.understanding.weighing import Seen
from agent.understanding.words import phrase, words

_ANSWER = 10  # words beside a question that turns ours back, which answer it
_QUOTED = 30  # words of a sentence that is quoted whole
_LONGEST = 20_000  # characters read; a longer message is kept whole but understood by its beginning
_THUMBS = {"👍": "confirm", "👌": "confirm", "✅": "confirm", "👎": "reject", "❌": "reject"}


class KeylessReader:
    """Reader of agent/reading.py. `embed(texts, keep)` gives one L2-normalised row a text, or None;
    without it the likeness of words stands in."""

    def __init__(self, embed: Embed | None = None, fits: Fits | None = None) -> None:
        self._embed = embed
        self._fits = fits or Fits()
        self._lexicons: dict[tuple[str, int, int], Lexicon] = {}

    def read(self, message: str, guide: Guide, pending: str | None, settled: frozenset[str]) -> Reading:
        """See Reader. Of `settled` topics only plain words count: they may contradict what is known."""
        message = message[:_LONGEST]
        lexicon = self._lexicon(guide).listening()
        pending = pending if pending in lexicon.topics else None
        parts = [lexicon.respelled(p) for p in clauses(message)]
        if not parts:
            sign = next((v for k, v in _THUMBS.items() if k in message), "empty")
            return Reading(sign if pending is None else "empty")  # type: ignore[arg-type]
        text = " ".join(w.text for w in words(message))
        if picked := lexicon.label(message, pending):
            said = message.strip()
            start = message.index(said)
            return Reading("answer", (Evidence(str(pending), picked, 1.0, said, start, start + len(said)),))
        facts = protected(message)
        reading = steers(lexicon, message, parts, text, pending)
        if reading is None:
            reading = _heard(lexicon, message, parts, text, pending, settled, facts)
        kinds = tuple(dict.fromkeys(kind for kind, _, _ in facts))
        evidence = [_complete(message, parts, e, facts) for e in reading.evidence]
        return replace(reading, evidence=tuple(spared(message, evidence, facts)), left_out=kinds)

    def seen(self, message: str, guide: Guide, pending: str) -> Seen | None:
        """What a reply is weighed by: on this the weights are fitted. None where it steers, or says nothing."""
        lexicon = self._lexicon(guide).listening()
        parts = [lexicon.respelled(p) for p in clauses(message)]
        if not parts or steers(lexicon, message, parts, joined([w for p in parts for w in p.words]), pending):
            return None
        it = told(lexicon, message, parts, pending, protected(message))
        like = likeness(lexicon, message, it.rest, pending, it.evidence, bool(it.numbers)) if it.rest else None
        return like.seen if like else None

    def mentions(self, message: str, guide: Guide, pending: str) -> list[Mention]:
        """What a reply may tell on topics that were not asked about: on this it is fitted what counts."""
        lexicon = self._lexicon(guide).listening()
        parts = [lexicon.respelled(p) for p in clauses(message)]
        it = told(lexicon, message, parts, pending, protected(message))
        return list(mentions(lexicon, message, it.rest, pending, it.evidence, it.mentioned))

    def sides(self, guide: Guide, topic: str | None) -> Contrast | None:
        """What sets a topic's options apart, or with None the topics."""
        return self._lexicon(guide).contrast(topic) if topic else self._lexicon(guide).apart()

    def prepare(self, guide: Guide) -> None:
        """Fits now what the first reply to each topic would otherwise wait for, some 0.2 s a topic."""
        lexicon = self._lexicon(guide)
        for topic in lexicon.topics:
            lexicon.contrast(topic)
        lexicon.apart()

    def _lexicon(self, guide: Guide) -> Lexicon:
        key = (guide.id, guide.version, id(guide))
        if key not in self._lexicons:
            self._lexicons[key] = Lexicon(guide, self._embed, self._fits)
        return self._lexicons[key]


def _complete(message: str, parts: Sequence[Clause], e: Evidence, facts: Sequence[Fact]) -> Evidence:
    """A quote that alone says little ("Where it runs") with what follows it in its sentence, or stands before it, where
    nothing of that is protected."""
    own = next((p.sentence for p in parts if p.start <= e.start < p.end), None)
    if own is None or telling(e.quote) or e.option is None:
        return e
    whole = [p for p in parts if p.sentence == own]
    start, end = min(e.start, whole[0].start), max(e.end, whole[-1].end)
    if len(message[start:end].split()) > _QUOTED or any(a < end and start < b for _, a, b in facts):
        return e
    return replace(e, quote=message[start:end], start=start, end=end)


def _heard(
    lexicon: Lexicon,
    message: str,
    parts: list[Clause],
    text: str,
    pending: str | None,
    settled: frozenset[str],
    facts: Sequence[Fact],
) -> Reading:
    """The reading of a message that does not steer; `text` is its words, `facts` are what is protected of it."""
    it = told(lexicon, message, parts, pending, facts)
    if it.asked and it.rest and control(" ".join(joined(p.words) for p in it.rest), pending) == "decline":
        return Reading("decline", question=it.asked)
    back = any(map(asks_back, parts)) and sum(len(p.words) for p in it.rest) < _ANSWER
    if back and not any(e.topic == pending and e.strength >= SURE for e in it.evidence):
        return Reading("why", question=message.strip())
    found = mentions(lexicon, message, it.rest, pending, it.evidence, it.mentioned)
    beside = [e for e in volunteered(lexicon, message, found, pending) if pending is None or e.topic not in settled]
    change, evidence, manner = wants_change(text), it.evidence, ""
    elsewhere = change and any(topic != pending for topic in it.mentioned)
    if not elsewhere and not (it.asked and it.little):
        evidence, manner = similar(lexicon, message, it.rest, pending, evidence, bool(it.numbers))
    evidence = [e for e in evidence if e.topic == pending or e.topic not in settled or abs(e.strength) >= SURE]
    evidence = lexicon.together(mocked(lexicon, echoed(lexicon, evidence, it.rest), text), message)
    evidence = spared(message, evidence, facts)
    values = tuple(slots(message, it.numbers, lexicon.topics[pending].slots if pending else ()).items())
    if change:
        return replace(_changed(lexicon, message, it, pending, evidence), values=values)
    evidence = in_passing(lexicon, evidence, pending, spared(message, beside, facts))
    evidence = beside_plain(evidence, plainly(lexicon, message, it.rest, settled), pending)
    return replace(answered(lexicon, message, it, pending, evidence, values, bool(facts), manner), values=values)


def _changed(lexicon: Lexicon, message: str, it: Told, pending: str | None, evidence: list[Evidence]) -> Reading:
    """What is to be changed, and to what; the words that only say so are no answer to what is pending."""
    new = [e for e in evidence if e.topic != pending or not only_vague(phrase(e.quote))]
    new = [] if only_names(message) else new
    first = next((i for i, p in enumerate(it.rest) if wants_change(joined(p.words))), 0)
    named = {m.pattern.of[0] for p in it.rest[: first + 1] for m in lexicon.terms.find(p.words)} - {pending}
    to = named.pop() if len(named) == 1 else target(lexicon, new, it.mentioned, pending)
    new = [e for e in new if to == pending or e.topic != pending or not wants_change(phrase(e.quote))]
    return Reading("change", tuple(new), it.asked, to)
