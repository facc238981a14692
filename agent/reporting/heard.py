"""What was understood, what is open, changed or left out, and the sources, as they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from agent.acknowledge import lower
from agent.events import Report
from agent.exporting.blocks import Block, Heading, Items, Line, Paragraph, Said, Sources, Strong
from agent.reporting.lines import short

OPEN = (
    ("not_asked", "Not answered"),
    ("refused", "Skipped or not said"),
    ("unknown", "You don't know yet"),
    ("vague", "Left vague"),
)


def understood(parts: Mapping[str, Any]) -> Iterator[Block]:
    yield Heading(2, "What I understood")
    lines = tuple(_view(view) for view in parts["understood"] if view["understood"])
    yield Items(lines) if lines else Paragraph(("Nothing yet.",))
    if rest := (*_contradictions(parts), *_changes(parts), *_gaps(parts)):
        yield Heading(3, "Open, changed and left out")
        yield Items(rest)


def _view(view: Mapping[str, Any]) -> Line:
    quote = next((short(quote) for _, quote in view["evidence"] if quote.strip()), "")
    told = view["understood"]
    words: Line = (" (", Said(quote), ")") if quote and not told.startswith("said “") else ()
    return (Strong(view["name"]), f": you {told}", *words, ".")


def _contradictions(parts: Mapping[str, Any]) -> Iterator[Line]:
    for clash in parts["contradictions"]:
        kept = f". You stand by this: you {clash['kept']}."
        end = kept if clash["kept"] else ". Both stand, and each counts half."
        earlier, later = Said(short(clash["earlier"])), Said(short(clash["later"]))
        yield (f"On {lower(clash['topic'])} you said ", earlier, " and ", later, end)


def _changes(parts: Mapping[str, Any]) -> Iterator[Line]:
    for change in parts["changes"]:
        if change["before"]:
            before, after = Said(short(change["before"])), Said(short(change["after"]))
            end = "; all that hung on it was weighed again."
            yield ("You changed an answer from ", before, " to ", after, end)
        else:
            yield (f"You corrected {lower(change['topic'])}: you {change['after']}.",)


def _gaps(parts: Mapping[str, Any]) -> Iterator[Line]:
    for kind, words in OPEN:
        if names := parts["open"][kind]:
            yield (f"{words}: {', '.join(lower(name) for name in names)}.",)
    if parts["left_out"]:
        yield (
            f"You mentioned something personal ({', '.join(parts['left_out'])}). It was left out: "
            "nothing was asked about it, and it does not count.",
        )
    if parts["missing"]:
        yield (f"{parts['missing']} of the lines this report could draw on are not in your library.",)


def sources(report: Report) -> Iterator[Block]:
    if not report.citations:
        return
    yield Heading(2, "Sources")
    entries: list[tuple[int, Line]] = []
    for c in report.citations:
        where = f", “{c.section}”" if c.section else ""
        entries.append((c.marker, (f"{c.publisher or c.title}{where}: ", Said(c.quote.replace(" | ", " · ")))))
    yield Sources(tuple(entries))
    yield Heading(3, "About these articles")
    paid = _articles_of_pay(report)
    yield Items(tuple(
        (
            Strong(a["title"]),
            f", {a['publisher'] or 'publisher not stated'}, {a['date'] or 'undated'}. ",
            f"{a['basis'] if a['article'] in paid else ''} {a['interest']}".strip(),
        )
        for a in report.sections["sources"]
    ))  # fmt: skip


def _articles_of_pay(report: Report) -> set[str]:
    """Articles whose figures on pay are shown: what these measure matters then."""
    pay = report.sections["pay"] or {"roles": []}
    told = [figure for role in pay["roles"] for each in role["lines"] for figure in each["figures"]]
    markers = {marker for figure in told for marker in figure["markers"]}
    return {c.article for c in report.citations if c.marker in markers}
