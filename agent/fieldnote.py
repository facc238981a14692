"""Everything put together: one object that the doors (browser, terminal, JSON lines) are given."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from functools import partial
from importlib import resources
from pathlib import Path

from agent.answer import Answerer
from agent.criteria import Criteria, load_criteria
from agent.engines import Engines, engines, keyless_engines
from agent.events import Answer, Report, Token
from agent.grounds import Grounds
from agent.guide import Guide, load_guide
from agent.interview import Interview, InterviewError
from agent.llm.check import check
from agent.log import Entry, Log
from agent.parts import Parts
from agent.replay import Replay, replay
from agent.report import report
from agent.settings import Settings
from agent.state import InterviewState
from agent.talk.heard import Talk
from agent.talk.sorts import Sorts
from agent.understand import KeylessReader
from agent.understanding.kept import Fits
from corpus.figures import Figure
from corpus.library import Library

Progress = Callable[[str, int, int], None]


class Fieldnote:
    """Built once at an entrance by `open`; safe to share between threads."""

    def __init__(
        self,
        settings: Settings,
        library: Library,
        answerer: Answerer,
        log: Log,
        guides: Mapping[str, tuple[Guide, Criteria]],
    ) -> None:
        self.settings = settings
        self.library = library
        self.answerer = answerer
        self.log = log
        fits = Fits(settings.data / "fits")
        self._reader = KeylessReader(library.embed, fits)
        self._sorts = Sorts([guide for guide, _ in guides.values()], library.embed, fits)
        self._talks = {
            id: Talk(guide, library.embed, self._sorts, partial(self._reader.sides, guide))
            for id, (guide, _) in guides.items()
        }
        self._engines = engines(settings, self._reader, answerer)
        plain = keyless_engines(self._reader, answerer)
        self._parts = {id: self._assembled(*files, self._engines) for id, files in guides.items()}
        self._keyless = {id: self._assembled(*files, plain) for id, files in guides.items()}

    @classmethod
    def open(cls, settings: Settings, progress: Progress | None = None) -> Fieldnote:
        """CorpusError, LogError or GuideError, each with what to do, when something cannot be used."""
        library = Library.open(
            settings.data, embeddings=settings.embeddings, shipped=settings.shipped, progress=progress
        )
        answerer = Answerer(library)
        return cls(settings, library, answerer, Log(settings.database), load_guides())

    @property
    def guides(self) -> dict[str, Guide]:
        return {id: parts.guide for id, parts in self._parts.items()}

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure that the articles state."""
        return self.answerer.statements().figures

    @property
    def engine(self) -> str:
        """What it runs on, in one line."""
        return self._engines.name

    @property
    def has_model(self) -> bool:
        """Whether a model is configured, well or not: only then can a person choose to go on keyless."""
        return self._engines.client is not None

    def health(self, ask: bool = False) -> str:
        """What is wrong with the model, in one sentence, or "": as the last call found it, or as the server
        says when it is asked now (which takes up to five seconds)."""
        client = self._engines.client
        if client is None:
            return ""
        fault = check(client) if ask else client.fault
        return str(fault) if fault else ""

    def ask(self, question: str, turns: Sequence[str] = (), *, keyless: bool = False) -> Answer:
        """The checked answer to `question`; `turns` are the earlier user messages."""
        return (self.answerer if keyless else self._engines.answerer).ask(question, turns)

    def answering(
        self, question: str, turns: Sequence[str] = (), *, keyless: bool = False
    ) -> Generator[Token | Answer, None, None]:
        """As `ask`, in pieces that have passed the check, and last the Answer; closing it stops a model."""
        yield from (self.answerer if keyless else self._engines.answerer).events(question, turns)

    def compare(self, roles: Sequence[str], measures: Sequence[str]) -> Answer:
        """The cited table of `roles` (ids) by `measures` (ids of corpus/measures.yaml)."""
        return self.answerer.compare(roles, measures)

    def interview(self, guide_id: str, *, keyless: bool = False) -> Interview:
        """A new interview, opened with consent; InterviewError names the guides there are. `keyless`: without
        the model, if there is one."""
        if guide_id not in self._parts:
            known = ", ".join(sorted(self._parts))
            raise InterviewError(f"There is no guide called {guide_id!r}; there are: {known}.")
        return Interview.open(self._with(keyless)[guide_id], self.log)

    def resume(self, interview_id: str, *, keyless: bool = False) -> Interview:
        return Interview.resume(self._with(keyless), self.log, interview_id)

    def replay(self, interview_id: str) -> Replay:
        """The interview played again from its log, with its decisions."""
        interview = self.resume(interview_id)
        parts = self._parts[interview.state.guide]
        return replay(parts.guide, parts.criteria, self.log.read(interview_id))

    def warm(self) -> None:
        """Reads ahead, in some seconds, what the first answer and the first replies would otherwise wait for."""
        self.answerer.ask("What is an FDE?")
        self._sorts.prepare()
        for guide in self.guides.values():
            self._reader.prepare(guide)

    def interviews(self) -> list[Entry]:
        return self.log.interviews()

    def erase(self, interview_id: str) -> int:
        """Everything that the interview left; how many events that was."""
        if self._engines.reporter:
            self._engines.reporter.forget(interview_id)
        return self.log.erase(interview_id)

    def close(self) -> None:
        self._engines.close()
        self.log.close()
        self.library.close()

    def _assembled(self, guide: Guide, criteria: Criteria, chosen: Engines) -> Parts:
        def report_on(state: InterviewState) -> Report:
            names = {id: role.name for id, role in self.library.roles.all.items()}
            made = report(guide, criteria, state, self._grounds(), self.figures, names)
            return chosen.reporter.word(made) if chosen.reporter and state.done else made

        return Parts(
            guide,
            criteria,
            chosen.engine,
            chosen.answerer,
            self._grounds(),
            report_on,
            floor=chosen.floor,
            talk=self._talks[guide.id],
            has_model=chosen.client is not None,
        )

    def _with(self, keyless: bool) -> dict[str, Parts]:
        return self._keyless if keyless else self._parts

    def _grounds(self) -> Grounds:
        return Grounds(self.library.articles, self.library.passages)


def load_guides(folder: Path | None = None) -> dict[str, tuple[Guide, Criteria]]:
    """Every guide of `folder` (prompts/) that has criteria, by id. GuideError names the file that does not hold."""
    root = folder or Path(str(resources.files("prompts")))
    found = {}
    for path in sorted((root / "guides").glob("*.yaml")):
        if (beside := root / "criteria" / path.name).exists():
            guide = load_guide(path)
            found[guide.id] = (guide, load_criteria(beside, guide))
    return found
