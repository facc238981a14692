"""Sense: nothing negated, turned round or widened; each predicate with its own role; the wording supported."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from agent.answering.question import ends
from agent.citing import words
from agent.citing.hard import FINE, Outcome
from corpus.article import Article, Span
from corpus.binding import bind
from corpus.facets import measures_said
from corpus.quantities import find
from corpus.roles import Roles
from corpus.statements import Statements
from corpus.units import Unit

SUPPORT, SUPPORT_WITH_NUMBERS = 0.5, 0.4
MANY, IN_ORDER = 8, 0.3  # words that two sentences share from which their order tells, and the share in one order
_COMMON = frozenset({"pay", "role", "need", "have", "move", "open", "grow", "accord"})


def check(claim: str, units: Sequence[Unit], _: Mapping[str, Article], roles: Roles, statements: Statements) -> Outcome:
    source = " ; ".join(_said(u) for u in units)
    return (
        _negation(claim, source, statements)
        or _comparison(claim, units, source, roles, statements)
        or _predicates(claim, units, roles, statements)
        or _support(claim, units, roles, statements)
        or FINE
    )


def _said(unit: Unit) -> str:
    return f"{unit.row} {unit.text}" if unit.kind == "cell" else unit.text


def _negation(claim: str, source: str, statements: Statements) -> Outcome | None:
    """The stems that one side negates, the other must negate too, by majority."""
    claim_not, claim_yes = words.negated(claim, statements.tokenizer)
    source_not, source_yes = words.negated(source, statements.tokenizer)
    shared = [s for s in claim_not | claim_yes if s in source_not or s in source_yes]
    broken = [
        s
        for s in shared
        if (s in source_not and s not in source_yes and s not in claim_not)
        or (s in claim_not and s not in claim_yes and s not in source_not)
    ]
    kept = [s for s in shared if s in claim_not and s in source_not]
    if len(broken) > len(kept) and (claim_not or source_not):
        return "flipped", f"“{broken[0]}” is negated on one side only."
    return None


def _comparison(claim: str, units: Sequence[Unit], source: str, roles: Roles, statements: Statements) -> Outcome | None:
    mine = words.comparison(claim, roles, statements.tokenizer)
    theirs = next((c for u in units if (c := words.comparison(u.text, roles, statements.tokenizer))), None)
    if mine and theirs:
        straight = len(mine.left & theirs.left) + len(mine.right & theirs.right)
        crossed = len(mine.left & theirs.right) + len(mine.right & theirs.left)
        if straight != crossed and (straight > crossed) != (mine.sign == theirs.sign):
            return "flipped", "The comparison runs the other way."
        return None
    if mine and (order := _by_numbers(mine, units)) is not None:
        return None if order else ("flipped", "The figures compare the other way.")
    if words.opposed(claim, source):
        return "flipped", "What is quoted says the opposite."
    if words.overreach(claim, source):
        return "flipped", "What is quoted does not say all, only or always."
    return None


def _by_numbers(mine: words.Comparison, units: Sequence[Unit]) -> bool | None:
    """Whether stated amounts of the two roles bear the comparison out; None where they cannot be set side by side."""
    if len(mine.left) != 1 or len(mine.right) != 1:
        return None
    sides = []
    for side in (next(iter(mine.left)), next(iter(mine.right))):
        amounts = [q for u in units for q, owner in zip(u.numbers, u.owners, strict=True) if owner == side]
        if not amounts:
            return None
        sides.append(amounts[0])
    if sides[0].unit != sides[1].unit:
        return None
    gap = (sides[0].low + sides[0].high) - (sides[1].low + sides[1].high)
    return gap * mine.sign > 0


def _predicates(claim: str, units: Sequence[Unit], roles: Roles, statements: Statements) -> Outcome | None:
    """What the claim says of a role, the source must not say of another one only."""
    if words.comparison(claim, roles, statements.tokenizer):
        return None
    from_to = _move(claim, roles)
    if (
        from_to
        and any((their := _move(u.text, roles)) and their == from_to[::-1] for u in units)
        and not any(_move(u.text, roles) == from_to for u in units)
    ):
        return "wrong-role", "The move runs the other way."
    owned: dict[str, set[str]] = {}
    for unit in units:
        for stem, owner in _owners(unit.text, roles, statements, unit.roles if unit.kind == "cell" else ()):
            owned.setdefault(stem, set()).add(owner)
    mine = [(s, o) for s, o in _owners(claim, roles, statements, ()) if s in owned and s not in _COMMON]
    wrong = [s for s, o in mine if o not in owned[s]]
    if len(wrong) * 2 > len(mine):
        return "wrong-role", f"“{wrong[0]}” is said of another role."
    return None


def _move(text: str, roles: Roles) -> tuple[str, str] | None:
    origin, goal = ends(text, roles)
    return (origin, goal) if origin and goal and "transition" in measures_said(text) else None


def _owners(text: str, roles: Roles, statements: Statements, fixed: tuple[str, ...]) -> list[tuple[str, str]]:
    """(stem, role) of the content words of `text`."""
    mentions = [(m.role, m.span) for m in roles.find(text)]
    if not mentions and len(fixed) != 1:
        return []
    found = [
        (stem, Span(*span))
        for stem, span in _words(text, statements)
        if not any(span[0] >= m.start and span[1] <= m.end for _, m in mentions)
    ]
    if fixed and not mentions:
        return [(stem, fixed[0]) for stem, _ in found]
    owners = bind(text, mentions, [span for _, span in found])
    return [(stem, owner) for (stem, _), owner in zip(found, owners, strict=True) if owner]


def _words(text: str, statements: Statements) -> list[tuple[str, tuple[int, int]]]:
    return [
        (stem, match.span())
        for match in re.finditer(r"[^\W\d_]{3,}", text)
        for stem in words.stems(match[0], statements.tokenizer)
    ]


def _scrambled(claim: str, units: Sequence[Unit], statements: Statements) -> bool:
    """Whether a long claim takes its words from one sentence and follows that sentence's order nowhere."""
    mine = [s for s, _ in _words(claim, statements)]
    for unit in units:
        theirs = [s for s, _ in _words(unit.text, statements)]
        shared = [s for s in mine if s in theirs]
        if len(shared) >= MANY and len(shared) >= 0.8 * len(mine):
            return _in_order(shared, theirs) < IN_ORDER * len(shared)
    return False


def _in_order(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of their longest common subsequence."""
    best = [0] * (len(other) + 1)
    for a in one:
        row = [0]
        for place, b in enumerate(other):
            row.append(best[place] + 1 if a == b else max(row[-1], best[place + 1]))
        best = row
    return best[-1]


def _support(claim: str, units: Sequence[Unit], roles: Roles, statements: Statements) -> Outcome | None:
    """Enough of the claim's content words stand in what is quoted, its labels and headings."""
    taken = [m.span for m in roles.find(claim)] + [q.span for q in find(claim)] + words.framing(claim)
    content = {s for s, span in _words(claim, statements) if not any(t.start <= span[0] < t.end for t in taken)}
    beside = " ".join(f"{u.whole} {' '.join(u.passage.headings)}" for u in units)
    known = set(words.stems(beside, statements.tokenizer))
    if measures_said(claim) & frozenset(m for u in units for m in u.measures):
        known |= _COMMON
    mine = words.comparison(claim, roles, statements.tokenizer)
    if not content or (mine and _by_numbers(mine, units)):
        return None
    if _scrambled(claim, units, statements):
        return "unsupported", "The words stand in what is quoted, but in no order that says it."
    total = sum(statements.idf(s) for s in content)
    met = sum(statements.idf(s) for s in content if s in known)
    enough = SUPPORT_WITH_NUMBERS if any(not q.year for q in find(claim)) else SUPPORT
    return None if met >= enough * total else ("unsupported", "What is quoted does not say that.")
