"""What a model says a message means, as far as the message bears it out: one Reading of the model's and ours.

Words that do not stand in the message are dropped with all that hung on them. Where both readings speak
and contradict each other, the keyless one holds, since it can be read back to a rule; the model adds what
rules miss.
A model can never end, restart or rewind an interview that the person's own words do not.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, Field, ValidationError

from agent.guide import Guide, Topic
from agent.llm.own_words import stems
from agent.reading import Evidence, Intent, Manner, Reader, Reading
from agent.understanding.protected import protected

UNHEARD = 0.7  # strength at most of a stance that was volunteered and that only the model sees
SHORT = 6  # words of a message that a rule may read as a command, whatever a model says
# a model's word for these counts only where the message has such a word
_NEEDS: dict[str, str] = {
    "finish": r"stop|finish|done|end|quit|enough|leave|bye|wrap|close|conclude|go now",
    "restart": r"restart|start over|start again|from the (?:beginning|start|top)|reset|over again",
    "back": r"back|previous|earlier|before|return|last question",
    "change": r"change|actually|correct|meant|instead|different|wrong|rather|earlier|take back|not what",
    "skip": r"skip|next|pass|move on|leave (?:it|that)|another question",
    "dont_know": r"know|sure|idea|clue|decided|tell|unsure|undecided|hard to say|no answer",
    "decline": r"rather not|prefer not|private|personal|comfortable|not say|none of|decline|won.t|don.t want",
    "why": r"why|reason|purpose|point|what for",
    "left": r"how (?:many|much|long|far)|left|remain|almost|nearly",
    "summary": r"summar|so far|recap|understood|got",
    "confirm": r"yes|right|correct|ok|okay|good|fine|agree|exactly|yep|yeah|true|fits|sure",
    "reject": r"no|not|wrong|incorrect|isn.t|change|missing|nope",
}


class Item(BaseModel):
    topic: str
    option: str | None = None
    strength: float = Field(default=0.5, ge=0, le=1)
    words: str


class Reply(BaseModel):
    """The JSON asked for by prompts/reading.md. An item of `evidence` may be wrong, the rest right."""

    intent: str
    ack: str = ""
    evidence: list[Any] = []
    vague: bool = False
    question: str = ""
    target: str = ""
    left_out: list[Any] = []
    probe: str = ""


def merge(reply: Reply, ours: Reading, message: str, guide: Guide, pending: str | None, reader: Reader) -> Reading:
    """The reading that goes into the log."""
    evidence = _evidence(reply, ours, message, guide, pending, reader)
    intent = _intent(reply, ours, message, bool(evidence))
    about = any(e.topic == pending and abs(e.strength) >= 0.5 for e in evidence)
    spot = find_words(message, reply.question) if reply.question else None
    return replace(
        ours,
        intent=intent,
        evidence=evidence,
        question=ours.question or (message[spot[0] : spot[1]] if spot and "?" in message else ""),
        target=ours.target or (reply.target if reply.target in {t.id for t in guide.topics} else ""),
        vague=(ours.vague or reply.vague) and not about and intent == "answer",
        dodged=(ours.dodged or intent == "off_topic") and not about,
    )


def _intent(reply: Reply, ours: Reading, message: str, heard: bool) -> Intent:
    said, words = reply.intent, len(message.split())
    if ours.intent not in ("answer", "off_topic", "question"):
        return "answer" if said == "answer" and heard and words > SHORT else ours.intent
    if said == "answer" and ours.intent == "off_topic" and heard:
        return "answer"
    if said == "question":
        return "question" if ours.intent == "question" or ("?" in message and not heard) else ours.intent
    if said == "off_topic":
        return ours.intent if heard else "off_topic"
    if said in _NEEDS and not ours.evidence and ours.intent == "answer":
        found = re.search(rf"\b(?:{_NEEDS[said]})", message, re.IGNORECASE)
        # a stop must be short and plain: whoever tells a long story about quitting a job is answering
        if found and words <= (12 if said in ("finish", "restart", "back") else 25):
            return said  # type: ignore[return-value]
    return ours.intent


def _evidence(
    reply: Reply, ours: Reading, message: str, guide: Guide, pending: str | None, reader: Reader
) -> tuple[Evidence, ...]:
    topics = {t.id: t for t in guide.topics}
    kept, private = list(ours.evidence), protected(message)
    for raw in reply.evidence[:20]:
        try:
            item = Item.model_validate(raw)
        except ValidationError:
            continue
        topic, spot = topics.get(item.topic), find_words(message, item.words)
        if topic is None or spot is None or (item.option is None and not topic.open):
            continue
        if item.option is not None and item.option not in {o.id for o in topic.options}:
            continue
        quote = message[spot[0] : spot[1]]
        if any(start < spot[1] and spot[0] < end for _, start, end in private):
            continue  # volunteered, and not to be scored
        if any((e.topic, e.option) == (topic.id, item.option) for e in kept):
            continue
        if any(e.topic == topic.id and e.option and e.strength >= 0.6 for e in ours.evidence):
            continue  # ours is plain about something else
        strength = _strength(item, topic, quote, guide, pending, reader)
        if strength > 0:
            kept.append(Evidence(topic.id, item.option, strength, quote, *spot, manner=_manner(item.strength)))
    return tuple(kept)


def _strength(item: Item, topic: Topic, quote: str, guide: Guide, pending: str | None, reader: Reader) -> float:
    """The strength that the model's stance gets once our reader has looked at the same words: none where it
    reads the contrary, or where they share nothing with the topic and the option and were not asked for."""
    read = reader.read(quote, guide, pending if topic.id == pending else None, frozenset()).evidence
    heard = [e for e in read if e.topic == topic.id and e.option]
    if item.option is None or any(e.option == item.option and e.strength > 0 for e in heard):
        return item.strength
    opposite = next(o.opposite for o in topic.options if o.id == item.option)
    if any(e.option in (item.option, opposite) or e.strength >= 0.5 for e in heard):
        return 0.0
    if topic.id == pending:
        return item.strength
    words = stems(quote)
    about = bool(words & stems(" ".join((topic.name, *topic.terms))))
    option = next(o for o in topic.options if o.id == item.option)
    meant = bool(words & stems(" ".join((option.label, option.summary, *option.examples))))
    return min(item.strength, UNHEARD) if about and meant else 0.0


def _manner(strength: float) -> Manner:
    return "reported" if strength <= 0.25 else "hedged" if strength <= 0.55 else "stated"


def find_words(message: str, words: str) -> tuple[int, int] | None:
    """Where `words` stand in `message`, to the letter but for case, spacing, kinds of quotation mark and what
    is invisible; None where they do not stand there as whole words."""
    text, places = _folded(message)
    wanted = _folded(words)[0].strip().strip(".,;:!?\"'… ")
    if not re.search(r"\w", wanted):
        return None
    found = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text)
    return (places[found.start()], places[found.end() - 1] + 1) if found else None


_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‹": "<", "›": ">", "–": "-", "—": "-"})


def _folded(text: str) -> tuple[str, list[int]]:
    """`text` for comparing, and for each of its characters the place in the original."""
    out: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if unicodedata.category(character) in ("Cf", "Cc", "Cs") and not character.isspace():
            continue
        character = " " if character.isspace() else character.translate(_SAME).lower()
        if character == " " and (not out or out[-1] == " "):
            continue
        out.extend(character)
        places.extend([place] * len(character))
    return "".join(out), places
