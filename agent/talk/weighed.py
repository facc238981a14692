"""What the steps of taking a reply share: how near an aside has to be, and what else the reply says."""

from __future__ import annotations

from agent.reading import Evidence
from agent.talk.piece import Aside
from agent.understanding.manner import weight
from agent.understanding.words import phrase

PLAIN = 0.75  # strength of evidence that no aside undoes
OF_ROLES, HARD = 0.7, 0.62  # how near an aside has to be that names roles or pay, and one that steers
ABOUT, VAGUE = 0.48, 0.55  # … one about the interview, and one in a reply that could just be vague
# … and how near, and how much nearer than any answer, an interruption is that stands against a plain answer
CLEAR, LEFT_OUT = 0.4, 0.1
SURE = 0.6  # … and one that stands against what the rules made of the message
REST = 4  # words of meaning beside an aside that may still be no answer


def tells(evidence: Evidence, topic: str | None) -> bool:
    """Whether it answers the question on `topic` plainly."""
    return evidence.topic == topic and evidence.option is not None and abs(evidence.strength) >= PLAIN


def outside(evidence: Evidence, aside: Aside) -> bool:
    """Whether the two share no word."""
    return evidence.end <= aside.start or aside.end <= evidence.start


def weight_of(text: str) -> int:
    """Words of meaning in `text`."""
    return weight(phrase(text).split())
