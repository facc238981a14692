"""Interview guides: data files of `prompts/guides`, validated on loading. They say what to find out and how to ask."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, RootModel, ValidationError, model_validator

ProbeKind = Literal["example", "contrast", "reason", "quantity", "consequence"]
Slot = Literal["money", "place", "years", "months", "count", "role", "level", "date"]


# Beside the guides: a folder each, and in it a file a topic. What more people say, and what simulated people replied.
SAID, HEARD = "said", "heard"
_BESIDE, _VAGUE = "beside", "vague"
# The C loader is ten times as fast; both are safe.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
T = TypeVar("T", bound=BaseModel)


class GuideError(Exception):
    """A guide or criteria file cannot be used; the message names the file and what to mend."""


class Data(BaseModel):
    """A part of a data file: no field that is not known, and none that changes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Band(Data):
    """A number that means an option: `low` <= number < `high`, in `unit`. `share` is percent of one's time,
    `days` are days a month, `months` from today."""

    unit: Literal["share", "days", "months", "years", "count"]
    low: float = 0
    high: float = 1e9


class Option(Data):
    """One stance a person can take on a topic. `label` is a quick reply in the first person;
    `summary` completes "You …" in the report; `examples` are phrases that mean it, for similarity;
    `cues` are words or phrases that alone are enough to recognise it: `*` ends a stem, `a|b` is either word,
    `...` stands for up to four words. `replies` are short answers that mean it only while its topic is pending.
    `pole` says how much of the topic's thing (its `terms`) the option stands for, so that "I love …" and
    "I can't stand …" are understood without a cue. `opposite` is the option that denying this one means;
    `apart` are more options that it cannot hold together with; `all_of` those that together amount to this one.
    `elsewhere` are cues that mean it in a reply to any other question as well ("nobody has paid", asked about demos).
    `said` is more of what people say for it (SAID, HEARD)."""

    id: str
    label: str
    summary: str
    examples: tuple[str, ...] = Field(min_length=3)
    said: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()
    bands: tuple[Band, ...] = ()
    pole: Literal["much", "some", "little"] | None = None
    middle: bool = False  # between the others: a few words that say only this are followed up
    opposite: str | None = None
    apart: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()


class Probe(Data):
    """A follow-up. `about` names the options it is for; empty means: for a vague answer."""

    kind: ProbeKind
    text: str
    about: tuple[str, ...] = ()


class Topic(Data):
    """`aim` completes "I ask because …". `open` topics are settled by any substantive answer, with or
    without an option recognised. `after` names topics to be asked before; `priority` 1 (last) to 5 (first).
    A `wish` topic is about what a person wants: before it is asked, rules take only words that say so for it.
    An `ahead` topic is about what is to come, a hire or a result: its answers settle nothing about what is, and
    before it is asked, rules take only words that say what is sought for it.
    `beside` are replies that use the question's words and take no side, `vague` those from which none can be told."""

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
    vague: tuple[str, ...] = ()

    def option(self, id: str) -> Option:
        return next(o for o in self.options if o.id == id)

    def apart(self, a: str, b: str) -> bool:
        """Whether the guide says of two options that they cannot hold together."""
        one, other = self.option(a), self.option(b)
        return a in (other.opposite, *other.apart) or b in (one.opposite, *one.apart)


class Guide(Data):
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
            for option in topic.options:
                if missing := set(option.apart) - options:
                    raise ValueError(f"topic {topic.id}: {option.id} names unknown options {sorted(missing)}")
            for probe in topic.probes:
                if missing := set(probe.about) - options:
                    raise ValueError(f"topic {topic.id}: a probe names unknown options {sorted(missing)}")
        return self


def load_guide(path: Path, *, heard: bool = True) -> Guide:
    """The guide in `path` with what people say of its topics, in the folders SAID and HEARD beside it, if anything;
    GuideError with the file and field when any does not hold. Without `heard` the simulated people's replies are left
    out: by them it is fitted how much the rest counts."""
    guide = load(path, Guide)
    for folder in (SAID, HEARD) if heard else (SAID,):
        said = _said_of(guide, path.parent / folder / path.stem)
        guide = guide.model_copy(update={"topics": tuple(_enriched(t, said.get(t.id, {})) for t in guide.topics)})
    return guide


def _said_of(guide: Guide, folder: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    """Topic -> option, `beside` or `vague` -> sentences."""
    said = {file.stem: load(file, _Said).root for file in sorted(folder.glob("*.yaml"))}
    known = {t.id: {_BESIDE, _VAGUE, *(o.id for o in t.options)} for t in guide.topics}
    for id, sides in said.items():
        if wrong := set(sides) - known.get(id, set()):
            file = f"{folder.parent.name}/{folder.name}/{id}.yaml"
            raise GuideError(f"{file}: guide {guide.id} has no {id}/{sorted(wrong)[0]}")
    return said


class _Said(RootModel[dict[str, tuple[str, ...]]]):
    """Option, `beside` or `vague` -> sentences."""


def _enriched(topic: Topic, said: dict[str, tuple[str, ...]]) -> Topic:
    options = tuple(o.model_copy(update={"said": (*o.said, *said.get(o.id, ()))}) for o in topic.options)
    beside, vague = (*topic.beside, *said.get(_BESIDE, ())), (*topic.vague, *said.get(_VAGUE, ()))
    return topic.model_copy(update={"options": options, "beside": beside, "vague": vague})


def load(path: Path, model: type[T]) -> T:
    """The file as `model`; GuideError where it is missing or does not hold."""
    try:
        return model.model_validate(yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER))
    except FileNotFoundError:
        raise GuideError(f"There is no file {path.name} in {path.parent.name}.") from None
    except (yaml.YAMLError, ValidationError) as error:
        first = str(error).splitlines()
        raise GuideError(f"{path.name} cannot be used: {' '.join(first[:3])}") from error
