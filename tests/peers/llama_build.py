"""llama.cpp's llama-server, compiled from the source package that PyPI has, and a tiny model of random weights.

    python -m tests.peers.llama_build        (compiles for about a quarter of an hour; `make peers` calls it)

Not part of the tests that run everywhere. Everything goes to .peers/llama.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

HOME = Path(__file__).parents[2] / ".peers" / "llama"
SERVER = HOME / "build" / "bin" / "llama-server"
MODEL = HOME / "random.gguf"
SOURCE = "llama-cpp-python==0.3.36"
TOOLS = ("gguf==0.17.1", "cmake>=3.28,<5", "ninja", "scikit-build-core")
OPTIONS = (
    "-DCMAKE_BUILD_TYPE=Release", "-DBUILD_SHARED_LIBS=OFF", "-DLLAMA_CURL=OFF", "-DLLAMA_BUILD_TESTS=OFF",
    "-DLLAMA_BUILD_EXAMPLES=OFF", "-DLLAMA_BUILD_TOOLS=ON", "-DLLAMA_BUILD_SERVER=ON", "-DGGML_NATIVE=OFF",
    "-DLLAMA_OPENSSL=OFF",
)  # fmt: skip


def build() -> None:
    """Makes what is missing; subprocess.CalledProcessError when a step fails, with its output above."""
    HOME.mkdir(parents=True, exist_ok=True)
    tools = HOME / "env"
    if not (tools / "bin" / "cmake").exists():
        _run(sys.executable, "-m", "venv", str(tools))
        _run(str(tools / "bin" / "pip"), "install", "-q", *TOOLS)
    if not SERVER.exists():
        _compile(tools / "bin")
    if not MODEL.exists():
        _run(str(tools / "bin" / "python"), str(Path(__file__).with_name("random_gguf.py")), str(MODEL))


def _compile(tools: Path) -> None:
    source = HOME / "source"
    if not source.exists():
        _run(str(tools / "pip"), "download", "-q", "--no-deps", "--no-binary", ":all:", "--no-build-isolation",
             "--dest", str(HOME), SOURCE)  # fmt: skip
        package = next(HOME.glob("llama_cpp_python-*.tar.gz"))
        with tarfile.open(package) as archive:
            archive.extractall(HOME, filter="data")
        unpacked = next(p for p in HOME.glob("llama_cpp_python-*") if p.is_dir())
        shutil.move(unpacked / "vendor" / "llama.cpp", source)
    way = {**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}
    _run("cmake", "-G", "Ninja", "-S", str(source), "-B", str(HOME / "build"), *OPTIONS, env=way)
    _run("cmake", "--build", str(HOME / "build"), "--target", "llama-server", "-j", "2", env=way)


def _run(*command: str, env: dict[str, str] | None = None) -> None:
    subprocess.run(command, check=True, env=env)


if __name__ == "__main__":
    build()
    print(f"{SERVER.name} and {MODEL.name} are ready.")
