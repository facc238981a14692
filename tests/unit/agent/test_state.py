"""The fold: what each kind of event makes of the state. Messages are marked: tests/fakes/marked_reader."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from agent.fold import fold
from agent.log import Event
from agent.record import reading_out
from agent.state import InterviewState
from agent.talk.recalled import recalled
from tests.fakes.marked_reader import MarkedReader
from tests.fakes.small_interview import GUIDE


class Talk:
    """Events in the making: `ask` and `say` as a conversation goes."""

    def __init__(self) -> None:
        self.guide = GUIDE
        self.events = [Event("opened", "system", payload={"interview": "i", "guide": "small"}, seq=1)]

    def add(self, kind: str, author: str, text: str = "", **payload: object) -> str:
        seq = len(self.events) + 1
        self.events.append(Event(kind, author, text, dict(payload), seq=seq))
        return f"m{seq}"

    def ask(self, topic: str | None, plan: str = "topic", **more: object) -> Talk:
        self.add("asked", "interviewer", f"{plan} {topic} {len(self.events)}", topic=topic, plan=plan, **more)
        return self

    def say(self, text: str) -> Talk:
        self.read(self.add("said", "person", text), text)
        return self

    def read(self, of: str, text: str) -> None:
        reading = MarkedReader().read(text, self.guide, None, frozenset())
        self.add("read", "system", of=of, reading=reading_out(reading))

    def edit(self, message: str, text: str) -> Talk:
        self.add("edited", "person", text, message=message)
        self.read(message, text)
        return self

    @property
    def state(self) -> InterviewState:
        return fold(self.guide, self.events)

    def status(self, topic: str) -> str:
        return self.state.topics[topic].status


def test_an_answer_settles_its_topic_and_names_its_words() -> None:
    talk = Talk().ask("coding").say("I want coding=much of the time")
    topic = talk.state.topics["coding"]
    assert (topic.status, topic.option) == ("settled", "much")
    said = talk.state.message(topic.heard[0].message)
    assert said is not None
    evidence = topic.heard[0].evidence
    assert said.text[evidence.start : evidence.end] == evidence.quote == "coding=much"


def test_what_is_volunteered_plainly_settles_and_what_is_hedged_does_not() -> None:
    talk = Talk().ask("coding").say("coding=much, travel=none, pay~fixed")
    assert [talk.status(t) for t in ("travel", "pay")] == ["settled", "open"]
    assert talk.state.topics["travel"].volunteered


def test_an_open_topic_is_settled_by_any_answer_in_the_persons_words() -> None:
    talk = Talk().ask("role").say("  I mend bicycles.  ")
    topic = talk.state.topics["role"]
    assert (topic.status, topic.option, topic.heard[0].quote) == ("settled", None, "I mend bicycles.")


def test_an_answer_without_a_side_is_unclear_and_kept_once_the_talk_goes_on() -> None:
    talk = Talk().ask("coding").say("It is a thing I do on Sundays")
    assert talk.status("coding") == "vague"
    assert talk.state.topics["coding"].unclear
    talk.ask("pay")
    assert talk.status("coding") == "settled"
    assert talk.state.topics["coding"].heard[0].quote == "It is a thing I do on Sundays"


def test_what_others_think_settles_nothing() -> None:
    talk = Talk().ask("coding").say("My boss thinks coding^much")
    assert (talk.status("coding"), talk.state.topics["coding"].unclear) == ("vague", True)


def test_a_direct_answer_outweighs_what_was_said_in_passing() -> None:
    talk = Talk().ask("role").say("role=dev and travel~often").ask("travel").say("travel=none")
    topic = talk.state.topics["travel"]
    assert ([h.option for h in topic.heard], [h.option for h in topic.replaced]) == (["none"], ["often"])
    assert talk.state.contradictions == ()


def test_a_hint_does_not_settle_a_topic_once_it_is_asked() -> None:
    talk = Talk().ask("role").say("role=dev and travel~often").ask("travel")
    assert talk.status("travel") == "asked"
    assert talk.say("travel~often").status("travel") == "settled"


def test_nothing_more_to_say_lets_the_first_words_stand() -> None:
    talk = Talk().ask("coding").say("Some code on some days").ask("coding", "probe", probe="example")
    talk.say("That's about it.")
    topic = talk.state.topics["coding"]
    assert (topic.status, topic.heard[0].quote) == ("settled", "Some code on some days")


def test_a_follow_up_cannot_unsettle_a_plain_answer() -> None:
    talk = Talk().ask("coding").say("coding=much").ask("coding", "probe", probe="reason").say("(vague) eh")
    assert talk.status("coding") == "settled"


def test_vague_then_probed_then_clear() -> None:
    talk = Talk().ask("coding").say("(vague) hm coding~much")
    assert talk.status("coding") == "vague"
    talk.ask("coding", "probe", probe="example").say("coding=much")
    assert (talk.status("coding"), talk.state.topics["coding"].probes) == ("settled", ("example",))


def test_a_dodge_leaves_the_topic_asked_and_a_second_one_ends_it() -> None:
    talk = Talk().ask("coding").say("(dodge) nice weather")
    assert (talk.status("coding"), talk.state.topics["coding"].dodges) == ("asked", 1)
    talk.ask("coding", "again").say("(dodge) still nice")
    assert talk.status("coding") == "refused"


def test_skip_decline_and_dont_know_close_a_topic() -> None:
    for word, status, skipped in (
        ("skip", "refused", True),
        ("decline", "refused", False),
        ("dont_know", "unknown", False),
    ):
        topic = Talk().ask("coding").say(word).state.topics["coding"]
        assert (topic.status, topic.skipped) == (status, skipped)


def test_a_skipped_topic_may_still_be_volunteered_later() -> None:
    talk = Talk().ask("coding").say("skip").ask("travel").say("travel=none because coding=little")
    assert talk.status("coding") == "settled"


def test_opposites_from_two_messages_are_a_contradiction_until_settled() -> None:
    talk = Talk().ask("coding").say("coding=much")
    talk.ask("pay").say("pay=fixed and coding=little")
    (clash,) = talk.state.contradictions
    assert (clash.earlier.option, clash.later.option) == ("much", "little")
    assert (clash.put, clash.kept) == (False, None)
    talk.ask("coding", "contradiction").say("coding=little it is")
    (clash,) = talk.state.contradictions
    assert (clash.put, clash.kept) == (True, "little")
    topic = talk.state.topics["coding"]
    assert {h.option for h in topic.heard} == {"little"}
    assert "much" in {h.option for h in topic.replaced}


def test_hedges_and_the_same_side_are_no_contradiction() -> None:
    talk = Talk().ask("coding").say("coding=much")
    talk.ask("pay").say("pay=fixed, coding~little, coding=much")
    assert talk.state.contradictions == ()


def test_both_sides_in_one_message_are_mixed_not_contradictory() -> None:
    talk = Talk().ask("coding").say("coding=much but also coding=little")
    assert talk.state.topics["coding"].mixed
    assert talk.state.contradictions == ()


def test_who_is_asked_once_more_and_says_both_means_what_comes_last() -> None:
    talk = Talk().ask("coding").say("hm vague").ask("coding", "probe").say("once coding=much but now coding=little")
    topic = talk.state.topics["coding"]
    assert (topic.option, topic.mixed, [h.option for h in topic.replaced]) == ("little", False, ["much"])


def test_a_change_replaces_what_was_said() -> None:
    talk = Talk().ask("coding").say("coding=much")
    talk.ask("travel").say("change coding to coding=little")
    topic = talk.state.topics["coding"]
    assert (topic.option, [h.option for h in topic.replaced]) == ("little", ["much"])
    assert talk.status("travel") == "asked"
    assert talk.state.contradictions == ()


def test_an_answer_before_a_change_counts_as_well() -> None:
    talk = Talk().ask("coding").say("coding=much")
    talk.ask("travel").say("change coding after travel=none to coding=little")
    assert (talk.status("travel"), talk.state.topics["coding"].option) == ("settled", "little")
    assert not talk.state.topics["travel"].volunteered


def test_going_back_replaces_too() -> None:
    talk = Talk().ask("coding").say("coding=much").ask("travel").say("back")
    talk.ask("coding", revisit=True).say("coding=little")
    assert talk.state.topics["coding"].option == "little"


def test_an_edit_is_worked_out_as_if_it_had_been_said_first() -> None:
    talk = Talk().ask("coding").say("coding=much and travel=none")
    talk.ask("pay").say("pay=fixed, coding=little")
    assert talk.state.contradictions
    talk.edit("m3", "coding=little")
    state = talk.state
    assert state.contradictions == ()
    assert state.topics["travel"].status == "open"
    assert state.topics["coding"].edited
    assert state.edits[0].before == "coding=much and travel=none"
    assert state.edits[0].topics == ("coding", "travel")


def test_a_correction_outweighs_what_was_heard() -> None:
    talk = Talk().ask("coding").say("coding=much")
    talk.add("corrected", "person", "Little", topic="coding", option="little")
    topic = talk.state.topics["coding"]
    assert (topic.option, topic.corrected, topic.heard[0].quote) == ("little", True, "Little")


def test_a_topic_becomes_moot_and_open_again_with_what_makes_it_so() -> None:
    talk = Talk().ask("travel").say("travel=some")
    assert talk.status("pay") == "moot"
    talk.edit("m3", "travel=none")
    assert talk.status("pay") == "open"


def test_a_question_leaves_the_topic_and_the_pending_question_alone() -> None:
    talk = Talk().ask("coding").say("what is an FDE?")
    talk.add("answered", "interviewer", "An FDE is …", move="answer", topic="coding")
    state = talk.state
    assert state.pending is not None
    assert (state.pending.topic, state.topics["coding"].status, state.digressions) == ("coding", "asked", 1)


def test_protected_facts_and_values_are_kept_apart() -> None:
    state = Talk().ask("role").say("(private:health) @years:5 role=dev").state
    assert state.left_out == (("m3", "health"),)
    assert state.values == {"years": ("5", "m3")}


def test_a_message_without_a_reply_is_unread() -> None:
    talk = Talk().ask("coding")
    id = talk.add("said", "person", "coding=much")
    assert talk.state.unread is not None
    assert talk.state.unread.id == id
    talk.read(id, "coding=much")
    talk.ask("travel")
    assert talk.state.unread is None


def test_starting_over_forgets() -> None:
    talk = Talk().ask("coding").say("coding=much")
    talk.add("restarted", "system")
    talk.ask("coding")
    assert talk.state.topics["coding"].heard == ()
    assert len(talk.state.messages) == 1


MARKS = [f"{t.id}{sign}{o.id}" for t in GUIDE.topics for o in t.options for sign in "=~!^"]
TEXTS = st.one_of(
    st.lists(st.sampled_from([*MARKS, "(vague)", "(dodge)", "(private:age)", "words", "@months:6"]), max_size=4).map(
        " ".join
    ),
    st.sampled_from(["skip", "decline", "dont_know", "what is it?", "back", "why", "reject", "confirm", ""]),
    st.text(max_size=20),
)
PLANS = st.tuples(
    st.sampled_from([t.id for t in GUIDE.topics]),
    st.sampled_from(["topic", "probe", "again", "contradiction", "confirm", "anything"]),
)
STEPS = st.lists(st.tuples(PLANS, TEXTS, st.integers(0, 3)), max_size=12)


def played(steps: list[tuple[tuple[str, str], str, int]]) -> Talk:
    talk = Talk()
    for (topic, plan), text, extra in steps:
        about = None if plan in ("confirm", "anything") else topic
        talk.ask(about, plan, probe="example", revisit=extra == 3)
        talk.say(text)
        if extra == 2:
            mine = [m.id for m in talk.state.messages if m.author == "person"]
            talk.edit(mine[len(text) % len(mine)], text[::-1])
    return talk


@settings(max_examples=150, deadline=None)
@given(STEPS)
def test_any_conversation_folds_and_holds_together(steps: list[tuple[tuple[str, str], str, int]]) -> None:
    talk = played(steps)
    state = talk.state
    assert state == fold(GUIDE, list(talk.events))
    assert list(state.topics) == [t.id for t in GUIDE.topics]
    assert state.seq == len(talk.events)
    assert 0 <= state.covered <= len(state.topics)
    for topic in state.topics.values():
        for heard in topic.heard:
            message = state.message(heard.message)
            assert message is not None
            assert message.text[heard.evidence.start : heard.evidence.end] == heard.quote
        if topic.status == "settled":
            assert topic.heard
        assert not set(topic.heard) & set(topic.replaced)
    assert len({c.topic for c in state.contradictions}) == len(state.contradictions)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_every_prefix_folds(steps: list[tuple[tuple[str, str], str, int]]) -> None:
    events = played(steps).events
    for end in range(len(events) + 1):
        assert fold(GUIDE, events[:end]).seq == end


def test_a_value_that_is_taken_back_names_the_answer_that_held_it() -> None:
    talk = Talk().ask("coding").say("coding=much, for ten weeks").ask("travel").say("travel=little, two days")
    topics = ["coding", "travel"]
    assert recalled(talk.state, "It isn't ten weeks, it's six.", topics) == {"coding": 2}
    assert recalled(talk.state, "Three days rather than two.", topics) == {"travel": 1}
    assert recalled(talk.state, "Make it six weeks.", topics) == {}
