"""A question to the interviewer that a reply holds, and what the reply is without it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import cast

from agent.reading import Intent, Reading
from agent.talk.clarify import about_roles
from agent.talk.form import announces, ends, marked, promises
from agent.talk.piece import Aside
from agent.talk.said import ROLES
from agent.talk.weighed import ABOUT, HARD, OF_ROLES, PLAIN, REST, SURE, VAGUE, outside, tells, weight_of
from agent.understanding.asking import tagged
from agent.understanding.words import phrase

ASKED = ("about", ROLES, "why", "clarify", "summary", "left")  # they want a reply, and then the question comes back
GOES_ON = 6  # words after a question, from which an answer among them is one
REASON = 0.7  # how near a question is, after which a few words only tell why it is asked
FEW_WORDS = 3  # of a question that most often only names what is then answered
_TELLS = re.compile(r"(?:shall|should) i tell you\b")
_SELF = re.compile(r"(?:do )?you know (?:who|what|which|where|when)\b")  # … and tells it
_ECHO = re.compile(r"\W*(?:what|which) \w+\?\s+(?=\S+ \S+ \S+ \S+)", re.IGNORECASE)  # "What production? There's none."


def asked(heard: Sequence[Aside], reading: Reading, text: str, topic: str | None) -> Aside | None:
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
        plainly = [a for a in found if a.kind in ("summary", "left") and a.score >= PLAIN]  # "Please sum up so far."
        found = [a for a in found if a in plainly or (a.score >= SURE and marked(text[a.start : a.end]))]
    if len({(a.kind, a.id) for a in found}) > 1 or any(marked(text[a.end :]) for a in found):
        found = [a for a in found if a.id != "questions"]  # "may I ask you something?" only leads up to it
    return max(found, key=lambda a: a.score, default=None)


def _holds(aside: Aside, reading: Reading, text: str, topic: str | None) -> bool:
    said = text[aside.start : aside.end]
    asks = marked(said) and not tagged(phrase(said))
    if aside.kind in ("why", "clarify") and not asks and ends(said) and aside.score < OF_ROLES:
        return False  # "For what is mine."
    plain = reading.vague and said.rstrip().endswith((".", "!")) and not marked(said)
    if aside.kind == "left" and plain and aside.score < OF_ROLES:
        return False  # "There're many kinds.", "Many! Or a few."
    if aside.kind == "summary" and aside.score < ABOUT:
        return False  # "Did Thomas send you?"
    if _TELLS.match(phrase(said)) or (_SELF.match(phrase(said)) and text[aside.end :].strip()):
        return False  # "Shall I tell you what milk costs?", "Do you know who's reliable? My neighbour's cock."
    if not asks and any(tells(e, topic) and not outside(e, aside) for e in reading.evidence):
        return False
    after = text[aside.end :]
    goes_on_to_tell = len(after.split()) >= GOES_ON and not marked(after)
    told = goes_on_to_tell and any(tells(e, topic) and e.start >= aside.end for e in reading.evidence)
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


def after_question(
    reading: Reading, aside: Aside, text: str, topic: str | None, read: Callable[[str], Reading]
) -> tuple[Reading, Aside | None]:
    """A question alone, or one beside an answer: what is left without it is read as one."""
    said = text[aside.start : aside.end]
    after = text[aside.end :]
    if aside.kind in ("left", "summary") and aside.score >= REASON and weight_of(after) <= 2 * REST:
        after = ""  # why they ask, and no answer
    if promises(after) and weight_of(after) <= REST:
        after = ""  # they will answer once we have
    left = text[: aside.start] + " " * len(said) + after
    rest, sure = weight_of(left), aside.score >= SURE or announces(text)
    told = any(tells(e, topic) and outside(e, aside) for e in reading.evidence)
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
        if not outside(e, aside):
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
    plain = any(tells(e, topic) for e in about)
    return bool(reading.values) or plain or (rest > REST and bool(about))
