"""What a clause does to the one before it: "Commission? No thanks.", "They say I like it. I don't." """

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from agent.reading import Evidence
from agent.understanding.asking import is_tag
from agent.understanding.clauses import Clause
from agent.understanding.lexicon import Lexicon
from agent.understanding.lists import any_of, anywhere, at_start
from agent.understanding.stance import joined

_LEAD_IN = r"(?:(?:but|though|well|yet|actually|honestly|and|nope|no|except|only|sadly|yes|yeah|because|which) )*"
_NO = frozenset("no nope never not nah hardly none nothing nobody".split())
_SHORT = 4  # words of a question that only names something
_PLAIN, _MOCKED = 0.9, 0.7


def echoed(lexicon: Lexicon, evidence: list[Evidence], parts: list[Clause]) -> list[Evidence]:
    """The evidence with what the next clause denies turned round, and what it agrees with made plain."""
    denied, affirmed = _turned(parts)
    return [_denied(lexicon, e) if e.start in denied else _own(e) if e.start in affirmed else e for e in evidence]


def mocked(lexicon: Lexicon, evidence: list[Evidence], text: str) -> list[Evidence]:
    """The evidence of a reply that begins in mockery ("Oh sure, I just love …"): its opposite, where there is one."""
    if not at_start("stance", "sarcasm").match(text):
        return evidence
    meant = [e for e in evidence if e.option and lexicon.option(e.topic, e.option).pole == "little"]
    turned = [e if e in meant else _denied(lexicon, e) for e in evidence if e.strength > 0]
    return [replace(e, strength=min(e.strength, _MOCKED)) for e in turned if e.strength > 0]


def _turned(parts: list[Clause]) -> tuple[set[int], set[int]]:
    """The starts of the clauses denied, and of those agreed with, by what follows them."""
    denied: set[int] = set()
    affirmed: set[int] = set()
    for a, b in pairwise(p for p in parts if not (p.asks and is_tag(p))):
        text = joined(b.words)
        if _misses(joined(a.words), text):
            denied |= {a.start, b.start}
            continue
        if a.asks and len(a.words) <= _SHORT and _brushed_off(a, b):
            denied |= {a.start, b.start} if b.asks else {a.start}
        elif _whole("echo_denies").match(text):
            (affirmed if _NO & {w.text for w in a.words[:3]} else denied).add(a.start)
        elif _whole("echo_affirms").match(text):
            affirmed.add(a.start)
    return denied, affirmed


def _misses(before: str, after: str) -> bool:
    """Whether going without something, told first, is what makes them suffer ("two days without code, and …")."""
    return bool(at_start("stance", "deprived").match(before) and anywhere("stance", "suffers").search(after))


def _brushed_off(a: Clause, b: Clause) -> bool:
    """Whether `b` says of what `a` names in a question that there is none of it."""
    if b.asks:
        return b.words[0].text == "what" and {w.text for w in b.words[1:]} <= {w.text for w in a.words}
    if _NO & {w.text for w in a.words}:
        return False
    return any(w.text in _NO or w.text.endswith("n't") for w in b.words[:3])


def _denied(lexicon: Lexicon, e: Evidence) -> Evidence:
    if not e.option:
        return e
    strength = max(abs(e.strength), _PLAIN if e.manner == "reported" else 0.0)
    other = lexicon.option(e.topic, e.option).opposite
    return replace(e, option=other or e.option, strength=strength if other else -strength, manner="negated")


def _own(e: Evidence) -> Evidence:
    return replace(e, strength=_PLAIN, manner="stated") if e.manner == "reported" else e


@cache
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"^{_LEAD_IN}{any_of('stance', name)}$")
