"""Quality and cost of search, in one run: `python -m tests.bench.retrieval --data ../shared/retrieval`.

Prints Markdown tables and writes retrieval.json beside this file. Embedding Cranfield takes a minute or more
the first time; vectors are kept in --cache. Each measurement of memory and growth runs in a process of its
own.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import mean, median, quantiles
from typing import Any

import numpy as np

from corpus.embed import make_encoder
from corpus.library import Library
from tests.bench import collections, systems
from tests.bench.collections import Collection, Encode

SIZES = {
    "ours": (1_000, 10_000, 20_000, 100_000),
    "bm25": (1_000, 20_000, 100_000),
    "ensemble": (1_000, 20_000),
}
NAMES = {"ours": "fieldnote", "bm25": "BM25 alone", "ensemble": "LangChain EnsembleRetriever"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder of collections (corpus.jsonl …)")
    parser.add_argument("--cache", type=Path, default=Path(".fieldnote/bench"), help="where vectors are kept")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_suffix(".json"))
    parser.add_argument("--one", nargs=2, metavar=("SYSTEM", "SIZE"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    encoder, reason = make_encoder("bundled")
    if encoder is None:
        raise SystemExit(reason)
    folders = sorted(path.parent for path in given.data.glob("*/corpus.jsonl"))
    public = [collections.read(folder, given.cache, encoder.encode) for folder in folders]
    if given.one:
        print(json.dumps(_growth(given.one[0], collections.grown(public, int(given.one[1])), encoder.encode)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder))
        result: dict[str, Any] = {
            "machine": f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}",
            "embedding_ms": _embedding_ms(public[0].queries, encoder.encode),
            "quality": [_quality(c, encoder.encode) for c in (*public, collections.shipped(library, encoder.encode))],
        }
        library.close()
    result["growth"] = [_apart(given, system, size) for system, sizes in SIZES.items() for size in sizes]
    given.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(_report(result))
    return 0


def _quality(collection: Collection, encode: Encode) -> dict[str, Any]:
    row: dict[str, Any] = {
        "collection": collection.name,
        "texts": len(collection.ids),
        "queries": len(collection.queries),
    }
    for system in systems.SYSTEMS:
        with tempfile.TemporaryDirectory() as folder:
            search = systems.build(system, collection, encode, Path(folder))
            found = [search(query) for query in collection.queries]
        row[system] = {
            "ndcg@10": round(mean(map(_ndcg, found, collection.grades)), 4),
            "recall@10": round(mean(map(_recall, found, collection.grades)), 4),
        }
    return row


def _growth(system: str, collection: Collection, encode: Encode) -> dict[str, Any]:
    before = _memory()
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        search = systems.build(system, collection, encode, Path(folder) / "a")
        built = time.perf_counter() - start
        memory = _memory() - before
        alone = _times(search, collection.queries)
        embedded = _with_embedding(search, collection.queries, encode) if system != "bm25" else alone
    return {
        "system": system,
        "passages": len(collection.ids),
        "index_s": round(built, 2),
        "memory_mb": round(memory),
        "load": round(os.getloadavg()[0], 1),
        "search_ms": round(1000 * median(alone), 2),
        "search_p95_ms": round(1000 * quantiles(alone, n=20)[-1], 2),
        "query_ms": round(1000 * median(embedded), 2),
        "queries_per_s": round(len(embedded) / sum(embedded), 1),
    }


def _times(search: systems.Search, queries: list[str]) -> list[float]:
    for query in queries[:3]:
        search(query)
    times = []
    for query in queries:
        start = time.perf_counter()
        search(query)
        times.append(time.perf_counter() - start)
    return times


def _with_embedding(search: systems.Search, queries: list[str], encode: Encode) -> list[float]:
    """Each query embedded and searched; both systems embed with the same model, once a query."""

    def both(query: str) -> list[str]:
        encode([query])
        return search(query)

    return _times(both, queries)


def _embedding_ms(queries: list[str], encode: Encode) -> float:
    def embed(query: str) -> list[str]:
        encode([query])
        return []

    return round(1000 * median(_times(embed, queries[:200])), 2)


def _apart(given: argparse.Namespace, system: str, size: int) -> dict[str, Any]:
    command = [
        sys.executable,
        "-m",
        "tests.bench.retrieval",
        "--data",
        str(given.data),
        "--cache",
        str(given.cache),
    ]
    done = subprocess.run([*command, "--one", system, str(size)], check=True, capture_output=True, text=True)
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    print(f"{NAMES[system]} with {size} passages: {measured['query_ms']} ms", file=sys.stderr)
    return measured


def _memory() -> float:
    """Resident memory of this process in MB (Linux; 0 elsewhere)."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def _ndcg(found: list[str], grades: dict[str, int]) -> float:
    gains = [grades.get(id_, 0) for id_ in found[:10]]
    ideal = sorted(grades.values(), reverse=True)[:10]
    return _dcg(gains) / _dcg(ideal)


def _dcg(gains: list[int]) -> float:
    return float(sum(gain / np.log2(rank + 2) for rank, gain in enumerate(gains)))


def _recall(found: list[str], grades: dict[str, int]) -> float:
    relevant = {id_ for id_, grade in grades.items() if grade > 0}
    return len(relevant & set(found[:10])) / len(relevant)


def _report(result: dict[str, Any]) -> str:
    lines = [f"{result['machine']}; one query embedded in {result['embedding_ms']} ms.", ""]
    lines += [
        "| nDCG@10 (recall@10) | texts | queries | " + " | ".join(NAMES.values()) + " |",
        "|---" * 6 + "|",
    ]
    for row in result["quality"]:
        scores = [f"{row[s]['ndcg@10']:.3f} ({row[s]['recall@10']:.3f})" for s in systems.SYSTEMS]
        lines.append(f"| {row['collection']} | {row['texts']} | {row['queries']} | {' | '.join(scores)} |")
    heads = (
        "system | passages | index s | memory MB | search ms (p95) | query ms, embedded "
        "| queries/s, embedded | load of the machine"
    )
    lines += ["", f"| {heads} |", "|---" * 8 + "|"]
    for row in result["growth"]:
        lines.append(
            f"| {NAMES[row['system']]} | {row['passages']:,} | {row['index_s']} | {row['memory_mb']} "
            f"| {row['search_ms']} ({row['search_p95_ms']}) | {row['query_ms']} | {row['queries_per_s']} "
            f"| {row['load']} |"
        )
    lines += [
        "",
        "Grown: real sentences drawn anew, vectors between real ones. Index time without embedding.",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
