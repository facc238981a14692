"""The line: served in the order they came, told their place, refused only when it is full."""

from __future__ import annotations

import threading
from contextlib import ExitStack

import pytest

from ui.line import Line, LineFullError


def test_those_beyond_the_served_know_how_many_are_before_them() -> None:
    line = Line(at_once=2, waiting=3)
    with ExitStack() as stack:
        places = [stack.enter_context(line.place()) for _ in range(5)]
        assert [place.ahead() for place in places] == [0, 0, 1, 2, 3]
        with pytest.raises(LineFullError, match="send it again"):
            stack.enter_context(line.place())
    assert len(line) == 0


def test_a_place_given_up_moves_the_others_on_in_order() -> None:
    line = Line(at_once=1, waiting=2)
    with ExitStack() as others:
        first, second = ExitStack(), ExitStack()
        first.enter_context(line.place())
        second.enter_context(line.place())
        third = others.enter_context(line.place())
        assert third.ahead() == 2
        second.close()  # somebody who waits leaves
        assert third.ahead() == 1
        threading.Timer(0.05, first.close).start()
        assert third.ahead(patience=30) == 0


def test_a_place_is_given_up_when_its_work_fails() -> None:
    line = Line(at_once=1, waiting=0)
    with pytest.raises(ValueError, match="work"), line.place():
        raise ValueError("work")
    with line.place() as place:
        assert place.ahead() == 0
