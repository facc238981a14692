"""Both evaluations with a truthful model behind the product, beside the keyless ones: no measure may be lower.

    python -m tests.quality.model [--split dev|test|all] [--variant a|b|c] [--only questions|interviews]

The model reads as our reader does and says what the statements say, so what is measured is whether the way
through a model, with its parsing, merging and checking, loses anything.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from agent.fieldnote import Fieldnote
from agent.settings import read_settings
from agent.understand import KeylessReader
from tests.fakes.models import truthful
from tests.fakes.openai_server import Asked, OpenAIServer, Say
from tests.quality.interviews.case import Case
from tests.quality.interviews.doors import Here, house
from tests.quality.interviews.respondent import Respondent, load, stances
from tests.quality.interviews.simulator import converse
from tests.quality.interviews.tally import Score
from tests.quality.interviews.tally import judge as judge_interviews
from tests.quality.questions.carry import judge, shipped_texts
from tests.quality.questions.items import read_items
from tests.quality.questions.score import faults
from tests.quality.questions.tally import GATED, Judged, tally

SLACK = 1e-9


@contextmanager
def modelled(data: Path) -> Iterator[tuple[Fieldnote, Fieldnote, OpenAIServer]]:
    """(keyless house, the same with a truthful model, its server)."""

    def script(asked: Asked) -> Say:
        return say(asked)

    with closing(house(data / "keyless")) as plain, OpenAIServer(script) as server:
        reader = KeylessReader(plain.library.embed)
        say = truthful(reader, list(plain.guides.values()), plain.answerer)
        settings = read_settings({"FIELDNOTE_DATA": str(data / "model"), "OPENAI_BASE_URL": server.url})
        with closing(Fieldnote.open(replace(settings, model="openai:scripted"))) as made:
            yield plain, made, server


def questions(house: Fieldnote, split: str) -> dict[str, float]:
    """The gated measures over all kinds, and "right" by kind."""
    texts, judged = shipped_texts(), []
    for item in read_items(split):
        answer = house.ask(item.question, item.turns)
        reply = {"id": item.id, "answer": answer.text, "abstained": answer.abstained,
                 "citations": [{n: getattr(c, n) for n in c.__slots__} for c in answer.citations]}  # fmt: skip
        judged.append(Judged(item, reply, tuple(faults(item, reply)), judge(reply, texts)))
    scores = tally(judged)
    kinds = {f"{kind}: right": row["right"] for kind, row in scores.items() if kind != "all"}
    return {**{name: scores["all"][name] for name in GATED if name in scores["all"]}, **kinds}


def interviews(house: Fieldnote, people: list[Respondent], variant: str) -> dict[str, float]:
    """Every measure but the times."""
    meant, cases = stances(), []
    for person in people:
        transcript = converse(person, variant, Here(house))
        cases.append(Case(transcript, house.guides[person.guide], meant[person.guide]))
    scores: dict[str, Score] = judge_interviews(cases)
    lower = "turns against the ideal"
    return {name: (-s.value if name.startswith(lower) else 100 * s.value)
            for name, s in scores.items() if not name.startswith("ms ")}  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description="The evaluations with a truthful model.")
    parser.add_argument("--split", choices=("dev", "test", "all"), default="dev")
    parser.add_argument("--variant", choices=("a", "b", "c"), default="a")
    parser.add_argument("--only", choices=("questions", "interviews"))
    options = parser.parse_args()
    fallen = 0
    with tempfile.TemporaryDirectory() as folder, modelled(Path(folder)) as (plain, made, server):
        for name in ("questions", "interviews"):
            if options.only not in (None, name):
                continue
            if name == "questions":
                before, after = questions(plain, options.split), questions(made, options.split)
            else:
                people = [p for p in load() if options.split in ("all", p.split)]
                before = interviews(plain, people, options.variant)
                after = interviews(made, people, options.variant)
            print(f"\n| {name} ({options.split}) | keyless | model |\n|---|---|---|")
            for measure, was in before.items():
                lower = after[measure] < was - SLACK
                fallen += lower
                print(f"| {measure} | {was:.2f} | {after[measure]:.2f}{' ✗' if lower else ''} |")
            print(f"\n{len(server.asked)} calls; the model's state: {made.health() or 'good'}")
    return int(fallen > 0)


if __name__ == "__main__":
    sys.exit(main())
