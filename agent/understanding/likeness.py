"""What a reply is like, taken as a whole: the pending topic's option, or a way of not answering. What rules found in it
is weighed with that."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from agent.guide import Topic
from agent.reading import Evidence
from agent.understanding.asking import is_tag
from agent.understanding.clauses import Clause
from agent.understanding.contrast import ASIDE
from agent.understanding.lexicon import Lexicon
from agent.understanding.manner import evades, measures, only_vague, sits_on_the_fence, sounds_vague, weight
from agent.understanding.stance import Stance, affirmed, conceded, joined, no_longer, past, stance
from agent.understanding.weighing import FIRM, Seen, shares

_AWAY = 0.5  # share of all ways of not answering from which a reply is none
_HEARD, _SURE = 0.35, 0.8  # share of an option from which it is taken up, and from which it need not be asked about
_LIKE, _DOUBTED = 0.8, 0.7  # strength of what is only like an option; and the most of what is not sure
_SENTENCES = 6
_FEW = 4  # words of a reply of which a rule knows all
_WISHED = re.compile(r"(?:(?:well|so|and|but|now) )*i(?:'d| would)? (?:want|like|love|need|hope|wish)\b")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a reply was `seen`; `parts`: which part of it says an option most plainly."""

    seen: Seen
    parts: dict[str, Clause]


def similar(
    lexicon: Lexicon,
    message: str,
    parts: list[Clause],
    pending: str | None,
    evidence: list[Evidence],
    numbered: bool,
) -> tuple[list[Evidence], str]:
    """The evidence, with the pending topic's option that the reply is most likely for; and the list of dodges.yaml that
    the reply is like rather than any option, or "". `numbered`: it holds a number, of which rules know more."""
    like = likeness(lexicon, message, parts, pending, evidence, numbered) if pending else None
    if like is None or pending is None:
        return evidence, ""
    known = [e for e in evidence if e.topic == pending and e.option and e.strength > 0]
    if known and _by_rule(lexicon, pending, parts, numbered, max(e.strength for e in known)):
        return evidence, ""
    of = shares(like.seen)
    away = {c.removeprefix(ASIDE): share for c, share in of.items() if c.startswith(ASIDE)}
    if like.seen.signs["measures"]:
        away.pop("refusals", None)  # "I wouldn't say that …" refuses nothing
    if sum(away.values()) >= _AWAY:
        return [e for e in evidence if e.topic != pending], max(away, key=lambda manner: away[manner])
    option = max(like.parts, key=lambda o: of[o])
    if of[option] < _HEARD:
        return [_doubted(e) if e in known else e for e in evidence], ""
    sure = of[option] >= _SURE
    if option in {e.option for e in known}:
        apart = _apart(lexicon.topics[pending], option) if sure else set()
        kept = [e for e in evidence if e not in known or e.option not in apart]
        return kept if sure else [_doubted(e) if e in known else e for e in kept], ""
    part = like.parts[option]
    how = stance(joined(part.words))
    if how.manner == "reported" and not lexicon.topics[pending].wish:
        how = Stance(1.0, "stated")
    strength = round((_LIKE if sure else _DOUBTED) * how.strength, 2)
    found = Evidence(pending, option, strength, message[part.start : part.end], part.start, part.end, how.manner)
    return [*(e for e in evidence if e not in known), found], ""


def likeness(
    lexicon: Lexicon, message: str, parts: list[Clause], pending: str, evidence: list[Evidence], numbered: bool
) -> Likeness | None:
    """None where the topic has no options to tell apart, or nothing was said."""
    contrast = lexicon.contrast(pending)
    texts = _sentences([p for p in parts if not _set_aside(lexicon, pending, joined(p.words))])
    told = [p for p in texts if weight(w.text for w in p.words) and not sits_on_the_fence(joined(p.words))]
    rows = [*(told or texts)[:_SENTENCES]]
    if contrast is None or not rows:
        return None
    if len(rows) > 1:
        rows.append(_joined(rows))
    vectors = lexicon.vectors([message[p.start : p.end] for p in rows])
    sides = [
        dict(contrast.ranked(joined(p.words), None if vectors is None else vectors[i])) for i, p in enumerate(rows)
    ]
    several = sides[:-1]
    rules = [e for e in evidence if e.topic == pending and e.option]
    others = any(e.topic != pending and e.strength >= 0.6 for e in evidence)
    text = " ".join(joined(p.words) for p in parts)
    banded = any(o.bands for o in lexicon.topics[pending].options)
    seen = Seen(
        sides[-1],
        {} if vectors is None else contrast.nearest(vectors[-1]),
        {c: max(side[c] for side in several) for c in sides[-1]} if several else {},
        rules,
        {"counted": float(numbered and banded), "affirmed": float(any(affirmed(joined(p.words)) for p in parts))},
        _signs(lexicon, parts, pending, text) | {"others": float(others), "numbered": float(numbered)},
        text.count(" ") + 1,
    )
    plainest = {c: max(range(len(several) or 1), key=lambda i: sides[i][c]) for c in sides[-1]}
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


def _by_rule(lexicon: Lexicon, pending: str, parts: list[Clause], numbered: bool, strength: float) -> bool:
    """Whether a few words are all that a rule, or a number with its unit, stands for; or a reply affirms by two
    denials, which words and vectors don't see."""
    banded = any(o.bands for o in lexicon.topics[pending].options)
    few = sum(len(p.words) for p in parts) <= _FEW
    plain = strength >= FIRM or (numbered and banded)
    return (few and plain) or any(affirmed(joined(p.words)) for p in parts)


def _doubted(e: Evidence) -> Evidence:
    return replace(e, strength=min(e.strength, _DOUBTED))


def _apart(topic: Topic, option: str) -> set[str]:
    """The options that cannot hold together with `option`."""
    said = topic.option(option)
    together = {o for option in topic.options for o in option.all_of if said.id in option.all_of}
    return {
        o.id for o in topic.options if o.id != said.id and ((o.pole and said.pole) or topic.apart(o.id, said.id))
    } - together


def _set_aside(lexicon: Lexicon, pending: str, text: str) -> bool:
    """Whether a clause tells how it was, or only leads up to the point."""
    topic = lexicon.topics[pending]
    wished = "years" in topic.slots and _WISHED.match(text) is not None  # of what was, and not of what is to come
    return conceded(text) or (not topic.open and no_longer(text)) or (topic.wish and past(text)) or wished


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
