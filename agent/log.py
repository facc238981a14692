"""The interview log: one append-only table, and the truth about every interview.

The unique key (interview, seq) is the lock: of two writers with the same next number one is refused
(`ConflictError`), so a double submit is never a lost answer. SQLite runs in WAL with synchronous=FULL, which
survives kill -9 and power loss; another database works by its SQLAlchemy URL.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from agent.database import open_engine, plain


class LogError(Exception):
    """The log cannot be used; the message says why and what to do."""


class ConflictError(LogError):
    """Someone else appended first: reload and look before trying again."""


class GoneError(LogError):
    """There is no such interview, or it was erased."""


@dataclass(frozen=True, slots=True)
class Event:
    """One row. `kind`: opened, asked, answered, said, skipped, read, edited, corrected, finished or approved.
    `author`: person, interviewer or system. `payload` and `provenance` are JSON objects."""

    kind: str
    author: str
    text: str = ""
    payload: dict[str, Any] = field(default_factory=dict)
    provenance: dict[str, Any] = field(default_factory=dict)
    seq: int = 0
    at: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One interview in the list: when it was opened and last touched (ISO 8601, UTC), and how far it is."""

    id: str
    guide: str
    opened: str
    touched: str
    events: int
    finished: bool


_META = sa.MetaData()
_EVENTS = sa.Table(
    "events",
    _META,
    sa.Column("interview", sa.String(64), primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("author", sa.String(16), nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("payload", sa.Text, nullable=False),
    sa.Column("provenance", sa.Text, nullable=False),
    sa.Column("at", sa.String(40), nullable=False),
)


def new_id() -> str:
    """An id that cannot be guessed: it is the key to the interview."""
    return secrets.token_urlsafe(18)


class Log:
    """Safe to share between threads; several processes may use one database."""

    def __init__(self, url: str) -> None:
        """Opens the database at an SQLAlchemy URL and makes the table if need be. LogError if it cannot."""
        try:
            self._engine = open_engine(url)
            with self._engine.begin() as connection:
                _META.create_all(connection)
        except (SQLAlchemyError, ImportError, ValueError, OSError) as error:
            raise LogError(plain(error)) from error

    def append(self, interview: str, after: int, events: Sequence[Event]) -> list[Event]:
        """Writes `events` as numbers after+1, after+2, … in one transaction and returns them as stored.
        ConflictError when number after+1 is taken, GoneError when event `after` is no longer there."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        stored = [_stamped(event, after + n, now) for n, event in enumerate(events, 1)]
        try:
            with self._engine.begin() as connection:
                # Without this the count of inserted rows is not known on PostgreSQL.
                connection = connection.execution_options(preserve_rowcount=True)
                for event in stored:
                    if connection.execute(_insert(interview, event)).rowcount != 1:
                        raise GoneError("This interview was erased, so nothing more is kept of it.")
        except IntegrityError:
            raise ConflictError("Another message of this interview came in first.") from None
        except SQLAlchemyError as error:
            raise LogError(plain(error)) from error
        return stored

    def read(self, interview: str) -> list[Event]:
        """All events in order; GoneError when there are none."""
        query = sa.select(_EVENTS).where(_EVENTS.c.interview == interview).order_by(_EVENTS.c.seq)
        rows = self._rows(query)
        if not rows:
            raise GoneError(f"There is no interview {interview!r} here: check the id, or start a new one.")
        return [_event(row) for row in rows]

    def interviews(self) -> list[Entry]:
        """Every interview, the last touched first."""
        c = _EVENTS.c
        ends = sa.func.max(sa.case((c.kind == "finished", c.seq), else_=0))
        restarts = sa.func.max(sa.case((c.kind == "restarted", c.seq), else_=0))
        tally = self._rows(
            sa.select(c.interview, sa.func.max(c.at), sa.func.count(), ends, restarts).group_by(c.interview)
        )
        first = {r[0]: r for r in self._rows(sa.select(c.interview, c.payload, c.at).where(c.seq == 1))}
        entries = [
            Entry(id, json.loads(first[id][1]).get("guide", ""), first[id][2], at, count, end > restart)
            for id, at, count, end, restart in tally
            if id in first
        ]
        return sorted(entries, key=lambda e: (e.touched, e.id), reverse=True)

    def erase(self, interview: str) -> int:
        """Removes every row and every byte of an interview; how many events went. Unknown: GoneError."""
        try:
            with self._engine.begin() as connection:
                rows = sa.delete(_EVENTS).where(_EVENTS.c.interview == interview)
                count = connection.execute(rows).rowcount
            with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                self._scrub(connection)
        except SQLAlchemyError as error:
            raise LogError(plain(error)) from error
        if not count:
            raise GoneError(f"There is no interview {interview!r} here, so there was nothing to erase.")
        return int(count)

    def close(self) -> None:
        self._engine.dispose()

    def _scrub(self, connection: sa.Connection) -> None:
        """Deleted rows stay readable in free pages and in the journal until both are rewritten."""
        if self._engine.dialect.name != "sqlite":
            connection.exec_driver_sql("VACUUM events")
            return
        for statement in ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            row = connection.exec_driver_sql(statement)
            if row.returns_rows and row.one()[0] != 0:
                raise LogError(
                    "The interview is erased, but another program kept its journal open. "
                    "Close it and erase once more to clear the last bytes."
                )

    def _rows(self, query: sa.Select[Any]) -> list[Any]:
        try:
            with self._engine.connect() as connection:
                return list(connection.execute(query).all())
        except SQLAlchemyError as error:
            raise LogError(plain(error)) from error


def _insert(interview: str, event: Event) -> sa.Insert:
    """An insert that holds only while the event before is there: an erased interview cannot grow again."""
    row = {
        "interview": interview,
        "seq": event.seq,
        "kind": event.kind,
        "author": event.author,
        "text": _escaped(event.text),
        "payload": json.dumps(event.payload),
        "provenance": json.dumps(event.provenance),
        "at": event.at,
    }
    if event.seq == 1:
        return sa.insert(_EVENTS).values(**row)
    before = sa.exists().where(_EVENTS.c.interview == interview, _EVENTS.c.seq == event.seq - 1)
    columns = [sa.literal(value, _EVENTS.c[name].type) for name, value in row.items()]
    return sa.insert(_EVENTS).from_select(list(row), sa.select(*columns).where(before))


def _stamped(event: Event, seq: int, at: str) -> Event:
    """As it will be read back: through JSON, so that what is folded now and after a restart is equal."""
    payload, provenance = json.loads(json.dumps(event.payload)), json.loads(json.dumps(event.provenance))
    return Event(event.kind, event.author, event.text, payload, provenance, seq, at)


def _event(row: Any) -> Event:
    return Event(
        row.kind, row.author, _unescaped(row.text), json.loads(row.payload), json.loads(row.provenance), row.seq, row.at
    )


def _escaped(text: str) -> str:
    """NUL (PostgreSQL) and lone surrogates (both) cannot be stored; they come back as they were typed."""
    return re.sub("[\\\\\0\ud800-\udfff]", lambda m: f"\\u{ord(m[0]):04x}", text)


def _unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text)
