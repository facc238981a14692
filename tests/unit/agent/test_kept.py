"""Fits that are kept in a folder: the same as fitted anew, of the same texts only, and never in the way."""

from pathlib import Path

import numpy as np
import pytest

from agent.understanding import kept
from agent.understanding.contrast import Contrast, Told
from agent.understanding.kept import Fits
from agent.understanding.marks import rarity

SAID = {"often": ("every week", "a week at least"), "never": ("not at all", "never, not me")}
ASKED = "at least every week"


def told(said: dict[str, tuple[str, ...]] = SAID, shift: float = 0.0) -> list[Told]:
    draw = np.random.default_rng(1)
    rows = {o: draw.normal(size=(len(texts), 8)) + shift for o, texts in said.items()}
    return [
        Told(o, texts, (rows[o] / np.linalg.norm(rows[o], axis=1)[:, None]).astype(np.float32))
        for o, texts in said.items()
    ]


def made(folder: Path | None, of: list[Told]) -> Contrast:
    found = Fits(folder).fit("travel", of, rarity(text for one in of for text in one.texts))
    assert found is not None
    return found


def test_what_is_kept_ranks_as_what_was_fitted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vector = told()[0].vectors[1]
    anew = made(tmp_path / "fits", told()).ranked(ASKED, vector)
    monkeypatch.setattr(kept, "fit", None)  # fitting again would fail
    assert made(tmp_path / "fits", told()).ranked(ASKED, vector) == anew


@pytest.mark.parametrize(
    "changed",
    [told({**SAID, "never": ("not at all", "never, not once")}), told(shift=0.1)],
    ids=["texts", "vectors"],
)
def test_of_other_texts_or_vectors_nothing_kept_is_used(tmp_path: Path, changed: list[Told]) -> None:
    made(tmp_path, told())
    vector = changed[0].vectors[1]
    assert made(tmp_path, changed).ranked(ASKED, vector) == made(None, changed).ranked(ASKED, vector)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", b"no archive at all"])
def test_a_file_that_cannot_be_read_is_made_again(tmp_path: Path, content: bytes) -> None:
    made(tmp_path, told())
    (tmp_path / "travel.npz").write_bytes(content)
    made(tmp_path, told())
    assert (tmp_path / "travel.npz").stat().st_size > len(content)
    assert [file.name for file in tmp_path.iterdir()] == ["travel.npz"]


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert made(tmp_path / "file" / "fits", told()).options == ("often", "never")
