"""What the check reads off a text besides numbers: stems, negated stems, comparisons, periods, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.article import Span
from corpus.facets import FACETS, facet_spans
from corpus.roles import Roles
from corpus.tokens import Tokenizer

_NEGATOR = re.compile(
    r"\b(not|never|no|none|cannot|can't|without|neither|nor|rarely|hardly|seldom|scarcely|rather than|instead of|"
    r"fail(?:s|ed|ing)? to|lacks?|nobody|nothing|\w+n['’]t)\b",
    re.I,
)
_NO_NEGATOR = re.compile(
    r"\b(not only|not just|not merely|no (?:more|less|fewer|later) than|whether or not|no matter|not (?:\w+ ){1,3}alone)\b",
    re.I,
)
_CLAUSE_END = re.compile(r"[,;:.()]|\b(?:but|while|whereas|although|though|against|yet|and that|because|since)\b", re.I)
_UNIVERSAL = re.compile(r"\b(all|every|always|only|entirely|exclusively|everyone|invariably|solely)\b", re.I)
_WIDE = re.compile(
    r"\b(all|every|always|only|entirely|exclusively|each|any|whatever|everyone|both|alone|sole|solely)\b", re.I
)
_PERIODS = {
    "year": r"annual\w*|yearly|per year|a year|per annum|each year|every year|year[- ]over[- ]year|yoy|lpa",
    "month": r"monthly|per month|a month|each month|every month",
    "week": r"weekly|per week|a week|each week|every week|of the week|week",
    "quarter": r"quarterly|per quarter|a quarter|each quarter|every quarter",
    "day": r"daily|per day|a day|every day|each day",
    "hour": r"hourly|per hour|an hour",
}
_PERIOD = {name: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)|/{name}", re.I) for name, pattern in _PERIODS.items()}
_RATE = re.compile(
    r"\b(?:annual\w*|yearly|monthly|weekly|quarterly|daily|hourly|(?:per|a|an|each|every) (?:year|month|week|quarter|day|hour|annum))\b",
    re.I,
)
_NAME = re.compile(r"(?<![\w.])[A-Z0-9][\w.+&'’-]*[\w+]|(?<![\w.])[A-Z]\b")
_PLAIN_CAPITALS = frozenset(
    "the a an in at of on for to from by with as and or but if when while where which who what there this that it they "
    "according per phd ai us usa usd inr india lpa yes no some many most each both either neither only whatever within between "
    "moving going typically through among one you your their his her company title variable senior junior mid mid-level staff "
    "principal level i saas llm llms over under about roughly around up down top total base median average because since whereas".split()
)
SYNONYMS = {
    "requir": "need",
    "must": "need",
    "necessari": "need",
    "salari": "pay",
    "earn": "pay",
    "paid": "pay",
    "compens": "pay",
    "comp": "pay",
    "wage": "pay",
    "incom": "pay",
    "get": "pay",
    "firm": "compani",
    "employ": "compani",
    "account": "custom",
    "client": "custom",
    "rise": "grow",
    "rose": "grow",
    "grew": "grow",
    "growth": "grow",
    "surg": "grow",
    "increas": "grow",
    "project": "estim",
    "predict": "estim",
    "forecast": "estim",
    "estim": "estim",
    "job": "role",
    "posit": "role",
    "work": "role",
    "post": "open",
    "vacanc": "open",
    "transit": "move",
    "switch": "move",
    "becom": "move",
    "go": "move",
    "found": "founder",
    "start": "begin",
    "began": "begin",
    "began.": "begin",
    "hold": "have",
    "has": "have",
    "own": "own",
    "say": "accord",
    "state": "accord",
    "put": "accord",
    "give": "accord",
    "journey": "travel",
    "trip": "travel",
    "larg": "more",
    "greater": "more",
    "higher": "more",
    "bigger": "more",
    "fewer": "less",
    "lower": "less",
    "smaller": "less",
    "common": "common",
    "commonly": "common",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """`left` is `sign` (+1 more, -1 less) than `right`; each a set of role ids, moves ("tam>fde") and stems."""

    sign: int
    left: frozenset[str]
    right: frozenset[str]


_UP = re.compile(
    r"\b(more|higher|greater|larger|easier|faster|better|longer|above|bigger|stronger|safer|further|exceeds?|\d[\d.]*\s?(?:x|times) as)\b",
    re.I,
)
_DOWN = re.compile(r"\b(less|lower|fewer|smaller|harder|slower|worse|shorter|below|weaker|riskier)\b", re.I)
_THAN = re.compile(r"\b(than|above|below|as those|as that|as many \w+(?: \w+)? as|as)\b", re.I)
OPPOSITES = tuple(
    (re.compile(rf"\b(?:{a})\b", re.I), re.compile(rf"\b(?:{b})\b", re.I))
    for a, b in (
        ("over|above|more|higher|larger|greater|exceed\\w*|at least", "under|below|less|lower|smaller|fewer|at most"),
        (
            "r[io]s(?:e|es|ing)|grew|grow\\w*|increas\\w*|surg\\w*|up",
            "f[ae]ll(?:s|ing|en)?|declin\\w*|decreas\\w*|shr[aiu]nk\\w*|drop\\w*|down",
        ),
        ("easier|easy", "harder|hard|difficult"),
        ("faster|fast", "slower|slow"),
        ("often|usually|typically|mostly|frequent\\w*", "rarely|seldom|hardly"),
        ("required|mandatory|must", "optional"),
        ("inward\\w*|internal\\w*", "outward\\w*|external\\w*"),
        ("deep\\w*|depth", "shallow|breadth|broad\\w*"),
        ("before", "after"),
        ("first", "last|second"),
        ("pre-sales?", "post-sales?"),
        ("minimum", "maximum"),
        ("gain\\w*", "los[es]\\w*"),
    )
)


def stems(text: str, tokenizer: Tokenizer) -> list[str]:
    """Content stems with synonyms made one."""
    return [SYNONYMS.get(s, s) for s in tokenizer(text)]


def negated(text: str, tokenizer: Tokenizer) -> tuple[frozenset[str], frozenset[str]]:
    """(stems under a negation, stems that are not)."""
    blanked = _NO_NEGATOR.sub(lambda m: " " * len(m[0]), text)
    under: set[str] = set()
    kept, at = [], 0
    for match in _NEGATOR.finditer(blanked):
        if match.start() < at:
            continue
        stop = _CLAUSE_END.search(blanked, match.end())
        end = stop.start() if stop else len(blanked)
        under.update(stems(blanked[match.end() : end], tokenizer))
        kept.append(text[at : match.start()])
        at = end
    kept.append(text[at:])
    return frozenset(under), frozenset(stems(" ".join(kept), tokenizer))


def comparison(text: str, roles: Roles, tokenizer: Tokenizer) -> Comparison | None:
    """The first "A is more than B" of a text."""
    hits = sorted(
        [(m.start(), m.end(), 1) for m in _UP.finditer(text)] + [(m.start(), m.end(), -1) for m in _DOWN.finditer(text)]
    )
    for start, end, sign in hits:
        word = text[start:end].lower()
        than = _THAN.search(text, start if word in ("above", "below") or word.endswith(" as") else end)
        if than is None or than.start() - end > 60:
            continue
        stop = re.search(r"[;.]|, (?=according|per|but)|,? \b(?:because|when|at equivalent)\b", text[than.end() :])
        right = text[than.end() : than.end() + stop.start()] if stop else text[than.end() :]
        return Comparison(sign, _side(text[:start], roles, tokenizer), _side(right, roles, tokenizer))
    return None


def _side(text: str, roles: Roles, tokenizer: Tokenizer) -> frozenset[str]:
    found = [m.role for m in roles.find(text)]
    if match := re.search(r"\bfrom\b(.+?)\bto\b(.+)", text, re.I):
        a, b = roles.ids(match[1]), roles.ids(match[2])
        if a and b:
            return frozenset({f"{a[-1]}>{b[0]}"})
    return frozenset(found) if found else frozenset(stems(text, tokenizer))


def overreach(claim: str, source: str) -> bool:
    """Whether the claim says "all", "only", "always" where the source does not."""
    return bool(_UNIVERSAL.search(claim)) and not _WIDE.search(source)


def opposed(claim: str, source: str) -> bool:
    """Whether the claim has a word where the source has its opposite, and not that word."""
    for first, second in OPPOSITES:
        for mine, other in ((first, second), (second, first)):
            if mine.search(claim) and not mine.search(source) and other.search(source) and not other.search(claim):
                return True
    return False


def periods(text: str) -> frozenset[str]:
    """Rates that a text names ("a year", "monthly"): year, month, week, quarter, day, hour."""
    return frozenset(name for name, pattern in _PERIOD.items() if pattern.search(text))


def rates(text: str) -> frozenset[str]:
    return frozenset(
        name for match in _RATE.finditer(text) for name, pattern in _PERIOD.items() if pattern.search(match[0])
    )


def framing(text: str) -> list[Span]:
    """Where a text names levels, regions, bases or rates: they are checked as facts and are no content."""
    spans = [span for name in FACETS for _, span in facet_spans(text, name)]
    return spans + [Span(*m.span()) for m in _RATE.finditer(text)]


def names(text: str, roles: Roles, known: frozenset[str]) -> Iterator[str]:
    """Proper names, in lower case: capitalised words but for roles, regions, levels and sentence openings that
    are not `known` as names."""
    taken = [m.span for m in roles.find(text)]
    taken += [span for _, span in facet_spans(text, "region")]
    for match in _NAME.finditer(text):
        word = match[0].rstrip("'’s") if match[0].endswith(("'s", "’s")) else match[0]
        if any(t.start <= match.start() < t.end for t in taken) or re.fullmatch(r"[\d.,+%-]+\w?", word):
            continue
        low = word.lower()
        if low in _PLAIN_CAPITALS or (match.start() == 0 and word[1:].islower() and low not in known):
            continue
        yield low
