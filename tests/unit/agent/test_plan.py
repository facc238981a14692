"""The course: what comes next after each kind of answer, and that it always comes to an end."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from agent.plan import Move, next_move
from agent.reading import Evidence, Manner, Reading
from agent.record import reading_out
from tests.fakes.small_interview import CRITERIA, GUIDE
from tests.unit.agent.test_state import TEXTS, Talk


def after(talk: Talk) -> Move:
    return next_move(GUIDE, CRITERIA, talk.state)


def test_it_begins_with_what_is_worth_most() -> None:
    move = after(Talk())
    assert (move.kind, move.topic) == ("topic", "coding")
    assert "6 points" in move.reason


def test_a_topic_waits_for_those_before_it() -> None:
    talk = Talk()
    for _ in range(4):
        move = after(talk)
        if move.topic == "travel":
            break
        talk.ask(move.topic).say(f"{move.topic}={GUIDE.topic(move.topic or '').options[0].id}")
    assert talk.status("coding") == "settled"


def test_what_was_volunteered_is_not_asked() -> None:
    talk = Talk().ask("coding").say("coding=much travel=none pay=fixed role=dev")
    assert after(talk).kind == "anything"


def test_what_is_moot_is_not_asked() -> None:
    talk = Talk().ask("coding").say("coding=much travel=some role=dev")
    assert after(talk).kind == "anything"


def test_a_vague_answer_is_probed_twice_with_other_kinds_and_then_left() -> None:
    talk = Talk().ask("coding").say("(vague) hm")
    kinds = []
    while (move := after(talk)).kind == "probe":
        assert move.topic == "coding"
        kinds.append(move.style)
        talk.ask("coding", "probe", probe=move.style, question=move.probe.text if move.probe else "")
        talk.say("(vague) well")
    assert kinds == ["example", "quantity"]
    assert move.topic != "coding"


def test_an_answer_that_names_no_side_is_asked_to() -> None:
    move = after(Talk().ask("coding").say("There is code where I work"))
    assert (move.kind, move.topic, move.probe, move.style) == ("probe", "coding", None, "contrast")


def test_a_few_words_in_the_middle_are_probed_once() -> None:
    short = Talk().ask("travel").say("Well, travel=some")
    assert after(short).reason == "the answer was short and could lean either way"
    short.ask("travel", "probe", probe="example").say("travel=some")
    assert after(short).kind == "topic"
    longer = Talk().ask("travel").say("I would go twice a year, so travel=some is right for me")
    assert after(longer).kind == "topic"
    clear = Talk().ask("travel").say("travel=none")
    assert after(clear).kind == "topic"


def test_a_dodge_is_asked_again_once() -> None:
    talk = Talk().ask("coding").say("(dodge) lovely weather")
    assert after(talk).kind == "again"
    talk.ask("coding", "again").say("(dodge) really lovely")
    assert (after(talk).kind, after(talk).topic) == ("topic", "role")


def test_a_contradiction_is_put_once() -> None:
    talk = Talk().ask("coding").say("coding=much").ask("pay").say("pay=fixed coding=little")
    move = after(talk)
    assert (move.kind, move.topic) == ("contradiction", "coding")
    talk.ask("coding", "contradiction").say("both, in a way")
    assert after(talk).kind != "contradiction"


def test_two_sides_at_once_are_probed() -> None:
    assert after(Talk().ask("coding").say("coding=much and coding=little")).reason.endswith("opposite sides")


def test_the_end_is_anything_then_confirm_then_close() -> None:
    talk = Talk().ask("coding").say("coding=much travel=none pay=fixed role=dev")
    talk.ask(None, "anything").say("no")
    assert after(talk).kind == "confirm"
    talk.ask(None, "confirm").say("confirm")
    assert after(talk).kind == "close"


def test_a_rejected_summary_is_amended_once() -> None:
    talk = Talk().ask("coding").say("coding=much travel=none pay=fixed role=dev")
    talk.ask(None, "anything").say("no").ask(None, "confirm").say("reject")
    assert after(talk).kind == "amend"
    talk.ask(None, "amend").say("reject")
    assert after(talk).kind == "close"


def test_skipped_and_unknown_topics_are_not_asked_again() -> None:
    talk = Talk().ask("coding").say("skip").ask("role").say("dont_know")
    assert after(talk).topic == "travel"


def test_an_optional_topic_gives_way_when_turns_run_out() -> None:
    guide = GUIDE.model_copy(
        update={
            "turns": 5,
            "topics": tuple(t.model_copy(update={"required": t.id != "pay"}) for t in GUIDE.topics),
        }
    )
    talk = Talk()
    while (move := next_move(guide, CRITERIA, talk.state)).kind != "close":
        talk.ask(move.topic, move.kind).say("role=dev" if move.topic == "role" else "words here and there")
    plans = [(m.plan, m.topic) for m in talk.state.messages if m.plan]
    assert ("topic", "pay") not in plans
    assert len(plans) <= 5
    assert plans[-1] == ("confirm", None)


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=GUIDE.turns + 1, max_size=GUIDE.turns + 1))
def test_any_person_reaches_the_end_and_no_question_comes_twice(texts: list[str]) -> None:
    talk = Talk()
    for text in texts:
        move = after(talk)
        if move.kind == "close":
            break
        question = move.probe.text if move.probe else f"{move.kind} {move.topic}"
        talk.ask(move.topic, move.kind, probe=move.style or "", question=question, revisit=move.revisit)
        talk.say("no" if "?" in text or text.strip() in ("back", "why", "") else text)
    assert after(talk).kind == "close"
    asked = [m for m in talk.state.messages if m.plan]
    assert len(asked) <= GUIDE.turns
    questions = [m.question for m in asked]
    assert len(set(questions)) == len(questions)
    for topic in talk.state.topics.values():
        assert len(topic.probes) <= 2
        assert len(set(topic.probes)) == len(topic.probes)
        assert topic.asked <= 2


def test_own_words_on_what_the_ranking_hangs_on_are_put_beside_the_options_once() -> None:
    opened = GUIDE.model_copy(update={
        "topics": tuple(t.model_copy(update={"open": True}) if t.id == "coding" else t for t in GUIDE.topics)
    })  # fmt: skip
    talk = Talk().ask("coding").say("I mend bicycles and radios for half the village")
    talk.guide = opened
    move = next_move(opened, CRITERIA, talk.state)
    assert (move.kind, move.topic, move.probe, move.style) == ("probe", "coding", None, "contrast")
    talk.ask("coding", "probe", probe="contrast").say("I mend bicycles and radios for half the village")
    assert next_move(opened, CRITERIA, talk.state).topic != "coding"


def test_own_words_on_an_open_question_are_followed_up_once_and_stand() -> None:
    talk = Talk().ask("coding").say("coding=much").ask("role").say("I mend bicycles and radios for half the village")
    move = after(talk)
    assert (move.kind, move.topic, move.style) == ("probe", "role", "example")
    talk.ask("role", "probe", probe="example").say("I mend bicycles and radios for half the village")
    assert after(talk).topic != "role"


def like(topic: str, option: str, strength: float, manner: Manner = "stated") -> Talk:
    """An answer that was heard only as being like an option."""
    talk = Talk().ask(topic)
    text = "as a bird on a wire"
    found = Evidence(topic, option, strength, text, 0, len(text), manner)
    of = talk.add("said", "person", text)
    talk.add("read", "system", of=of, reading=reading_out(Reading("answer", (found,))))
    return talk


def test_an_answer_only_like_an_option_is_put_beside_the_options_once() -> None:
    talk = like("coding", "much", 0.7)
    move = after(talk)
    assert (move.kind, move.topic) == ("probe", "coding")
    talk.ask("coding", "probe", probe=move.style or "").say("coding=little")
    assert talk.state.topics["coding"].weights() == {"little": 1.0}
    assert after(talk).topic != "coding"


def test_a_hedge_and_a_plain_answer_are_taken_at_their_word() -> None:
    assert after(like("coding", "much", 0.5, "hedged")).topic != "coding"
    assert after(like("coding", "much", 1.0)).topic != "coding"
