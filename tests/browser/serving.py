"""A real `fieldnote serve` on a free loopback port, in a process of its own, over a folder of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


_WARM = (
    "import os; from agent.fieldnote import Fieldnote; from agent.settings import read_settings; "
    "Fieldnote.open(read_settings(os.environ)).warm()"
)


def indexed(folder: Path) -> Path:
    """`folder` with the index of the shipped articles in it, and what is fitted on the guides, built or brought up to
    date for this run and the next."""
    environment = os.environ | {"FIELDNOTE_DATA": str(folder)}
    for command in (["-m", "ui", "index"], ["-c", _WARM]):
        subprocess.run([sys.executable, *command], check=True, capture_output=True, env=environment, timeout=600)
    return folder


class Served:
    """Start it with `start`, end it with `stop`; both may be called again on the same folder and port."""

    def __init__(self, data: Path, *arguments: str, **environment: str) -> None:
        self.data, self.port = data, free_port()
        self.url = f"http://127.0.0.1:{self.port}/"
        self._arguments, self._environment = arguments, environment
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> Served:
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI_", "FIELDNOTE_", "GRADIO_"))}
        self.data.mkdir(parents=True, exist_ok=True)
        log = (self.data / "serve.log").open("ab")
        command = [sys.executable, "-m", "ui", "serve", "--port", str(self.port), *self._arguments]
        self._process = subprocess.Popen(
            command,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=clean | {"FIELDNOTE_DATA": str(self.data)} | self._environment,
        )
        log.close()
        try:
            self._wait(120)
        except RuntimeError:
            self.stop()
            raise
        return self

    def stop(self) -> None:
        if self._process and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def log(self) -> str:
        return (self.data / "serve.log").read_text(errors="replace")

    def _wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self._process and self._process.poll() is not None:
                raise RuntimeError(f"The server did not start:\n{self.log()}")
            try:
                urllib.request.urlopen(self.url, timeout=5).close()
                return
            except urllib.error.HTTPError as error:  # it answers: with a password, or a host, it does not know
                error.close()
                return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError(f"No page after {seconds} s:\n{self.log()}")
