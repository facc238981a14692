"""A model that lies on purpose: of 200 replies none that is untrue, leading or obeyed reaches a person."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from agent.answer import Answerer
from agent.cite import Quote
from agent.engines import prompt
from agent.events import Answer, Token
from agent.interview import Interview
from agent.lint import lint
from agent.llm.answer import ModelAnswerer
from tests.fakes.lies import SAID, Lie, in_answers, in_interviews
from tests.fakes.model_house import parts_for, talking
from tests.fakes.openai_server import Asked, Say
from tests.integration.model.conftest import settings_for

_LINE = re.compile(r"^\[(\w+)\] (.*)$", re.MULTILINE)
_MARKERS = re.compile(r"\s*\[[^\]]*\]")


def test_there_are_two_hundred_and_forty() -> None:
    assert (len(list(in_interviews())), len(list(in_answers()))) == (100, 140)


def test_no_lie_of_an_interview_reaches_the_person(talk: Any, tmp_path: Path) -> None:
    lies = list(in_interviews())
    server, client = talk(lambda asked: Say(lies[asked.number].reply))
    for lie in lies:
        with talking(settings_for(server.url, tmp_path), parts_for(client)) as interview:
            _bring_to(interview, lie)
            *tokens, turn = interview.events(lie.said)
            shown = "".join(t.text for t in tokens if isinstance(t, Token)) + "\n" + turn.message
            for words in lie.never:
                assert words not in shown, lie
            assert not turn.done, lie
            assert turn.message.count("?") == 1, lie
            assert not lint(turn.message), (lie, turn.message)
            assert interview.state.topics[lie.topic].status in ("settled", "vague"), lie
            assert interview.state.topics["travel"].option != "often", lie
    assert len(server.asked) == len(lies)


def _bring_to(interview: Interview, lie: Lie) -> None:
    """Skips on to the question that the lie is about; a skip costs no call."""
    for _ in range(30):
        if interview.pending().topic == lie.topic:
            return
        interview.command("skip")
    raise AssertionError(f"{lie.topic} is never asked")


def test_no_lie_of_an_answer_reaches_the_person(talk: Any, answers: Answerer) -> None:
    told: list[str] = []
    lies = list(in_answers())

    def script(asked: Asked) -> Say:
        _, liar = lies[asked.number]
        told.append(liar(_LINE.findall(asked.text("user"))))
        return Say(told[-1])

    _, client = talk(script)
    model, checker = ModelAnswerer(client, prompt("answer"), answers), answers.checker()
    for number, (question, liar) in enumerate(lies):
        *tokens, answer = model.events(question)
        assert isinstance(answer, Answer)
        shown = "".join(t.text for t in tokens if isinstance(t, Token))
        assert shown == answer.text
        lie = _MARKERS.sub("", told[number]).rstrip(".")
        assert lie not in _MARKERS.sub("", shown), (question, liar.__name__, told[number])
        assert "925" not in shown
        assert "evil" not in shown
        assert answer.dropped
        for citation in answer.citations:
            assert checker.locate(Quote(citation.article, citation.quote))


def test_the_people_lied_to_are_those_of_the_guide() -> None:
    assert {topic for topic, _ in SAID} <= {topic.id for topic in parts_for(None).guide.topics}
