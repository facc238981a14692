"""Which roles a message means, and where it names or describes them: without those by which it only points at an
article, and without those that people came from."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from agent.answering import patterns
from agent.answering.asking.follow_words import follow_words
from agent.answering.asking.named import Describe, described, named, second, without_required
from agent.answering.asking.shape import Span
from agent.answering.asking.texts import in_titles
from agent.answering.asking.way import fields_moved, with_other_end
from corpus.roles import Roles

_SPAN = re.compile(r"\b(?:how many|number of) (?:\w+ )?(?:months?|years?|yrs|weeks?)\b", re.I)
_OR = re.compile(r",?\s+or\s+(?:an?\s+|the\s+|rather\s+)*", re.I)


def mentioned(
    text: str, roles: Roles, publishers: Iterable[str], describe: Describe
) -> tuple[list[Span], list[Span], bool]:
    """The roles that are meant, those that only name an article, and whether the former are but described."""
    every = named(text, roles, publishers)
    titled = in_titles(text, every)
    spans = [s for s in every if s not in titled] or every
    hinted = not spans
    if hinted:
        shown = described(text, [])
        # "I do presales, want to build ML"
        ends = with_other_end(text, shown, []) if len(shown) == 1 else _both_ends(text, shown)
        spans = ends if len(ends) > 1 else fields_moved(text) or without_required(text, described(text, [], describe))
    elif len({role for role, _, _ in spans}) == 1:
        both = with_other_end(text, spans, [])  # a field that is named goes before what is but described
        more = [] if len(both) > len(spans) else second(text, [*spans, *titled], describe)
        spans = sorted([*both, *more], key=lambda s: s[1])
    if len({role for role, _, _ in spans}) == 1:
        spans = with_other_end(text, spans, described(text, [*spans, *titled]))
    return counted(text, spans), titled, hinted


def _both_ends(text: str, shown: list[Span]) -> list[Span]:
    """The two roles that short forms name in the words of a move ("I do presales and would like to build models")."""
    return shown if len(shown) == len({role for role, _, _ in shown}) == 2 and patterns.MOVE.search(text) else []


def either(text: str, spans: list[Span]) -> bool:
    """Whether a choice is put between two roles in one breath: "become an AI engineer or an ML engineer"."""
    return any(_OR.fullmatch(text[a[2] : b[1]]) for a, b in itertools.pairwise(spans))


def counted(text: str, spans: list[Span]) -> list[Span]:
    """Without the role that people of another came from, where a share of them is asked for: "How many AI engineers
    came from ML?"."""
    words = follow_words()
    if len({role for role, _, _ in spans}) != 2 or not words.share.search(text) or _SPAN.search(text):
        return spans
    last = spans[-1]
    marked = f"{text[: last[1]]}R{text[last[2] :]}"
    return [s for s in spans if s[0] != last[0]] if words.came_from.search(marked) else spans
