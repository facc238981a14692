"""Whether a sentence speaks of a topic that was not asked about, and for which option of it: a logistic regression of
what the texts of the topics and options, rules, and its grammar tell. It is fitted by
`python -m tests.quality.reading.volunteered`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log1p

from agent.reading import Evidence
from agent.understanding.clauses import Clause, sentences
from agent.understanding.contrast import ASIDE
from agent.understanding.lexicon import Lexicon, Vectors
from agent.understanding.lists import anywhere, at_start
from agent.understanding.manner import weight
from agent.understanding.stance import conceded, experience, feeling, joined, no_longer, past, present, stance
from agent.understanding.topics import NONE
from agent.understanding.weighing import FIRM, fitted, log_odds

_NEAREST = 0.6  # of the nearest thing that people say, beside all of them
_NEAR = 0.6  # how near such a thing is to be very near
_MOST, _TOPICS = 8, 4  # sentences looked at, and topics that each may speak of
_FEW, _SHORT, _WORDS = 5, 8, 2  # words of a sentence of which little can be told; and of meaning in it


@dataclass(frozen=True, slots=True)
class Mention:
    """A part of a reply may be for `option` of `topic`, which `grounds` speak for or against."""

    topic: str
    option: str
    part: Clause
    grounds: dict[str, float]

    @property
    def odds(self) -> float:
        """The logarithm of its odds."""
        return log_odds(self.grounds, fitted("volunteered"))


def mentions(
    lexicon: Lexicon,
    message: str,
    parts: Sequence[Clause],
    pending: str | None,
    evidence: Sequence[Evidence],
    mentioned: Collection[str],
) -> Iterator[Mention]:
    """What each sentence may tell on each topic that it is likest to speak of. Nothing without embeddings."""
    rows = sentences(parts)[:_MOST]
    vectors = lexicon.vectors([message[p.start : p.end] for p in rows]) if rows else None
    topics = lexicon.apart() if vectors is not None else None
    if vectors is None or topics is None:
        return
    for part, vector in zip(rows, vectors, strict=True):
        about = dict(topics.ranked(joined(part.words), vector))
        others = sorted((t for t in about if t not in (NONE, pending)), key=lambda t: -about[t])
        ruled = [e for e in evidence if e.option and e.start < part.end and part.start < e.end]
        shown = _shown(joined(part.words), part.asks) | {"ruled": _firmest(e for e in ruled if e.topic == pending)}
        for place, topic in enumerate(others):
            rules = [e for e in ruled if e.topic == topic]
            if place < _TOPICS or rules:
                grounds = {"first": float(place == 0), "named": float(topic in mentioned)}
                grounds |= shown | _spoken(about, topic, pending)
                yield from _mention(lexicon, topic, part, vector, rules, grounds, pending)


def _spoken(about: dict[str, float], topic: str, pending: str | None) -> dict[str, float]:
    """How much it speaks of the topic, rather than of another."""
    rival = max(score for t, score in about.items() if t not in (topic, pending))
    return {
        "about": about[topic],
        "beyond others": about[topic] - rival,
        "ahead of what was asked": about[topic] - about.get(pending or NONE, 0.0),
    }


def _mention(
    lexicon: Lexicon,
    topic: str,
    part: Clause,
    vector: Vectors,
    rules: Sequence[Evidence],
    grounds: dict[str, float],
    pending: str | None,
) -> Iterator[Mention]:
    contrast, text = lexicon.contrast(topic), joined(part.words)
    if contrast is None:
        return
    of, near = contrast.compared(text, vector)
    rule = {
        o.id: _firmest(e for e in rules if e.option == o.id and e.strength > 0) for o in lexicon.topics[topic].options
    }
    real = [o for o in of if not o.startswith(ASIDE)]
    option = max(real, key=lambda o: of[o] + _NEAREST * near[o] + rule.get(o, 0.0))
    beside = max((score for o, score in of.items() if o.startswith(ASIDE)), default=0.0)
    away = of[option] - beside
    alone = of[option] - max(of[o] for o in real if o != option)
    beyond, ahead = grounds["beyond others"], grounds["ahead of what was asked"]
    found = {
        "whole": of[option],
        "an answer": away,
        "alone": alone,
        "near": near[option],
        "very near": max(0.0, near[option] - _NEAR),
        "rule": rule[option],
        "firm rule": float(rule[option] >= FIRM),
        "other rule": max(s for o, s in rule.items() if o != option),
        "denied": _firmest(e for e in rules if e.option == option and e.strength < 0),
        "rule, about it": rule[option] * max(-1.0, min(1.0, beyond)),
        "all at once": min(beyond, ahead, away, alone),
        "all but what was asked": min(beyond, away, alone),
    }
    yield Mention(topic, option, part, grounds | found | _of_topic(lexicon, topic, text, pending))


def _shown(text: str, asks: bool) -> dict[str, float]:
    """The grammar and the length of what is said."""
    how, words = stance(text), text.split()
    return {
        "few words": float(len(words) < _FEW),
        "short": float(len(words) < _SHORT),
        "long": log1p(len(words)),
        "says little": float(weight(words) < _WORDS),
        "past": float(past(text)),
        "conceded": float(conceded(text)),
        "no longer": float(no_longer(text)),
        "weak": 1 - how.strength,
        "negated": float(how.manner == "negated"),
        "reported": float(how.manner == "reported"),
        "hedged": float(how.manner == "hedged"),
        "supposed": float(bool(anywhere("stance", "supposed").search(text))),
        "asks": float(asks),
        "points back": float(bool(at_start("stance", "points_back").match(text))),
    }


def _of_topic(lexicon: Lexicon, topic: str, text: str, pending: str | None) -> dict[str, float]:
    """Whether what is said is of the kind that the topic asks for: a wish, or what is to come."""
    of, asked = lexicon.topics[topic], lexicon.topics[pending] if pending else None
    wished = feeling(text, text, "").wish and not (present(text) or past(text) or experience(text))
    return {
        "wish": float(of.wish),
        "no wish": float(of.wish and not wished),
        "wish, past": float(of.wish and past(text)),
        "to come": float(of.ahead),
        "not to come": float(of.ahead and not anywhere("stance", "sought").search(text)),
        "asked what is to come": float(asked is not None and asked.ahead),
        "open": float(of.open),
    }


def _firmest(evidence: Iterable[Evidence]) -> float:
    return max((abs(e.strength) for e in evidence), default=0.0)
