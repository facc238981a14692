"""Which of the known sayings a sentence means, told by meaning: the nearest of the same form, if it is near enough
and nearer than anything that people answer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from agent.guide import Guide
from agent.talk.form import FEW, asks, begins_again, breaks_off, ends, marked, of_us, opened, pauses, sentences
from agent.talk.said import Saying, sayings
from agent.talk.sorts import Sorts
from agent.understanding.lists import entries

Vectors = NDArray[np.float32]
Embed = Callable[[Sequence[str], bool], "Vectors | None"]

# How near to a saying a sentence has to be, and how much nearer than to any answer: a question with its mark, one
# without, and a statement, which is an answer far more often.
_MARKED, _UNMARKED, _PLAIN = (0.42, -0.12), (0.5, -0.07), (0.58, 0.1)
_BREAK = (0.25, -0.12)  # … and an interruption that is announced as one
_PAUSE = 0.35  # … by asking for time
_STEER, _FINAL = (0.46, 0.01), (0.6, 0.08)  # … where it speaks of the interview; and where that would be over
STEERS = frozenset({"restart", "back", "change", "skip", "finish"})
_ENDS = frozenset({"restart", "finish"})
_FREE = STEERS | {"small"}  # asked for in any form
# By how much a kind of talk has to be ahead of an answer, by all its sayings, where none alone is near enough.
_AHEAD = {
    "left": 0.3, "summary": 0.3, "why": 0.3, "clarify": 0.3, "back": 0.5, "finish": 0.4, "small": 0.4,
    "change": 0.6, "skip": 0.7, "about": 0.6, "turned": 1.0, "restart": 1.0,
}  # fmt: skip
_BEHIND, _SURE = -0.2, 0.75  # so far behind, they speak against a saying that is not as near as this
_SCORE, _STEP, _MOST = 0.5, 0.25, 0.9  # what being ahead is as a nearness: at 0, more for each 1, and at most
_SEEN, _VOICES, _MORE = 12, 4, 0.04  # sayings looked at, those of a kind that have a say, and what each adds
_PIECES = 4  # sentences looked at
_LONGEST = 400  # characters of each


@dataclass(frozen=True, slots=True)
class Aside:
    """text[start:end] means the saying `like`; `score` is how near it is, 0..1, and `lead` how much nearer than
    anything that people answer."""

    kind: str
    id: str
    start: int
    end: int
    score: float
    lead: float = 0.0
    like: str = ""


class Talk:
    """Safe to share between threads. Without embeddings nothing is heard."""

    def __init__(self, guide: Guide, embed: Embed, sorts: Sorts | None = None) -> None:
        self._embed = embed
        self._sorts = sorts or Sorts([guide], embed)
        self._lock = threading.Lock()
        self._known: tuple[Vectors, Vectors] | None = None
        self._said: tuple[Saying, ...] = ()
        self._forms: tuple[bool, ...] = ()
        self._told = _answers(guide)
        places: dict[tuple[str, str], list[int]] = {}
        for row, (topic, option, _) in enumerate(self._told):
            if topic and option:
                places.setdefault((topic, option), []).append(row)
        self._options = {key: np.array(rows) for key, rows in places.items()}
        # By topic, which of them may answer its question: what people answer to it, and ways of not answering.
        self._answering: dict[str | None, NDArray[np.bool_]] = {
            topic: np.array([of in (None, topic) for of, _, _ in self._told])
            for topic in (None, *(t.id for t in guide.topics))
        }

    def heard(self, text: str, topic: str | None) -> list[Aside]:
        """What of `text` is said beside the answer to the question on `topic`, in its order."""
        spans = sentences(text)
        if len(spans) > _PIECES:
            spans = [spans[0], *spans[1 - _PIECES :]]
        if len(spans) > 1 and len(text.split()) <= FEW:
            spans = [*spans, (spans[0][0], spans[-1][1])]
        inner = [opened(text, span) for span in spans]
        distinct = list(dict.fromkeys((*spans, *inner)))
        vectors = self._rows([text[a:b] for a, b in distinct]) if spans else None
        known = self._vectors() if vectors is not None else None
        if vectors is None or known is None:
            return []
        whole = len(spans) == 1 or spans[-1] == (spans[0][0], spans[-2][1])
        each = {
            (a, b): self._aside(text, a, b, vector, known, whole, topic)
            for (a, b), vector in zip(distinct, vectors, strict=True)
        }
        found = [aside for a, b in zip(spans, inner, strict=True) if (aside := _plainer(each[a], each[b]))]
        parts = {(a.kind, a.id) for a in found if (a.start, a.end) != (spans[-1])}
        whole_too = len(spans) > 1 and whole
        kept = [a for a in found if not (whole_too and (a.start, a.end) == spans[-1] and (a.kind, a.id) in parts)]
        return sorted(kept, key=lambda aside: aside.start)

    def likeness(self, text: str, others: Sequence[str]) -> list[float] | None:
        """How near `text` is to each of `others`, -1..1; None without embeddings."""
        rows = self._rows([text, *others])
        return None if rows is None else [float(s) for s in rows[1:] @ rows[0]]

    def options(self, texts: Sequence[str]) -> list[dict[tuple[str, str], tuple[float, str]]]:
        """For each of `texts`, (topic, option) -> how near what people say for it comes, and the nearest of it."""
        rows = self._rows(texts)
        known = self._vectors() if rows is not None else None
        if rows is None or known is None:
            return [{} for _ in texts]
        return [self._by_option(known[1] @ row) for row in rows]

    def _rows(self, texts: Sequence[str]) -> Vectors | None:
        return self._embed([t[:_LONGEST] for t in texts], False)

    def _by_option(self, scores: Vectors) -> dict[tuple[str, str], tuple[float, str]]:
        best = {option: rows[scores[rows].argmax()] for option, rows in self._options.items()}
        return {option: (float(scores[row]), self._told[row][2]) for option, row in best.items()}

    def _nearest(
        self,
        text: str,
        start: int,
        end: int,
        vector: Vectors,
        known: tuple[Vectors, Vectors],
        whole: bool,
        topic: str | None,
    ) -> Aside | None:
        said = text[start:end]
        form = asks(said)
        scores, answers = known[0] @ vector, known[1] @ vector
        own = float(answers[self._answering[topic]].max())
        # A question is held against answers to what was asked; a statement may answer anything.
        answer = own if form else float(answers.max())
        fits = [s if self._said[i].kind in _FREE or self._forms[i] == form else -1.0 for i, s in enumerate(scores)]
        best = self._best(fits)
        saying, score = self._said[best], float(fits[best])
        near, lead = _MARKED if marked(said) else _UNMARKED if form and not ends(said) else _PLAIN
        if saying.kind in STEERS and of_us(said):
            near, lead = _FINAL if saying.kind in _ENDS else _STEER
            answer = own
        if saying.kind == "restart" and not begins_again(said):
            return None
        if score >= near and score - answer >= lead:
            return Aside(saying.kind, saying.id, start, end, score, score - answer, saying.text)
        if whole and breaks_off(text) and not marked(text):
            near, lead = _BREAK
            rows = [float(s) for s, of in zip(scores, self._said, strict=True) if of.id == "interruption"]
            asked = pauses(text) and max(rows) >= _PAUSE
            if max(rows) >= near and (asked or max(rows) - own >= lead):
                return Aside("small", "interruption", start, end, max(rows), max(rows) - answer)
        return None

    def _aside(
        self,
        text: str,
        start: int,
        end: int,
        vector: Vectors,
        known: tuple[Vectors, Vectors],
        whole: bool,
        topic: str | None,
    ) -> Aside | None:
        """What text[start:end] is by its nearest saying, unless all sayings together speak against it; or by these."""
        kind, id, lead = self._sorts.likeliest(text[start:end], vector)
        near = self._nearest(text, start, end, vector, known, whole, topic)
        score = min(_MOST, _SCORE + _STEP * lead)
        if near is not None and (lead > _BEHIND or near.score >= _SURE):
            return replace(near, score=max(near.score, score)) if kind == near.kind else near
        if not kind or lead < _AHEAD[kind] or (kind == "restart" and not begins_again(text[start:end])):
            return None
        return Aside(kind, id, start, end, score, lead)

    def _best(self, fits: list[float]) -> int:
        """The nearest saying of the kind whose sayings are nearest on the whole: one alone may be so by chance."""
        kinds: dict[tuple[str, str], list[int]] = {}
        for i in sorted(range(len(fits)), key=lambda i: -fits[i])[:_SEEN]:
            kinds.setdefault((self._said[i].kind, self._said[i].id), []).append(i)
        return max(kinds.values(), key=lambda rows: fits[rows[0]] + _MORE * sum(fits[i] for i in rows[1:_VOICES]))[0]

    def _vectors(self) -> tuple[Vectors, Vectors] | None:
        """(the sayings, what people answer), embedded when first needed."""
        with self._lock:
            if self._known is None:
                self._said = sayings()
                self._forms = tuple(asks(s.text) for s in self._said)
                answers = [text for _, _, text in self._told]
                rows = [self._embed([s.text for s in self._said], True), self._embed(answers, True)]
                self._known = (rows[0], rows[1]) if rows[0] is not None and rows[1] is not None else None
            return self._known


def _plainer(whole: Aside | None, inner: Aside | None) -> Aside | None:
    """A sentence as it is, or what follows its opening, where that asks for more than a moment."""
    return inner if inner and inner.kind != "small" and (whole is None or whole.kind == "small") else whole


def _answers(guide: Guide) -> list[tuple[str | None, str | None, str]]:
    """(topic, option, what people answer to its question for it), what they say beside it, of no option, and how they
    say that they do not answer, of no topic either."""
    options = [(t.id, o.id, text) for t in guide.topics for o in t.options for text in (*o.examples, o.label, *o.said)]
    beside = [(t.id, None, text) for t in guide.topics for text in t.beside]
    nowhere = [(None, None, text) for name in ("refusals", "unknown") for text in entries("dodges", name)]
    return [*options, *beside, *nowhere]
