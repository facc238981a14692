"""An interview in a terminal: a question, an answer, in plain text; /commands where words will not do."""

from __future__ import annotations

import sys
from typing import Protocol

from agent.events import Turn
from agent.interview import Interview, InterviewError

HELP = "Answer in your own words, or ask a question. /skip /back /why /left /summary /finish /report /quit"


class House(Protocol):
    def interview(self, guide_id: str) -> Interview: ...
    def resume(self, interview_id: str) -> Interview: ...


def talk(house: House, guide: str, resume: str | None = None) -> int:
    """Runs to the report, or to the end of input; the interview can be resumed by its id either way."""
    interview = house.resume(resume) if resume else house.interview(guide)
    print(HELP)
    turn = interview.pending()
    _show(turn)
    while not turn.done:
        try:
            text = input("\n> ").strip()
        except EOFError:
            text = "/quit"
        if not text:
            continue
        if text == "/quit":
            print(f"\nKept. Go on with: fieldnote interview --resume {interview.id}")
            return 0
        try:
            turn = interview.command(text[1:]) if text.startswith("/") else interview.reply(text)
        except InterviewError as error:
            print(error, file=sys.stderr)
            continue
        _show(turn)
    print("\n" + interview.report().markdown)
    return 0


def _show(turn: Turn) -> None:
    print("\n" + turn.message)
    for c in turn.citations:
        print(f"  [{c.marker}] {c.publisher or c.title}, {c.section}: “{' '.join(c.quote.split())}”")
    if turn.notice:
        print(f"  ({turn.notice})")
    print(f"  {turn.progress.covered} of {turn.progress.total} topics, about {turn.progress.minutes_left} minutes left")
