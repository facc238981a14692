"""How much a sentence in an answer goes against what was answered on another topic: whether it speaks of that topic,
and whether it is for the opposite. A logistic regression, fitted by `python -m tests.quality.reading.opposed`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agent.understanding.contrast import ASIDE, Contrast
from agent.understanding.topics import NONE
from agent.understanding.weighing import fitted, log_odds
from agent.understanding.words import phrase

_FEW, _SHORT = 5, 8  # words of a sentence of which little can be told
_NEAREST = 0.6  # of the nearest thing that people say, beside all of them


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """`option` is what was answered on `topic`; the `opposite` options cannot hold together with it."""

    topic: str
    option: str
    opposite: frozenset[str]
    sides: Contrast


@dataclass(frozen=True, slots=True)
class Against:
    """A sentence may be for `option` of `topic`, which `grounds` speak for or against."""

    topic: str
    option: str
    grounds: dict[str, float]

    @property
    def odds(self) -> float:
        """The logarithm of its odds."""
        return log_odds(self.grounds, fitted("against"))


def opposed(
    topics: Contrast, said: str, vector: NDArray[np.float32], pending: str | None, standing: list[Standing]
) -> Iterator[Against]:
    """What `said`, in the answer to the question on `pending`, may go against."""
    text = phrase(said)
    about = dict(topics.ranked(text, vector))
    for at in standing:
        of, near = at.sides.compared(text, vector)
        option = max(at.opposite, key=lambda o: of[o] + _NEAREST * near[o])
        beyond = about[at.topic] - max(about[t] for t in (*about, NONE) if t not in (at.topic, pending))
        ahead = about[at.topic] - about.get(pending or NONE, 0.0)
        turned = of[option] - of[at.option]
        away = of[option] - max(score for o, score in of.items() if o.startswith(ASIDE))
        alone = of[option] - max(score for o, score in of.items() if o != option and not o.startswith(ASIDE))
        yield Against(
            at.topic,
            option,
            {
                "about": about[at.topic],
                "beyond others": beyond,
                "ahead of what was asked": ahead,
                "turned round": turned,
                "an answer": away,
                "alone": alone,
                "near": near[option],
                "nearer": near[option] - near[at.option],
                "about it and turned": min(beyond, turned),
                "all at once": min(beyond, ahead, away, alone),
                "few words": float(len(said.split()) < _FEW),
                "short": float(len(said.split()) < _SHORT),
            },
        )
