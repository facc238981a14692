"""Who publishes a document that names no publisher."""

from __future__ import annotations

import pytest

from corpus.front import publisher_in


@pytest.mark.parametrize(("author", "house"), [
    ("Perspective AI Team", "Perspective AI"), ("FDE Academy Editorial Team", "FDE Academy"),
    ("The Acme Research Staff", "Acme"), ("acme.example", "acme.example"), ("Jo Doe", ""), ("Jo Doe, Acme Team", ""),
    ("", ""),
])  # fmt: skip
def test_an_author_that_is_a_house(author: str, house: str) -> None:
    assert publisher_in(author) == house
