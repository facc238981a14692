"""A scripted server that speaks OpenAI's HTTP API on loopback: chat (whole or streamed), embeddings, models.

It is a real server on a real socket, because the client's behaviour at the edges (cut streams, stalls,
resets) is what the tests are about. A script is a function from what was asked to what is said; `Say.fault`
names one of the ways in which servers fail, all of which are played here on the wire.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.odd_wire import HABITS, ODD_FAULTS
from tests.fakes.wire import FAULTS, Reply, Wire

PLAYED = {**FAULTS, **ODD_FAULTS, **HABITS}


@dataclass(frozen=True)
class Asked:
    """One request as it arrived. `number` counts chat requests from 0."""

    number: int
    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def stream(self) -> bool:
        return bool(self.body.get("stream"))

    @property
    def messages(self) -> list[dict[str, Any]]:
        return list(self.body.get("messages", []))

    def text(self, role: str = "") -> str:
        """All content of the messages of `role` (all roles when empty), joined."""
        return "\n".join(str(m.get("content")) for m in self.messages if role in ("", m.get("role")))

    @property
    def raw(self) -> str:
        return json.dumps(self.body, ensure_ascii=False)


@dataclass(frozen=True)
class Say:
    """A scripted reply: `text` in pieces of about a token, `rate` pieces a second (0: at once), `delay`
    seconds before the first. `after` is the number of pieces sent before a mid-stream fault strikes."""

    text: str = ""
    fault: str = ""
    rate: float = 0.0
    delay: float = 0.0
    after: int = 3
    finish: str = "stop"


Script = Callable[[Asked], Say]


def in_order(replies: Iterable[Say | str], then: Say | str = "") -> Script:
    """A script that gives `replies` one after the other, and `then` for ever."""
    waiting = [r if isinstance(r, Say) else Say(r) for r in replies]
    last = then if isinstance(then, Say) else Say(then)
    return lambda asked: waiting[asked.number] if asked.number < len(waiting) else last


@dataclass
class OpenAIServer:
    """Context manager; `url` is the base address to configure. `asked` holds every chat request in order,
    `others` every other one, `left` the numbers of those whose client hung up before the end."""

    script: Script
    key: str = ""
    models: tuple[str, ...] = ()
    port: int = 0
    asked: list[Asked] = field(default_factory=list)
    others: list[Asked] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    listing: str = ""  # a fault for GET /models

    def __enter__(self) -> OpenAIServer:
        ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve(ready)), daemon=True)
        self._thread.start()
        if not ready.wait(10):
            raise RuntimeError("the scripted server did not start")
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    async def _serve(self, ready: threading.Event) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        open_: set[asyncio.Task[None]] = set()

        async def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            open_.add(task)
            try:
                await Wire(reader, writer).serve(self._answer, self.left.append)
            except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                pass
            finally:
                open_.discard(task)
                writer.close()

        server = await asyncio.start_server(accept, "127.0.0.1", self.port, limit=2**24)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await self._stop.wait()
        server.close()
        for task in list(open_):
            task.cancel()
        await asyncio.gather(*open_, return_exceptions=True)

    def _answer(self, method: str, path: str, headers: dict[str, str], body: dict[str, Any]) -> Reply:
        if self.key and headers.get("authorization") != f"Bearer {self.key}":
            given = headers.get("authorization", "").removeprefix("Bearer ")
            # as real ones do, the refusal quotes the key
            return Reply.error(401, f"Incorrect API key provided: {given}.", "invalid_api_key")
        if not path.startswith("/v1/"):
            return Reply.error(404, f"Unknown path {path}", "not_found")
        if path.endswith("/models") and method == "GET":
            self.others.append(Asked(-1, path, headers, body))
            if self.listing:
                return PLAYED[self.listing](Reply())
            return Reply(json={"object": "list", "data": [{"id": m, "object": "model"} for m in self.models]})
        if path.endswith("/embeddings"):
            self.others.append(Asked(-1, path, headers, body))
            return Reply(json=embeddings(body))
        if not path.endswith("/chat/completions"):
            return Reply.error(404, f"Unknown path {path}", "not_found")
        asked = Asked(len(self.asked), path, headers, body)
        self.asked.append(asked)
        if self.models and body.get("model") not in self.models:
            return Reply.error(404, f"The model {body.get('model')} does not exist", "model_not_found")
        say = self.script(asked)
        reply = Reply(
            text=say.text,
            stream=asked.stream,
            rate=say.rate,
            delay=say.delay,
            after=say.after,
            finish=say.finish,
            number=asked.number,
            model=str(body.get("model")),
        )
        return PLAYED[say.fault](reply) if say.fault else reply


def embeddings(body: dict[str, Any]) -> dict[str, Any]:
    """Deterministic unit vectors of 32 numbers, equal for equal texts."""
    texts = body["input"] if isinstance(body["input"], list) else [body["input"]]
    rows = []
    for number, text in enumerate(texts):
        digest = hashlib.sha256(str(text).encode()).digest()
        raw = [byte / 255 - 0.5 for byte in digest]
        norm = sum(x * x for x in raw) ** 0.5
        rows.append({"object": "embedding", "index": number, "embedding": [x / norm for x in raw]})
    return {
        "object": "list",
        "model": body.get("model"),
        "data": rows,
        "usage": {"prompt_tokens": len(texts), "total_tokens": len(texts)},
    }
