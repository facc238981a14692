"""What a reply is taken for once it is known what of it is said beside the answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import cast

from agent.reading import Evidence, Intent, Reading
from agent.talk.clarify import about_roles
from agent.talk.form import FEW, announces, breaks_off, ends, marked, pauses, promises
from agent.talk.heard import Talk
from agent.talk.known import STEERS
from agent.talk.piece import Aside
from agent.talk.said import ROLES, TURNED
from agent.talk.verdict import wants_verdict
from agent.understanding.asking import tagged
from agent.understanding.control import goes_on
from agent.understanding.manner import weight
from agent.understanding.words import phrase

ASKED = ("about", ROLES, "why", "clarify", "summary", "left")  # they want a reply, and then the question comes back
BETWEEN = ("interruption", "greeting", "thanks")  # small talk that asks for nothing
GOES_ON = 6  # words after a question, from which an answer among them is one
CHAT = "chat"  # the entry of small.yaml that changes the subject
PLAIN = 0.75  # strength of evidence that no aside undoes
OF_ROLES, HARD = 0.7, 0.62  # how near an aside has to be that names roles or pay, and one that steers
ABOUT, VAGUE = 0.48, 0.55  # … one about the interview, and one in a reply that could just be vague
CLEAR, LEFT_OUT = (
    0.4,
    0.1,
)  # how near, and how much nearer than any answer an interruption is that stands against a plain answer
SURE = 0.6  # … and one that stands against what the rules made of the message
REASON = 0.7  # … one after which a few words tell why it is asked
FEW_WORDS = 3  # of a question that most often only names what is then answered
REST = 4  # words of meaning beside an aside that may still be no answer
_TELLS = re.compile(r"(?:shall|should) i tell you\b")
_OF_THEM = re.compile(r"(?:then |so |and )?(?:i|we|he|she|they) (?:\w+ )?(?:go|goes|went|come|came|get|got)\b")
PLAINLY = frozenset({"change", "finish", "restart"})  # what is told, or asked for in plain words
_KEPT = frozenset({"finish", "restart", "back", "confirm", "reject"})


def taken(
    talk: Talk, reading: Reading, text: str, topic: str | None, read: Callable[[str], Reading]
) -> tuple[Reading, Aside | None]:
    """`reading` of `text`, a reply to the question on `topic`, with what is said beside the answer taken for what
    it is; and that aside, None where there is none. An aside beside an answer leaves the answer standing; `read`
    reads what is left of `text`."""
    if reading.intent in _KEPT and not (reading.intent == "back" and breaks_off(text)):
        return reading, None
    heard = talk.heard(text, topic)
    if pause := _pause(heard, reading, text):
        return Reading("empty", left_out=reading.left_out), pause
    if reading.intent == "back":
        return reading, None
    if (end := _end(heard, reading, text, topic)) is not None:
        return Reading("finish", left_out=reading.left_out), end
    if (aside := wants_verdict(text) or _asked(heard, reading, text, topic)) is not None:
        return _after_question(reading, aside, text, topic, read)
    if topic is None or len(text.split()) > FEW:
        return reading, None
    if (aside := _steering(heard, reading, text, topic)) is not None:
        return Reading(cast(Intent, aside.kind), target=reading.target, left_out=reading.left_out), aside
    if (aside := _beside(heard, reading, text, topic)) is not None:
        waits = aside.kind == "small" and aside.id != CHAT  # it is no answer, and no way around one
        return Reading("empty" if waits else "off_topic", left_out=reading.left_out), aside
    return reading, None


def _pause(heard: Sequence[Aside], reading: Reading, text: str) -> Aside | None:
    """What breaks in where the words around it would steer: "brb, the toast. Ok, back", "One second. … Go on."."""
    pause = next((a for a in heard if a.id == "interruption"), None)
    if pause is None or not (reading.intent == "back" or (reading.intent == "skip" and breaks_off(text))):
        return None
    back = max((a.score for a in heard if a.kind == "back"), default=0.0)
    return pause if pause.score > back else None  # and not "Sorry, may I go back?"


def _end(heard: Sequence[Aside], reading: Reading, text: str, topic: str | None) -> Aside | None:
    """What ends the interview in one sentence of several, the others being its reason or a wish for the result: "I've
    to cut. My other line is ringing. Finish it without me."."""
    end = max((a for a in heard if a.kind == "finish"), key=lambda a: a.score, default=None)
    if end is None or topic is None or end.score < SURE or marked(text) or goes_on(text) or pauses(text):
        return None
    beside = [a for a in heard if a is not end and (a.kind in ("finish", "small") or a.id == "standing")]
    rest = _weight(text) - sum(_weight(text[a.start : a.end]) for a in (end, *beside))
    plain = any(_plain(e, topic) for e in reading.evidence)
    return end if beside and rest <= REST and not plain and not announces(text) else None


_ECHO = re.compile(r"\W*(?:what|which) \w+\?\s+(?=\S+ \S+ \S+ \S+)", re.IGNORECASE)  # "What production? There's none."


def _asked(heard: Sequence[Aside], reading: Reading, text: str, topic: str | None) -> Aside | None:
    """The question to the interviewer that a message holds."""
    found = [a for a in heard if a.kind in ASKED and _holds(a, reading, text, topic)]
    if reading.intent in ("why", "left", "summary"):  # said in so many words
        found = [a for a in found if a.score >= PLAIN or a.kind in (reading.intent, "clarify", "about")]
        found = [a for a in found if a.id != "questions"]  # "May I ask …" only leads up to it
    if (echo := _ECHO.match(text)) and not marked(text[echo.end() :]):
        found = [a for a in found if a.kind not in ("why", "clarify") or a.start >= echo.end()]
    if reading.intent == "change":
        found = [a for a in found if marked(text[a.start : a.end])]
    if reading.intent in ("skip", "decline", "dont_know"):
        found = [a for a in found if a.score >= SURE and marked(text[a.start : a.end])]
    if len({(a.kind, a.id) for a in found}) > 1 or any(marked(text[a.end :]) for a in found):
        found = [a for a in found if a.id != "questions"]  # "may I ask you something?" only leads up to it
    return max(found, key=lambda a: a.score, default=None)


def _holds(aside: Aside, reading: Reading, text: str, topic: str | None) -> bool:
    said = text[aside.start : aside.end]
    asks = marked(said) and not tagged(phrase(said))
    if aside.kind in ("why", "clarify") and not asks and ends(said) and aside.score < OF_ROLES:
        return False  # "For what is mine."
    plain = reading.vague and said.rstrip().endswith((".", "!")) and not marked(said)
    if aside.kind in ("left", "summary") and plain and aside.score < OF_ROLES:
        return False  # "There're many kinds.", "Many! Or a few."
    if _TELLS.match(phrase(said)):
        return False  # "Shall I tell you what milk costs?"
    if not asks and any(_plain(e, topic) and not _outside(e, aside) for e in reading.evidence):
        return False
    after = text[aside.end :]
    goes_on_to_tell = len(after.split()) >= GOES_ON and not marked(after)
    told = goes_on_to_tell and any(_plain(e, topic) and e.start >= aside.end for e in reading.evidence)
    if told and aside.kind in ("why", "clarify") and aside.score < SURE:
        return False  # they ask themselves: "What use is that? The ones who have it …"
    if aside.kind == ROLES:
        return asks and about_roles(said) and said not in reading.question
    if (reading.vague or reading.dodged) and aside.score < VAGUE:
        return False
    if reading.intent == "question" and said in reading.question and about_roles(reading.question.replace(said, "")):
        return False  # it points back to what they said of the roles: "How so?"
    if not about_roles(said):
        return aside.kind != "about" or aside.score >= ABOUT
    return aside.score >= (HARD if about_roles(aside.like) else OF_ROLES)


def _after_question(
    reading: Reading, aside: Aside, text: str, topic: str | None, read: Callable[[str], Reading]
) -> tuple[Reading, Aside | None]:
    """A question alone, or one beside an answer: what is left without it is read as one."""
    said = text[aside.start : aside.end]
    after = text[aside.end :]
    if aside.kind in ("left", "summary") and aside.score >= REASON and _weight(after) <= 2 * REST:
        after = ""  # why they ask, and no answer
    if promises(after) and _weight(after) <= REST:
        after = ""  # they will answer once we have
    left = text[: aside.start] + " " * len(said) + after
    rest, sure = _weight(left), aside.score >= SURE or announces(text)
    told = any(_plain(e, topic) and _outside(e, aside) for e in reading.evidence)
    if rest and topic is not None and (told or not marked(left)):
        answer = _around(read(left), text, aside)
        if answer.intent in ("skip", "decline", "dont_know") and aside.kind not in ("why", "clarify"):
            return replace(answer, question=said), aside
        if answer.intent in ("answer", "question") and _answers(answer, topic, rest):
            few = len(said.split()) <= FEW_WORDS and aside.score < PLAIN
            if not sure or (few and not announces(text)):
                return answer, None  # they ask nobody, or themselves: "To sell? No."
            intent: Intent = "why" if aside.kind in ("why", "clarify") else "answer"
            return replace(answer, intent=intent, question=said), aside
        if not sure and rest > REST:
            return reading, None
    alone = cast(Intent, {"about": "question", ROLES: "question", "clarify": "why"}.get(aside.kind, aside.kind))
    return Reading(alone, question=text.strip(), left_out=reading.left_out), aside


def _around(reading: Reading, text: str, aside: Aside) -> Reading:
    """`reading` of what is left around `aside`, its quotes in the words of `text`: of one that reaches over the aside
    the longer side."""
    kept = []
    for e in reading.evidence:
        if not _outside(e, aside):
            start, end = max((e.start, aside.start), (aside.end, e.end), key=lambda span: span[1] - span[0])
            quote = text[start:end].strip()
            start = text.index(quote, start) if quote else start
            e = replace(e, quote=quote, start=start, end=start + len(quote))
        if e.quote:
            kept.append(e)
    return replace(reading, evidence=tuple(kept))


def _answers(reading: Reading, topic: str, rest: int) -> bool:
    """Whether what is left beside a question says something on the topic."""
    about = [e for e in reading.evidence if e.topic == topic]
    plain = any(_plain(e, topic) for e in about)
    return bool(reading.values) or plain or (rest > REST and bool(about))


def _steering(heard: Sequence[Aside], reading: Reading, text: str, topic: str) -> Aside | None:
    """What a message asks the interviewer to do, where it says little else."""
    ends = reading.intent in ("decline", "skip")  # who leaves may say so: "That's my time. Close it out."
    if not ends and reading.intent not in ("answer", "question", "off_topic", "why", "dont_know", "change"):
        return None
    for aside in sorted(heard, key=lambda a: -a.score):
        if aside.kind not in STEERS or (ends and (aside.kind != "finish" or aside.score < SURE)):
            continue
        if aside.kind == "finish" and goes_on(text):
            continue  # "Yes, now we continue."
        plain = any(_plain(e, topic) for e in reading.evidence) and reading.intent != "change"
        if reading.intent == "change" and aside.kind != "back":
            continue
        if aside.kind == "back" and aside.score < VAGUE and aside.lead < LEFT_OUT:
            continue  # near one saying only, and hardly nearer than an answer: "One would have to see"
        rest = _weight(text[: aside.start]) + _weight(text[aside.end :])
        if any(e.topic == topic and e.option for e in reading.evidence) and aside.score < HARD:
            continue
        said = text[aside.start : aside.end]
        if marked(said) and about_roles(said) and aside.score < OF_ROLES:
            continue
        if marked(said) and aside.kind in PLAINLY and aside.score < HARD:
            continue  # "Did the dog not make it?" ends nothing
        if aside.kind == "back" and aside.score < PLAIN and _OF_THEM.match(phrase(said)):
            continue  # where they go themselves: "I go back to my bench"
        asks_on = marked(text) and not marked(text[aside.start : aside.end])
        if not plain and rest <= REST and not announces(text) and not asks_on:
            return aside
    return None


def _beside(heard: Sequence[Aside], reading: Reading, text: str, topic: str) -> Aside | None:
    """Small talk, or a question that turns ours back, in the place of an answer."""
    if reading.intent not in ("answer", "question", "why") or (reading.intent == "why" and marked(text)):
        return None
    plain = [e for e in reading.evidence if _plain(e, topic)]
    if reading.intent == "question" and about_roles(reading.question):
        return None
    for aside in sorted(heard, key=lambda a: -a.score):
        rest = _weight(text[: aside.start]) + _weight(text[aside.end :])
        turned = aside.kind == TURNED and rest <= 2 * REST and marked(text[aside.start : aside.end])
        if turned and not (about_roles(text) or announces(text) or any(_outside(e, aside) for e in plain)):
            return aside
        if aside.kind != "small" or rest > (2 * REST if aside.id in BETWEEN else 0):
            continue
        clear = aside.score >= CLEAR and aside.lead >= LEFT_OUT and breaks_off(text)
        broken = aside.id == "interruption" and (clear or pauses(text)) and not any(_outside(e, aside) for e in plain)
        if (not plain and (not reading.vague or aside.score >= PLAIN)) or broken:
            return aside
    return None


def _plain(evidence: Evidence, topic: str | None) -> bool:
    return evidence.topic == topic and evidence.option is not None and abs(evidence.strength) >= PLAIN


def _outside(evidence: Evidence, aside: Aside) -> bool:
    return evidence.end <= aside.start or aside.end <= evidence.start


def _weight(text: str) -> int:
    return weight(phrase(text).split())
