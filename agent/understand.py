"""A message -> Reading, without a model: rules, the guide's own words, and embeddings similarity.

Nothing here knows a topic or an option by name; the guides say what there is to understand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agent.guide import Guide
from agent.reading import Evidence, Intent, Reading
from agent.understanding.clauses import Clause, clauses
from agent.understanding.control import control, question_in, wants_change
from agent.understanding.evidence import clause_evidence, free_text
from agent.understanding.lexicon import SURE, Embed, Lexicon
from agent.understanding.manner import evades, only_vague, sits_on_the_fence, sounds_vague, weight
from agent.understanding.protected import protected
from agent.understanding.stance import Stance, hedges, joined, stance
from agent.understanding.values import Quantity, quantities, slots
from agent.understanding.words import phrase, words

_LONGEST = 20_000  # characters read; a longer message is kept whole but understood by its beginning
_CONTROL_WORDS = 16
_CLOSE, _MARGIN = 0.36, 0.02  # similarity that settles the pending topic, and its lead over the runner-up
_FAR = 0.22  # an answer less like the question than this is about something else
_ORDER: tuple[Intent, ...] = (
    "finish", "restart", "decline", "skip", "back", "summary", "left", "dont_know", "why", "off_topic",
)  # fmt: skip
_MEANT = ("decline", "skip")  # "Rather not" is an answer where the guide says so
_ASKS_WHY = re.compile(
    r"\bwhy (?:do|are|would|did) you (?:\w+ )?(?:ask|asking|want to know|need (?:this|that|it|to know))\b"
    r"|\bwhy you(?:'re| are)? (?:ask|asking|need (?:this|that|it|to know)|want to know)\b"
)
_PIECES = re.compile(r"[.,;:!?\n—]+|\band\b")
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
        lexicon = self._lexicon(guide)
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
        intent = self._steer(lexicon, message, parts, text, pending)
        if intent is not None:
            return intent
        asked = question_in(message, parts)
        asked = "" if evades(phrase(asked)) else asked
        rest = _without([p for p in parts if not _within(asked, message, p)], left_out)
        evidence, mentioned = self._evidence(lexicon, message, rest, pending)
        evidence = self._similar(lexicon, message, rest, pending, evidence)
        kinds = tuple(dict.fromkeys(kind for kind, _, _ in left_out))
        found = quantities(message)
        values = tuple(slots(message, found).items())
        evidence = [e for e in evidence if e.topic == pending or e.topic not in settled or abs(e.strength) >= SURE]
        evidence = lexicon.together(evidence, message)
        evidence = _taken_back(lexicon, evidence, rest)
        if wants_change(text):
            return Reading(
                "change",
                tuple(evidence),
                asked,
                _target(lexicon, evidence, mentioned, pending),
                values=values,
                left_out=kinds,
            )
        reading = self._answer(lexicon, message, rest, pending, evidence, mentioned, asked, bool(values), kinds)
        return Reading(*reading, values=values, left_out=kinds)

    def prepare(self, guide: Guide) -> None:
        """Embed a guide's phrases ahead of the first interview; seconds at most, and once where they are kept."""
        lexicon = self._lexicon(guide)
        for topic in lexicon.topics:
            lexicon.examples(topic)
            lexicon.question(topic)

    def _lexicon(self, guide: Guide) -> Lexicon:
        key = (guide.id, guide.version, id(guide))
        if key not in self._lexicons:
            self._lexicons[key] = Lexicon(guide, self._embed)
        return self._lexicons[key]

    def _steer(
        self, lexicon: Lexicon, message: str, parts: list[Clause], text: str, pending: str | None
    ) -> Reading | None:
        """A message that steers the interview rather than answers."""
        count = text.count(" ") + 1
        if count <= 6 and pending is not None and lexicon.is_reply(parts, pending) and control(text, pending) in _MEANT:
            return None
        if count <= _CONTROL_WORDS and (intent := control(text, pending)):
            return Reading(intent, question=message.strip() if intent == "why" else "")
        if count > 40:
            return None
        if count <= 25 and any(control(phrase(p), pending or "-") == "finish" for p in _PIECES.split(message)):
            return Reading("finish")
        if count <= 20 and _ASKS_WHY.search(text):
            evidence, _ = self._evidence(lexicon, message, parts, pending)
            return Reading(
                "why", tuple(e for e in evidence if e.topic == pending and e.strength >= SURE), message.strip()
            )
        if len(parts) == 1:
            return None
        kinds = [control(joined(p.words), pending or "-") for p in parts]
        rest = [p for p, k in zip(parts, kinds, strict=True) if k is None]
        for kind in _ORDER:
            at = [i for i, k in enumerate(kinds) if k == kind]
            if not at or not (len(rest) == 0 or at[0] in (0, len(kinds) - 1)):
                continue
            evidence, _ = self._evidence(lexicon, message, rest, pending)
            if any(e.topic == pending and e.strength >= 0.4 for e in evidence):
                return None
            if kind in ("finish", "decline", "skip") or sum(weight(w.text for w in p.words) for p in rest) <= 4:
                return Reading(kind, tuple(evidence))
        return None

    def _evidence(
        self, lexicon: Lexicon, message: str, parts: list[Clause], pending: str | None
    ) -> tuple[list[Evidence], frozenset[str]]:
        numbers = _longest_years(quantities(message))
        by_sentence: dict[int, set[str]] = {}
        for part in parts:
            near = {m.pattern.of[0] for m in lexicon.terms.find(part.words)}
            by_sentence.setdefault(part.sentence, set()).update(near)
        evidence: list[Evidence] = []
        for i, part in enumerate(parts):
            after = parts[i + 1] if i + 1 < len(parts) and parts[i + 1].sentence == part.sentence else None
            how = _tagged(part, after)
            evidence += clause_evidence(
                lexicon, part, message, pending, numbers, i == 0, frozenset(by_sentence[part.sentence]), how
            )
        return _once(evidence), frozenset(t for near in by_sentence.values() for t in near)

    def _similar(
        self,
        lexicon: Lexicon,
        message: str,
        parts: list[Clause],
        pending: str | None,
        evidence: list[Evidence],
    ) -> list[Evidence]:
        """The pending topic's option by likeness, where no rule found one."""
        if pending is None or not parts or any(e.topic == pending and e.option for e in evidence):
            return evidence
        texts = [
            (p, message[p.start : p.end])
            for p in _sentences(parts)
            if weight(w.text for w in p.words) and not sits_on_the_fence(joined(p.words))
        ][:6]
        if not texts:
            return evidence
        vectors = lexicon.vectors([t for _, t in texts])
        best: tuple[float, str, Clause] | None = None
        for i, (part, said) in enumerate(texts):
            ranked = lexicon.similar(said, vectors[i] if vectors is not None else None, pending)
            if not ranked:
                continue
            option, score = ranked[0]
            lead = score - (ranked[1][1] if len(ranked) > 1 else 0.0)
            if score >= _CLOSE and lead >= _MARGIN and (best is None or score > best[0]):
                best = (score, option, part)
        if best is None:
            return evidence
        _, option, part = best
        how = stance(joined(part.words))
        if how.manner == "reported" and not lexicon.topics[pending].wish:
            how = Stance(1.0, "stated")
        strength = round(0.7 * how.strength, 2)
        quote = Evidence(pending, option, strength, message[part.start : part.end], part.start, part.end, how.manner)
        return [*evidence, quote]

    def _answer(
        self,
        lexicon: Lexicon,
        message: str,
        parts: list[Clause],
        pending: str | None,
        evidence: list[Evidence],
        mentioned: frozenset[str],
        asked: str,
        values: bool,
        left_out: tuple[str, ...],
    ) -> tuple[Intent, tuple[Evidence, ...], str, str, bool, bool]:
        """intent, evidence, question, target, vague, dodged."""
        if pending is None or not parts:
            intent: Intent = "question" if asked and (not parts or not evidence) else "answer"
            return intent, tuple(evidence), asked, "", False, False
        topic = lexicon.topics[pending]
        text = " ".join(joined(p.words) for p in parts)
        about = [e for e in evidence if e.topic == pending]
        fence = any(sits_on_the_fence(joined(p.words)) for p in parts)
        if (fence and max((abs(e.strength) for e in about), default=0) <= 0.5) or (
            evades(text) and not topic.open and weight(w.text for p in parts for w in p.words) <= 5
        ):
            evidence, about = [e for e in evidence if e.topic != pending], []
        solid = any(e.strength >= 0.3 for e in about)
        own = self._slots_of(topic.slots, message) if values else False
        substance = weight(w.text for p in parts for w in p.words)
        others = any(e.topic != pending and e.strength >= 0.6 for e in evidence)
        vague = dodged = False
        if not solid and not own:
            vague = only_vague(text) or (sounds_vague(text) and substance <= 3) or (not substance and not about)
            if not vague and not about:
                dodged = self._dodges(lexicon, message, parts, text, pending, mentioned, others, substance)
            if not vague and not dodged and sounds_vague(text) and not topic.open:
                vague = True
            if topic.open and not vague and not dodged and substance:
                evidence = [*evidence, free_text(pending, message, parts)]
            if vague and left_out and not substance:
                vague = False
        intent = "question" if asked else "answer"
        if asked and not about and not solid:
            vague = dodged = False
        return intent, tuple(evidence), asked, "", vague, dodged

    @staticmethod
    def _slots_of(wanted: Sequence[str], message: str) -> bool:
        return any(s in wanted and s != "level" for s in slots(message, quantities(message)))

    def _dodges(
        self,
        lexicon: Lexicon,
        message: str,
        parts: list[Clause],
        text: str,
        pending: str,
        mentioned: frozenset[str],
        others: bool,
        substance: int,
    ) -> bool:
        if pending in mentioned:
            return evades(text) and substance <= 6
        if evades(text):
            return True
        if lexicon.topics[pending].open:
            return False
        if others:
            return True
        vectors = lexicon.vectors([message[parts[0].start : parts[-1].end]])
        question = lexicon.question(pending)
        if vectors is None or question is None:
            return substance >= 4
        ranked = lexicon.similar(text, vectors[0], pending)
        near = max(float(question @ vectors[0]), ranked[0][1] if ranked else 0.0)
        return near < _FAR and substance >= 4


def _taken_back(lexicon: Lexicon, evidence: list[Evidence], parts: list[Clause]) -> list[Evidence]:
    """ "Commission? No thanks." denies what it names."""
    denied = {
        a.start
        for a, b in pairwise(parts)
        if a.asks and len(a.words) <= 4 and b.words[0].text in ("no", "nope", "never", "not", "nah", "hardly")
    }
    turned = []
    for e in evidence:
        if e.start not in denied or not e.option:
            turned.append(e)
            continue
        other = lexicon.option(e.topic, e.option).opposite
        turned.append(
            replace(e, option=other or e.option, strength=e.strength if other else -e.strength, manner="negated")
        )
    return turned


def _tagged(part: Clause, after: Clause | None) -> Stance | None:
    """The stance of a clause that is followed by nothing but a hedge (", I guess")."""
    own = stance(joined(part.words))
    if after is None or own.strength < 1:
        return own
    tag = joined(after.words)
    return Stance(0.5, "hedged") if hedges(tag) and not weight(tag.split()) else own


def _longest_years(found: list[Quantity]) -> list[Quantity]:
    """Of several lengths in years, the longest says how long somebody has been at something."""
    years = [q for q in found if q.unit == "years"]
    return [q for q in found if q.unit != "years" or q is max(years, key=lambda q: q.high)]


def _once(evidence: list[Evidence]) -> list[Evidence]:
    """The plainest of the pieces that say the same."""
    best: dict[tuple[str, str | None, bool], Evidence] = {}
    for e in evidence:
        key = (e.topic, e.option, e.strength < 0)
        if key not in best or abs(e.strength) > abs(best[key].strength):
            best[key] = e
    return list(best.values())


def _within(asked: str, message: str, part: Clause) -> bool:
    if not asked:
        return False
    start = message.find(asked)
    return start >= 0 and start <= part.start < start + len(asked)


def _without(parts: list[Clause], facts: list[tuple[str, int, int]]) -> list[Clause]:
    """The clauses with protected facts cut out of them."""
    kept: list[Clause] = []
    for part in parts:
        tokens = list(part.words)
        hit = [any(s < w.end and w.start < e for _, s, e in facts) for w in tokens]
        if not any(hit):
            kept.append(part)
            continue
        run: list[int] = []
        for i in range(len(tokens) + 1):
            if i < len(tokens) and not hit[i]:
                run.append(i)
            elif run:
                piece = tuple(tokens[j] for j in run)
                if len(piece) > 1:
                    kept.append(Clause(piece[0].start, piece[-1].end, piece, part.sentence, part.asks, piece[0].text))
                run = []
    return kept


def _sentences(parts: list[Clause]) -> list[Clause]:
    """Clauses, and whole sentences where they have several."""
    groups: dict[int, list[Clause]] = {}
    for part in parts:
        groups.setdefault(part.sentence, []).append(part)
    return [
        Clause(g[0].start, g[-1].end, tuple(w for p in g for w in p.words), g[0].sentence, g[-1].asks)
        for g in groups.values()
    ]


def _target(lexicon: Lexicon, evidence: list[Evidence], mentioned: frozenset[str], pending: str | None) -> str:
    """The topic that a change is about: the clearest one spoken of, apart from the one that is pending."""
    spoken = sorted((e for e in evidence if e.option), key=lambda e: (e.topic == pending, -abs(e.strength)))
    named = [t for t in lexicon.topics if t in mentioned]
    if spoken and (spoken[0].topic in mentioned or not named):
        return spoken[0].topic
    return next((t for t in named if t != pending), named[0] if named else "")
