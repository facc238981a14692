"""A model's answer to a question, from the statements that our own search found, each sentence checked.

The keyless answer is made first: it is the floor. The model's sentences are shown one by one as they pass the
claim check; one that fails gives way to the words of the statement it cites, or to nothing. Tables are made
from figures and stand below the model's words.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from agent.answer import Answerer
from agent.answering.checked import checked
from agent.answering.claims import Block, Claim, Draft, Piece, paragraph
from agent.answering.context import Context, stated
from agent.events import Answer, Token, Verdict
from agent.model import ModelClient
from agent.model_faults import ModelFault
from agent.model_reading import notice
from agent.model_sentences import Sentence, Sentences
from agent.prompting import Message, Prompt
from corpus.units import Unit

OFFERED = 24  # statements of a request
CLOSE = 8  # of them, how many of the best may speak for a sentence that failed
SENTENCES = 8  # of an answer; more is not an answer any more
EARLIER = 3, 200  # earlier messages, and characters of each


class ModelAnswerer:
    """As agent.answer.Answerer, with a model for the words. One call a question, none where the articles have
    nothing to say."""

    def __init__(self, client: ModelClient, prompt: Prompt, keyless: Answerer) -> None:
        self._client, self._prompt, self._keyless = client, prompt, keyless

    def ask(self, question: str, turns: Sequence[str] = ()) -> Answer:
        with closing(self.events(question, turns)) as events:
            return next(e for e in events if isinstance(e, Answer))

    def events(self, question: str, turns: Sequence[str] = ()) -> Generator[Token | Answer, None, None]:
        """The answer in pieces, each checked, and last the Answer, whose text they are. Never raises on odd
        input or a failing model; closing it hangs up."""
        context = self._keyless.understood(question, turns)
        floor = self._keyless.draft(context) if context else None
        if context is None or floor is None or floor.abstained:
            yield self._keyless.ask(question, turns)
            return
        writing = _Writing(context, _offer(context, floor))
        fault = None
        try:
            with closing(self._client.stream(self.request(question, turns, writing))) as pieces:
                for piece in pieces:
                    for text in writing.feed(piece):
                        yield Token(text)
                for text in writing.end():
                    yield Token(text)
        except ModelFault as error:
            fault = error
        answer = writing.answer(floor, whole=fault is None)
        if rest := answer.text[len(writing.shown) :]:
            yield Token(rest)
        engine = self._client.name if writing.shown else "keyless"
        yield replace(answer, engine=engine, notice=notice(fault) if fault else "")

    def request(self, question: str, turns: Sequence[str], writing: _Writing) -> list[Message]:
        most, length = EARLIER
        earlier = " / ".join(turn[:length] for turn in turns[-most:])
        return self._prompt.render(question=question, earlier=earlier, passages=list(writing.passages()))


@dataclass(frozen=True, slots=True)
class _Line:
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class _Passage:
    source: str
    section: str
    lines: tuple[_Line, ...]


class _Writing:
    """An answer in the making: what was offered under which key, what has passed and what was shown of it."""

    def __init__(self, context: Context, offered: Sequence[Unit]) -> None:
        self._context = context
        self._units = {key_of(unit): unit for unit in offered}
        self._best = set(list(self._units)[:CLOSE])
        self._sentences = Sentences()
        self._claims: list[Claim] = []
        self._dropped: list[tuple[str, Verdict]] = []
        self.shown = ""

    def passages(self) -> Iterator[_Passage]:
        """The statements by passage, in the order of the best of each."""
        groups: dict[str, list[str]] = {}
        for key, unit in self._units.items():
            groups.setdefault(unit.passage.id, []).append(key)
        for keys in groups.values():
            units = sorted((self._units[k].span.start, k) for k in keys)
            passage = self._units[keys[0]].passage
            lines = tuple(_Line(k, _line(self._units[k])) for _, k in units)
            yield _Passage(self._context.source(passage.article), passage.section, lines)

    def feed(self, piece: str) -> Iterator[str]:
        for sentence in self._sentences.feed(piece):
            yield from self._add(sentence)
        if self._sentences.lost or len(self._claims) > SENTENCES:
            raise ModelFault("endless")

    def end(self) -> Iterator[str]:
        for sentence in self._sentences.end():
            yield from self._add(sentence)

    def _add(self, sentence: Sentence) -> Iterator[str]:
        claim = self._claim(sentence)
        if claim is None:
            return
        self._claims.append(claim)
        text = checked(_draft(self._claims), self._context).text
        yield text[len(self.shown) :]
        self.shown = text

    def _claim(self, sentence: Sentence) -> Claim | None:
        """The sentence if it passes, else the words of what it cites if those are to the point, or None."""
        units = tuple(dict.fromkeys(self._units[k] for k in sentence.keys if k in self._units))
        verdict = self._verdict(claim := Claim(sentence.text, units)) if units else "fabricated"
        if verdict == "verified":
            return None if claim in self._claims else claim
        self._dropped.append((sentence.text, verdict))
        for unit in units[:1]:
            own = stated(self._context, unit)
            if key_of(unit) in self._best and not self._said((unit,)) and self._verdict(own) == "verified":
                return own
        return None

    def _verdict(self, claim: Claim) -> Verdict:
        answer = checked(_draft([claim]), self._context)
        if answer.dropped:
            return answer.dropped[0][1]
        return "verified" if answer.citations else "unsupported"

    def _said(self, units: Sequence[Unit]) -> bool:
        """Whether these very statements have been given already."""
        return any(set(units) <= set(claim.units) for claim in self._claims)

    def answer(self, floor: Draft, whole: bool) -> Answer:
        """What passed; completed from the keyless draft where the model broke off or was found wrong."""
        if not self._claims:
            return replace(checked(floor, self._context), dropped=tuple(self._dropped))
        rest: list[Block] = [b for b in floor.blocks if b.kind == "table"]
        if self._dropped or not whole:
            missing = [
                c for b in floor.blocks if b.kind != "table" for c in b.claims() if not self._said(c.units)
            ]
            rest = [*([paragraph(*missing)] if missing else []), *rest]
        blocks = (*_draft(self._claims).blocks, *rest)
        answer = checked(Draft(blocks, floor.kind), self._context)
        return replace(answer, dropped=(*self._dropped, *answer.dropped))


def _offer(context: Context, floor: Draft) -> list[Unit]:
    """The best statements, those of the keyless answer among them."""
    own = [unit for claim in floor.claims() for unit in claim.units]
    best = [scored.unit for scored in context.ranked[:OFFERED]]
    return list({unit.key: unit for unit in [*own, *best]}.values())[: max(OFFERED, len(own))]


def key_of(unit: Unit) -> str:
    """Four signs that mean nothing, so that a model can copy a key but not make one up."""
    digest = hashlib.sha256(f"{unit.key}".encode()).digest()
    return base64.b32encode(digest).decode().lower()[:4]


def _line(unit: Unit) -> str:
    return f"{unit.row}, {unit.column}: {unit.text}" if unit.kind == "cell" else unit.text


def _draft(claims: Sequence[Piece]) -> Draft:
    return Draft((paragraph(*claims),), "fact")
