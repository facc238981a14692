"""A model's draft while it streams: each sentence with the citation keys behind it, once it is whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# "Text [k3f, q8d]." or "Text. [k3f][q8d]"; then a space or the end must follow, or more keys may be coming
_CITED = re.compile(r"(?P<text>[^\[\]]*?)\s*(?P<keys>(?:\[[^\[\]\n]{1,80}\]\s?)+)(?P<end>[.!?]*)(?=\s|$)")
_ENDS = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])|\n+")
_SHORT = re.compile(r"\b(?:e\.g|i\.e|etc|vs|approx|incl|U\.S|Mr|Ms|Dr|No|St)\.$")
_THOUGHT = re.compile(r"\A\s*<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL)
LONGEST = 1_200  # characters without a key; then it is no answer


@dataclass(frozen=True, slots=True)
class Sentence:
    """`keys` as they were written, in order; none for a sentence that names no source."""

    text: str
    keys: tuple[str, ...]


class Sentences:
    """Feed it pieces; it gives back sentences, never a part of one."""

    def __init__(self) -> None:
        self._text = ""
        self._taken = 0

    def feed(self, piece: str) -> Iterator[Sentence]:
        self._text += piece
        yield from self._take(last=False)

    def end(self) -> Iterator[Sentence]:
        """What is left, at the end of the stream."""
        yield from self._take(last=True)

    @property
    def lost(self) -> bool:
        """Whether text has piled up that names no source."""
        return len(self._text) - self._taken > LONGEST

    def _take(self, last: bool) -> Iterator[Sentence]:
        if thought := _THOUGHT.match(self._text):
            if not thought[0].rstrip().endswith(">") and not last:
                return
            self._taken = max(self._taken, thought.end())
        while found := _CITED.match(self._text, self._taken):
            if not last and found.end() == len(self._text):
                return  # more keys, or the full stop, may still come
            self._taken = found.end()
            keys = tuple(k.strip() for group in re.findall(r"\[([^\]]*)\]", found["keys"]) for k in group.split(","))
            *bare, cited = split(found["text"]) or [""]
            yield from (Sentence(text, ()) for text in bare)
            stop = "" if not cited or cited.endswith((".", "!", "?")) else found["end"][:1] or "."
            yield Sentence(cited + stop, keys)
        if last:
            yield from (Sentence(text, ()) for text in split(self._text[self._taken :]))
            self._taken = len(self._text)


def split(text: str) -> list[str]:
    """Sentences of running text; an abbreviation does not end one."""
    out: list[str] = []
    for part in _ENDS.split(text):
        part = part.strip().removeprefix("- ").strip()
        if out and _SHORT.search(out[-1]):
            out[-1] = f"{out[-1]} {part}"
        elif part:
            out.append(part)
    return out
