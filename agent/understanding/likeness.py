"""What a reply is like, taken as a whole: the pending topic's option where no rule found a plain one, or a way of not
answering."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.guide import Topic
from agent.reading import Evidence
from agent.understanding.clauses import Clause
from agent.understanding.contrast import ASIDE, Contrast
from agent.understanding.lexicon import Lexicon, Vectors
from agent.understanding.manner import measures, only_vague, sits_on_the_fence, sounds_vague, weight
from agent.understanding.stance import Stance, affirmed, conceded, joined, no_longer, past, stance

_LEAD, _LOOSE = 0.01, 0.06  # by how much an option has to be ahead of the others; and where any answer counts …
_OVERRULES = 0.12  # … and of one that a rule found on thin grounds
_MANNER = 0.2  # … and a manner of an option found so
_PLAIN = 0.9  # what a rule finds on firm grounds, …
_DECIDES = 0.15  # by how much one of several options that rules found has to be ahead of all to be the only one
_CERTAIN, _DENIES = 0.35, 0.3  # … and by how much another option, or a manner, has to be ahead to overrule that
_AHEAD = {"vague": 0.1, "refusals": 0.2, "unknown": 0.2, "dodges": 0.15}  # of the options, where no rule found one
_HARMLESS = 0.2  # more than that for refusing to answer what holds no figure and no place
_OPEN = 0.1  # more than that where any answer counts
_NEVER = 9.0
_SHORT = 18  # words; who says more may wander off, but has not refused
_ELSEWHERE = 0.2  # by how much nearer a reply about another topic is to what people say there
_CLEAR = 0.3  # a lead that leaves no doubt: about the topic, or in words that by themselves say little
_NEAREST, _PLAINEST = 0.6, 0.7  # weight of the nearest example, and of the sentence that says it most plainly
_SENTENCES = 6
_LITTLE = 3  # words of meaning beside a vague phrase that say nothing either
_WISHED = re.compile(r"(?:(?:well|so|and|but|now) )*i(?:'d| would)? (?:want|like|love|need|hope|wish)\b")


@dataclass(frozen=True, slots=True)
class _Like:
    """`option` is ahead of the next one by `lead`, and said most plainly in `part`; `manner` is ahead of every option
    by `ahead`, which is below 0 where it is not."""

    option: str
    lead: float
    part: Clause
    manner: str
    ahead: float


def similar(
    lexicon: Lexicon,
    message: str,
    parts: list[Clause],
    pending: str | None,
    evidence: list[Evidence],
    numbered: bool,
) -> tuple[list[Evidence], str]:
    """The evidence, with the pending topic's option by likeness where no rule found a plain one; and the list of
    dodges.yaml that the reply is like rather than any option, or "". `numbered`: it holds a number, of which rules know
    more than likeness."""
    if pending is None or not parts or not (contrast := lexicon.contrast(pending)):
        return evidence, ""
    known = [e for e in evidence if e.topic == pending and e.option and e.strength > 0]
    rules = [e for e in evidence if e.topic == pending and e.option]
    plain = max((_PLAIN if e.manner == "reported" else abs(e.strength) for e in rules), default=0.0)
    length = sum(len(p.words) for p in parts)
    texts = _sentences([p for p in parts if not _set_aside(lexicon, pending, joined(p.words))])
    told = [p for p in texts if weight(w.text for w in p.words) and not sits_on_the_fence(joined(p.words))]
    said = " ".join(joined(p.words) for p in told)
    says_little = not told or only_vague(said) or (sounds_vague(said) and weight(said.split()) <= _LITTLE)
    rows = [*(told or texts)[:_SENTENCES]]
    if not rows:
        return evidence, ""
    if len(rows) > 1:
        rows.append(_joined(rows))
    denied = {e.option for e in evidence if e.topic == pending and e.strength < 0}
    vectors = lexicon.vectors([message[p.start : p.end] for p in rows])
    like = _like(contrast, rows, vectors, denied)
    if says_little and (like.lead < _CLEAR or like.ahead > -_MANNER):
        return evidence, ""
    away = bool(like.manner) and not (like.manner == "refusals" and measures(said))
    others = any(e.topic != pending and e.strength >= 0.6 for e in evidence)
    sure = 0.0 if vectors is not None else _CLEAR  # words alone tell less
    if away and not others and like.ahead >= sure + _needed(lexicon, pending, like.manner, plain, length):
        return [e for e in evidence if e.topic != pending], like.manner
    loose = _LOOSE if lexicon.topics[pending].open else _LEAD
    needed = loose if not known else sure + (_CERTAIN if plain >= _PLAIN else _OVERRULES)
    if like.option in {e.option for e in known}:
        return _settled(lexicon.topics[pending], evidence, known, like), ""
    if like.lead < needed:
        return evidence, ""
    if known and any(affirmed(joined(p.words)) for p in parts):
        return evidence, ""  # two denials that affirm are grammar, which words and vectors don't see
    if plain >= _PLAIN and numbered and any(o.bands for o in lexicon.topics[pending].options):
        return evidence, ""
    if like.lead < _CLEAR and vectors is not None and _elsewhere(lexicon, vectors[-1], pending):
        return evidence, ""
    how = stance(joined(like.part.words))
    if how.manner == "reported" and not lexicon.topics[pending].wish:
        how = Stance(1.0, "stated")
    quote = message[like.part.start : like.part.end]
    found = Evidence(
        pending, like.option, round(0.7 * how.strength, 2), quote, like.part.start, like.part.end, how.manner
    )
    return [*(e for e in evidence if e not in known), found], ""


def _settled(topic: Topic, evidence: list[Evidence], known: list[Evidence], like: _Like) -> list[Evidence]:
    """Without what rules found in scraps for options that cannot hold together with the one that the reply as a whole
    is for, where that leaves little doubt."""
    if like.lead < _DECIDES:
        return evidence
    said = topic.option(like.option)
    together = {o for option in topic.options for o in option.all_of if said.id in option.all_of}
    apart = {
        o.id
        for o in topic.options
        if o.id != said.id and ((o.pole and said.pole) or o.opposite == said.id or said.opposite == o.id)
    } - together
    return [e for e in evidence if e not in known or e.option not in apart]


def _needed(lexicon: Lexicon, pending: str, manner: str, plain: float, length: int) -> float:
    """By how much a manner has to be ahead of the options."""
    topic = lexicon.topics[pending]
    if length > _SHORT and manner in ("refusals", "unknown"):
        return _NEVER
    if plain >= _PLAIN:
        return _NEVER if topic.open else _DENIES
    if plain:
        return _MANNER
    harmless = manner == "refusals" and not topic.slots
    return _AHEAD[manner] + harmless * _HARMLESS + topic.open * _OPEN


def _like(contrast: Contrast, rows: Sequence[Clause], vectors: Vectors | None, denied: set[str | None]) -> _Like:
    """What a reply is like; the last of several `rows` is the reply as a whole."""
    sides = [
        dict(contrast.ranked(joined(p.words), None if vectors is None else vectors[i])) for i, p in enumerate(rows)
    ]
    near = {} if vectors is None else contrast.nearest(vectors[-1])
    several = len(rows) > 1
    scores = {
        option: score + _NEAREST * near.get(option, 0.0) + several * _PLAINEST * max(s[option] for s in sides)
        for option, score in sides[-1].items()
    }
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    manner, ahead = next((option, score) for option, score in ranked if option.startswith(ASIDE))
    options = [(option, score) for option, score in ranked if not option.startswith(ASIDE) and option not in denied]
    if not options:
        return _Like("", -1.0, rows[-1], "", -1.0)
    option, score = options[0]
    lead = score - options[1][1] if len(options) > 1 else 1.0
    plainest = max(range(len(rows) - several), key=lambda i: sides[i][option])
    return _Like(option, lead, rows[plainest], manner.removeprefix(ASIDE), ahead - score)


def _elsewhere(lexicon: Lexicon, vector: Vectors, pending: str) -> bool:
    """Whether what was said is much nearer to what people say on another topic."""
    own = max((score for _, score, _ in lexicon.nearest(vector, pending)), default=0.0)
    others = (score for topic in lexicon.topics if topic != pending for _, score, _ in lexicon.nearest(vector, topic))
    return max(others, default=0.0) - own >= _ELSEWHERE


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
