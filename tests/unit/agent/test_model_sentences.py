"""A draft in pieces of any size gives the same sentences, and never part of one."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from agent.llm.sentences import Sentence, Sentences

DRAFT = (
    "<think>Let me see [x].</think>FDEs write code daily [k3fa]. TAMs do not. They call, e.g. every week "
    "[a1bc, c2de]. Pay is $210K. [q8df][zz11] - A list item [k3fa]\nThe end"
)
SENTENCES = [
    Sentence("FDEs write code daily.", ("k3fa",)),
    Sentence("TAMs do not.", ()),
    Sentence("They call, e.g. every week.", ("a1bc", "c2de")),
    Sentence("Pay is $210K.", ("q8df", "zz11")),
    Sentence("A list item.", ("k3fa",)),
    Sentence("The end", ()),
]


@given(st.lists(st.integers(0, len(DRAFT)), max_size=40))
def test_cut_anywhere(cuts: list[int]) -> None:
    sentences, got = Sentences(), []
    edges = [0, *sorted(cuts), len(DRAFT)]
    for start, end in pairwise(edges):
        got += sentences.feed(DRAFT[start:end])
    assert got + list(sentences.end()) == SENTENCES


def test_a_sentence_comes_with_the_first_sign_after_it() -> None:
    sentences = Sentences()
    assert list(sentences.feed("One [aaaa]")) == []
    assert list(sentences.feed(".")) == []
    assert list(sentences.feed(" ")) == [Sentence("One.", ("aaaa",))]


def test_text_without_a_source_does_not_pile_up_for_ever() -> None:
    sentences = Sentences()
    list(sentences.feed("and so on " * 200))
    assert sentences.lost
