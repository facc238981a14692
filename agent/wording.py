"""A move -> the message as it is sent. Every question passes the linter; a wording that does not falls back
to the guide's own words, which a test lints."""

from __future__ import annotations

from dataclasses import dataclass

from agent.acknowledge import acknowledge, echo, lower
from agent.guide import Guide, Topic
from agent.lint import lint
from agent.plan import Move, can_choose, probe_for
from agent.state import InterviewState
from agent.summary import summary

QUICK = 6  # quick replies offered at most


@dataclass(frozen=True, slots=True)
class Worded:
    """`text` is the whole message, `question` the sentence that asks ("" when closing)."""

    text: str
    question: str
    quick: tuple[str, ...] = ()


def word(guide: Guide, state: InterviewState, move: Move) -> Worded:
    if move.kind == "close":
        return Worded(closing(state), "")
    if move.kind == "confirm":
        question = "Have I got this right?"
        intro = "This is what I understood."
        return Worded(f"{intro}\n\n{summary(guide, state)}\n\n{question}", question,
                      ("Yes, that's right", "Something is not right"))
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


def closing(state: InterviewState) -> str:
    start = "We stop here." if state.early else "That was the last question."
    return f"{start} Your report is ready. You can correct anything in it, or go on asking about the roles."


def choice(topic: Topic) -> str:
    """The options side by side, for an answer that named none of them."""
    labels = [f"“{o.label.rstrip('.')}”" for o in topic.options]
    return f"On {lower(topic.name)}, which comes closest: {', '.join(labels[:-1])} or {labels[-1]}?"


def _question(guide: Guide, state: InterviewState, move: Move) -> str:
    if move.kind == "anything":
        return guide.anything_else.strip()
    if move.kind == "amend":
        return "What should I change in it?"
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
    if not earlier or not later or earlier == later:
        options = {o.id: o.label.rstrip(".") for o in topic.options}
        earlier = options.get(move.contradiction.earlier.option or "", earlier)
        later = options.get(move.contradiction.later.option or "", later)
    last = state.messages[-1].id if state.messages else ""
    when = "just now" if move.contradiction.later.message == last else "later"
    return (f"Earlier you said “{earlier}”, and {when} “{later}”. "
            f"On {lower(topic.name)}, which of the two is closer to how you see it today?")


def _lead(guide: Guide, state: InterviewState, move: Move) -> str:
    """Acknowledgement, and where we are when that is worth a word."""
    if move.revisit and move.topic:
        heard = state.topics[move.topic].heard
        quote = echo(heard[-1].quote) if heard else ""
        return f"Going back: you said “{quote}”." if quote else "Going back:"
    said = acknowledge(guide, state, move)
    if move.kind == "anything":
        return f"{said} Those were my topics.".strip()
    if move.kind != "topic":
        return said
    open_ = sum(t.status == "open" for t in state.topics.values())
    if open_ == 1 and len(state.topics) > 3:
        return f"{said} One topic is left.".strip()
    if len(state.topics) > 6 and open_ == len(state.topics) // 2:
        return f"{said} We are about halfway.".strip()
    return said


def _quick(guide: Guide, move: Move) -> tuple[str, ...]:
    if move.topic is None:
        return ("Nothing more",) if move.kind == "anything" else ()
    topic = guide.topic(move.topic)
    if move.kind == "contradiction" and move.contradiction is not None:
        both = {move.contradiction.earlier.option, move.contradiction.later.option}
        return tuple(o.label for o in topic.options if o.id in both)
    return tuple(o.label for o in topic.options) if len(topic.options) <= QUICK else ()
