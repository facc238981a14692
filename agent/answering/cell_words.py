"""A table cell as a sentence that reads aloud: "A TAM's travel is variable; some TAM roles are mostly remote"."""

from __future__ import annotations

import re

_DOES = re.compile(r"^(?:writes|reads|owns|builds|works|deploys|drives)\b", re.I)
_TO_DO = re.compile(r"^(?:deploy|drive|build|keep|coordinate|turn|make)\b", re.I)
_HOW_OFTEN = re.compile(r"^(?:often|rarely|sometimes|never|always|seldom|yes|no)\b[^,;]*$", re.I)
_HOW_WELL = re.compile(
    r"^(?:required|rarely required|not required|optional|familiar|working knowledge|deep expertise|core skill|expert"
    r"|basic|conceptual|hands-on|applied|deep|indirect|a core skill)\b",
    re.I,
)
_NO_NOUN = re.compile(r"^(?:where|best|definition|what|who|how)\b|[:(/]", re.I)
_PLURAL = re.compile(r"(?:[^su]|[aeio]u)s$(?<!ops)", re.I)


def cell_sentence(role: str, row: str, column: str, text: str, source: str) -> str:
    """What the cell says of `role` ("an FDE"; "" where it names none) in its `row`, ending with its `source`.

    `row` and `text` come with their first word in the case that it has inside a sentence."""
    tail = f", according to {source}."
    said = text.rstrip(".")
    if not role:
        about = f"{row} ({column})" if column else row
        return f"{_capital(about)}: {said}{tail}"
    who = _capital(role)
    if " · " in row:
        return f"{who} at {row.split(' · ')[-1]}: {column}, {said}{tail}"
    if _HOW_WELL.match(said) or re.search(r"\b(?:skills|level)\b", column, re.I):
        return f"{_capital(row)} for {role}: {said}{tail}"
    if row.lower() == "where the role sits":
        return f"{who} sits in the {said}{tail}"
    if _DOES.match(said):
        return f"{who} {said}{tail}"
    if _HOW_OFTEN.match(said) or _NO_NOUN.search(row) or re.search(r"\d", row) or re.match(r"[~$₹€£]", said):
        return f"{who}, {row}: {said}{tail}"
    if _TO_DO.match(said):
        return f"{who}'s {row} is to {said}{tail}"
    head = re.split(r"\s(?:of|with|by|for|in)\s", row)[0]
    return f"{who}'s {row} {'are' if _PLURAL.search(head) else 'is'} {said}{tail}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
