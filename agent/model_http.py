"""The HTTP client under the model's: one host, no redirects, a deadline and a size for the whole reply.

The client's own timeouts count from byte to byte, so that a server which sends a comment a second holds a
person for ever; here the whole reply has to be through within the time a turn may take.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx2

LIMIT = 4_000_000  # bytes of one reply on the wire; a turn's JSON is a few thousand


class _Bounded(httpx2.SyncByteStream):
    def __init__(self, inner: httpx2.SyncByteStream, request: httpx2.Request, deadline: float) -> None:
        self._inner, self._request, self._deadline = inner, request, deadline

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        for data in self._inner:
            size += len(data)
            if time.monotonic() > self._deadline or size > LIMIT:
                raise httpx2.ReadTimeout("the reply took longer than a turn may", request=self._request)
            yield data

    def close(self) -> None:
        self._inner.close()


def bounded_client(base_url: str, timeout: float) -> httpx2.Client:
    """A client for `base_url`. A reply must start, and go on, within half of `timeout` seconds, and be whole
    within all of it. A server on this machine is not looked for behind a proxy."""

    def started(request: httpx2.Request) -> None:
        request.extensions["deadline"] = time.monotonic() + timeout

    def arrived(response: httpx2.Response) -> None:
        stream: Any = response.stream
        response.stream = _Bounded(stream, response.request, response.request.extensions["deadline"])

    return httpx2.Client(
        timeout=httpx2.Timeout(timeout / 2, connect=min(5.0, timeout)),
        limits=httpx2.Limits(max_connections=200, max_keepalive_connections=50),
        follow_redirects=False,
        trust_env=(urlsplit(base_url).hostname or "") not in ("localhost", "127.0.0.1", "::1"),
        event_hooks={"request": [started], "response": [arrived]},
    )
