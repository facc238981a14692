"""Faults and habits of servers beyond the common ones: each is bytes that some server could send.

ODD_FAULTS give nothing usable. HABITS are within the form, or near enough, and their text must arrive whole.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from tests.fakes.wire import Reply

Change = Callable[[Reply], Reply]
_STREAM = "text/event-stream"
_HEAD = b"HTTP/1.1 200 X\r\ncontent-type: text/event-stream\r\n"


def _chunk(delta: Any, finish: Any = None, **more: Any) -> dict[str, Any]:
    return {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "scripted",
            "choices": [{"index": 0, "delta": delta, "finish_reason": finish}], **more}  # fmt: skip


def _data(piece: Any) -> bytes:
    return b"data: " + json.dumps(piece).encode() + b"\n\n"


_END = _data(_chunk({}, "stop")) + b"data: [DONE]\n\n"


def _sse(*events: bytes) -> Change:
    """These events and the usual end."""
    return lambda r: replace(r, raw=b"".join(events) + _END, kind=_STREAM)


def _odd(delta: Any, finish: Any = None) -> Change:
    return _sse(_data(_chunk(delta, finish)))


def _error(status: int, raw: bytes = b"<html>Bad gateway</html>", **headers: str) -> Change:
    named = {k.replace("_", "-"): v for k, v in headers.items()}
    return lambda r: Reply(status=status, raw=raw, kind="text/html", headers=named, number=r.number)


def _drip(first: bytes, drop: bytes) -> Change:
    return lambda r: Reply(raw=first, breaks="bytes", text=drop.decode(), number=r.number)


def _bomb() -> bytes:
    """A thousandfold of what is on the wire, in one line."""
    return gzip.compress(b'data: {"choices": "' + b"x" * 50_000_000 + b'"}\n\n', 9)


_CALL = {"index": 0, "id": 7, "type": "function", "function": {"name": None, "arguments": {"a": [1]}}}

ODD_FAULTS: dict[str, Change] = {
    "rate_day": _error(429, b"", retry_after="86400"),
    "rate_date": _error(429, b"", retry_after="Fri, 31 Dec 2049 23:59:59 GMT"),
    "rate_nonsense": _error(429, b"", retry_after="soon"),
    "unauthorised": _error(401, b""),
    "no_access": _error(403, b""),
    "no_such_path": _error(404, b"<html>Not Found</html>"),
    "request_timeout": _error(408, b""),
    "conflict": _error(409, b""),
    "teapot": _error(418, b""),
    "bad_gateway": _error(502),
    "gateway_timeout": _error(504),
    "redirect_permanent": _error(308, b"", location="http://127.0.0.2:9/v1/chat/completions"),
    "redirect_found": _error(302, b"", location="/elsewhere"),
    "no_content": _error(204, b""),
    "stream_of_nothing": lambda r: replace(r, raw=b"", kind=_STREAM),
    "done_at_once": lambda r: replace(r, raw=b"data: [DONE]\n\n", kind=_STREAM),
    "only_comments": lambda r: replace(r, raw=b": a\n\n: b\n\n", kind=_STREAM),
    "gzip_bomb": lambda r: replace(r, raw=_bomb(), kind=_STREAM, headers={"content-encoding": "gzip"}),
    "not_utf8": _sse(b'data: {"choices": [{"delta": {"content": "\xff\xfe"}}]}\n\n'),
    "huge_number": _sse(b'data: {"created": ' + b"9" * 9_000 + b"}\n\n"),
    "deep_json": _sse(b"data: " + b"[" * 200_000 + b"\n\n"),
    "deep_objects": _sse(b"data: " + b'{"a":' * 100_000 + b"\n\n"),
    "a_number": _sse(b"data: 42\n\n"),
    "a_null": _sse(b"data: null\n\n"),
    "a_list": _sse(b"data: [[]]\n\n"),
    "choices_of_text": _sse(b'data: {"choices": "all of them"}\n\n'),
    "delta_null": _sse(_data(_chunk(None))),
    "delta_text": _odd("hello"),
    "error_as_text": _sse(b'data: {"error": "out of memory sk-secret-in-message"}\n\n'),
    "refusal": _odd({"refusal": "I can't help with that."}),
    "only_reasoning": _odd({"content": None, "reasoning_content": "The user wants to know."}),
    "only_role": _odd({"role": "assistant", "content": ""}),
    "garbled_tool_call": _odd({"tool_calls": [_CALL]}),
    "tool_call_beside_text": _sse(
        _data(_chunk({"content": "Yes."})),
        _data(_chunk({"tool_calls": [{"index": 0, "id": "c", "function": {"name": "rm", "arguments": "{}"}}]})),
    ),
    "tool_calls_of_text": _odd({"tool_calls": "rm -rf"}),
    "finish_is_a_number": lambda r: replace(r, raw=_data(_chunk({"content": "Yes."}, 7)), kind=_STREAM),
    "only_usage": _sse(_data({**_chunk({}), "choices": [], "usage": {"prompt_tokens": 1}})),
    "head_drips": _drip(b"HTTP/1.1 200 OK\r\nx-header: ", b"a"),
    "continues_for_ever": _drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "body_drips": _drip(_HEAD + b"content-length: 9000\r\n\r\ndata: ", b"x"),
    "length_drips": _drip(_HEAD + b"transfer-encoding: chunked\r\n\r\n1;", b"x"),
    "head_without_end": _drip(b"HTTP/1.1 200 OK\r\nx-header: " + b"a" * 300_000, b"a"),
    "not_http": _drip(b"SSH-2.0-OpenSSH_9.6\r\n", b"\n"),
    "error_body_drips": _drip(b"HTTP/1.1 500 X\r\ncontent-length: 9000\r\n\r\n", b"x"),
}  # fmt: skip


def _pieces(reply: Reply, each: Callable[[str], bytes], last: bytes = _END) -> Reply:
    return replace(reply, raw=b"".join(each(piece) for piece in reply.pieces()) + last, kind=_STREAM)


def _said(piece: str, **more: Any) -> dict[str, Any]:
    return _chunk({"content": piece, **more})


def _lines(piece: dict[str, Any]) -> bytes:
    """One event of several data lines, which are to be joined."""
    return b"".join(b"data: " + line.encode() + b"\n" for line in json.dumps(piece, indent=1).split("\n")) + b"\n"


def _among(*events: bytes) -> Change:
    """The text with these events before, between and after its pieces."""
    noise = b"".join(events)
    return lambda r: replace(_pieces(r, lambda p: noise + _data(_said(p)), noise + _END), kind=_STREAM)


def _framed(raw: Callable[[Reply], bytes]) -> Change:
    return lambda r: replace(r, raw=raw(r), kind=_STREAM)


def _stream(reply: Reply, events: Sequence[bytes] = ()) -> bytes:
    return b"".join([*events, *(_data(_said(p)) for p in reply.pieces()), _END])


HABITS: dict[str, Change] = {
    "comments": _among(b": keep-alive\n\n"),
    "pings": _among(b"event: ping\ndata: {}\n\n".replace(b"{}", json.dumps(_chunk({})).encode())),
    "carriage_returns": _framed(lambda r: _stream(r).replace(b"\n", b"\r\n")),
    "no_space_after_data": _framed(lambda r: _stream(r).replace(b"data: ", b"data:")),
    "several_data_lines": lambda r: _pieces(r, lambda p: _lines(_said(p))),
    "done_twice": lambda r: _pieces(r, lambda p: _data(_said(p)), _END + b"data: [DONE]\n\n"),
    "no_done": lambda r: _pieces(r, lambda p: _data(_said(p)), _data(_chunk({}, "stop"))),
    "role_first": _framed(lambda r: _stream(r, [_data(_chunk({"role": "assistant", "content": None}))])),
    "usage_last": lambda r: _pieces(
        r, lambda p: _data(_said(p)),
        _data(_chunk({}, "stop")) + _data({**_chunk({}), "choices": [], "usage": {"prompt_tokens": 3,
        "completion_tokens": 2, "total_tokens": 5}}) + b"data: [DONE]\n\n",
    ),
    "filters_first": _framed(lambda r: _stream(r, [_data({**_chunk({}), "choices": [], "prompt_filter_results": []})])),
    "reasons_aloud": lambda r: _pieces(r, lambda p: _data(_said("", reasoning_content="Hm.")) + _data(_said(p))),
    "null_between": lambda r: _pieces(r, lambda p: _data(_said(p)) + _data(_chunk({"content": None}))),
    "refusal_null": lambda r: _pieces(r, lambda p: _data(_said(p, refusal=None, tool_calls=None))),
    "more_fields": lambda r: _pieces(r, lambda p: _data({**_said(p), "x": {"y": [None]}, "system_fingerprint": 4})),
    "nan_beside": lambda r: _pieces(r, lambda p: _data({**_said(p), "timings": {"ms": float("nan")}})),
    "stays_open": lambda r: replace(
        r, breaks="bytes", text=": more\n\n",
        raw=_HEAD + b"connection: keep-alive\r\ncontent-length: 9000000\r\n\r\n" + _stream(r),
    ),
}  # fmt: skip
