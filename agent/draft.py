"""What an engine makes of one message, and the Protocol behind which both engines stand.

A keyless engine gives a reading alone. A model's one call gives the reading and words with it, of which the
interview uses what its next move needs; words that are here have already passed the checks on wording.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Protocol

from agent.events import Answer
from agent.guide import Guide
from agent.reading import Reader, Reading
from agent.state import InterviewState
from agent.talk.piece import Aside


@dataclass(frozen=True, slots=True)
class Draft:
    """`acknowledgement` is in the person's own words and asks nothing; `probe` is one follow-up question on
    the pending topic, which still has to pass the linter where it is put. Empty: use the guide's.

    `notice` is for the person, when a model failed; an interview says it once. `model` and `prompt` (a hash)
    are for the log, empty when no model took part. `aside` is what was said beside the answer, `answer` what the
    articles say to a question in it, where that was looked up to tell whether it is one.
    """

    reading: Reading
    acknowledgement: str = ""
    probe: str = ""
    notice: str = ""
    model: str = ""
    prompt: str = ""
    called: bool = False  # the turn's one model call is spent: a question in it is answered without a model
    aside: Aside | None = None
    answer: Answer | None = None
    unanswered: bool = False  # it asks what nobody here can answer


class Engine(Protocol):
    def draft(self, message: str, guide: Guide, state: InterviewState) -> Generator[str | Draft, None, None]:
        """Yields the acknowledgement in pieces that can be shown at once, and last the Draft, always. The
        turn's message must begin with what was yielded, which is the Draft's acknowledgement. Closing it
        hangs up. Never raises on odd input or a failing model."""


class KeylessEngine:
    """The Reader of the house as an Engine."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def draft(self, message: str, guide: Guide, state: InterviewState) -> Generator[str | Draft, None, None]:
        pending = state.pending.topic if state.pending else None
        yield Draft(self._reader.read(message, guide, pending, state.settled))
