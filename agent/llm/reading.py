"""The model engine of an interview: one call a message, of which code takes what the message bears out.

The call is made after the person's words are in the log, and nothing here can fail a turn: on any fault the
keyless reading stands, with one sentence about the model.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing

from agent.draft import Draft
from agent.guide import Guide, Topic
from agent.llm.faults import ModelFault
from agent.llm.merge import Reply, merge
from agent.llm.own_words import fair_acknowledgement, fair_probe, stems
from agent.llm.tolerant_json import field_so_far, parse
from agent.model import ModelClient
from agent.prompting import Message, Prompt
from agent.reading import Reader, Reading
from agent.state import InterviewState

LONGEST = 6_000  # characters of a message that the model sees; our own reader sees all of it
WORDS_KEPT = 8  # of an answer that stands in the request where no option was recognised in it
COMMANDS = 4  # words: a message this short that a rule knows as a command needs no model


class ModelEngine:
    """agent.draft.Engine over a ModelClient, with the keyless Reader beside it."""

    def __init__(self, client: ModelClient, prompt: Prompt, reader: Reader) -> None:
        self._client, self._prompt, self._reader = client, prompt, reader
        self._told: set[str] = set()  # interviews whose person knows that the model fails just now

    def draft(self, message: str, guide: Guide, state: InterviewState) -> Generator[str | Draft, None, None]:
        pending = state.pending.topic if state.pending else None
        ours = self._reader.read(message, guide, pending, state.settled)
        if not _worth_a_call(ours, message):
            yield Draft(ours)
            return
        shown = text = ""
        speaks = _may_acknowledge(ours, state)
        try:
            with closing(self._client.stream(self.request(message, guide, state))) as pieces:
                for piece in pieces:
                    text += piece
                    if speaks and not shown and (shown := _acknowledgement(text, message)):
                        yield shown
            reply = parse(text, Reply)
        except ModelFault as fault:
            if fault is not self._client.fault:  # a whole reply, but not a usable one
                self._client.went(fault)
            yield Draft(ours, shown, notice=self._once(state.id, fault), called=True)
            return
        self._told.discard(state.id)
        if shown:  # it stands on the page: what follows must be an answer's reply
            reply.intent, reply.question = "answer", ""
        reading = merge(reply, ours, message, guide, pending, self._reader)
        probe = _probe(reply.probe, message, guide.topic(pending) if pending else None, state)
        yield Draft(reading, shown, probe, model=self._client.name, prompt=self._prompt.digest, called=True)

    def _once(self, interview: str, fault: ModelFault) -> str:
        """The notice, unless the person of this interview has had it since the model last worked."""
        if interview in self._told:
            return ""
        self._told.add(interview)
        return notice(fault)

    def request(self, message: str, guide: Guide, state: InterviewState) -> list[Message]:
        """What is sent: the guide first, the same all through, then what is known, then this message."""
        pending = state.pending
        return self._prompt.render(
            title=guide.title,
            topics=guide.topics,
            known=_known(state),
            asked=pending.question if pending else "",
            topic=(pending.topic or "") if pending else "",
            message=message[:LONGEST],
        )


def notice(fault: ModelFault) -> str:
    """What a person is told, once: what happened and that it goes on."""
    return f"{fault} This goes on without the model; nothing you typed is lost."


def _worth_a_call(ours: Reading, message: str) -> bool:
    """A command needs no model, and a plain question is left to the call that answers it."""
    if ours.intent in ("empty", "question") and not ours.evidence:
        return False
    return ours.intent in ("answer", "off_topic", "question") or len(message.split()) > COMMANDS


def _may_acknowledge(ours: Reading, state: InterviewState) -> bool:
    """Only a first answer to a question is acknowledged: not an edit, a change, or words after the end."""
    unread = state.unread
    fresh = unread is None or not (unread.edited or unread.command)
    return fresh and not state.done and ours.intent == "answer" and not ours.left_out and not ours.question


def _acknowledgement(text: str, message: str) -> str:
    said = (field_so_far(text, "ack") or "").strip()
    return said if said and fair_acknowledgement(said, message) else ""


def _probe(said: str, message: str, topic: Topic | None, state: InterviewState) -> str:
    """The follow-up if it is fair and not one that was asked before, in these words or nearly these."""
    said = said.strip()
    if topic is None or any(stems(said) == stems(m.question) for m in state.messages if m.question):
        return ""
    texts = [topic.question, topic.name, topic.aim, *(probe.text for probe in topic.probes)]
    return said if fair_probe(said, message, texts) else ""


def _known(state: InterviewState) -> str:
    """The state in a line: a settled topic by its option, else by the first words of what was said."""
    parts = []
    for topic in state.topics.values():
        if topic.option:
            parts.append(f"{topic.id}={topic.option}")
        elif topic.heard:
            parts.append(f"{topic.id}: {' '.join(topic.heard[-1].quote.split()[:WORDS_KEPT])}")
        elif topic.done:
            parts.append(f"{topic.id}: {topic.status}")
    return "; ".join(parts)
