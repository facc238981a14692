"""A draft -> an Answer: each claim through the check, markers numbered as they appear, the rest left out."""

from __future__ import annotations

from agent.answering.claims import NOT_STATED, Block, Claim, Draft, Frame, Piece
from agent.answering.context import Context
from agent.cite import Checker
from agent.events import Answer, Citation, Verdict
from corpus.units import Unit


class _Page:
    """Numbers citations in order of first appearance; one number a quoted span."""

    def __init__(self, context: Context, checker: Checker) -> None:
        self._context = context
        self._checker = checker
        self.dropped: list[tuple[str, Verdict]] = []
        self._numbers: dict[tuple[str, int, int], int] = {}
        self.citations: list[Citation] = []

    def mark(self, unit: Unit, verdict: Verdict) -> int:
        key = (unit.passage.article, unit.quote.start, unit.quote.end)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            article = self._context.articles[unit.passage.article]
            self.citations.append(
                Citation(
                    self._numbers[key],
                    article.id,
                    article.title,
                    article.publisher,
                    unit.passage.section,
                    unit.passage.id,
                    unit.quote.of(article.text),
                    unit.quote.start,
                    unit.quote.end,
                    verdict,
                )
            )
        return self._numbers[key]

    def claim(self, claim: Claim) -> str | None:
        """The claim with its markers; None when it does not pass and nothing else carries it."""
        result = self._checker.against(claim.statement, claim.units)
        if not result.holds:
            self.dropped.append((claim.statement, result.verdict))
            return None
        return f"{claim.text} " + "".join(
            f"[{n}]" for n in dict.fromkeys(self.mark(u, "verified") for u in claim.units)
        )


def checked(draft: Draft, context: Context, checker: Checker) -> Answer:
    """The Markdown of what passed. A draft of which nothing passes becomes an abstention."""
    page = _Page(context, checker)
    parts = [text for block in draft.blocks if (text := _block(block, page))]
    lost = bool(page.dropped) and not page.citations
    if lost:
        parts = ["The articles do not answer that."]
    return Answer(
        "\n\n".join(parts),
        tuple(page.citations),
        draft.abstained or lost,
        "abstention" if draft.abstained or lost else draft.kind,
        dropped=tuple(page.dropped),
    )


def _block(block: Block, page: _Page) -> str:
    rows = [[_piece(p, page) for p in row] for row in block.rows]
    if block.kind == "table":
        lines = ["| " + " | ".join((c or NOT_STATED.text).replace("|", "/") for c in row) + " |" for row in rows]
        return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])
    texts = [" ".join(c for c in row if c) for row, pieces in zip(rows, block.rows, strict=True) if _says(row, pieces)]
    return "\n".join(f"- {t}" for t in texts) if block.kind == "bullets" else " ".join(texts)


def _says(row: list[str | None], pieces: tuple[Piece, ...]) -> bool:
    """A row whose claims have all been dropped says nothing, whatever frames it has."""
    claims = [text for text, piece in zip(row, pieces, strict=True) if isinstance(piece, Claim)]
    return not claims or any(claims)


def _piece(piece: Piece, page: _Page) -> str | None:
    return piece.text or " " if isinstance(piece, Frame) else page.claim(piece)
