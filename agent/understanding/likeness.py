"""The pending topic's option by likeness to the guide's examples, where no rule found one."""

from __future__ import annotations

from agent.reading import Evidence
from agent.understanding.clauses import Clause
from agent.understanding.lexicon import Lexicon, Vectors
from agent.understanding.manner import sits_on_the_fence, weight
from agent.understanding.stance import Stance, conceded, joined, no_longer, past, stance

_CLOSE, _MARGIN = 0.36, 0.02  # similarity that settles the pending topic, and its lead over the runner-up
_APART = 0.15  # lead over the runner-up that settles it where no example is near


def similar(
    lexicon: Lexicon,
    message: str,
    parts: list[Clause],
    pending: str | None,
    evidence: list[Evidence],
) -> list[Evidence]:
    """The pending topic's option by likeness, where no rule found one."""
    if pending is None or not parts or any(e.topic == pending and e.option and e.strength > 0 for e in evidence):
        return evidence
    texts = [
        (p, message[p.start : p.end])
        for p in _sentences([p for p in parts if not _set_aside(lexicon, pending, joined(p.words))])
        if weight(w.text for w in p.words) and not sits_on_the_fence(joined(p.words))
    ][:6]
    if not texts:
        return evidence
    denied = {e.option for e in evidence if e.topic == pending and e.strength < 0}
    vectors = lexicon.vectors([t for _, t in texts])
    best: tuple[float, str, Clause] | None = None
    for i, (part, said) in enumerate(texts):
        ranked = lexicon.similar(said, vectors[i] if vectors is not None else None, pending)
        ranked = [(o, s) for o, s in ranked if o not in denied]
        if not ranked:
            continue
        option, score = ranked[0]
        lead = score - (ranked[1][1] if len(ranked) > 1 else 0.0)
        if score >= _CLOSE and lead >= _MARGIN and (best is None or score > best[0]):
            best = (score, option, part)
    if best is None and vectors is not None:
        best = _contrasted(lexicon, pending, message, texts, vectors, denied)
    if best is None:
        return evidence
    _, option, part = best
    how = stance(joined(part.words))
    if how.manner == "reported" and not lexicon.topics[pending].wish:
        how = Stance(1.0, "stated")
    strength = round(0.7 * how.strength, 2)
    quote = Evidence(pending, option, strength, message[part.start : part.end], part.start, part.end, how.manner)
    return [*evidence, quote]


def _contrasted(
    lexicon: Lexicon,
    pending: str,
    message: str,
    texts: list[tuple[Clause, str]],
    vectors: Vectors,
    denied: set[str | None],
) -> tuple[float, str, Clause] | None:
    """(lead, option, clause) of the sentence, or the reply as a whole, that is most plainly nearer one option."""
    contrast = lexicon.contrast(pending)
    if contrast is None:
        return None
    tried = [(part, vectors[i]) for i, (part, _) in enumerate(texts)]
    whole = _joined([part for part, _ in texts])
    if len(texts) > 1 and (found := lexicon.vectors([message[whole.start : whole.end]])) is not None:
        tried.append((whole, found[0]))
    best: tuple[float, str, Clause] | None = None
    for part, vector in tried:
        ranked = [(o, s) for o, s in contrast.ranked(vector) if o not in denied]
        lead = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else 0.0
        if lead >= _APART and (best is None or lead > best[0]):
            best = (lead, ranked[0][0], part)
    return best


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
