"""The marks of one report: each place in the articles gets one number, in the order of first use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from agent.criteria import Line
from agent.events import Citation
from agent.grounds import Grounds


class Marks:
    """Lines of the criteria as data: {"text", "markers", "ours"}. `ours`: no article states it."""

    def __init__(self, grounds: Grounds) -> None:
        self.grounds = grounds
        self._known: dict[tuple[str, int, int], Citation] = {}

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(self._known.values())

    def number(self, citation: Citation) -> Citation:
        """The same citation with its marker in this report."""
        key = (citation.passage, citation.start, citation.end)
        return self._known.setdefault(key, replace(citation, marker=len(self._known) + 1))

    def line(self, line: Line) -> dict[str, Any] | None:
        """None when its passage is not in the library: a fact is not told without its source."""
        if line.passage is None:
            return {"text": line.text, "markers": [], "ours": True}
        found = self.grounds.line(line)
        return {"text": line.text, "markers": [self.number(found).marker], "ours": False} if found else None

    def lines(self, lines: Iterable[Line]) -> list[dict[str, Any]]:
        return [told for line in lines if (told := self.line(line))]
