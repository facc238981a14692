"""What was found in one clause, before it is weighed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """`weight` ranks what was found in one clause; `span` are word indices."""

    topic: str
    option: str
    weight: float
    denied: bool
    span: tuple[int, int]
