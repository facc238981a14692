"""A model's answer to a question, from the statements that our own search found, each sentence checked.

The keyless answer is made first: it is the floor. The model's sentences are shown one by one as they pass the
claim check; one that fails gives way to the words of the statement it cites, or to nothing. Tables are made
from figures and stand below the model's words.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import replace

from agent.answer import Answerer
from agent.events import Answer, Token
from agent.llm.faults import ModelFault
from agent.llm.reading import notice
from agent.llm.writing import Writing
from agent.model import ModelClient
from agent.prompting import Message, Prompt

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
            yield from self._keyless.events(question, turns)
            return
        writing = Writing(context, self._keyless.checker(), floor)
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
        answer = writing.answer(whole=fault is None)
        if rest := answer.text[len(writing.shown) :]:
            yield Token(rest)
        engine = self._client.name if writing.shown else "keyless"
        yield replace(answer, engine=engine, notice=notice(fault) if fault else "")

    def request(self, question: str, turns: Sequence[str], writing: Writing) -> list[Message]:
        most, length = EARLIER
        earlier = " / ".join(turn[:length] for turn in turns[-most:])
        return self._prompt.render(question=question, earlier=earlier, passages=list(writing.passages()))
