"""What goes wrong in the corpus."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path


class CorpusError(Exception):
    """One clear line for a person: what happened and what to do next."""


class EmbeddingError(CorpusError):
    """The embedding model failed; search by words alone still serves."""


def cannot_write(folder: Path, error: BaseException) -> CorpusError:
    """The line for an error of the disk under `folder`."""
    text = str(error).lower()
    number = getattr(error, "errno", None)
    if number in (errno.ENOSPC, errno.EDQUOT) or "full" in text or "no space" in text:
        return CorpusError(f"No space is left for the index in {folder}: free some, or set FIELDNOTE_DATA elsewhere.")
    reason = getattr(error, "strerror", None) or ("read-only" if isinstance(error, sqlite3.Error) else str(error))
    return CorpusError(f"{folder} cannot be written ({reason}): make it writable, or set FIELDNOTE_DATA elsewhere.")
