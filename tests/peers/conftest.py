"""LiteLLM's proxy with mock responses, in an environment of its own: a server that nobody here wrote."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

WANTED = "litellm[proxy]==1.106.2"
HOME = Path(__file__).parents[2] / ".peers" / "litellm"
KEY = "sk-peer-2f6c"
PATIENCE = 90  # seconds until the proxy must answer
UNREACHABLE = (
    "Temporary failure in name resolution", "Connection refused", "Network is unreachable",
    "Failed to establish a new connection", "Read timed out",
)  # fmt: skip

CONFIG = """
model_list:{models}
litellm_settings: {{telemetry: false, num_retries: 0}}
router_settings: {{num_retries: 0, disable_cooldowns: true}}
general_settings: {{master_key: {key}}}
"""
# api_base stays on loopback, where nothing listens: a mock that did not hold would be seen, and reach nobody
MODEL = """
  - model_name: {name}
    litellm_params:
      model: openai/{name}
      api_base: http://127.0.0.1:9/v1
      api_key: none
      mock_response: {text}"""


def environment() -> Path:
    """The folder of the environment, made on first use; skipped only where the registry cannot be reached."""
    command = HOME / "bin" / "litellm"
    if command.exists():
        return HOME
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(HOME)], check=True)
    pip = [str(HOME / "bin" / "python"), "-m", "pip", "install", "-q", WANTED]
    done = subprocess.run(pip, capture_output=True, text=True)
    if done.returncode:
        shutil.rmtree(HOME, ignore_errors=True)
        if any(words in done.stderr for words in UNREACHABLE):
            pytest.skip(f"The package registry cannot be reached, so LiteLLM cannot be installed: {WANTED}")
        pytest.fail(f"LiteLLM cannot be installed: {done.stderr[-500:]}")
    return HOME


@contextlib.contextmanager
def proxy(folder: Path, models: dict[str, str]) -> Iterator[str]:
    """The address of a proxy that says `models[name]` for a model `name`."""
    home = environment()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    listed = "".join(MODEL.format(name=name, text=json.dumps(text)) for name, text in models.items())
    (folder / "litellm.yaml").write_text(CONFIG.format(models=listed, key=KEY), encoding="utf-8")
    keep = {k: v for k, v in os.environ.items() if not k.upper().endswith("_PROXY") and "OPENAI" not in k}
    # without these it fetches its price list, and reports itself
    quiet = {"LITELLM_LOCAL_MODEL_COST_MAP": "True", "LITELLM_TELEMETRY": "False", "LITELLM_LOG": "ERROR"}
    log = (folder / "litellm.log").open("w")
    process = subprocess.Popen(
        [str(home / "bin" / "litellm"), "--config", str(folder / "litellm.yaml"), "--host", "127.0.0.1",
         "--port", str(port)],
        env={**keep, **quiet}, stdout=log, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        _wait(f"http://127.0.0.1:{port}/health/liveliness", process, folder / "litellm.log")
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.terminate()
        process.wait(20)
        log.close()


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=2):
            return
        time.sleep(0.5)
    pytest.fail(f"LiteLLM's proxy did not start: {log.read_text(encoding='utf-8')[-500:]}")
