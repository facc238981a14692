"""Numbers as people write them come out as the same values."""

from __future__ import annotations

import pytest

from corpus.binding import bind
from corpus.quantities import find
from corpus.roles import Roles


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("$180K–$260K", 180_000, 260_000, "USD"),
        ("$210,000", 210_000, 210_000, "USD"),
        ("210k dollars", 210_000, 210_000, "USD"),
        ("₹35–55 LPA", 3_500_000, 5_500_000, "INR"),
        ("₹12–30L", 1_200_000, 3_000_000, "INR"),
        ("₹40 lakh", 4_000_000, 4_000_000, "INR"),
        ("₹35–55", 3_500_000, 5_500_000, "INR"),
        ("₹35–55 crore", 350_000_000, 550_000_000, "INR"),
        ("₹1.2 cr", 12_000_000, 12_000_000, "INR"),
        ("between $350K and $750K", 350_000, 750_000, "USD"),
        ("20% to 40%", 20, 40, "%"),
        ("30 to 60 percent", 30, 60, "%"),
        ("3.5x", 3.5, 3.5, "x"),
        ("9 to 15 months", 9, 15, "month"),
        ("six months", 6, 6, "month"),
        ("two to four weeks", 2, 4, "week"),
        ("4–10 days/month", 4, 10, "day/month"),
        ("~$1.2M", 1_200_000, 1_200_000, "USD"),
        ("12,500", 12_500, 12_500, ""),
    ],
)
def test_one_quantity(text: str, low: float, high: float, unit: str) -> None:
    (quantity,) = find(text)
    assert (quantity.low, quantity.high, quantity.unit) == (low, high, unit)


def test_numbers_in_names_are_no_quantities() -> None:
    assert find("FAANG+ (L5-L7), GPT4 and B2B") == ()


def test_open_ends_and_years() -> None:
    assert find("$300,000+")[0].open
    assert [q.year for q in find("In 2024, 40 days")] == [True, False]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("A mid-level FDE ranges $180K–$260K, against $120K–$170K for a mid-level TAM.", ["fde", "tam"]),
        ("The FDE median base is near $210K and the ML engineer average is near $188K.", ["fde", "mle"]),
        ("Top-tier pay is $350K–$750K for an FDE and $400K–$900K+ for an MLE.", ["fde", "mle"]),
        ("Postings for ML engineers are 3.5x as numerous as those for AI engineers.", ["mle"]),
    ],
)
def test_each_number_belongs_to_its_role(text: str, owners: list[str]) -> None:
    mentions = [(m.role, m.span) for m in Roles.shipped().find(text)]
    assert bind(text, mentions, [q.span for q in find(text)]) == owners
