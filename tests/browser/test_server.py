"""The server around the page: who may call it, what it sends along, what it refuses, and its endpoints for programs."""

from __future__ import annotations

import asyncio
import json
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from fastapi import FastAPI
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client
from starlette.testclient import TestClient

from tests.browser.serving import Served, free_port
from ui.password import TRIES, PasswordMiddleware
from ui.server import BODY, Door, ServeError, check


def _get(url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    request = urllib.request.Request(url, headers={k.replace("_", "-"): v for k, v in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=20) as response:
            return response.status, {k.lower(): v for k, v in response.headers.items()}, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, {k.lower(): v for k, v in error.headers.items()}, error.read()


def test_the_page_loads_nothing_from_elsewhere_and_every_script_is_signed(served: Served) -> None:
    status, headers, body = _get(served.url)
    page = body.decode()
    policy = headers["content-security-policy"]
    nonce = policy.split("'nonce-")[1].split("'")[0]
    assert status == 200
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]
    assert page.count("<script") == page.count(f'<script nonce="{nonce}"')
    assert "raw.githubusercontent" not in page
    assert "fonts.googleapis" not in page
    assert headers["referrer-policy"] == "no-referrer"


def test_other_hosts_and_origins_are_not_served(served: Served) -> None:
    assert _get(served.url, Host="elsewhere.invalid")[0] == 400
    headers = _get(served.url + "config", Origin="http://elsewhere.invalid")[1]
    assert "access-control-allow-origin" not in headers


def test_there_is_no_monitoring_no_documentation_and_no_run_history(served: Served) -> None:
    assert _get(served.url + "monitoring/summary")[0] in (403, 404)
    assert _get(served.url + "docs")[0] != 200 or b"swagger" not in _get(served.url + "docs")[2].lower()
    config = json.loads(_get(served.url + "config")[2])
    assert config["analytics_enabled"] is False
    assert config.get("run_history") in (False, None)


def test_a_body_over_the_limit_is_refused(served: Served) -> None:
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as line:
        line.sendall(
            f"POST /gradio_api/upload HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {BODY + 1}\r\n\r\n".encode()
        )
        assert b"413" in line.recv(200)


def test_a_port_that_is_taken_gets_one_line_naming_it(served: Served, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ui", "serve", "--port", str(served.port)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=60,
        env={"FIELDNOTE_DATA": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )
    assert done.returncode == 1
    assert str(served.port) in done.stderr
    assert "--port" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_host_open_to_all_needs_a_password_or_a_word() -> None:
    with pytest.raises(ServeError, match="FIELDNOTE_PASSWORD"):
        check(Door("0.0.0.0", free_port()))
    check(Door("0.0.0.0", free_port(), open_to_network=True))
    check(Door("0.0.0.0", free_port(), password="secret"))


@pytest.fixture
def guarded() -> Iterator[TestClient]:
    app = FastAPI()

    @app.get("/")
    def page() -> str:
        return "inside"

    app.add_middleware(PasswordMiddleware, password="right")
    with TestClient(app, follow_redirects=False) as client:
        yield client


def test_the_password_lets_in_by_form_and_by_header(guarded: TestClient) -> None:
    assert guarded.get("/").status_code == 401
    assert guarded.get("/", auth=("anyone", "right")).status_code == 200
    assert guarded.post("/enter", content="password=wrong").status_code == 401
    entered = guarded.post("/enter", content="password=right")
    assert entered.status_code == 303
    assert "httponly" in entered.headers["set-cookie"].lower()
    assert guarded.get("/").text == '"inside"'


def test_wrong_passwords_have_to_wait(guarded: TestClient) -> None:
    for _ in range(TRIES):
        assert guarded.post("/enter", content="password=wrong").status_code == 401
    refused = guarded.post("/enter", content="password=right")
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) > 0


def test_the_endpoints_answer_gradio_client(served: Served) -> None:
    from gradio_client import Client

    client = Client(served.url, verbose=False)
    try:
        answer = client.predict("How much more do FDEs earn than TAMs?", None, api_name="/ask")
        assert "30–60%" in answer["answer"]
        assert answer["citations"][0]["quote"]
        compared = client.predict(["fde", "tam"], ["pay", "travel"], api_name="/compare")
        assert compared["answer"].startswith("|")
        hits = client.predict("travel", 3, api_name="/search")
        assert len(hits) == 3
        assert {"passage", "text", "score"} <= set(hits[0])
        named = client.view_api(return_format="dict")["named_endpoints"]
        assert set(named) == {"/ask", "/compare", "/search"}
    finally:
        client.close()


def test_the_tools_answer_a_real_mcp_client(served: Served, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(served.data, data, ignore=shutil.ignore_patterns("interviews.sqlite*", "serve.log"))
    server = Served(data, "--mcp").start()
    try:
        # In a thread of its own: Playwright's synchronous calls leave a loop running in this one.
        with ThreadPoolExecutor(1) as pool:
            tools, text = pool.submit(lambda: asyncio.run(_tools(server.url + "gradio_api/mcp/"))).result()
    finally:
        server.stop()
    assert set(tools) == {"ask", "compare_roles", "search_articles"}
    assert "30–60%" in text


async def _tools(url: str) -> tuple[list[str], str]:
    async with streamable_http_client(url) as (read, write, _), ClientSession(read, write) as session:
        await session.initialize()
        listed = await session.list_tools()
        said = await session.call_tool("ask", {"question": "How much more do FDEs earn than TAMs?"})
        return [tool.name for tool in listed.tools], "".join(getattr(c, "text", "") for c in said.content)
