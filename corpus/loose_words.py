"""A comparison table whose rows of words are parted by single spaces, read by what repeats in it.

"Pipeline Tools Familiar Owns & Builds" does not say where its cells end. But ratings repeat: a phrase twice
at the end of a row, the same end of two rows, or a phrase known from those. Rows that none of it settles stay
prose.
"""

from __future__ import annotations

from collections.abc import Sequence

ENOUGH = 0.6  # of the rows have to be settled, or it is no such table
_JOINERS = frozenset({"&", "/", "and", "or", "+"})
Cells = tuple[str, str, str]


def split_rows(lines: Sequence[str]) -> tuple[list[Cells], list[str]] | None:
    """(rows of label and two values, the lines left over); None when too few rows are settled."""
    rows = [_phrased(line) for line in lines]
    settled: dict[int, Cells] = {}
    for number, words in enumerate(rows):
        found = _twice(words) or _shared_end(number, rows)
        if found:
            settled[number] = found
    known = {value for cells in settled.values() for value in cells[1:]}
    for number, words in enumerate(rows):
        found = None if number in settled else _by_known(words, known)
        if found:
            settled[number] = found
    if len(settled) < max(3, ENOUGH * len(rows)):
        return None
    return [settled[n] for n in sorted(settled)], [line for n, line in enumerate(lines) if n not in settled]


def _phrased(line: str) -> list[str]:
    """Words, those around "&" or "/" held together."""
    out: list[str] = []
    for word in line.split():
        if out and (word in _JOINERS or out[-1].split()[-1] in _JOINERS):
            out[-1] += f" {word}"
        else:
            out.append(word)
    return out


def _twice(words: list[str]) -> Cells | None:
    for size in (3, 2, 1):
        if len(words) > 2 * size and words[-size:] == words[-2 * size : -size]:
            value = " ".join(words[-size:])
            return " ".join(words[: -2 * size]), value, value
    return None


def _shared_end(number: int, rows: list[list[str]]) -> Cells | None:
    """Two rows that end in the same two phrases, and in no more."""
    words = rows[number]
    for other, others in enumerate(rows):
        if other == number or len(words) < 3 or len(others) < 3:
            continue
        if words[-2:] == others[-2:] and words[-3] != others[-3] and words[-1] != words[-2]:
            return " ".join(words[:-2]), words[-2], words[-1]
    return None


def _by_known(words: list[str], known: set[str]) -> Cells | None:
    """Label, a known value, and one to three words more; only if there is one way to read it so."""
    found = []
    for start in range(1, len(words)):
        for end in range(start + 1, min(start + 4, len(words))):
            if " ".join(words[start:end]) in known and len(words) - end <= 3:
                found.append((" ".join(words[:start]), " ".join(words[start:end]), " ".join(words[end:])))
    return found[0] if len(found) == 1 else None
