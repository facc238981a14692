"""What a question asks for, as data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from corpus.facets import Facets

Span = tuple[str, int, int]  # a role with where it is named or described
Kind = Literal["fact", "comparison", "advice", "transition", "list"]


@dataclass(frozen=True, slots=True)
class Question:
    """`text` stands alone (a follow-up is joined to what it follows); `asked` is what was typed. `others` are role
    names outside the known roles; `origin`/`goal` the two ends of a transition, "" where not named."""

    text: str
    asked: str
    bare: str  # the text without its role names
    roles: tuple[str, ...]
    others: tuple[str, ...]
    measures: tuple[str, ...]
    facets: Facets
    kind: Kind
    origin: str = ""
    goal: str = ""
    experience: float | None = None  # years
    years: tuple[int, ...] = ()
    yes_no: bool = False
    hinted: bool = False  # its roles are described, not named: a guide and no bound
    follows: bool = False
    beside: tuple[tuple[str, str], ...] = ()  # other moves (origin, goal) asked about in the same breath
    titled: tuple[str, ...] = ()  # the roles by which it names an article ("the FDE vs TAM guide")
    told: bool = False  # a situation is told in which wishes are heard: it is about the roles, in whatever words
    sourced: bool = False  # what the answer rests on is asked for, and not the answer again

    def leaning(self, **changes: Any) -> Question:
        """This with `changes` (fields), as one that leans on what was said before it: no move, and its roles named,
        unless they say so."""
        plain: dict[str, Any] = {"origin": "", "goal": "", "hinted": False, "follows": True}
        return replace(self, **(plain | changes))
