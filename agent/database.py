"""SQLAlchemy engines for the interview log, and its errors in plain words."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

PATIENCE = 10.0  # seconds to wait for another writer


def open_engine(url: str) -> sa.Engine:
    parsed = sa.make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return sa.create_engine(parsed, pool_pre_ping=True)
    engine = sa.create_engine(parsed, connect_args={"timeout": PATIENCE})
    sa.event.listen(engine, "connect", _pragmas)
    return engine


def _pragmas(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def plain(error: Exception) -> str:
    text = str(getattr(error, "orig", None) or error).lower()
    for sign, said in (
        ("locked", "The interview log is in use by another program. Try again in a moment."),
        ("disk is full", "The disk is full: nothing more can be kept. Free some space and send again."),
        ("readonly", "The interview log cannot be written: its file or folder is read-only."),
        ("unable to open", "The interview log cannot be opened: its folder must exist and be writable."),
        ("not a database", "The interview log is not a database. Move the file away to start a new one."),
        ("malformed", "The interview log is damaged. Move the file away to start a new one."),
        ("connect", "The interview database does not answer. Check FIELDNOTE_DATABASE and the server."),
        ("no module", "This database needs its driver; for PostgreSQL: pip install 'fieldnote[postgres]'."),
    ):
        if sign in text:
            return said
    return "The interview log cannot be used. Check FIELDNOTE_DATABASE, for example sqlite:///interviews.sqlite."
