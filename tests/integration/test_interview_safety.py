"""Nothing acknowledged is lost and nothing is doubled: kill -9, ten sends at once, two programs at once."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from agent.events import Turn
from agent.fold import fold
from agent.interview import Interview
from agent.log import Event, Log
from tests.fakes.small_interview import GUIDE, parts

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills processes as POSIX knows them")
def test_kill_9_at_100_points_loses_and_doubles_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'log.sqlite'}"
    run = subprocess.run(
        [sys.executable, "-m", "tests.integration.killed", url, "100"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    log = Log(url)
    Interview.resume({"small": parts()}, log, told["id"]).pending()  # replies to what was cut off last
    events = log.read(told["id"])
    log.close()
    said = [re.match(r"#\d+#", e.text)[0] for e in events if e.author == "person"]  # type: ignore[index]
    acknowledged = [re.match(r"#\d+#", text)[0] for text in told["acknowledged"]]  # type: ignore[index]
    assert len(acknowledged) > 30
    assert set(acknowledged) <= set(said)
    assert len(set(said)) == len(said)
    assert said == sorted(said, key=lambda tag: int(tag.strip("#")))
    assert len(said) > len(acknowledged)  # some were cut off between the log and the reply
    read = [e.payload["of"] for e in events if e.kind == "read"]
    assert len(read) == len(set(read)) == len(said)
    assert [e.seq for e in events] == list(range(1, len(events) + 1))
    assert fold(GUIDE, events).unread is None


def together(send: list[Interview]) -> list[Turn]:
    """Each interview is sent its own message, all at once."""
    start, turns = threading.Barrier(len(send)), [None] * len(send)

    def one(n: int) -> None:
        start.wait()
        turns[n] = send[n].reply(f"message {n} coding=much")  # type: ignore[call-overload]

    threads = [threading.Thread(target=one, args=(n,)) for n in range(len(send))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [turn for turn in turns if turn is not None]


@pytest.mark.parametrize("shared", [True, False], ids=["one object", "ten objects"])
def test_of_ten_sends_at_once_each_is_kept_in_order_or_refused(tmp_path: Path, shared: bool) -> None:
    log = Log(f"sqlite:///{tmp_path / 'log.sqlite'}")
    first = Interview.open(parts(), log)
    send = [first if shared else Interview.resume({"small": parts()}, log, first.id) for _ in range(10)]
    turns = together(send)
    refused = [n for n, turn in enumerate(turns) if turn.move == "refused"]
    assert len(turns) == 10
    events = log.read(first.id)
    kept = [e.text for e in events if e.kind == "said"]
    assert sorted(kept) == sorted(f"message {n} coding=much" for n in range(10) if n not in refused)
    assert kept
    assert all("send it again" in turns[n].message for n in refused)
    assert [e.seq for e in events] == list(range(1, len(events) + 1))
    order = [e.kind for e in events[2:]]
    assert order[:3] == ["said", "read", "asked"]
    assert fold(GUIDE, events).unread is None
    log.close()


def test_whoever_was_refused_can_go_on(tmp_path: Path) -> None:
    log = Log(f"sqlite:///{tmp_path / 'log.sqlite'}")
    here = Interview.open(parts(), log)
    there = Interview.resume({"small": parts()}, log, here.id)
    here.reply("coding=much")
    assert there.reply("coding=little").move == "refused"
    assert there.pending().topic == "role"
    assert there.reply("role=dev").topic == "travel"
    log.close()


def test_the_same_text_after_a_cut_off_turn_is_not_kept_twice(tmp_path: Path) -> None:
    log = Log(f"sqlite:///{tmp_path / 'log.sqlite'}")
    here = Interview.open(parts(), log)
    log.append(here.id, here.state.seq, [Event("said", "person", "coding=much")])  # and then the power went
    there = Interview.resume({"small": parts()}, log, here.id)
    turn = there.reply("coding=much")
    assert turn.topic == "role"
    assert [e.text for e in log.read(here.id) if e.kind == "said"] == ["coding=much"]
    log.close()
