"""The reply to the summary: which line each piece of it sets right, with offsets in the whole message."""

from __future__ import annotations

import pytest

from agent.folding.corrections import corrections, objects
from agent.reading import Evidence, Reading
from tests.fakes.marked_reader import MarkedReader
from tests.fakes.small_interview import GUIDE
from tests.unit.agent.test_state import Talk


def read(text: str, topic: str) -> Reading:
    return MarkedReader().read(text, GUIDE, topic, frozenset())


def talk(plan: str = "confirm") -> Talk:
    made = Talk().ask("coding").say("coding=much").ask("role").say("role=dev")
    return made.ask("travel").say("travel=none").ask("pay").say("pay=fixed").ask(None, plan)


def corrected(text: str, plan: str = "confirm") -> dict[str, tuple[str | None, float]]:
    made = corrections(GUIDE, talk(plan).state, Reading("answer"), text, read)
    assert all(text[e.start : e.end] == e.quote for e in made.evidence)
    return {e.topic: (e.option, e.strength) for e in made.evidence}


def test_each_piece_is_read_on_the_line_that_it_speaks_of() -> None:
    assert corrected("Mostly, but on coding, I'd say coding=little. And travel: travel=often!") == {
        "coding": ("little", 1.0),
        "travel": ("often", 1.0),
    }


def test_a_line_denied_without_another_answer_no_longer_holds() -> None:
    assert corrected("Fine, only I never said fixed pay.") == {"pay": ("fixed", -1.0)}


def test_what_is_set_apart_is_no_answer() -> None:
    assert corrected("On travel it is travel=often, not travel=some") == {"travel": ("often", 1.0)}


def test_of_two_pieces_on_a_line_the_plainer_one_counts() -> None:
    assert corrected("Travel: maybe travel~some. Travel is travel=often!")["travel"][0] == "often"


def test_what_stands_already_is_no_correction_and_read_so_under_a_no_it_is_ruled_out() -> None:
    assert corrected("Yes, on coding it is coding=much") == {}
    assert corrected("The coding line is not right, it can't be coding=much") == {"coding": ("much", -1.0)}


def test_what_speaks_of_no_line_changes_none() -> None:
    assert corrected("Thank you, that was quick.") == {}


def test_asked_which_line_their_own_words_stand_for_it() -> None:
    assert corrected("Travel is for birds", "amend") == {"travel": (None, 1.0)}


@pytest.mark.parametrize(("text", "against"), [
    ("Yes, that's right.", False), ("Lovely, that's about the size of it.", False), ("Yes, but not too bad.", False),
    ("Not quite.", True), ("You misunderstood the second line.", True), ("The last one should be different.", True),
])  # fmt: skip
def test_what_says_that_something_is_wrong(text: str, against: bool) -> None:
    assert objects(Reading("answer"), text) is against


def test_who_says_what_is_wrong_is_not_asked_for_it() -> None:
    told = Evidence("coding", "little", 1.0, "little", 0, 6)
    assert not objects(Reading("answer", (told,)), "not much, little")
