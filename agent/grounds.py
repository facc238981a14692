"""Where criteria stand in the articles: (passage, quote) -> Citation, sliced from the source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from agent.criteria import Criteria, Line
from agent.events import Citation
from corpus.article import Article, Passage


class Grounds:
    """A library's articles and passages, as what quotes are looked up in."""

    def __init__(self, articles: Mapping[str, Article], passages: Mapping[str, Passage]) -> None:
        self.articles = articles
        self.passages = passages

    def cite(self, passage: str, quote: str) -> Citation | None:
        """The citation, with marker 0; None when the library lacks the passage or the quote in it."""
        found = self.passages.get(passage)
        if found is None:
            return None
        at = found.text.find(quote)
        if at < 0:
            return None
        article, start = self.articles[found.article], found.span.start + at
        return Citation(
            marker=0,
            article=article.id,
            title=article.title,
            publisher=article.publisher,
            section=found.section,
            passage=found.id,
            quote=article.text[start : start + len(quote)],
            start=start,
            end=start + len(quote),
        )

    def line(self, line: Line) -> Citation | None:
        return self.cite(line.passage, line.quote) if line.passage and line.quote else None

    def missing(self, criteria: Criteria) -> tuple[str, ...]:
        """Names of the cited lines of `criteria` that do not stand in this library."""
        return tuple(name for name, passage, quote in quotes(criteria) if self.cite(passage, quote) is None)


def quotes(criteria: Criteria) -> Iterator[tuple[str, str, str]]:
    """(name, passage, quote) of all that `criteria` cites."""
    for criterion in criteria.criteria:
        yield criterion.id, criterion.passage, criterion.quote
    for name, line in _lines(criteria):
        if line is not None and line.passage:
            yield f"{name}: {line.text}", line.passage, line.quote or ""


def _lines(criteria: Criteria) -> Iterator[tuple[str, Line | None]]:
    for item in criteria.recommendations:
        yield item.id, item.definition
        for line in (*item.needs, *item.next_steps, *item.owns, *item.not_owns, *item.tests, *item.order):
            yield item.id, line
    for warning in criteria.warnings:
        yield f"warning {warning.topic}", warning.line
    for way in criteria.transitions:
        for each in (way.months, *way.carries_over, *way.build, *way.notes):
            yield f"{way.start} to {way.to}", each
