"""What a model's sentence must hold besides the claim check: it keeps the run of the words that it cites.

The claim check reads a sentence as a person would who wants to believe it; a model gets no benefit of the doubt.
It may shorten a statement and join two, and say so in other words where they mean the same to the check. It may
not turn a word into its opposite, lose a "not", let two roles change places, or put words in another order until
they say something else or nothing. Strict on purpose: what fails gives way to the statement's own words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from agent.citing.words import comparison, stems
from agent.events import Verdict
from corpus import quantities
from corpus.roles import Roles
from corpus.tokens import Tokenizer
from corpus.units import Unit

IN_ORDER = 0.6  # share of a sentence's words of meaning that stand in what it cites, in that order
COVERED = 0.5  # share of a denied clause that a sentence may use without denying it
_NOT = re.compile(
    r"\b(?:not|no|none|never|neither|nor|nobody|nothing|without|rarely|seldom|hardly|scarcely|barely|cannot|"
    r"lacks?|lacking|fail(?:s|ed)? to|rather than|instead of|unless|unlike|except|un(?:clear|known|likely|stated))\b|"
    r"n['’]t\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:,.()–—]+(?=\s|$)|\b(?:and|but|while|whereas|although|though|because|since|yet|or)\b", re.I)
# words of one line mean the same here; a sentence has one only where what it cites has one of its line
_POLAR = """
more higher above over greater bigger larger exceed exceeds exceeded exceeding premium additional
less lower below under fewer smaller
largest | longer longest | shorter shortest | faster fast fastest quickly quick | slower slow slowest slowly
easier easy easily easiest | harder hard hardest difficult
better best stronger strong strongest | worse worst weaker weak
most mostly mainly primarily predominantly largely majority chiefly | least | many numerous several | few little
all every each always everyone entirely exclusively invariably whole | only just merely alone solely sole purely
some sometimes occasionally part partly | often usually frequently regularly
same identical equal equally alike similar similarly | different differ differs differently distinct diverge diverges
high highly top | low bottom | early earlier earliest first initially | late later latest last final finally second
before prior until | after following afterwards then
start begin begins beginning opening | end ends ending finish closing
internal inside internally inward | external outside externally outward
deep deeper depth deeply | shallow | broad broader breadth wide wider | narrow narrower
increase increases increased increasing rise rises rising rose grow grows growing growth grew surge surged up
decrease decreases decreased decreasing fall falls falling fell decline declines declined shrink shrinks drop drops down
must require required requires requirement mandatory necessary needs need needed essential
optional | can could may might able possible
should recommended | impossible unable | will would
gain gains gained | lose loses lost loss losing | win wins won
minimum min | maximum max | accept accepts accepted | reject rejects rejected refuse refuses
common commonly widespread | rare rarely uncommon unusual | healthy | unhealthy | safe safer | risky riskier risk
both | either | enough sufficient | insufficient | new newer | old older | within | beyond
likely probably | guaranteed guarantee guarantees certain certainly surely definitely
double twice | half halves triple
"""
_SIZES = frozenset({0, 1})  # the first two lines: more and less
_OPEN_ENDS = frozenset(
    "and or but nor the a an of in on at for with from by as than that which who whose to is are its".split()
)
_INTO = re.compile(r"\W*(?:roles?\W+)?(?:to|into|turned|towards?|becom\w+)\b", re.IGNORECASE)


def stricter(text: str, units: Sequence[Unit], roles: Roles, tokenizer: Tokenizer) -> Verdict:
    """ "verified", or what is wrong with `text`, a claim that the check let pass on `units`."""
    beside = " ; ".join(f"{u.row} {u.column} {u.text} {' '.join(u.passage.headings)}" for u in units)
    compared = _compares(text, units, roles, tokenizer)
    if not _hangs_together(text) or not _polar(text) - (_SIZES if compared else frozenset()) <= _polar(beside):
        return "unsupported"
    if not compared and _turned(text, beside, tokenizer):
        return "flipped"
    if _loses_a_denial(text, [u.text for u in units if u.kind != "cell"], tokenizer):
        return "flipped"
    if compared or any(unit.kind == "cell" for unit in units) or any(not q.year for q in quantities.find(text)):
        return "verified"  # sides, figures and labels are bound to their roles, in whatever order they are said
    source = " ".join(unit.text for unit in units)
    mine, theirs = _roles(text, roles), _roles(source, roles)
    if len(set(mine)) > 1 and (_common(mine, theirs) < len(mine) or not _moves(text, roles) <= _moves(source, roles)):
        return "wrong-role"
    words = _stems(text, roles, tokenizer)
    return "verified" if _common(words, _stems(source, roles, tokenizer)) >= IN_ORDER * len(words) else "unsupported"


def _compares(text: str, units: Sequence[Unit], roles: Roles, tokenizer: Tokenizer) -> bool:
    """Whether it sets one role against another as a statement does, whose sides the claim check has compared."""
    found = [comparison(each, roles, tokenizer) for each in (text, *(u.text for u in units if u.kind != "cell"))]
    known = set(roles.all)
    sides = [[each.left & known, each.right & known] if each else [frozenset[str]()] for each in found]
    mine = {frozenset(side) for side in sides[0]}
    plain = all(len(side) == 1 for side in sides[0]) and len(mine) == 2
    return plain and any({frozenset(side) for side in other} == mine for other in sides[1:])


def _hangs_together(text: str) -> bool:
    """Opens as a sentence does, ends on a word that can end one, and stammers nowhere."""
    words = re.findall(r"[^\W_]+(?:['’.,-][^\W_]+)*", text.lower())
    pairs = list(pairwise(words))
    first = text.lstrip("\"'“‘(")[:1]
    return (
        bool(words)
        and not first.islower()
        and words[-1] not in _OPEN_ENDS
        and all(one != other for one, other in pairs)
        and len(set(pairs)) == len(pairs)
    )


@cache
def _groups() -> dict[str, int]:
    lines = [line for row in _POLAR.strip().split("\n") for line in row.split("|")]
    return {word: number for number, line in enumerate(lines) for word in line.split()}


def _polar(text: str) -> frozenset[int]:
    groups = _groups()
    bare = re.sub(r"(?<=[\dk%+]) or (?:more|less)\b", "", text.lower())  # a figure's "+", which is checked
    return frozenset(groups[word] for word in re.findall(r"[^\W\d_]+", bare) if word in groups)


def _turned(text: str, source: str, tokenizer: Tokenizer) -> bool:
    """Whether a word of meaning stands after "more" in one and after "less" in the other, and the like."""
    mine, theirs = _led(text, tokenizer), _led(source, tokenizer)
    return any(word in theirs and not groups & theirs[word] for word, groups in mine.items())


def _led(text: str, tokenizer: Tokenizer) -> dict[str, set[int]]:
    """For each word of meaning the groups of the polar words that lead up to it."""
    found: dict[str, set[int]] = {}
    waiting: set[int] = set()
    for word in re.findall(r"[^\W\d_]+|[;,.:]", text.lower()):
        if word in _groups():
            waiting.add(_groups()[word])
        elif word in ";,.:":
            waiting = set()
        elif known := stems(word, tokenizer):
            for stem in known if waiting else ():
                found.setdefault(stem, set()).update(waiting)
            waiting = set()
    return found


def _loses_a_denial(text: str, sources: Sequence[str], tokenizer: Tokenizer) -> bool:
    """Whether a statement, or a clause of it, is used without the "not" that it has."""
    kept, words = len(_NOT.findall(text)), set(stems(text, tokenizer))
    for source in sources:
        if kept >= len(_NOT.findall(source)):
            continue
        whole = set(stems(source, tokenizer))
        if len(whole & words) > 0.8 * len(whole):
            return True
        for clause in _CLAUSE.split(source):
            said = set(stems(clause, tokenizer))
            if _NOT.search(clause) and said and len(said & words) >= COVERED * len(said):
                return True
    return False


def _roles(text: str, roles: Roles) -> list[str]:
    """The roles in the order of their mention, a run of one counted once."""
    found = [mention.role for mention in sorted(roles.find(text), key=lambda m: m.span.start)]
    return [role for n, role in enumerate(found) if not n or role != found[n - 1]]


def _moves(text: str, roles: Roles) -> set[tuple[str, str]]:
    """(role, role) of each "from A to B", "A into B", "A-to-B"."""
    found = sorted(roles.find(text), key=lambda m: m.span.start)
    return {(a.role, b.role) for a, b in pairwise(found) if _INTO.match(text[a.span.end : b.span.start])}


def _stems(text: str, roles: Roles, tokenizer: Tokenizer) -> list[str]:
    """The words of meaning in their order, a role as one of them."""
    out, at = [], 0
    for mention in sorted(roles.find(text), key=lambda m: m.span.start):
        out += [*stems(text[at : mention.span.start], tokenizer), mention.role]
        at = max(at, mention.span.end)
    return out + stems(text[at:], tokenizer)


def _common(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """How many of `mine` stand in `theirs` in the same order."""
    row = [0] * (len(theirs) + 1)
    for word in mine:
        last = row[:]
        for n, other in enumerate(theirs, 1):
            row[n] = last[n - 1] + 1 if word == other else max(last[n], row[n - 1])
    return row[-1]
