"""Criteria: data files of `prompts/criteria`, validated on loading.

They say which answer speaks for which recommendation and which passage states it, and what a report tells of each.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from agent.guide import Data, Guide, GuideError, load


class Criterion(Data):
    """`option` of `topic` speaks for (`weight` > 0) or against (`weight` < 0) the recommendation `of`,
    because `passage` says so: `quote` stands in it to the letter. `statement` is that reason in our words."""

    id: str
    of: str
    topic: str
    option: str
    weight: float = Field(ge=-5, le=5)
    statement: str
    passage: str
    quote: str


class Recommendation(Data):
    """`definition` to `tests` are report lines, each with its passage where it states a fact about a role: what
    the recommendation means, what it asks of a person (`needs`), what the hire must own and must not, what the
    interview has to test, and in which order to go on."""

    id: str
    name: str
    summary: str
    roles: tuple[str, ...] = ()  # role ids of corpus/roles.yaml, for pay, gaps and transition look-ups
    base: float = 0.0  # prior: what speaks for it before anything is known
    headline: str = ""  # the advice as one plain sentence
    sequence: tuple[str, ...] = ()  # recommendations this one consists of; the answers say which comes first
    definition: Line | None = None
    needs: tuple[Line, ...] = ()
    next_steps: tuple[Line, ...] = ()
    owns: tuple[Line, ...] = ()
    not_owns: tuple[Line, ...] = ()
    tests: tuple[Line, ...] = ()
    order: tuple[Line, ...] = ()


class Line(Data):
    """A sentence of ours for the report with the passage and quote that carry it, when it states a fact."""

    text: str
    passage: str | None = None
    quote: str | None = None


class Transition(Data):
    """The way from one role to another as the articles state it. `months` is absent where they give no time;
    `least` is its lower end."""

    start: str  # role ids of corpus/roles.yaml
    to: str
    months: Line | None = None
    least: float | None = None
    carries_over: tuple[Line, ...] = ()
    build: tuple[Line, ...] = ()
    notes: tuple[Line, ...] = ()


class Present(Data):
    """The topic that says what the person does today, and which role each of its options is."""

    topic: str
    roles: dict[str, str] = Field(default_factory=dict)  # option id -> role id


class Deadline(Data):
    """The topic that says by when, and the months each of its options leaves at most."""

    topic: str
    months: dict[str, float] = Field(default_factory=dict)


class Criteria(Data):
    """`enough` is the number of topics with a say below which the report calls a ranking provisional."""

    guide: str
    version: int
    recommendations: tuple[Recommendation, ...] = Field(min_length=2)
    criteria: tuple[Criterion, ...]
    warnings: tuple[Caution, ...] = ()
    transitions: tuple[Transition, ...] = ()
    present: Present | None = None
    deadline: Deadline | None = None
    enough: int = 4


class Caution(Data):
    """Said in the report when the option was chosen (e.g. one person asked to do two jobs)."""

    topic: str
    option: str
    line: Line


Recommendation.model_rebuild()
Criteria.model_rebuild()


def load_criteria(path: Path, guide: Guide) -> Criteria:
    """The criteria in `path`, checked against their guide's topics and options."""
    criteria = load(path, Criteria)
    ids = {r.id for r in criteria.recommendations}
    for criterion in criteria.criteria:
        topic = next((t for t in guide.topics if t.id == criterion.topic), None)
        if topic is None or criterion.option not in {o.id for o in topic.options}:
            raise GuideError(
                f"{path.name}: {criterion.id} needs {criterion.topic}/{criterion.option}, "
                f"which guide {guide.id} does not have"
            )
        if criterion.of not in ids:
            raise GuideError(f"{path.name}: {criterion.id} is for {criterion.of}, which is no recommendation")
    return criteria
