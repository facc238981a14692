"""What would tip a ranking: the fewest answers that would put another recommendation first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from agent.assess import Choice, evidence, scores
from agent.criteria import Criteria
from agent.state import InterviewState


@dataclass(frozen=True, slots=True)
class Tip:
    """With these answers `first` would lead by `margin` points. `open`: they are answers not given yet;
    else they replace answers that were."""

    answers: tuple[Choice, ...]
    first: str
    margin: float
    open: bool


def what_would_tip(criteria: Criteria, state: InterviewState, most: int = 3) -> tuple[Tip, ...]:
    """At most `most` tips, each of as few answers as can do it (one or two), the surest first.

    Topics not asked, refused, unknown or vague are tried first; where nothing they could bring would change
    the leader, settled ones are (of pairs of these only the surest is named). Empty when nothing was heard or
    no two answers would change it.
    """
    heard = {choice: counted.strength for choice, counted in evidence(state).items()}
    if not heard:
        return ()
    options: dict[str, list[str]] = {}
    for criterion in criteria.criteria:
        known = options.setdefault(criterion.topic, [])
        if criterion.option not in known:
            known.append(criterion.option)
    settled = {id for id, topic in state.topics.items() if topic.status in ("settled", "moot")}
    pending = [topic for topic in options if topic not in settled]
    for topics, is_open in ((pending, True), ([t for t in options if t in settled], False)):
        for size in (1, 2):
            if found := _tips(criteria, heard, options, combinations(topics, size), is_open):
                return _best(found, most if is_open or size == 1 else 1)
    return ()


def _tips(
    criteria: Criteria,
    heard: Mapping[Choice, float],
    options: Mapping[str, list[str]],
    groups: Iterable[tuple[str, ...]],
    is_open: bool,
) -> list[Tip]:
    now = scores(criteria, heard)
    best = max(now.values())
    leaders = {id for id, score in now.items() if score == best}
    gains = {
        (topic, option): scores(criteria, {(topic, option): 1.0}) for topic in options for option in options[topic]
    }
    base = scores(criteria, {})
    lost = {topic: scores(criteria, {c: s for c, s in heard.items() if c[0] == topic}) for topic in options}
    found = []
    for group in groups:
        for answers in product(*([(topic, option) for option in options[topic]] for topic in group)):
            total = {
                id: score + sum(gains[a][id] - base[id] for a in answers) - sum(lost[t][id] - base[id] for t in group)
                for id, score in now.items()
            }
            first, second = sorted(total, key=lambda id: -total[id])[:2]
            margin = round(total[first] - total[second], 1)
            if first not in leaders and margin > 0:
                found.append(Tip(answers, first, margin, is_open))
    return found


def _best(found: list[Tip], most: int) -> tuple[Tip, ...]:
    chosen: list[Tip] = []
    for tip in sorted(found, key=lambda tip: -tip.margin):
        if all(tip.answers != other.answers and _topics(tip) != _topics(other) for other in chosen):
            chosen.append(tip)
    return tuple(chosen[:most])


def _topics(tip: Tip) -> frozenset[str]:
    return frozenset(topic for topic, _ in tip.answers)
