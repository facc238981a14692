"""What a message says as a whole: the evidence of its clauses together, and what is left out or taken back."""

from __future__ import annotations

from collections.abc import Sequence

from agent.reading import Evidence
from agent.understanding.asking import is_tag
from agent.understanding.clauses import Clause, sentences
from agent.understanding.evidence import clause_evidence
from agent.understanding.lexicon import SURE, Lexicon
from agent.understanding.manner import leads_up, weight
from agent.understanding.quantities import Quantity, quantities
from agent.understanding.stance import Stance, hedges, joined, stance
from agent.understanding.words import phrase

_LEADS = frozenset("fine ok okay good great right sure well alright".split())


def message_evidence(
    lexicon: Lexicon, message: str, parts: list[Clause], pending: str | None, found: list[Quantity] | None = None
) -> tuple[list[Evidence], frozenset[str]]:
    """Evidence of all clauses, and the topics whose terms stand in the message. `found` are its quantities,
    where they are known."""
    numbers = _longest_years(quantities(message) if found is None else found)
    by_sentence: dict[int, set[str]] = {}
    for part in parts:
        near = {m.pattern.of[0] for m in lexicon.terms.find(part.words)}
        by_sentence.setdefault(part.sentence, set()).update(near)
    idle = {s.sentence for s in sentences(parts) if leads_up(joined(s.words))}
    evidence: list[Evidence] = []
    for i, part in enumerate(parts):
        if is_tag(part) or part.sentence in idle:
            continue
        after = parts[i + 1] if i + 1 < len(parts) and parts[i + 1].sentence == part.sentence else None
        how = _tagged(part, after)
        opens = not any(weight(w.text for w in p.words) for p in parts[:i])
        evidence += clause_evidence(
            lexicon, part, message, pending, numbers, opens, frozenset(by_sentence[part.sentence]), how
        )
    return _once(_spoken_out(evidence)), frozenset(t for near in by_sentence.values() for t in near)


def _spoken_out(evidence: list[Evidence]) -> list[Evidence]:
    """Without a "Fine." that only leads up to the answer."""
    led = [e for e in evidence if phrase(e.quote) in _LEADS]
    told = {e.topic for e in evidence if e not in led and e.strength >= SURE}
    return [e for e in evidence if e not in led or e.topic not in told]


def without(parts: list[Clause], facts: Sequence[tuple[str, int, int]]) -> list[Clause]:
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
