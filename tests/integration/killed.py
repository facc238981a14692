"""Run as a script: an interview over lines of JSON in child processes that are killed at random points.

`python -m tests.integration.killed DATABASE POINTS` writes one line of JSON: the interview's id, and the
texts that were acknowledged. Its own process, so that forking is safe whatever the tests have started.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from typing import TextIO

from agent.interview import Interview
from agent.log import Log
from tests.fakes.small_interview import parts
from ui.jsonl import run_interview

TEXTS = (
    "coding=much",
    "(vague) hm",
    "role=dev",
    "What is it?",
    "(dodge)",
    "travel=none",
    "skip me not",
    "coding=little",
    "pay=fixed",
    "both",
)


class House:
    def __init__(self, url: str) -> None:
        self.log = Log(url)

    def interview(self, guide_id: str) -> Interview:
        assert guide_id == "small"
        return Interview.open(parts(), self.log)

    def resume(self, interview_id: str) -> Interview:
        return Interview.resume({"small": parts()}, self.log, interview_id)


def child(url: str, id: str) -> tuple[int, TextIO, TextIO]:
    """A process that goes on with the interview: its id, its input and its output."""
    in_read, in_write = os.pipe()
    out_read, out_write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(in_write)
        os.close(out_read)
        with os.fdopen(in_read) as lines, os.fdopen(out_write, "w") as out:
            run_interview(House(url), "small", lines, out, resume=id)
        os._exit(0)
    os.close(in_read)
    os.close(out_write)
    return pid, os.fdopen(in_write, "w"), os.fdopen(out_read)


def main(url: str, points: int) -> None:
    chance = random.Random(4711)
    house = House(url)
    id = house.interview("small").id
    house.log.close()
    acknowledged: list[str] = []
    number = 0
    for _ in range(points):
        pid, lines, out = child(url, id)
        out.readline()  # the pending message again
        for _ in range(chance.randint(0, 2)):
            number += 1
            text = f"#{number}# {chance.choice(TEXTS)}"
            lines.write(json.dumps({"text": text}) + "\n")
            lines.flush()
            if json.loads(out.readline())["move"] != "refused":
                acknowledged.append(text)
        number += 1
        lines.write(json.dumps({"text": f"#{number}# {chance.choice(TEXTS)}"}) + "\n")
        lines.flush()
        time.sleep(chance.uniform(0, 0.012))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        if reply := out.readline():  # it was acknowledged before the end came
            acknowledged += [f"#{number}#"] if reply.endswith("\n") else []
        lines.close()
        out.close()
    print(json.dumps({"id": id, "acknowledged": acknowledged}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
