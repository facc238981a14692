"""Many people at the page at once, keyless, each interviewed and asking in between, over HTTP as a browser does it.

python -m tests.bench.people [--crowds 20 60] [--turns 6] [--save]

Nobody may get an error, an answer meant for somebody else, or lose a message: what each person said is compared with
what the server exports of their interview at the end. A turn's time runs from sending to the whole answer.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import secrets
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from tests.browser.serving import Served, indexed

ALLOWED = {20: 1.5, 60: 4.0}  # people -> seconds, the 95th percentile of a turn
THINKING = 4.0  # seconds, the longest pause of a person between two turns
RESULTS = Path(__file__).with_suffix(".json")
SAID = (
    "I am an ML engineer who likes customers",
    "I write production code most days",
    "A week of travel a month is fine",
)
QUESTIONS = ("How much does an FDE earn?", "FDE or TAM, who travels more?", "What does an MLOps engineer do?")


@dataclass
class Page:
    """The page as its server describes it: the events behind the buttons, by the button's id."""

    http: httpx.AsyncClient
    seconds: dict[str, list[float]] = field(default_factory=lambda: {"interview": [], "ask": []})
    events: dict[str, int] = field(default_factory=dict)

    async def read(self) -> None:
        config = (await self.http.get("config")).json()
        named = {c["id"]: c["props"].get("elem_id") for c in config["components"]}
        self.events = {named.get(t[0]): d["id"] for d in config["dependencies"] for t in d["targets"]}

    async def press(self, button: str, data: list[Any], session: str) -> list[Any]:
        """The event's last output. A tab has one `session` for all its events."""
        body = {"data": data, "fn_index": self.events[button], "session_hash": session}
        (await self.http.post("gradio_api/queue/join", json=body)).raise_for_status()
        async with self.http.stream("GET", "gradio_api/queue/data", params={"session_hash": session}) as lines:
            async for line in lines.aiter_lines():
                message = json.loads(line[5:]) if line.startswith("data:") else {}
                if message.get("msg") == "process_completed":
                    assert message["success"], message
                    return list(message["output"]["data"])
        raise AssertionError("the line went dead")

    async def timed(self, kind: str, button: str, data: list[Any], session: str) -> list[Any]:
        started = time.monotonic()
        output = await self.press(button, data, session)
        self.seconds[kind].append(time.monotonic() - started)
        return output


async def person(page: Page, number: int, turns: int) -> None:
    """One person's visit, checked against what the server has of it."""
    session = secrets.token_hex(8)
    here, pending, *_ = await page.press("agree", ["career", [], False], session)
    said, asked = [], []
    for turn in range(turns):
        await asyncio.sleep(random.uniform(0, THINKING))
        if turn % 2:
            question = f"{QUESTIONS[turn // 2 % len(QUESTIONS)]} Person {number} asks."
            asked = (await page.timed("ask", "answers-send", [asked, False, question], session))[0]
            assert asked[-1]["q"] == question, f"person {number} got another's answer"
            assert asked[-1]["a"], f"person {number} got no answer"
        else:
            said.append(f"{SAID[turn // 2 % len(SAID)]}, says person {number}.")
            here_now, pending, *_ = await page.timed(
                "interview", "talk-send", [here, pending, False, said[-1]], session
            )
            assert here_now == here, f"person {number} got another's interview"
    kept = (await page.http.get("interviews.json", params={"ids": here})).json()["interviews"][0]
    assert [m["text"] for m in kept["messages"] if m["author"] == "person"] == said, f"person {number} lost a message"
    assert len(asked) == turns // 2, f"person {number} lost a question"


async def crowd(url: str, people: int, turns: int) -> dict[str, Any]:
    """Seconds of a turn for `people` at once."""
    limits = httpx.Limits(max_connections=4 * people)
    async with httpx.AsyncClient(base_url=url, timeout=60, limits=limits) as http:
        page = Page(http)
        await page.read()
        started = time.monotonic()
        await asyncio.gather(*(person(page, number, turns) for number in range(people)))
        lasted = time.monotonic() - started
    both = sorted(page.seconds["interview"] + page.seconds["ask"])
    return {
        "people": people,
        "turns": len(both),
        "turns_per_second": round(len(both) / lasted, 1),
        "median": round(statistics.median(both), 3),
        "p95": round(statistics.quantiles(both, n=20)[-1], 3),
        "p95_interview": round(statistics.quantiles(page.seconds["interview"], n=20)[-1], 3),
        "p95_ask": round(statistics.quantiles(page.seconds["ask"], n=20)[-1], 3),
        "slowest": round(both[-1], 3),
        "allowed_p95": ALLOWED.get(people),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--crowds", type=int, nargs="+", default=list(ALLOWED))
    parser.add_argument("--turns", type=int, default=6)
    parser.add_argument("--save", action="store_true", help=f"write {RESULTS.name}")
    options = parser.parse_args()
    results = []
    with tempfile.TemporaryDirectory() as folder:
        server = Served(indexed(Path(folder))).start()
        try:
            time.sleep(3)  # what the first answer needs is being read
            for people in options.crowds:
                results.append(asyncio.run(crowd(server.url, people, options.turns)))
                print(json.dumps(results[-1]), flush=True)
        finally:
            server.stop()
    if options.save:
        RESULTS.write_text(json.dumps({"cores": os.cpu_count(), "crowds": results}, indent=2) + "\n", encoding="utf-8")
    return int(any(r["allowed_p95"] and r["p95"] > r["allowed_p95"] for r in results))


if __name__ == "__main__":
    sys.exit(main())
