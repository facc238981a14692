"""Clauses -> evidence: which option of which topic a clause speaks for, and how plainly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from agent.guide import Topic
from agent.reading import Evidence
from agent.understanding.clauses import Clause
from agent.understanding.lexicon import SURE, Lexicon
from agent.understanding.manner import only_vague, sits_on_the_fence
from agent.understanding.patterns import Match
from agent.understanding.stance import Stance, denied, experience, feeling, felt_nearby, joined, past, present, stance
from agent.understanding.values import Quantity, within

_OWN_DENIAL = re.compile(
    r"\b(?:no|not|never|without|zero|hardly|barely|rarely|seldom|less|away|nobody|none|nothing|lack"
    r"|isn't|aren't|don't|doesn't|can't|haven't|cannot|won't|un|few|rather|over|instead|minimal|little"
    r"|done)\b|n't"
)
_NOT_ONLY = re.compile(r"\bnot (?:only|just|merely|simply)(?: \w+){0,2}$")
_OFTEN = re.compile(r"\b(?:every|each|daily|all|full|most|a lot)\b")
_COMPARE = re.compile(r"\b(?:rather|choose|pick|prefer|prefers|more|better|sooner|easier)\b")
_PREFER_TO = re.compile(r"\bprefer\b(?: \S+){1,6} to(?: (?:the|my|any|our))?$")
_NARROW = re.compile(
    r"\bnothing (?:to do )?with(?: \w+)?$|\b(?:not|no|never|without|neither|nor|isn't|aren't|wasn't"
    r"|don't|doesn't)(?: \w+){0,2}$"
)
_THAN = re.compile(r"\b(?:rather than|instead of|more than|than|over|as opposed to|versus|vs)\b")
_TRIED = ("days", "count", "months", "years", "share")  # which unit a bare number is taken for first


_BARE = frozenset(
    {
        "no",
        "nope",
        "never",
        "none",
        "nothing",
        "one",
        "up",
        "down",
        "all",
        "some",
        "any",
        "many",
        "me",
        "i",
        "good",
        "great",
        "fine",
        "ok",
        "okay",
        "well",
        "quite",
        "very",
        "high",
        "low",
        "core",
        "base",
    }
)


@dataclass(frozen=True, slots=True)
class Found:
    """`weight` ranks what was found in one clause; `span` are word indices."""

    topic: str
    option: str
    weight: float
    denied: bool
    span: tuple[int, int]


def clause_evidence(
    lexicon: Lexicon,
    clause: Clause,
    message: str,
    pending: str | None,
    numbers: Sequence[Quantity],
    first: bool,
    mentioned: frozenset[str],
    how: Stance | None = None,
) -> list[Evidence]:
    """Evidence in one clause. `first`: it is where a reply begins; `mentioned`: topics whose terms stand in
    its sentence; `how` overrides its own stance."""
    text = joined(clause.words)
    found = _cues(lexicon, clause, text, pending, mentioned)
    if pending is not None:
        spoken = [f for f in found if f.topic == pending]
        found += _pending(lexicon, clause, text, pending, numbers, first, spoken)
    found += _poles(lexicon, clause, text, pending, {f.topic for f in found}, mentioned)
    found += _volunteered_numbers(lexicon, clause, text, pending, numbers)
    manner = how or stance(text)
    evidence = []
    for f in _choose(lexicon, found):
        e = _evidence(lexicon, f, clause, message, manner.strength, manner.manner, text, f.topic == pending)
        if e is not None and (e.strength >= 0 or f.topic == pending):  # what is not is no answer yet to come
            evidence.append(e)
    return evidence


def _cues(lexicon: Lexicon, clause: Clause, text: str, pending: str | None, mentioned: frozenset[str]) -> list[Found]:
    matches = lexicon.cues.find(clause.words)
    held = [m for m in matches if m.pattern.of[0] == pending]
    found = []
    for m in matches:
        topic, option = m.pattern.of
        before, after = joined(clause.words[: m.first]), joined(clause.words[m.last + 1 :])
        inside = joined(clause.words[m.first : m.last + 1])
        if topic != pending and not _volunteers(lexicon.topics[topic], m, matches, held, text, mentioned):
            continue
        own = bool(_OWN_DENIAL.search(m.pattern.text))
        wish = lexicon.topics[topic].wish
        no = False if own else denied(before, after, inside) if wish else bool(_NARROW.search(before))
        no = no != _worse(text, before)
        weight = 1.0 + min(0.3, 0.1 * (m.last - m.first)) + (0.15 if own else 0)
        found.append(Found(topic, option, weight, no, (m.first, m.last)))
    return found


def _worse(text: str, before: str) -> bool:
    """Whether what follows `before` is the side of a comparison that was turned down."""
    if _PREFER_TO.search(before):
        return True
    return bool(_COMPARE.search(text) and _THAN.search(before + " ") and not before.endswith("rather"))


def _volunteers(
    topic: Topic,
    m: Match,
    matches: Iterable[Match],
    held: Sequence[Match],
    text: str,
    mentioned: frozenset[str],
) -> bool:
    """Whether a cue of a topic that was not asked about counts: no other topic claims the words, and for
    a wish, the clause says what the person wants."""
    if any(_overlap(m, h) for h in held) and topic.id not in mentioned:
        return False
    rivals = {o.pattern.of[0] for o in matches if _overlap(m, o) and o.pattern.of[0] != topic.id}
    if rivals and topic.id not in mentioned:
        return False
    if topic.id not in mentioned and (m.pattern.fixed < 3 or not topic.wish):
        return False
    if topic.wish:
        f = feeling(text, text, "")
        return f.wish and not present(text)
    return True


def _overlap(a: Match, b: Match) -> bool:
    return a.first <= b.last and b.first <= a.last


def _pending(
    lexicon: Lexicon,
    clause: Clause,
    text: str,
    pending: str,
    numbers: Sequence[Quantity],
    first: bool,
    spoken: list[Found],
) -> list[Found]:
    found = [
        _number(lexicon, pending, q, clause)
        for q in numbers
        if clause.start <= q.start < clause.end
        and (q.unit not in ("bare", "few") or len(clause.words) <= 4 or q.end >= clause.end)
    ]
    kept = [f for f in found if f is not None]
    if sits_on_the_fence(text):
        return kept
    matches = lexicon.replies[pending].find(clause.words)
    short = len(clause.words) <= 7
    longest = max((m.last - m.first for m in matches), default=0)
    for m in matches:
        covered = any(
            o is not m and o.first <= m.first and o.last >= m.last and (o.last - o.first) > (m.last - m.first)
            for o in matches
        )
        if covered or not (short or (first and m.first <= 3) or m.last - m.first >= 2):
            continue
        if any(f.span[0] <= m.last and m.first <= f.span[1] for f in spoken):
            continue
        before, after = joined(clause.words[: m.first]), joined(clause.words[m.last + 1 :])
        own = bool(_OWN_DENIAL.search(m.pattern.text.lower()))
        no = False if own else denied(before, after)
        if m.first == m.last and clause.words[m.first].text in _BARE and len(clause.words) > 2:
            continue
        weight = 0.7 + 0.1 * (m.last - m.first) + (0.1 if m.last - m.first == longest else 0)
        whole = m.first == 0 and m.last == len(clause.words) - 1
        kept.append(
            Found(
                pending,
                m.pattern.of[1],
                weight + (0.5 if whole else 0.1 if first and m.first == 0 else 0),
                no,
                (m.first, m.last),
            )
        )
    return kept


def _number(lexicon: Lexicon, topic: str, quantity: Quantity, clause: Clause) -> Found | None:
    units = {b.unit for o in lexicon.topics[topic].options for b in o.bands}
    fits = [u for u in (quantity.unit, *_TRIED, *sorted(units)) if u in units and within(quantity, u) is not None]
    if not fits:
        return None
    for option in lexicon.topics[topic].options:
        for band in option.bands:
            value = within(quantity, band.unit)
            if value is None or band.unit != fits[0]:
                continue
            if band.low <= value < band.high:
                exact = quantity.unit not in ("bare", "few", "day", "week")
                at = next((i for i, w in enumerate(clause.words) if w.end > quantity.start), 0)
                return Found(topic, option.id, 1.4 if exact else 0.75, False, (at, at))
    return None


def _volunteered_numbers(
    lexicon: Lexicon, clause: Clause, text: str, pending: str | None, numbers: Sequence[Quantity]
) -> list[Found]:
    """A number with its unit, beside a term of the topic that it can only be about."""
    near = {m.pattern.of[0] for m in lexicon.terms.find(clause.words)} - {pending}
    found = []
    for quantity in numbers:
        if (
            quantity.unit in ("bare", "few", "people", "money", "count", "years", "day", "week")
            or not clause.start <= quantity.start < clause.end
        ):
            continue
        fits = [f for t in sorted(near) if (f := _number(lexicon, t, quantity, clause)) is not None]
        fits = [
            f for f in fits if not lexicon.topics[f.topic].wish or (feeling(text, text, "").wish and not present(text))
        ]
        if len({f.topic for f in fits}) == 1:
            found += fits
    return found


def _poles(
    lexicon: Lexicon, clause: Clause, text: str, pending: str | None, spoken: set[str], mentioned: frozenset[str]
) -> list[Found]:
    """Likes and dislikes of a topic's thing, for topics whose options say how much of it."""
    found = []
    terms = lexicon.terms.find(clause.words)
    for topic in lexicon.topics.values():
        if topic.id in spoken or not any(o.pole for o in topic.options):
            continue
        own = [m for m in terms if m.pattern.of[0] == topic.id]
        others = [m for m in terms if m.pattern.of[0] != topic.id]
        if own:
            m = own[0]
            before, after = joined(clause.words[: m.first]), joined(clause.words[m.last + 1 :])
            f = feeling(text, before, after)
            if _worse(text, before):
                f = replace(f, pole={"much": "little", "little": "much"}.get(f.pole, f.pole or "little"))
            elif _COMPARE.search(before) and _THAN.search(after):
                f = replace(f, pole="much", wish=True)
            span = (m.first, m.last)
        elif (
            topic.id == pending
            and not others
            and _about_it(text, pending in mentioned or not mentioned)
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
            or not (
                _worse(text, before) or (_COMPARE.search(before) and _THAN.search(after)) or felt_nearby(before, after)
            )
        ):
            continue
        option = lexicon.pole(topic.id, f.pole) if f.pole else None
        if option:
            found.append(Found(topic.id, option, 0.65 if topic.id == pending else 0.8, False, span))
    return found


def _about_it(text: str, alone: bool) -> bool:
    """Whether likes and dislikes without a name can be about what was asked."""
    return alone and (text.count(" ") < 8 or bool(re.search(r"\b(?:it|that|this|them|those)\b", text)))


def _choose(lexicon: Lexicon, found: list[Found]) -> list[Found]:
    """One option a clause where a topic's options exclude each other, else all that are about as clear."""
    chosen: list[Found] = []
    for topic in dict.fromkeys(f.topic for f in found):
        mine = sorted((f for f in found if f.topic == topic), key=lambda f: -f.weight)
        exclusive = any(o.pole or o.bands for o in lexicon.topics[topic].options) and not lexicon.topics[topic].open
        kept = [mine[0]]
        if not exclusive:
            for f in mine[1:]:
                apart = all(f.span[1] < k.span[0] or f.span[0] > k.span[1] for k in kept)
                if f.weight >= 0.6 * mine[0].weight and apart and f.option not in {k.option for k in kept}:
                    kept.append(f)
        chosen += kept
    return chosen


def _evidence(
    lexicon: Lexicon,
    f: Found,
    clause: Clause,
    message: str,
    strength: float,
    manner: str,
    text: str,
    asked: bool,
) -> Evidence | None:
    topic = lexicon.topics[f.topic]
    if topic.wish and (past(text) or (experience(text) and not asked)):
        return None
    if manner == "reported" and not topic.wish:
        strength, manner = 1.0, "stated"  # what others say of a fact is a fact about them
    if f.weight < SURE:
        strength = min(strength, 0.5)
    elif f.weight < 0.75:
        strength *= 0.8
    option: str = f.option
    if _NOT_ONLY.search(joined(clause.words[: f.span[0]])):
        strength *= 0.5
    if f.denied:
        often = lexicon.pole(f.topic, "some") if _OFTEN.search(text) else None
        other = often or topic.option(f.option).opposite
        if other is None:
            return _quote(f.topic, option, -strength, clause, message, "negated" if strength else manner)
        option, strength = other, strength * 0.9
        manner = "negated" if manner == "stated" else manner
    return _quote(f.topic, option, strength, clause, message, manner)


def _quote(topic: str, option: str | None, strength: float, clause: Clause, message: str, manner: str) -> Evidence:
    quote = message[clause.start : clause.end]
    return Evidence(topic, option, round(strength, 2), quote, clause.start, clause.end, manner)  # type: ignore[arg-type]


def free_text(topic: str, message: str, parts: Sequence[Clause]) -> Evidence:
    """The words themselves, for an open topic on which no option was recognised."""
    start, end = parts[0].start, parts[-1].end
    return Evidence(topic, None, 1.0, message[start:end], start, end)
