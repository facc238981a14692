"""Years, money, levels and places as people write them, and what only looks like one."""

from __future__ import annotations

import pytest

from agent.understanding.quantities import quantities, within
from agent.understanding.slots import slots


@pytest.mark.parametrize(
    ("message", "slot", "value"),
    [
        ("Eleven years of platform engineering, two days a year on the road", "years", "11"),
        ("I have a three year old, so no", "years", ""),
        ("twice a year at most", "years", ""),
        ("We're a team of nine, I lead no one", "level", ""),
        ("I'm the tech lead", "level", "lead"),
        ("I'm not staff level", "level", ""),
        ("our staff likes it", "level", ""),
        ("somebody at staff level", "level", "staff"),
        ("send us somebody who can make it work", "place", ""),
        ("remote in the US", "place", "US"),
        ("anywhere in the us", "place", "us"),
    ],
)
def test_a_slot_is_filled_by_what_says_so(message: str, slot: str, value: str) -> None:
    assert slots(message, quantities(message)).get(slot, "") == value


def test_where_money_is_asked_for_a_number_may_do_without_its_unit() -> None:
    said = "160 to 180 base, plus half a percent"
    assert slots(said, quantities(said), ("money",))["money"] == "160 to 180"
    assert "money" not in slots(said, quantities(said))
    assert "money" not in slots("two of us", quantities("two of us"), ("money",))


@pytest.mark.parametrize(
    ("said", "days"),
    [("two days a year", 2 / 12), ("Two. A year.", 2 / 12), ("a week a year", 5 / 12), ("6 trips a year", 0.9)],
)
def test_what_is_told_by_the_year_is_little_by_the_month(said: str, days: float) -> None:
    assert within(quantities(said)[0], "days") == pytest.approx(days)


def test_two_numbers_in_a_row_are_one_range() -> None:
    assert [(q.unit, q.low, q.high) for q in quantities("Two, three days a month.")] == [("days", 2, 3)]
    assert len(quantities("In 2023, 15 customers")) == 2
