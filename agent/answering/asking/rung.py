"""A follow-up about the level next to the one spoken of: "and one rung higher?"."""

from __future__ import annotations

from dataclasses import replace

from agent.answering.asking.follow_words import follow_words
from agent.answering.asking.shape import Question
from corpus.facets import facet_spans

LEVELS = ("junior", "mid", "senior", "staff", "principal")


def next_rung(now: Question, before: Question) -> Question | None:
    """The question `before` at the next level up or down; None where `now` asks for none, or there is none."""
    words = follow_words()
    step = 1 if words.rung_up.search(now.asked) else -1 if words.rung_down.search(now.asked) else 0
    told = [level for level in LEVELS if level in before.facets.level]
    if not step or not told or now.facets.level:
        return None
    place = LEVELS.index(told[-1] if step > 0 else told[0]) + step
    if not 0 <= place < len(LEVELS):
        return None
    level = LEVELS[place]
    return replace(
        before,
        text=_at(before.text, level),
        asked=_at(before.asked, level),
        bare=_at(before.bare, level),
        roles=now.roles or before.roles,
        facets=replace(before.facets, level=(level,)),
        experience=None,
        follows=True,
    )


def _at(text: str, level: str) -> str:
    """`text` with its level changed."""
    for _, span in reversed(list(facet_spans(text, "level"))):
        text = f"{text[: span.start]}{level}{text[span.end :]}"
    return text
