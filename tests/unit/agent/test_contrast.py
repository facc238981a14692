"""What sets a topic's options apart, fitted on the guide's own texts."""

import numpy as np

from agent.understanding.contrast import ASIDE, Contrast, Told, fit
from agent.understanding.marks import marks, rarity
from agent.understanding.sparse_rows import SparseRows

ROWS = np.eye(4, dtype=np.float32)
TEXTS = ["a", "b", "c", "d"]


def fitted(owners: list[str], texts: list[str], rows: np.ndarray, rarity: dict[str, float]) -> Contrast | None:
    return fit([Told(o, (text,), row[None]) for o, text, row in zip(owners, texts, rows, strict=True)], rarity)


def test_a_text_of_the_guide_is_nearest_its_own_option() -> None:
    found = fitted(["keen", "keen", "against", "against"], TEXTS, ROWS, {})
    assert found is not None
    assert [found.ranked("", row)[0][0] for row in ROWS] == ["keen", "keen", "against", "against"]


def test_what_is_alike_for_all_options_leads_nowhere() -> None:
    found = fitted(["keen", "keen", "against", "against"], TEXTS, ROWS, {})
    assert found is not None
    (_, first), (_, second) = found.ranked("", ROWS.mean(axis=0))
    assert abs(first - second) < 1e-6


def test_an_option_with_many_texts_does_not_outweigh_one_with_few() -> None:
    rows = np.array([[1, 0], [1, 0], [1, 0], [0, 1]], dtype=np.float32)
    found = fitted(["keen", "keen", "keen", "against"], TEXTS, rows, {})
    assert found is not None
    (_, first), (_, second) = found.ranked("", np.array([0.5, 0.5], dtype=np.float32))
    assert abs(first - second) < 1e-6


def test_one_option_cannot_be_told_from_others() -> None:
    assert fitted(["keen", "keen", f"{ASIDE}vague"], TEXTS[:3], ROWS[:3], {}) is None


def test_words_tell_apart_what_vectors_do_not() -> None:
    texts = ["i can't get enough", "i can't get enough of it", "i have had enough", "i have had enough of it"]
    found = fitted(["keen", "keen", "against", "against"], texts, np.ones((4, 2), np.float32), rarity(texts))
    assert found is not None
    assert found.ranked("really can't get enough of them", np.ones(2, np.float32))[0][0] == "keen"
    assert found.ranked("we have had enough", None)[0][0] == "against"


def test_the_side_is_an_option_even_where_a_manner_is_nearer() -> None:
    found = fitted(["keen", "against", f"{ASIDE}vague"], TEXTS[:3], ROWS[:3], {})
    assert found is not None
    row = np.array([0.2, 0, 0.9, 0], np.float32)
    assert found.ranked("", row)[0][0] == f"{ASIDE}vague"
    assert found.side("", row) == "keen"


def test_marks_are_stems_pairs_and_the_beginning() -> None:
    assert marks("we lose customers") >= {"lose", "custom", "lose custom", "^ we", "^ we lose"}


def test_rows_multiply_as_their_dense_matrix_would() -> None:
    random = np.random.default_rng(0)
    words = [f"w{i}" for i in range(40)]
    texts = [" ".join(random.choice(words, 6)) for _ in range(60)]
    known = rarity(texts)
    rows = SparseRows.of(texts, known)
    dense = np.zeros((len(texts), len(rows.places)), np.float32)
    dense[rows.at, rows.column] = rows.value
    weights = random.normal(size=(len(rows.places), 3)).astype(np.float32)
    np.testing.assert_allclose(rows.dot(weights), dense @ weights, atol=1e-5)
    np.testing.assert_allclose(rows.turned_dot(rows.dot(weights)), dense.T @ (dense @ weights), atol=1e-4)
    np.testing.assert_allclose(rows.dot(np.eye(len(rows.places), dtype=np.float32)), dense, atol=1e-6)
