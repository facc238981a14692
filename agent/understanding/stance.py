"""How something is said: affirmed, denied, liked, disliked, hedged, conditional, reported, past."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.reading import Manner
from agent.understanding.lists import any_of, anywhere, at_start
from agent.understanding.words import Word

_GRAMMATICAL = re.compile(r"\b(?:not|never|no|nor|neither|without|nobody|\w+n't)\b")
_FRESH = re.compile(
    r"\band (?=(?:write|do|work|build|code|be|go|get|have|spend|see|talk|start|focus|stay|use|make|learn|train|lead"
    r"|run)\b)"
)


def _said(name: str) -> re.Pattern[str]:
    return anywhere("stance", name)


@dataclass(frozen=True, slots=True)
class Stance:
    """`strength` 1 plain, 0.5 hedged or conditional, 0 someone else's view."""

    strength: float
    manner: Manner


@dataclass(frozen=True, slots=True)
class Feeling:
    """What a clause says of the thing it mentions: `pole` much, some, little, or "" when it says nothing.
    `wish`: it says what the person wants at all."""

    pole: str
    wish: bool


def joined(part: Sequence[Word]) -> str:
    return " ".join(w.text for w in part)


def affirmed(text: str) -> bool:
    """Whether a denial in it affirms ("I can't live without it", "I'd go mad without it")."""
    if re.search(r"\bwithout\b", text) and _said("suffers").search(text):
        return True
    return bool(
        re.search(
            r"\b(?:can't|couldn't|wouldn't|never|don't want to|not|won't) (?:\w+ ){0,7}?(?:live without"
            r"|work without|be without|do without|get enough|give (?:it|that|them|this) up|give up|miss"
            r"|tired|bored|stop|lose)\b",
            text,
        )
    )


def stance(text: str) -> Stance:
    """The stance of a clause, apart from what it denies. `text` is words joined by spaces."""
    if _said("others_say").search(text) and not _said("own_view").search(text):
        return Stance(0.0, "reported")
    if _said("conditions").search(text) and not _said("idle_conditions").search(text):
        return Stance(0.5, "conditional")
    if _said("hedges").search(text):
        return Stance(0.5, "hedged")
    return Stance(1.0, "stated")


def hedges(text: str) -> bool:
    return bool(_said("hedges").search(text))


def conceded(text: str) -> bool:
    """Whether a clause only puts something aside before its point."""
    return bool(at_start("stance", "concedes").match(text))


def denies(text: str) -> bool:
    """Whether it holds a denial that no other takes back."""
    return denied(text, "")


def negates(text: str) -> bool:
    """Whether it holds a grammatical negation, affirming ones left out."""
    return bool(_GRAMMATICAL.search(_said("affirms").sub(" ", text)))


def no_longer(text: str) -> bool:
    return bool(_said("no_longer").search(text))


def absent(after: str) -> bool:
    """Whether `after`, which follows the name of a trouble, says that it is not there."""
    found = _said("absent").search(after)
    return bool(found and found.start() <= 12)


def runs_well(after: str) -> bool:
    found = _said("runs_well").search(after)
    return bool(found and found.start() <= 12)


def former(text: str) -> bool:
    """Whether it tells what was so before what is so now ("before that I was a developer")."""
    return bool(at_start("stance", "former").match(text))


def past(text: str) -> bool:
    return bool(_said("past").search(text))


def experience(text: str) -> bool:
    """Whether it tells what somebody has done."""
    return bool(
        re.search(
            r"\bi(?:'ve| have) (?:\w+ )?(?:delivered|built|done|worked|seen|tried|trained|had|shipped|run)\b", text
        )
    )


def present(text: str) -> bool:
    return bool(_said("present").search(text))


def denied(before: str, after: str, inside: str = "") -> bool:
    """Whether what stands between `before` and `after` (the rest of the clause) is denied.
    Two denials affirm ("I don't hate …")."""
    behind = _said("denies_before").search(_said("affirms").sub(" ", after)) and not _said("denies").search(inside)
    return (_denials(before) % 2 == 1) != bool(behind)


def _denials(before: str) -> int:
    """How many denials reach forward from `before`."""
    head = _said("affirms").sub(" ", f"{before} ")
    head = re.split(r"\b(?:(?<!anything )but|because|only)\b", head)[-1]
    head = re.sub(r"\b(?:not|neither|no|never|\w+n't)\b(.*)\bnor\b", r"not \1", head)  # "not … nor …" is one denial
    fresh = _FRESH.split(head)
    if len(fresh) > 1 and not _GRAMMATICAL.search(" ".join(fresh[:-1])):
        head = fresh[-1]
    last = re.split(r"\b(?:and|or)\b", head)[-1]
    head = last if _said("denies").search(last) else head  # "not … and not …" denies twice, two things
    if _said("mild").search(before) and not _said("denies").search(_said("mild").sub(" ", head)):
        return 0
    return len(_said("denies").findall(head))


def felt(text: str) -> bool:
    """Whether it tells a liking, a dislike or a wish at all."""
    return bool(_said("likes").search(text) or _said("felt").search(text))


def felt_nearby(before: str, after: str) -> bool:
    """Whether a word of liking or disliking stands close enough to what lies between to be about it."""
    return bool(
        _said("felt").search(" ".join(before.split()[-6:]))
        or _said("wishes").match(before)
        or _said("denies_before").search(" ".join(after.split()[:5]))
    )


def feeling(text: str, before: str, after: str) -> Feeling:
    """What the clause feels about something it mentions between `before` and `after`."""
    around = f"{before} {after}"
    if affirmed(text):
        return Feeling("much", True)
    mild = bool(_said("mild").search(around))
    negative = denied(before, after)
    likes = bool(_said("likes").search(around))
    wish = (
        likes
        or negative
        or mild
        or bool(re.search(r"\b(?:i'd|would|please|need|looking for|willing|ready|open to|must)\b", text))
    )
    if negative:
        part = re.search(rf"(?:\bnot|\bnever|n't)\b(?: \S+){{0,6}}? {any_of('stance', 'whole_of_it')}\b", text)
        return Feeling("some" if part else "little", True)
    if not likes and not mild and _denials(before) >= 2:
        softened = _said("attitudes").search(text) and not _said("contrary").search(text)
        return Feeling("some" if softened else "much", True)
    if mild:
        return Feeling("some", True)
    if _said("little").search(around):
        return Feeling("little", wish)
    if _said("much").search(around) or likes:
        return Feeling("much", wish)
    return Feeling("", wish)
