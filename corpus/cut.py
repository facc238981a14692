"""Markdown text -> passages: a section's prose, each table, each FAQ pair, with ids that stay the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from corpus import sentences
from corpus.article import Article, Passage, Sentence, Span
from corpus.blocks import Block, blocks
from corpus.plain import plain, slug
from corpus.tables import read_table

CUT_VERSION = "1"  # part of the index's schema: raise it when ids, offsets or contents of passages change
WORDS = 220  # MiniLM reads 256 word pieces; what stands behind them would not be found by meaning
LONGEST = 300  # words of one block before it is cut inside
_WORD = re.compile(r"[぀-ヿ㐀-鿿가-힯]|[^\W_]+")


@dataclass
class _Section:
    path: tuple[str, ...]
    blocks: list[Block] = field(default_factory=list)


def cut(article: Article) -> Article:
    """`article` with its passages. Ids are unique; every slice equals its text."""
    found = blocks(article.text)
    taken: dict[str, int] = {}
    passages: list[Passage] = []
    sections = _sections(found)
    names = [slug(section.path[-1]) if section.path else "" for section in sections]
    counts = Counter(names)
    for section, name in zip(sections, names, strict=True):
        base = name or "intro"
        if counts[name] > 1 and len(section.path) > 1:
            base = f"{slug(section.path[-2], 40)}-{base}".strip("-")
        for suffix, passage in _passages(article, section):
            id_ = _unique(base + suffix, taken)
            passages.append(replace(passage, id=f"{article.id}#{id_}"))
    return replace(article, passages=tuple(passages))


def words(text: str) -> int:
    """Words, a Chinese, Japanese or Korean character counting as one."""
    return sum(1 for _ in _WORD.finditer(text))


def _sections(found: list[Block]) -> list[_Section]:
    headings = [block for block in found if block.kind == "heading"]
    tops = [block for block in headings if block.level == 1]
    title = headings[0] if headings and len(tops) == 1 and headings[0] is tops[0] else None
    sections = [_Section(())]
    path: list[Block] = []
    for block in found:
        if block.kind != "heading":
            sections[-1].blocks.append(block)
            continue
        path = [above for above in path if above.level < block.level]
        if block is not title:
            path.append(block)
        sections.append(_Section(tuple(above.title for above in path if above.title)))
    return [section for section in sections if section.blocks]


def _passages(article: Article, section: _Section) -> Iterable[tuple[str, Passage]]:
    """(id suffix, passage without id) in the order of the text. A table stands alone, so prose around it
    falls apart into several passages, each one slice of the text."""
    prose: list[Block] = []
    tables = pieces = 0
    for block in [*section.blocks, None]:
        if block is not None and block.kind != "table":
            prose.append(block)
            continue
        for part in _parts(article.text, prose):
            pieces += 1
            yield f"-{pieces}" if pieces > 1 else "", _prose(article, section.path, part)
        prose = []
        if block is not None:
            table = read_table(article.text, block.span)
            if table.rows:
                tables += 1
                yield (
                    f"-table-{tables}" if tables > 1 else "-table",
                    Passage(
                        "",
                        article.id,
                        section.path,
                        "table",
                        block.span,
                        block.span.of(article.text),
                        rows=table.rows,
                        columns=table.columns,
                    ),
                )


def _prose(article: Article, path: tuple[str, ...], part: list[Sentence]) -> Passage:
    span = Span(part[0].span.start, part[-1].span.end)
    return Passage("", article.id, path, "prose", span, span.of(article.text), sentences=tuple(part))


def _parts(text: str, prose: list[Block]) -> list[list[Sentence]]:
    """Sentences of `prose` in runs of about WORDS words, cut between blocks where blocks are short enough."""
    parts: list[list[Sentence]] = []
    current: list[Sentence] = []
    size = 0
    for unit in (unit for block in prose for unit in _units(text, block)):
        length = sum(words(sentence.text) for sentence in unit)
        if current and size + length > WORDS:
            lead = _lead_in(current)
            parts.append(current[: len(current) - len(lead)])
            current, size = lead, sum(words(sentence.text) for sentence in lead)
        current = current + unit
        size += length
    if current:
        parts.append(current)
    return [part for part in parts if part]


def _lead_in(current: list[Sentence]) -> list[Sentence]:
    """A last line such as "Choose it if:" belongs to the list that follows."""
    last = current[-1]
    return [last] if len(current) > 1 and not last.item and last.text.rstrip("*_ ").endswith(":") else []


def _units(text: str, block: Block) -> list[list[Sentence]]:
    """The sentences of a block, as one unit, or several when the block is too long to stay whole."""
    item = block.kind == "item"
    found = [
        Sentence(span, span.of(text), item)
        for start, end in _labelled(block.span.of(text), item)
        for span in _bounded(text, Span(block.span.start + start, block.span.start + end))
    ]
    if not found:
        return []
    if sum(words(sentence.text) for sentence in found) <= LONGEST:
        return [found]
    return [[sentence] for sentence in found]


def _labelled(text: str, item: bool) -> list[tuple[int, int]]:
    """Sentences; an item's opening label ("**Ownership.** They own …") stays with the sentence it names."""
    spans = list(sentences.split(text))
    if item and len(spans) > 1 and text.startswith("**") and words(plain(text[slice(*spans[0])])) <= 6:
        spans[:2] = [(spans[0][0], spans[1][1])]
    return spans


def _bounded(text: str, span: Span) -> list[Span]:
    """A run of LONGEST words without a full stop is cut at spaces, so that nothing is unsearchable."""
    marks = [found.start() for found in _WORD.finditer(text, span.start, span.end)]
    if len(marks) <= LONGEST:
        return [span]
    edges = [span.start, *marks[WORDS::WORDS], span.end]
    pieces = []
    for start, end in pairwise(edges):
        while end > start and text[end - 1].isspace():
            end -= 1
        pieces.append(Span(start, end))
    return pieces


def _unique(name: str, taken: dict[str, int]) -> str:
    """`name`, with a number when it is taken. `taken` remembers where counting goes on."""
    candidate = name
    while candidate in taken:
        taken[name] += 1
        candidate = f"{name}-{taken[name]}"
    taken[candidate] = 1
    return candidate
