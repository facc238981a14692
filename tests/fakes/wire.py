"""The bytes of the scripted server: HTTP/1.1 by hand, so that it can also be spoken wrongly."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

Piece = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """What goes over the wire. `raw` (bytes) or `json` is sent whole; else `text`, streamed when `stream`.
    `breaks` names where a stream goes wrong: cut, stall, drip, endless, no_finish, silent, reset; or "bytes": what
    is in `raw` is all that is sent, its HTTP included, and then `text` for ever."""

    text: str = ""
    status: int = 200
    json: Piece | None = None
    raw: bytes | None = None
    kind: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    stream: bool = False
    rate: float = 0.0
    delay: float = 0.0
    after: int = 3
    finish: str | None = "stop"
    number: int = -1
    model: str = "scripted"
    breaks: str = ""
    deltas: tuple[Any, ...] = ()  # choices of extra chunks, sent as they are

    @staticmethod
    def error(status: int, message: str, code: str = "", **headers: str) -> Reply:
        body = {"error": {"message": message, "type": code or "error", "param": None, "code": code or None}}
        return Reply(status=status, json=body, headers={k.replace("_", "-"): v for k, v in headers.items()})

    def pieces(self) -> list[str]:
        """The text in pieces of about a token each, nothing lost."""
        return re.findall(r"\s*\S{1,6}|\s+$", self.text)


def _broken(how: str) -> Callable[[Reply], Reply]:
    return lambda reply: replace(reply, breaks=how)


def _whole(raw: bytes, kind: str) -> Callable[[Reply], Reply]:
    return lambda reply: replace(reply, raw=raw, kind=kind)


def _error(status: int, message: str, code: str = "", **headers: str) -> Callable[[Reply], Reply]:
    return lambda reply: replace(Reply.error(status, message, code, **headers), number=reply.number)


_TOOL = {
    "index": 0,
    "delta": {
        "tool_calls": [
            {
                "index": 0,
                "id": "call_1",
                "type": "function",
                "function": {"name": "delete_everything", "arguments": '{"path": "/"'},
            }
        ]
    },
    "finish_reason": None,
}

FAULTS: dict[str, Callable[[Reply], Reply]] = {
    "auth": _error(401, "Incorrect API key provided: sk-secret-in-message.", "invalid_api_key"),
    "auth_400": _error(400, "Authentication Error, Invalid proxy server token passed. key=sk-secret-in-message"),
    "forbidden": _error(403, "Country not supported", "unsupported_country_region_territory"),
    "model": _error(404, "The model `nope` does not exist", "model_not_found"),
    "model_400": _error(400, "/chat/completions: Invalid model name passed in model=nope."),
    "quota": _error(429, "You exceeded your current quota", "insufficient_quota"),
    "rate": _error(429, "Rate limit reached", "rate_limit_exceeded", retry_after="1"),
    "rate_long": _error(429, "Rate limit reached", "rate_limit_exceeded", retry_after="60"),
    "server": _error(500, "The server had an error", "server_error"),
    "unavailable": _error(503, "Overloaded", "overloaded"),
    "refused": _error(400, "Unsupported parameter: 'foo'", "unsupported_parameter"),
    "context": _error(400, "Too long", "context_length_exceeded"),
    "context_in_stream": lambda r: replace(
        r,
        raw=b'data: {"error": {"message": "too long", "code": "context_length_exceeded"}}\n\n',
        kind="text/event-stream",
    ),
    "error_in_stream": lambda r: replace(
        r,
        raw=b'data: {"error": {"message": "boom sk-secret-in-message", "code": "server_error"}}\n\n',
        kind="text/event-stream",
    ),
    "html": _whole(b"<!doctype html><title>Welcome to nginx</title><p>It works", "text/html"),
    "nothing": _whole(b"", "application/json"),
    "bad_json": _whole(b'data: {"id": "x", "choices": [{"delta"\n\n', "text/event-stream"),
    "empty_choices": lambda r: replace(r, text="", finish=None, deltas=([], [])),
    "null_choices": lambda r: replace(r, text="", finish=None, deltas=(None,)),
    "tool_call": lambda r: replace(r, text="", finish="tool_calls", deltas=([_TOOL],)),
    "content_filter": lambda r: replace(r, text="", finish="content_filter"),
    "filtered_midway": lambda r: replace(r, finish="content_filter"),
    "length": lambda r: replace(r, finish="length"),
    "no_finish": lambda r: replace(r, finish=None),
    "redirect": lambda _: Reply(status=307, raw=b"", headers={"location": "http://127.0.0.2:9/v1/chat/completions"}),
    "cut": _broken("cut"),
    "stall": _broken("stall"),
    "drip": _broken("drip"),
    "endless": _broken("endless"),
    "silent": _broken("silent"),
    "reset": _broken("reset"),
}


class Wire:
    """One connection: requests in, replies out, for as long as both sides like."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    async def serve(self, answer: Callable[..., Reply], left: Callable[[int], None]) -> None:
        while head := await self._head():
            method, path, headers = head
            length = int(headers.get("content-length", "0"))
            body = json.loads(await self.reader.readexactly(length)) if length else {}
            reply = answer(method, path, headers, body)
            if reply.delay:
                await asyncio.sleep(reply.delay)
            try:
                kept = await self._send(reply)
            except ConnectionError:
                left(reply.number)
                return
            if not kept:
                return

    async def _head(self) -> tuple[str, str, dict[str, str]] | None:
        try:
            raw = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        except (asyncio.IncompleteReadError, ConnectionError):
            return None
        first, *lines = raw.strip().split("\r\n")
        method, path, _ = first.split(" ", 2)
        pairs = (line.split(":", 1) for line in lines)
        return method, path, {k.strip().lower(): v.strip() for k, v in pairs}

    async def _send(self, reply: Reply) -> bool:
        """False when the connection must be closed after it."""
        if reply.breaks == "bytes":
            await self._drip(reply)
        if reply.breaks == "silent":
            await self._until_gone()
        if reply.breaks in ("silent", "reset"):
            self.writer.transport.abort()
            return False
        if reply.raw is None and reply.json is None and reply.stream:
            return await self._stream(reply)
        raw = reply.raw if reply.raw is not None else json.dumps(reply.json or self._whole(reply)).encode()
        self._start(reply, reply.kind, f"content-length: {len(raw)}")
        self.writer.write(raw)
        await self.writer.drain()
        return True

    def _start(self, reply: Reply, kind: str, framing: str) -> None:
        extra = "".join(f"{k}: {v}\r\n" for k, v in reply.headers.items())
        self.writer.write(f"HTTP/1.1 {reply.status} X\r\ncontent-type: {kind}\r\n{extra}{framing}\r\n\r\n".encode())

    async def _stream(self, reply: Reply) -> bool:
        self._start(reply, "text/event-stream", "transfer-encoding: chunked")
        for number, piece in enumerate(reply.pieces()):
            if reply.rate and number:
                await asyncio.sleep(1 / reply.rate)
            if reply.breaks and number >= reply.after:
                break
            await self._event(self._chunk(reply, {"content": piece}))
        if reply.breaks:
            await self._break(reply)
            return False
        for choices in reply.deltas:
            await self._event({**self._chunk(reply, {}), "choices": choices})
        if reply.finish:
            await self._event(self._chunk(reply, {}, reply.finish))
        await self._raw(b"data: [DONE]\n\n")
        self.writer.write(b"0\r\n\r\n")
        await self.writer.drain()
        return True

    async def _break(self, reply: Reply) -> None:
        if reply.breaks == "cut":
            self.writer.transport.abort()
            return
        while not self._gone():
            if reply.breaks == "drip":
                await self._raw(b": still here\n\n")
            elif reply.breaks == "endless":
                await self._event(self._chunk(reply, {"content": "and so on and on "}))
            await asyncio.sleep(0 if reply.breaks == "endless" else 0.02)
        raise ConnectionResetError

    async def _drip(self, reply: Reply) -> None:
        """`raw` as it is, and then `text` over and over."""
        self.writer.write(reply.raw or b"")
        while not self._gone():
            self.writer.write(reply.text.encode())
            await self.writer.drain()
            await asyncio.sleep(0.05)
        raise ConnectionResetError

    async def _until_gone(self) -> None:
        while not self._gone():
            await asyncio.sleep(0.02)

    def _gone(self) -> bool:
        return self.reader.at_eof() or self.writer.transport.is_closing()

    async def _event(self, piece: Piece) -> None:
        await self._raw(b"data: " + json.dumps(piece).encode() + b"\n\n")

    async def _raw(self, data: bytes) -> None:
        if self._gone():
            raise ConnectionResetError
        self.writer.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        await self.writer.drain()

    @staticmethod
    def _chunk(reply: Reply, delta: Piece, finish: str | None = None) -> Piece:
        return {
            "id": f"chatcmpl-{reply.number}",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": reply.model,
            "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
        }

    @staticmethod
    def _whole(reply: Reply) -> Piece:
        message = {"role": "assistant", "content": reply.text}
        return {
            "id": f"chatcmpl-{reply.number}",
            "object": "chat.completion",
            "created": 1,
            "model": reply.model,
            "choices": [{"index": 0, "message": message, "finish_reason": reply.finish}],
            "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
        }
