"""Everything put together: one object that the doors (browser, terminal, JSON lines) are given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from agent.answer import Answerer
from agent.settings import Settings
from corpus.library import Library

if TYPE_CHECKING:
    from agent.events import Answer
    from corpus.index import Progress


class Fieldnote:
    """Built once at an entrance by `open`; safe to share between threads."""

    def __init__(self, settings: Settings, library: Library, answerer: Answerer) -> None:
        self.settings = settings
        self.library = library
        self.answerer = answerer

    @classmethod
    def open(cls, settings: Settings, progress: Progress | None = None) -> Fieldnote:
        """CorpusError or LogError, each with what to do, when the data cannot be used."""
        library = Library.open(settings.data, embeddings=settings.embeddings, shipped=settings.shipped, progress=progress)
        return cls(settings, library, Answerer(library))

    @property
    def engine(self) -> str:
        """What it runs on, in one line."""
        return f"model {self.settings.model}" if self.settings.model else "keyless (no language model)"

    def ask(self, question: str, turns: Sequence[str] = ()) -> Answer:
        return self.answerer.ask(question, turns)

    def compare(self, roles: Sequence[str], measures: Sequence[str]) -> Answer:
        """The cited table of `roles` (ids) by `measures` (ids of corpus/measures.yaml)."""
        return self.answerer.compare(roles, measures)

    def close(self) -> None:
        self.library.close()
