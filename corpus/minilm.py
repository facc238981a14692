"""all-MiniLM-L6-v2 on numpy: token ids -> sentence vectors. No network, no torch.

The architecture is BERT's (Devlin et al. 2018) with 6 layers, 12 heads, 384 dimensions; a sentence's vector
is the mean over its tokens, L2-normalised (sentence-transformers/all-MiniLM-L6-v2, 256 word pieces at most).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path

import numpy as np

from corpus.adapter import Adapter, Vectors

__all__ = ["LAYERS", "MAX_TOKENS", "WIDTH", "MiniLM", "Vectors"]

LAYERS, HEADS, WIDTH, MAX_TOKENS = 6, 12, 384, 256
MOST_THREADS = 4
TOKENS_A_BATCH = 512  # activations of more do not stay in the processor's cache
TOKENS_A_THREAD = 32  # fewer are not worth another thread
_EPSILON = np.float32(1e-12)


class MiniLM:
    """The model in memory (90 MB). Only read after construction, so that threads share it. `adapter` changes
    its last layers for questions (corpus/adapter.py)."""

    def __init__(self, weights: Path, tokenizer: Path, adapter: Adapter | None = None) -> None:
        from safetensors.numpy import load_file
        from threadpoolctl import threadpool_limits
        from tokenizers import Tokenizer

        # BLAS threads spin while they wait for each other: on two cores with other work (or sixty readers)
        # that made 2 passages a second of 18. One thread for each product, and batches side by side, is
        # steady.
        threadpool_limits(limits=1, user_api="blas")
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.no_padding()
        raw = load_file(str(weights))
        self._words = raw["embeddings.word_embeddings.weight"]
        # Every token is of type 0: its type's vector is added to the positions' once and for all.
        types = raw["embeddings.token_type_embeddings.weight"][0]
        self._positions = raw["embeddings.position_embeddings.weight"][:MAX_TOKENS] + types
        self._norm = _pair(raw, "embeddings.LayerNorm")
        self._layers = [_Layer(raw, f"encoder.layer.{number}") for number in range(LAYERS)]
        self._adapted, self._head = self._layers, np.eye(WIDTH, dtype=np.float32)
        if adapter:
            first = LAYERS - adapter.layers
            last = [_Layer(adapter.onto(raw), f"encoder.layer.{number}") for number in range(first, LAYERS)]
            self._adapted, self._head = self._layers[:first] + last, adapter.head

    def words(self) -> frozenset[str]:
        """The whole words among the tokens: about 20,000 common English ones, in lower case."""
        return frozenset(t for t in self._tokenizer.get_vocab() if t.isalpha() and len(t) > 3)

    def encode(self, texts: Sequence[str], adapted: bool = False) -> Vectors:
        """n texts -> n x 384 float32, rows of length 1; by the adapted layers if asked for."""
        # A lone surrogate, as it comes from broken input, cannot be passed to the tokenizer.
        sound = [text.encode("utf-8", "ignore").decode() for text in texts]
        ids = [encoding.ids for encoding in self._tokenizer.encode_batch(sound)]
        out = np.empty((len(ids), WIDTH), np.float32)

        def run(batch: list[int]) -> None:
            out[batch] = self._forward([ids[index] for index in batch], adapted)

        batches = _batches([len(row) for row in ids])
        if len(batches) < 2:
            for batch in batches:
                run(batch)
        else:  # numpy lets go of the interpreter's lock in its loops
            with ThreadPoolExecutor(_threads()) as pool:
                list(pool.map(run, batches))
        return out

    def hidden(self, texts: Sequence[str], layers: int) -> list[Vectors]:
        """Of each text the tokens x 384 that its first `layers` layers make; unadapted."""
        ids = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        out: dict[int, Vectors] = {}
        for batch in _batches([len(row) for row in ids]):
            rows = [ids[index] for index in batch]
            made = self._through(rows, self._layers[:layers])
            out.update(zip(batch, np.split(made, np.cumsum([len(row) for row in rows])[:-1]), strict=True))
        return [out[index] for index in range(len(ids))]

    def _forward(self, ids: list[list[int]], adapted: bool) -> Vectors:
        """Token ids of n texts -> n x 384."""
        lengths = np.array([len(row) for row in ids])
        tokens = self._through(ids, self._adapted if adapted else self._layers)
        mean = np.add.reduceat(tokens, np.cumsum(lengths) - lengths) / lengths[:, None].astype(np.float32)
        if adapted:
            mean = mean @ self._head
        norms = np.sqrt(np.einsum("ij,ij->i", mean, mean))[:, None]
        result: Vectors = mean / np.maximum(norms, _EPSILON)
        return result

    def _through(self, ids: list[list[int]], layers: Sequence[_Layer]) -> Vectors:
        """Token ids of n texts, shortest first -> all their tokens x 384."""
        hidden = self._words[np.concatenate(ids)] + np.concatenate([self._positions[: len(row)] for row in ids])
        hidden = _normed(hidden, *self._norm)
        runs = [(length, len(list(same))) for length, same in groupby(len(row) for row in ids)]
        for layer in layers:
            hidden = layer(hidden, runs)
        return hidden


class _Layer:
    """Self-attention and feed-forward, each with its residual and normalisation after it."""

    def __init__(self, raw: dict[str, Vectors], name: str) -> None:
        attention = f"{name}.attention.self"
        parts = [_linear(raw, f"{attention}.{part}") for part in ("query", "key", "value")]
        scale = np.float32(1 / np.sqrt(WIDTH // HEADS))
        parts[0] = (parts[0][0] * scale, parts[0][1] * scale)
        self._qkv = np.ascontiguousarray(np.concatenate([weight for weight, _ in parts], axis=1))
        self._qkv_bias = np.concatenate([bias for _, bias in parts])
        self._out = _linear(raw, f"{name}.attention.output.dense")
        self._out_norm = _pair(raw, f"{name}.attention.output.LayerNorm")
        self._up = _linear(raw, f"{name}.intermediate.dense")
        self._down = _linear(raw, f"{name}.output.dense")
        self._down_norm = _pair(raw, f"{name}.output.LayerNorm")

    def __call__(self, hidden: Vectors, runs: Sequence[tuple[int, int]]) -> Vectors:
        """`hidden` is tokens x 384, text after text; `runs` are (tokens, texts of so many) in their order."""
        qkv = hidden @ self._qkv
        qkv += self._qkv_bias
        mixed, start = np.empty_like(hidden), 0
        for length, count in runs:
            end = start + length * count
            mixed[start:end] = _attention(qkv[start:end], count, length)
            start = end
        attended = mixed @ self._out[0]
        attended += self._out[1]
        attended += hidden
        attended = _normed(attended, *self._out_norm)
        inner = attended @ self._up[0]
        inner += self._up[1]
        result = _gelu(inner) @ self._down[0]
        result += self._down[1]
        result += attended
        return _normed(result, *self._down_norm)


def _attention(qkv: Vectors, count: int, length: int) -> Vectors:
    """Queries, keys and values of `count` texts of one length -> what each token takes from its text."""
    query, key, value = qkv.reshape(count, length, 3, HEADS, WIDTH // HEADS).transpose(2, 0, 3, 1, 4)
    scores = query @ key.transpose(0, 1, 3, 2)
    scores -= scores.max(axis=-1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=-1, keepdims=True)
    mixed: Vectors = (scores @ value).transpose(0, 2, 1, 3).reshape(count * length, WIDTH)
    return mixed


def _batches(lengths: list[int]) -> list[list[int]]:
    """Positions of texts that are encoded together, the shortest first. Texts of all lengths share the products with
    the weights, which for a few tokens cost little more than for one; only attention goes text by text, so that no
    padding is needed."""
    most = min(TOKENS_A_BATCH, max(TOKENS_A_THREAD, -(-sum(lengths) // _threads())))
    batches: list[list[int]] = []
    room = 0
    for index in sorted(range(len(lengths)), key=lengths.__getitem__):
        if room <= 0:
            batches.append([])
            room = most
        batches[-1].append(index)
        room -= lengths[index]
    return batches


def _threads() -> int:
    return min(MOST_THREADS, os.cpu_count() or 1)


def _linear(raw: dict[str, Vectors], name: str) -> tuple[Vectors, Vectors]:
    return np.ascontiguousarray(raw[f"{name}.weight"].T), raw[f"{name}.bias"]


def _pair(raw: dict[str, Vectors], name: str) -> tuple[Vectors, Vectors]:
    return raw[f"{name}.weight"], raw[f"{name}.bias"]


def _normed(x: Vectors, weight: Vectors, bias: Vectors) -> Vectors:
    """Layer normalisation over the last axis, in place."""
    x -= x.mean(axis=-1, keepdims=True)
    variance = np.einsum("ij,ij->i", x, x)[:, None] / np.float32(WIDTH)
    x /= np.sqrt(variance + _EPSILON)
    x *= weight
    x += bias
    return x


# erf by Abramowitz and Stegun 7.1.26: off by 1.5e-7 at most, and numpy has no erf of its own.
_P = np.float32(0.3275911 / np.sqrt(2))
_A = [np.float32(a) for a in (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)]


def _gelu(x: Vectors) -> Vectors:
    """x * (1 + erf(x / sqrt 2)) / 2, which is max(x, 0) - |x| * erfc(|x| / sqrt 2) / 2."""
    size = np.abs(x)
    t = size * _P
    t += np.float32(1)
    np.reciprocal(t, out=t)
    poly = t * _A[0]
    for a in _A[1:]:
        poly += a
        poly *= t
    poly *= size
    poly *= np.float32(0.5)
    size *= size
    size *= np.float32(-0.5)
    np.exp(size, out=size)
    poly *= size
    np.maximum(x, np.float32(0), out=x)
    x -= poly
    return x
