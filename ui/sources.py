"""The sources panel: the passage behind a marker, the quoted words highlighted, and whose words they are."""

from __future__ import annotations

from html import escape

from corpus.article import Article, Span
from corpus.library import Library
from ui.markup import highlighted, plain

VERDICTS = {
    "verified": ("✓", "These words stand in the article, and the sentence that cites them was checked against them."),
    "moved": ("↪", "The sentence was first attributed elsewhere; the check found the words that carry it here."),
}
_GONE = (
    "<div class='source'><h2 tabindex='-1'>This passage is no longer here</h2>"
    "<p>Its document was removed from the library or changed since. Ask again to get current sources.</p></div>"
)


def source_html(library: Library, passage: str, span: str, marker: str, verdict: str) -> str:
    """The panel's content for `passage` (id) with `span` ("start-end", characters of the article) marked.

    All arguments come from the browser: what does not hold gets the panel that says so, never an error.
    """
    found = library.passages.get(passage)
    article = library.articles.get(found.article) if found else None
    marked = _span(span)
    if found is None or article is None or marked is None or marked.end > len(article.text):
        return _GONE
    around = found.span
    inside = Span(max(marked.start, around.start) - around.start, min(marked.end, around.end) - around.start)
    body = highlighted(article.text[around.start : around.end], [inside] if inside.start < inside.end else [])
    sign, meaning = VERDICTS.get(verdict, ("✓", VERDICTS["verified"][1]))
    number = f"Source {int(marker)}" if marker.isdigit() else "Source"
    return (
        f"<div class='source'><p class='eyebrow'>{number}</p>"
        f"<h2 tabindex='-1'>{plain(article.title)}</h2>"
        f"<p class='byline'>{_byline(article)}</p>"
        f"<p class='path'>{plain(found.section)}</p>"
        f"<blockquote class='passage'>{body}</blockquote>"
        f"<p class='verdict'><span aria-hidden='true'>{sign}</span> {meaning}</p>{_about(article)}</div>"
    )


def _span(text: str) -> Span | None:
    start, _, end = text.partition("-")
    if not (start.isdigit() and end.isdigit()) or len(text) > 24 or int(start) >= int(end):
        return None
    return Span(int(start), int(end))


def _byline(article: Article) -> str:
    parts = [article.publisher or "no publisher given", article.date or "no date given"]
    return " · ".join(plain(p) for p in parts)


def _about(article: Article) -> str:
    rows = [("What its pay figures measure", article.basis), ("What its publisher gains", article.interest)]
    given = [f"<dt>{escape(name)}</dt><dd>{plain(value)}</dd>" for name, value in rows if value]
    return f"<dl class='about'>{''.join(given)}</dl>" if given else ""
