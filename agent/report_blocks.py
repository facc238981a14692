"""A report's sections -> the document that people read. Words only: every fact comes from the sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from agent.acknowledge import lower
from agent.blocks import Block, Grid, Heading, Items, Line, Paragraph, Part, Ref, Said, Sources, Strong
from agent.events import Ranked, Reason, Report
from agent.report_pay import a as an
from agent.report_verdict import shown

FULL = 2  # recommendations whose reasons are written out; the others' are summed in one line each
BRIEF = (  # titles for no hire, one and two
    ("Until then", "What to leave alone", "What to test"),
    ("What this hire must own", "What this hire must not be asked to do", "What the interview has to test"),
    ("What each must own", "What neither must be asked to do", "What the interviews have to test"),
)
LONG = 180  # characters of a quote before it is shortened for reading


def document(report: Report) -> tuple[Block, ...]:
    """The whole report, in reading order."""
    parts = report.sections
    return (
        Heading(1, parts["title"]),
        *_verdict(parts),
        *_ranking(report),
        *_runner_up(parts),
        *_brief(parts["brief"]),
        *_ways(parts["ways"]),
        *_pay(parts["pay"]),
        *_told("Next steps", parts["next_steps"]),
        *_understood(parts),
        *_sums(report),
        *_sources(report),
    )


def _verdict(parts: Mapping[str, Any]) -> Iterator[Block]:
    first = parts["verdict"]
    line: list[Part] = [Strong(first["headline"])]
    for told in first["lines"]:
        line += [" ", *_line(told)]
    yield Paragraph(tuple(line))
    if parts["early"] and first["level"] != "none":
        yield Paragraph(("You ended the interview early, so this rests on what you had said by then.",))
    if parts["approved"]:
        yield Paragraph(("You read this report and approved it.",))
    yield from _told("Before you go on", parts["warnings"])


def _ranking(report: Report) -> Iterator[Block]:
    if not report.recommendation:
        return
    yield Heading(2, "The ranking")
    yield Paragraph((report.sections["how"],))
    rows = tuple(
        ((str(place),), (each.name,), (shown(each.score),)) for place, each in _places(report.recommendation)
    )
    yield Grid(("Place", "Recommendation", "Points"), rows, (12, 68, 20))
    for each in report.recommendation[:FULL]:
        if each.reasons:
            yield Heading(3, f"{each.name}: {shown(each.score)} points")
            if each.base:
                yield Paragraph((f"{each.base:+.1f} before anything was known.",))
            yield Items(tuple(_reason(reason) for reason in each.reasons))


def _places(ranked: tuple[Ranked, ...]) -> Iterator[tuple[int, Ranked]]:
    """Equal scores share a place."""
    place = 0
    for n, each in enumerate(ranked, 1):
        if n == 1 or each.score != ranked[n - 2].score:
            place = n
        yield place, each


def _reason(reason: Reason) -> Line:
    said: Line = (
        ("You said ", Said(short(reason.quote)), f" ({reason.message}). ")
        if reason.quote.strip()
        else ("You set this yourself. ",)
    )
    return (Strong(_signed(reason.points)), " ", *said, f"{reason.statement} ", Ref(reason.citation.marker))


def _runner_up(parts: Mapping[str, Any]) -> Iterator[Block]:
    second = parts["runner_up"]
    if not second:
        return
    yield Heading(2, "What would change it")
    yield Paragraph((second["text"],))
    if second["tips"]:
        yield Items(tuple((tip,) for tip in second["tips"]))
    else:
        yield Paragraph(("No one or two answers would put another one first.",))


def _brief(brief: Mapping[str, Any] | None) -> Iterator[Block]:
    if not brief:
        return
    owns, not_owns, tests = BRIEF[min(brief["hires"], 2)]
    yield from _told("The order", brief["order"])
    yield from _told(owns, brief["owns"])
    yield from _told(not_owns, brief["not_owns"])
    yield from _told(tests, brief["tests"])


def _ways(ways: list[Mapping[str, Any]]) -> Iterator[Block]:
    for way in ways:
        yield Heading(2, _title(way))
        if way["text"]:
            yield Paragraph((way["text"],))
        if way["months"]:
            yield Paragraph(("Time: ", *_line(way["months"]), "."))
        for title, key in (
            ("What carries over", "carries_over"),
            ("What to build", "build"),
            ("Worth knowing", "notes"),
        ):
            if way[key]:
                yield Heading(3, title)
                yield Items(tuple(_line(told) for told in way[key]))
        if way["needs"]:
            yield Items(tuple(_line(told) for told in way["needs"]))


def _pay(pay: Mapping[str, Any] | None) -> Iterator[Block]:
    if not pay or not pay["roles"]:
        return
    yield Heading(2, f"Pay {pay['asked']}".strip())
    yield Paragraph(
        (
            "These are the articles' figures as they stand. They are not all of one kind, so compare only "
            "what has the same basis, level and country.",
        )
    )
    for role in pay["roles"]:
        yield Heading(3, role["name"][:1].upper() + role["name"][1:])
        yield (
            Items(tuple(_kind(line) for line in role["lines"]))
            if role["lines"]
            else Paragraph((role["none"],))
        )


def _kind(line: Mapping[str, Any]) -> Line:
    parts: list[Part] = [f"{line['text']}: "]
    for n, told in enumerate(line["figures"]):
        parts += ["; " if n else "", *_line(told)]
    return (*parts, ".")


def _told(title: str, lines: list[Mapping[str, Any]]) -> Iterator[Block]:
    if lines:
        yield Heading(2, title)
        yield Items(tuple(_line(told) for told in lines))


def _understood(parts: Mapping[str, Any]) -> Iterator[Block]:
    yield Heading(2, "What I understood")
    known = [view for view in parts["understood"] if view["understood"]]
    lines: list[Line] = []
    for view in known:
        said = [
            part for _, quote in view["evidence"][:2] if quote.strip() for part in (", ", Said(short(quote)))
        ]
        words: tuple[Part, ...] = (" (", *said[1:], ")") if said else ()
        lines.append((Strong(view["name"]), f": you {view['understood']}", *words, "."))
    yield Items(tuple(lines)) if lines else Paragraph(("Nothing yet.",))
    yield from _gaps(parts)


def _gaps(parts: Mapping[str, Any]) -> Iterator[Block]:
    lines: list[Line] = []
    for clash in parts["contradictions"]:
        end = (
            f". You stand by this: you {clash['kept']}."
            if clash["kept"]
            else ". Both stand, and each counts half."
        )
        lines.append(
            (
                f"On {lower(clash['topic'])} you said ",
                Said(short(clash["earlier"])),
                " and ",
                Said(short(clash["later"])),
                end,
            )
        )
    for change in parts["changes"]:
        lines.append(
            (
                "You changed an answer from ",
                Said(short(change["before"])),
                " to ",
                Said(short(change["after"])),
                "; all that hung on it was weighed again.",
            )
            if change["before"]
            else (f"You corrected {lower(change['topic'])}: you {change['after']}.",)
        )
    gaps = parts["open"]
    for kind, words in (
        ("not_asked", "Not answered"),
        ("refused", "Skipped or not said"),
        ("unknown", "You don't know yet"),
        ("vague", "Left vague"),
    ):
        if gaps[kind]:
            lines.append((f"{words}: {', '.join(lower(name) for name in gaps[kind])}.",))
    if parts["left_out"]:
        lines.append(
            (
                f"You mentioned something personal ({', '.join(parts['left_out'])}). It was left out: "
                "nothing was asked about it, and it does not count.",
            )
        )
    if parts["missing"]:
        lines.append((f"{parts['missing']} of the lines this report could draw on are not in your library.",))
    if lines:
        yield Heading(3, "Open, changed and left out")
        yield Items(tuple(lines))


def _sums(report: Report) -> Iterator[Block]:
    if len(report.recommendation) <= FULL:
        return
    yield Heading(2, "How the other scores add up")
    names = report.sections["topics"]
    lines: list[Line] = []
    for each in report.recommendation[FULL:]:
        line: list[Part] = [
            Strong(each.name),
            f": {each.base:.1f}" if each.base or not each.reasons else ": ",
        ]
        for n, reason in enumerate(each.reasons):
            line += [
                ("" if n == 0 and not each.base else ", ")
                + f"{_signed(reason.points)} {lower(names[reason.topic])} ",
                Ref(reason.citation.marker),
            ]
        lines.append(
            (
                *line,
                f", together {shown(each.score)}."
                if each.reasons
                else ", since nothing you said speaks for or against it.",
            )
        )
    yield Items(tuple(lines))


def _sources(report: Report) -> Iterator[Block]:
    if not report.citations:
        return
    yield Heading(2, "Sources")
    articles = {source["article"]: source for source in report.sections["sources"]}
    yield Sources(
        tuple(
            (
                c.marker,
                (
                    f"{c.publisher or c.title}, “{c.section}”: "
                    if c.section
                    else f"{c.publisher or c.title}: ",
                    Said(c.quote.replace(" | ", " · ")),
                ),
            )
            for c in report.citations
        )
    )
    yield Heading(3, "About these articles")
    yield Items(
        tuple(
            (
                Strong(a["title"]),
                f", {a['publisher'] or 'publisher not stated'}, {a['date'] or 'undated'}. ",
                f"{a['basis']} {a['interest']}",
            )
            for a in articles.values()
        )
    )


def _line(told: Mapping[str, Any]) -> Line:
    marks = [part for marker in told["markers"] for part in (" ", Ref(marker))]
    ours: Line = (" (fieldnote's own suggestion)",) if told["ours"] else ()
    return (told["text"], *marks, *ours)


def _title(way: Mapping[str, Any]) -> str:
    if way["from"] and way["from"] != way["to"]:
        return f"From {way['from']} to {way['to']}"
    return f"What it takes to be {an(way['to'])}"


def _signed(points: float) -> str:
    return f"{points:+.1f}".replace("-", "−")


def short(quote: str) -> str:
    """`quote` for reading: whole up to LONG characters, else cut at a space with an ellipsis."""
    if len(quote) <= LONG:
        return quote
    return quote[:LONG].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"
