import numpy as np
import pytest

from corpus import dense
from corpus.dense import Dense, top
from corpus.roles import Roles
from corpus.search import Ranker
from corpus.sparse import Sparse
from corpus.tokens import Tokenizer

TOKENS = Tokenizer()
ROLES = Roles.shipped()
DOCUMENTS = [
    "Forward deployed engineers travel to customers.",
    "Technical account managers renew contracts.",
    "机器学习工程师训练模型",
    "The weather in Berlin is fine.",
]


def ranker(vectors: np.ndarray | None = None) -> Ranker:
    return Ranker(
        Sparse.build(TOKENS(text) for text in DOCUMENTS),
        Dense(vectors) if vectors is not None else None,
        TOKENS,
        ROLES,
    )


def test_terms_are_stemmed_and_cjk_is_paired() -> None:
    assert TOKENS("The engineers' engineering, 7+ yrs of C++ in 2026") == [
        "engin",
        "engin",
        "7",
        "yrs",
        "2026",
    ]
    assert TOKENS("机器学习") == ["机器", "器学", "学习"]
    assert TOKENS("") == []


def test_words_alone_find_by_alias_and_by_characters() -> None:
    found = ranker().rank("What does an FDE do?", 2, lambda _: None)
    assert list(found.rows) == [0]
    assert list(ranker().rank("机器学习", 2, lambda _: None).rows) == [2]
    assert not len(ranker().rank("zzz", 2, lambda _: None).rows)


def test_fusion_uses_both_sides() -> None:
    vectors = np.eye(4, dtype=np.float32)
    found = ranker(vectors).rank("weather", 4, lambda _: vectors[1])
    assert set(found.rows[:2]) == {1, 3}
    assert list(found.scores) == sorted(found.scores, reverse=True)
    assert found.dense[list(found.rows).index(1)] == pytest.approx(1)


def test_a_big_library_is_searched_in_two_passes_with_the_same_result(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    generator = np.random.default_rng(0)
    vectors = generator.normal(size=(3000, 384)).astype(np.float32) @ np.diag(
        np.linspace(2, 0.05, 384).astype(np.float32)
    )
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    query = vectors[7] + 0.02 * generator.normal(size=384).astype(np.float32)
    exact = Dense(vectors).best(query, 10)
    monkeypatch.setattr(dense, "SMALL", 1000)
    monkeypatch.setattr(dense, "FIRST", 500)
    quick = Dense(vectors).best(query, 10)
    assert list(exact[0][:5]) == list(quick[0][:5])
    assert exact[0][0] == 7


def test_top_breaks_ties_by_position() -> None:
    assert list(top(np.array([1, 3, 3, 2], np.float32), 3)) == [1, 2, 3]
    assert list(top(np.array([], np.float32), 3)) == []


def test_an_empty_index_answers_nothing() -> None:
    assert not len(Ranker.empty(TOKENS, ROLES).rank("pay", 5, lambda _: None).rows)
