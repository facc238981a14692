"""The example of what is sent is what is sent."""

from __future__ import annotations

from tests.integration.model.record import FILE, recorded


def test_the_recorded_interview_is_current() -> None:
    now = recorded()
    assert FILE.read_text(encoding="utf-8") == now, "run: python -m tests.integration.model.record"
    assert "<system>" not in now
    assert "sk-" not in now
