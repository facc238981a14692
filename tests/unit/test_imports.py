"""The house rules of imports: one way, no circle, nothing done by importing."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("agent", "corpus", "prompts", "ui")
MAY_IMPORT = {
    "ui": {"ui", "agent", "corpus"},
    "agent": {"agent", "corpus", "prompts"},
    "corpus": {"corpus"},
    "prompts": {"prompts"},
}
VENDORS = {"gradio": "ui", "chromadb": "corpus", "openai": "agent", "langchain_openai": "agent", "sqlalchemy": "agent"}


def modules() -> dict[str, Path]:
    found = {}
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            found[name.removesuffix(".__init__")] = path
    return found


def imported(path: Path) -> set[str]:
    """Every module named in an import, wherever in the file; those for type checkers alone are left out."""
    names: set[str] = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(node)
        for branch in ast.walk(tree)
        if isinstance(branch, ast.If) and isinstance(branch.test, ast.Name) and branch.test.id == "TYPE_CHECKING"
        for node in ast.walk(branch)
    }
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_packages_import_one_way() -> None:
    wrong = [
        f"{name} imports {target}"
        for name, path in modules().items()
        for target in imported(path)
        if target.split(".")[0] in PACKAGES and target.split(".")[0] not in MAY_IMPORT[name.split(".")[0]]
    ]
    assert wrong == []


def test_modules_import_in_no_circle() -> None:
    known = modules()
    graph = {name: {t for t in imported(path) if t in known and t != name} for name, path in known.items()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail[trail.index(name) :], name))
        if name not in done:
            for target in graph[name]:
                visit(target, (*trail, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def test_vendors_stay_in_their_rooms() -> None:
    wrong = [
        f"{name} imports {target}"
        for name, path in modules().items()
        for target in imported(path)
        if (room := VENDORS.get(target.split(".")[0])) and name.split(".")[0] != room
    ]
    assert wrong == []


def test_importing_does_nothing() -> None:
    """No environment, file, network or thread is touched; and what `fieldnote ask` needs brings in no page."""
    names = sorted(n for n in modules() if not n.startswith("ui.") and n != "prompts")
    code = (
        "import os, socket, sys, threading, importlib\n"
        "def refuse(*a, **k): raise AssertionError('network on import')\n"
        "socket.socket.connect = refuse\n"
        "before = dict(os.environ)\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        "assert dict(os.environ) == before, 'the environment was changed'\n"
        "assert threading.active_count() == 1, threading.enumerate()\n"
        "assert 'gradio' not in sys.modules and 'torch' not in sys.modules\n"
        "assert 'langchain.agents' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
