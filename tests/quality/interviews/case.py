"""A transcript with what is needed to judge it."""

from __future__ import annotations

from dataclasses import dataclass

from agent.criteria import Criteria
from agent.guide import Guide
from tests.quality.interviews.simulator import Line, Transcript

Result = tuple[bool, str]


@dataclass(frozen=True, slots=True)
class Case:
    """A transcript with what is needed to judge it. `stances`: topic -> stance -> options that count."""

    transcript: Transcript
    guide: Guide
    stances: dict[str, dict[str, list[str]]]
    criteria: Criteria | None = None

    @property
    def profile(self) -> dict[str, Line]:
        report = self.transcript.report or {}
        return {line["topic"]: line for line in report.get("profile", [])}

    def denied(self, ranked: str, reason: Line) -> bool:
        """Whether a reason counts against its option, so that its points have the other sign."""
        weights = [
            c.weight
            for c in (self.criteria.criteria if self.criteria else ())
            if (c.of, c.topic, c.option) == (ranked, reason["topic"], reason["option"])
        ]
        return bool(weights) and all(weight * reason["points"] < 0 for weight in weights)

    def stopped(self) -> bool:
        return self.transcript.respondent.stop is not None

    def answered(self, topic: str) -> bool:
        """Whether the respondent was heard on the topic, asked or unasked."""
        who = self.transcript.respondent
        givers = {topic, *(g for g, topics in who.volunteered.items() if topic in topics)}
        return any(e.topic in givers and e.kind in ("first", "again") for e in self.transcript.exchanges)


def ideal(case: Case) -> int:
    """Replies that a perfect interviewer needs: one a topic not volunteered, one more for each vague or
    dodged answer, aside and contradiction, one for anything else and one for the summary."""
    who = case.transcript.respondent
    whole = [a for a in who.asides if not a.tail]
    topics = sum(t.required and t.id not in who.given for t in case.guide.topics)
    return topics + len(who.vague) + len(who.dodged) + len(whole) + len(who.contradictions) + 2
