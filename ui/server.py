"""The web server: the page mounted on FastAPI, closed to other origins and hosts, loading nothing from elsewhere."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.util import find_spec

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from agent.fieldnote import Fieldnote
from ui.files import routes, sheet_link
from ui.password import PasswordMiddleware
from ui.shield import ShieldMiddleware

LOOPBACK = ("127.0.0.1", "localhost", "::1")
UPLOAD = 20 * 1024 * 1024  # bytes of one document
BODY = 30 * 1024 * 1024  # bytes of one request
PEOPLE = 40  # messages answered at once
WARM = 1.0  # seconds after the start
WAITING = 60  # messages that may wait in line; more are told that it is full
SPARE = 20  # threads for all that is no message: sources, reports, files


class ServeError(Exception):
    """The server cannot start as asked; the message says what to change."""


@dataclass(frozen=True, slots=True)
class Door:
    """Where the page is served. `hosts` are the names it may be called by; `origins` other sites allowed to call it."""

    host: str = "127.0.0.1"
    port: int = 7860
    password: str = ""
    open_to_network: bool = False
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    mcp: bool = False


def build(house: Fieldnote, data: str, door: Door | None = None) -> FastAPI:
    """The application. Importing Gradio takes seconds, so it happens here and not at the top."""
    door = door or Door()
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # read by Gradio when it is imported, and again in each call
    import gradio as gr

    from ui.app import page
    from ui.line import Line
    from ui.theme import ASSETS, css, theme

    blocks = page(house, data, Line(PEOPLE, WAITING))
    # Those who wait in our own line are told their place; Gradio's queue, which says nothing, holds what is beyond.
    blocks.max_threads = PEOPLE + WAITING + SPARE  # read by queue()
    blocks.queue(max_size=2 * WAITING, default_concurrency_limit=blocks.max_threads, api_open=False)

    @asynccontextmanager
    async def warm(_: FastAPI) -> AsyncIterator[None]:
        # The first page is served before all else; what the first answer needs is read while it is looked at.
        reading = threading.Timer(WARM, house.warm)
        reading.daemon = True
        reading.start()
        yield
        reading.cancel()

    app = FastAPI(lifespan=warm, title="fieldnote", docs_url=None, redoc_url=None, openapi_url=None)
    sheet = css()
    app.include_router(routes(house, sheet))
    hosts = ["*"] if door.host in ("0.0.0.0", "::") and not door.hosts else [*LOOPBACK, door.host, *door.hosts]
    app.add_middleware(CORSMiddleware, allow_origins=list(door.origins), allow_methods=["GET", "POST"])
    app.add_middleware(ShieldMiddleware, limit=BODY, head=sheet_link(sheet))
    if door.password:
        app.add_middleware(PasswordMiddleware, password=door.password)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=hosts)
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        blocks,
        path="/",
        server_name=door.host,
        server_port=door.port,
        footer_links=[],
        run_history=False,
        show_error=False,
        max_file_size=UPLOAD,
        enable_monitoring=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=door.mcp,
        theme=theme(),
        favicon_path=str(ASSETS / "favicon.png"),
    )
    return mounted


def serve(house: Fieldnote, data: str, door: Door) -> None:
    """Serve until interrupted. ServeError when the port is taken or the door is open to all without a word."""
    import uvicorn

    check(door)
    config = uvicorn.Config(
        build(house, data, door),
        host=door.host,
        port=door.port,
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=3,
        server_header=False,
    )
    uvicorn.Server(config).run()


def check(door: Door) -> None:
    """Refuse what cannot or should not be served, before anything slow is loaded."""
    if door.host not in LOOPBACK and not door.password and not door.open_to_network:
        raise ServeError(
            f"--host {door.host} lets everyone on the network in. Set FIELDNOTE_PASSWORD, or add "
            "--open-to-network if that is what you want."
        )
    if door.mcp and find_spec("mcp") is None:  # Gradio itself would go on without, and say nothing
        raise ServeError("--mcp needs the mcp extra. Install it with: pip install 'fieldnote[mcp]'.")
    family = socket.AF_INET6 if ":" in door.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((door.host, door.port))
        except OSError as error:
            raise ServeError(
                f"Port {door.port} on {door.host} cannot be used ({error.strerror}). "
                f"Choose another one with --port, for example --port {door.port + 1}."
            ) from None
