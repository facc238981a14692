"""Interview guides and criteria: data files of `prompts/`, validated on loading.

A guide says what to find out and how to ask; a criteria file says which answer speaks for which
recommendation, and which passage states it. Neither holds code.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, RootModel, ValidationError, model_validator

ProbeKind = Literal["example", "contrast", "reason", "quantity", "consequence"]
Slot = Literal["money", "place", "years", "months", "count", "role", "level", "date"]


SAID = "said"  # folder beside the guides: topic -> option, or `beside`, -> more of what people say
_BESIDE = "beside"
# The C loader is ten times as fast; both are safe.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
T = TypeVar("T", bound=BaseModel)


class GuideError(Exception):
    """A guide or criteria file cannot be used; the message names the file and what to mend."""


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Band(_Data):
    """A number that means an option: `low` <= number < `high`, in `unit`. `share` is percent of one's time,
    `days` are days a month, `months` from today."""

    unit: Literal["share", "days", "months", "years", "count"]
    low: float = 0
    high: float = 1e9


class Option(_Data):
    """One stance a person can take on a topic. `label` is a quick reply in the first person;
    `summary` completes "You …" in the report; `examples` are phrases that mean it, for similarity;
    `cues` are words or phrases that alone are enough to recognise it: `*` ends a stem, `a|b` is either word,
    `...` stands for up to four words. `replies` are short answers that mean it only while its topic is pending.
    `pole` says how much of the topic's thing (its `terms`) the option stands for, so that "I love …" and
    "I can't stand …" are understood without a cue. `opposite` is the option that denying this one means;
    `all_of` are options that together amount to this one. `said` is more of what people say for it (SAID)."""

    id: str
    label: str
    summary: str
    examples: tuple[str, ...] = Field(min_length=3)
    said: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()
    bands: tuple[Band, ...] = ()
    pole: Literal["much", "some", "little"] | None = None
    middle: bool = False  # between the others: a few words that say only this are followed up
    opposite: str | None = None
    all_of: tuple[str, ...] = ()


class Probe(_Data):
    """A follow-up. `about` names the options it is for; empty means: for a vague answer."""

    kind: ProbeKind
    text: str
    about: tuple[str, ...] = ()


class Topic(_Data):
    """`aim` completes "I ask because …". `open` topics are settled by any substantive answer, with or
    without an option recognised. `after` names topics to be asked before; `priority` 1 (last) to 5 (first).
    A `wish` topic is about what a person wants: before it is asked, only words that say so count for it.
    An `ahead` topic is about what is to come, a hire or a result: its answers settle nothing about what is, and
    before it is asked, only words that say what is sought count for it.
    `beside` are replies that use the question's words and take no side."""

    id: str
    name: str
    aim: str
    question: str
    required: bool = True
    open: bool = False
    wish: bool = False
    ahead: bool = False
    priority: int = Field(default=3, ge=1, le=5)
    after: tuple[str, ...] = ()
    unless: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # topic -> options that make this one moot
    options: tuple[Option, ...] = ()
    slots: tuple[Slot, ...] = ()
    terms: tuple[str, ...] = ()  # words that say a sentence is about this topic at all
    probes: tuple[Probe, ...] = Field(min_length=2)
    beside: tuple[str, ...] = ()

    def option(self, id: str) -> Option:
        return next(o for o in self.options if o.id == id)


class Guide(_Data):
    id: str
    title: str
    version: int
    minutes: int
    turns: int = Field(description="hard limit on questions asked")
    invitation: str = ""  # for whom it is and what comes of it, for those who choose between guides
    opening: str  # what is said before the first question: what this is, how long, what is kept
    anything_else: str  # the last open question before the summary
    topics: tuple[Topic, ...] = Field(min_length=3)

    def topic(self, id: str) -> Topic:
        return next(t for t in self.topics if t.id == id)

    @model_validator(mode="after")
    def _names_resolve(self) -> Guide:
        known = [t.id for t in self.topics]
        if len(set(known)) != len(known):
            raise ValueError("two topics have the same id")
        for topic in self.topics:
            options = {o.id for o in topic.options}
            for name in (*topic.after, *topic.unless):
                if name not in known:
                    raise ValueError(f"topic {topic.id}: no topic called {name}")
            for probe in topic.probes:
                if missing := set(probe.about) - options:
                    raise ValueError(f"topic {topic.id}: a probe names unknown options {sorted(missing)}")
        return self


class Criterion(_Data):
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


class Recommendation(_Data):
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


class Line(_Data):
    """A sentence of ours for the report with the passage and quote that carry it, when it states a fact."""

    text: str
    passage: str | None = None
    quote: str | None = None


class Transition(_Data):
    """The way from one role to another as the articles state it. `months` is absent where they give no time;
    `least` is its lower end."""

    start: str  # role ids of corpus/roles.yaml
    to: str
    months: Line | None = None
    least: float | None = None
    carries_over: tuple[Line, ...] = ()
    build: tuple[Line, ...] = ()
    notes: tuple[Line, ...] = ()


class Present(_Data):
    """The topic that says what the person does today, and which role each of its options is."""

    topic: str
    roles: dict[str, str] = Field(default_factory=dict)  # option id -> role id


class Deadline(_Data):
    """The topic that says by when, and the months each of its options leaves at most."""

    topic: str
    months: dict[str, float] = Field(default_factory=dict)


class Criteria(_Data):
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


class Caution(_Data):
    """Said in the report when the option was chosen (e.g. one person asked to do two jobs)."""

    topic: str
    option: str
    line: Line


Recommendation.model_rebuild()
Criteria.model_rebuild()


def load_guide(path: Path) -> Guide:
    """The guide in `path` with what people say of its topics, in the folder SAID beside it, if anything; GuideError
    with the file and field when either does not hold."""
    guide = _load(path, Guide)
    more = path.parent / SAID / path.name
    return _enriched(guide, _load(more, _Said).root, more.name) if more.is_file() else guide


def load_criteria(path: Path, guide: Guide) -> Criteria:
    """The criteria in `path`, checked against their guide's topics and options."""
    criteria = _load(path, Criteria)
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


class _Said(RootModel[dict[str, dict[str, tuple[str, ...]]]]):
    """Topic -> option, or `beside`, -> sentences."""


def _enriched(guide: Guide, said: dict[str, dict[str, tuple[str, ...]]], file: str) -> Guide:
    known = {t.id: {_BESIDE, *(o.id for o in t.options)} for t in guide.topics}
    for id, sides in said.items():
        if wrong := set(sides) - known.get(id, set()):
            raise GuideError(f"{SAID}/{file}: guide {guide.id} has no {id}/{sorted(wrong)[0]}")
    topics = []
    for topic in guide.topics:
        mine = said.get(topic.id, {})
        options = tuple(o.model_copy(update={"said": mine.get(o.id, ())}) for o in topic.options)
        topics.append(topic.model_copy(update={"options": options, "beside": mine.get(_BESIDE, ())}))
    return guide.model_copy(update={"topics": tuple(topics)})


def _load(path: Path, model: type[T]) -> T:
    try:
        return model.model_validate(yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER))
    except FileNotFoundError:
        raise GuideError(f"There is no file {path.name} in {path.parent.name}.") from None
    except (yaml.YAMLError, ValidationError) as error:
        first = str(error).splitlines()
        raise GuideError(f"{path.name} cannot be used: {' '.join(first[:3])}") from error
