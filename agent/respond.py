"""One read message -> what is said next. Digressions leave the pending question where it is and bring it back
once; everything else goes through the plan."""

from __future__ import annotations

from dataclasses import replace

from agent.changes import back, change, changed, edited
from agent.clarify import asks_about, asks_plainly, asks_why, clarified
from agent.digress import how_much_is_left, why
from agent.draft import Draft
from agent.events import Answer, Citation
from agent.hearing import is_answer
from agent.parts import Parts
from agent.plan import Move, next_move
from agent.say import Say, ask, bring_back, later
from agent.state import InterviewState, Message
from agent.summary import summary
from agent.understanding.control import control
from agent.understanding.words import phrase
from agent.wording import word

_AFTER = "The interview is finished and your report stands. You can still ask a question, or change an answer."


def respond(parts: Parts, state: InterviewState, message: Message, draft: Draft) -> Say:
    """`state` has `message` read into it, with `draft.reading`. What was shown already comes first."""
    said = _respond(parts, state, message, draft)
    if draft.acknowledgement and not said.text.startswith(draft.acknowledgement):
        return replace(said, text=f"{draft.acknowledgement}\n\n{said.text}")
    return said


def _respond(parts: Parts, state: InterviewState, message: Message, draft: Draft) -> Say:
    reading = draft.reading
    if message.corrects:
        return changed(parts, state, message.corrects[0])
    if message.edited:
        return edited(parts, state, message)
    if state.done:
        return _after(parts, state, message, draft)
    if reading.intent == "finish":
        early = state.covered < len(state.topics)
        closed = word(parts.guide, replace(state, early=early), Move("close"))
        return Say("finished", closed.text, "close", early=early, reason="the person wants to stop")
    if reading.intent == "change":
        return change(parts, state, reading)
    if reading.intent == "back":
        return back(parts, state)
    pending = state.pending.topic if state.pending else None
    if not is_answer(reading, pending):
        return _digress(parts, state, message, draft)
    said = ask(parts, state, next_move(parts.guide, parts.criteria, state), draft)
    if reading.intent == "why":
        text, citations = _why(parts, replace(state, pending=state.message(message.replies_to)), message)
        return replace(said, text=f"{text}\n\n{said.question or said.text}", citations=citations)
    if beside := _beside(parts, state, reading.question):
        return replace(said, text=f"{beside}\n\n{said.question or said.text}")
    if reading.question and _says(answer := _answer(parts, state, message, draft), reading.question):
        asks = "" if "?" in answer.text else said.question or said.text
        text = f"{answer.text}\n\n{asks or later(parts, said.topic)}"
        return replace(said, text=text, citations=answer.citations)
    return said


def _beside(parts: Parts, state: InterviewState, question: str) -> str:
    """What an answer's question about the interview itself gets; "" when it is about something else."""
    wanted = control(phrase(question), None) if question else None
    if wanted == "left":
        return how_much_is_left(parts.guide, state)
    return f"So far I understood this.\n\n{summary(parts.guide, state)}" if wanted == "summary" else ""


def _says(answer: Answer, question: str) -> bool:
    """Whether to give it: a rhetorical question within an answer is not told that the articles have none."""
    return not answer.abstained or bool(answer.citations) or asks_plainly(question)


def _digress(parts: Parts, state: InterviewState, message: Message, draft: Draft) -> Say:
    intent = draft.reading.intent
    if intent == "why":
        text, citations = _why(parts, state, message)
        return bring_back(parts, state, text, "why", citations=citations, reason="asked about the question")
    if intent == "left":
        text = how_much_is_left(parts.guide, state)
        return bring_back(parts, state, text, "progress", reason="asked how much is left")
    if intent == "summary":
        text = f"So far I understood this.\n\n{summary(parts.guide, state)}"
        return bring_back(parts, state, text, "summary", reason="asked for a summary")
    if intent == "question":
        answer = _answer(parts, state, message, draft)
        pending = state.pending
        found = _says(answer, message.text)
        if not found and pending is not None and asks_why(message.text, pending.question):
            text, citations = why(parts, state)
            return bring_back(parts, state, text, "why", citations=citations, reason="asked about the question")
        return bring_back(
            parts, state, answer.text, "answer", citations=answer.citations, reason="answered the person's question"
        )
    return bring_back(parts, state, "No words reached me.", "refused", reason="an empty message")


def _why(parts: Parts, state: InterviewState, message: Message) -> tuple[str, tuple[Citation, ...]]:
    """What the question is after where that was asked, else why it comes."""
    pending = state.pending
    if pending is not None and pending.topic and asks_about(message.text, pending.question):
        return clarified(parts.guide.topic(pending.topic)), ()
    return why(parts, state)


def _answer(parts: Parts, state: InterviewState, message: Message, draft: Draft) -> Answer:
    """The answer in the light of the person's earlier questions. What they said of themselves is no context: a
    question about pay is not about the town they live in."""
    said = (m for m in state.messages if m.author == "person" and m.id != message.id and m.reading)
    turns = tuple(m.reading.question for m in said if m.reading and m.reading.question and not m.command)
    answerer = parts.floor if draft.called and parts.floor else parts.answerer
    return answerer.ask(draft.reading.question or message.text, turns)


def _after(parts: Parts, state: InterviewState, message: Message, draft: Draft) -> Say:
    reading = draft.reading
    if reading.question or reading.intent == "question":
        answer = _answer(parts, state, message, draft)
        return Say("answered", answer.text, "answer", citations=answer.citations, reason="asked when done")
    if reading.intent in ("summary", "why", "left"):
        return Say("answered", summary(parts.guide, state), "summary", reason="asked after the end")
    if reading.evidence:
        return changed(parts, state, reading.target or reading.evidence[0].topic)
    return Say("answered", _AFTER, "close", reason="the interview is over")
