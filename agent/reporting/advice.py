"""What a report advises, as it is read: the brief for a hire, the way there, and pay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from agent.exporting.blocks import Block, Heading, Items, Line, Paragraph, Part
from agent.reporting.lines import line, listed
from agent.reporting.pay import a as an

BRIEF = (  # titles for no hire, one and two
    ("Until then", "What to leave alone", "What to test"),
    ("What this hire must own", "What this hire must not be asked to do", "What the interview has to test"),
    ("What each must own", "What neither must be asked to do", "What the interviews have to test"),
)


def brief(told: Mapping[str, Any] | None) -> Iterator[Block]:
    if not told:
        return
    owns, not_owns, tests = BRIEF[min(told["hires"], 2)]
    yield from listed("The order", told["order"])
    yield from listed(owns, told["owns"])
    yield from listed(not_owns, told["not_owns"])
    yield from listed(tests, told["tests"])


def ways(told: Sequence[Mapping[str, Any]]) -> Iterator[Block]:
    for way in told:
        yield Heading(2, _title(way))
        if way["text"]:
            yield Paragraph((way["text"],))
        if way["months"]:
            yield Paragraph(("Time: ", *line(way["months"]), "."))
        yield from listed("What carries over", way["carries_over"], 3)
        yield from listed("What to build", way["build"], 3)
        yield from listed("Worth knowing", way["notes"], 3)
        if way["needs"]:
            yield Items(tuple(line(each) for each in way["needs"]))


def pay(told: Mapping[str, Any] | None) -> Iterator[Block]:
    if not told or not told["roles"]:
        return
    yield Heading(2, f"Pay {told['asked']}".strip())
    if any(role["lines"] for role in told["roles"]):
        yield Paragraph((
            "These are the articles' figures as they stand. They are not all of one kind, so compare only what has "
            "the same basis, level and country.",
        ))  # fmt: skip
    for role in told["roles"]:
        if role["lines"]:
            yield Heading(3, role["name"][:1].upper() + role["name"][1:])
            yield Items(tuple(_kind(each) for each in role["lines"]))
    missing = [role["none"] for role in told["roles"] if not role["lines"]]
    if missing:
        yield Paragraph((" ".join([*missing, told["kept"]]).strip(),))


def _kind(told: Mapping[str, Any]) -> Line:
    parts: list[Part] = [f"{told['text']}: "]
    for n, each in enumerate(told["figures"]):
        parts += ["; " if n else "", *line(each)]
    return (*parts, ".")


def _title(way: Mapping[str, Any]) -> str:
    if way["from"] and way["from"] != way["to"]:
        return f"From {way['from']} to {way['to']}"
    return f"What it takes to be {an(way['to'])}"
