"""Whether a reply says anything: vague answers, evasions, and how many words carry meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from agent.understanding.lists import any_of, anywhere, members

_BREATH = 12  # words of such an answer
_LEAD_IN = r"(?:(?:well|um|hm|hmm|honestly|really|i|i'd|say|oh|it|that|this|all|just|kind of) )*"


def weight(forms: Iterable[str]) -> int:
    """How many words of a text carry meaning of their own."""
    return sum(f not in members("manner", "fillers") for f in forms)


def sounds_vague(text: str) -> bool:
    return bool(anywhere("manner", "vague").search(text))


def withdrawn(text: str) -> bool:
    """Whether a short answer is taken back in the same breath ("Soon. Or not.")."""
    return text.count(" ") < _BREATH and bool(anywhere("manner", "withdrawn").search(text))


def only_vague(text: str) -> bool:
    """Nothing is left once fillers and vague phrases are gone."""
    left = anywhere("manner", "bland").sub(" ", anywhere("manner", "vague").sub(" ", text))
    return weight(left.split()) == 0 or bare_yes(text)


def measures(text: str) -> bool:
    """Whether "I wouldn't say that …" only softens what follows."""
    return bool(anywhere("manner", "measured").search(text))


def evades(text: str) -> bool:
    return bool(anywhere("manner", "evades").search(text))


def not_known(text: str) -> bool:
    """Whether it begins with what they do not know, and guesses at nothing."""
    said = _not_known().match(text)
    return said is not None and not anywhere("manner", "guesses").search(text, said.end())


def sits_on_the_fence(text: str) -> bool:
    """Whether a clause only says that there is no one answer, whatever other words it uses for it."""
    return bool(_fence().search(text))


def leads_up(text: str) -> bool:
    """Whether a clause only says that an answer comes now."""
    return bool(_opening().fullmatch(text))


def only_opens(text: str) -> bool:
    """Whether a clause only opens a reply ("All right.")."""
    return bool(_openers().fullmatch(text))


def bare_yes(text: str) -> bool:
    """Whether it is made of words of assent or denial alone."""
    return bool(_bare_yes().match(text))


@cache
def _opening() -> re.Pattern[str]:
    beside = rf"(?:{any_of('manner', 'opening_beside')} ?)*"
    return re.compile(rf"{beside}(?:{any_of('manner', 'opening')} ?{beside})+")


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('manner', 'openers')} ?)+")


@cache
def _bare_yes() -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_of('manner', 'bare_yes')} ?)+$")


@cache
def _not_known() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('manner', 'not_known_lead_in')} )*{any_of('manner', 'not_known')}")


@cache
def _fence() -> re.Pattern[str]:
    return re.compile(rf"^{_LEAD_IN}{any_of('manner', 'fence')}\b")
