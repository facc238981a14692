"""`python -m tests.quality.adapter`: train the adapter on the known questions, and measure it. Needs torch.

An hour on two cores.
Two trainings, of other depth and rank, are averaged (model soup, Wortsman et al. 2022): by the mean more questions of
others are answered than by either. Each is contrastive (InfoNCE, van den Oord et al. 2018): of two questions with one
answer, or a question and a statement that answers it, each has to find the other among those of some hundred other
answers. What shares a statement is not held against it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file
from torch import Tensor, nn
from torch.nn import functional

from corpus.adapter import NAME, Adapter, write
from corpus.asked import Asked, load_asked
from corpus.embed import BundledEmbeddings, bundled_files, make_encoder
from corpus.library import Library
from corpus.minilm import HEADS, LAYERS, WIDTH, MiniLM
from corpus.units import units_of

RUNS = ((2, 16, 10), (4, 32, 8))  # last layers that are changed, the rank of each change, and passes; by training
ANSWERS, STATEMENTS = 192, 0.25  # answers a step; share of pairs with a statement in them
TEMPERATURE, RATE, HEAD_RATE = 0.07, 3e-4, 1e-3
LONGEST, TOGETHER = 64, 64  # word pieces; texts of like length that go through the layers at once
HELD = 20  # each HELD-th known question, by chance, is kept from the training and measures it


class Linear(nn.Module):
    """A fixed linear map and its low-rank change."""

    def __init__(self, weights: dict[str, Tensor], name: str, rank: int) -> None:
        super().__init__()
        self.weight, self.bias = weights[f"{name}.weight"], weights[f"{name}.bias"]
        out, width = self.weight.shape
        self.down = nn.Parameter(torch.randn(rank, width) / width**0.5)
        self.up = nn.Parameter(torch.zeros(out, rank))

    def forward(self, x: Tensor) -> Tensor:
        return functional.linear(x, self.weight, self.bias) + functional.linear(
            functional.linear(x, self.down), self.up
        )


class Layer(nn.Module):
    """BERT's layer, as corpus/minilm.py has it."""

    def __init__(self, weights: dict[str, Tensor], name: str, rank: int) -> None:
        super().__init__()
        maps = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense")
        self.names = [f"{name}.{part}" for part in (*maps, "intermediate.dense", "output.dense")]
        self.maps = nn.ModuleList(Linear(weights, one, rank) for one in self.names)
        norms = (f"{name}.attention.output.LayerNorm", f"{name}.output.LayerNorm")
        self.norms = [(weights[f"{one}.weight"], weights[f"{one}.bias"]) for one in norms]

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        count, length, _ = hidden.shape
        query, key, value, out, up, down = self.maps
        parts = [m(hidden).view(count, length, HEADS, -1).transpose(1, 2) for m in (query, key, value)]
        mixed = functional.scaled_dot_product_attention(*parts, attn_mask=mask[:, None, None, :])
        hidden = functional.layer_norm(
            hidden + out(mixed.transpose(1, 2).reshape(hidden.shape)), (WIDTH,), *self.norms[0]
        )
        return functional.layer_norm(hidden + down(functional.gelu(up(hidden))), (WIDTH,), *self.norms[1])


class Trained(nn.Module):
    """The changed layers over the fixed ones' output, which is computed once a text."""

    def __init__(self, model: MiniLM, texts: Sequence[str], changed: int, rank: int) -> None:
        super().__init__()
        self.changed = changed
        weights = {name: torch.from_numpy(rows) for name, rows in load_file(str(bundled_files()[0])).items()}
        self.layers = nn.ModuleList(Layer(weights, f"encoder.layer.{k}", rank) for k in range(LAYERS - changed, LAYERS))
        self.head = nn.Parameter(torch.eye(WIDTH))
        self.below = [rows[:LONGEST].astype(np.float16) for rows in model.hidden(texts, LAYERS - changed)]

    def forward(self, rows: Sequence[int]) -> Tensor:
        """rows -> rows x 384, of length 1."""
        order = sorted(range(len(rows)), key=lambda i: len(self.below[rows[i]]))
        parts = [self._alike([rows[i] for i in order[k : k + TOGETHER]]) for k in range(0, len(order), TOGETHER)]
        return torch.cat(parts)[torch.argsort(torch.tensor(order))]

    def _alike(self, rows: Sequence[int]) -> Tensor:
        """The same for rows of about one length."""
        length = max(len(self.below[row]) for row in rows)
        hidden, mask = torch.zeros(len(rows), length, WIDTH), torch.zeros(len(rows), length, dtype=torch.bool)
        for place, row in enumerate(rows):
            tokens = self.below[row]
            hidden[place, : len(tokens)], mask[place, : len(tokens)] = torch.from_numpy(tokens.astype(np.float32)), True
        for layer in self.layers:
            hidden = layer(hidden, mask)
        mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return functional.normalize(mean @ self.head, dim=1)

    def adapter(self) -> Adapter:
        maps = [(n, m) for layer in self.layers for n, m in zip(layer.names, layer.maps, strict=True)]
        down = {name: one.down.detach().numpy() for name, one in maps}
        return Adapter("", self.changed, down, {n: m.up.detach().numpy() for n, m in maps}, self.head.detach().numpy())


def pairs(answers: list[tuple[int, ...]], first: int, random: np.random.Generator) -> Iterator[NDArray[np.int64]]:
    """Steps of an epoch: k x 3 of (answer, a row that it answers, another or, from row `first`, a statement of it).
    `answers[i]` are the statements that answer row i."""
    distinct = list(dict.fromkeys(answers))
    rows: dict[tuple[int, ...], list[int]] = {answer: [] for answer in distinct}
    for row, answer in enumerate(answers):
        rows[answer].append(row)
    for _ in range(len(answers) // (2 * len(distinct)) + 1):
        order = random.permutation(len(distinct))
        for start in range(0, len(order) - ANSWERS // 2, ANSWERS):
            step = []
            for k in order[start : start + ANSWERS]:
                one, *rest = random.permutation(rows[distinct[k]])
                if not rest or random.random() < STATEMENTS:
                    rest = [first + random.choice(distinct[k])]
                step.append((k, one, rest[0]))
            yield np.array(step)


def souped(trained: Sequence[Adapter]) -> Adapter:
    """The mean of the weights that the adapters make: the changes of all, each in its share."""
    names, share = list(dict.fromkeys(name for one in trained for name in one.up)), 1 / len(trained)
    down = {name: np.concatenate([one.down[name] for one in trained if name in one.down]) for name in names}
    up = {name: np.concatenate([share * one.up[name] for one in trained if name in one.up], axis=1) for name in names}
    return Adapter("", max(one.layers for one in trained), down, up, sum(share * one.head for one in trained))


def train(model: Trained, answers: list[tuple[int, ...]], first: int, epochs: int, seed: int = 0) -> None:
    distinct = [set(answer) for answer in dict.fromkeys(answers)]
    shared = torch.tensor([[bool(a & b) and a is not b for b in distinct] for a in distinct])
    random = np.random.default_rng(seed)
    steps = [step for _ in range(epochs) for step in pairs(answers, first, random)]
    changes = [p for name, p in model.named_parameters() if name != "head"]
    optimizer = torch.optim.AdamW([{"params": changes, "lr": RATE}, {"params": [model.head], "lr": HEAD_RATE}])
    slope = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, (s + 1) / 20) * max(0.05, 1 - s / len(steps)))
    for number, step in enumerate(steps, 1):
        made = model([*step[:, 1], *step[:, 2]])
        alike = made[: len(step)] @ made[len(step) :].T / TEMPERATURE
        alike = alike.masked_fill(shared[step[:, 0]][:, step[:, 0]], -1e4)
        own = torch.arange(len(step))
        loss = (functional.cross_entropy(alike, own) + functional.cross_entropy(alike.T, own)) / 2
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        slope.step()
        print(f"\r{number}/{len(steps)} loss {loss.item():.2f} ", end="", file=sys.stderr, flush=True)


def main() -> int:
    torch.manual_seed(0)
    with TemporaryDirectory() as folder:
        library = Library.open(Path(folder), embeddings="none")
        units = [u for article in library.articles.values() for u in units_of(article, library.roles)]
        asked = load_asked(units, library.roles)
        library.close()
    encoder, notice = make_encoder("bundled")
    if not isinstance(encoder, BundledEmbeddings):
        print(notice, file=sys.stderr)
        return 1
    kept = np.random.default_rng(0).random(len(asked)) < 1 / HELD
    seen = [a for a, held in zip(asked, kept, strict=True) if not held]
    fresh = [a for a, held in zip(asked, kept, strict=True) if held]
    texts = [a.canonical for a in seen] + [u.search for u in units] + [a.canonical for a in fresh]
    trained = []
    for changed, rank, epochs in RUNS:
        model = Trained(encoder.model, texts, changed, rank)
        firsts = {"before": found(model, seen, fresh, len(units))}
        train(model, [a.units for a in seen], len(seen), epochs)
        firsts["after"] = found(model, seen, fresh, len(units))
        trained.append(model.adapter())
        for when, shares in firsts.items():
            print(f"{changed} layers, {when}: held-out questions whose answer is nearest, among 3, among 8:")
            print(*(f"{s:.1%}" for s in shares))
    Path(str(resources.files("corpus"))).joinpath(NAME).write_bytes(write(souped(trained)))
    return 0


def found(model: Trained, seen: Sequence[Asked], fresh: Sequence[Asked], units: int) -> list[float]:
    """The share of `fresh` with one of their statements among the 1, 3, 8 of the nearest questions of `seen`."""
    with torch.no_grad():
        rows = range(len(seen) + units + len(fresh))
        made = torch.cat([model(rows[start : start + 128]) for start in rows[::128]]).numpy()
    near = np.argsort(-(made[len(seen) + units :] @ made[: len(seen)].T), axis=1)[:, :8]
    wanted = [set(a.units) for a in fresh]
    return [
        float(
            np.mean([any(want & set(seen[i].units) for i in row[:k]) for want, row in zip(wanted, near, strict=True)])
        )
        for k in (1, 3, 8)
    ]


if __name__ == "__main__":
    sys.exit(main())
