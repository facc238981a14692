"""Short answers and numbers that a topic foresees, and that mean something only while it is pending."""

from __future__ import annotations

from collections.abc import Sequence

from agent.understanding.clauses import Clause
from agent.understanding.cues import OWN_DENIAL
from agent.understanding.found import Found
from agent.understanding.lexicon import Lexicon
from agent.understanding.lists import anywhere
from agent.understanding.manner import sits_on_the_fence, weight
from agent.understanding.patterns import Match
from agent.understanding.quantities import Quantity, within
from agent.understanding.stance import absent, denied, feeling, joined, present, runs_well

_TRIED = ("days", "count", "months", "years", "share")  # which unit a bare number is taken for first
_PRAISE = frozenset("good great fine ok okay well".split())  # "good luck" is no answer
_COUNTED, _PLENTY = 4, 5  # bands of a question about how many, and a number that is no pronoun or idiom
_BY = frozenset({"within", "in", "by", "next", "under"})
_BARE = frozenset(
    (
        "no nope never none nothing one up down all some any many me i good great fine ok okay well quite very "
        "high low core base little smooth"
    ).split()
)


def foreseen(
    lexicon: Lexicon,
    clause: Clause,
    text: str,
    pending: str,
    numbers: Sequence[Quantity],
    first: bool,
    spoken: list[Found],
    elsewhere: bool,
) -> list[Found]:
    """Numbers for the pending topic, and short answers unless the sentence is about another one (`elsewhere`).
    `first`: the clause begins the reply; `spoken`: what cues said of the topic already."""
    found = [
        _number(lexicon, pending, q, clause)
        for q in numbers
        if clause.start <= q.start < clause.end
        and (
            q.unit not in ("bare", "few")
            or len(clause.words) <= 4
            or q.end >= clause.end
            or _how_many(lexicon, pending, q)
        )
    ]
    kept = [f for f in found if f is not None]
    if elsewhere or sits_on_the_fence(text):
        return kept
    matches = lexicon.replies[pending].find(clause.words)
    longest = max((m.last - m.first for m in matches), default=0)
    wish = lexicon.topics[pending].wish
    counted = [m for m in matches if _counts(clause, m, matches, first, spoken)]
    return kept + [_reply(pending, wish, clause, m, first, longest) for m in counted]


def _counts(clause: Clause, m: Match, matches: Sequence[Match], first: bool, spoken: list[Found]) -> bool:
    """Whether a short answer found in a clause is one: not part of a longer one, nor of what a cue covers."""
    if any(
        o is not m and o.first <= m.first and o.last >= m.last and (o.last - o.first) > (m.last - m.first)
        for o in matches
    ):
        return False
    if not (len(clause.words) <= 7 or (first and m.first <= 3) or m.last - m.first >= 2):
        return False
    if any(f.span[0] <= m.last and m.first <= f.span[1] for f in spoken):
        return False
    if m.first != m.last or clause.words[m.first].text not in _BARE:
        return True
    others = [w.text for w in clause.words if w is not clause.words[m.first]]
    return len(others) < 2 and not (clause.words[m.first].text in _PRAISE and weight(others))


def _reply(pending: str, wish: bool, clause: Clause, m: Match, first: bool, longest: int) -> Found:
    before, after = joined(clause.words[: m.first]), joined(clause.words[m.last + 1 :])
    no = (
        False
        if OWN_DENIAL.search(m.pattern.text.lower())
        else denied(before, after) or (not wish and (absent(after) or runs_well(after)))
    )
    weight = 0.7 + 0.1 * (m.last - m.first) + (0.1 if m.last - m.first == longest else 0)
    whole = m.first == 0 and m.last == len(clause.words) - 1
    more = 0.5 if whole else 0.1 if first and m.first == 0 else 0
    return Found(pending, m.pattern.of[1], weight + more, no, (m.first, m.last))


def _number(lexicon: Lexicon, topic: str, quantity: Quantity, clause: Clause) -> Found | None:
    units = {b.unit for o in lexicon.topics[topic].options for b in o.bands}
    fits = [u for u in (quantity.unit, *_TRIED, *sorted(units)) if u in units and within(quantity, u) is not None]
    if not fits:
        return None
    for option in lexicon.topics[topic].options:
        for band in option.bands:
            value = within(quantity, band.unit)
            if value is None or band.unit != fits[0] or (band.unit == "years" and _is_deadline(quantity, clause)):
                continue
            if band.low <= value < band.high:
                exact = quantity.unit not in ("bare", "few", "day", "week")
                at = next((i for i, w in enumerate(clause.words) if w.end > quantity.start), 0)
                no = at > 0 and clause.words[at - 1].text in ("not", "never")
                return Found(topic, option.id, 1.4 if exact else 0.75, no, (at, at))
    return None


def _how_many(lexicon: Lexicon, topic: str, quantity: Quantity) -> bool:
    """Whether a number of something that has no unit here answers a question about how many."""
    banded = [b.unit for o in lexicon.topics[topic].options for b in o.bands]
    return banded.count("count") >= _COUNTED and quantity.low >= _PLENTY


def _is_deadline(quantity: Quantity, clause: Clause) -> bool:
    """Whether a length of time says by when, not for how long."""
    before = [w.text for w in clause.words if w.end <= quantity.start][-2:]
    return quantity.unit in ("months", "week") and bool(_BY & set(before))


def volunteered_numbers(
    lexicon: Lexicon, clause: Clause, text: str, pending: str | None, numbers: Sequence[Quantity]
) -> list[Found]:
    """A number with its unit, beside a term of the topic that it can only be about."""
    near = {m.pattern.of[0] for m in lexicon.terms.find(clause.words)} - {pending}
    bands = [(t.id, b.unit) for t in lexicon.topics.values() for o in t.options for b in o.bands]
    dated = {t for t, unit in bands if unit == "months"} - {pending}
    leaves = bool(anywhere("stance", "starts").search(text))
    found = []
    for quantity in numbers:
        if (
            quantity.unit in ("bare", "few", "people", "money", "count", "years", "day", "week")
            or not clause.start <= quantity.start < clause.end
        ):
            continue
        by = dated if leaves and _is_deadline(quantity, clause) else set()
        fits = [f for t in sorted(near | by) if (f := _number(lexicon, t, quantity, clause)) is not None]
        fits = [
            f for f in fits if not lexicon.topics[f.topic].wish or (feeling(text, text, "").wish and not present(text))
        ]
        if len({f.topic for f in fits}) == 1:
            found += fits
    return found
