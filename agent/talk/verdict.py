"""Questions for a verdict on the person's own case ("Whom would you hire?", "Which suits me?")."""

from __future__ import annotations

import re

from agent.talk.form import marked, sentences
from agent.talk.piece import Aside

ENTRY = "standing"  # of about.yaml: how things stand while questions are left
_CHOOSE = r"(?:hire|take|pick|choose|prefer|recommend|advise|suggest|go (?:for|with)|start with|begin with|apply)"
_PLAINLY = "|".join(
    (
        rf"\bwh(?:o|om|at|ich)\b[\w\s'’-]{{0,40}}\b(?:would|should|shall|do) (?:you|i|we) (?:\w+ ){{0,2}}{_CHOOSE}\b",
        r"\b(?:who|whom|what|which)\b[\w\s'’-]{0,30}\b(?:do|would) you "
        r"(?:think|say|reckon|feel|believe) (?:\w+ ){0,3}(?:i|we)\b"
        r"[\w\s'’-]{0,20}\b(?:should|need|ought|want|get|am|are)\b",
        r"\bwhat (?:would you|should (?:i|we)) (?:\w+ ){0,2}do\b",
        r"\b(?:should|shall) (?:i|we)\b.{0,60}\b(?:hire|take on|become|go for|choose|pick)\b",
        r"\bwould you (?:\w+ )?(?:hire|take|pick|choose|recommend|go for)\b",
    )
)
_CHOSEN = re.compile(_PLAINLY, re.IGNORECASE | re.DOTALL)
_OF_THEM = re.compile(
    "|".join(
        (
            _PLAINLY,
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


def wants_verdict(text: str) -> Aside | None:
    """The plain question for a choice that a message holds, as what is told of how things stand."""
    for start, end in sentences(text):
        said = text[start:end]
        if marked(said) and _CHOSEN.search(said) and not _SUPPOSED.search(said):
            return Aside("about", ENTRY, start, end, 1.0, 1.0)
    return None
