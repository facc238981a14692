"""The ranking as it is read: why the first is first, what would change it, and how every score adds up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from agent.acknowledge import lower
from agent.events import Ranked, Reason, Report
from agent.exporting.blocks import Block, Grid, Heading, Items, Line, Paragraph, Part, Ref, Said, Strong
from agent.quote import telling
from agent.reporting.lines import short, shown, signed

BARE = 4  # words of a quote that may need its topic to be understood
FULL = 2  # recommendations whose reasons are written out; the others' are summed in one line each


def why(report: Report) -> Iterator[Block]:
    """The reasons of what leads, the person's words first."""
    leaders = [each for each in report.recommendation[:FULL] if each.score == report.recommendation[0].score]
    if any(each.reasons for each in leaders):
        yield Heading(2, "Why")
        yield Paragraph((report.sections["marks"],))
    for each in leaders:
        yield from _reasons(each, report.sections["topics"])


def what_would_change_it(report: Report) -> Iterator[Block]:
    second = report.sections["runner_up"]
    if not second:
        return
    yield Heading(2, "What would change it")
    yield Paragraph((second["text"],))
    if second["tips"]:
        yield Items(tuple((tip,) for tip in second["tips"]))
    else:
        yield Paragraph(("No one or two answers would put another one first.",))
    for each in report.recommendation[1:FULL]:
        if each.score != report.recommendation[0].score:
            yield from _reasons(each, report.sections["topics"])


def sums(report: Report) -> Iterator[Block]:
    """The table of all scores, and the sums that are not written out above."""
    if not report.recommendation:
        return
    yield Heading(2, "How the scores add up")
    yield Paragraph((report.sections["how"],))
    rows = tuple(((str(place),), (each.name,), (shown(each.score),)) for place, each in _places(report.recommendation))
    yield Grid(("Place", "Recommendation", "Points"), rows, (12, 68, 20))
    if len(report.recommendation) > FULL:
        names = report.sections["topics"]
        yield Items(tuple(_sum(each, names) for each in report.recommendation[FULL:]))


def _places(ranked: Sequence[Ranked]) -> Iterator[tuple[int, Ranked]]:
    """Equal scores share a place."""
    place = 0
    for n, each in enumerate(ranked, 1):
        if n == 1 or each.score != ranked[n - 2].score:
            place = n
        yield place, each


def _reasons(each: Ranked, names: Mapping[str, Any]) -> Iterator[Block]:
    """What speaks for it, then what speaks against it. Answers that count for the same reason share a line; one
    that says nothing by itself ("Nope") is told with what it was about."""
    if not each.reasons:
        return
    yield Heading(3, f"{each.name}: {shown(each.score)} points")
    if each.base:
        yield Paragraph((f"{each.base:+.1f} before anything was known.",))
    groups: dict[tuple[bool, str, int], list[Reason]] = {}
    for reason in each.reasons:
        groups.setdefault((reason.points > 0, reason.statement, reason.citation.marker), []).append(reason)
    points = {key: round(sum(r.points for r in those), 1) for key, those in groups.items()}
    order = sorted(groups, key=lambda key: (not key[0], -abs(points[key])))
    yield Items(tuple(_reason(points[key], groups[key], names) for key in order))


def _reason(points: float, those: Sequence[Reason], names: Mapping[str, Any]) -> Line:
    quoted = [r for r in those if r.quote.strip()]
    said: list[Part] = ["You set this yourself. "]
    if quoted:
        said = ["You said "]
        for n, reason in enumerate(quoted):
            bare = len(reason.quote.split()) <= BARE and not telling(reason.quote)
            about = f" on {lower(names[reason.topic])}" if bare else ""
            said += [" and " if n else "", Said(short(reason.quote)), f"{about} ({reason.message})"]
        said.append(". ")
    return (Strong(signed(points)), " ", *said, f"{those[0].statement} ", Ref(those[0].citation.marker))


def _sum(each: Ranked, names: Mapping[str, Any]) -> Line:
    line: list[Part] = [Strong(each.name), f": {each.base:.1f}" if each.base or not each.reasons else ": "]
    for n, reason in enumerate(each.reasons):
        gap = "" if n == 0 and not each.base else ", "
        line += [f"{gap}{signed(reason.points)} {lower(names[reason.topic])} ", Ref(reason.citation.marker)]
    if not each.reasons:
        return (*line, ", since nothing you said speaks for or against it.")
    return (*line, f", together {shown(each.score)}.")
