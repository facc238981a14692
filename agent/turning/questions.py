"""A person's questions about the roles, in the middle of an interview: which want an answer, and the answer."""

from __future__ import annotations

import re

from agent.events import Answer
from agent.parts import Parts
from agent.reading import Reading
from agent.standing import standing
from agent.state import InterviewState, Message
from agent.talk.clarify import about_roles, asks_plainly
from agent.talk.form import announces, sentences
from agent.talk.verdict import asks_for_verdict

FEW = 12  # words of a question that leans on the one before it
_GOES_ON = re.compile(
    r"^\W*(?:and|or|what about|how about|also|then)\b|\b(?:they|them|their|he|she|his|her|its?|that|those|these)\b",
    re.IGNORECASE,
)

_OF_US = re.compile(r"\b(?:you|your|questions?|interview)\b", re.IGNORECASE)


def wants_answer(question: str, message: str) -> bool:
    """Whether it is answered whatever comes of it, be it that the articles say nothing."""
    return asks_plainly(question) or announces(message)


def asks_on(state: InterviewState, reading: Reading) -> bool:
    """Whether a question goes on from one that was just answered ("and how much do they travel?")."""
    last = state.last_told
    if last is None or last.move != "answer" or reading.intent != "question":
        return False
    asked = reading.question.rstrip()
    short = asked.endswith("?") and len(asked.split()) <= FEW
    return short and _GOES_ON.search(asked) is not None and not _OF_US.search(asked)


def answer_to(parts: Parts, state: InterviewState, message: Message, *, called: bool) -> Answer:
    """The answer in the light of the person's earlier questions. What they said of themselves is no context: a
    question about pay is not about the town they live in. `called`: the turn's one model call is spent."""
    question = with_its_subject((message.reading and message.reading.question) or message.text, message.text)
    if asks_for_verdict(question):
        return standing(parts, state)
    leans = message.reading is not None and asks_on(state, message.reading)
    before = state.messages if leans or about_roles(question) else ()  # "Should I open my bag too?" leans on nothing
    said = (m for m in before if m.author == "person" and m.id != message.id and m.reading)
    turns = tuple(m.reading.question for m in said if m.reading and m.reading.question and not m.command)
    answerer = parts.floor if called and parts.floor else parts.answerer
    return answerer.ask(question, turns)


def with_its_subject(question: str, text: str) -> str:
    """`question` with what stands before it in its sentence, where that alone names whom it is about: "This sales
    engineer for AI, how much do they collect?"."""
    start = text.find(question)
    if start < 0 or about_roles(question):
        return question
    sentence = next((begins for begins, ends in sentences(text) if begins <= start < ends), start)
    before = text[sentence:start]
    whole = before.count(" ") <= FEW and about_roles(before)
    return text[sentence : start + len(question)] if whole else question


def says_something(answer: Answer, question: str) -> bool:
    """Whether to give it: a rhetorical question within an answer is not told that the articles have none."""
    return not answer.abstained or bool(answer.citations) or asks_plainly(question)
