"""The reply to the summary: what it sets right, read piece by piece on the topic that each piece is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from agent.guide import Guide, Topic
from agent.reading import Evidence, Reading
from agent.state import InterviewState
from agent.summary import understood

Read = Callable[[str, str], Reading]  # (words, topic) -> the words read as an answer on the topic
PLAIN = 0.5
SURE = 0.85  # strength of what the whole of the reply tells on a line that no piece of it names
_STEERS = frozenset({"confirm", "finish", "skip", "decline", "dont_know", "back", "restart", "summary", "left", "why"})
_PIECE = re.compile(r"[^.;!?\n]+")
_APART = re.compile(r"(?:not|no longer|rather than|instead of)\b", re.IGNORECASE)
_PIECE_END = re.compile(r"[.;!?\n]")
_CLAUSE = re.compile(r",\s+(?:and|but|nor)?\s*|\s+(?:and|but)\s+|:\s+")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_DENIED = re.compile(r"\b(?:not|no|never|nothing|none|nobody|wrong|isn'?t|aren'?t|\w+n['’]t)\b", re.IGNORECASE)
_OBJECTS = re.compile(
    r"\b(?:not|no|nope|never|\w+n['’]t|wrong|incorrect|except|but|however|instead|rather|actually|should|change"
    r"|missing|forgot|misunderst\w+|mistake|other way)\b",
    re.IGNORECASE,
)
_AGREES = re.compile(
    r"^\W*(?:yes|yeah|yep|yup|correct|right|exactly|perfect|sure|fine|all good|looks good)\b", re.IGNORECASE
)
_SMALL = frozenset(
    "have your that this with from what they them which would rather work want than more some only into about other "
    "said their there here just need".split()
)


def objects(reading: Reading, text: str) -> bool:
    """Whether a reply to the summary says that something in it is wrong, without a word that tells what."""
    if reading.evidence or reading.intent in _STEERS:
        return False
    return reading.intent == "reject" or (not _AGREES.match(text) and bool(_OBJECTS.search(text)))


def corrections(guide: Guide, state: InterviewState, reading: Reading, text: str, read: Read) -> Reading:
    """`reading` with the evidence that the pieces of `text` give on the lines they speak of."""
    if reading.intent in _STEERS or reading.question:
        return reading
    found: dict[str, list[Evidence]] = {}
    values = dict(reading.values)
    standing = {e.topic for e in reading.evidence if abs(e.strength) >= SURE and _stands(state, e)}
    lines = {t.id: _words(_line(guide, state, t)) for t in guide.topics}
    for start, piece in _joined(lines, text):
        for topic in _about(lines, piece):
            if apart := _APART.match(piece):  # "…, not the model"
                not_so = {e.option for e in read(piece[apart.end() :], topic).evidence if e.topic == topic}
                kept = [e for e in found.get(topic, []) if e.option not in not_so]
                found[topic] = kept or _denied(guide, state, topic, start, piece)
                continue
            heard, own = _heard(guide, state, topic, start, piece, read)
            values |= own
            if topic not in standing and _plainest(heard) > _plainest(found.get(topic, [])):
                found[topic] = heard
    for e in reading.evidence:
        if abs(e.strength) >= SURE and abs(e.strength) > _plainest(found.get(e.topic, [])) and not _stands(state, e):
            found[e.topic] = [e]
    told = [e for of in found.values() for e in of]
    if not told and (named := _about(lines, text)) and state.pending and state.pending.plan == "amend":
        whole = text.strip()
        at = text.index(whole)
        told = [Evidence(named[0], None, 1.0, whole, at, at + len(whole))]
    if not told:
        return reading
    return replace(reading, intent="answer", evidence=tuple(told), values=tuple(values.items()))


def _heard(
    guide: Guide, state: InterviewState, topic: str, start: int, piece: str, read: Read
) -> tuple[list[Evidence], dict[str, str]]:
    """What a piece of the reply says on the topic, and the values that it gives for its slots."""
    again = read(piece, topic)
    own: dict[str, str] = {slot: value for slot, value in again.values if slot in guide.topic(topic).slots}
    heard = [
        replace(e, start=e.start + start, end=e.end + start)
        for e in again.evidence
        if e.topic == topic and e.option is not None and abs(e.strength) >= PLAIN and not _stands(state, e)
    ]
    if own and not heard:
        heard = [Evidence(topic, None, 1.0, piece, start, start + len(piece))]
    return heard or _denied(guide, state, topic, start, piece), own


def _plainest(evidence: Iterable[Evidence]) -> float:
    return max((abs(e.strength) for e in evidence), default=0.0)


def _stands(state: InterviewState, evidence: Evidence) -> bool:
    """Whether it says what the summary says already: told as a correction, that would only be misread."""
    return evidence.strength > 0 and evidence.option == state.topics[evidence.topic].option


def _joined(lines: dict[str, set[str]], text: str) -> Iterable[tuple[int, str]]:
    """Clauses with their offsets; one that speaks of no line goes with the one before it in its sentence."""
    whole: list[tuple[int, str]] = []
    for start, piece in _pieces(text):
        between = text[whole[-1][0] + len(whole[-1][1]) : start] if whole else "."
        if whole and not _about(lines, piece) and not _PIECE_END.search(between):
            whole[-1] = (whole[-1][0], text[whole[-1][0] : start + len(piece)])
        else:
            whole.append((start, piece))
    return whole


def _pieces(text: str) -> Iterable[tuple[int, str]]:
    """Clauses with their offsets."""
    for match in _PIECE.finditer(text):
        at = match.start()
        for gap in [*_CLAUSE.finditer(match[0]), None]:
            end = match.start() + gap.start() if gap else match.end()
            if piece := text[at:end].strip():
                yield text.index(piece, at), piece
            at = match.start() + gap.end() if gap else end


def _line(guide: Guide, state: InterviewState, topic: Topic) -> str:
    told = understood(guide, state.topics[topic.id])
    return f"{topic.name} {told} {' '.join(topic.terms)}"


def _about(lines: dict[str, set[str]], piece: str) -> list[str]:
    """The topic whose line shares most words with the piece; none when they share none."""
    words = _words(piece)
    shared = {topic: len(words & line) for topic, line in lines.items()}
    best = max(shared, key=lambda topic: shared[topic])
    return [best] if shared[best] else []


def _words(text: str) -> set[str]:
    words = (w.lower().replace("’", "'") for w in _WORD.findall(text))
    return {w.removesuffix("s") for w in words if len(w) > 3 and w not in _SMALL}


def _denied(guide: Guide, state: InterviewState, topic: str, start: int, piece: str) -> list[Evidence]:
    """A line contradicted without another answer: its option no longer holds."""
    option = state.topics[topic].option
    if option is None or not _DENIED.search(piece):
        return []
    summary = guide.topic(topic).option(option).summary
    if not _words(summary) & _words(piece) and not _words(guide.topic(topic).name) & _words(piece):
        return []
    return [Evidence(topic, option, -1.0, piece, start, start + len(piece), manner="negated")]
