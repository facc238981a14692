"""Evidence x criteria -> ranking. Pure sums: every point can be read back to words said and to a passage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from agent.criteria import Criteria, Criterion
from agent.events import Citation, Ranked, Reason
from agent.guide import Guide
from agent.state import Heard, InterviewState, TopicState

Cite = Callable[[str, str], Citation | None]
Choice = tuple[str, str]  # (topic, option)

LEADERS = 3  # a question is worth what it can move among these
DENIED = 0.5  # what words against an option count, beside words for it
CONTRADICTED = 0.5  # what an answer counts while another one says the opposite


@dataclass(frozen=True, slots=True)
class Counted:
    """Evidence with the strength it counts with: `heard.evidence.strength`, or less while contradicted."""

    heard: Heard
    strength: float


def assess(criteria: Criteria, guide: Guide, state: InterviewState, cite: Cite) -> tuple[Ranked, ...]:
    """All recommendations of `criteria`, best first (equal ones in the order of the file).

    `points` are weight x strength in tenths, so that what is shown adds up; `score` is `base` plus their sum.
    A criterion whose quote is not in the library does not count. Options that `guide` lacks are passed over.
    """
    known = {(topic.id, option.id) for topic in guide.topics for option in topic.options}
    heard = {choice: counted for choice, counted in evidence(state).items() if choice in known}
    ranked = []
    for item in criteria.recommendations:
        mine = (c for c in criteria.criteria if c.of == item.id)
        reasons = sorted(_reasons(mine, heard, cite), key=lambda reason: -abs(reason.points))
        score = round(item.base + sum(reason.points for reason in reasons), 1)
        ranked.append(Ranked(item.id, item.name, score, item.base, tuple(reasons)))
    return tuple(sorted(ranked, key=lambda each: -each.score))


def evidence(state: InterviewState) -> dict[Choice, Counted]:
    """What counts now: for each topic and option the strongest evidence, the latest of equals."""
    disputed = {c.topic for c in state.contradictions if c.kept is None}
    return {
        (topic.id, option): counted
        for topic in state.topics.values()
        for option, counted in _strongest(topic, topic.id in disputed).items()
    }


def scores(criteria: Criteria, chosen: Mapping[Choice, float]) -> dict[str, float]:
    """Recommendation -> score, were `chosen` (choice -> strength) all that is known."""
    total = {item.id: item.base for item in criteria.recommendations}
    for criterion in criteria.criteria:
        if strength := chosen.get((criterion.topic, criterion.option)):
            total[criterion.of] += _points(criterion, strength)
    return {id: round(score, 1) for id, score in total.items()}


def influence(criteria: Criteria, topic: str, state: InterviewState) -> float:
    """How far an answer on `topic` can move two of the present leaders against each other, in points.

    0 when no criterion asks for the topic. Before anything is known every recommendation is a leader.
    """
    heard = {choice: counted.strength for choice, counted in evidence(state).items()}
    total = scores(criteria, heard)
    leaders = sorted(total, key=lambda id: -total[id])[: LEADERS if heard else None]
    weights: dict[str, dict[str, float]] = {}
    for criterion in criteria.criteria:
        if criterion.topic == topic and criterion.of in leaders:
            option = weights.setdefault(criterion.option, {})
            option[criterion.of] = option.get(criterion.of, 0.0) + criterion.weight
    if not weights:
        return 0.0
    return max((_spread(weights.values(), a, b) for a in leaders for b in leaders if a < b), default=0.0)


def _spread(options: Iterable[Mapping[str, float]], a: str, b: str) -> float:
    moves = [0.0, *(weights.get(a, 0.0) - weights.get(b, 0.0) for weights in options)]
    return max(moves) - min(moves)


def _strongest(topic: TopicState, disputed: bool) -> dict[str, Counted]:
    best: dict[str, Counted] = {}
    for heard in topic.heard:
        option, strength = heard.evidence.option, heard.evidence.strength
        if option is None or strength == 0:
            continue
        if option not in best or abs(strength) >= abs(best[option].heard.evidence.strength):
            best[option] = Counted(heard, strength)
    if not disputed or len(best) < 2:
        return best
    return {option: Counted(c.heard, c.strength * CONTRADICTED) for option, c in best.items()}


def _reasons(criteria: Iterable[Criterion], heard: Mapping[Choice, Counted], cite: Cite) -> Iterable[Reason]:
    for criterion in criteria:
        counted = heard.get((criterion.topic, criterion.option))
        citation = cite(criterion.passage, criterion.quote) if counted else None
        if counted is None or citation is None or not (points := _points(criterion, counted.strength)):
            continue
        denied = counted.strength < 0
        yield Reason(
            points=points,
            statement=f"You spoke against this: {criterion.statement}" if denied else criterion.statement,
            message=counted.heard.message,
            quote=counted.heard.quote,
            citation=citation,
            topic=criterion.topic,
            option=criterion.option,
        )


def _points(criterion: Criterion, strength: float) -> float:
    """Weight x strength. No article says what follows from the opposite of its advice: who denies what speaks
    for a role takes half of it away, and denying what speaks against one adds nothing."""
    if strength < 0:
        strength = strength * DENIED if criterion.weight > 0 else 0.0
    return round(criterion.weight * strength, 1)
