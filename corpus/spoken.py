"""A question with every role by its short name, as the articles mostly write it: both sides of a comparison alike."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.facets import hinted
from corpus.roles import Roles

Place = tuple[str, int, int]


def places(text: str, roles: Roles) -> list[Place]:
    """(role, start, end) of each role that `text` names, or, where it names none, describes."""
    named = [(m.role, m.span.start, m.span.end) for m in roles.find(text)]
    return named or hinted(text)


def canonical(text: str, roles: Roles) -> str:
    return written(text, places(text, roles), roles)


def written(text: str, found: Sequence[Place], roles: Roles | None) -> str:
    """`text` with the places in `found` replaced by their roles' short names; left out without `roles`."""
    out, at = [], 0
    for role, start, end in found:
        if start >= at:
            out += [text[at:start], roles.short(role) if roles else " "]
            at = end
    return "".join([*out, text[at:]])
