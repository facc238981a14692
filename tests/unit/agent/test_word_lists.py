"""The word lists of agent/understanding/data: each loads, and a broken one is refused with a message that helps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.understanding import lists

DATA = Path(lists.__file__).parent / "data"
FILES = sorted(p.stem for p in DATA.glob("*.yaml") if p.stem != "spellings")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(lists, "_DATA", tmp_path)
    lists._file.cache_clear()
    yield tmp_path
    lists._file.cache_clear()


@pytest.mark.parametrize("file", FILES)
def test_every_list_loads(file: str) -> None:
    assert all(lists.entries(file, name) for name in lists.names(file))


def test_spellings_give_one_word_for_one() -> None:
    assert lists.spellings()["dont"] == "don't"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("said:\n  about: Broken on purpose.\n  entries: ['(?:never']\n", "no regular expression"),
        ("said:\n  about: Broken on purpose.\n  entries: ['(never)']\n", "captures a group"),
        ("said:\n  about: Broken on purpose.\n  entries: [never, never]\n", "listed twice"),
        ("said:\n  about: Broken on purpose.\n  entries: [no]\n", "valid string"),
        ("said:\n  entries: [never]\n", "Field required"),
        ("- never\n", "must map names to lists"),
        ("said: [", "cannot be read"),
    ],
)
def test_broken_list_is_refused(folder: Path, text: str, says: str) -> None:
    (folder / "broken.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(lists.ListError, match=says):
        lists.entries("broken", "said")


def test_unknown_list_names_those_there_are(folder: Path) -> None:
    (folder / "few.yaml").write_text("said:\n  about: Just one.\n  entries: [never]\n", encoding="utf-8")
    with pytest.raises(lists.ListError, match="has no list called meant; it has said"):
        lists.entries("few", "meant")
