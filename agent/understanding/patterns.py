"""The guide's cues as matchers: `*` ends a stem, `a|b` is either word, `...` is up to four words between.

All cues of a guide are tried at once: an index by their rarest word finds the few that can match at all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agent.understanding.words import Word, words

_GAP = 4
_TOKEN = re.compile(r"\S+")

Slot = tuple[frozenset[str], tuple[str, ...]] | None  # whole words and stems; None is a gap


@dataclass(frozen=True, slots=True)
class Pattern:
    """`of` is what a match stands for (the caller's key)."""

    slots: tuple[Slot, ...]
    of: tuple[str, str]
    text: str

    @property
    def fixed(self) -> int:
        return sum(s is not None for s in self.slots)


@dataclass(frozen=True, slots=True)
class Match:
    """Words first..last (inclusive) of the list that was searched."""

    pattern: Pattern
    first: int
    last: int


def compile_cue(cue: str, of: tuple[str, str]) -> Pattern:
    slots: list[Slot] = []
    for token in _TOKEN.findall(cue):
        if token == "...":
            slots.append(None)
            continue
        whole: set[str] = set()
        stems: list[str] = []
        spelt: list[list[str]] = []
        for choice in token.split("|"):
            stem = choice.endswith("*")
            forms = [w.text for w in words(choice.rstrip("*"))]
            if not forms:
                continue
            if len(forms) > 1:  # a hyphenated or slashed word is several words
                spelt.append(forms)
            elif stem:
                stems.append(forms[0])
            else:
                whole.add(forms[0])
        if spelt and not whole and not stems:
            slots += [(frozenset({f}), ()) for f in spelt[0]]
        elif whole or stems:
            slots.append((frozenset(whole | {f for s in spelt for f in s}), tuple(stems)))
    return Pattern(tuple(slots), of, cue)


class PatternSet:
    """Patterns that are looked for together."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        kept = [p for p in patterns if p.fixed]
        often: dict[str, int] = defaultdict(int)
        for p in kept:
            for slot in p.slots:
                for form in slot[0] | set(slot[1]) if slot else ():
                    often[form] += 1
        self._words: dict[str, list[Pattern]] = defaultdict(list)
        self._stems: dict[str, list[Pattern]] = defaultdict(list)
        for p in kept:
            slot = min((s for s in p.slots if s), key=lambda s: sum(often[f] for f in s[0] | set(s[1])))
            for form in slot[0]:
                self._words[form].append(p)
            for stem in slot[1]:
                self._stems[stem].append(p)

    @property
    def forms(self) -> set[str]:
        """The whole words that the patterns are made of."""
        return {
            form
            for ps in (*self._words.values(), *self._stems.values())
            for p in ps
            for slot in p.slots
            if slot
            for form in slot[0]
        }

    def find(self, text: Sequence[Word]) -> list[Match]:
        """Every match, longest first at each place."""
        seen: dict[int, Pattern] = {}
        for word in text:
            for p in self._words.get(word.text, ()):
                seen[id(p)] = p
            for n in range(2, len(word.text) + 1):
                for p in self._stems.get(word.text[:n], ()):
                    seen[id(p)] = p
        forms = [w.text for w in text]
        found = []
        for p in seen.values():
            for first in range(len(forms)):
                last = _match(p.slots, 0, forms, first)
                if last is not None:
                    found.append(Match(p, first, last))
        return sorted(found, key=lambda m: (m.first, m.first - m.last))


def _match(slots: tuple[Slot, ...], at: int, forms: list[str], here: int) -> int | None:
    """Index of the last word of the shortest match of slots[at:] that begins at `here`."""
    if at == len(slots):
        return here - 1
    slot = slots[at]
    if slot is None:
        for skip in range(_GAP + 1):
            last = _match(slots, at + 1, forms, here + skip)
            if last is not None:
                return last
        return None
    if here >= len(forms):
        return None
    form = forms[here]
    if form in slot[0] or any(form.startswith(stem) for stem in slot[1]):
        return _match(slots, at + 1, forms, here + 1)
    return None
