"""Which role does a figure in an answer belong to? Read from tables (column, then row) and from sentences.

Written without the product's own code, so that it can disagree with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.quality.questions.match import canonical, pattern

_NAMES = {
    "fde": r"forward[- ]deployed(?: (?:ai|software))?(?: engineer(?:ing|s)?)?|fdes?\b",
    "mlops": r"ml ?ops(?: engineer(?:ing|s)?)?\b",
    "tam": r"technical account manage(?:rs?|ment)|tams?\b",
    "ai-se": r"(?:ai )?sales engineers?|ai ses?\b|(?<=-)ses?\b",
    "mle": r"(?:ml|machine[- ]learning(?: \(ml\))?) engineers?|mles?\b",
    "ai-engineer": r"(?:ai|artificial intelligence) engineers?|aies?\b",
}
_ROLE = re.compile("|".join(rf"(?P<r{i}>\b(?:{names}))" for i, names in enumerate(_NAMES.values())))
_IDS = tuple(_NAMES)
# What may stand between a figure and the role that it is "for": "$120K–$170K for a mid-level TAM".
_FOR = re.compile(
    r"\+?\W{0,3}(?:[a-z ]{0,40}?\b)?(?:for|of|by|to|in|among)\b "
    r"(?:(?:an?|the|junior|mid|mid-level|senior|staff) ){0,4}"
)


def mentions(text: str) -> list[tuple[int, int, str]]:
    """(start, end, role id) of each role named in canonical `text`."""
    return [(m.start(), m.end(), _IDS[int((m.lastgroup or "r0")[1:])]) for m in _ROLE.finditer(text)]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def pieces(answer: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each (piece, context from near to far), canonical: a table cell with its column and row, or a sentence
    with the last one before it that names a role."""
    header: list[str] = []
    before = ""
    for raw in answer.splitlines():
        line = canonical(raw).replace("fde academy", "academy")  # a publisher, not a role
        if line.lstrip().startswith("|"):
            cells = _cells(line)
            if not header:
                header = cells
            elif not all(re.fullmatch(r":?-+:?", cell) for cell in cells):
                for column, cell in zip(header, cells, strict=False):
                    yield cell, (column, " ".join(cells[:1]), " ".join(c for c in cells if c != cell), before)
            continue
        header = []
        for sentence in re.split(r"(?<=[.;!?])\s+", line):
            if sentence.strip():
                yield sentence, (before,)
                if mentions(sentence):
                    before = sentence
    return


def owner(piece: str, start: int, end: int, context: tuple[str, ...]) -> str | None:
    """The role that the figure at piece[start:end] is about; None when no role is named anywhere near."""
    named = mentions(piece)
    after = _FOR.match(piece, end)
    if after:
        follows = [role for s, _, role in named if s == after.end()]
        if follows:
            return follows[0]
    previous = [role for _, e, role in named if e <= start]
    if previous:
        return previous[-1]
    if named:
        return next(role for s, _, role in named if s >= end)
    for text in context:
        near = mentions(text)
        if near:
            return near[-1][2]
    return None


def owners(answer: str, fact: str) -> set[str | None]:
    """The roles that `answer` gives `fact` to; empty when the fact is not there."""
    found: set[str | None] = set()
    for piece, context in pieces(answer):
        for hit in pattern(fact).finditer(piece):
            found.add(owner(piece, hit.start(), hit.end(), context))
    return found
