"""A model's sentence keeps the run of what it cites, or it is not shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from agent.llm.strict import stricter
from corpus.load import read_article
from corpus.roles import Roles
from corpus.tokens import Tokenizer
from corpus.units import Unit, units_of

ROLES, TOKENIZER = Roles.shipped(), Tokenizer()
SAID = (
    "TAMs typically do not write production code.",
    "An FDE owns the outcome of a deployment and not only the build.",
    "In absolute numbers, MLOps has more open roles today than FDE, and much less competition.",
    "Many companies hire an ML engineer before a forward deployed engineer.",
    "A forward deployed engineer goes deep into one customer's systems.",
    "FDE comp typically runs 30–60% above TAM comp at equivalent levels.",
)


def units() -> Sequence[Unit]:
    """One for each of SAID."""
    text = "# Roles\n\n## Work\n\n" + "\n\n".join(SAID)
    return units_of(read_article(Path("roles.md"), text.encode(), "roles"), ROLES)


def verdict(text: str, number: int) -> str:
    return stricter(text, [units()[number]], ROLES, TOKENIZER)


@pytest.mark.parametrize(("text", "number"), [
    (SAID[0], 0), ("TAMs do not write production code.", 0), ("A TAM typically doesn't write production code.", 0),
    ("An FDE owns the outcome of a deployment.", 1), ("MLOps has more open roles today than FDE.", 2),
    ("FDE has fewer open roles than MLOps.", 2), ("Many companies hire an MLE before an FDE.", 3),
    ("An FDE goes deep into a customer's systems.", 4), ("At equivalent levels FDEs get 30–60% more than TAMs.", 5),
])  # fmt: skip
def test_what_keeps_to_the_words_holds(text: str, number: int) -> None:
    assert verdict(text, number) == "verified"


@pytest.mark.parametrize(("text", "number"), [
    ("TAMs typically do write production code.", 0), ("TAMs often write production code.", 0),
    ("An FDE owns the outcome of a deployment and only the build.", 1),
    ("In absolute numbers, MLOps has more open roles today, and much more competition.", 2),
    ("Few companies hire an ML engineer before a forward deployed engineer.", 3),
    ("Many companies hire an ML engineer after a forward deployed engineer.", 3),
    ("Many companies hire a forward deployed engineer before an ML engineer.", 3),
    ("A forward deployed engineer goes shallow into one customer's systems.", 4),
    ("A forward deployed engineer always goes deep into one customer's systems.", 4),
    ("systems deep one a forward deployed engineer into goes", 4), ("Systems customer one into deep goes.", 4),
    ("A forward deployed engineer goes deep goes deep.", 4), ("A forward deployed engineer goes into the", 4),
])  # fmt: skip
def test_what_does_not_fails(text: str, number: int) -> None:
    assert verdict(text, number) != "verified"
