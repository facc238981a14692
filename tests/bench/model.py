"""What the model engine costs over the bare client, and how it holds when forty people talk at once.

    python -m tests.bench.model [--turns N] [--people N] [--rate N]

Both are measured against the scripted server, which runs in a process of its own. The first visible text of a
turn is its acknowledgement, the first sentence that can be checked; the server's own time to produce it is
what the bare OpenAI client needs until the same words have arrived.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

from agent.events import Token, Turn
from agent.fieldnote import Fieldnote
from agent.interview import Interview
from agent.settings import read_settings
from tests.fakes.models import back, is_reading, reply_in
from tests.fakes.openai_server import Asked, OpenAIServer, Say

ANSWERS = (
    "I work as a backend engineer on payments.", "I want to write code most days.",
    "I find customers tiring after a while.", "I can travel two days a month.", "I go deep into one layer.",
    "I like long quiet blocks of work.", "I answer for my own piece of work.", "I want mostly fixed pay.",
)  # fmt: skip


def script(rate: float) -> object:
    def say(asked: Asked) -> Say:
        if not is_reading(asked):
            return Say("NONE", rate=rate)
        said = reply_in(asked)
        evidence = [{"topic": "role", "option": "software", "strength": 0.9, "words": said}] * 3
        reply = {"ack": back(said), "intent": "answer", "evidence": evidence, "vague": False, "probe": ""}
        return Say(json.dumps(reply), rate=rate)

    return say


def serve(rate: float) -> None:
    """Until the other end closes our input."""
    with OpenAIServer(script(rate)) as server:  # type: ignore[arg-type]
        print(server.url, flush=True)
        sys.stdin.read()


@contextmanager
def server(rate: float) -> Iterator[str]:
    command = [sys.executable, "-m", "tests.bench.model", "--serve", str(rate)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.communicate("")


@contextmanager
def house(url: str, data: Path) -> Iterator[Fieldnote]:
    made = Fieldnote.open(read_settings({
        "FIELDNOTE_DATA": str(data), "OPENAI_BASE_URL": url, "FIELDNOTE_MODEL": "openai:scripted",
    }))  # fmt: skip
    with closing(made):
        made.health(ask=True)  # imports the provider's package, as `serve` does at start
        yield made


def turn(interview: Interview, text: str) -> tuple[float, float, Turn]:
    """Milliseconds to the first visible text and to the whole turn, and the turn."""
    started, first = time.perf_counter(), 0.0
    last: Turn | None = None
    for event in interview.events(text):
        first = first or time.perf_counter() - started
        if isinstance(event, Turn):
            last = event
        else:
            assert isinstance(event, Token)
    assert last is not None
    return first * 1000, (time.perf_counter() - started) * 1000, last


class Bare:
    """The OpenAI client alone, with the request that we would send."""

    def __init__(self, url: str) -> None:
        import openai

        self._client = openai.OpenAI(base_url=url, api_key="none", max_retries=0, timeout=30)

    def first(self, text: str) -> float:
        """Milliseconds until the acknowledgement is there."""
        wanted = json.dumps(back(text))
        messages = [
            {"role": "system", "content": "You are the listener of an interview program." + " x" * 1500},
            {"role": "user", "content": f"Asked (role): <asked>What?</asked>\n<reply>{text}</reply>"},
        ]
        started, got = time.perf_counter(), ""
        with self._client.chat.completions.create(model="scripted", messages=messages, stream=True) as stream:  # type: ignore[call-overload]
            for chunk in stream:
                got += chunk.choices[0].delta.content or ""
                if wanted in got:
                    return (time.perf_counter() - started) * 1000
        raise AssertionError(f"the server never said {wanted}")


def overhead(data: Path, turns: int) -> dict[str, float]:
    """First visible text over the bare client, one after the other on an idle server."""
    ours, bare = [], []
    with server(0) as url, house(url, data) as made:
        alone, interview = Bare(url), made.interview("career")
        for number in range(turns + 5):
            text = ANSWERS[number % len(ANSWERS)]
            if number % len(ANSWERS) == 0:
                interview = made.interview("career")
            first, _, _ = turn(interview, text)
            other = alone.first(text)
            if number >= 5:
                ours.append(first)
                bare.append(other)
    return {"ours": statistics.median(ours), "bare": statistics.median(bare),
            "overhead": statistics.median(a - b for a, b in zip(ours, bare, strict=True))}  # fmt: skip


def crowd(data: Path, people: int, rate: float, each: int = 4) -> dict[str, float]:
    """Everyone at once: first visible text over the bare client's on the same server, idle."""
    with server(rate) as url, house(url, data) as made:
        alone = Bare(url)
        own = {text: statistics.median(alone.first(text) for _ in range(2)) for text in ANSWERS[:each]}
        gate = threading.Barrier(people)

        def person(_: int) -> tuple[list[float], list[float], int, int]:
            interview = made.interview("career")
            gate.wait()
            late, wholes, lost, failed = [], [], 0, 0
            for text in ANSWERS[:each]:
                first, whole, done = turn(interview, text)
                late.append(first - own[text])
                wholes.append(whole)
                failed += bool(done.notice)
                lost += text not in [m.text for m in interview.history()]
            return late, wholes, lost, failed

        with ThreadPoolExecutor(people) as pool:
            results = list(pool.map(person, range(people)))
    late = sorted(ms for found, *_ in results for ms in found)
    wholes = sorted(ms for _, found, *_ in results for ms in found)
    return {"turns": len(late), "late median": statistics.median(late), "late p95": late[int(len(late) * 0.95)],
            "late worst": late[-1], "turn p95": wholes[int(len(wholes) * 0.95)],
            "lost": sum(r[2] for r in results), "failed": sum(r[3] for r in results)}  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description="The model engine's cost.")
    parser.add_argument("--turns", type=int, default=40)
    parser.add_argument("--people", type=int, default=40)
    parser.add_argument("--rate", type=float, default=50.0, help="tokens a second of the scripted server")
    parser.add_argument("--data", type=Path, help="a data folder to use again, so that the index is there")
    parser.add_argument("--serve", type=float, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve is not None:
        serve(options.serve)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        data = options.data or Path(folder)
        alone = overhead(data, options.turns)
        many = crowd(data, options.people, options.rate)
    print("First visible text of a turn, one person, ms at the median:")
    print("  " + ", ".join(f"{name} {value:.1f}" for name, value in alone.items()) + "  (overhead: under 30)")
    print(f"{options.people} people at once, {options.rate:g} tokens a second, ms over the server's own time:")
    print("  " + ", ".join(f"{name} {value:.0f}" for name, value in many.items()) + "  (late p95: under 1500)")
    return int(alone["overhead"] >= 30 or many["late p95"] >= 1500 or many["lost"] > 0 or many["failed"] > 0)


if __name__ == "__main__":
    sys.exit(main())
