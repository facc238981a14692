import json
from pathlib import Path

import numpy as np
import pytest

from corpus import embed
from corpus.embed import BundledEmbeddings, make_encoder
from corpus.errors import CorpusError
from corpus.vectors import VectorCache

REFERENCE = json.loads((Path(__file__).parents[2] / "data" / "minilm_reference.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def bundled() -> BundledEmbeddings:
    encoder, reason = make_encoder("bundled")
    assert isinstance(encoder, BundledEmbeddings), reason
    return encoder


def test_vectors_equal_the_reference(bundled: BundledEmbeddings) -> None:
    texts = [entry["text"] for entry in REFERENCE["vectors"]]
    expected = np.array([entry["vector"] for entry in REFERENCE["vectors"]])
    found = bundled.encode(texts)
    assert found.shape == (len(texts), 384)
    assert np.abs(found[:, : REFERENCE["dimensions"]] - expected).max() < 1e-4
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)


def test_batches_do_not_change_a_vector(bundled: BundledEmbeddings) -> None:
    texts = [f"{'word ' * (n % 7)}number {n}" for n in range(100)] + ["long " * 400]
    together = bundled.encode(texts)
    alone = np.concatenate([bundled.encode([text]) for text in texts])
    assert np.abs(together - alone).max() < 1e-5
    assert bundled.encode([]).shape == (0, 384)


def test_a_lone_surrogate_does_no_harm(bundled: BundledEmbeddings) -> None:
    assert np.allclose(bundled.encode(["pay\ud800"]), bundled.encode(["pay"]))


def test_it_is_a_langchain_embeddings(bundled: BundledEmbeddings) -> None:
    assert len(bundled.embed_query("pay")) == 384
    assert len(bundled.embed_documents(["a", "b"])) == 2


def test_none_and_unknown_settings() -> None:
    assert make_encoder("none")[0] is None
    assert "words alone" in make_encoder("none")[1]
    with pytest.raises(CorpusError, match="provider:model"):
        make_encoder("minilm")


def test_a_missing_provider_names_its_package() -> None:
    with pytest.raises(CorpusError, match="pip install langchain-cohere"):
        make_encoder("cohere:embed-english-v3.0")


def test_bundled_weights_that_cannot_be_had_leave_words_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(embed, "WHEEL", "no-such-wheel")
    encoder, reason = make_encoder("bundled")
    assert encoder is None
    assert "no-such-wheel" in reason
    fake = tmp_path / "model.safetensors"
    fake.write_bytes(b"other weights")
    monkeypatch.setattr(embed, "bundled_files", lambda: (fake, fake))
    assert "sha256 differs" in make_encoder("bundled")[1]


def test_verified_weights_are_not_hashed_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    weights = tmp_path / "w"
    weights.write_bytes(b"x")
    monkeypatch.setattr(embed, "WEIGHTS_SHA256", "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881")
    embed._verify(weights, tmp_path / "stamp")
    monkeypatch.setattr(embed.hashlib, "file_digest", None)
    embed._verify(weights, tmp_path / "stamp")


class Counting:
    id = "counting"

    def __init__(self) -> None:
        self.seen: list[str] = []

    def encode(self, texts: list[str]) -> np.ndarray:
        self.seen += texts
        return np.array([[len(text), 1] for text in texts], np.float32).reshape(-1, 2)


def test_static_texts_are_embedded_once_and_a_broken_cache_is_begun_anew(tmp_path: Path) -> None:
    encoder = Counting()
    path = tmp_path / "vectors.sqlite"
    cache = VectorCache(path, encoder)
    assert cache.encode(["a", "bb", "a"]).tolist() == [[1, 1], [2, 1], [1, 1]]
    cache.close()
    cache = VectorCache(path, encoder)
    assert cache.encode(["bb", "ccc"]).tolist() == [[2, 1], [3, 1]]
    cache.close()
    assert encoder.seen == ["a", "bb", "ccc"]
    path.write_bytes(b"not a database" * 100)
    cache = VectorCache(path, encoder)
    assert cache.encode(["a"]).tolist() == [[1, 1]]
    cache.close()
    unwritable = VectorCache(tmp_path / "no" / "such" / "folder.sqlite", encoder)
    assert unwritable.encode(["a"]).tolist() == [[1, 1]]
