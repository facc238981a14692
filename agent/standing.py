"""What is said to "who would you hire?" and "which suits me?" in an interview: what its report says, since the articles
know nothing of the person, and two answers to one question may not differ."""

from __future__ import annotations

import re

from agent.assess import assess
from agent.events import Answer, Ranked
from agent.parts import Parts
from agent.reporting.lines import shown
from agent.state import InterviewState
from agent.talk.said import told

ENTRY = "standing"  # of about.yaml: how things stand while questions are left
_CHOOSE = r"(?:hire|take|pick|choose|prefer|recommend|advise|suggest|go (?:for|with)|start with|begin with|do|apply)"
_OF_THEM = re.compile(
    "|".join(
        (
            rf"\bwh(?:o|om|at|ich)\b[\w\s'’-]{{0,40}}\b(?:would|should|shall|do) (?:you|i|we) "
            rf"(?:\w+ ){{0,2}}{_CHOOSE}\b",
            r"\b(?:should|shall) (?:i|we)\b.{0,60}\b(?:hire|take on|become|go for|choose|pick)\b",
            r"\bwould you (?:\w+ )?(?:hire|take|pick|choose|recommend|go for)\b",
            r"\b(?:were|was) (?:me|us)\b|\bin (?:my|our) (?:place|shoes)\b",
            r"\b(?:suits?|fits?|(?:right|best|better|good|something|anything|one) for) (?:me|us)\b",
            r"\bam i (?:\w+ ){0,2}(?:of )?(?:an?|the)\b",
            r"\byou(?:['’]re| are| were) (?:\w+ )?(?:telling|saying|suggesting|recommending|advising)\b",
            r"\byou (?:\w+ )?(?:said|told me|recommend\w*|suggest\w*|advis\w+)\b.*\bwhich is it\b",
        )
    ),
    re.IGNORECASE | re.DOTALL,
)
_SUPPOSED = re.compile(r"\b(?:if|when|suppose|assuming|unless)\b(?! (?:you|i|we) (?:were|was)\b)", re.IGNORECASE)


def asks_for_verdict(question: str) -> bool:
    """Whether `question` is for advice on the person's own case, and supposes none."""
    return _OF_THEM.search(question) is not None and _SUPPOSED.search(question) is None


def standing(parts: Parts, state: InterviewState) -> Answer:
    """What the report says so far, or that it is to come."""
    if not state.done:
        return Answer(told("about")[ENTRY].says.strip(), kind="advice")
    first, *others = assess(parts.criteria, parts.guide, state, parts.cites.cite)
    if not first.reasons:
        return Answer("Nothing you said speaks for or against a choice yet, and the report says so.", kind="advice")
    return Answer(_first(first, others[0]), kind="advice")


def _first(first: Ranked, second: Ranked) -> str:
    points = f"{shown(first.score)} points"
    if first.score == second.score:
        return f"By your answers it is a tie of {first.name} and {second.name}, with {points} each; the report has why."
    against = [r for r in first.reasons if r.points < 0]
    counted = " What you said against it is counted there as well." if against else ""
    return (
        f"What your answers speak for most: {first.name}, with {points}; next comes {second.name}, with "
        f"{shown(second.score)}. The report gives the reason for each point, and changes with what you correct."
        f"{counted}"
    )
