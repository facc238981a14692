"""A low-rank adapter of MiniLM's last layers (LoRA, Hu et al. 2021), trained on the known questions.

MiniLM puts questions side by side that share words. Under the adapter those lie near each other, and near the
statement that answers them, which have one answer: "who pays my hotel?" beside "how much travel is there?".
`make tuned` trains it (tests/quality/adapter.py); search does without it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
NAME = "adapter.npz"


@dataclass(frozen=True)
class Adapter:
    """`down` (r x in) and `up` (out x r) by the name of the linear map that they change: W + up @ down. `head`
    (384 x 384) is applied to the mean over the tokens. `layers` counts the last layers that are changed."""

    id: str
    layers: int
    down: Mapping[str, Vectors]
    up: Mapping[str, Vectors]
    head: Vectors

    def onto(self, weights: Mapping[str, Vectors]) -> dict[str, Vectors]:
        """`weights`, by "<name>.weight", with the adapter added."""
        changed = {f"{name}.weight": weights[f"{name}.weight"] + self.up[name] @ self.down[name] for name in self.up}
        return {**weights, **changed}


def read(stored: bytes) -> Adapter:
    """An adapter as `write` stores it; its id is the digest of the bytes."""
    with np.load(BytesIO(stored), allow_pickle=False) as arrays:
        parts = {name: arrays[name].astype(np.float32) for name in arrays.files if name != "layers"}
        layers = int(arrays["layers"])
    return Adapter(
        hashlib.sha256(stored).hexdigest()[:12],
        layers,
        {name.removesuffix(".down"): rows for name, rows in parts.items() if name.endswith(".down")},
        {name.removesuffix(".up"): rows for name, rows in parts.items() if name.endswith(".up")},
        parts["head"],
    )


def write(adapter: Adapter) -> bytes:
    """16 bits a number are enough: the vectors change by less than 0.001."""
    out = BytesIO()
    maps = {f"{n}.down": rows for n, rows in adapter.down.items()} | {f"{n}.up": rows for n, rows in adapter.up.items()}
    halves = {name: rows.astype(np.float16) for name, rows in (maps | {"head": adapter.head}).items()}
    np.savez_compressed(out, allow_pickle=False, layers=np.array(adapter.layers), **halves)
    return out.getvalue()
