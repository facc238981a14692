"""The claim check: does the passage carry the sentence, and not only its citation number.

In order: the quote stands in the article, verbatim and in one piece; every number, year, name, level, region,
basis and role of the claim stands in what is quoted, bound to the same role; nothing is negated, turned
round or widened; the wording is supported. A claim that fails is tried against the rest of the library
("moved"). The same check holds for a model's text, for a person's, and for ours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from agent.citing import hard, locate, sense
from agent.events import Verdict
from corpus.article import Article, Span
from corpus.dates import spoken
from corpus.roles import Mention, Roles
from corpus.statements import Statements
from corpus.units import Unit

CANDIDATES = 4  # statements elsewhere that a claim is tried against


@dataclass(frozen=True, slots=True)
class Quote:
    """Words said to stand in an article (`article` is its id)."""

    article: str
    text: str


@dataclass(frozen=True, slots=True)
class Checked:
    """`verdict` is "verified" when all holds; "moved" when other units than the quoted ones carry the claim;
    else what is wrong, said in `reason`. `units` are those that carry it."""

    verdict: Verdict
    reason: str = ""
    units: tuple[Unit, ...] = ()

    @property
    def holds(self) -> bool:
        return self.verdict == "verified"


class Checker:
    """Checks claims against one state of a library. Immutable once made; shared by threads."""

    def __init__(self, statements: Statements, articles: Mapping[str, Article], roles: Roles) -> None:
        self._statements = statements
        self._articles = articles
        self._roles = _Remembering(roles)
        self._texts = {unit.key: locate.normal(unit.text).text.strip(" .;:") for unit in statements.units}
        self._with: dict[str, list[int]] = {}  # the units that have a term
        for i, bag in enumerate(statements.terms):
            for term in bag:
                self._with.setdefault(term, []).append(i)
        self._normal: dict[str, locate.Normal] = {}
        self._by_article: dict[str, list[Unit]] = {}
        for unit in statements.units:
            self._by_article.setdefault(unit.passage.article, []).append(unit)

    def check(self, claim: str, quotes: Sequence[Quote], *, elsewhere: bool = True) -> Checked:
        """The verdict on `claim` (a sentence or a cell) given `quotes`; `elsewhere` also looks for what carries it."""
        units: list[Unit] = []
        for quote in quotes:
            found = self.locate(quote)
            if not found:
                return Checked("fabricated", f"“{quote.text[:60]}” does not stand in {quote.article} as one piece.")
            units += found
        checked = self.against(claim, units)
        if checked.holds or not elsewhere:
            return checked
        return self._elsewhere(claim, checked)

    def against(self, claim: str, units: Sequence[Unit]) -> Checked:
        """The verdict on `claim` given what `units` state."""
        if not units:
            return Checked("unsupported", "Nothing is cited for it.")
        plain = self._unattributed(locate.normal_case(claim), units)
        mine = {locate.normal_text(text) for text in (plain, claim)}
        if any(self._same(text, unit) for unit in units for text in mine):
            return Checked("verified", "", tuple(units))
        for step in (hard.check, sense.check):
            verdict, reason = step(plain, units, self._articles, self._roles, self._statements)
            if verdict != "verified":
                return Checked(verdict, reason)
        return Checked("verified", "", tuple(units))

    def _unattributed(self, claim: str, units: Sequence[Unit]) -> str:
        """The claim without "according to PUBLISHER, MONTH YEAR" or "PUBLISHER gives", where that is right, and
        without "base or total not stated", which says what is not said."""
        if not any(unit.facets.basis for unit in units):
            claim = re.sub(r" \((?:base or total|basis) not stated\)", "", claim)
        for article in {u.passage.article: self._articles[u.passage.article] for u in units}.values():
            if source := article.publisher or article.title:
                name = re.escape(source)
                dated = rf"(?:, {re.escape(when)})?" if (when := spoken(article.date)) else ""
                claim = re.sub(rf",? according to {name}{dated}(?=\W*$)|^{name} gives (?:the )?|{name}", "", claim)
        return claim

    def locate(self, quote: Quote) -> list[Unit]:
        """The whole units that a quote touches; empty when it does not stand in its article."""
        article = self._articles.get(quote.article)
        if article is None:
            return []
        if quote.article not in self._normal:
            self._normal[quote.article] = locate.normal(article.text)
        span = locate.find(quote.text, self._normal[quote.article])
        return [] if span is None else self.touched(quote.article, span)

    def touched(self, article: str, span: Span) -> list[Unit]:
        """The units of `article` that overlap `span`; a row's cells for a span inside its row."""
        units = self._by_article.get(article, ())
        inside = [u for u in units if u.span.start < span.end and span.start < u.span.end]
        return inside or [u for u in units if u.quote.start < span.end and span.start < u.quote.end]

    def _same(self, mine: str, unit: Unit) -> bool:
        """Whether the claim (in normal form) is the unit's own sentence or cell, word for word."""
        theirs = self._texts.get(unit.key) or locate.normal_text(unit.text)
        return mine == theirs or theirs in (f"yes, {mine}", f"no, {mine}")

    def _elsewhere(self, claim: str, failed: Checked) -> Checked:
        for unit in self._candidates(claim):
            if self.against(claim, [unit]).holds:
                return Checked("moved", failed.reason, (unit,))
        return failed

    def _candidates(self, claim: str) -> list[Unit]:
        weights: dict[int, float] = {}
        for term in sorted(set(self._statements.tokenizer(claim))):
            for i in self._with.get(term, ()):
                weights[i] = weights.get(i, 0.0) + self._statements.idf(term)
        best = sorted(weights, key=lambda i: (-weights[i], -i))[:CANDIDATES]
        return [self._statements.units[i] for i in best]


class _Remembering(Roles):
    """Roles that look a text over once: a check asks for the same claim's and units' roles many times."""

    def __init__(self, roles: Roles) -> None:
        super().__init__(roles.all.values())
        self._found = lru_cache(maxsize=4096)(super().find)

    def find(self, text: str) -> list[Mention]:
        return self._found(text)
