"""Cues of the guide in a clause: words that alone say which option is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from agent.guide import Topic
from agent.understanding.clauses import Clause
from agent.understanding.comparison import worse
from agent.understanding.found import Found
from agent.understanding.lexicon import Lexicon
from agent.understanding.patterns import Match
from agent.understanding.stance import absent, denied, feeling, joined, present

_TOLD = re.compile(r"\bi (?:was|had|did|went|got|used)\b")  # a story, not a wish
_DENIALS = frozenset({"not", "never", "hardly", "barely", "nobody"})
OWN_DENIAL = re.compile(
    r"\b(?:no|not|never|without|zero|hardly|barely|rarely|seldom|less|away|nobody|none|nothing|lack"
    r"|isn't|aren't|don't|doesn't|can't|haven't|cannot|won't|un|few|rather|over|instead|minimal|little"
    r"|done)\b|n't"
)
_NOT_ONLY = re.compile(r"\bnot (?:only|just|merely|simply)(?: \w+){0,2}$")
_NARROW = re.compile(
    r"\bnothing (?:to do )?with(?: \w+)?$"
    r"|\b(?:not|\w+n't|never) (?:\w+ )?(?:say|said|think|believe|claim|call|describe|expect|guess)"
    r"(?: that)?(?: \w+){0,3}$"
    r"|\b(?:not|no|never|without|neither|nor|isn't|aren't|wasn't"
    r"|don't|doesn't)(?: \w+){0,2}$"
)


def cued(lexicon: Lexicon, clause: Clause, text: str, pending: str | None, mentioned: frozenset[str]) -> list[Found]:
    matches = lexicon.cues.find(clause.words)
    held = [m for m in matches if m.pattern.of[0] == pending]
    found = []
    for m in matches:
        topic, option = m.pattern.of
        before, after = joined(clause.words[: m.first]), joined(clause.words[m.last + 1 :])
        inside = joined(clause.words[m.first : m.last + 1])
        if topic != pending and not _volunteers(lexicon.topics[topic], m, matches, held, text, mentioned):
            continue
        own = bool(OWN_DENIAL.search(m.pattern.text))
        wish = lexicon.topics[topic].wish
        no = False if own else denied(before, after, inside) if wish else bool(_NARROW.search(before)) or absent(after)
        no = no != worse(text, before)
        no = no != (not own and _denied_inside(m, clause))
        weight = 1.0 + min(0.3, 0.1 * (m.last - m.first)) + (0.15 if own else 0)
        found.append(Found(topic, option, weight, no, (m.first, m.last)))
    return found


def _denied_inside(m: Match, clause: Clause) -> bool:
    """Whether a denial stands in the gap of a cue ("the demo doesn't impress" for "demo ... impress")."""
    between = [w.text for w in clause.words[m.first : m.last + 1]]
    return None in m.pattern.slots and any(w in _DENIALS or w.endswith("n't") for w in between)


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
        return f.wish and not (present(text) or _TOLD.search(text))
    return True


def _overlap(a: Match, b: Match) -> bool:
    return a.first <= b.last and b.first <= a.last
