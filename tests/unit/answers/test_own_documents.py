"""Answers from documents that a person adds, of which no known question speaks: lists, headings and rows tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.answer import Answerer
from corpus.library import Library

TEXT = """# TAM vs MLOps Engineer

## Skills: TAM vs MLOps engineer

TAM skill profile:

- Calendar diplomacy
- Contract reading

MLOps skill profile:

- Cluster surgery
- Pager etiquette

Common ground of both:

- Incident writing
- Patience with dashboards

## How success is told

MLOps is a discipline that looks inward. Success is measured in green builds and short queues.
TAM is a discipline that looks outward. Success is measured in signed renewals.

## Market

| Metric | TAM | MLOps Engineer | Source |
|---|---|---|---|
| Remote share | 31% | 64% | Harbour Survey |
| Total compensation, senior | $171,000 | $183,000 | Harbour Survey |

Stock grants differ: TAMs get 0.2% at startups and MLOps engineers 0.4%.

## Frequently Asked Questions

### Which role has better work-life balance?

TAMs sprint when renewals are due and rest in spring.
MLOps engineers carry a pager every third week.

Read our full salary guide for more on TAM and MLOps pay.
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    folder = tmp_path_factory.mktemp("own")
    document = folder / "harbour-tam-vs-mlops.md"
    document.write_text(TEXT, encoding="utf-8")
    library = Library.open(folder / "data", shipped=False)
    library.add([document])
    yield Answerer(library)
    library.close()


@pytest.mark.parametrize(
    ("question", "wanted", "unwanted"),
    [
        ("What skills does a TAM need?", ["Calendar diplomacy", "Contract reading"], ["Pager etiquette"]),
        ("Compare the skills of TAMs and MLOps engineers.", ["Calendar diplomacy", "Cluster surgery"], ["Patience"]),
        ("How is the success of MLOps engineers measured?", ["green builds"], ["renewals"]),
        ("Success of TAM and MLOps: how is each judged?", ["green builds", "signed renewals"], []),
        ("Where do the remote shares of TAMs and MLOps engineers come from?", ["Harbour Survey"], []),
        ("TAM or MLOps engineer, whose work-life balance is better?", ["renewals are due", "every third week"], []),
        ("What percentage of stock do TAMs and MLOps engineers get?", ["0.2%", "0.4%"], []),
    ],
)
def test_what_stands_above_a_statement_tells_what_it_is_of(
    own: Answerer, question: str, wanted: list[str], unwanted: list[str]
) -> None:
    text = own.ask(question).text
    assert not [w for w in wanted if w.lower() not in text.lower()], text
    assert not [w for w in unwanted if w.lower() in text.lower()], text


def test_a_sentence_that_sends_elsewhere_is_no_answer(own: Answerer) -> None:
    assert "Read our full salary guide" not in own.ask("What does a senior TAM earn?").text


def test_a_document_named_as_a_shipped_article_takes_none_of_its_known_questions(tmp_path: Path) -> None:
    document = tmp_path / "fdeacademy-fde-vs-tam.md"
    document.write_text(TEXT, encoding="utf-8")
    library = Library.open(tmp_path / "data", shipped=False)
    library.add([document])
    try:
        assert Answerer(library).statements().known.asked == ()
        assert next(iter(library.articles.values())).roles == ("tam", "mlops")
    finally:
        library.close()
