"""The corpus's door: a folder of documents, searched."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import resources
from pathlib import Path
from types import MappingProxyType

from corpus import shelf
from corpus.article import Article, Passage
from corpus.dense import Dense
from corpus.discovery import discover
from corpus.embed import Encoder, make_encoder
from corpus.errors import CorpusError, EmbeddingError
from corpus.generation import Generation
from corpus.index import Progress, build_index, load_index
from corpus.lock import writing
from corpus.minilm import Vectors
from corpus.reading import read_cached
from corpus.recent import Remembering
from corpus.roles import Roles
from corpus.search import Hit, Ranker, hits
from corpus.shelf import Added
from corpus.store import refuse_server_settings
from corpus.tokens import Tokenizer

LONGEST_QUERY = 2_000  # characters
PATIENCE = 20.0  # seconds to wait for another process that writes


@dataclass(frozen=True)
class _Snapshot:
    """All that a reader needs, swapped as one."""

    articles: Mapping[str, Article]
    passages: Mapping[str, Passage]
    order: Sequence[Passage]
    roles: Roles
    ranker: Ranker
    notice: str


class Library:
    """Articles, their passages, search and embeddings. Any number of threads may read while one writes: a
    reader sees the library as it was before a change or after it."""

    def __init__(self, folder: Path, encoder: Encoder | None, notice: str, shipped: bool) -> None:
        self._folder = folder
        self._index = folder / "index"
        self._encoder = encoder
        self._encoder_notice = notice
        self._shipped = shipped
        self._tokenizer = Tokenizer()
        self._roles = Roles.shipped()
        self._writer = threading.Lock()
        questions: Encoder | None = getattr(encoder, "questions", None)
        self._plain = Remembering(encoder, folder / "vectors.sqlite") if encoder else None
        self._questions = Remembering(questions, folder / "vectors.sqlite") if questions else None
        self._now = _Snapshot({}, {}, (), self._roles, Ranker.empty(self._tokenizer, self._roles), notice)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        embeddings: str = "bundled",
        shipped: bool = True,
        progress: Progress | None = None,
    ) -> Library:
        """The library in `folder`, its index built or brought up to date. CorpusError when that cannot be."""
        refuse_server_settings()
        shelf.make(folder)
        encoder, notice = make_encoder(embeddings, folder / "weights.json")
        library = cls(folder, encoder, notice, shipped)
        library.refresh(progress)
        return library

    @property
    def articles(self) -> Mapping[str, Article]:
        return self._now.articles

    @property
    def passages(self) -> Mapping[str, Passage]:
        """In the order of the articles, and of each article's text."""
        return self._now.passages

    @property
    def roles(self) -> Roles:
        return self._now.roles

    @property
    def notice(self) -> str:
        """What a person must be told: search by words alone and why, an index mended or not up to date."""
        return self._now.notice

    def search(self, query: str, k: int = 10) -> list[Hit]:
        """The best `k` passages, best first; none for an empty query. Of a long query the beginning
        counts."""
        now = self._now
        query = query[:LONGEST_QUERY]
        if not query.strip():
            return []
        return hits(now.ranker.rank(query, k, self._encode_query), now.order)

    def embed(self, texts: Sequence[str], keep: bool = False) -> Vectors | None:
        """n x d, rows of length 1; None without embeddings. `keep` stores the vectors on disk: for static
        texts only, never for what a person wrote."""
        return _rows(self._plain, texts, keep)

    def embed_questions(self, texts: Sequence[str], keep: bool = False) -> Vectors | None:
        """As `embed`, by the adapter for questions where the model has one: a question lies near those that have
        the same answer, and near the statement that gives it."""
        return _rows(self._questions or self._plain, texts, keep)

    @cached_property
    def words(self) -> frozenset[str]:
        """Common English words, as the bundled model's tokenizer knows them; empty with another model."""
        known = getattr(self._encoder, "words", None)
        return known() if callable(known) else frozenset()

    def add(self, paths: Iterable[Path], progress: Progress | None = None) -> list[Added]:
        """Copy files, or the files of folders, into the library and index them; what each came to, in
        order."""
        with self._writer, writing(self._folder, PATIENCE):
            taken = {article.id for article in self._now.articles.values() if article.shipped}
            added = shelf.add(self._folder, list(paths), taken, progress or _silent)
            if any(one.outcome in ("added", "updated") for one in added):
                self._rebuild(progress or _silent)
            return [
                replace(one, article=self._now.articles.get(one.article.id, one.article)) if one.article else one
                for one in added
            ]

    def remove(self, article_id: str, progress: Progress | None = None) -> None:
        """Take a person's document out of the library and the index. CorpusError for unknown and shipped
        ones."""
        with self._writer, writing(self._folder, PATIENCE):
            article = self._now.articles.get(article_id)
            if article is None:
                raise CorpusError(f"There is no article {article_id} in the library.")
            if article.shipped:
                raise CorpusError(f"{article_id} comes with fieldnote and stays.")
            shelf.remove(self._folder, article_id)
            self._rebuild(progress or _silent)

    def refresh(self, progress: Progress | None = None) -> None:
        """Take up what has changed in the folder since; nothing is written when nothing has."""
        with self._writer:
            articles, problems = self._read(progress or _silent)
            generation = load_index(self._index, articles, self._encoder)
            if generation is not None:
                self._swap(articles, generation, problems)
                return
            with writing(self._folder, PATIENCE):
                self._rebuild(progress or _silent)

    def close(self) -> None:
        for encoder in (self._plain, self._questions):
            if encoder:
                encoder.close()

    def _read(self, progress: Progress) -> tuple[list[Article], list[str]]:
        """Shipped articles and the person's own, and what could not be read."""
        cache = self._index / "read"
        articles, problems = [], []
        if self._shipped:
            with resources.as_file(resources.files("corpus") / "articles") as folder:
                articles = [read_cached(p, p.stem, cache, shipped=True) for p in sorted(folder.glob("*.md"))]
        own = shelf.documents(self._folder)
        taken = {article.id for article in articles}
        for number, path in enumerate(own):
            if len(own) > 50:
                progress("reading documents", number, len(own))
            if path.stem in taken:
                problems.append(f"{path.name} was left out: another article has its name; rename it.")
                continue
            taken.add(path.stem)
            try:
                articles.append(read_cached(path, path.stem, cache))
            except CorpusError as error:
                problems.append(str(error))
        return articles, problems

    def _rebuild(self, progress: Progress) -> None:
        articles, problems = self._read(progress)
        try:
            generation, notice = build_index(self._index, articles, self._encoder, self._tokenizer, progress)
        except EmbeddingError as error:
            self._encoder_notice = f"Search works by words alone: {error}"
            generation, notice = build_index(self._index, articles, None, self._tokenizer, progress)
        self._swap(articles, generation, [notice, *problems] if notice else problems)

    def _swap(self, articles: list[Article], generation: Generation, problems: list[str]) -> None:
        roles = self._roles.with_extra(discover([_named(a) for a in articles if not a.shipped], self._roles))
        articles = [a if a.roles else replace(a, roles=roles.ids(a.title)) for a in articles]  # on whom it is
        order = [passage for article in articles for passage in article.passages]
        vectors = generation.vectors
        dense = Dense(vectors) if vectors is not None and len(vectors) else None
        self._now = _Snapshot(
            MappingProxyType({article.id: article for article in articles}),
            MappingProxyType({passage.id: passage for passage in order}),
            order,
            roles,
            Ranker(generation.sparse, dense, self._tokenizer, roles),
            " ".join(filter(None, [self._encoder_notice, *problems])),
        )

    def _encode_query(self, query: str) -> Vectors | None:
        rows = self.embed([query])
        return None if rows is None else rows[0]


def _rows(encoder: Remembering | None, texts: Sequence[str], keep: bool) -> Vectors | None:
    """None without an encoder, and where it fails."""
    try:
        return encoder.encode(texts, keep) if encoder else None
    except EmbeddingError:
        return None


def _named(article: Article) -> tuple[list[str], str]:
    headings = [article.title, *(passage.heading for passage in article.passages)]
    return headings + [column for passage in article.passages for column in passage.columns], article.text


def _silent(what: str, done: int, total: int) -> None:
    """No one watches."""
