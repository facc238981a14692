"""The parts of a move (whether, how long, what carries over, what to build): those asked for, and those stated."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from corpus.units import Unit

Part = Literal["can", "time", "carry", "build", "other"]
Stated = dict[Part, list[Unit]]

_ASKED: dict[Part, re.Pattern[str]] = {
    "time": re.compile(
        r"\b(how (?:long|quick\w*|soon|fast|far|many (?:months|years|weeks)|much (?:time|longer|quicker|faster|slower))"
        r"|when (?:could|can|would|will|might) (?:i|we|one|he|she|they|a|an)"
        r"|by when|(?:how many|number of|in|which) (?:months|years|weeks)|(?:take|need)s? (?:months|years)"
        r"|(?:within|under|less than|in|inside|enough) (?:a|one|half a|\d+) (?:year|months?)"
        r"|(?:year|months?) (?:enough|possible)|duration\w*|overnight|how big a"
        r"|time\s?(?:line|frame|scale|needed|required|span)?)\b"
        r"|(?:^|[?.,;:!]\s?)(?:months|years|weeks) (?:until|till|to|would|does|do|will)\b",
        re.I,
    ),
    "carry": re.compile(
        r"\b(carr(?:y|ies)|already|bring\w*|transferable|transfers?|advantages?|edge|head start|still use"
        r"|worth (?:gold|something|keeping|most)|of (?:any )?use|useful|assets?|attractive|anything special"
        r"|count(?:s|ed|ing)?\b(?! me| on)|valu(?:e[sd]?|able)"
        r"|others? (?:lack|don['’]?t have|do not have|miss)|what do i keep|take (?:with|along)"
        r"|(?:do|does|would|will|can) .{0,40}(?:give|help|keep)\b|strengths?|plus points?|benefits?|instant\w*"
        r"|(?:not|n['’]?t|without) .{0,12}relearn\w*|foundation|my base|starting from zero"
        r"|trust\w*|seriously|credib\w*|helps? me)\b",
        re.I,
    ),
    "build": re.compile(
        r"\b(learn\w*|study|put together|homework|reading list"
        r"|need\w*|lack\w*|missing|miss|gaps?|holes?|weak\w*|add|build up|develop|acquire|require\w*|to-?do|pick up"
        r"|close|prove|grow|strengthen\w*|improve|practi[sc]e|(?:to|must|should) show"
        r"|train (?:her|him|them|me|in|for)|prepar\w+|work on|catch up|brush up|shore up|skills"
        r"|must .{0,20}(?:have|know|do)|what (?:should|must|would) i (?:have to )?do|what else"
        r"|habits?|chang(?:e|es|ing) in|get used|adjust\w*|adapt\w*|rethink"
        r"|how (?:to|(?:do|can|could|would|should) (?:i|we|one|you|an?|people|somebody|someone))"
        r"|new (?:for|to) me|steps|first step|road ?map|plan|checklist)\b",
        re.I,
    ),
    "can": re.compile(
        r"^\W*(?:(?:so|and|but|ok|hey|hi)\W+)*(?:can|could|is it|would it|is there)\b"
        r"|(?<!when )(?<!how )(?<!what )\b(?:can|could|would) (?:i|an?|someone|he|she|they|our|my)\b"
        r"(?!.{0,24}\b(?:need|have to|already|bring|keep|lack)\b)"
        r"|\b(possible|realistic\w*|feasible|plausible|believable|hard|harder|difficult|easy|easier|likely|doable"
        r"|ever go|signing up|title|lateral\w*|career change|new career|odd|unusual|natural)\b",
        re.I,
    ),
}
_LONG_WAY = re.compile(r"\bhow far\b", re.I)
_OTHERS_LACK = re.compile(
    r"\b(?:others?|most|rivals|competitors) .{0,20}(?:lack|miss|don['’]?t have|do not have)\b", re.I
)
_CARRY = re.compile(
    r"\b(already|understand|bring to|transfers?|advantage\w*|credib\w*|authority|rare|fluency|in common|share[ds]?"
    r"|strong technical core)\b",
    re.I,
)
_BUILD = re.compile(
    r"\b(must|has to|have to|needs?|should|gap|lacks?|develop|learn|upskilling|strengthen|adding depth|muscles)\b", re.I
)
_CAN = re.compile(
    r"^(?:yes|no)\b|\b(?:can (?:become|transition|be made|move|switch)|natural transitions|often easier|career change"
    r"|faster than|demands significant|do move between)\b",
    re.I,
)
_LACKING = re.compile(r"\bneeds? enough\b", re.I)
_FIRMLY = re.compile(r"\b(gap|things to develop|skills an? \w+ has to build|muscles|must close|three areas)\b", re.I)
_OWN_OFFER = re.compile(r"\b(academy|pgp|cohort|perspective ai|playbook|\w+'s own)\b", re.I)
_OFFER_ASKED = re.compile(r"\b(course|program\w*|academy|bootcamp|training|school|class(?:es)?)\b", re.I)


def asked_parts(text: str) -> list[Part]:
    """The parts asked for, in the order in which they are asked; [] where the move as a whole is asked about."""
    found: list[tuple[int, Part]] = []
    for part, pattern in _ASKED.items():
        searched = _OTHERS_LACK.sub("", text) if part == "build" else text
        if match := pattern.search(searched):
            found.append((match.start(), part))
    if any(part == "carry" for _, part in found) and not _ASKED["build"].search(
        re.sub(r"\bskills\b", "", _OTHERS_LACK.sub("", text))
    ):
        found = [(at, part) for at, part in found if part != "build"]  # "which of my skills carry over?"
    if _LONG_WAY.search(text) and not any(part == "build" for _, part in found):
        found.append((len(text), "build"))
    return [part for _, part in sorted(found)]


def without_offers(units: Iterable[Unit], asked: str) -> list[Unit]:
    """Without what a publisher offers for sale, unless a course is asked for."""
    return [u for u in units if _OFFER_ASKED.search(asked) or not _OWN_OFFER.search(u.text)]


def stated_parts(units: Iterable[Unit]) -> Stated:
    """The statements of a move by part."""
    out: Stated = {"can": [], "time": [], "carry": [], "build": [], "other": []}
    for unit in units:
        out[part_of(unit)].append(unit)
    return out


def part_of(unit: Unit) -> Part:
    """The part of a move that a statement about it tells."""
    if any(q.unit == "month" for q in unit.numbers):
        return "time"
    if unit.kind != "item" and _CAN.search(unit.text):
        return "can"
    if (
        unit.kind != "item"
        and _CARRY.search(unit.text)
        and not (_FIRMLY.search(unit.text) or _LACKING.search(unit.text))
    ):
        return "carry"
    return "build" if unit.kind == "item" or _BUILD.search(unit.text) else "other"


def firmly(unit: Unit) -> bool:
    """Whether a statement names the gap itself."""
    return bool(_FIRMLY.search(unit.text))


def answers(unit: Unit) -> bool:
    """Whether it says that the move can be made."""
    return bool(re.search(r"^(?:yes|no)\b|\bcan (?:become|be made|transition)\b|\boften easier\b", unit.text, re.I))


def whole_time(unit: Unit) -> bool:
    """Whether it says how long the move takes, and not what its months include."""
    return bool(re.search(r"\b(timeline|takes|typically|means)\b", unit.text, re.I))
