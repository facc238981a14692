"""A move -> the message as it is sent. Every question passes the linter; a wording that does not falls back
to the guide's own words, which a test lints."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agent.acknowledge import acknowledge, lower, next_subject
from agent.folding.corrections import objects
from agent.guide import Guide, Topic
from agent.lint import lint
from agent.plan import Move, can_choose, probe_for
from agent.quote import echo, telling
from agent.state import InterviewState
from agent.summary import summary, understood

IN_PASSING = 0.7  # strength of evidence that is worth coming back to
QUICK = 6  # quick replies offered at most
BARE = 6  # words of a reply that turns the summary down without saying what is wrong


@dataclass(frozen=True, slots=True)
class Worded:
    """`text` is the whole message, `question` the sentence that asks ("" when closing)."""

    text: str
    question: str
    quick: tuple[str, ...] = ()


def word(guide: Guide, state: InterviewState, move: Move) -> Worded:
    if move.kind == "close":
        return Worded(closing(guide, state), "")
    if move.kind == "confirm":
        question = "Have I got this right?"
        intro = "This is what I understood."
        return Worded(
            f"{intro}\n\n{summary(guide, state)}\n\n{question}",
            question,
            ("Yes, that's right", "Something is not right"),
        )
    question = _question(guide, state, move)
    lead = _lead(guide, state, move)
    for text in (f"{lead} {question}".strip(), question):
        if not lint(text):
            return Worded(text, question, _quick(guide, move))
    plain = guide.topic(move.topic).question if move.topic else guide.anything_else
    return Worded(plain, plain, _quick(guide, move))


def opening(guide: Guide, state: InterviewState, move: Move) -> Worded:
    """The first message: what this is, how long it takes, and the first question."""
    first = word(guide, state, move)
    return Worded(f"{guide.opening.strip()}\n\n{first.question}", first.question, first.quick)


def closing(guide: Guide, state: InterviewState) -> str:
    if state.early:
        return "We stop here. Your report is ready. You can correct anything in it, ask, or say “go on” for the rest."
    start = _set_right(guide, state) or "That was the last question."
    return f"{start} Your report is ready. You can correct anything in it, or go on asking."


def _set_right(guide: Guide, state: InterviewState) -> str:
    """What the reply to the summary changed; "" when it changed nothing."""
    last = state.last_said
    asked = state.message(last.replies_to) if last else None
    if last is None or last.reading is None or asked is None or asked.plan not in ("confirm", "amend"):
        return ""
    spoken = {e.topic for e in last.reading.evidence}
    lines = [
        f"on {lower(topic.name)}, you {told}" if told else lower(topic.name)
        for topic in guide.topics
        if topic.id in spoken
        for told in [understood(guide, state.topics[topic.id])]
    ]
    if lines:
        return f"I have put that right: {'; '.join(lines)}."
    if asked.plan == "amend" and objects(replace(last.reading, intent="reject"), last.text):
        return "I could not tell which line that changes. The list beside this and the report let you set each one."
    return ""


def choice(topic: Topic) -> str:
    """The options side by side, for an answer that named none of them."""
    labels = [f"“{o.label.rstrip('.')}”" for o in topic.options]
    return f"On {lower(topic.name)}, which comes closest: {', '.join(labels[:-1])} or {labels[-1]}?"


def _question(guide: Guide, state: InterviewState, move: Move) -> str:
    if move.kind == "anything":
        return guide.anything_else.strip()
    if move.kind == "amend":
        return "How should that line read, beginning with its name?" if _told(state) else "What should I change in it?"
    topic = guide.topic(move.topic or "")
    if move.kind == "contradiction" and move.contradiction is not None:
        return _between(topic, move, state)
    if move.probe is not None:
        return move.probe.text.strip()
    if move.kind == "topic":
        return topic.question.strip()
    return _other_words(topic, state)


def _other_words(topic: Topic, state: InterviewState) -> str:
    """A question put again: its options side by side, or a follow-up, or the guide's words once more."""
    asked = frozenset(m.question for m in state.messages if m.question)
    if can_choose(topic) and (text := choice(topic)) not in asked and not lint(text):
        return text
    probe = probe_for(topic, state.topics[topic.id], asked)
    if probe is not None:
        return probe.text.strip()
    return f"As far as you wish to say: {lower(topic.question.strip())}"


def _between(topic: Topic, move: Move, state: InterviewState) -> str:
    """Both answers in the person's words, neither favoured."""
    assert move.contradiction is not None
    earlier, later = echo(move.contradiction.earlier.quote), echo(move.contradiction.later.quote)
    said = "you said"
    if not earlier or not later or earlier == later:
        options = {o.id: o.label.rstrip(".") for o in topic.options}
        earlier = options.get(move.contradiction.earlier.option or "", earlier)
        later = options.get(move.contradiction.later.option or "", later)
        said = "I understood"  # these words are not theirs
    last = state.messages[-1].id if state.messages else ""
    when = "just now" if move.contradiction.later.message == last else "later"
    return (
        f"Earlier {said} “{earlier}”, and {when} “{later}”. "
        f"On {lower(topic.name)}, which of the two is closer to how you see it today?"
    )


def _told(state: InterviewState) -> bool:
    """Whether the reply that turned the summary down said more than no."""
    said = state.last_said
    return said is not None and not said.command and len(said.text.split()) > BARE


def _lead(guide: Guide, state: InterviewState, move: Move) -> str:
    """Acknowledgement, and where we are when that is worth a word."""
    if move.kind == "amend":
        return "I could not match that to a line of the summary." if _told(state) else ""
    if move.revisit and move.topic:
        heard = state.topics[move.topic].heard
        quote = echo(heard[-1].quote) if heard else ""
        return f"Going back: you said “{quote}”." if quote else "Going back:"
    said = acknowledge(guide, state, move)
    if move.kind == "topic" and (before := said_before(state, move)):
        return before
    if move.kind == "anything":
        return f"{said} Those were my topics.".strip()
    if move.kind != "topic":
        return said
    open_ = sum(t.status == "open" for t in state.topics.values())
    if open_ == 1 and len(state.topics) > 3:
        return f"{said} One topic is left.".strip()
    if len(state.topics) > 6 and open_ == len(state.topics) // 2:
        return f"{said} We are about halfway.".strip()
    return said or next_subject(guide, state, move)


def said_before(state: InterviewState, move: Move) -> str:
    """What was said of the topic in passing, before it is asked about in full; "" where nothing was."""
    heard = state.topics[move.topic or ""].heard if move.kind == "topic" and not move.revisit else ()
    plain = [h for h in heard if h.option and h.evidence.strength >= IN_PASSING and h.evidence.manner == "stated"]
    quote = echo(plain[-1].quote) if plain else ""
    if not telling(quote):
        return ""
    last = next((m.id for m in reversed(state.messages) if m.author == "person"), "")
    return f"{'You' if plain[-1].message == last else 'Earlier you'} said “{quote}”."


def _quick(guide: Guide, move: Move) -> tuple[str, ...]:
    if move.topic is None:
        return ("Nothing more",) if move.kind == "anything" else ()
    topic = guide.topic(move.topic)
    if move.kind == "contradiction" and move.contradiction is not None:
        both = {move.contradiction.earlier.option, move.contradiction.later.option}
        return tuple(o.label for o in topic.options if o.id in both)
    return tuple(o.label for o in topic.options) if len(topic.options) <= QUICK else ()
