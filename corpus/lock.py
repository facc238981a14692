"""One writer at a time, across processes: a second process on one Chroma folder can hang for minutes (chroma
#7040).

The lock is a SQLite transaction: it works alike on every system, and a killed process leaves nothing behind.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import CorpusError, cannot_write

NAME = "writing.lock"


class BusyError(CorpusError):
    """Another process holds the lock."""


@contextmanager
def writing(folder: Path, wait: float) -> Iterator[None]:
    """Hold the folder's write lock; BusyError when another process keeps it longer than `wait` seconds."""
    connection = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(folder / NAME, timeout=wait, isolation_level=None, check_same_thread=False)
        connection.execute("BEGIN EXCLUSIVE")
    except (OSError, sqlite3.Error) as error:
        if connection:
            connection.close()
        if "locked" in str(error):
            raise BusyError(
                f"Another fieldnote is writing the index in {folder}: wait until it is done, then try again."
            ) from error
        raise cannot_write(folder, error) from error
    try:
        yield
    finally:
        connection.close()
