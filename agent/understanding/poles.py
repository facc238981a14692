"""Likes and dislikes of a topic's thing, for topics whose options say how much of it."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.understanding.clauses import Clause
from agent.understanding.comparison import better, worse
from agent.understanding.found import Found
from agent.understanding.lexicon import Lexicon
from agent.understanding.manner import only_vague, sits_on_the_fence
from agent.understanding.stance import feeling, felt_nearby, joined, present

_ON = frozenset("but though yet however although".split())  # words that go on about the same thing


def liked(
    lexicon: Lexicon,
    clause: Clause,
    text: str,
    pending: str | None,
    spoken: set[str],
    mentioned: frozenset[str],
    first: bool,
) -> list[Found]:
    """Likes and dislikes of a topic's thing, for topics whose options say how much of it."""
    found = []
    terms = lexicon.terms.find(clause.words)
    for topic in lexicon.topics.values():
        if topic.id in spoken or not any(o.pole for o in topic.options):
            continue
        own = [m for m in terms if m.pattern.of[0] == topic.id]
        others = [m for m in terms if m.pattern.of[0] != topic.id and _competes(lexicon, m.pattern.of[0])]
        if own:
            m = own[0]
            before, after = joined(clause.words[: m.first]), joined(clause.words[m.last + 1 :])
            f = feeling(text, before, after)
            if worse(text, before):
                f = replace(f, pole={"much": "little", "little": "much"}.get(f.pole, f.pole or "little"))
            elif better(before, after):
                f = replace(f, pole="much", wish=True)
            span = (m.first, m.last)
        elif (
            topic.id == pending
            and not others
            and _about_it(
                text,
                first or clause.head in _ON,
                pending in mentioned or not any(_competes(lexicon, t) for t in mentioned),
            )
            and not sits_on_the_fence(text)
            and not only_vague(text)
        ):
            f = feeling(text, text, "")
            span = (0, len(clause.words) - 1)
        else:
            continue
        if topic.id != pending and (
            not f.wish
            or (topic.wish and present(text))
            or pending in {m.pattern.of[0] for m in others}
            or not (worse(text, before) or better(before, after) or felt_nearby(before, after))
        ):
            continue
        option = lexicon.pole(topic.id, f.pole) if f.pole else None
        if option:
            found.append(Found(topic.id, option, 0.65 if topic.id == pending else 0.8, False, span))
    return found


def _competes(lexicon: Lexicon, topic: str) -> bool:
    """Whether likes and dislikes can be about a topic: one's job and one's title are only where they are felt."""
    return lexicon.topics[topic].wish or not lexicon.topics[topic].open


def _about_it(text: str, first: bool, alone: bool) -> bool:
    """Whether likes and dislikes without a name can be about what was asked."""
    named = re.search(r"\b(?:it|that|this|them|those|these|they|one)\b", text)
    return alone and bool(named or (first and text.count(" ") < 8))
