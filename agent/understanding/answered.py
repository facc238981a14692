"""What a reply is to the question it replies to: an answer, a vague one, a question back, or none at all."""

from __future__ import annotations

from collections.abc import Sequence

from agent.reading import Evidence, Intent, Reading
from agent.understanding.asking import is_tag
from agent.understanding.clauses import Clause
from agent.understanding.evidence import free_text
from agent.understanding.lexicon import Lexicon
from agent.understanding.manner import evades, only_vague, sits_on_the_fence, sounds_vague, weight
from agent.understanding.stance import joined

_LIKENESS, _LIKING = 0.7, 0.8  # the most that likeness alone, and liking without a name, make of a reply
_SHORT = 18  # words; who says more may wander off, but says something
_AWAY = 0.48  # how near a way of not answering a reply has to be
_TOLD, _FEW = 0.1, 2  # by how much a refusal, or not knowing, is nearer than any answer; spaces in it at least
_SAYING: dict[str, Intent] = {"refusals": "decline", "unknown": "dont_know"}
_FAR = 0.22  # an answer less like the question than this is about something else


def answered(
    lexicon: Lexicon,
    message: str,
    parts: list[Clause],
    pending: str | None,
    evidence: list[Evidence],
    mentioned: frozenset[str],
    asked: str,
    values: Sequence[tuple[str, str]],
    left_out: tuple[str, ...],
) -> Reading:
    """The reading of a reply that neither steers nor takes anything back; without its values."""
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
    away = _turns_away(lexicon, message, parts, text, pending, about, others)
    if away:
        evidence, about = [e for e in evidence if e.topic != pending], []
    if away in _SAYING and not asked:
        return Reading(_SAYING[away], tuple(evidence))
    solid = any(e.strength >= 0.3 for e in about)
    own = any(slot in topic.slots and slot != "level" for slot, _ in values)
    substance = weight(w.text for p in parts for w in p.words)
    vague = dodged = False
    if not solid and not own:
        vague = only_vague(text) or (sounds_vague(text) and substance <= 3) or (not substance and not about)
        if not vague and not about:
            dodged = bool(away) or _dodges(lexicon, message, parts, text, pending, mentioned, others, substance)
        if not vague and not dodged and sounds_vague(text) and not topic.open:
            vague = True
        if topic.open and not vague and not dodged and substance:
            evidence = [*evidence, free_text(pending, message, parts)]
        if vague and left_out and not substance:
            vague = False
    intent = "question" if asked else "answer"
    if asked and not about and not solid:
        vague = dodged = False
    return Reading(intent, tuple(evidence), asked, vague=vague, dodged=dodged)


def _turns_away(
    lexicon: Lexicon, message: str, parts: list[Clause], text: str, pending: str, about: list[Evidence], others: bool
) -> str:
    """The list of dodges.yaml that a short reply is like, in which no rule found a plain answer; "" for none."""
    plain = max((abs(e.strength) for e in about), default=0.0)
    if plain > _LIKING or others or text.count(" ") >= _SHORT:
        return ""
    if (parts[-1].asks or is_tag(parts[-1])) and plain <= _LIKENESS:
        return "dodges"
    vectors = lexicon.vectors([message[parts[0].start : parts[-1].end]])
    if vectors is None:
        return ""
    ranked = lexicon.similar(text, vectors[0], pending)
    question = lexicon.question(pending)
    near = max(0.0 if question is None else float(question @ vectors[0]), ranked[0][1] if ranked else 0.0)
    manner, score = lexicon.manner(vectors[0], pending)
    if manner in _SAYING:
        told = score >= _AWAY and score - near >= _TOLD and text.count(" ") >= _FEW
        return manner if told and not sounds_vague(text) else ""
    lead = 0.3 if plain > _LIKENESS else 0.2 if lexicon.topics[pending].open else 0.1
    return manner if score >= _AWAY and score - near >= lead else ""


def _dodges(
    lexicon: Lexicon,
    message: str,
    parts: list[Clause],
    text: str,
    pending: str,
    mentioned: frozenset[str],
    others: bool,
    substance: int,
) -> bool:
    if pending in mentioned:
        return evades(text) and substance <= 6
    if evades(text):
        return True
    if lexicon.topics[pending].open:
        return False
    if others:
        return True
    vectors = lexicon.vectors([message[parts[0].start : parts[-1].end]])
    question = lexicon.question(pending)
    if vectors is None or question is None:
        return substance >= 4
    contrast = lexicon.contrast(pending)
    if contrast and text.count(" ") < _SHORT and not contrast.ranked(vectors[0])[0][0]:
        return True
    ranked = lexicon.similar(text, vectors[0], pending)
    near = max(float(question @ vectors[0]), ranked[0][1] if ranked else 0.0)
    return near < _FAR and substance >= 4
