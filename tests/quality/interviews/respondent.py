"""A respondent: what a simulated person says about each topic, and what a good interview would make of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, get_args

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

VARIANTS = ("a", "b", "c")
HERE = Path(__file__).parent
Split = Literal[
    "dev",
    "test",
    "fresh",
    "fresh2",
    "fresh3",
    "fresh4",
    "fresh5",
    "fresh6",
    "fresh7",
    "fresh8",
    "fresh9",
    "fresh10",
    "fresh11",
    "fresh12",
    "fresh13",
    "fresh14",
    "fresh15",
    "fresh16",
    "fresh17",
    "fresh18",
    "fresh19",
    "fresh20",
    "fresh21",
    "fresh22",
    "fresh23",
    "fresh24",
]
SPLITS: tuple[str, ...] = get_args(Split)
_SINCE = SPLITS.index("fresh23")
HELD = ("test", *SPLITS[_SINCE:])  # no examples of the reader's, and no weight is fitted on them


def _words(value: object) -> object:
    return [value] * len(VARIANTS) if isinstance(value, str) else value


Words = Annotated[
    tuple[str, str, str],
    BeforeValidator(_words),
    Field(description="the same reply, worded three times, or one string where there is one wording only"),
]
TOPICS = {
    "career": (
        "role",
        "coding",
        "customers",
        "travel",
        "breadth",
        "rhythm",
        "accountability",
        "income",
        "layer",
        "presenting",
        "research",
        "place-pay",
        "timeline",
        "goal",
        "constraints",
    ),
    "hiring": (
        "stage",
        "product",
        "stall",
        "bottleneck",
        "team",
        "accounts",
        "after-sale",
        "demos",
        "reliability",
        "budget",
        "timing",
        "success",
        "scope",
    ),
    "customer-discovery": (
        "problem",
        "workflow",
        "owner",
        "users",
        "data",
        "systems",
        "success",
        "why-now",
        "tried",
    ),
}


class RespondentError(Exception):
    """A respondent's file cannot be used; the message names it and what to mend."""


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Fact(_Data):
    """`stance` is a key of stances.yaml, None where only the words count. Its evidence must come
    from a message of theirs on the topic, or hold one of `words` (lower-case pieces)."""

    stance: str | None
    words: tuple[str, ...] = ()


def _fact(value: object) -> object:
    return {"stance": value[0], "words": value[1:]} if isinstance(value, list) else value


class Aside(_Data):
    """What the person says instead of an answer, or with `tail` after it, when `at` is first asked about.
    `topic` is what a change or an edit is about, `then` what they say if asked what they want instead. An edit
    replaces the text of the first reply on its topic, as the pencil beside a message does."""

    at: str
    kind: Literal["question", "why", "left", "summary", "change", "clarify", "off_topic", "back", "edit"]
    say: Words
    tail: bool = False
    topic: str = ""
    then: Words | None = None


class Contradiction(_Data):
    """`by`'s reply contradicts what was said on `topic`; `say` is the answer when that is put to them."""

    topic: str
    by: str
    say: Words


class Stop(_Data):
    """After `after` replies the person wants to end."""

    after: int = Field(ge=2)
    say: Words


class Respondent(_Data):
    id: str
    guide: str
    split: Split
    voice: str
    wordings: Literal[1, 3] = 3
    accepted: tuple[str, ...] = Field(min_length=1)
    wrong: tuple[str, ...] = ()
    replies: dict[str, Words]
    probes: dict[str, Words] = Field(default_factory=dict)
    again: dict[str, Words] = Field(default_factory=dict)
    facts: dict[str, Annotated[Fact, BeforeValidator(_fact)]] = Field(default_factory=dict)
    volunteered: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    vague: tuple[str, ...] = ()
    dodged: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    asides: tuple[Aside, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    private: tuple[str, ...] = ()
    told: tuple[str, ...] = ()  # patterns that the report must contain
    stop: Stop | None = None
    anything: Words = ("No, that's all.", "Nothing else.", "No, nothing more.")
    confirm: Words = ("Yes, that's right.", "Yes.", "Yes, correct.")
    more: tuple[str, ...] = ("I don't have more to say on that.", "That's about it.", "As I said.")

    @property
    def variants(self) -> tuple[str, ...]:
        return VARIANTS[: self.wordings]

    @property
    def given(self) -> frozenset[str]:
        """Topics that another topic's reply settles."""
        return frozenset(topic for topics in self.volunteered.values() for topic in topics)

    @model_validator(mode="after")
    def _names_resolve(self) -> Respondent:
        known = set(self.replies)
        named = {
            *self.probes,
            *self.again,
            *self.facts,
            *self.volunteered,
            *self.given,
            *self.vague,
            *self.dodged,
            *self.refused,
            *self.unknown,
            *(a.at for a in self.asides),
            *(c.topic for c in self.contradictions),
        }
        if named - known:
            raise ValueError(f"no reply about {sorted(named - known)}")
        if missing := set(TOPICS.get(self.guide, ())) - known:
            raise ValueError(f"no reply about {sorted(missing)}")
        if lost := (set(self.vague) - set(self.probes)) | (set(self.dodged) - set(self.again)):
            raise ValueError(f"vague needs a probes entry and dodged an again entry: {sorted(lost)}")
        return self


def load(folder: Path = HERE / "respondents", *, held: bool = True) -> list[Respondent]:
    """All respondents, by id, without `held` but for those held back; RespondentError names the file that does not
    hold."""
    people: list[Respondent] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            person = Respondent.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
        except (yaml.YAMLError, ValidationError) as error:
            raise RespondentError(f"{path.name} cannot be used: {error}") from error
        if person.id != path.stem:
            raise RespondentError(f"{path.name} holds the respondent {person.id}; give both one name.")
        people.append(person)
    return people if held else [p for p in people if p.split not in HELD]


def stances(path: Path = HERE / "stances.yaml") -> dict[str, dict[str, dict[str, list[str]]]]:
    """guide -> topic -> stance -> option ids that count as having understood it."""
    loaded: dict[str, dict[str, dict[str, list[str]]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded
