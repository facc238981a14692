"""The HTTP client under the model's: one host, no redirects, a deadline and a size for the whole reply.

The client's own timeouts count from byte to byte, so that a server which sends a byte a second, in its headers or
after them, holds a person for ever; here the whole reply has to be through within the time a turn may take.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpcore2
import httpx2

LIMIT = 4_000_000  # bytes of one reply on the wire; a turn's JSON is a few thousand


class _Clock(threading.local):
    """When the request that this thread works on has to be through. A stream cannot be asked to which request
    it belongs, but whoever reads from it does so on this thread."""

    deadline = float("inf")

    def left(self, timeout: float | None) -> float:
        """Seconds, at most `timeout`."""
        seconds = self.deadline - time.monotonic()
        if seconds <= 0:
            raise httpcore2.ReadTimeout("the reply took longer than a turn may")
        return min(seconds, 3600.0 if timeout is None else timeout)


class _Stream(httpcore2.NetworkStream):
    """A connection that is never waited for beyond the deadline."""

    def __init__(self, inner: httpcore2.NetworkStream, clock: _Clock) -> None:
        self._inner, self._clock = inner, clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._clock.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._clock.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(self, *args: Any, **options: Any) -> httpcore2.NetworkStream:
        return _Stream(self._inner.start_tls(*args, **options), self._clock)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Network(httpcore2.NetworkBackend):
    def __init__(self, inner: httpcore2.NetworkBackend, clock: _Clock) -> None:
        self._inner, self._clock = inner, clock

    def connect_tcp(self, *args: Any, **options: Any) -> httpcore2.NetworkStream:
        return _Stream(self._inner.connect_tcp(*args, **options), self._clock)

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


class _Bounded(httpx2.SyncByteStream):
    """The body, by whatever thread it is read: a generator may be resumed by another."""

    def __init__(self, inner: httpx2.SyncByteStream, request: httpx2.Request, clock: _Clock) -> None:
        self._inner, self._request, self._clock = inner, request, clock
        self._deadline = clock.deadline

    def __iter__(self) -> Iterator[bytes]:
        size, pieces = 0, iter(self._inner)
        while True:
            self._clock.deadline = self._deadline
            if (data := next(pieces, None)) is None:
                return
            size += len(data)
            if size > LIMIT:
                raise httpx2.ReadTimeout("the reply is longer than a turn's may be", request=self._request)
            yield data

    def close(self) -> None:
        self._inner.close()


def bounded_client(base_url: str, timeout: float) -> httpx2.Client:
    """A client for `base_url`. A reply must start, and go on, within half of `timeout` seconds, and be whole
    within all of it. A server on this machine is not looked for behind a proxy."""
    clock = _Clock()

    def started(request: httpx2.Request) -> None:
        whole = request.extensions["timeout"]["pool"]  # the one that a request with another timeout changes too
        clock.deadline = time.monotonic() + whole

    def arrived(response: httpx2.Response) -> None:
        if response.headers.get("content-encoding", "identity") != "identity":
            response.close()  # not asked for: a thousand times as much may be in it as came over the wire
            raise httpx2.DecodingError("the reply is compressed", request=response.request)
        stream: Any = response.stream
        response.stream = _Bounded(stream, response.request, clock)

    client = httpx2.Client(
        timeout=httpx2.Timeout(timeout / 2, connect=min(5.0, timeout), pool=timeout),
        headers={"accept-encoding": "identity"},
        limits=httpx2.Limits(max_connections=200, max_keepalive_connections=50),
        follow_redirects=False,
        trust_env=(urlsplit(base_url).hostname or "") not in ("localhost", "127.0.0.1", "::1"),
        event_hooks={"request": [started], "response": [arrived]},
    )
    # httpx offers no door to the sockets under its pools, those of the environment's proxies among them
    transports: list[Any] = [client._transport, *client._mounts.values()]
    for pool in (transport._pool for transport in transports if transport is not None):
        pool._network_backend = _Network(pool._network_backend, clock)
    return client
