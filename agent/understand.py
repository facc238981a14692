"""A message -> Reading, without a model: rules, the guide's own words, and embeddings similarity.

Nothing here knows a topic or an option by name; the guides say what there is to understand.
"""

from __future__ import annotations

from dataclasses import replace

from agent.guide import Guide
from agent.reading import Evidence, Reading
from agent.understanding.answered import answered
from agent.understanding.asking import asks_back, inverted, question_in
from agent.understanding.clauses import Clause, clauses
from agent.understanding.contrast import Contrast
from agent.understanding.control import control, only_names, wants_change
from agent.understanding.echo import echoed, mocked
from agent.understanding.lexicon import SURE, Lexicon
from agent.understanding.likeness import similar
from agent.understanding.manner import evades, only_vague, weight
from agent.understanding.mentions import Mention, mentions
from agent.understanding.pieces import message_evidence, without
from agent.understanding.protected import protected, stretch
from agent.understanding.quantities import Quantity, quantities
from agent.understanding.seeing import likeness
from agent.understanding.slots import slots
from agent.understanding.stance import joined
from agent.understanding.steering import steers, target
from agent.understanding.topics import Embed
from agent.understanding.volunteered import in_passing, volunteered
from agent.understanding.weighing import Seen
from agent.understanding.words import phrase, words

_LONGEST = 20_000  # characters read; a longer message is kept whole but understood by its beginning
_LEFT = 2  # words of meaning that a quote must have without a protected fact, or a reply beside a question, to tell
_THUMBS = {"👍": "confirm", "👌": "confirm", "✅": "confirm", "👎": "reject", "❌": "reject"}


class KeylessReader:
    """Reader of agent/reading.py. `embed(texts, keep)` gives one L2-normalised row a text, or None;
    without it the likeness of words stands in."""

    def __init__(self, embed: Embed | None = None) -> None:
        self._embed = embed
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
        left_out = protected(message)
        kinds = tuple(dict.fromkeys(kind for kind, _, _ in left_out))
        intent = steers(lexicon, message, parts, text, pending)
        if intent is not None:
            spared = _spared(message, list(intent.evidence), left_out)
            return replace(intent, evidence=tuple(spared), left_out=kinds)
        asked, rest, found = _told(message, parts, left_out)
        evidence, mentioned = message_evidence(lexicon, message, rest, pending, found)
        if asked and rest and control(" ".join(joined(p.words) for p in rest), pending) == "decline":
            return Reading("decline", question=asked, left_out=kinds)
        if any(map(asks_back, parts)) and not any(e.topic == pending and e.strength >= SURE for e in evidence):
            return Reading("why", question=message.strip(), left_out=kinds)
        told = volunteered(message, mentions(lexicon, message, rest, pending, evidence, mentioned), pending)
        change, manner = wants_change(text), ""
        elsewhere = change and any(topic != pending for topic in mentioned)
        little = weight(w.text for p in rest for w in p.words) < _LEFT
        if not elsewhere and not (asked and little):
            evidence, manner = similar(lexicon, message, rest, pending, evidence, bool(found))
        values = tuple(slots(message, found, lexicon.topics[pending].slots if pending else ()).items())
        evidence = [e for e in evidence if e.topic == pending or e.topic not in settled or abs(e.strength) >= SURE]
        evidence = mocked(lexicon, echoed(lexicon, evidence, rest), text)
        evidence = lexicon.together(evidence, message)
        evidence = _spared(message, evidence, left_out)
        told = _spared(message, [e for e in told if pending is None or e.topic not in settled], left_out)
        if change:
            evidence = [e for e in evidence if e.topic != pending or not only_vague(phrase(e.quote))]
            evidence = [] if only_names(message) else evidence
            changed = target(lexicon, evidence, mentioned, pending)
            of_it = [
                e for e in evidence if changed == pending or e.topic != pending or not wants_change(phrase(e.quote))
            ]
            return Reading("change", tuple(of_it), asked, changed, values=values, left_out=kinds)
        evidence = in_passing(lexicon, evidence, pending, told)
        reading = answered(lexicon, message, rest, pending, evidence, mentioned, asked, values, kinds, manner)
        spared = _spared(message, list(reading.evidence), left_out)
        return replace(reading, evidence=tuple(spared), values=values, left_out=kinds)

    def seen(self, message: str, guide: Guide, pending: str) -> Seen | None:
        """What a reply is weighed by: on this the weights are fitted. None where it steers, or says nothing."""
        lexicon = self._lexicon(guide).listening()
        parts = [lexicon.respelled(p) for p in clauses(message)]
        if not parts or steers(lexicon, message, parts, joined([w for p in parts for w in p.words]), pending):
            return None
        _, rest, found = _told(message, parts, protected(message))
        evidence, _ = message_evidence(lexicon, message, rest, pending, found)
        like = likeness(lexicon, message, rest, pending, evidence, bool(found)) if rest else None
        return like.seen if like else None

    def mentions(self, message: str, guide: Guide, pending: str) -> list[Mention]:
        """What a reply may tell on topics that were not asked about: on this it is fitted what counts."""
        lexicon = self._lexicon(guide).listening()
        parts = [lexicon.respelled(p) for p in clauses(message)]
        _, rest, found = _told(message, parts, protected(message))
        evidence, mentioned = message_evidence(lexicon, message, rest, pending, found)
        return list(mentions(lexicon, message, rest, pending, evidence, mentioned))

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
            self._lexicons[key] = Lexicon(guide, self._embed)
        return self._lexicons[key]


def _told(
    message: str, parts: list[Clause], left_out: list[tuple[str, int, int]]
) -> tuple[str, list[Clause], list[Quantity]]:
    """(what a message asks us; the clauses that tell something; its numbers)."""
    asked = question_in(message, parts)
    asked = "" if evades(phrase(asked)) else asked
    rest = without([p for p in parts if not _within(asked, message, p) and not asks_back(p)], left_out)
    plain = [p for p in rest if not inverted(p)]  # "Is that even code?"
    return asked, plain if weight(w.text for p in plain for w in p.words) >= _LEFT else rest, quantities(message)


def _spared(message: str, evidence: list[Evidence], facts: list[tuple[str, int, int]]) -> list[Evidence]:
    """The evidence with its quotes cut to what holds no protected fact; none where next to nothing is left."""
    kept = []
    for e in evidence:
        if any(start < e.end and e.start < end for _, start, end in facts):
            start, end = stretch(message, e.start, e.end)
            if weight(phrase(message[start:end]).split()) < _LEFT:
                continue
            e = replace(e, quote=message[start:end], start=start, end=end)
        kept.append(e)
    return kept


def _within(asked: str, message: str, part: Clause) -> bool:
    if not asked:
        return False
    start = message.find(asked)
    return start >= 0 and start <= part.start < start + len(asked)
