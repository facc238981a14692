"""The commands as a person types them: what goes right, and the one clear line when something does not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.library import Library

ROOT = Path(__file__).resolve().parents[2]


def fieldnote(*arguments: str, data: Path, text: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("FIELDNOTE_", "OPENAI_", "CHROMA_"))}
    return subprocess.run(
        [sys.executable, "-m", "ui", *arguments],
        cwd=ROOT,
        input=text,
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
        env={**clean, "FIELDNOTE_DATA": str(data), **environ},
    )


def one_line(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """Failed, with one line on standard error that has `words`, and no traceback."""
    assert done.returncode != 0
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    for word in words:
        assert word in lines[0]


def test_a_question_on_the_line_is_answered_as_json(shipped: Library, data: Path) -> None:
    del shipped
    done = fieldnote("ask", "--json", "How", "often", "do", "FDEs", "travel?", data=data, text="")
    (reply,) = (json.loads(line) for line in done.stdout.splitlines())
    assert "4–10 days/month" in reply["answer"]


def test_questions_as_lines_of_json(shipped: Library, data: Path) -> None:
    del shipped  # built before, so that the command finds its index
    text = (
        '{"id": "1", "question": "How much more do FDEs earn than TAMs?"}\nnot json\n'
        '{"id": "2", "question": "and in India?", "turns": ["What does a mid-level TAM earn in the US?"]}\n'
    )
    done = fieldnote("ask", "--json", data=data, text=text)
    first, wrong, second = (json.loads(line) for line in done.stdout.splitlines())
    assert done.returncode == 1
    assert first["id"] == "1"
    assert "30–60%" in first["answer"]
    assert set(first["citations"][0]) >= {
        "marker",
        "article",
        "title",
        "publisher",
        "section",
        "passage",
        "quote",
        "start",
        "end",
    }
    assert first["engine"] == "keyless"
    assert "not JSON" in wrong["error"]
    assert "₹20–35 LPA" in second["answer"]


def test_a_batch_is_answered_line_by_line(shipped: Library, data: Path) -> None:
    """Two hundred questions in one process, each with its own id and answer (how fast: tests/bench/answers.py)."""
    del shipped
    questions = ["How much does a TAM earn?", "FDE or MLOps, who travels more?", "How do I get from MLE to AI SE?"]
    text = "".join(json.dumps({"id": str(i), "question": questions[i % 3]}) + "\n" for i in range(200))
    replies = [json.loads(line) for line in fieldnote("ask", "--json", data=data, text=text).stdout.splitlines()]
    assert [r["id"] for r in replies] == [str(i) for i in range(200)]
    assert len({r["answer"] for r in replies}) == 3


def test_unknown_guide(data: Path, shipped: Library) -> None:
    del shipped
    one_line(fieldnote("interview", "cooking", "--json", data=data), "cooking", "career", "hiring")


def test_unknown_interview(data: Path, shipped: Library) -> None:
    del shipped
    one_line(fieldnote("interview", "career", "--json", "--resume", "nobody", data=data), "nobody")
    one_line(fieldnote("replay", "nobody", data=data), "nobody")


def test_a_document_that_cannot_be_read_is_named(data: Path, shipped: Library, tmp_path: Path) -> None:
    del shipped
    bad = tmp_path / "broken.pdf"
    bad.write_bytes(b"%PDF-1.4 nothing")
    done = fieldnote("add", str(bad), str(tmp_path / "absent.md"), data=data)
    assert done.returncode == 1
    assert "broken.pdf" in done.stdout
    assert "absent.md" in done.stdout
    assert "Traceback" not in done.stderr


def test_settings_that_do_not_hold(tmp_path: Path) -> None:
    one_line(fieldnote("ask", "x", data=tmp_path, FIELDNOTE_ENGINE="quantum"), "FIELDNOTE_ENGINE", "keyless")
    one_line(fieldnote("ask", "x", data=tmp_path, CHROMA_SERVER_HOST="0.0.0.0"), "CHROMA_SERVER_HOST")
    one_line(
        fieldnote(
            "interview",
            data=tmp_path,
            FIELDNOTE_SHIPPED="0",
            FIELDNOTE_EMBEDDINGS="none",
            FIELDNOTE_DATABASE="nonsense://x",
        ),
        "FIELDNOTE_DATABASE",
    )


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("in the way")
    one_line(fieldnote("ask", "x", data=file / "data"), "file")


def test_a_port_that_is_taken(data: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        one_line(fieldnote("serve", "--port", str(port), data=data), str(port), "--port")


def test_other_hosts_need_a_password_or_a_flag(data: Path) -> None:
    one_line(fieldnote("serve", "--host", "0.0.0.0", data=data), "FIELDNOTE_PASSWORD", "--open-to-network")


@pytest.mark.parametrize("command", ["ask", "interview", "add", "index", "serve", "replay"])
def test_every_command_explains_itself(command: str, tmp_path: Path) -> None:
    done = fieldnote(command, "--help", data=tmp_path)
    assert done.returncode == 0
    assert command in done.stdout
