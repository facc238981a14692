"""Fitted contrasts kept in a folder, so that a process that starts anew loads in moments what took seconds to fit.

A file holds numbers and the marks they belong to: of the guides' texts, and of nothing that a person said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from agent.understanding.contrast import FITTED_BY, Contrast, Told, fit


class Fits:
    """Contrasts by name. Without a folder, or where it cannot be written, each is fitted anew."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def fit(self, name: str, told: Sequence[Told], rarity: Mapping[str, float]) -> Contrast | None:
        """As contrast.fit, from the file of that name if it was made of the same texts, vectors and rarity."""
        if self._folder is None:
            return fit(told, rarity)
        file, key = self._folder / f"{name}.npz", _key(told, rarity)
        if kept := _loaded(file, key, told, rarity):
            return kept
        made = fit(told, rarity)
        if made is not None:
            _save(file, key, made)
        return made


def _key(told: Sequence[Told], rarity: Mapping[str, float]) -> str:
    """A digest of all that a contrast is fitted on, and of how."""
    digest = blake2b(repr(FITTED_BY).encode(), digest_size=16)
    for one in told:
        digest.update("\0".join((one.option, str(one.weight), *one.texts, "")).encode())
        digest.update(np.ascontiguousarray(one.vectors).tobytes())
    digest.update(np.sort(np.fromiter(rarity.values(), np.float64, len(rarity))).tobytes())  # marks are in no order
    return digest.hexdigest()


def _loaded(file: Path, key: str, told: Sequence[Told], rarity: Mapping[str, float]) -> Contrast | None:
    """None where there is no such file, it is of something else, or it cannot be read."""
    try:
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as kept:
            if str(kept["key"]) != key:
                return None
            marks = bytes(kept["marks"]).decode().split("\n")
            means = kept["near_mean"], kept["words_mean"]
            options = tuple(dict.fromkeys(one.option for one in told))
            places = {mark: i for i, mark in enumerate(marks)}
            return Contrast(options, kept["near"], kept["words"], means, places, rarity, tuple(told))
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None


def _save(file: Path, key: str, made: Contrast) -> None:
    """Whole or not at all; a folder that cannot be written is no fault, the fit being there."""
    near_mean, words_mean = made.means
    arrays: dict[str, Any] = {"near": made.near, "words": made.words, "near_mean": near_mean, "words_mean": words_mean}
    marks = np.frombuffer("\n".join(made.places).encode(), np.uint8)
    part = file.with_suffix(".tmp")  # one name: what a process that was killed leaves is written over
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as opened:
            np.savez(opened, key=np.array(key), marks=marks, **arrays)
        part.replace(file)
    except OSError:
        return
