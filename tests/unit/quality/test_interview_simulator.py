"""The simulated respondents and what is measured on them, over a made-up interviewer of a few lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from agent.guide import Guide
from tests.quality.interviews import course, outcome
from tests.quality.interviews.case import Case, Result, ideal
from tests.quality.interviews.respondent import SPLITS, VARIANTS, Respondent, RespondentError, load, stances
from tests.quality.interviews.simulator import LIMIT, Line, converse
from tests.quality.interviews.tally import Score, judge, table
from tests.quality.interviews.wordcheck import faults, marks, question

Script = list[tuple[str | None, str, str]]


def three(text: str) -> list[str]:
    return [f"{text} {v}" for v in VARIANTS]


PERSON: dict[str, Any] = {
    "id": "p",
    "guide": "tiny",
    "split": "dev",
    "voice": "v",
    "accepted": ["x"],
    "wrong": ["z"],
    "replies": {"one": three("I love one"), "two": three("hm"), "three": three("nice weather")},
    "probes": {"two": three("two, since May")},
    "again": {"three": three("three it is")},
    "facts": {"one": ["for", "love"], "two": [None, "May"]},
    "vague": ["two"],
    "dodged": ["three"],
}


def guide() -> Guide:
    def option(id: str) -> dict[str, Any]:
        return {"id": id, "label": id, "summary": f"are {id}", "examples": ["a", "b", "c"]}

    probes = [{"kind": "example", "text": "?"}, {"kind": "reason", "text": "?"}]
    return Guide.model_validate(
        {
            "id": "tiny",
            "title": "t",
            "version": 1,
            "minutes": 1,
            "turns": 9,
            "opening": "o",
            "anything_else": "e",
            "topics": [
                {
                    "id": id,
                    "name": id,
                    "aim": "a",
                    "question": "q",
                    "probes": probes,
                    "options": [option("for"), option("against")],
                }
                for id in ("one", "two", "three")
            ],
        }
    )


class Scripted:
    """An interviewer that follows a script of (topic, move, message) and then hands over `report`."""

    def __init__(self, script: Script, report: dict[str, Any] | None = None) -> None:
        self.script, self.report, self.at, self.heard = script, report, 0, [""]

    def open(self, guide: str) -> Line:
        assert guide == "tiny"
        return self._line()

    def send(self, text: str) -> Line:
        self.heard.append(text)
        self.at += 1
        return self._line()

    def close(self) -> None: ...

    def _line(self) -> Line:
        line: Line = {"citations": [], "ms": 1.0, "done": False, "said_id": f"m{self.at}"}
        if self.at < len(self.script):
            topic, move, message = self.script[self.at]
            return {**line, "topic": topic, "move": move, "message": message}
        return {
            **line,
            "topic": None,
            "move": "close",
            "message": "Done.",
            "done": True,
            "report": self.report,
        }


GOOD = [
    ("one", "open", "How is one?"),
    ("two", "topic", "How is two?"),
    ("two", "probe", "For example?"),
    ("three", "topic", "How is three?"),
    ("three", "probe", "And so, three?"),
    (None, "anything", "Anything else?"),
    (None, "confirm", "Is this how it is?"),
]


def report(**changes: Any) -> dict[str, Any]:
    def line(topic: str, message: str, quote: str) -> dict[str, Any]:
        return {
            "topic": topic,
            "status": "settled",
            "summary": "You are for.",
            "evidence": [{"message": message, "quote": quote}],
        }

    profile = [
        line("one", "m1", "love one"),
        line("two", "m3", "since May"),
        line("three", "m5", "three it is"),
    ]
    return {
        "markdown": "",
        "recommendation": [{"id": "x", "score": 0, "reasons": []}],
        "profile": profile,
        **changes,
    }


def case(script: Script, given: dict[str, Any] | None = None, **person: Any) -> Case:
    who = Respondent.model_validate({**PERSON, **person})
    transcript = converse(who, "b", Scripted(script, given or report()))
    return Case(transcript, guide(), {"one": {"for": ["for"]}})


def failed(results: Any) -> list[str]:
    found: list[Result] = list(results)
    assert found, "the check looked at nothing"
    return [note for good, note in found if not good]


def test_the_person_answers_by_topic_and_move_in_the_wording_asked_for() -> None:
    said = [(e.kind, e.said) for e in case(GOOD).transcript.exchanges]
    assert said[:5] == [
        ("first", "I love one b"),
        ("first", "hm b"),
        ("probe", "two, since May b"),
        ("first", "nice weather b"),
        ("again", "three it is b"),
    ]
    assert [kind for kind, _ in said[5:]] == ["anything", "confirm"]


def test_a_good_interview_passes_every_check() -> None:
    scores = judge([case(GOOD)])
    assert {name for name, score in scores.items() if score.total and score.value < 1} == set()
    assert scores["turns against the ideal"] == Score(1.0)


def test_an_interview_that_never_ends_is_cut_off() -> None:
    endless = case([("one", "topic", f"Question {n}?") for n in range(99)])
    assert len(endless.transcript.exchanges) == LIMIT
    assert failed(outcome.finished(endless))


def test_a_settled_topic_asked_again_is_a_repeat() -> None:
    assert failed(course.repeats(case([GOOD[0], ("one", "topic", "Once more, one?")])))


def test_a_topic_that_another_reply_settled_is_a_repeat() -> None:
    assert failed(course.repeats(case(GOOD[:2], volunteered={"one": ["two"]}, vague=[])))


def test_the_same_words_twice_are_a_repeat_but_not_after_an_aside() -> None:
    assert failed(course.repeats(case([("two", "topic", "How is it?"), ("two", "probe", "How is it?")])))
    aside = {"at": "one", "kind": "why", "say": three("why do you ask?")}
    back = [("one", "open", "How is one?"), ("one", "why", "Because. How is one?"), *GOOD[1:]]
    assert not failed(course.repeats(case(back, asides=[aside])))


def test_who_is_asked_again_says_the_same_in_other_words() -> None:
    script: Script = [("one", "topic", "One?"), *(("one", "probe", f"Probe {n}?") for n in range(3))]
    said = [e.said for e in case(script).transcript.exchanges]
    assert said[:3] == ["I love one b", "I love one c", "I love one a"]
    assert said[3] not in said[:3]


def test_three_follow_ups_are_too_many() -> None:
    script: Script = [("one", "topic", "One?"), *(("one", "probe", f"Probe {n}?") for n in range(3))]
    assert failed(course.repeats(case(script)))


def test_a_refused_topic_must_not_be_followed_up() -> None:
    script: Script = [("one", "topic", "One?"), ("one", "probe", "Why not?")]
    assert failed(course.repeats(case(script, refused=["one"])))


@pytest.mark.parametrize(
    ("script", "good"),
    [
        ([("two", "topic", "Two?"), ("two", "probe", "Such as?")], True),
        ([("two", "topic", "Two?"), ("one", "topic", "One?")], False),
    ],
)
def test_a_vague_answer_must_be_probed_in_the_next_turn(script: list[Any], good: bool) -> None:
    assert bool(failed(course.probed(case(script)))) is not good


@pytest.mark.parametrize("times", [1, 3])
def test_a_dodged_question_is_put_twice_in_all(times: int) -> None:
    assert failed(course.dodges(case([("three", "topic", f"Three, {n}?") for n in range(times)])))


@pytest.mark.parametrize("message", ["One? And two?", "Tell me about one.", "Why, when?? And how?"])
def test_every_turn_asks_one_question(message: str) -> None:
    assert failed(course.one_question(case([("one", "topic", message)])))


def test_an_aside_needs_its_citation_and_the_question_back() -> None:
    aside = {"at": "one", "kind": "question", "say": three("what does an FDE do?")}
    notes = failed(course.asides(case([("one", "open", "One?"), ("two", "topic", "How is two?")], asides=[aside])))
    assert len(notes) == 2


def test_a_fact_needs_the_words_on_its_topic_and_the_side() -> None:
    lines = report()["profile"]
    against = [{**lines[0], "summary": "You are against."}, *lines[1:]]
    assert failed(outcome.facts(case(GOOD, report(profile=against))))
    elsewhere = [{**lines[0], "evidence": [{"message": "m2", "quote": "hm"}]}, *lines[1:]]
    assert failed(outcome.facts(case(GOOD, report(profile=elsewhere))))


def test_a_topic_left_unasked_must_have_been_understood() -> None:
    lines = report()["profile"]
    against = [{**lines[0], "summary": "You are against."}, *lines[1:]]
    assert failed(outcome.inferred(case(GOOD[1:], report(profile=against))))
    assert not list(outcome.inferred(case(GOOD, report(profile=against))))


def test_a_topic_given_up_without_cause_is_not_covered() -> None:
    lines = [{**line, "status": "refused"} for line in report()["profile"]]
    assert len(failed(outcome.coverage(case(GOOD, report(profile=lines))))) == 3
    assert len(failed(outcome.coverage(case(GOOD, report(profile=lines), refused=["one"])))) == 2


@pytest.mark.parametrize("evidence", [{"message": "m2", "quote": "love one"}, {"message": "m1", "quote": "hate one"}])
def test_a_quote_must_stand_in_the_message_it_names(evidence: dict[str, str]) -> None:
    lines = report()["profile"]
    assert failed(outcome.evidence(case(GOOD, report(profile=[{**lines[0], "evidence": [evidence]}]))))


def test_a_citation_must_be_the_slice_of_its_article() -> None:
    cite = {"article": "fdeacademy-fde-vs-tam", "passage": "p", "start": 0, "end": 3, "quote": "not"}
    reasons = [{"citation": cite}]
    assert failed(outcome.cited(case(GOOD, report(recommendation=[{"id": "x", "score": 1, "reasons": reasons}]))))


def test_a_wrong_top_and_a_protected_word_are_seen() -> None:
    ranked = report(recommendation=[{"id": "z", "score": 1, "reasons": []}])
    assert failed(outcome.not_wrong(case(GOOD, ranked)))
    assert failed(outcome.accepted(case(GOOD, ranked)))
    assert failed(outcome.private(case(GOOD, private=["love"])))


def test_reasons_must_be_what_was_meant_and_add_up() -> None:
    reason = {"topic": "one", "option": "against", "quote": "love", "points": 2.0}
    ranked = report(recommendation=[{"id": "x", "score": 1, "reasons": [reason]}])
    assert failed(outcome.reasons(case(GOOD, ranked)))
    assert failed(outcome.sums(case(GOOD, ranked)))


def test_the_report_must_say_what_it_has_to() -> None:
    assert failed(outcome.told(case(GOOD, told=["two jobs"])))
    assert not failed(outcome.told(case(GOOD, report(markdown="These are two jobs."), told=["two jobs"])))


def test_stopping_early_and_changing_an_answer() -> None:
    stop = case(GOOD, stop={"after": 2, "say": three("let us stop")})
    assert [e.kind for e in stop.transcript.exchanges][:3] == ["first", "first", "stop"]
    change = {
        "at": "two",
        "kind": "change",
        "topic": "one",
        "say": three("change one"),
        "then": three("against"),
    }
    script = [GOOD[0], GOOD[1], ("one", "topic", "What should one be?"), ("two", "topic", "How is two?")]
    said = [e.said for e in case(script, asides=[change]).transcript.exchanges]
    assert said[1:] == ["change one b", "against b", "hm b"]


def test_who_stops_is_asked_no_more() -> None:
    on = case(GOOD, stop={"after": 2, "say": three("let us stop")})
    assert failed(course.stops(on))
    assert not failed(course.stops(case(GOOD[:3], stop={"after": 2, "say": three("let us stop")})))


def test_what_was_not_asked_must_not_be_answered() -> None:
    assert failed(course.unasked(case([GOOD[0], ("one", "answer", "The articles say so. How is one?")])))


def test_the_ideal_counts_what_a_perfect_interviewer_needs() -> None:
    assert ideal(case(GOOD)) == 3 + 1 + 1 + 2
    assert ideal(case(GOOD, volunteered={"one": ["three"]}, dodged=[])) == 2 + 1 + 2


def test_words() -> None:
    assert marks("You said “why?”. How so?") == 1
    assert question("I see. How is One?") == "how is one"
    assert faults("You don't mind travel, do you? Wouldn't you agree?")
    assert faults("Great answer. How is one?")
    assert not faults("You said “great”. How do you feel about travel?")


def test_the_respondents_hold() -> None:
    people, meant = load(), stances()
    assert {p.split for p in people} == set(SPLITS)
    assert sum(p.guide == "career" for p in people) >= 18
    assert sum(p.guide == "hiring" for p in people) >= 14
    assert sum(p.guide == "customer-discovery" for p in people) >= 8
    for person in people:
        for topic, fact in person.facts.items():
            assert fact.stance is None or fact.stance in meant[person.guide][topic], (person.id, topic)


def test_a_respondent_that_does_not_hold_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").write_text("id: odd\n", encoding="utf-8")
    with pytest.raises(RespondentError, match=r"odd\.yaml"):
        load(tmp_path)


def test_the_table_marks_what_misses_its_target() -> None:
    rows = table({"topic coverage": Score(0.5, 1, 2), "no repeat": Score(1.0, 3, 3)}, {"no repeat": 0.9})
    assert "50.0% ✗" in rows
    assert "| 90.0% |" in rows
