"""Which of a topic's options, or which way of not answering, a reply is most likely for, by all that was found in it.

A conditional logit (McFadden 1974): what speaks for each candidate is weighed, and the sums become shares. The weights
are in weights.yaml; `python -m tests.quality.reading.weights` fits them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp, log1p
from pathlib import Path

import yaml

from agent.reading import Evidence
from agent.understanding.contrast import ASIDE

FIRM = 0.9  # what a rule finds on firm grounds
_BRIEF = 8  # words from which a reply is not brief


@dataclass(frozen=True, slots=True)
class Seen:
    """A reply as it is weighed. By candidate: `whole` and `near` are how much all of it is like what people say for
    one, and how near it comes to one text of that; `plainest` is how much its likest sentence is, of several. `rules`
    is what rules found on the topic, `backs` what makes that more likely; `signs` what else is known of the reply, 0..1
    each. `words` is how long it is."""

    whole: Mapping[str, float]
    near: Mapping[str, float]
    plainest: Mapping[str, float]
    rules: Sequence[Evidence]
    backs: Mapping[str, float]
    signs: Mapping[str, float]
    words: int

    @property
    def embedded(self) -> bool:
        return bool(self.near)


def shares(seen: Seen, weights: Mapping[str, float] | None = None) -> dict[str, float]:
    """Candidate -> its share of 1."""
    known = fitted("vectors" if seen.embedded else "words") if weights is None else weights
    sums = {c: sum(known.get(name, 0.0) * value for name, value in grounds(seen, c).items()) for c in seen.whole}
    most = max(sums.values())
    parts = {c: exp(s - most) for c, s in sums.items()}
    total = sum(parts.values())
    return {c: part / total for c, part in parts.items()}


def log_odds(grounds: Mapping[str, float], known: Mapping[str, float]) -> float:
    """The logarithm of the odds of what `grounds` speak for or against, by the weights of `known`."""
    return known["bias"] + sum(known[name] * value for name, value in grounds.items())


def grounds(seen: Seen, candidate: str) -> dict[str, float]:
    """What speaks for or against a candidate, by name."""
    found = {
        "whole": seen.whole[candidate],
        "near": seen.near.get(candidate, 0.0),
        "plainest": seen.plainest.get(candidate, 0.0),
    }
    brief = max(0.0, 1 - seen.words / _BRIEF)
    found["near, and brief"] = found["near"] * brief
    if not candidate.startswith(ASIDE):
        mine = [e.strength for e in seen.rules if e.option == candidate]
        found["rule"] = max([0.0, *mine])
        found["firm rule"] = float(found["rule"] >= FIRM)
        found["rule, and brief"] = found["rule"] * brief
        found["denied"] = -min([0.0, *mine])
        found["reported"] = float(any(e.option == candidate and e.manner == "reported" for e in seen.rules))
        return found | {f"rule {back}": found["rule"] * value for back, value in seen.backs.items()}
    manner = candidate.removeprefix(ASIDE)
    most = max((abs(e.strength) for e in seen.rules), default=0.0)
    found |= {
        manner: 1.0,
        f"{manner} long": log1p(seen.words),
        "instead of a rule": most,
        "instead of a firm rule": float(most >= FIRM),
    }
    return found | {f"{manner} {sign}": value for sign, value in seen.signs.items()}


def fitted(name: str) -> dict[str, float]:
    """A table of weights.yaml."""
    return _tables()[name]


@cache
def _tables() -> dict[str, dict[str, float]]:
    path = Path(str(resources.files("agent") / "understanding" / "weights.yaml"))
    found: dict[str, dict[str, float]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found
