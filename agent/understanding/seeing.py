"""A reply taken as a whole: how much it is like what people say for each option of the topic that is asked about, or
instead of an answer, and what else it shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from agent.reading import Evidence
from agent.understanding.asking import is_tag
from agent.understanding.clauses import Clause, sentences, whole
from agent.understanding.contrast import ASIDE
from agent.understanding.lexicon import Lexicon
from agent.understanding.manner import evades, leads_up, measures, only_vague, sits_on_the_fence, sounds_vague, weight
from agent.understanding.stance import affirmed, conceded, former, joined, no_longer, past
from agent.understanding.weighing import Seen

_SENTENCES = 6
_WISHED = re.compile(r"(?:(?:well|so|and|but|now) )*i(?:'d| would)? (?:want|like|love|need|hope|wish)\b")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a reply was `seen`; `parts`: which part of it says an option most plainly."""

    seen: Seen
    parts: dict[str, Clause]


def likeness(
    lexicon: Lexicon, message: str, parts: list[Clause], pending: str, evidence: list[Evidence], numbered: bool
) -> Likeness | None:
    """None where the topic has no options to tell apart, or nothing was said."""
    contrast = lexicon.contrast(pending)
    texts = sentences([p for p in parts if not _set_aside(lexicon, pending, joined(p.words))])
    told = [p for p in texts if weight(w.text for w in p.words) and not _idle(joined(p.words))]
    rows = [*(told or texts)[:_SENTENCES]]
    if contrast is None or not rows:
        return None
    if len(rows) > 1:
        rows.append(whole(rows))
    vectors = lexicon.vectors([message[p.start : p.end] for p in rows])
    *firsts, last = (joined(p.words) for p in rows)
    several = [dict(contrast.ranked(said, None if vectors is None else vectors[i])) for i, said in enumerate(firsts)]
    all_of_it, near = (
        (dict(contrast.ranked(last, None)), {}) if vectors is None else contrast.compared(last, vectors[-1])
    )
    rules = [e for e in evidence if e.topic == pending and e.option]
    others = any(e.topic != pending and e.strength >= 0.6 for e in evidence)
    text = " ".join(joined(p.words) for p in parts)
    banded = any(o.bands for o in lexicon.topics[pending].options)
    seen = Seen(
        all_of_it,
        near,
        {c: max(side[c] for side in several) for c in all_of_it} if several else {},
        rules,
        {"counted": float(numbered and banded), "affirmed": float(any(affirmed(joined(p.words)) for p in parts))},
        _signs(lexicon, parts, pending, text) | {"others": float(others), "numbered": float(numbered)},
        text.count(" ") + 1,
    )
    sides = several or [all_of_it]
    plainest = {c: max(range(len(sides)), key=lambda i: sides[i][c]) for c in all_of_it}
    return Likeness(seen, {c: rows[i] for c, i in plainest.items() if not c.startswith(ASIDE)})


def _signs(lexicon: Lexicon, parts: list[Clause], pending: str, text: str) -> dict[str, float]:
    """What a reply shows of whether it answers at all, whatever it is about."""
    topic = lexicon.topics[pending]
    return {
        "open": float(topic.open),
        "harmless": float(not topic.slots),
        "vague words": float(sounds_vague(text)),
        "only vague": float(only_vague(text)),
        "fence": float(any(sits_on_the_fence(joined(p.words)) for p in parts)),
        "evading words": float(evades(text)),
        "measures": float(measures(text)),
        "asks last": float(parts[-1].asks or is_tag(parts[-1])),
    }


def _idle(text: str) -> bool:
    """Whether a part says nothing: that there is no one answer, or that one comes now."""
    return sits_on_the_fence(text) or leads_up(text)


def _set_aside(lexicon: Lexicon, pending: str, text: str) -> bool:
    """Whether a clause tells how it was, or only leads up to the point."""
    topic = lexicon.topics[pending]
    wished = "years" in topic.slots and _WISHED.match(text) is not None  # of what was, and not of what is to come
    before = not topic.wish and former(text)
    return conceded(text) or before or (not topic.open and no_longer(text)) or (topic.wish and past(text)) or wished
