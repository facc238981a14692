"""An interview on a real log: its course, its digressions, its changes, its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from agent.events import Token, Turn
from agent.interview import Interview, InterviewError
from agent.lint import lint
from agent.log import Event, Log
from agent.replay import replay
from tests.fakes.small_interview import CRITERIA, GUIDE, Oracle, parts

ALL = "role=dev travel=none pay=fixed coding=much"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    made = Log(f"sqlite:///{tmp_path / 'log.sqlite'}")
    yield made
    made.close()


@pytest.fixture
def talk(log: Log) -> Interview:
    return Interview.open(parts(), log)


def again(talk: Interview, log: Log) -> Interview:
    return Interview.resume({"small": parts()}, log, talk.id)


def finished(talk: Interview) -> Turn:
    for text in (ALL, "nothing", "confirm"):
        turn = talk.reply(text)
    return turn


def test_it_opens_with_what_it_is_and_one_question(talk: Interview) -> None:
    turn = talk.pending()
    assert turn.message.startswith(GUIDE.opening)
    assert turn.message.endswith("What about coding?")
    assert (turn.move, turn.topic, turn.done, turn.progress.total) == ("open", "coding", False, 4)
    assert turn.quick == ("Much", "Little")


def test_it_comes_to_a_report_that_can_be_read_back(talk: Interview) -> None:
    turn = finished(talk)
    assert (turn.done, turn.move, turn.progress.covered) == (True, "close", 4)
    first = talk.report().recommendation[0]
    assert first.id == "a"
    for reason in first.reasons:
        said = talk.state.message(reason.message)
        assert said is not None
        assert reason.quote in said.text


def test_what_is_typed_is_in_the_log_before_it_is_read(talk: Interview, log: Log) -> None:
    class Broken:
        def draft(self, *_: object) -> Iterator[str]:
            raise MemoryError
            yield ""

    broken = Interview.resume({"small": replace(parts(), engine=Broken())}, log, talk.id)
    with pytest.raises(MemoryError):
        broken.reply("coding=much, I am sure")
    assert log.read(talk.id)[-1].text == "coding=much, I am sure"
    resumed = again(talk, log)
    assert resumed.pending().topic == "role"
    assert resumed.state.topics["coding"].status == "settled"


def test_the_joined_tokens_are_the_message_and_the_turn_comes_last(talk: Interview) -> None:
    for text in ("coding=much", "What is an FDE?", "summary", "role=dev", "travel=none", "pay=fixed", "no"):
        *pieces, turn = talk.events(text)
        assert isinstance(turn, Turn)
        assert len(pieces) > 0
        assert turn.message == "".join(piece.text for piece in pieces if isinstance(piece, Token))


def test_a_question_about_the_question_is_not_put_to_the_articles(talk: Interview) -> None:
    turn = talk.reply("What do you mean by coding?")
    assert (turn.move, turn.topic) == ("why", "coding")
    assert "“Much” or “Little”" in turn.message
    assert turn.message.endswith("What about coding?")
    assert turn.message.count("?") == 1


def test_what_was_said_of_oneself_is_no_context_for_a_question(talk: Interview) -> None:
    talk.reply("coding=much, from Vietnam")
    assert "after 0 messages" in talk.reply("What is an FDE?").message
    assert "after 1 messages" in talk.reply("What is a TAM?").message


def test_every_asking_turn_has_one_question_and_passes_the_linter(talk: Interview) -> None:
    said = ["(vague) hm", "coding~much", "(dodge) no", "role=dev", "coding=little?", "travel=often"]
    for text in [*said, "pay=fixed", "no", "confirm"]:
        turn = talk.reply(text)
        if turn.done:
            break
        assert turn.message.count("?") == 1
        question = turn.message.split("\n\n")[-1]
        assert lint(question) == []


def test_a_question_is_answered_and_the_pending_one_comes_back_once(talk: Interview) -> None:
    turn = talk.reply("What is an FDE?")
    assert (turn.move, turn.topic) == ("answer", "coding")
    assert "answer to “What is an FDE”" in turn.message
    assert turn.message.endswith("What about coding?")
    assert turn.message.count("What about coding?") == 1
    assert turn.citations[0].marker == 1
    assert talk.reply("coding=much").topic == "role"


def test_an_answer_with_a_question_settles_and_is_answered_and_goes_on(talk: Interview) -> None:
    turn = talk.reply("coding=much. And what does an FDE do?")
    assert (turn.move, turn.topic) == ("topic", "role")
    assert "what does an FDE do" in turn.message
    assert turn.message.endswith("What about role?")
    assert talk.state.topics["coding"].status == "settled"


def test_an_answer_with_a_question_mark_in_it_is_not_followed_by_another(log: Log) -> None:
    class Asking(Oracle):
        def ask(self, question: str, turns: tuple[str, ...] = ()) -> object:  # type: ignore[override]
            return replace(super().ask(question, turns), text="See “Who codes?” [1].")

    talk = Interview.open(replace(parts(), answerer=Asking()), log)
    turn = talk.reply("What is an FDE?")
    assert turn.message.count("?") == 1
    assert "coding" in turn.message.splitlines()[-1]


@pytest.mark.parametrize("words", ["why", "left", "summary"])
def test_asking_about_the_interview_leaves_the_question(talk: Interview, words: str) -> None:
    turn = talk.command(words) if words != "why" else talk.reply("why")
    assert turn.topic == "coding"
    assert turn.message.count("?") == 1
    if words == "why":
        assert "coding separates the roles" in turn.message
        assert turn.citations[0].quote == "the quote"


@pytest.mark.parametrize(("name", "status"), [("skip", "refused"), ("decline", "refused"), ("dont_know", "unknown")])
def test_buttons_do_what_the_words_do(talk: Interview, log: Log, name: str, status: str) -> None:
    assert talk.command(name).topic == "role"
    other = Interview.open(parts(), log)
    assert other.reply(name).topic == "role"
    assert talk.state.topics["coding"].status == other.state.topics["coding"].status == status


def test_back_and_forth(talk: Interview) -> None:
    talk.reply("coding=much")
    talk.reply("role=dev")
    turn = talk.command("back")
    assert (turn.topic, turn.message.count("?")) == ("role", 1)
    turn = talk.command("back")
    assert turn.topic == "coding"
    assert "“coding=much”" in turn.message
    talk.reply("coding=little")
    assert talk.state.topics["coding"].option == "little"
    assert talk.pending().topic == "travel"


def test_back_at_the_beginning_says_so(talk: Interview) -> None:
    assert "first question" in talk.command("back").message


def test_a_change_in_words(talk: Interview) -> None:
    talk.reply("coding=much")
    turn = talk.reply("change coding to coding=little")
    assert turn.topic == "role"
    assert "chose little" in turn.message
    turn = talk.reply("change coding")
    assert (turn.topic, turn.move) == ("coding", "topic")
    talk.reply("coding=much")
    assert talk.state.topics["coding"].option == "much"


def test_an_edit_is_told_and_what_hung_on_it_asked_anew(talk: Interview) -> None:
    talk.reply("coding=much and travel=none")
    first = next(m for m in talk.history() if m.author == "person")
    turn = talk.edit(first.id, "coding=little")
    assert "coding and travel" in turn.message
    assert turn.topic == "role"
    assert talk.reply("travel=none").topic == "role"


def test_only_own_answers_can_be_edited(talk: Interview) -> None:
    with pytest.raises(InterviewError, match="earlier answer of yours"):
        talk.edit(talk.history()[0].id, "x")


def test_corrections_count_and_take_back_an_approval(talk: Interview) -> None:
    finished(talk)
    assert talk.approve().approved
    turn = talk.correct("coding", "little")
    assert turn.done
    assert "chose little" in turn.message
    report = talk.report()
    assert (report.approved, report.recommendation[0].id) == (False, "b")
    with pytest.raises(InterviewError, match="no answer"):
        talk.correct("coding", "nonsense")
    with pytest.raises(InterviewError, match="no topic"):
        talk.correct("weather", "nice")


def test_a_skip_of_another_topic_than_the_one_that_waits_leaves_nothing_out(talk: Interview) -> None:
    talk.reply("coding=much")
    waits = talk.pending()
    other = "coding" if waits.topic != "coding" else "travel"
    with pytest.raises(InterviewError, match=f"not on {other}"):
        talk.command("skip", other)
    with pytest.raises(InterviewError, match="no topic"):
        talk.command("skip", "weather")
    assert talk.pending().message == waits.message
    assert talk.command("skip", waits.topic or "").topic != waits.topic


def test_finishing_early_still_reports(talk: Interview) -> None:
    talk.reply("coding=much")
    turn = talk.command("finish")
    assert turn.done
    assert talk.state.early
    assert talk.report().recommendation[0].id == "a"


def test_after_the_end_it_still_answers_and_takes_changes(talk: Interview) -> None:
    finished(talk)
    assert talk.reply("What is an FDE?").move == "answer"
    assert "chose little" in talk.reply("change coding to coding=little").message
    turn = talk.reply("thank you")
    assert (turn.done, "?" in turn.message) == (True, False)
    assert talk.report().recommendation[0].id == "b"


def test_the_report_command_changes_nothing(talk: Interview) -> None:
    before = talk.state
    turn = talk.command("report")
    assert (turn.move, turn.topic, turn.done) == ("report", "coding", False)
    assert turn.message.endswith("What about coding?")
    assert talk.state == before


def test_starting_over(talk: Interview, log: Log) -> None:
    finished(talk)
    turn = talk.command("restart")
    assert (turn.done, turn.topic, turn.progress.covered) == (False, "coding", 0)
    assert turn.message.startswith(GUIDE.opening)
    assert log.interviews()[0].finished is False


def test_a_rejected_summary_is_put_right(talk: Interview) -> None:
    talk.reply(ALL)
    assert talk.reply("no").move == "confirm"
    assert "What should I change" in talk.reply("reject").message
    turn = talk.reply("coding=little")
    assert turn.done
    assert "put that right: on coding, you chose little" in turn.message
    assert talk.state.topics["coding"].option == "little"


def test_a_correction_of_the_summary_that_is_not_understood_is_asked_for_by_its_line(talk: Interview) -> None:
    talk.reply(ALL)
    talk.reply("no")
    turn = talk.reply("not at all, I never told you anything of the kind")
    assert (turn.move, turn.done) == ("confirm", False)
    assert "beginning with its name" in turn.message
    turn = talk.reply("Travel is for birds")
    assert turn.done
    assert talk.state.topics["travel"].heard[-1].quote == "Travel is for birds"
    assert talk.state.topics["travel"].option is None


def test_a_line_of_the_summary_that_is_only_denied_no_longer_holds(talk: Interview) -> None:
    talk.reply(ALL)
    talk.reply("no")
    turn = talk.reply("It's wrong, I did not say fixed pay")
    assert "put that right: on pay" in turn.message
    assert talk.state.topics["pay"].option is None


def test_private_facts_are_left_out_and_not_repeated(talk: Interview) -> None:
    turn = talk.reply("coding=much (private:health)")
    assert "health" not in turn.message
    assert "leave out" in turn.message


def test_a_stale_answer_is_refused(talk: Interview, log: Log) -> None:
    old = talk.pending().message_id
    talk.reply("coding=much", answering=old)
    count = len(log.read(talk.id))
    turn = talk.reply("coding=much", answering=old)
    assert turn.move == "refused"
    assert len(log.read(talk.id)) == count


def test_an_answer_to_a_question_brought_back_is_not_stale(talk: Interview) -> None:
    first = talk.pending().message_id
    after = talk.reply("What is an FDE?", answering=first)
    assert talk.reply("coding=much", answering=after.message_id).topic == "role"


def test_unknown_ids_and_commands_say_what_to_do(talk: Interview, log: Log) -> None:
    with pytest.raises(InterviewError, match="no interview"):
        Interview.resume({"small": parts()}, log, "nobody")
    with pytest.raises(InterviewError, match="not installed"):
        Interview.resume({}, log, talk.id)
    with pytest.raises(InterviewError, match="skip"):
        talk.command("dance")


@pytest.mark.parametrize("text", ["", " \n ", "\0", "\ud800", "x" * 30_000, "{0.__class__} %s", "<script>", "?"])
def test_odd_messages_do_no_harm(talk: Interview, log: Log, text: str) -> None:
    turn = talk.reply(text)
    assert turn.message
    assert again(talk, log).state == talk.state


def test_an_erased_interview_takes_nothing_more(talk: Interview, log: Log) -> None:
    log.erase(talk.id)
    turn = talk.reply("coding=much")
    assert turn.move == "refused"
    assert "erased" in turn.message


def test_a_full_disk_refuses_and_goes_on(talk: Interview, log: Log) -> None:
    with log._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        connection.commit()
    turn = talk.reply("coding=much " + "x" * 19_000)
    assert turn.move == "refused"
    assert "disk is full" in turn.message


def test_resume_and_replay_end_in_the_same_state(talk: Interview, log: Log) -> None:
    for text in (
        "(vague) hm",
        "coding=much",
        "What is it?",
        "role=dev",
        "(dodge)",
        "travel=none",
        "back",
        "travel=often",
        "coding=little and pay=fixed",
        "both",
        "no",
        "confirm",
    ):
        talk.reply(text)
        resumed = again(talk, log)
        assert resumed.state == talk.state
        assert replace(resumed.pending(), ms=0, said_id="") == replace(talk.pending(), ms=0, said_id="")
    played = replay(GUIDE, CRITERIA, log.read(talk.id))
    assert played.state == talk.state
    assert played.parted == ()
    text = "\n".join(played.lines)
    assert "because the answer was vague" in text
    assert "heard coding: much" in text


def test_a_replay_says_where_it_parts(talk: Interview, log: Log) -> None:
    talk.reply("coding=much")
    events = log.read(talk.id)
    other = [
        Event(
            e.kind,
            e.author,
            e.text,
            {**e.payload, "topic": "pay"} if e.payload.get("topic") == "role" else e.payload,
            e.provenance,
            e.seq,
            e.at,
        )
        for e in events
    ]
    assert "topic pay then, topic role now" in replay(GUIDE, CRITERIA, other).parted[0]


def test_every_question_knows_why_it_was_asked(talk: Interview, log: Log) -> None:
    finished(talk)
    asked = [e for e in log.read(talk.id) if e.kind in ("asked", "finished")]
    assert all(e.provenance["reason"] and e.provenance["engine"] == "keyless" for e in asked)
    assert all(e.provenance["guide_version"] == 1 for e in asked)


def test_advice_on_their_own_case_is_what_the_report_says(talk: Interview) -> None:
    assert "comes with the report" in talk.reply("Who would you hire first if you were me?").message
    finished(talk)
    first, second = talk.report().recommendation[:2]
    said = talk.reply("So which one should I take?").message
    assert said.startswith(f"What your answers speak for most: {first.name}, with {first.score:.1f} points")
    assert second.name in said


def test_what_is_set_right_in_the_summary_is_answered(talk: Interview) -> None:
    for text in (ALL, "nothing"):
        talk.reply(text)
    talk.reply("Not quite. On travel it is travel=often.")
    lines = {line.id: line.status for line in talk.pending().progress.topics}
    assert lines["travel"] == "settled"
    assert "Not answered" not in talk.report().markdown


def test_who_stopped_early_may_go_on(talk: Interview, log: Log) -> None:
    talk.reply("coding=much")
    assert talk.reply("finish").done
    turn = talk.reply("Whoa, I didn't say stop. Carry on with the questions.")
    assert (turn.done, turn.move, turn.topic) == (False, "topic", "role")  # which was open when they stopped
    assert again(talk, log).pending().message == turn.message
    assert talk.reply("role=dev").topic == "travel"


def test_what_is_told_while_going_on_is_heard(talk: Interview) -> None:
    talk.reply("coding=much")
    assert talk.reply("finish").done
    turn = talk.reply("Carry on with the questions: travel=none.")
    assert (turn.done, turn.topic) == (False, "role")
    assert talk.reply("role=dev").topic == "pay"


def test_who_came_to_the_end_is_not_asked_again(talk: Interview) -> None:
    finished(talk)
    assert talk.reply("Please go on.").done


def test_an_answer_set_right_in_the_summary_is_no_longer_disputed(talk: Interview) -> None:
    for text in ("coding=much", "role=dev coding=little", "travel=none", "pay=fixed", "coding=much coding=little"):
        talk.reply(text)
    while talk.pending().move != "confirm":
        talk.reply("nothing")
    talk.reply("On coding it is coding=little.")
    assert "each counts half" not in talk.report().markdown


def test_pay_set_right_before_it_was_asked_for_is_kept_and_the_question_comes_back(talk: Interview) -> None:
    turn = talk.reply("Hold on, correction on the pay: make it 95k instead of 90k.")
    assert "pay" in turn.message.lower() or "95k" in turn.message
    assert turn.message.rstrip().endswith("?")
