"""What of a message is said beside the answer, told by meaning: by the nearest saying, and by all of them together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from agent.guide import Guide
from agent.talk.form import FEW, begins_again, opened, sentences
from agent.talk.known import STEERS, Known
from agent.talk.nearest import nearest
from agent.talk.opposed import Against, Standing, opposed
from agent.talk.piece import Aside, Piece, Span, Vectors
from agent.talk.sorts import Sorts
from agent.understanding.contrast import Contrast
from agent.understanding.topics import Embed

# By how much a kind of talk has to be ahead of an answer, by all its sayings, where none alone is near enough.
_AHEAD = {
    "left": 0.3, "summary": 0.3, "why": 0.3, "clarify": 0.3, "back": 0.5, "finish": 0.4, "small": 0.4,
    "change": 0.6, "skip": 0.7, "about": 0.6, "turned": 1.0, "restart": 1.0, "roles": 0.2,
}  # fmt: skip
_BEHIND, _SURE = -0.2, 0.75  # so far behind, they speak against a saying that is not as near as this
_FAR = 0.5  # of a saying that steers, which all together may speak against
_SCORE, _STEP, _MOST = 0.5, 0.25, 0.9  # what being ahead is as a nearness: at 0, more for each 1, and at most
_PIECES = 4  # sentences looked at
_LONGEST = 400  # characters of each
Sides = Callable[[str | None], "Contrast | None"]


class Talk:
    """Safe to share between threads. Without embeddings nothing is heard."""

    def __init__(self, guide: Guide, embed: Embed, sorts: Sorts | None = None, sides: Sides | None = None) -> None:
        """`sides`: what sets a topic's options apart, by its id, or with None the topics themselves."""
        self._embed = embed
        self._sides = sides or (lambda _: None)
        self._known = Known(guide, embed)
        self._sorts = sorts or Sorts([guide], embed)

    def heard(self, text: str, topic: str | None) -> list[Aside]:
        """What of `text` is said beside the answer to the question on `topic`, in its order."""
        spans = _pieces(text)
        inner = [opened(text, span) for span in spans]
        distinct = list(dict.fromkeys((*spans, *inner)))
        vectors = self._rows([text[a:b] for a, b in distinct]) if spans else None
        known = self._known.rows() if vectors is not None else None
        if vectors is None or known is None:
            return []
        whole = len(spans) == 1 or spans[-1] == (spans[0][0], spans[-2][1])
        likeness = [rows @ vectors.T for rows in known]  # of all pieces at once: the rows are read once
        each = {
            span: self._aside((likeness[0][:, i], likeness[1][:, i]), Piece(text, *span, vectors[i], topic, whole))
            for i, span in enumerate(distinct)
        }
        found = [_plainer(each[a], each[b]) for a, b in zip(spans, inner, strict=True)]
        if len(spans) > 1 and whole and (last := found[-1]):  # the message says no more than one of its sentences
            found[-1] = None if any(a and (a.kind, a.id) == (last.kind, last.id) for a in found[:-1]) else last
        return sorted((a for a in found if a), key=lambda aside: aside.start)

    def asked(self, text: str) -> float:
        """By how much `text` is liker to what people ask or tell the interviewer than to what they answer; 0 without
        embeddings."""
        rows = self._rows([text])
        return 0.0 if rows is None else self._sorts.likeliest(text, rows[0])[2]

    def opposed(
        self, texts: Sequence[str], pending: str | None, standing: Mapping[str, tuple[str, frozenset[str]]]
    ) -> list[list[Against]]:
        """For each of `texts` what it may go against of `standing`: topic -> (option, those opposite to it)."""
        rows = self._rows(texts)
        topics = self._sides(None) if rows is not None else None
        if rows is None or topics is None:
            return [[] for _ in texts]
        against = [
            Standing(topic, option, opposite, sides)
            for topic, (option, opposite) in standing.items()
            if topic != pending and opposite and topic in topics.options and (sides := self._sides(topic))
        ]
        return [list(opposed(topics, text, row, pending, against)) for text, row in zip(texts, rows, strict=True)]

    def likeness(self, text: str, others: Sequence[str]) -> list[float] | None:
        """How near `text` is to each of `others`, -1..1; None without embeddings."""
        rows = self._rows([text, *others])
        return None if rows is None else [float(s) for s in rows[1:] @ rows[0]]

    def options(self, texts: Sequence[str]) -> list[dict[tuple[str, str], tuple[float, str]]]:
        """For each of `texts`, (topic, option) -> how near what people say for it comes, and the nearest of it."""
        rows = self._rows(texts)
        known = self._known.rows() if rows is not None else None
        if rows is None or known is None:
            return [{} for _ in texts]
        return [self._known.by_option(known[1] @ row) for row in rows]

    def _rows(self, texts: Sequence[str]) -> Vectors | None:
        return self._embed([t[:_LONGEST] for t in texts], False)

    def _aside(self, likeness: tuple[Vectors, Vectors], piece: Piece) -> Aside | None:
        """What a piece is by its nearest saying, unless all sayings together speak against it; or by these."""
        kind, id, lead = self._sorts.likeliest(piece.said, piece.vector)
        near = nearest(self._known, likeness, piece)
        score = min(_MOST, _SCORE + _STEP * lead)
        asks = kind not in ("", *STEERS) and lead >= _AHEAD.get(kind, 1.0)
        if near is not None and near.kind in STEERS and near.score < _FAR and asks:
            return piece.aside(kind, id, score, lead)  # one saying alone is no ground for it
        if near is not None and (lead > _BEHIND or near.score >= _SURE):
            return replace(near, score=max(near.score, score)) if (kind, id) == (near.kind, near.id) else near
        if not kind or lead < _AHEAD[kind] or (kind == "restart" and not begins_again(piece.said)):
            return None
        return piece.aside(kind, id, score, lead)


def _pieces(text: str) -> list[Span]:
    """The sentences that are looked at, and the whole message where it is short."""
    spans = sentences(text)
    if len(spans) > _PIECES:
        spans = [spans[0], *spans[1 - _PIECES :]]
    if len(spans) > 1 and len(text.split()) <= FEW:
        spans = [*spans, (spans[0][0], spans[-1][1])]
    return spans


def _plainer(whole: Aside | None, inner: Aside | None) -> Aside | None:
    """A sentence as it is, or what follows its opening, where that asks for more than a moment."""
    return inner if inner and inner.kind != "small" and (whole is None or whole.kind == "small") else whole
