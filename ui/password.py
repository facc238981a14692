"""One password for the whole page: a form for people, HTTP Basic for programs, and a wait after wrong tries."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import time
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE = "fieldnote"
TRIES, PAUSE = 5, 60.0  # wrong tries from one address, then seconds to wait
_FORM = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>fieldnote</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>
:root{{color-scheme:light dark}}body{{font:1.05rem/1.5 system-ui,sans-serif;
max-width:22rem;margin:18vh auto;padding:0 1rem}}
input,button{{font:inherit;width:100%;padding:.6rem;margin:.4rem 0;box-sizing:border-box}}</style></head>
<body><main><h1>fieldnote</h1><form method="post" action="/enter"><label>Password
<input type="password" name="password" autocomplete="current-password" autofocus required></label>
<button>Enter</button></form><p role="alert">{said}</p></main></body></html>"""


class PasswordMiddleware:
    """Lets in who has the cookie that the right password gives, or sends the password with each request."""

    def __init__(self, app: ASGIApp, password: str) -> None:
        self.app = app
        self._password = password
        self._token = hashlib.scrypt(password.encode(), salt=b"fieldnote cookie", n=2**14, r=8, p=1).hex()
        self._wrong: dict[str, tuple[int, float]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive) if scope["type"] == "http" else None
        if request is not None and (response := await self._answer(request)) is not None:
            await response(scope, receive, send)
        elif request is not None:
            await self.app(scope, receive, send)

    async def _answer(self, request: Request) -> Response | None:
        """None lets the request pass."""
        if _same(request.cookies.get(COOKIE, ""), self._token):
            return None
        who = request.client.host if request.client else ""
        if wait := self._wait(who):
            return PlainTextResponse(
                f"Too many wrong passwords. Try again in {wait} seconds.", 429, {"retry-after": str(wait)}
            )
        given = _basic(request.headers.get("authorization", ""))
        if given is not None:
            return None if self._right(who, given) else PlainTextResponse("Wrong password.", 401)
        if request.url.path == "/enter" and request.method == "POST":
            body = parse_qs((await request.body())[:4096].decode("utf-8", "replace"))
            if self._right(who, body.get("password", [""])[0]):
                response: Response = RedirectResponse("/", 303)
                response.set_cookie(
                    COOKIE,
                    self._token,
                    httponly=True,
                    samesite="strict",
                    max_age=30 * 86400,
                    secure=request.url.scheme == "https",
                )
                return response
            return HTMLResponse(_FORM.format(said="That is not the password."), 401)
        return HTMLResponse(_FORM.format(said=""), 401)

    def _right(self, who: str, given: str) -> bool:
        right = _same(given, self._password)
        if right:
            self._wrong.pop(who, None)
        else:
            if len(self._wrong) > 10_000:
                self._wrong.clear()
            self._wrong[who] = (self._wrong.get(who, (0, 0.0))[0] + 1, time.monotonic())
        return right

    def _wait(self, who: str) -> int:
        count, last = self._wrong.get(who, (0, 0.0))
        left = PAUSE - (time.monotonic() - last)
        if count >= TRIES and left <= 0:
            self._wrong.pop(who, None)
        return max(1, round(left)) if count >= TRIES and left > 0 else 0


def _basic(header: str) -> str | None:
    """The password of an HTTP Basic header; any user name does."""
    kind, _, value = header.partition(" ")
    if kind.lower() != "basic":
        return None
    try:
        return base64.b64decode(value, validate=True).decode("utf-8", "replace").partition(":")[2]
    except binascii.Error:
        return ""


def _same(given: str, right: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), right.encode())
