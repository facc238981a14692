"""Nothing leaves the machine: with sockets guarded, an index is built, questions are answered, an interview is held."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from agent.fieldnote import Fieldnote
from agent.settings import read_settings
from corpus.library import Library

LOCAL = ("127.0.0.1", "::1", "localhost")


@pytest.fixture
def guarded(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Connections and look-ups to other hosts than this one; each is refused and recorded."""
    tried: list[object] = []
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guard_connect(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else address
        if self.family != socket.AF_UNIX and host not in LOCAL:
            tried.append(address)
            raise ConnectionRefusedError(f"guarded: {address}")
        connect(self, address)  # type: ignore[arg-type]

    def guard_look_up(host: object, *rest: object, **more: object) -> object:
        if host not in (*LOCAL, None):
            tried.append(host)
            raise socket.gaierror(f"guarded: {host}")
        return look_up(host, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guard_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guard_look_up)
    return tried


def test_the_guard_guards(guarded: list[object]) -> None:
    with pytest.raises(OSError, match="guarded"):
        socket.create_connection(("example.org", 80), timeout=1)
    assert guarded


def test_all_works_without_a_network(guarded: list[object], tmp_path: Path, shipped: Library, data: Path) -> None:
    """The index is built anew, by words alone to be quick; vectors are made too, by the shipped library's encoder."""
    Library.open(tmp_path / "new", embeddings="none").close()
    assert shipped.embed(["is there a network?"]) is not None
    house = Fieldnote.open(
        read_settings({"FIELDNOTE_DATA": str(data), "FIELDNOTE_DATABASE": f"sqlite:///{tmp_path}/log.sqlite"})
    )
    assert house.ask("What does a TAM do?").citations
    interview = house.interview("career")
    interview.reply("I'm an MLOps engineer and I like being with customers.")
    assert interview.command("finish").done
    assert interview.report().markdown
    house.close()
    assert guarded == []
    assert "torch" not in sys.modules
