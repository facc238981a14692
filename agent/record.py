"""Readings and citations as the plain JSON that the log keeps, and back."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from agent.events import Citation
from agent.reading import Evidence, Reading


def reading_out(reading: Reading) -> dict[str, Any]:
    return asdict(reading)


def reading_in(data: dict[str, Any]) -> Reading:
    return Reading(
        intent=data["intent"],
        evidence=tuple(Evidence(**e) for e in data.get("evidence", ())),
        question=data.get("question", ""),
        target=data.get("target", ""),
        vague=data.get("vague", False),
        dodged=data.get("dodged", False),
        values=tuple((slot, value) for slot, value in data.get("values", ())),
        left_out=tuple(data.get("left_out", ())),
    )


def citations_out(citations: tuple[Citation, ...]) -> list[dict[str, Any]]:
    return [asdict(c) for c in citations]


def citations_in(data: list[dict[str, Any]]) -> tuple[Citation, ...]:
    return tuple(Citation(**c) for c in data)
