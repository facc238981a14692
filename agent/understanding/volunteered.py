"""What a reply tells on topics that were not asked about, and what of it settles them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import inf

from agent.reading import Evidence
from agent.understanding.clauses import Clause
from agent.understanding.lexicon import Lexicon
from agent.understanding.lists import anywhere
from agent.understanding.manner import weight
from agent.understanding.mentions import Mention
from agent.understanding.stance import felt, joined
from agent.understanding.words import phrase

SETTLES, PASSING = 0.85, 0.8  # strength of what need not be asked about any more, and of what is told, but still asked
CERTAIN, LIKELY = 1.5, 0.5  # logarithm of the odds from which it is the one or the other
_ASKED_FOR = 1.0  # by how much less does where anything may be told, at the end and to the summary
_DOUBTED = 0.75  # the most strength of what a reply says on its topic that is not sure
_UNREAL = re.compile(r"\b(?:if|unless|suppose|imagine)\b")
_WORDS = 2  # of meaning, at the least


def volunteered(lexicon: Lexicon, message: str, mentions: Iterable[Mention], pending: str | None) -> list[Evidence]:
    """Evidence on each topic of `mentions`, once, where it is likely enough. What somebody tells of their work as it is
    ("Monday I'm at the bench") settles no wish."""
    best: dict[str, tuple[float, Mention]] = {}
    for one in mentions:
        if (odds := one.odds) > best.get(one.topic, (-inf, one))[0]:
            best[one.topic] = odds, one
    less = 0.0 if pending else _ASKED_FOR
    of_now = pending is not None and not lexicon.topics[pending].wish

    def settles(m: Mention, odds: float) -> bool:
        wanted = not (of_now and lexicon.topics[m.topic].wish) or felt(joined(m.part.words))
        return wanted and odds >= CERTAIN - less

    return [
        Evidence(m.topic, m.option, SETTLES if settles(m, odds) else PASSING, message[start:end], start, end)
        for odds, m in best.values()
        if odds >= LIKELY - less
        for start, end in [(m.part.start, m.part.end)]
    ]


def plainly(lexicon: Lexicon, message: str, parts: Iterable[Clause], settled: frozenset[str]) -> list[Evidence]:
    """What the guide's cues that count under any question say, once a topic: so plain that it settles it, or goes
    against what was answered. What people do is not yet what they want: it goes against a wish, and settles none."""
    found: dict[str, Evidence] = {}
    for part in parts:
        if part.asks or _UNREAL.search(joined(part.words)):
            continue
        for match in lexicon.elsewhere.find(part.words):
            topic, option = match.pattern.of
            if topic in settled or not lexicon.topics[topic].wish:
                quote = message[part.start : part.end]
                found.setdefault(topic, Evidence(topic, option, SETTLES, quote, part.start, part.end))
    return [*found.values()]


def beside_plain(evidence: Sequence[Evidence], plain: Sequence[Evidence], pending: str | None) -> list[Evidence]:
    """`evidence` with what is `plain` in the place of what else it says on the same topic; on the one that was asked
    about only where the reply as a whole is doubtful."""
    sure = any(e.topic == pending and e.option and e.strength > _DOUBTED for e in evidence)
    taken = [p for p in plain if p.topic != pending or not sure]
    topics = {p.topic for p in taken}
    return [*(e for e in evidence if e.topic not in topics), *taken]


def in_passing(
    lexicon: Lexicon, evidence: Sequence[Evidence], pending: str | None, told: Sequence[Evidence]
) -> list[Evidence]:
    """What rules found, and what was `told` by meaning as well. On topics that were not asked about rules alone settle
    nothing where meanings are known; else only what is stated of the person's own present, or is what they want
    where that is asked."""
    embedded = lexicon.apart() is not None
    sure = {(e.topic, e.option) for e in told if e.strength >= SETTLES}
    kept = [
        replace(e, strength=max(-PASSING, min(PASSING, e.strength)))
        if e.topic != pending and e.option and (embedded or not _stated(lexicon, e, pending))
        else e
        for e in evidence
        if (e.topic, e.option) not in sure
    ]
    known = {e.topic for e in kept}
    return kept + [e for e in told if (e.topic, e.option) in sure or e.topic not in known]


def _stated(lexicon: Lexicon, e: Evidence, pending: str | None) -> bool:
    topic, text = lexicon.topics[e.topic], phrase(e.quote)
    if e.strength < 0 or e.manner == "negated" or weight(text.split()) < _WORDS + topic.wish:
        return False
    if topic.ahead:
        return bool(anywhere("stance", "sought").search(text))
    if topic.wish:
        return True  # only words that say so are heard at all
    asked = lexicon.topics[pending] if pending else None
    return not (asked and asked.ahead) and not anywhere("stance", "supposed").search(text)
