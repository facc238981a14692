"""What a comparison is asked on, part by part: "pipeline tools, CI/CD and customer requirements" are three."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.answering.bearing import STRONG
from agent.answering.context import Context
from agent.answering.pay import PAY
from agent.answering.terms import content_terms
from corpus.facets import measures_asked

_AND = re.compile(r"[,;:?!]|\.\s|\s[-–—+]\s|\b(?:and|plus|as well as|also|along with|then)\b|&|\+", re.I)
_WITHIN = re.compile(r"[\w+.#/&-]*\w")
NAMED = 0.5  # share, by rarity, of a row label's words that the question has when it names the row
LIST, SHORT, MEANT = 3, 4, 0.45  # parts of a list, words of one, cosine of a part and the label that it means
TOLD = frozenset({"coding", "success", "ladder", "exits", "tools", "customers", "time", "cycle", "employers"})


def parts(asked: str) -> list[str]:
    """The question's coordinated parts, in order, none empty."""
    return [p.strip() for p in _AND.split(asked) if p.strip()]


def named_at(context: Context, label: str) -> int | None:
    """Where in the question the row `label` is named, in characters; None where it is not."""
    statements, text = context.statements, context.question.asked
    if whole := re.search(rf"\b{re.escape(_plain(label).strip())}\b", text, re.I):
        return whole.start()
    asked = content_terms(context.question, statements)
    own = {t: statements.idf(t) for t in statements.tokenizer(_plain(label)) if t in asked or t not in _EMPTY}
    total = sum(own.values())
    either = [set(statements.tokenizer(p)) - _EMPTY for p in re.split(r"\s*[/&]\s*|\band\b", _plain(label))]
    one = any(p and p <= set(asked) for p in either)
    if not total or (not one and sum(w for t, w in own.items() if t in asked) < NAMED * total):
        return None
    for match in _WITHIN.finditer(text):
        if set(statements.tokenizer(match[0])) & set(own):
            return match.start()
    return None


def meant(context: Context, labels: Sequence[str]) -> list[tuple[int, str]]:
    """Of row `labels` the one that each short part of a list comes nearest to in meaning, with where the part
    stands; nothing for parts that are near to none, or that a label or a measure names."""
    text, statements = context.question.asked, context.statements
    short = [
        p for p in parts(text) if not measures_asked(p) and not context.roles.find(p) and 0 < len(p.split()) <= SHORT
    ]
    if len(parts(text)) < LIST or not short or not labels:
        return []
    vectors = context.embed([*short, *labels], False)
    if vectors is None:
        return []
    cosines = vectors[: len(short)] @ vectors[len(short) :].T
    known = {t for label in labels for t in statements.tokenizer(label) if named_at(context, label) is not None}
    return [
        (text.find(part), labels[int(row.argmax())])
        for part, row in zip(short, cosines, strict=True)
        if row.max() >= MEANT and not known & set(statements.tokenizer(part))
    ]


def beside_pay(context: Context) -> list[str]:
    """Measures other than pay that a part of the question asks for which does not speak of pay."""
    found: dict[str, None] = {}
    for part in parts(context.question.asked):
        measures = measures_asked(part)
        if not set(measures) & {*PAY, "variable"}:
            found |= dict.fromkeys(m for m in measures if m in STRONG or m in TOLD)
    return [m for m in found if m in context.question.measures]


def ordered(context: Context, measures: Sequence[str]) -> list[tuple[int, str]]:
    """Each measure with where the question first asks for it."""
    text, out = context.question.asked, []
    for measure in measures:
        at = next((text.find(p) for p in parts(text) if measure in measures_asked(p)), len(text))
        out.append((at, measure))
    return out


def _plain(label: str) -> str:
    """A label without its brackets, which say how and not what."""
    return re.sub(r"\([^)]*\)", " ", label)


_EMPTY = frozenset({"of", "the", "and", "with", "in", "for", "a", "an", "to", "or", "by", "work", "where"})
