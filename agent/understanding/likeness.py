"""The pending topic's option by likeness to what people say for each, where no rule found one."""

from __future__ import annotations

from agent.reading import Evidence
from agent.understanding.clauses import Clause
from agent.understanding.lexicon import Lexicon, Vectors
from agent.understanding.manner import only_vague, sits_on_the_fence, sounds_vague, weight
from agent.understanding.stance import Stance, conceded, joined, no_longer, past, stance

_CLOSE, _MARGIN = 0.36, 0.02  # without embeddings: the likeness of words that settles it, and its lead
_KNOWN, _LEAD = 0.33, 0.05  # how near something that people say has to be, and by how much an option is ahead then …
_FAR_AHEAD = 0.12  # … and by how much where nothing is near
_ELSEWHERE = 0.2  # by how much nearer a reply about another topic is to what people say there
_BESIDE = 0.1  # … and may be behind replies that take no side
_NEAREST, _PLAINEST = 0.6, 0.7  # weight of the nearest example, and of the sentence that says it most plainly
_SENTENCES = 6
_LITTLE = 3  # words of meaning beside a vague phrase that say nothing either


def similar(
    lexicon: Lexicon,
    message: str,
    parts: list[Clause],
    pending: str | None,
    evidence: list[Evidence],
) -> list[Evidence]:
    """The evidence, with the pending topic's option by likeness where no rule found one."""
    if pending is None or not parts or any(e.topic == pending and e.option and e.strength > 0 for e in evidence):
        return evidence
    texts = [
        p
        for p in _sentences([p for p in parts if not _set_aside(lexicon, pending, joined(p.words))])
        if weight(w.text for w in p.words) and not sits_on_the_fence(joined(p.words))
    ][:_SENTENCES]
    said = " ".join(joined(p.words) for p in texts)
    if not texts or only_vague(said) or (sounds_vague(said) and weight(said.split()) <= _LITTLE):
        return evidence
    denied = {e.option for e in evidence if e.topic == pending and e.strength < 0}
    whole = _joined(texts)
    rows = [*texts, whole] if len(texts) > 1 else texts
    vectors = lexicon.vectors([message[p.start : p.end] for p in rows])
    if vectors is None or lexicon.contrast(pending) is None:
        best = _by_words(lexicon, message, texts, pending, denied)
    else:
        best = _by_meaning(lexicon, texts, pending, vectors, denied)
    if best is None:
        return evidence
    option, part = best
    how = stance(joined(part.words))
    if how.manner == "reported" and not lexicon.topics[pending].wish:
        how = Stance(1.0, "stated")
    strength = round(0.7 * how.strength, 2)
    quote = Evidence(pending, option, strength, message[part.start : part.end], part.start, part.end, how.manner)
    return [*evidence, quote]


def _by_meaning(
    lexicon: Lexicon, texts: list[Clause], pending: str, vectors: Vectors, denied: set[str | None]
) -> tuple[str, Clause] | None:
    """(option, the sentence that says it most plainly); the last row of `vectors` is the reply as a whole."""
    contrast = lexicon.contrast(pending)
    if contrast is None:
        return None
    sides = [dict(contrast.ranked(v)) for v in vectors]
    near = {option: score for option, score, _ in lexicon.nearest(vectors[-1], pending)}
    several = len(texts) > 1
    scores = {
        option: score + _NEAREST * near.get(option, 0.0) + several * _PLAINEST * max(s[option] for s in sides)
        for option, score in sides[-1].items()
        if option and option not in denied
    }
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    option, score = ranked[0]
    lead = score - ranked[1][1] if len(ranked) > 1 else 1.0
    nearest = max(near.values(), default=0.0)
    if lead < (_LEAD if nearest >= _KNOWN else _FAR_AHEAD) or _elsewhere(lexicon, vectors[-1], pending, nearest):
        return None
    if sides[-1].get("", -1.0) - sides[-1][option] > _BESIDE:
        return None
    return option, max(zip(texts, sides, strict=False), key=lambda pair: pair[1][option])[0]


def _elsewhere(lexicon: Lexicon, vector: Vectors, pending: str, near: float) -> bool:
    """Whether what was said is much nearer to what people say on another topic."""
    others = (score for topic in lexicon.topics if topic != pending for _, score, _ in lexicon.nearest(vector, topic))
    return max(others, default=0.0) - near >= _ELSEWHERE


def _by_words(
    lexicon: Lexicon, message: str, texts: list[Clause], pending: str, denied: set[str | None]
) -> tuple[str, Clause] | None:
    best: tuple[float, str, Clause] | None = None
    for part in texts:
        ranked = [(o, s) for o, s in lexicon.similar(message[part.start : part.end], None, pending) if o not in denied]
        if not ranked:
            continue
        option, score = ranked[0]
        lead = score - (ranked[1][1] if len(ranked) > 1 else 0.0)
        if score >= _CLOSE and lead >= _MARGIN and (best is None or score > best[0]):
            best = (score, option, part)
    return best and (best[1], best[2])


def _set_aside(lexicon: Lexicon, pending: str, text: str) -> bool:
    """Whether a clause tells how it was, or only leads up to the point."""
    topic = lexicon.topics[pending]
    return conceded(text) or (not topic.open and no_longer(text)) or (topic.wish and past(text))


def _sentences(parts: list[Clause]) -> list[Clause]:
    """Clauses, and whole sentences where they have several."""
    groups: dict[int, list[Clause]] = {}
    for part in parts:
        groups.setdefault(part.sentence, []).append(part)
    return [_joined(g) for g in groups.values()]


def _joined(parts: list[Clause]) -> Clause:
    return Clause(
        parts[0].start, parts[-1].end, tuple(w for p in parts for w in p.words), parts[0].sentence, parts[-1].asks
    )
