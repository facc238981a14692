"""Question -> checked answer, without a model: understand, search, select, compose, check.

`Answerer.ask` never raises on odd input: what cannot be answered comes back as an abstention in plain words.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from agent.answering import patterns
from agent.answering.advice import sought
from agent.answering.asking.described import Described
from agent.answering.asking.orders import without_orders
from agent.answering.asking.parts import parts
from agent.answering.asking.request import request
from agent.answering.checked import checked
from agent.answering.claims import Draft, Frame, paragraph
from agent.answering.compare import side_by_side
from agent.answering.context import Context
from agent.answering.differing import with_others
from agent.answering.dispute import settled
from agent.answering.disputing.sources import pair_of
from agent.answering.expected import expect, set_against
from agent.answering.gate import missing
from agent.answering.gating.places import at_home
from agent.answering.joint import of_both, of_roles, on_premise
from agent.answering.library import asks_source, by_source, of_library
from agent.answering.meant import meant
from agent.answering.plans import compose
from agent.answering.question import Question, understand
from agent.answering.select import rank
from agent.answering.spelling import respelt
from agent.answering.terms import content_terms
from agent.answering.told import with_told
from agent.cite import Checker
from agent.events import Answer, Token
from corpus.article import Article, Passage
from corpus.facets import measure_name
from corpus.minilm import Vectors
from corpus.roles import Roles
from corpus.search import Hit
from corpus.statements import Builder, Progress, Statements

LONGEST = 2_000  # characters of a question that are read
_CUT = f"Of your message only the questions were read: it is longer than {LONGEST:,} characters."
_UNSEEN = re.compile(
    r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


class Shelf(Protocol):
    """What answering needs of a library."""

    @property
    def articles(self) -> Mapping[str, Article]: ...
    @property
    def passages(self) -> Mapping[str, Passage]: ...
    @property
    def roles(self) -> Roles: ...
    @property
    def words(self) -> frozenset[str]: ...
    def search(self, query: str, k: int = 10) -> list[Hit]: ...
    def embed(self, texts: Sequence[str], keep: bool = False) -> Vectors | None: ...
    def embed_questions(self, texts: Sequence[str], keep: bool = False) -> Vectors | None: ...


class Answerer:
    """Answers over one library; any number of threads may ask."""

    def __init__(self, library: Shelf) -> None:
        self._library = library
        self._builder = Builder(library.embed, library.embed_questions)
        self._describe = Described(library.embed_questions)
        self._made: tuple[Mapping[str, Article], Statements] | None = None
        self._checker: tuple[Statements, Checker] | None = None
        self._lock = threading.Lock()

    def statements(self, progress: Progress | None = None) -> Statements:
        """The library's units, made again when it has changed."""
        articles = self._library.articles
        made = self._made
        if made is None or made[0] is not articles:
            with self._lock:
                if self._made is None or self._made[0] is not articles:
                    self._made = (articles, self._builder.build(articles.values(), self._library.roles, progress))
                made = self._made
        return made[1]

    def _publishers(self) -> frozenset[str]:
        return frozenset(a.publisher for a in self._library.articles.values() if a.publisher)

    def checker(self) -> Checker:
        """The claim check over the library as it is now."""
        statements = self.statements()
        made = self._checker
        if made is None or made[0] is not statements:
            made = self._checker = (statements, Checker(statements, self._library.articles, self._library.roles))
        return made[1]

    def ask(self, question: str, turns: Sequence[str] = ()) -> Answer:
        """The answer to `question`, whose left-out parts are in `turns`, the earlier user messages."""
        context = self.understood(question, turns)
        if context is None:
            return Answer(
                "Ask a question about the roles, for example: who writes more production code, an FDE or a TAM?",
                abstained=True,
                kind="abstention",
            )
        draft = self.draft(context)
        if len(_seen(question)) > LONGEST:
            draft = replace(draft, blocks=(*draft.blocks, paragraph(Frame(_CUT))))
        return checked(draft, context, self.checker())

    def events(self, question: str, turns: Sequence[str] = ()) -> Generator[Token | Answer, None, None]:
        """As `ask`: the text as one piece, then the Answer."""
        answer = self.ask(question, turns)
        yield Token(answer.text)
        yield answer

    def understood(self, question: str, turns: Sequence[str] = ()) -> Context | None:
        """What is asked and the statements ranked for it; None when there are no words in it."""
        text = without_orders(clean(question))
        if not re.search(r"\w", text):
            return None
        words, english = self.statements().vocabulary, self._library.words
        earlier = [respelt(clean(turn), words, english) for turn in turns if turn][-6:]
        if earlier and asks_source(text):
            return self.context(replace(self._read(earlier[-1], earlier[:-1]), sourced=True))
        asked = respelt(text, words, english)
        read = self._read(asked, earlier)
        if earlier and len(read.roles) == 1 and patterns.OTHER.search(read.asked):
            before = self._read(earlier[-1], earlier[:-1])
            # "and the other role?": of those that the answer's article compares
            if before.roles == read.roles and (pair := self._compared(before)):
                read = self._read(asked, [*earlier[:-1], pair, earlier[-1]])
        return self.context(read)

    def _compared(self, asked: Question) -> str:
        """The names of the two roles that the article compares from which `asked` is answered; "" where it is not, or
        speaks more of others."""
        units, known = self.statements().units, self._library.roles
        first = next((units[i] for near in self.context(asked).answers for i in near.units), None)
        if first is None:
            return ""
        pair = self._library.articles[first.passage.article].roles
        return " and ".join(map(known.name, pair)) if len(pair) == 2 and set(asked.roles) <= set(pair) else ""

    def _alone(self, text: str, turns: Sequence[str] = ()) -> Context:
        """A part of what is asked, read for itself."""
        return self.context(self._read(text, turns))

    def _after(self, context: Context) -> Callable[..., Context]:
        """As `_alone`, behind what was said before it where it leans on that."""
        question = context.question
        before = question.text.removesuffix(question.asked).strip() if question.follows else ""
        return lambda text, turns=(): self._alone(text, (before, *turns) if before else turns)

    def _read(self, text: str, turns: Sequence[str]) -> Question:
        read = understand(text, turns, self._library.roles, self._publishers(), self._describe)
        if (not read.roles or read.hinted) and (pair := pair_of(text, self._library.articles)):
            names = " and ".join(
                self._library.roles.name(role) for role in pair
            )  # "which of the two in the Valenx piece"
            return understand(f"{names}: {text}", turns, self._library.roles, self._publishers(), self._describe)
        return read

    def compare(self, roles: Sequence[str], measures: Sequence[str]) -> Answer:
        """The roles (ids) side by side on the measures (ids); a row a measure, every cell cited or "not stated"."""
        known = self._library.roles
        text = f"Compare {' and '.join(known.name(r) for r in roles)}: {', '.join(measure_name(m) for m in measures)}"
        context = self.context(
            replace(understand(text, (), known), roles=tuple(roles), measures=tuple(measures), kind="comparison")
        )
        return checked(side_by_side(context), context, self.checker())

    def context(self, read: Question) -> Context:
        statements, read = self.statements(), at_home(read)
        hits = self._library.search(read.text, 24)
        wordings = [read.text, read.asked] if read.hinted else [read.text]
        vectors = self._library.embed(wordings, False)
        found = {hit.passage.id: hit.score for hit in hits}
        vectors_asked = self._library.embed_questions(wordings, False)
        terms = content_terms(read, statements)
        expected = expect(statements, vectors_asked, terms)
        ranked = rank(read, statements, None if vectors is None else vectors[0], found, expected)
        library = self._library
        read = meant(read, expected, statements, library.roles)
        made = Context(
            read,
            statements,
            library.roles,
            library.articles,
            ranked,
            expected.answers,
            set_against(statements, vectors_asked, terms),
            library.embed,
            library.embed_questions,
        )
        return sought(made)

    def draft(self, context: Context) -> Draft:
        ordered = patterns.ORDER.search(context.question.asked)  # whatever else it quotes, no orders are taken
        if not ordered and (found := settled(context)):
            return found
        if not ordered and (held := of_library(context) or of_roles(context, self._alone)):
            return held
        if gone := missing(context):
            return gone
        if (asked := parts(context.question.asked)) and (both := of_both(context, asked, self._after(context))):
            return both
        if made := compose(context):
            if context.question.sourced:
                return by_source(context, made)
            return on_premise(context, with_others(context, with_told(context, made)), self._alone)
        return Draft((paragraph(Frame("The articles do not answer that.")),), "abstention", True)


def clean(text: str) -> str:
    """`text` without characters that no one sees, on one line; of what is longer than LONGEST what it asks, where
    that is short enough, else its beginning and its end."""
    seen = _seen(text)
    if len(seen) <= LONGEST:
        return seen
    asked, half = request(seen, with_pointed=False), LONGEST // 2
    return asked if len(asked) <= LONGEST else f"{seen[:half].rsplit(' ', 1)[0]} … {seen[-half:].split(' ', 1)[-1]}"


def _seen(text: str) -> str:
    return " ".join(_UNSEEN.sub("", text).split())
