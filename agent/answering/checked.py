"""A draft -> an Answer: each claim through the check, markers numbered as they appear, the rest left out."""

from __future__ import annotations

from agent.answering.claims import Block, Claim, Draft, Frame, Piece
from agent.answering.context import Context
from agent.events import Answer, Citation, Verdict
from corpus.units import Unit


class _Markers:
    """Numbers citations in order of first appearance; one number a quoted span."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._numbers: dict[tuple[str, int, int], int] = {}
        self.citations: list[Citation] = []

    def mark(self, unit: Unit, verdict: Verdict) -> int:
        key = (unit.passage.article, unit.quote.start, unit.quote.end)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            article = self._context.articles[unit.passage.article]
            self.citations.append(Citation(
                self._numbers[key], article.id, article.title, article.publisher, unit.passage.section,
                unit.passage.id, unit.quote.of(article.text), unit.quote.start, unit.quote.end, verdict,
            ))
        return self._numbers[key]


def checked(draft: Draft, context: Context) -> Answer:
    """The Markdown of what passed. A draft of which nothing passes becomes an abstention."""
    markers = _Markers(context)
    dropped: list[tuple[str, Verdict]] = []
    parts = [text for block in draft.blocks if (text := _block(block, markers, dropped))]
    lost = bool(dropped) and not markers.citations
    if lost:
        parts = ["The articles do not answer that."]
    return Answer("\n\n".join(parts), tuple(markers.citations), draft.abstained or lost,
                  "abstention" if draft.abstained or lost else draft.kind, dropped=tuple(dropped))


def _block(block: Block, markers: _Markers, dropped: list[tuple[str, Verdict]]) -> str:
    rows = [[_piece(p, markers, dropped) for p in row] for row in block.rows]
    if block.kind == "table":
        lines = ["| " + " | ".join(c.replace("|", "/") or " " for c in row) + " |" for row in rows]
        return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])
    texts = [" ".join(c for c in row if c) for row in rows]
    return "\n".join(f"- {t}" for t in texts if t) if block.kind == "bullets" else " ".join(t for t in texts if t)


def _piece(piece: Piece, markers: _Markers, dropped: list[tuple[str, Verdict]]) -> str:
    if isinstance(piece, Frame):
        return piece.text
    numbers = list(dict.fromkeys(markers.mark(u, "verified") for u in piece.units))
    return piece.text + " " + "".join(f"[{n}]" for n in numbers)
