"""An answer of a model in the making: what was offered under which keys, what of its draft has passed."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from agent.answering.checked import checked
from agent.answering.claims import Block, Claim, Draft, Frame, Piece, paragraph
from agent.answering.context import Context, stated
from agent.cite import Checked, Checker, Quote
from agent.events import Answer, Verdict
from agent.llm.faults import ModelFault
from agent.llm.sentences import Sentence, Sentences
from agent.llm.strict import stricter
from corpus.units import Unit

OFFERED = 24  # statements of a request
CLOSE = 8  # of them, how many of the best may speak for a sentence that failed
SENTENCES = 8  # of an answer; more is not an answer any more
_MARKUP = re.compile(r"[<>{}`|\\]|\*\*|__|https?:|www\.|\?")  # nothing that a page would act on, and no question
_NEGATION = re.compile(r"\b(?:not|no|never|none|neither|nor|without|rarely|hardly|cannot)\b|n['’]t\b", re.I)


@dataclass(frozen=True, slots=True)
class _Line:
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class _Passage:
    source: str
    section: str
    lines: tuple[_Line, ...]


class Writing:
    """An answer in the making: what was offered under which key, what has passed and what was shown of it."""

    def __init__(self, context: Context, checker: Checker, floor: Draft) -> None:
        self._context, self._checker, self._floor = context, checker, floor
        offered = offer(context, floor)
        self._kept = [block for block in floor.blocks if _is_structure(block)]
        self._told = {claim.statement for block in self._kept for claim in block.claims()}
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
        text = checked(_draft(self._claims), self._context, self._checker).text
        yield text[len(self.shown) :]
        self.shown = text

    def _claim(self, sentence: Sentence) -> Claim | None:
        """The sentence if it passes, with what carries it; else the words of what it cites, if those are to
        the point; else None."""
        units = tuple(dict.fromkeys(self._units[k] for k in sentence.keys if k in self._units))
        found = self._check(sentence.text, units)
        if found.verdict in ("verified", "moved"):
            claim = Claim(sentence.text, found.units)
            return None if claim in self._claims or sentence.text in self._told else claim
        self._dropped.append((sentence.text, found.verdict))
        for unit in units[:1]:
            own = stated(self._context, unit)
            near = key_of(unit) in self._best and not self._said((unit,))
            if near and self._checker.against(own.statement, own.units).holds:
                return own
        return None

    def _check(self, text: str, units: Sequence[Unit]) -> Checked:
        """The verdict; a sentence with a wrong source but a true one elsewhere is moved there."""
        if not units:
            return Checked("fabricated", "It names no statement that was offered.")
        if _MARKUP.search(text):
            return Checked("unsupported", "It is more than a statement.")
        found = self._checker.against(text, units)
        if not found.holds and found.verdict != "flipped":  # a contradiction of what it cites stands nowhere else
            articles = self._context.articles
            quotes = [Quote(u.passage.article, u.quote.of(articles[u.passage.article].text)) for u in units]
            found = self._checker.check(text, quotes)
        return self._stricter(text, found) if found.units and found.verdict in ("verified", "moved") else found

    def _stricter(self, text: str, found: Checked) -> Checked:
        """A model gets no benefit of the doubt: it may not add a "not", or a role, to what it cites, nor put it
        into another order."""
        if _negations(text) > sum(_negations(unit.text) for unit in found.units):
            return Checked("flipped", "It denies what is stated.")
        bare = text
        for article in self._context.articles.values():
            bare = bare.replace(article.publisher or " ", " ")  # "FDE Academy" names no role
        if not set(self._context.roles.ids(bare)) <= {role for unit in found.units for role in unit.about()}:
            return Checked("wrong-role", "It names a role that is not meant there.")
        if any(text.rstrip(".") == unit.text.rstrip(".") for unit in found.units):
            return found
        verdict = stricter(bare, found.units, self._context.roles, self._context.statements.tokenizer)
        return found if verdict == "verified" else Checked(verdict, "It does not keep to the words that it cites.")

    def _said(self, units: Sequence[Unit]) -> bool:
        """Whether these very statements have been given already."""
        return any(set(units) <= set(claim.units) for claim in self._claims)

    def answer(self, whole: bool) -> Answer:
        """What passed, above the lists and tables of the keyless draft; completed from the rest of that where
        the model broke off or was found wrong."""
        if not self._claims:
            plain = checked(self._floor, self._context, self._checker)
            return replace(plain, dropped=(*self._dropped, *plain.dropped))
        rest = list(self._kept)
        if self._dropped or not whole:
            plainly = [block for block in self._floor.blocks if block not in self._kept]
            missing = [c for block in plainly for c in block.claims() if not self._said(c.units)]
            rest = [*([paragraph(*missing)] if missing else []), *rest]
        blocks = (*_draft(self._claims).blocks, *rest)
        answer = checked(Draft(blocks, self._floor.kind), self._context, self._checker)
        return replace(answer, dropped=(*self._dropped, *answer.dropped))


def _is_structure(block: Block) -> bool:
    """Tables, lists, and what has framing words of ours: a model words around these, not instead of them."""
    return block.kind != "paragraph" or any(isinstance(piece, Frame) for row in block.rows for piece in row)


def offer(context: Context, floor: Draft) -> list[Unit]:
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


def _negations(text: str) -> int:
    return len(_NEGATION.findall(text))
