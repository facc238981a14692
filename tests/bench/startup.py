"""From the start of the process to the first page served: fieldnote against a bare Gradio hello, in turns.

python -m tests.bench.startup [--rounds 3]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from tests.browser.serving import free_port, indexed

BARE = """
import sys, gradio as gr
with gr.Blocks(analytics_enabled=False) as hello:
    name = gr.Textbox(); said = gr.Textbox()
    name.submit(lambda n: "Hello, " + n, name, said)
hello.launch(server_port=int(sys.argv[1]), quiet=True)
"""


def first_page(command: list[str], port: int, environment: dict[str, str]) -> float:
    """Seconds until the page is served."""
    started = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while time.monotonic() - started < 120:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30).close()
                return time.monotonic() - started
            except OSError:
                if process.poll() is not None:
                    raise RuntimeError(f"{command[:4]} ended with {process.returncode}") from None
                time.sleep(0.02)
        raise RuntimeError("no page after two minutes")
    finally:
        process.terminate()
        process.wait(20)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"FIELDNOTE_DATA": folder, "GRADIO_ANALYTICS_ENABLED": "False"}
        indexed(Path(folder))
        ours, bare = [], []
        for _ in range(rounds):
            port = free_port()
            bare.append(first_page([sys.executable, "-c", BARE, str(port)], port, environment))
            port = free_port()
            ours.append(first_page([sys.executable, "-m", "ui", "serve", "--port", str(port)], port, environment))
    ratio = statistics.median(ours) / statistics.median(bare)
    print(f"bare Gradio {statistics.median(bare):.2f} s, fieldnote {statistics.median(ours):.2f} s: {ratio:.2f} times "
          f"(allowed: 1.5); medians of {rounds}")  # fmt: skip
    return 0 if ratio <= 1.5 else 1


if __name__ == "__main__":
    sys.exit(main())
