"""One frozen Settings, read from the environment in one function."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


class SettingsError(Exception):
    """A setting cannot be used; the message names it and says what would do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`data` holds the index, the library and the log. `model` is "provider:model" or "" for keyless."""

    data: Path
    database: str
    embeddings: str = "bundled"
    shipped: bool = True  # whether the five shipped articles are in the library beside a person's own
    model: str = ""
    base_url: str = ""
    api_key: str = field(default="", repr=False)
    timeout: float = 30.0  # seconds a model call may take before the turn goes on without it
    tracing: bool = False  # let LangSmith and the client's own logs see prompts; off unless asked for
    notes: tuple[str, ...] = ()


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Settings from FIELDNOTE_* and OPENAI_* variables; SettingsError names the one that does not hold.

    OPENAI_API_KEY or OPENAI_BASE_URL alone switches a model on; FIELDNOTE_ENGINE=keyless switches it off.
    """
    data = Path(environ.get("FIELDNOTE_DATA") or _default_data(environ)).expanduser()
    engine = environ.get("FIELDNOTE_ENGINE", "").strip().lower()
    if engine not in ("", "keyless", "model"):
        raise SettingsError(f"FIELDNOTE_ENGINE is {engine!r}; use 'keyless' or 'model', or leave it out.")
    key, base_url = environ.get("OPENAI_API_KEY", "").strip(), environ.get("OPENAI_BASE_URL", "").strip()
    model = environ.get("FIELDNOTE_MODEL", "").strip()
    if not model and (key or base_url):
        model = "openai:gpt-4o-mini"
    if model and ":" not in model:
        raise SettingsError(f"FIELDNOTE_MODEL is {model!r}; write provider:model, for example openai:gpt-4o-mini.")
    if engine == "model" and not model:
        raise SettingsError("FIELDNOTE_ENGINE=model needs FIELDNOTE_MODEL, OPENAI_API_KEY or OPENAI_BASE_URL.")
    try:
        timeout = float(environ.get("FIELDNOTE_TIMEOUT", "30"))
    except ValueError:
        raise SettingsError("FIELDNOTE_TIMEOUT must be a number of seconds, for example 30.") from None
    return Settings(
        data=data,
        database=environ.get("FIELDNOTE_DATABASE", "").strip() or f"sqlite:///{data / 'interviews.sqlite'}",
        embeddings=environ.get("FIELDNOTE_EMBEDDINGS", "").strip() or "bundled",
        shipped=environ.get("FIELDNOTE_SHIPPED", "1").strip().lower() not in ("0", "no", "false"),
        model="" if engine == "keyless" else model,
        base_url=base_url,
        api_key=key,
        timeout=timeout,
        tracing=environ.get("FIELDNOTE_TRACING", "").strip().lower() in ("1", "on", "true", "yes"),
    )


def _default_data(environ: Mapping[str, str]) -> Path:
    home = Path(environ.get("HOME") or environ.get("USERPROFILE") or ".")
    return Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "fieldnote"
