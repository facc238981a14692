"""The adapter for questions: how it is stored, what it changes, and that what is shipped was made by it."""

from __future__ import annotations

import hashlib
from importlib import resources

import numpy as np
import pytest

from corpus import adapter
from corpus.adapter import Adapter
from corpus.embed import BundledEmbeddings, make_encoder
from corpus.shipped_vectors import shipped_vectors


@pytest.fixture(scope="module")
def encoder() -> BundledEmbeddings:
    made, notice = make_encoder("bundled")
    assert isinstance(made, BundledEmbeddings), notice
    return made


def test_what_is_written_is_read() -> None:
    random = np.random.default_rng(1)
    down, up = random.random((2, 3), np.float32), random.random((4, 2), np.float32)
    stored = adapter.write(Adapter("", 2, {"map": down}, {"map": up}, np.eye(3, dtype=np.float32)))
    found = adapter.read(stored)
    assert found.layers == 2
    changed = found.onto({"map.weight": np.zeros((4, 3), np.float32), "other.weight": np.ones(1, np.float32)})
    assert np.allclose(changed["map.weight"], up @ down, atol=2e-3)
    assert changed["other.weight"] == 1


def test_without_the_adapter_vectors_are_the_model_s(encoder: BundledEmbeddings) -> None:
    assert encoder.questions is not None
    text = ["Who pays for the hotel when a deployed engineer is at a customer's?"]
    assert not np.allclose(encoder.encode(text), encoder.questions.encode(text), atol=0.05)


def test_under_the_adapter_an_oblique_question_is_nearer_to_its_answer(encoder: BundledEmbeddings) -> None:
    """None of these stands among the known questions."""
    assert encoder.questions is not None
    asked = "Will I be living out of a suitcase as an FDE?"
    said, other = "How many days a month does an FDE travel?", "Will FDE salaries keep rising?"
    plain, adapted = encoder.encode([asked, said, other]), encoder.questions.encode([asked, said, other])
    before, after = (float(v[0] @ v[1] - v[0] @ v[2]) for v in (plain, adapted))
    assert after > before + 0.05


def test_shipped_question_vectors_are_this_adapter_s(encoder: BundledEmbeddings) -> None:
    assert encoder.questions is not None
    held = shipped_vectors(encoder.questions.id)
    assert len(held) > 10_000, "run `make vectors`"
    text = "What is an FDE?"
    digest = hashlib.sha256(text.encode()).digest()
    assert np.allclose(held[digest], encoder.questions.encode([text])[0], atol=4e-3)


def test_the_adapter_is_packaged() -> None:
    assert resources.files("corpus").joinpath(adapter.NAME).is_file()
