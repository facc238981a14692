"""What an interview is put together from, and the Protocols of what others bring."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from agent.criteria import Criteria
from agent.draft import Engine
from agent.events import Answer, Citation, Report
from agent.guide import Guide
from agent.state import InterviewState
from agent.talk.heard import Talk


class Answerer(Protocol):
    """Answers a person's question about the roles, from the articles, with checked citations."""

    def ask(self, question: str, turns: tuple[str, ...] = ()) -> Answer:
        """`turns` are the person's earlier messages, for follow-ups."""


class Cites(Protocol):
    """The library as what a criterion's quote is looked up in."""

    def cite(self, passage: str, quote: str) -> Citation | None:
        """None when the quote does not stand there."""


@dataclass(frozen=True, slots=True)
class Parts:
    """`answerer` answers with all there is, `floor` without a model, for a turn whose one call is spent. `talk`
    hears what is said beside the answers; None where nothing tells meanings apart."""

    guide: Guide
    criteria: Criteria
    engine: Engine
    answerer: Answerer
    cites: Cites
    report: Callable[[InterviewState], Report]
    floor: Answerer | None = None
    talk: Talk | None = None
    has_model: bool = False
