"""What a reply is to the question it replies to: an answer, a vague one, a question back, or none at all."""

from __future__ import annotations

from collections.abc import Sequence

from agent.reading import Evidence, Intent, Reading
from agent.understanding.asking import is_tag
from agent.understanding.clauses import Clause
from agent.understanding.evidence import free_text
from agent.understanding.lexicon import Lexicon
from agent.understanding.manner import evades, not_known, only_vague, sits_on_the_fence, sounds_vague, weight, withdrawn
from agent.understanding.stance import joined
from agent.understanding.told import Told

_LIKENESS = 0.7  # the most that likeness alone makes of a reply
_SHORT = 18  # words; who says more may wander off, but says something
_SAYING: dict[str, Intent] = {"refusals": "decline", "unknown": "dont_know"}
_LENGTHY = 25  # words from which not knowing is not all that is said
_FAR = 0.22  # an answer less like the question than this is about something else


def answered(
    lexicon: Lexicon,
    message: str,
    it: Told,
    pending: str | None,
    evidence: list[Evidence],
    values: Sequence[tuple[str, str]],
    private: bool,
    manner: str,
) -> Reading:
    """The reading of a reply that neither steers nor takes anything back; without its values. `private`: there is
    something protected in it; `manner` is the list of dodges.yaml that it is like, or ""."""
    parts, asked = it.rest, it.asked
    if pending is None or not parts:
        intent: Intent = "question" if asked and (not parts or not evidence) else "answer"
        return Reading(intent, tuple(evidence), asked)
    topic = lexicon.topics[pending]
    text = " ".join(joined(p.words) for p in parts)
    about = [e for e in evidence if e.topic == pending]
    others = any(e.topic != pending and e.strength >= 0.6 for e in evidence)
    fence = any(sits_on_the_fence(joined(p.words)) for p in parts)
    if (fence and max((abs(e.strength) for e in about), default=0) <= 0.5) or (
        evades(text) and not topic.open and weight(w.text for p in parts for w in p.words) <= 5
    ):
        evidence, about = [e for e in evidence if e.topic != pending], []
    own = any(slot in topic.slots and slot != "level" for slot, _ in values)
    if not own and _turns_back(parts, text, about, others):
        evidence, about, manner = [e for e in evidence if e.topic != pending], [], "dodges"
    if not (own or asked or topic.open) and withdrawn(text):
        return Reading("answer", tuple(e for e in evidence if e.topic != pending), vague=True)
    if manner in _SAYING and not asked and not own and not sounds_vague(text):
        return Reading(_SAYING[manner], tuple(evidence))
    if (
        not (asked or own)
        and not any(e.strength > _LIKENESS for e in about)
        and not_known(text)
        and text.count(" ") < _LENGTHY
    ):
        return Reading("dont_know", tuple(e for e in evidence if e.topic != pending))
    solid = any(e.strength >= 0.3 for e in about)
    substance = weight(w.text for p in parts for w in p.words)
    vague = dodged = False
    if not solid and not own:
        vague = only_vague(text) or (sounds_vague(text) and substance <= 3) or (not substance and not about)
        vague = vague or manner == "vague"
        if not vague and not about:
            dodged = manner == "dodges" or _dodges(lexicon, message, it, text, pending, others, substance)
        if not vague and not dodged and sounds_vague(text) and not topic.open:
            vague = True
        if topic.open and not vague and not dodged and substance:
            evidence = [*evidence, free_text(pending, message, parts)]
        if vague and private and not substance:
            vague = False
    intent = "question" if asked else "answer"
    if asked and not about and not solid:
        vague = dodged = False
    return Reading(intent, tuple(evidence), asked, vague=vague, dodged=dodged)


def _turns_back(parts: list[Clause], text: str, about: list[Evidence], others: bool) -> bool:
    """Whether a short reply, in which no rule found a plain answer, is a question back."""
    plain = max((abs(e.strength) for e in about), default=0.0)
    short = not others and text.count(" ") < _SHORT
    return short and plain <= _LIKENESS and (parts[-1].asks or is_tag(parts[-1]))


def _dodges(
    lexicon: Lexicon,
    message: str,
    it: Told,
    text: str,
    pending: str,
    others: bool,
    substance: int,
) -> bool:
    if pending in it.mentioned:
        return evades(text) and substance <= 6
    if evades(text):
        return True
    if lexicon.topics[pending].open:
        return False
    if others:
        return True
    vectors = lexicon.vectors([message[it.rest[0].start : it.rest[-1].end]])
    question = lexicon.question(pending)
    if vectors is None or question is None:
        return substance >= 4
    nearest = max((score for _, score, _ in lexicon.nearest(vectors[0], pending)), default=0.0)
    near = max(float(question @ vectors[0]), nearest)
    return near < _FAR and substance >= 4
