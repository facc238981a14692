"""The systems compared: ours, BM25 alone (ours without vectors), and LangChain's EnsembleRetriever."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from langchain_core.embeddings import Embeddings

from corpus.dense import Dense
from corpus.roles import Roles
from corpus.search import Ranker
from corpus.sparse import Sparse
from corpus.tokens import Tokenizer
from tests.bench.collections import Collection, Encode

Search = Callable[[str], list[str]]
SYSTEMS = ("ours", "bm25", "ensemble")


class Looked(Embeddings):
    """Vectors made beforehand, so that search alone is timed; the encoder for any other text."""

    def __init__(self, collection: Collection | None, encode: Encode) -> None:
        pairs = zip(collection.queries, collection.query_vectors, strict=True) if collection else ()
        self._known = dict(pairs)
        self._encode = encode

    def embed_query(self, text: str) -> list[float]:
        known = self._known.get(text)
        return (known if known is not None else self._encode([text])[0]).tolist()  # type: ignore[no-any-return]

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._encode(texts).tolist()  # type: ignore[no-any-return]


def build(system: str, collection: Collection, encode: Encode, folder: Path, *, live: bool = False) -> Search:
    """A function query -> ids of the best ten. `live` embeds each query instead of looking its vector up."""
    known = None if live else collection
    if system == "ensemble":
        return _ensemble(collection, Looked(known, encode), folder)
    return _ours(system, collection, known, encode)


def _ours(system: str, collection: Collection, known: Collection | None, encode: Encode) -> Search:
    tokenizer = Tokenizer()
    sparse = Sparse.build(tokenizer(text) for text in collection.texts)
    dense = Dense(collection.vectors.copy()) if system == "ours" else None
    ranker = Ranker(sparse, dense, tokenizer, Roles.shipped())
    looked = dict(zip(known.queries, known.query_vectors, strict=True)) if known else {}

    def search(query: str) -> list[str]:
        ranked = ranker.rank(query, 10, lambda text: looked[text] if text in looked else encode([text])[0])
        return [collection.ids[row] for row in ranked.rows]

    return search


def _ensemble(collection: Collection, embeddings: Embeddings, folder: Path) -> Search:
    """As the documentation has it: BM25Retriever (rank_bm25, words by split()) and Chroma, half and half."""
    import chromadb
    from chromadb.config import Settings
    from langchain_chroma import Chroma
    from langchain_classic.retrievers import EnsembleRetriever
    from langchain_community.retrievers import BM25Retriever

    client = chromadb.PersistentClient(folder, Settings(anonymized_telemetry=False))
    store = client.get_or_create_collection(
        "bench", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
    )
    for start in range(0, len(collection.ids), 1000):
        part = slice(start, start + 1000)
        metadatas = [{"id": id_} for id_ in collection.ids[part]]
        store.upsert(collection.ids[part], collection.vectors[part], metadatas, collection.texts[part])
    dense = Chroma("bench", embeddings, client=client).as_retriever(search_kwargs={"k": 10})
    words = BM25Retriever.from_texts(collection.texts, [{"id": id_} for id_ in collection.ids], k=10)
    both = EnsembleRetriever(retrievers=[words, dense], weights=[0.5, 0.5], id_key="id")
    return lambda query: [document.metadata["id"] for document in both.invoke(query)[:10]]
