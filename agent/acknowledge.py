"""What is said about the last answer before the next question: the person's own words, never a judgement.

Deterministic: the same state gives the same words, and the pattern changes from turn to turn.
"""

from __future__ import annotations

import re

from agent.guide import Guide
from agent.lint import lint
from agent.plan import Move
from agent.state import Heard, InterviewState, Message, TopicState

QUOTE_WORDS = 8
LONG = 90  # words of an answer that get a word of thanks

_QUOTING = ("You said “{q}”.", "“{q}”: noted.", "I've written down “{q}”.", "So, “{q}”.")
_TELLING = ("So you {s}.", "As I understand it, you {s}.", "What I take from that: you {s}.")
_SKIPPED = ("We leave that out.", "That stays out, then.", "Left out.")
_UNKNOWN = ("That can stay open.", "I'll mark that as open.", "Open, then.")
_AGAIN = ("I would like to come back to this once.", "Let me ask that once more, in other words.")
_VAGUE = ("You said “{q}”.", "I want to understand “{q}” better.", "Let me stay with “{q}” for a moment.")
_DANGLING = re.compile(
    r"(?:a|an|the|and|or|but|of|to|in|on|at|for|with|by|from|as|that|which|my|our|i|we|is|are|was),?",
    re.IGNORECASE,
)
_JOINING = re.compile(
    r"^\W*(?:(?:and|but|because|ok|okay)\b,?|(?:so|well|or|then|also|yeah|yes|no|um+|uh+|hm+),)\s+",
    re.IGNORECASE,
)
_LEFT_OUT = "One personal detail I leave out: it plays no part in the result."


def acknowledge(guide: Guide, state: InterviewState, move: Move) -> str:
    """One or two short sentences, or nothing. Holds no question mark."""
    last = next((m for m in reversed(state.messages) if m.author == "person"), None)
    if last is None or last.reading is None:
        return ""
    parts = [_about(guide, state, move, last), _volunteered(guide, state, last)]
    if last.reading.left_out:
        parts.append(_LEFT_OUT)
    return " ".join(p for p in parts if p)


def echo(text: str, cut: bool = True) -> str:
    """As `clip`, for a line that asks: "" when the words would not pass the linter as our own. Their "great"
    read out by us sounds like praise, and a private fact is not repeated to the person."""
    quote = clip(text, cut)
    return "" if any(f.kind not in ("question", "length", "words") for f in lint(f"{quote}.")) else quote


# "Yes, that's right" answers, but told back it says nothing.
_ASSENT = frozenset(
    "yes yeah yep yup no nope ok okay sure right correct exactly that it is indeed of course fine".split()
)


def clip(text: str, cut: bool = True) -> str:
    """At most eight words of `text`, exactly as they stand in it, a whole clause where there is one; "" when
    they cannot be quoted in a line that asks (a question, quotation marks, control characters), or when they
    would have to be cut off and may not be."""
    text = _JOINING.sub("", text)
    clauses = [c.strip(" \t\n.,;:!-–—()'\"“”…") for c in re.split(r"[.;:!\n]+\s*|,\s+|\s[–—-]\s", text)]
    fitting = [c for c in clauses if 2 <= len(c.split()) <= QUOTE_WORDS]
    whole = text.strip(" \t\n.,;:!…")
    if 1 <= len(whole.split()) <= QUOTE_WORDS and "\n" not in whole:
        quote = whole
    elif fitting:
        quote = fitting[0]
    elif not cut:
        return ""
    else:
        words = list(re.finditer(r"\S+", whole))[:QUOTE_WORDS]
        while len(words) > 3 and _DANGLING.fullmatch(words[-1][0]):
            words.pop()
        quote = whole[: words[-1].end()].rstrip(" ,;:-–—") + "…" if words else ""
    bad = any(c in quote for c in "?？“”\"\n\r\t[]<>*_`|") or not quote.replace("…", "").isprintable()
    assent = {w.strip("'’.,!") for w in quote.lower().replace("'s", "").replace("’s", "").split()} <= _ASSENT
    return "" if bad or assent or len(quote) > 90 else quote


def _about(guide: Guide, state: InterviewState, move: Move, last: Message) -> str:
    """What the last message said about the topic that it was asked for."""
    reading, asked = last.reading, state.message(last.replies_to)
    topic = state.topics.get(asked.topic or "") if asked else None
    turn = sum(m.author == "person" for m in state.messages)
    if reading is None:
        return ""
    if reading.intent in ("skip", "decline"):
        return _pick(_SKIPPED, turn)
    if reading.intent == "dont_know":
        return _pick(_UNKNOWN, turn)
    if move.kind == "again":
        return _pick(_AGAIN, turn)
    if move.kind == "contradiction" or topic is None:
        return ""
    words = [h for h in topic.heard if h.message == last.id]
    best = max(words, key=lambda h: (h.option == topic.option, abs(h.evidence.strength), -h.evidence.start),
               default=None)
    if move.kind == "probe":
        elsewhere = reading.evidence and not best
        quote = echo(best.quote) if best else "" if elsewhere else echo(last.text)
        return _pick(_VAGUE, turn).format(q=quote) if quote and turn % 3 else ""
    return _stated(guide, topic, best, last, turn)


def _stated(guide: Guide, topic: TopicState, best: Heard | None, last: Message, turn: int) -> str:
    """A clear answer: quoted, told back, or left to stand."""
    if best is None or turn % 4 == 0:
        return ""
    quote = echo(best.quote, cut=False)
    quote = quote if len(quote.split()) > 1 else ""
    plain = best.option is not None and best.evidence.strength >= 0.8 and best.evidence.manner == "stated"
    thanks = "Thank you for telling me that at length. " if len(last.text.split()) > LONG else ""
    if plain and best.option == topic.option and (turn % 4 == 2 or not quote):
        options = {o.id: o for o in guide.topic(topic.id).options}
        if best.option in options:
            return thanks + _pick(_TELLING, turn // 4).format(s=options[best.option].summary)
    return thanks + _pick(_QUOTING, turn // 2).format(q=quote) if quote else thanks.strip()


def _volunteered(guide: Guide, state: InterviewState, last: Message) -> str:
    """Topics that were settled in passing, which will not be asked about."""
    names = [
        lower(guide.topic(t.id).name)
        for t in state.topics.values()
        if t.volunteered and t.status == "settled" and {h.message for h in t.heard} == {last.id}
    ]
    if not names:
        return ""
    listed = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
    return f"That also tells me about {listed}, so I won't ask." if len(names) < 4 else ""


def lower(name: str) -> str:
    """A topic's name as it stands within a sentence."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def _pick(patterns: tuple[str, ...], turn: int) -> str:
    return patterns[turn % len(patterns)]
