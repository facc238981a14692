"""What every response carries and every request must keep to: a policy that keeps the page to itself, a size limit."""

from __future__ import annotations

import re
import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Gradio compiles its HTML templates at run time ('unsafe-eval') and styles elements inline; inline scripts and event
# handlers do not run, except the page's own, which carry this response's nonce.
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-eval' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; media-src 'self' blob:; "
    "worker-src 'self' blob:; frame-src 'none'; frame-ancestors 'none'; object-src 'none'; base-uri 'self'; "
    "form-action 'self'"
)
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cross-origin-opener-policy": "same-origin",
}
_SCRIPT = re.compile(rb"<script(?=[\s>])")
_OUTSIDE = re.compile(rb"<meta[^>]*(?:og:|twitter:)[^>]*>")  # Gradio's own advertising, with addresses of other hosts


class ShieldMiddleware:
    """Adds the headers, puts `head` into pages and signs their scripts, and refuses bodies over `limit` bytes."""

    def __init__(self, app: ASGIApp, limit: int, head: str = "") -> None:
        self.app, self.limit, self._head = app, limit, head.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        length = Headers(scope=scope).get("content-length", "0")
        if not length.isdigit() or int(length) > self.limit:
            await PlainTextResponse(f"More than {self.limit} bytes.", 413)(scope, receive, send)
            return
        await self.app(scope, self._counted(receive), _Reply(send, self._head).send)

    def _counted(self, receive: Receive) -> Receive:
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.limit:  # a chunked body says no length; it ends here
                return {"type": "http.disconnect"}
            return message

        return counted


class _Reply:
    """One response on its way out. A page (text/html) is held until it is whole, to sign its scripts."""

    def __init__(self, send: Send, head: bytes) -> None:
        self._send, self._head, self._nonce = send, head, secrets.token_urlsafe(16)
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            headers.setdefault("content-security-policy", POLICY.format(nonce=self._nonce))
            if headers.get("content-type", "").startswith("text/html") and "content-encoding" not in headers:
                self._start = message
                return
        if self._start is None or message["type"] != "http.response.body":
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if not message.get("more_body"):
            await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        signed = _SCRIPT.sub(b'<script nonce="' + self._nonce.encode() + b'"', _OUTSIDE.sub(b"", self._body))
        signed = signed.replace(b"</head>", self._head + b"</head>", 1)
        MutableHeaders(scope=start)["content-length"] = str(len(signed))
        await self._send(start)
        await self._send({"type": "http.response.body", "body": signed})
