"""The shipped articles with the bundled model, as a person has them."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

import numpy as np
import pytest

from corpus.embed import BUNDLED, make_encoder
from corpus.library import Library
from corpus.shipped_vectors import shipped_vectors
from corpus.units import units_of

SOURCES = Path(__file__).parents[4] / "shared" / "sources"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    made = Library.open(tmp_path_factory.mktemp("library"))
    yield made
    made.close()


def test_every_offset_of_the_articles_is_exact(library: Library) -> None:
    assert len(library.articles) == 5
    assert library.notice == ""
    for passage in library.passages.values():
        text = library.articles[passage.article].text
        assert passage.span.of(text) == passage.text
        for place in (
            *passage.sentences,
            *passage.rows,
            *(cell for row in passage.rows for cell in row.cells),
        ):
            assert place.span.of(text) == place.text


@pytest.mark.parametrize(
    ("question", "article", "words"),
    [
        ("Who writes more production code, an FDE or a TAM?", "fdeacademy-fde-vs-tam", "code"),
        ("What does an MLOps engineer earn in India?", "fdeacademy-fde-vs-mlops", "₹"),
        (
            "How long does the move from MLE to AI sales engineer take?",
            "aisepulse-aise-vs-mle",
            "3 to 9 months",
        ),
        ("Is a PhD required for AI engineers?", "valenx-aie-vs-mle", "PhD"),
        (
            "Whom do I hire first if the demo impresses but deployments stall?",
            "perspective-fde-vs-mle",
            "FDE",
        ),
    ],
)
def test_questions_find_their_passage(library: Library, question: str, article: str, words: str) -> None:
    hits = library.search(question, 3)
    assert any(hit.passage.article == article and words in hit.passage.text for hit in hits)
    assert all(0 <= hit.score <= 1 for hit in hits)


def test_vectors_made_beforehand_are_the_model_s(library: Library) -> None:
    """A sample of the shipped vectors against the model; and all units of the articles are among them."""
    texts = [u.search for a in library.articles.values() for u in units_of(a, library.roles)]
    held = shipped_vectors(BUNDLED)
    digests = [hashlib.sha256(t.encode()).digest() for t in texts]
    assert sum(d in held for d in digests) > 0.98 * len(digests), "run `make vectors`"
    encoder, _ = make_encoder("bundled")
    assert encoder is not None
    sample = [(t, held[d]) for t, d in list(zip(texts, digests, strict=True))[::60] if d in held]
    assert np.allclose(encoder.encode([t for t, _ in sample]), np.stack([v for _, v in sample]), atol=2e-3)


def test_sixty_readers_at_once(library: Library) -> None:
    alone = [hit.passage.id for hit in library.search("How much does an FDE earn?")]
    with ThreadPoolExecutor(60) as pool:
        found = list(
            pool.map(lambda _: [hit.passage.id for hit in library.search("How much does an FDE earn?")], range(120))
        )
    assert all(ids == alone for ids in found)


def test_a_query_is_quick(library: Library) -> None:
    times = []
    for number in range(20):
        start = time.perf_counter()
        library.search(f"How much does a senior FDE earn in the US, question {number}?")
        times.append(time.perf_counter() - start)
    assert median(times) < 0.1  # 7 ms on an idle machine; the margin is for a busy one


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the original articles are not beside this checkout")
def test_the_originals_come_out_usable(tmp_path: Path) -> None:
    library = Library.open(tmp_path, embeddings="none", shipped=False)
    added = library.add([SOURCES])
    assert [one.outcome for one in added] == ["added"] * 5
    tables = [passage for passage in library.passages.values() if passage.kind == "table"]
    assert len(tables) == 12
    cells = {(cell.row, cell.column): cell.text for table in tables for row in table.rows for cell in row.cells}
    assert cells["Mid (3–6 yr)", "TAM (India, ₹ LPA)"] == "₹20–35 LPA"
    assert cells["Senior (5–8 yrs)", "MLOps (Base)"] == "$140K–$200K"
    assert cells["Reporting line", "Technical Account Manager"] == "Customer Success or Account Management org"
    text = "\n".join(passage.text for passage in library.passages.values())
    for furniture in (
        "Background image",
        "Summarize this article",
        "Pulse Brief",
        "View All Posts",
        "Radar chart",
    ):
        assert furniture not in text
    assert library.articles["fdeacademy-fde-vs-tam"].date == "2026-05-04"
    library.close()
