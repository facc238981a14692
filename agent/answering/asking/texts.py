"""Texts that a message points at ("the TAM guide", "the one that compares it with …"), apart from what it asks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from agent.answering.asking.shape import Span

_SAYS = re.compile("says|states|claims", re.I)
ARTICLE = re.compile(
    r"\b(?:articles?|guides?(?! (?:me|us|you)\b)|pieces?|pages?|write-?ups?"
    r"|comparisons?|tables?|faqs?)\b"
    rf"|(?<=\w )(?:{_SAYS.pattern}) ",
    re.I,
)
_THE_TITLED = re.compile(r"(?<=\w )ones?\b(?! who\b)", re.I)  # "a median in one comparison, a band in the TAM one"
_TEXT = re.compile(r"\b(?:articles?|guides?|pieces?|posts?|comparisons?|write-?ups?)\b", re.I)
_POST = re.compile(r"(?<=\w )posts?\b", re.I)
_POSTS = re.compile(
    r"\b(?:one|another|other|academy|blog|their|first) posts?\b|\bpost\b.*\bpost\b", re.I
)  # and not "FDE posts", jobs
_ABOUT = re.compile(  # "the post about MLOps"
    r"\b(?:the|one|another|other|your|that) (?:article|guide|piece|post|text|page|comparison) (?:about|on|with"
    r"|against) (?:the |an? )?$",
    re.I,
)
_LINKED = re.compile(
    r"[\s/&–-]*(?:(?:vs\.?|versus|and|or|or the|against|to|career|salary|pay|comp|compensation)[\s-]*)?", re.I
)
_COMPARING = (  # "the one that compares it with TAMs": an article
    r"\bthe (?:one|other(?: one)?|article|text|piece|guide|page) (?:that|which) (?:compares?|sets?|puts?|weighs?)\b"
)
_THE_ONE = re.compile(rf"{_COMPARING}[^,.;?]{{0,25}}$", re.I)
_THE_ONE_WITH = re.compile(rf",?\s(?:and )?{_COMPARING}[^,.;?]*?(?=[,.;?]|\sand\b|$)", re.I)


def in_titles(text: str, spans: list[Span]) -> list[Span]:
    """Those that only name an article: "the TAM guide", "the AI vs ML engineer piece"."""
    found: list[Span] = []
    pointed = [*_THE_TITLED.finditer(text)] if _TEXT.search(text) else []
    pointed += _POST.finditer(text) if _POSTS.search(text) else []
    for match in (*ARTICLE.finditer(text), *pointed):
        start, linked = match.start(), list[Span]()
        for span in reversed(spans):
            if span[2] <= start and _LINKED.fullmatch(text[span[2] : start]):
                linked.append(span)
                start = span[1]
        found += linked if len(linked) > 1 or not _SAYS.match(match[0]) else []  # a TAM may say something, too
    about = [s for s in spans if _ABOUT.search(text[: s[1]])]
    found += about if len(about) < len(spans) else []
    return found + [s for s in spans if s not in found and _THE_ONE.search(text[: s[1]])]


def without_articles(text: str) -> str:
    """`text` without the words that only point at an article by what it compares."""
    return _THE_ONE_WITH.sub(" ", text)


def without_source(text: str, publishers: Iterable[str]) -> str:
    """`text` without "the Perspective AI article", which is not what is asked about."""
    for name in publishers:
        whose = rf"(?:the |that |this |your )?{re.escape(name)}(?:['’]s)? (?:\w+ ){{0,2}}?"
        text = re.sub(rf"{whose}(?:article|guide|piece|post|text|page|blog)\b", "the text", text, flags=re.I)
    return text
