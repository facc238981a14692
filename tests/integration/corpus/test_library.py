from __future__ import annotations

import threading
from pathlib import Path

import pytest

from corpus import library as library_module
from corpus.embed import EmbeddingError
from corpus.errors import CorpusError
from corpus.library import Library
from corpus.lock import BusyError, writing
from corpus.retriever import LibraryRetriever
from tests.integration.corpus.conftest import FakeEncoder, Opener


def test_add_change_remove_cost_only_themselves(open_library: Opener, documents: Path) -> None:
    encoder = FakeEncoder()
    library = open_library(encoder)
    assert library.search("honey") == []
    added = library.add([documents])
    assert [(one.path.name, one.outcome) for one in added] == [
        ("apples.md", "added"),
        ("bears.md", "added"),
        ("notes.txt", "added"),
    ]
    assert library.search("Do bears like honey?")[0].passage.id == "bears#food"
    assert len(library.passages) == 5

    encoder.seen.clear()
    assert {one.outcome for one in library.add([documents])} == {"unchanged"}
    assert encoder.seen == []

    (documents / "apples.md").write_text("# Apples\n\n## Colour\n\nApples are red.\n\n## Taste\n\nApples taste sour.\n")
    assert [one.outcome for one in library.add([documents / "apples.md"])] == ["updated"]
    assert [text for text in encoder.seen if "\n" in text] == ["Taste\nApples taste sour."]
    assert "sour" in library.search("taste of apples")[0].passage.text

    encoder.seen.clear()
    library.remove("bears")
    assert encoder.seen == []
    assert all(hit.passage.article != "bears" for hit in library.search("bears honey", 10))
    encoder.seen.clear()

    again = open_library(encoder)
    assert encoder.seen == []
    assert list(again.passages) == list(library.passages)


def test_ids_of_files_with_one_name(open_library: Opener, documents: Path, tmp_path: Path) -> None:
    library = open_library()
    (documents / "sub").mkdir()
    (documents / "sub" / "apples.md").write_text("# Other\n\nOther apples.\n")
    (documents / "apples.txt").write_text("Apples as text, in a file with another ending than the first.\n")
    added = library.add([documents])
    assert [one.article.id for one in added if one.article] == [
        "apples",
        "apples-txt",
        "bears",
        "notes",
        "sub-apples",
    ]
    assert {one.outcome for one in library.add([documents])} == {"unchanged"}
    assert sorted(path.name for path in (tmp_path / "data" / "library").iterdir())[:2] == [
        "apples-txt.txt",
        "apples.md",
    ]


def test_what_fails_is_told_and_the_rest_goes_on(open_library: Opener, documents: Path) -> None:
    (documents / "bad.pdf").write_bytes(b"%PDF nonsense")
    library = open_library()
    added = library.add([documents, documents / "missing.md"])
    failed = {one.path.name: one.reason for one in added if one.outcome == "failed"}
    assert set(failed) == {"bad.pdf", "missing.md"}
    assert "not a PDF" in failed["bad.pdf"]
    assert len(library.articles) == 3


def test_another_embedding_model_rebuilds_and_words_alone_do_not_destroy(open_library: Opener, documents: Path) -> None:
    first = FakeEncoder("one")
    open_library(first).add([documents])
    second = FakeEncoder("two")
    library = open_library(second)
    assert len([text for text in second.seen if "\n" in text]) == 5
    assert library.search("honey")[0].dense > 0
    words = open_library(None)
    assert words.notice == "By words alone."
    assert words.search("honey")[0].passage.id == "bears#food"
    assert words.embed(["x"]) is None
    second.seen.clear()
    open_library(second)
    assert second.seen == []


@pytest.mark.parametrize(
    "broken", ["chroma/chroma.sqlite3", "manifest.json", "gen/vectors.npy", "gen/rows.json", "read"]
)
def test_a_damaged_index_is_built_again(open_library: Opener, documents: Path, tmp_path: Path, broken: str) -> None:
    encoder = FakeEncoder()
    open_library(encoder).add([documents])
    index = tmp_path / "data" / "index"
    generation = next(index.glob("gen-*")).name
    target = index / broken.replace("gen/", f"{generation}/")
    if target.is_dir():
        for file in target.iterdir():
            file.write_text("{broken")
    else:
        target.write_bytes(b"\x00broken" * 50)
    (documents / "new.md").write_text("# New\n\nNew words here.\n")
    library = open_library(encoder)
    library.add([documents / "new.md"])
    assert library.search("honey")[0].passage.id == "bears#food"
    assert library.search("new words")[0].passage.id == "new#intro"
    assert len(list((tmp_path / "data" / "library").iterdir())) == 4
    if "chroma" in broken:
        assert "damaged" in library.notice
        assert len(list(index.glob("chroma-broken-*"))) == 1


def test_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(CorpusError, match="FIELDNOTE_DATA"):
        Library.open(file / "data", embeddings="none")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("corpus.index.write_generation", full)
    with pytest.raises(CorpusError, match="No space is left"):
        Library.open(tmp_path / "data", embeddings="none", shipped=False)


def test_a_read_only_disk_serves_what_is_up_to_date(
    open_library: Opener, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_library().add([documents])

    def read_only(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(library_module, "writing", read_only)
    monkeypatch.setattr(Path, "write_text", read_only)
    assert open_library().search("honey")


def test_one_process_writes_and_the_others_are_told(
    open_library: Opener, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library()
    monkeypatch.setattr(library_module, "PATIENCE", 0.05)
    with writing(tmp_path / "data", 1):
        with pytest.raises(BusyError, match="Another fieldnote"):
            library.add([documents])
        assert library.search("honey") == []
    assert library.add([documents])[0].outcome == "added"


def test_settings_of_the_chroma_server_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMA_SERVER_HOST", "example.org")
    with pytest.raises(CorpusError, match="CHROMA_SERVER_HOST"):
        Library.open(tmp_path, embeddings="none")


def test_readers_see_the_old_or_the_new_library(open_library: Opener, documents: Path) -> None:
    library = open_library(FakeEncoder())
    library.add([documents / "apples.md"])
    wrong: list[object] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            for hit in library.search("apples bears red honey"):
                if hit.passage.article not in ("apples", "bears"):
                    wrong.append(hit)
            passages = library.passages
            if len(passages) not in (2, 4):
                wrong.append(len(passages))

    readers = [threading.Thread(target=read) for _ in range(12)]
    for reader in readers:
        reader.start()
    for _ in range(3):
        library.add([documents / "bears.md"])
        library.remove("bears")
    done.set()
    for reader in readers:
        reader.join()
    assert wrong == []


def test_a_model_that_stops_answering_leaves_words_alone(open_library: Opener, documents: Path) -> None:
    encoder = FakeEncoder()
    library = open_library(encoder)
    library.add([documents])

    def fail(_: list[str]) -> None:
        raise EmbeddingError("The model x did not answer.")

    encoder.encode = fail  # type: ignore[method-assign,assignment]
    assert library.search("honey")[0].passage.id == "bears#food"
    assert library.embed(["x"]) is None
    (documents / "new.md").write_text("# New\n\nNew words here.\n")
    library.add([documents / "new.md"])
    assert "words alone" in library.notice
    assert library.search("new words")[0].passage.id == "new#intro"


def test_empty_and_endless_queries(open_library: Opener, documents: Path) -> None:
    library = open_library(FakeEncoder())
    library.add([documents])
    assert library.search("  ") == []
    assert library.search("honey " * 50_000)[0].passage.id == "bears#food"
    assert library.search("honey", 0) == []


def test_a_file_put_in_by_hand_under_a_taken_name(open_library: Opener, documents: Path, tmp_path: Path) -> None:
    open_library().add([documents])
    (tmp_path / "data" / "library" / "apples.txt").write_text("Other apples, put here by hand, in a text file.")
    library = open_library()
    assert len(library.articles) == 3
    assert "apples.txt was left out" in library.notice


def test_only_own_documents_can_be_removed(open_library: Opener) -> None:
    with pytest.raises(CorpusError, match="no article"):
        open_library().remove("nothing")


def test_persons_texts_are_not_kept(open_library: Opener, tmp_path: Path) -> None:
    library = open_library(FakeEncoder())
    library.embed(["my salary is a secret"])
    library.search("my salary is a secret")
    library.embed(["a phrase of a guide"], keep=True)
    library.close()
    stored = b"".join(path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file())
    assert b"secret" not in stored


def test_roles_of_own_documents(open_library: Opener, tmp_path: Path) -> None:
    file = tmp_path / "sa.md"
    file.write_text(
        "# What a solutions architect does\n\nA solutions architect designs.\n\n"
        "## Pay of solutions architects\n\nGood.\n"
    )
    library = open_library()
    library.add([file])
    assert library.roles.ids("Should I become a Solutions Architect?") == ("solutions-architect",)


def test_the_retriever_of_langchain(open_library: Opener, documents: Path) -> None:
    library = open_library(FakeEncoder())
    library.add([documents])
    found = LibraryRetriever(library=library, k=2).invoke("honey")
    assert found[0].id == "bears#food"
    assert (
        found[0].page_content == library.articles["bears"].text[found[0].metadata["start"] : found[0].metadata["end"]]
    )


def test_a_build_that_was_killed_is_taken_up_again(documents: Path, tmp_path: Path, open_library: Opener) -> None:
    import subprocess
    import sys

    folder = tmp_path / "data"
    code = f"""
import os
from pathlib import Path
from corpus import index
from corpus.library import Library
from tests.integration.corpus.conftest import FakeEncoder
index._BATCH = 2
encoder = FakeEncoder()
plain = encoder.encode
def encode(texts):
    if len(encoder.seen) >= 2:
        os._exit(9)
    return plain(texts)
encoder.encode = encode
Path({str(folder / "library")!r}).mkdir(parents=True)
library = Library(Path({str(folder)!r}), encoder, "", shipped=False)
library.refresh()
library.add([Path({str(documents)!r})])
"""
    killed = subprocess.run([sys.executable, "-c", code], check=False, cwd=Path(__file__).parents[3])
    assert killed.returncode == 9
    encoder = FakeEncoder()
    library = open_library(encoder)
    assert len([text for text in encoder.seen if "\n" in text]) == 3
    assert library.search("honey")[0].passage.id == "bears#food"
    assert len(library.passages) == 5
