"""Where a sentence begins to ask: by its mark, its first words, or a role that it names."""

from __future__ import annotations

import re
from functools import cache

from agent.understanding.clauses import Clause
from agent.understanding.lists import any_of, anywhere, at_start
from agent.understanding.stance import joined

SELF = re.compile(r"\b(?:i|me|my|mine|we|us|our|ours)\b")
_UNKNOWN = re.compile(r"\bi (?:\w+ )?(?:do not|don't) (?:\w+ )?know\b")  # "How much, I do not know."


def asks(text: str) -> bool:
    """Whether `text`, as words.phrase spells it, begins as a question does."""
    return _asks().match(text) is not None


def question_start(group: list[Clause]) -> int | None:
    """Index of the clause of a sentence from which on it asks us something; None when it does not."""
    whole = " ".join(joined(c.words) for c in group)
    marked = group[-1].asks
    if marked and (_rhetorical().search(whole) or _rhetorical().search(joined(group[-1].words))):
        return None
    if not marked and _UNKNOWN.search(whole):
        return None
    for i, clause in enumerate(group):
        text = joined(clause.words)
        aside = anywhere("asking", "aside").search(text)
        if at_start("asking", "about_self").match(text) and not marked:
            continue
        if not marked and _called().match(text):
            return i
        if asks(text) and (marked or aside or _bare_question(text)):
            return 0 if i == 1 and at_start("asking", "told").match(joined(group[0].words)) else i
        if aside and (marked or asks(text[aside.end() :].strip())):
            return i if text[aside.end() :].strip() or aside.start() else 0  # "…, by the way?" asks what goes before
    if marked and (first := _of_a_role(group)) is not None:
        return first
    if (
        marked
        and len(group) == 1
        and re.search(r"\b(?:you|your|salary|salaries|pay|paid|role|roles|job|difference|mean|earn)\b", whole)
    ):
        return 0
    return None


def _of_a_role(group: list[Clause]) -> int | None:
    """The clause from which a sentence asks something of a role by its name, and not of the person."""
    texts = [joined(c.words) for c in group]
    first = next((i for i, text in enumerate(texts) if anywhere("asking", "inquires").search(text)), 0)
    asked = " ".join(texts[first:]).replace("tell me", "tell")
    return first if anywhere("asking", "role_names").search(asked) and not SELF.search(asked) else None


def _bare_question(text: str) -> bool:
    """A question typed without its mark: it inverts or asks for a fact, and is not a relative clause."""
    return bool(_unmarked().match(text))


@cache
def _called() -> re.Pattern[str]:
    """A question without its mark, a word or two before it ("mate does an ai engineer still code")."""
    roles = any_of("asking", "role_names")
    return re.compile(
        rf"(?:(?!(?:i|we|you|they|he|she|it|that) )\S+ ){{0,2}}(?:does|do|can|will|would|should) "
        rf"(?:an? {roles}\b|(?:fdes|mles|tams|\S+ engineers|account managers)\b)"
    )


@cache
def _rhetorical() -> re.Pattern[str]:
    return re.compile(rf"^{any_of('asking', 'rhetorical')}$|\b{any_of('asking', 'rhetorical_end')}$")


@cache
def _asks() -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_of('asking', 'lead_in')} )*{any_of('asking', 'asks')}\b")


@cache
def _unmarked() -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_of('asking', 'unmarked_lead_in')} )*{any_of('asking', 'unmarked')}\b")
