"""One read message -> what is said next. Digressions leave the pending question where it is and bring it back
once; everything else goes through the plan."""

from __future__ import annotations

from dataclasses import replace

from agent.draft import Draft
from agent.events import Answer, Citation
from agent.folding.heard import is_answer
from agent.parts import Parts
from agent.plan import Move, next_move
from agent.state import InterviewState, Message
from agent.summary import summary
from agent.talk.clarify import asks_about, asks_why, clarified
from agent.talk.verdict import ENTRY
from agent.turning.changes import back, change, changed, edited
from agent.turning.digress import about_itself, how_much_is_left, spoken, why
from agent.turning.questions import answer_to, says_something
from agent.turning.say import Say, ask, bring_back, later
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
        text, citations = _why(parts, replace(state, pending=state.message(message.replies_to)), message, draft)
        return replace(said, text=f"{text}\n\n{said.question or said.text}", citations=citations)
    beside, citations = _beside(parts, state, draft)
    if beside:
        return replace(said, text=f"{beside}\n\n{said.question or said.text}", citations=citations)
    if lead := spoken(draft):
        return replace(said, text=f"{lead} {said.question or said.text}")
    if reading.question and says_something(answer := _answer(parts, state, message, draft), reading.question):
        asks = "" if "?" in answer.text else said.question or said.text
        text = f"{answer.text}\n\n{asks or later(parts, said.topic)}"
        return replace(said, text=text, citations=answer.citations)
    return said


def _beside(parts: Parts, state: InterviewState, draft: Draft) -> tuple[str, tuple[Citation, ...]]:
    """What an answer's question about the interview itself gets; "" when it is about something else."""
    question = draft.reading.question
    wanted = draft.aside.kind if draft.aside else control(phrase(question), None) if question else None
    if wanted == "about":
        return about_itself(parts, state, draft)
    if wanted == "left":
        return how_much_is_left(parts.guide, state), ()
    if wanted == "summary":
        return f"So far I understood this.\n\n{summary(parts.guide, state)}", ()
    return "", ()


def _digress(parts: Parts, state: InterviewState, message: Message, draft: Draft) -> Say:
    intent = draft.reading.intent
    if intent == "why":
        text, citations = _why(parts, state, message, draft)
        return bring_back(parts, state, text, "why", citations=citations, reason="asked about the question")
    if intent == "left":
        text = how_much_is_left(parts.guide, state)
        return bring_back(parts, state, text, "progress", reason="asked how much is left")
    if intent == "summary":
        text = f"So far I understood this.\n\n{summary(parts.guide, state)}"
        return bring_back(parts, state, text, "summary", reason="asked for a summary")
    if draft.aside and draft.aside.kind == "about":
        text, citations = about_itself(parts, state, draft)
        if draft.aside.id == ENTRY:
            text = f"{text} So far I understood this.\n\n{summary(parts.guide, state)}"
            return bring_back(parts, state, text, "summary", reason="asked how things stand")
        return bring_back(parts, state, text, "answer", citations=citations, reason="asked about the interview")
    if intent == "question":
        answer = _answer(parts, state, message, draft)
        pending = state.pending
        found = says_something(answer, message.text)
        if not found and pending is not None and asks_why(message.text, pending.question):
            text, citations = why(parts, state)
            return bring_back(parts, state, text, "why", citations=citations, reason="asked about the question")
        return bring_back(
            parts, state, answer.text, "answer", citations=answer.citations, reason="answered the person's question"
        )
    if (lead := spoken(draft)) and state.pending is not None:
        pending = state.pending
        text = f"{lead} {pending.question}"
        reason = "something came between"
        return Say(
            "answered", text, "aside", pending.topic, question=pending.question, quick=pending.quick, reason=reason
        )
    return bring_back(parts, state, "No words reached me.", "refused", reason="an empty message")


def _why(parts: Parts, state: InterviewState, message: Message, draft: Draft) -> tuple[str, tuple[Citation, ...]]:
    """What the question is after where that was asked, else why it comes."""
    pending = state.pending
    if pending is not None and pending.topic:
        clarify = draft.aside.kind == "clarify" if draft.aside else asks_about(message.text, pending.question)
        if clarify:
            return clarified(parts.guide.topic(pending.topic)), ()
    return why(parts, state)


def _answer(parts: Parts, state: InterviewState, message: Message, draft: Draft) -> Answer:
    return draft.answer or answer_to(parts, state, message, called=draft.called)


def _after(parts: Parts, state: InterviewState, message: Message, draft: Draft) -> Say:
    reading = draft.reading
    if reading.intent == "resume":
        again = replace(state, done=False, early=False)
        return replace(ask(parts, again, next_move(parts.guide, parts.criteria, again)), reason="they want to go on")
    if draft.aside and draft.aside.kind == "about":
        text, citations = about_itself(parts, state, draft)
        return Say("answered", text, "answer", citations=citations, reason="asked when done")
    if reading.question or reading.intent == "question":
        answer = _answer(parts, state, message, draft)
        return Say("answered", answer.text, "answer", citations=answer.citations, reason="asked when done")
    if reading.intent in ("summary", "why", "left"):
        return Say("answered", summary(parts.guide, state), "summary", reason="asked after the end")
    if reading.evidence:
        return changed(parts, state, reading.target or reading.evidence[0].topic)
    return Say("answered", _AFTER, "close", reason="the interview is over")
