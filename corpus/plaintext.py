"""Plain text, or a web page's text, -> Markdown: headings, lists and tables that lost their marks get them
back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Literal

from corpus import boilerplate, flat_tables
from corpus.blocks import front_matter
from corpus.plain import plain
from corpus.roles import Roles

_BULLET = re.compile(r"(\s*)(?:[•◦▪‣●○■□➢✓✔]|[-*–—·](?=\s)|(\d{1,3})[.)](?=\s))\s*(?=\S)")
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULE_ROW = re.compile(r"\s*\|?\s*:?-{2,}[-:|\s]*$")
WIDEST = 200  # characters of a line that a page's width broke; longer lines are whole paragraphs
_FAQ = re.compile(r"frequently asked questions|faqs?\b|q ?& ?a\b|questions and answers", re.I)


@dataclass(frozen=True, slots=True)
class _Unit:
    kind: Literal["heading", "prose", "item", "table", "lead"]
    text: str
    indent: int = 0
    level: int = 2
    alone: bool = True  # between blank lines, as a heading mostly is
    number: str = ""


def to_markdown(text: str, roles: Roles) -> tuple[str, dict[str, Any]]:
    """(Markdown, what the text tells of itself: title, author, date). Text that is Markdown already keeps its
    marks and loses only what stands around the article."""
    _, body = front_matter(text)
    lines, told = boilerplate.strip(text[body:].split("\n"))
    free = flat_tables.free_words(text)
    if is_markdown(text[body:]):
        return text[:body] + _tidied(lines, free, roles), told
    units = _without_repeats(list(_units(lines, free, roles)))
    title = next((unit.text for unit in units[:1] if unit.kind == "prose" and _short(unit.text)), "")
    if title:
        told["title"] = title
        units = units[1:]
    units = _with_headings(units)
    parts = [f"# {title}"] if title else []
    return text[:body] + "\n\n".join([*parts, *_written(units)]) + "\n", told


def is_markdown(text: str) -> bool:
    """Two headings with number signs, or one and other marks."""
    headings = len(re.findall(r"^#{1,6} \S", text, re.M))
    others = len(re.findall(r"^```|\*\*\S|\]\(\S", text, re.M))
    return headings >= 2 or (headings == 1 and others > 0) or others >= 4


def _tidied(lines: list[str], free: frozenset[str], roles: Roles) -> str:
    """Markdown without the repeated title above its first heading, its flattened tables put back."""
    first = next((n for n, line in enumerate(lines) if re.match(r"# \S", line)), 0)
    title = plain(lines[first]) if lines else ""
    kept = [line for line in lines[:first] if not (title and line.strip().startswith(title))]
    out = []
    for line in [*kept, *lines[first:]]:
        grid = flat_tables.one_line(line.strip(), free, roles)
        # "**$210,000****22% higher**": two bold runs that lost what stood between them
        line = re.sub(r"(?<=\S)\*{4}(?=\S)", "** **", line)
        out.append(f"\n{flat_tables.as_markdown(grid)}\n" if grid else line)
    return "\n".join(out)


def _units(lines: list[str], free: frozenset[str], roles: Roles) -> Iterator[_Unit]:
    blocks = [list(group) for filled, group in groupby(lines, key=lambda line: bool(line.strip())) if filled]
    for block in blocks:
        yield from _block(block, free, roles)


def _block(block: list[str], free: frozenset[str], roles: Roles) -> Iterator[_Unit]:
    """One run of lines without a blank one between."""
    if len(block) >= 3:
        for skip in (0, 1):  # a caption may stand above the table
            stacked = flat_tables.stacked(block[skip:], roles)
            found = (stacked, []) if stacked else flat_tables.loose(block[skip:], roles)
            if found:
                yield from (_Unit("lead", line.strip()) for line in block[:skip])
                yield _Unit("table", flat_tables.as_markdown(found[0]))
                yield from (_Unit("item", line) for line in found[1])
                return
    if len(block) >= 2 and not any(_BULLET.match(line) for line in block):
        grid = flat_tables.spaced(block)
        if grid:
            yield _Unit("table", flat_tables.as_markdown(grid))
            return
    lines = _unwrapped(block)
    for is_table, group in groupby(lines, key=lambda line: bool(_TABLE_ROW.match(line))):
        part = list(group)
        if is_table:
            yield _Unit("table", _pipes(part))
        else:
            yield from (_line(line, free, roles, len(lines) == 1) for line in part)


def _line(line: str, free: frozenset[str], roles: Roles, alone: bool) -> _Unit:
    bullet = _BULLET.match(line)
    if bullet:
        return _Unit("item", line[bullet.end() :].strip(), len(bullet.group(1)), number=bullet.group(2) or "")
    grid = flat_tables.one_line(line.strip(), free, roles)
    if grid:
        return _Unit("table", flat_tables.as_markdown(grid))
    return _Unit("prose", line.strip(), _indent(line), alone=alone)


def _pipes(lines: list[str]) -> str:
    lines = [line.strip() for line in lines]
    if len(lines) < 2 or not _RULE_ROW.match(lines[1]):
        lines.insert(1, "|" + "---|" * max(1, lines[0].count("|") - 1))
    return "\n".join(lines)


def _unwrapped(block: Sequence[str]) -> list[str]:
    """The block's lines, those put together that an editor or a page's edge broke: a line nearly as long
    as the longest, in the middle of a sentence, goes on in the next."""
    longest = max(len(line.strip()) for line in block)
    if not 30 <= longest <= WIDEST:
        return list(block)
    out: list[str] = []
    goes_on = False
    for line in block:
        starts = _BULLET.match(line) or _TABLE_ROW.match(line)
        out[-1:] = [f"{out[-1].rstrip()} {line.strip()}"] if goes_on and not starts else [*out[-1:], line]
        broken = line.rstrip()[-1] not in ".!?:;" and not _TABLE_ROW.match(line)
        goes_on = broken and len(line.strip()) >= 0.6 * longest
    return out


def _without_repeats(units: list[_Unit]) -> list[_Unit]:
    """A page often has its title three times at the top."""
    seen: set[str] = set()
    kept = []
    for number, unit in enumerate(units):
        if number < 12 and unit.kind == "prose" and _short(unit.text):
            if unit.text.lower() in seen:
                continue
            seen.add(unit.text.lower())
        kept.append(unit)
    return kept


def _with_headings(units: list[_Unit]) -> list[_Unit]:
    out: list[_Unit] = []
    in_questions = False
    for number, unit in enumerate(units):
        following = units[number + 1] if number + 1 < len(units) else None
        made = _heading(unit, following, in_questions, out[-1] if out else None)
        if made.kind == "heading" and made.level == 2:
            in_questions = bool(_FAQ.search(made.text))
        out.append(made)
    return out


def _heading(unit: _Unit, following: _Unit | None, in_questions: bool, before: _Unit | None) -> _Unit:
    """`unit` as a heading if it is one: a short line without a full stop, with something under it."""
    if following is None:
        return unit
    question = unit.text.endswith("?")
    if unit.kind == "item":
        answered = question and following.kind == "prose" and following.indent > unit.indent
        return replace(unit, kind="heading", level=3) if answered else unit
    if unit.kind == "lead":
        deeper = before is not None and before.kind == "heading" and before.level == 3
        return replace(unit, kind="heading", level=4 if deeper else 3)
    if unit.kind != "prose" or "\n" in unit.text:
        return unit
    if re.fullmatch(r"\S+(?: \S+){0,4}:", unit.text) and following.kind in ("prose", "table", "lead"):
        return replace(unit, kind="heading", level=3, text=unit.text.rstrip(":"))
    opens = len(following.text) > 60 or _short(following.text) or following.text.endswith(":")
    opens = opens or following.kind in ("table", "item")
    if not _short(unit.text) or not (unit.alone or opens):
        return unit
    under = before is not None and before.kind == "heading" and before.level == 2
    level = 3 if under or (in_questions and question) else 2
    return replace(unit, kind="heading", level=level)


def _short(line: str) -> bool:
    """Could be a heading: a few words, a capital or digit first, no end of a sentence."""
    words = line.split()
    return (
        0 < len(words) <= 16
        and len(line) <= 120
        and (line[0].isupper() or line[0].isdigit() or not line[0].isascii())
        and line[-1] not in ".!;,:…"
        and "|" not in line
        and any(c.isalpha() for c in line)
    )


def _written(units: list[_Unit]) -> Iterator[str]:
    for is_item, group in groupby(units, key=lambda unit: unit.kind == "item"):
        part = list(group)
        if is_item:
            base = min(unit.indent for unit in part)
            yield "\n".join(_item(unit, base) for unit in part)
            continue
        for unit in part:
            yield f"{'#' * unit.level} {unit.text}" if unit.kind == "heading" else _escaped(unit)


def _item(unit: _Unit, base: int) -> str:
    deeper = "    " if unit.indent > base + 1 else ""
    return f"{deeper}{unit.number + '.' if unit.number else '-'} {unit.text}"


def _escaped(unit: _Unit) -> str:
    """Prose whose first character would make Markdown of it."""
    return re.sub(r"^(?=[#>+]\s)", r"\\", unit.text, flags=re.M) if unit.kind == "prose" else unit.text


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
