"""What sets a topic's options apart, fitted on the guide's own texts."""

import numpy as np

from agent.understanding.contrast import fit

ROWS = np.eye(4, dtype=np.float32)


def test_a_text_of_the_guide_is_nearest_its_own_option() -> None:
    found = fit(["keen", "keen", "against", "against"], ROWS)
    assert found is not None
    assert [found.ranked(row)[0][0] for row in ROWS] == ["keen", "keen", "against", "against"]


def test_what_is_alike_for_all_options_leads_nowhere() -> None:
    found = fit(["keen", "keen", "against", "against"], ROWS)
    assert found is not None
    (_, first), (_, second) = found.ranked(ROWS.mean(axis=0))
    assert abs(first - second) < 1e-6


def test_an_option_with_many_texts_does_not_outweigh_one_with_few() -> None:
    rows = np.array([[1, 0], [1, 0], [1, 0], [0, 1]], dtype=np.float32)
    found = fit(["keen", "keen", "keen", "against"], rows)
    assert found is not None
    (_, first), (_, second) = found.ranked(np.array([0.5, 0.5], dtype=np.float32))
    assert abs(first - second) < 1e-6


def test_one_option_cannot_be_told_from_others() -> None:
    assert fit(["keen", "keen"], ROWS[:2]) is None
