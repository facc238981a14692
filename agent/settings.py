"""One frozen Settings, read from the environment in one function."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

LONGEST = 600  # seconds that a turn may be set to wait for a model


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
    if engine != "keyless":
        _check_address(base_url)
        if not (key.isascii() and key.isprintable()) or " " in key:
            raise SettingsError("OPENAI_API_KEY has a character in it that no key has; copy it again.")
    return Settings(
        data=data,
        database=environ.get("FIELDNOTE_DATABASE", "").strip() or f"sqlite:///{data / 'interviews.sqlite'}",
        embeddings=environ.get("FIELDNOTE_EMBEDDINGS", "").strip() or "bundled",
        shipped=environ.get("FIELDNOTE_SHIPPED", "1").strip().lower() not in ("0", "no", "false"),
        model="" if engine == "keyless" else model,
        base_url=base_url,
        api_key=key,
        timeout=_seconds(environ.get("FIELDNOTE_TIMEOUT", "").strip() or "30"),
        tracing=environ.get("FIELDNOTE_TRACING", "").strip().lower() in ("1", "on", "true", "yes"),
    )


def _check_address(url: str) -> None:
    """SettingsError where `url` is neither empty nor an address of HTTP; it may hold a secret and is not repeated."""
    try:
        parts = urlsplit(url)
        sound = not url or (parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0)
    except ValueError:
        sound = False
    if not sound or not url.isprintable() or " " in url:
        raise SettingsError("OPENAI_BASE_URL is no address; write one like http://127.0.0.1:8000/v1.")


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 1 <= seconds <= LONGEST:  # no number at all is neither
        raise SettingsError(f"FIELDNOTE_TIMEOUT must be a number of seconds from 1 to {LONGEST}, for example 30.")
    return seconds


def _default_data(environ: Mapping[str, str]) -> Path:
    home = Path(environ.get("HOME") or environ.get("USERPROFILE") or ".")
    return Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "fieldnote"
