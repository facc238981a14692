"""What the retrieval benchmark searches: BEIR-style folders, the shipped articles, and grown copies of
real text."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from corpus.index import search_text
from corpus.library import Library
from corpus.minilm import Vectors

Encode = Callable[[list[str]], Vectors]


@dataclass(frozen=True)
class Collection:
    """Texts with ids and vectors, queries with vectors, and query -> {id: grade}."""

    name: str
    ids: list[str]
    texts: list[str]
    vectors: Vectors
    queries: list[str]
    query_vectors: Vectors
    grades: list[dict[str, int]]


def read(folder: Path, cache: Path, encode: Encode) -> Collection:
    """A folder with corpus.jsonl, queries.jsonl and qrels.tsv; queries without a relevant text are left
    out."""
    documents = [json.loads(line) for line in (folder / "corpus.jsonl").read_text().splitlines()]
    grades: dict[str, dict[str, int]] = defaultdict(dict)
    for line in (folder / "qrels.tsv").read_text().splitlines()[1:]:
        query, document, grade = line.split("\t")
        grades[query][document] = int(grade)
    lines = [json.loads(line) for line in (folder / "queries.jsonl").read_text().splitlines()]
    queries = [query for query in lines if grades.get(query["_id"])]
    texts = [f"{document['title']} {document['text']}".strip() for document in documents]
    asked = [query["text"] for query in queries]
    return Collection(
        folder.name,
        [document["_id"] for document in documents],
        texts,
        _cached(cache / f"{folder.name}-texts.npy", texts, encode),
        asked,
        _cached(cache / f"{folder.name}-queries.npy", asked, encode),
        [grades[query["_id"]] for query in queries],
    )


def shipped(library: Library, encode: Encode) -> Collection:
    questions = yaml.safe_load((Path(__file__).parent / "shipped.yaml").read_text(encoding="utf-8"))
    passages = list(library.passages.values())
    texts = [search_text(library.articles[passage.article], passage) for passage in passages]
    asked = [question["q"] for question in questions]
    grades = [
        {**dict.fromkeys(question.get("also", []), 1), **dict.fromkeys(question["best"], 2)} for question in questions
    ]
    unknown = {id_ for grade in grades for id_ in grade} - set(library.passages)
    if unknown:
        raise SystemExit(f"shipped.yaml names passages that are not there: {', '.join(sorted(unknown))}")
    ids = [passage.id for passage in passages]
    return Collection("shipped", ids, texts, encode(texts), asked, encode(asked), grades)


def grown(collections: Sequence[Collection], size: int) -> Collection:
    """`size` passages of real sentences drawn anew, each with a vector between two real ones (and a little
    noise): for measuring time and memory, not quality."""
    generator = np.random.default_rng(0)
    pool = [s for c in collections for text in c.texts for s in re.split(r"(?<=[.!?])\s+", text) if len(s) > 20]
    real = np.concatenate([collection.vectors for collection in collections])
    picks = generator.integers(0, len(pool), (size, 5))
    texts = [" ".join(pool[index] for index in row) for row in picks]
    weights = generator.uniform(0.5, 1, (size, 1)).astype(np.float32)
    left, right = real[generator.integers(0, len(real), size)], real[generator.integers(0, len(real), size)]
    vectors = weights * left + (1 - weights) * right
    vectors += (0.02 * generator.standard_normal(vectors.shape)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    queries = [query for collection in collections for query in collection.queries[:100]]
    asked = np.concatenate([collection.query_vectors[:100] for collection in collections])
    return Collection(f"grown-{size}", [str(n) for n in range(size)], texts, vectors, queries, asked, [])


def _cached(path: Path, texts: list[str], encode: Encode) -> Vectors:
    if path.is_file():
        vectors: Vectors = np.load(path)
        if len(vectors) == len(texts):
            return vectors
    vectors = encode(texts)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.save(path, vectors)
    return vectors
