"""What a clause says about topics that were not asked about, where its words alone do not settle it: the guide's
cues and the likeness to its examples have to agree, or the likeness has to be very great."""

from __future__ import annotations

from dataclasses import replace

from agent.reading import Evidence
from agent.understanding.clauses import Clause
from agent.understanding.lexicon import Lexicon, Vectors
from agent.understanding.lists import anywhere, at_start
from agent.understanding.manner import weight
from agent.understanding.stance import (
    conceded,
    denies,
    experience,
    feeling,
    joined,
    negates,
    no_longer,
    past,
    present,
    stance,
)
from agent.understanding.words import phrase

_AGREED, _ALONE, _WISHED = 0.45, 0.75, 0.62  # likeness that confirms a cue, that needs none, and none for a wish
_LEAD, _AHEAD, _CLEAR, _FAR_AHEAD = (
    0.02,
    0.06,
    0.1,
    0.18,
)  # by how much it is nearer than any other topic, in these cases
_SETTLES = 0.85
_PASSING = 0.8  # what is heard in passing and is not certain enough that the topic need not be asked about
_NEAR, _WORDS = (
    0.5,
    2,
)  # how near to what people say for the option a clause has to be, to be certain, and words of meaning in it
_MOST = 4  # clauses looked at


def volunteered(
    lexicon: Lexicon, message: str, parts: list[Clause], pending: str | None, evidence: list[Evidence]
) -> list[Evidence]:
    """Evidence on other topics than the pending one, from clauses that say nothing else."""
    starts = {e.start for e in evidence}
    silent = [p for p in parts if p.start not in starts and weight(w.text for w in p.words) >= 2 and not p.asks]
    plain = [p for p in silent if _counts(joined(p.words))][:_MOST]
    vectors = lexicon.vectors([message[p.start : p.end] for p in plain]) if plain else None
    if vectors is None:
        return []
    known = {e.topic for e in evidence}
    found: list[Evidence] = []
    for part, vector in zip(plain, vectors, strict=True):
        text = joined(part.words)
        nearest = [(score, topic, option, example) for topic in lexicon.topics
                   for option, score, example in lexicon.nearest(vector, topic)]  # fmt: skip
        nearest.sort(reverse=True)
        score, topic, option, example = nearest[0]
        rival = next((s for s, t, _, _ in nearest if t != topic), 0.0)
        if topic == pending or topic in known or not _wished(lexicon, topic, text):
            continue
        cues = [m.pattern for m in lexicon.cues.find(part.words) if m.pattern.of == (topic, option)]
        fixed = max((p.fixed for p in cues), default=0)
        full = weight(w.text for w in part.words) >= 3
        lead = score - rival
        needed = 0.0 if fixed > 2 else _LEAD if full else _AHEAD
        same_side = _same_side(lexicon, topic, option, text, example)  # "not an established company" is none
        agreed = fixed > 1 and score >= _AGREED and lead >= needed and same_side
        alone = (
            full
            and not at_start("stance", "points_back").match(text)
            and same_side
            and (
                (score >= _ALONE and lead >= _CLEAR)
                or (lexicon.topics[topic].wish and score >= _WISHED and lead >= _FAR_AHEAD)
            )
        )
        if agreed or alone:
            quote = message[part.start : part.end]
            # what only sounds like a wish is worth knowing, but still asked about
            strength = _SETTLES if agreed or score >= _ALONE else _PASSING
            found.append(Evidence(topic, option, strength, quote, part.start, part.end))
            known.add(topic)
    return found


def in_passing(lexicon: Lexicon, message: str, pending: str | None, evidence: list[Evidence]) -> list[Evidence]:
    """The evidence, where what is said on topics that were not asked about settles them only if it is stated of
    the person's own present, or is what they want where that is asked, and lies nearer to what people say for that
    option than to anything else."""
    doubtful = [e for e in evidence if e.topic != pending and e.option and abs(e.strength) >= _SETTLES]
    if not doubtful:
        return evidence
    vectors = lexicon.vectors([message[e.start : e.end] for e in doubtful])
    weak = {
        id(e)
        for i, e in enumerate(doubtful)
        if not _stated(lexicon, e, message[e.start : e.end], pending)
        or not (vectors is None or _nearest(lexicon, vectors[i], e, phrase(message[e.start : e.end]), pending))
    }
    return [replace(e, strength=_PASSING if e.strength > 0 else -_PASSING) if id(e) in weak else e for e in evidence]


def _stated(lexicon: Lexicon, e: Evidence, said: str, pending: str | None) -> bool:
    topic, text = lexicon.topics[e.topic], phrase(said)
    if e.strength < 0 or e.manner == "negated" or weight(text.split()) < _WORDS + topic.wish:
        return False
    if topic.ahead:
        return bool(anywhere("stance", "sought").search(text))
    if topic.wish:
        return True  # only words that say so are heard at all
    asked = lexicon.topics[pending] if pending else None
    return not (asked and asked.ahead) and not anywhere("stance", "supposed").search(text)


def _nearest(lexicon: Lexicon, vector: Vectors, e: Evidence, text: str, pending: str | None) -> bool:
    scores: dict[tuple[str, str], float] = {}
    for topic in lexicon.topics:
        for option, score, example in lexicon.nearest(vector, topic):
            scores[topic, option] = score
            if (topic, option) == (e.topic, e.option) and not _same_side(lexicon, topic, option, text, example):
                return False
    own = scores.get((e.topic, e.option or ""), 0.0)
    contrast = lexicon.contrast(e.topic)
    side = contrast.side(text, vector) if contrast else e.option
    rival = max((s for (t, _), s in scores.items() if t not in (e.topic, pending)), default=0.0)
    return own >= _NEAR and own >= rival and side == e.option


def _counts(text: str) -> bool:
    """Whether a clause says something plainly of how things are."""
    return stance(text).strength == 1 and not conceded(text) and not no_longer(text)


def _wished(lexicon: Lexicon, topic: str, text: str) -> bool:
    """Whether it says what the person wants, where that is what the topic is about."""
    if not lexicon.topics[topic].wish:
        return True
    return feeling(text, text, "").wish and not (present(text) or past(text) or experience(text))


def _same_side(lexicon: Lexicon, topic: str, option: str, text: str, example: str) -> bool:
    """Whether a clause denies where its option does: likeness alone can't tell "I hate it" from "I love it"."""
    pole = lexicon.option(topic, option).pole
    if pole in ("much", "little"):
        return denies(text) == (pole == "little")
    return negates(text) == negates(phrase(example))
