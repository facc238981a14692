"""The log: order, the lock, odd characters, erasure to the last byte, and plain errors."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.log import ConflictError, Event, GoneError, Log, LogError, new_id


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    """SQLite, or the empty database that FIELDNOTE_TEST_DATABASE names: all that is in it is erased."""
    made = Log(os.environ.get("FIELDNOTE_TEST_DATABASE") or f"sqlite:///{tmp_path / 'log.sqlite'}")
    for entry in made.interviews():
        made.erase(entry.id)
    yield made
    made.close()


def said(text: str) -> Event:
    return Event("said", "person", text)


OPENED = Event("opened", "system", payload={"guide": "small"})


def test_events_come_back_in_order_as_stored(log: Log) -> None:
    stored = log.append("a", 0, [OPENED, said("one")]) + log.append("a", 2, [said("two")])
    assert [e.seq for e in stored] == [1, 2, 3]
    assert log.read("a") == stored


def test_a_number_is_taken_once(log: Log) -> None:
    log.append("a", 0, [OPENED])
    log.append("a", 1, [said("first")])
    with pytest.raises(ConflictError):
        log.append("a", 1, [said("second")])
    assert [e.text for e in log.read("a")] == ["", "first"]


def test_a_transaction_is_whole_or_not_at_all(log: Log) -> None:
    log.append("a", 0, [OPENED, said("x")])
    with pytest.raises(ConflictError):
        log.append("a", 1, [said("y"), said("z")])
    assert len(log.read("a")) == 2


def test_an_erased_interview_cannot_grow(log: Log) -> None:
    log.append("a", 0, [OPENED])
    log.erase("a")
    with pytest.raises(GoneError):
        log.append("a", 1, [said("still here")])
    with pytest.raises(GoneError):
        log.read("a")
    with pytest.raises(GoneError):
        log.erase("a")


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(exclude_categories=())))
def test_any_text_survives(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    log = Log(f"sqlite:///{tmp_path_factory.mktemp('t') / 'log.sqlite'}")
    log.append("a", 0, [OPENED, Event("said", "person", text, {"also": text})])
    event = log.read("a")[1]
    assert (event.text, event.payload["also"]) == (text, text)
    log.close()


@pytest.mark.parametrize("text", ["a\0b", "\ud800", "\\u0041", "\\", "\u202e\U000e0041", "{0.__class__}"])
def test_awkward_texts_survive(log: Log, text: str) -> None:
    log.append("a", 0, [OPENED, said(text)])
    assert log.read("a")[1].text == text


def test_nothing_of_an_erased_interview_stays_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite"
    log = Log(f"sqlite:///{path}")
    log.append("keep", 0, [OPENED, said("stays")])
    secret = "zebra-crossing-4711"
    log.append("gone", 0, [OPENED, *(said(f"{secret} {n} " + "x" * 500) for n in range(200))])
    assert secret.encode() in b"".join(p.read_bytes() for p in tmp_path.iterdir())
    assert log.erase("gone") == 201
    assert secret.encode() not in b"".join(p.read_bytes() for p in tmp_path.iterdir())
    assert b"gone" not in b"".join(p.read_bytes() for p in tmp_path.iterdir())
    assert [e.text for e in log.read("keep")] == ["", "stays"]
    log.close()


def test_the_file_is_durable_and_scrubs_what_it_deletes(tmp_path: Path) -> None:
    log = Log(f"sqlite:///{tmp_path / 'log.sqlite'}")
    with log._engine.connect() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {p}").scalar() for p in ("journal_mode", "synchronous", "secure_delete")
        ]
    assert pragmas == ["wal", 2, 1]
    log.close()


def test_interviews_are_listed_last_touched_first(log: Log) -> None:
    log.append("a", 0, [OPENED])
    log.append("b", 0, [OPENED, Event("finished", "interviewer")])
    log.append("a", 1, [said("later")])
    entries = {e.id: e for e in log.interviews()}
    assert (entries["a"].finished, entries["b"].finished) == (False, True)
    assert entries["a"].guide == "small"
    assert entries["a"].events == 2
    touched = [e.touched for e in log.interviews()]
    assert touched == sorted(touched, reverse=True)


def test_of_ten_writers_one_wins_each_number(log: Log) -> None:
    log.append("a", 0, [OPENED])
    refused: list[int] = []
    start = threading.Barrier(10)

    def write(n: int) -> None:
        start.wait()
        try:
            log.append("a", 1, [said(str(n))])
        except ConflictError:
            refused.append(n)

    threads = [threading.Thread(target=write, args=(n,)) for n in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 9
    assert len(log.read("a")) == 2


def test_ids_cannot_be_guessed() -> None:
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert min(map(len, ids)) >= 24


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("sqlite:////nowhere/at/all/log.sqlite", "cannot be opened"),
        ("nonsense", "FIELDNOTE_DATABASE"),
        ("postgresql+psycopg://u:secret@127.0.0.1:1/x", "database"),
    ],
)
def test_an_unusable_database_is_said_plainly(url: str, says: str) -> None:
    with pytest.raises(LogError, match=says) as caught:
        Log(url)
    assert "secret" not in str(caught.value)


def test_a_damaged_file_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "log.sqlite").write_bytes(b"this is no database at all, " * 50)
    with pytest.raises(LogError, match="not a database"):
        Log(f"sqlite:///{tmp_path / 'log.sqlite'}")


def test_a_full_disk_is_said_plainly(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite"
    log = Log(f"sqlite:///{path}")
    log.append("a", 0, [OPENED])
    with log._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(LogError, match="disk is full"):
        log.append("a", 1, [said("x" * 100_000)])
    assert len(log.read("a")) == 1
    log.close()


def test_a_lock_held_elsewhere_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agent.database.PATIENCE", 0.1)
    path = tmp_path / "log.sqlite"
    log = Log(f"sqlite:///{path}")
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LogError, match="in use by another program"):
        log.append("a", 0, [OPENED])
    other.rollback()
    other.close()
    log.append("a", 0, [OPENED])
    log.close()
