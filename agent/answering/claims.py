"""An answer before it is checked: blocks of claims, each with the units that it rests on; and their Markdown.

Framing text ("The articles do not say …") states nothing about roles, carries no marker and is never a Claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.units import Unit


@dataclass(frozen=True, slots=True)
class Claim:
    """`text` is what is shown: a sentence, a part of one, or a table cell; `units` carry it. `says` is the whole
    statement that is checked, where the shown words alone leave out what row, column or frame say."""

    text: str
    units: tuple[Unit, ...]
    says: str = ""

    @property
    def statement(self) -> str:
        return self.says or self.text


@dataclass(frozen=True, slots=True)
class Frame:
    """Words of ours that claim nothing about a role."""

    text: str


Piece = Claim | Frame
NOT_STATED = Frame("not stated")  # a cell that no article fills


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list (a piece an item) or a table (rows of pieces; the first row is the header)."""

    kind: Literal["paragraph", "bullets", "table"]
    rows: tuple[tuple[Piece, ...], ...]

    def claims(self) -> Iterator[Claim]:
        for row in self.rows:
            yield from (p for p in row if isinstance(p, Claim))


def paragraph(*pieces: Piece) -> Block:
    return Block("paragraph", (tuple(pieces),))


def bullets(*rows: tuple[Piece, ...] | Piece) -> Block:
    return Block("bullets", tuple(r if isinstance(r, tuple) else (r,) for r in rows))


def table(header: tuple[str, ...], rows: list[tuple[Piece, ...]]) -> Block:
    return Block("table", (tuple(Frame(h) for h in header), *rows))


@dataclass(frozen=True, slots=True)
class Draft:
    """`kind` is what the answer is (fact, comparison, conflict, advice, transition, list, abstention); `whole`: nothing
    that is known beside it adds to it."""

    blocks: tuple[Block, ...]
    kind: str
    abstained: bool = False
    whole: bool = False

    def claims(self) -> Iterator[Claim]:
        for block in self.blocks:
            yield from block.claims()
