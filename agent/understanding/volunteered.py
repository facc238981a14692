"""What a clause says about topics that were not asked about, where its words alone do not settle it: the guide's
cues and the likeness to its examples have to agree, or the likeness has to be very great."""

from __future__ import annotations

from agent.reading import Evidence
from agent.understanding.clauses import Clause
from agent.understanding.lexicon import Lexicon
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

_AGREED, _ALONE, _WISHED = 0.45, 0.75, 0.58  # likeness that confirms a cue, that needs none, and none for a wish
_LEAD, _AHEAD, _CLEAR, _FAR_AHEAD = (
    0.02,
    0.06,
    0.1,
    0.18,
)  # by how much it is nearer than any other topic, in these cases
_SETTLES = 0.85
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
        agreed = fixed > 1 and score >= _AGREED and lead >= needed
        alone = (
            full
            and _same_side(lexicon, topic, option, text, example)
            and (
                (score >= _ALONE and lead >= _CLEAR)
                or (lexicon.topics[topic].wish and score >= _WISHED and lead >= _FAR_AHEAD)
            )
        )
        if agreed or alone:
            quote = message[part.start : part.end]
            found.append(Evidence(topic, option, _SETTLES, quote, part.start, part.end))
            known.add(topic)
    return found


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
