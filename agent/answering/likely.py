"""Which answers a question most likely has: one where one leads, two or three where they share the chances.

The chances are those of the known questions near it (agent/answering/expected.py), moved by how the ranking of
statements sees what they are answered by.
"""

from __future__ import annotations

import math
import re

from agent.answering import patterns
from agent.answering.beside import adds
from agent.answering.context import Context
from agent.answering.fits import fits, other, same_way
from corpus.units import Unit

RANKING = 0.15  # of the ranking's scores in an answer's: that of its best statement, and that of them all
UNFIT, UNTOLD = 0.05, 0.1  # what an answer loses that does not fit all that was named; that lacks what was asked for
TITLED = 0.15  # what one gains that stands in the article named
ASKED_FOR = frozenset({"pay", "growth", "success", "reporting", "remote", "travel"})  # of which an answer must tell
SPREAD = 0.1  # scores to chances: fitted on questions that others wrote, as are the two below
ENOUGH, MOST = 0.75, 4  # answers are taken until their chances sum to this, and at most so many
LONG = 100  # words beyond which nothing is put beside the first
FAR = 0.4  # cosine, under the adapter, of a nearest question that tells nothing any more
BEATEN = 0.35  # score by which a statement of the ranking beats what the known questions speak for


_ANSWERS = (  # what is asked for, and what an answer that gives it has
    (
        patterns.PERCENT,
        re.compile(r"%|percent|\b(?:half|third|quarter|most|majority|share)\b|\b\d+ (?:in|of) \d+\b", re.I),
    ),
    (
        re.compile(
            r"\b(?:calendar|(?:time|part|point|months?|weeks?) (?:of|in) the year|in the year|season"
            r"|(?:what|which) (?:weeks?|months?|season))\b",
            re.I,
        ),
        re.compile(r"\b(?:quarter|month|year|deadline|launch|release|incident|peak|spike|summer|winter)", re.I),
    ),
    (
        re.compile(  # "does it have to be as solid as …?"
            r"\b(?:do|does|must|should|would|will|need)\b[^.?!]{2,60}\b(?:have to|need to|needs? be|must) "
            r"(?:be|cope|run|work|scale|last|hold)\b"
            r"|\b(?:cope with|withstand|(?:safely|may|can) (?:leave out|ignore|skip))\b",
            re.I,
        ),
        re.compile(r"\b(?:need not|not need|(?:has|have) to|must|required?|requires?)\b", re.I),
    ),
    (
        patterns.STATUS,
        re.compile(r"\b(?:step down|respect|lesser|recognize|perceive)\b", re.I),
    ),
    (
        re.compile(r"\b(?:which|what|name the) (?:\w+ )?(?:labs|companies|employers|firms|start-?ups)\b", re.I),
        re.compile(r"\b[A-Z][\w.]+(?: [A-Z]\w+)?(?:,| and| or) (?:[A-Z][\w.]+)"),
    ),
)
_OF_TWO = re.compile(  # a second role is meant, whatever it is called: "when for the sales side and when for …?"
    r"\bbetween\b[^.?!]{2,60}\band\b|\bdiffer|\bcompare|\bwhich of the (?:two|roles)|\b(?:vs\.?|versus)\b"
    r"|\b(?P<w>when|where|who|whose|how)\b[^.?!]{2,60}\band (?P=w)\b",
    re.I,
)
Key = tuple[str, int]  # a statement: its passage and place


def likely(context: Context, most: int = MOST, long: int = LONG) -> list[list[Unit]]:
    """The statements of each answer, likeliest first; [] where no known question is near."""
    scores = {s.unit.key: s.score for s in context.ranked}
    found: list[tuple[float, list[Unit]]] = []
    for near in context.answers:
        units = [context.statements.units[i] for i in near.units]
        ranked = [scores[u.key] for u in units if u.key in scores]
        if not ranked or near.cosine < FAR or other(context, units) or not same_way(context, near.question):
            continue
        if sum(not same_way(context, u.text) for u in units if u.kind != "cell") > 1:
            continue  # told of the way back
        score = near.score + RANKING * (max(ranked) + sum(ranked) / len(ranked)) + TITLED * _of_titled(context, units)
        found.append((score - _lacking(context, units), _of_named(context, units)))
    found.sort(key=lambda one: -one[0])
    if not found or _beaten(context, scores, found):
        return []
    return _chosen(found, most, long)


def _of_titled(context: Context, units: list[Unit]) -> bool:
    """Whether they stand in the article that the question names by its roles."""
    titled = set(context.question.titled)
    return bool(titled) and any(titled <= set(context.articles[u.passage.article].roles) for u in units)


def _of_named(context: Context, units: list[Unit]) -> list[Unit]:
    """Without what is said of other roles alone, where one role is named and spoken of."""
    question = context.question
    if (
        len(question.roles) != 1
        or question.hinted
        or question.kind == "comparison"
        or _OF_TWO.search(question.text)
        or patterns.TELL_APART.search(question.text)
    ):
        return units
    return [u for u in units if not u.about() or question.roles[0] in u.about()] or units


def _lacking(context: Context, units: list[Unit]) -> float:
    asked = ASKED_FOR & set(context.question.measures)
    untold = bool(asked) and not any(asked & u.measures for u in units)
    for asks, tells in _ANSWERS:
        untold |= bool(asks.search(context.question.asked)) and not any(tells.search(u.whole) for u in units)
    return (0.0 if fits(context, units) else UNFIT) + (UNTOLD if untold else 0.0)


def _chosen(found: list[tuple[float, list[Unit]]], most: int, long: int) -> list[list[Unit]]:
    chances = [math.exp((score - found[0][0]) / SPREAD) for score, _ in found]
    chosen: list[list[Unit]] = []
    keys, length, sure = set[Key](), 0, 0.0
    for chance, (_, units) in zip(chances, found, strict=True):
        if chosen and (sure >= ENOUGH * sum(chances) or len(chosen) == most):
            break
        sure += chance
        said = [u for one in chosen for u in one]
        fresh = [u for u in units if u.key not in keys and (not said or adds(u, said))]
        words = sum(len(u.text.split()) for u in fresh)
        if fresh and (not chosen or length + words <= long):
            chosen.append(fresh)
            keys |= {u.key for u in fresh}
            length += words
    return chosen


def _beaten(context: Context, scores: dict[Key, float], found: list[tuple[float, list[Unit]]]) -> bool:
    """Whether a statement that no known question speaks for (of a document of the person's own, say) answers better."""
    best = max(scores.get(u.key, -1.0) for _, units in found for u in units)
    first = context.ranked[0]
    if context.question.hinted and context.articles[first.unit.passage.article].shipped:
        return False  # a description may have been misread, and the ranking with it
    spoken_for = {context.statements.units[i].key for near in context.answers for i in near.units}
    return first.score > best + BEATEN and first.unit.key not in spoken_for
