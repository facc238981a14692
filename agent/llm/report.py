"""A model's words for a report's summary and next steps; everything that they say is code's.

Each sentence is held against the facts that it names: no word of meaning, number or "not" that does not stand
in them. One that fails is left out of the summary, or stays in our own words among the steps.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from agent.events import Report
from agent.exporting.markdown import markdown
from agent.llm.faults import ModelFault
from agent.llm.own_words import told_from
from agent.llm.tolerant_json import parse
from agent.model import ModelClient
from agent.prompting import Prompt
from agent.reporting.document import document

MOST = 4  # sentences of a summary
KEPT = 100  # reports whose words are kept, so that looking at one again asks for nothing


class _Said(BaseModel):
    text: str
    facts: list[str] = []


class _Words(BaseModel):
    summary: list[_Said]
    steps: list[_Said] = []


@dataclass(frozen=True, slots=True)
class _Fact:
    key: str
    text: str
    markers: tuple[int, ...]


class ModelReporter:
    """`word` gives back the report it was given where the model fails; it is not a turn, so nothing is said."""

    def __init__(self, client: ModelClient, prompt: Prompt) -> None:
        self._client, self._prompt = client, prompt
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, str], _Words | None] = OrderedDict()

    def word(self, report: Report) -> Report:
        facts, steps = _facts(report), _steps(report)
        if not report.recommendation or not facts:
            return report
        words = self._words(report, facts, steps)
        if words is None:
            return report
        known = {fact.key: fact for fact in (*facts, *steps)}
        lines = [told for said in words.summary[:MOST] if (told := _told(said, known))]
        verdict = dict(report.sections["verdict"])
        verdict["lines"] = [*verdict["lines"], *lines]
        sections = {**report.sections, "verdict": verdict, "next_steps": _worded(report, words, known)}
        made = replace(report, sections=sections)
        return replace(made, markdown=markdown(document(made)))

    def forget(self, interview: str) -> None:
        """Nothing of this interview is kept any longer."""
        with self._lock:
            for key in [k for k in self._kept if k[0] == interview]:
                del self._kept[key]

    def _words(self, report: Report, facts: list[_Fact], steps: list[_Fact]) -> _Words | None:
        messages = self._prompt.render(facts=facts, steps=steps)
        key = (report.interview, hashlib.sha256(messages[1].content.encode()).hexdigest())
        with self._lock:
            if key in self._kept:
                return self._kept[key]
        try:
            with closing(self._client.stream(messages)) as pieces:
                words = parse("".join(pieces), _Words)
        except ModelFault:
            return None
        with self._lock:
            self._kept[key] = words
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return words


def _facts(report: Report) -> list[_Fact]:
    """What the summary may say: the verdict, and for whom it speaks with the person's words."""
    verdict = report.sections["verdict"]
    facts = [(verdict["headline"], ())] + [(line["text"], tuple(line["markers"])) for line in verdict["lines"]]
    for reason in report.recommendation[0].reasons if report.recommendation else ():
        said = f"You said “{reason.quote}”. {reason.statement}"
        facts.append((said, (reason.citation.marker,)))
    return [_Fact(f"f{n}", text, markers) for n, (text, markers) in enumerate(facts, 1)]


def _steps(report: Report) -> list[_Fact]:
    steps = report.sections["next_steps"]
    return [_Fact(f"s{n}", step["text"], tuple(step["markers"])) for n, step in enumerate(steps, 1)]


def _told(said: _Said, known: dict[str, _Fact]) -> dict[str, Any] | None:
    """The sentence with the marks of its facts; None when it says anything that they do not."""
    facts = [known[key] for key in said.facts if key in known]
    text = said.text.strip()
    if not facts or not told_from(text, [fact.text for fact in facts]):
        return None
    markers = list(dict.fromkeys(m for fact in facts for m in fact.markers))
    return {"text": text, "markers": markers, "ours": False}


def _worded(report: Report, words: _Words, known: dict[str, _Fact]) -> list[dict[str, Any]]:
    """Every step, in its order; in the model's words where those are as good."""
    said = {each.facts[0]: each for each in words.steps if len(each.facts) == 1}
    steps = report.sections["next_steps"]
    worded = [(step, said.get(f"s{n}")) for n, step in enumerate(steps, 1)]
    return [{**step, "text": told["text"]} if each and (told := _told(each, known)) else step for step, each in worded]
