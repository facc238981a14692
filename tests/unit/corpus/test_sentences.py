from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Department of Defense was a client.",
        "Tools, e.g. Airflow, i.e. Python ones, are common.",
        "FDE vs. TAM is the question here.",
        "It takes approx. 3 months.",
        "Pay rose from 3.5 to $1.2M at the top.",
        "See No. 3 of the list.",
        "J. R. Smith wrote it.",
        "According to Levels.fyi it is more; Character.ai pays well.",
        "In the U.S. average pay is higher.",
        "Acme Inc. hires them.",
        "1. Ask first",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It pays. They stay!", ["It pays.", "They stay!"]),
        ("They work in the U.S. The pay is good.", ["They work in the U.S.", "The pay is good."]),
        ('He said "yes." Then he left.', ['He said "yes."', "Then he left."]),
        ("**Bold.** Plain follows.", ["**Bold.**", "Plain follows."]),
        ("Up to $300K+. $200K is usual.", ["Up to $300K+.", "$200K is usual."]),
        ("它很好。我们走吧！", ["它很好。", "我们走吧！"]),
        ("One  \nTwo", ["One", "Two"]),
        ("> Quoted one.\n> Quoted two.", ["Quoted one.", "Quoted two."]),
        ("Hired in 2024. 3 of them left.", ["Hired in 2024.", "3 of them left."]),
        ("Really? Yes. OK.", ["Really?", "Yes.", "OK."]),
    ],
)
def test_sentences_part(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet=st.sampled_from("aB1.?! \n>\"'“”*()$。U.S.e.g."), max_size=120))
def test_nothing_visible_is_lost_and_order_is_kept(text: str) -> None:
    spans = list(split(text))
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    outside = set(range(len(text))) - {i for a, b in spans for i in range(a, b)}
    assert all(text[i].isspace() or text[i] in ">\\" for i in outside)
