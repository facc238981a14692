"""What a piece of a message is by its nearest saying: one of the same form, if it is near enough and nearer than
anything that people answer."""

from __future__ import annotations

import numpy as np

from agent.talk.form import asks, begins_again, breaks_off, ends, marked, of_us, pauses
from agent.talk.known import STEERS, Known
from agent.talk.piece import Aside, Piece, Vectors
from agent.talk.said import Saying

# How near to a saying a sentence has to be, and how much nearer than to any answer: a question with its mark, one
# without, and a statement, which is an answer far more often.
_MARKED, _UNMARKED, _PLAIN = (0.42, -0.12), (0.5, -0.07), (0.58, 0.1)
_BREAK = (0.25, -0.12)  # … and an interruption that is announced as one
_PAUSE = 0.35  # … by asking for time
_STEER, _FINAL = (0.46, 0.01), (0.6, 0.08)  # … where it speaks of the interview; and where that would be over
_SAME = 0.95
_ENDS = frozenset({"restart", "finish"})
_SEEN, _VOICES, _MORE = 12, 4, 0.04  # sayings looked at, those of a kind that have a say, and what each adds


def nearest(known: Known, likeness: tuple[Vectors, Vectors], piece: Piece) -> Aside | None:
    """`likeness` of the piece to the rows of `known`; None where no saying is near enough."""
    said = piece.said
    form = asks(said)
    scores, answers = likeness
    own = float(answers[known.answering[piece.topic]].max())
    # A question is held against answers to what was asked; a statement may answer anything.
    answer = own if form else float(answers.max())
    fits = np.where(known.free | (known.asking == form), scores, np.float32(-1))
    best = _best(fits, known.sayings)
    saying, score = known.sayings[best], float(fits[best])
    near, lead = _MARKED if marked(said) else _UNMARKED if form and not ends(said) else _PLAIN
    if saying.kind in STEERS and of_us(said):
        near, lead = _FINAL if saying.kind in _ENDS else _STEER
        answer = own
    if saying.kind == "restart" and not begins_again(said):
        return None
    alone = said == piece.text.strip() or " " in said  # one word of several ends nothing: "I'm on my phone now. go"
    if saying.kind in _ENDS and score < _SAME and (pauses(piece.text) or not alone):
        return None
    if score >= near and score - answer >= lead:
        return piece.aside(saying.kind, saying.id, score, score - answer, saying.text)
    return _interruption(known, piece, scores, own, answer)


def _interruption(known: Known, piece: Piece, scores: Vectors, own: float, answer: float) -> Aside | None:
    """A message that breaks off in so many words may be less near."""
    if not (piece.whole and breaks_off(piece.text) and not marked(piece.text)):
        return None
    near, lead = _BREAK
    most = float(scores[known.breaks].max())
    asked = pauses(piece.text) and most >= _PAUSE
    if most < near or not (asked or most - own >= lead):
        return None
    return piece.aside("small", "interruption", most, most - answer)


def _best(fits: Vectors, sayings: tuple[Saying, ...]) -> int:
    """The nearest saying of the kind whose sayings are nearest on the whole: one alone may be so by chance."""
    kinds: dict[tuple[str, str], list[int]] = {}
    seen = np.argpartition(-fits, min(_SEEN, len(fits) - 1))[:_SEEN]
    for i in seen[np.argsort(-fits[seen], kind="stable")]:
        kinds.setdefault((sayings[i].kind, sayings[i].id), []).append(int(i))
    return max(kinds.values(), key=lambda rows: fits[rows[0]] + _MORE * float(fits[rows[1:_VOICES]].sum()))[0]
